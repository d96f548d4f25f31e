"""The page of a group: who chairs when, seats by time, and the history of its terms."""

from __future__ import annotations

import re
from typing import Any

from editions.datasets import Dataset
from editions.kinds.groups import PublicGroup
from macros.all_macros import macros_for
from macros.views.groups import seats
from tests.macros.samples import EARLIER, EXECUTIVE, entry

CHAIRS = [
    {"name": "Second", "role": "chair", "since": "2025-04-01", "until": "2026-03-31"},
    {"name": "First", "role": "chair", "since": "2024-04", "until": "2025-03"},
    {"name": "Third", "role": "chair", "since": "2026-04-01"},
    {"name": "Fourth", "role": "chair", "since": "2027-04"},
]
GROUP = {"id": "quality", "name": "Quality Group", "kind": "forum"}


def names_of(found: Any) -> list[str]:
    return [each.name for each in found]


def page(**changed: object) -> str:
    dataset = Dataset(
        {"groups": (entry("groups", GROUP | changed),), "meetings": (entry("meetings", EARLIER),)}
    )
    return macros_for(dataset)["group"]("quality")


def words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", text))


def test_chairs_stand_in_order_of_time() -> None:
    """Each chair is listed once with the others, past and to come; only today's is also a member of today."""
    found = seats(PublicGroup.model_validate(GROUP | {"members": CHAIRS}), "2026-04-01")
    assert names_of(found.chairs) == ["First", "Second", "Third", "Fourth"]
    assert (names_of(found.now), names_of(found.former), names_of(found.to_come)) == (["Third"], [], [])


def test_one_chair_needs_no_table() -> None:
    """Where nobody chaired before, the list of members says who does."""
    found = seats(PublicGroup.model_validate(GROUP | {"members": CHAIRS[2:3]}), "2026-04-01")
    assert (names_of(found.chairs), names_of(found.now)) == ([], ["Third"])


def test_a_seat_lasts_to_the_end_of_the_month_or_year_that_is_known() -> None:
    """Until March means to the last day of March."""
    member = {"name": "A", "until": "2026-03"}
    group = PublicGroup.model_validate(GROUP | {"members": [member]})
    assert [names_of(seats(group, day).now) for day in ("2026-03-31", "2026-04-01", "")] == [["A"], [], ["A"]]


def test_seats_of_a_group_that_ended_are_those_of_its_end() -> None:
    """Whoever had a seat to the end is no earlier member, however long ago the group ended."""
    members = [{"name": "Early", "until": "2023"}, {"name": "Late"}, {"name": "Last", "until": "2024-06-30"}]
    text = words(page(ended="2024-06-30", members=members))
    assert text.index("Members when it ended") < text.index("Late") < text.index("Earlier members")
    assert text.index("Earlier members") < text.index("Early")


def test_the_next_handover_is_told() -> None:
    """Who takes the chair, and when, as far as either is known."""
    police = {"kind": "organization", "id": "police", "name": "Larkmere Police"}
    assert "Next chair Larkmere Police , from April 2027" in words(
        page(next_chair=police, next_handover="2027-04")
    )
    assert "Next chair From April 2027" in words(page(next_handover="2027-04"))


def test_a_gap_in_the_history_of_terms_is_told() -> None:
    """A version of which nothing is known stands between the others, with the reason."""
    terms = [
        {"version": "1", "missing": "No copy survives"},
        {"version": "2", "agreed": "2026-01", "agreed_by": EXECUTIVE, "agreed_at": EARLIER["id"]},
    ]
    text = words(page(terms=terms))
    assert "Agreed January 2026 by Executive at Executive meeting" in text
    assert "The text of this version is not known: No copy survives" in text


def test_a_meeting_that_is_not_public_is_not_named() -> None:
    """The line about who agreed the terms ends before it."""
    text = page(terms=[{"version": "2", "agreed": "2026-01", "agreed_at": "2026-01-02-executive"}])
    assert "Agreed January 2026 </dd>" in re.sub(r"\s+", " ", text).replace("</dt><dd>", " ").replace(
        "2026</dd>", "2026 </dd>"
    )
    assert "2026-01-02" not in text


def test_a_proposed_group_is_told_in_words() -> None:
    """Its page, the list, the picture and the page of the group above say that it does not exist yet."""
    board = {"id": "board", "name": "The board", "kind": "board"}
    above = {"kind": "group", "id": "board", "name": "The board"}
    groups = (entry("groups", board), entry("groups", GROUP | {"proposed": True, "parent": above}))
    macros = macros_for(Dataset({"groups": groups}))
    assert "This group is proposed. It does not exist yet." in words(macros["group"]("quality"))
    assert "This group is proposed" not in words(macros["group"]("board"))
    assert "Quality Group (proposed)" in words(macros["group"]("board"))
    assert "Quality Group (proposed forum)" in words(macros["groups"]())
    assert "Proposed: Forum" in words(macros["structure"]())
