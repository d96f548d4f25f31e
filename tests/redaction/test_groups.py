"""What the public sees of a group, and what of it can be withheld."""

from __future__ import annotations

import json
from typing import Any

import pytest

from editions.canonical import to_plain
from records.loading import load
from redaction.projecting.projection import project
from tests.partnerships import SOURCE, secrets_in
from tests.redaction.in_memory import records_of


@pytest.fixture(scope="module")
def group() -> dict[str, Any]:
    projection = project(load(SOURCE), "groups", "learning")
    assert projection.record is not None
    return to_plain(projection.record)


def test_the_fixture_has_something_to_withhold() -> None:
    text = (SOURCE / "data/groups/learning.yml").read_text("utf-8")
    assert len(secrets_in(text)) == 4


def test_nothing_withheld_is_public(group: dict[str, Any]) -> None:
    assert secrets_in(json.dumps(group)) == []


def test_a_concealed_seat_is_not_even_counted(group: dict[str, Any]) -> None:
    """Three of four seats are left, and nothing says that there was one more."""
    assert [each.get("role") for each in group["members"]] == ["chair", "chair", "member"]
    assert [each for each in group["members"] if "withheld" in each] == []


def test_words_of_a_note_are_withheld_at_their_place(group: dict[str, Any]) -> None:
    assert group["members"][2]["note"] == "The holder resigned after [[withheld personal]]"


def test_a_version_of_the_terms_keeps_its_number_and_day(group: dict[str, Any]) -> None:
    """Of terms whose text is withheld the public sees which version it is, when it was agreed, and why."""
    withheld = group["terms"][2]
    assert {key: withheld[key] for key in ("version", "agreed")} == {"version": "3", "agreed": "2026-03-13"}
    assert (withheld["withheld"]["reason"], "text" in withheld, "changes" in withheld) == (
        "personal",
        False,
        False,
    )


def test_terms_are_public_as_they_are_written(group: dict[str, Any]) -> None:
    lost, known = group["terms"][:2]
    assert lost == {"version": "1", "missing": "Never written down"}
    assert {key: value for key, value in known.items() if key != "agreed_by"} == {
        "version": "2",
        "agreed": "2026-03-12",
        "purpose": "To learn from what happened.",
        "membership": "One person from each agency.",
        "quorum": "Three agencies",
        "decision_making": "By agreement.",
        "frequency": "Every two months",
        "reporting": "To the executive, in writing.",
    }


def test_the_next_chair_is_printed(group: dict[str, Any]) -> None:
    assert (group["next_handover"], group["next_chair"]["kind"]) == ("2027-04", "organization")


MOVED = {
    "public_id": "p-aaaaaaa1",
    "name": "Ife Abara",
    "posts": [
        {"post": "council/director", "since": "2020-01-01", "until": "2024-12-31"},
        {"post": "police/chief", "since": "2025-01-01"},
    ],
}
BODIES = {
    ("organizations", "council"): {
        "name": "Testwick Unitary Council",
        "kind": "local-authority",
        "former_names": [{"name": "Testwick Council", "until": "2025-03-31"}],
        "posts": [{"id": "director", "title": "Director", "level": "lead"}],
    },
    ("organizations", "police"): {
        "name": "Testwick Police",
        "kind": "police",
        "posts": [{"id": "chief", "title": "Chief", "level": "lead"}],
    },
}


def seat(**more: Any) -> dict[str, Any]:
    """Return the public form of one seat of a group, held by somebody who moved to another post."""
    group = {"name": "Learning", "kind": "forum", "members": [more]}
    known = {("people", "abara"): MOVED, ("groups", "learning"): group, **BODIES}
    record = project(records_of(known), "groups", "learning").record
    assert record is not None
    plain: dict[str, Any] = to_plain(record)["members"][0]
    return plain


def test_whoever_left_a_seat_is_printed_as_on_the_last_day() -> None:
    """With the post of then, and the name that its organization had; a seat that lasts is printed as now."""
    then, now = seat(person="abara", until="2024-06-30")["person"], seat(person="abara")["person"]
    assert (then["role"], then["organization"]) == ("Director", "Testwick Council")
    assert (now["role"], now["organization"]) == ("Chief", "Testwick Police")
    assert seat(organization="council", until="2024")["organization"]["name"] == "Testwick Council"
    assert seat(organization="council")["organization"]["name"] == "Testwick Unitary Council"


def test_a_holder_without_a_post_on_the_last_day_is_printed_as_now() -> None:
    """What the record does not know is no reason to take the name away."""
    assert seat(person="abara", until="2019-06-30")["person"]["role"] == "Chief"


def test_nothing_is_made_of_a_last_day_that_is_withheld() -> None:
    """Else the post of then would tell it."""
    hidden = seat(person="abara", until="2024-06-30", withhold_fields={"until": {"reason": "personal"}})
    assert ("until" in hidden, hidden["person"]["role"]) == (False, "Chief")
