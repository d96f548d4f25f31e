"""What a record withholds of itself does not come out where another record prints it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from editions.canonical import to_plain
from problems import Place
from records.loading import load
from redaction.projecting.projection import project
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import find_in_record, scanner_for
from redaction.verifying.twins import disagreements
from tests.partnerships import copy_to, secrets_in

MEETING = ("meetings", "2026-03-12-executive")

WITHHOLD = "withhold:\n  reason: personal\n  what: {}\n"


def written(tmp_path: Path, file: str, *changes: tuple[str, str]) -> Path:
    """Return a copy of the partnership in which some words of a file are others; "" stands for its end."""
    folder = copy_to(tmp_path)
    path = folder / "data" / file
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new) if old else text + new
    path.write_text(text, "utf-8")
    return folder


def plain(folder: Path, kind: str, record_id: str) -> dict[str, Any]:
    projection = project(load(folder), kind, record_id)
    assert projection.record is not None, [str(problem) for problem in projection.problems]
    return to_plain(projection.record)


@pytest.mark.parametrize("what", ["whole", "concealed"])
def test_a_person_whose_record_is_withheld_is_named_nowhere(tmp_path: Path, what: str) -> None:
    folder = written(tmp_path, "people/abara.yml", ("", WITHHOLD.format(what)))

    assert plain(folder, *MEETING)["chair"] == [
        {"person": {"kind": "person", "role": "Name not published"}, "role": "chair"}
    ]


def test_a_person_whose_posts_are_withheld_keeps_the_name_only(tmp_path: Path) -> None:
    folder = written(tmp_path, "people/abara.yml", ("", "show: name\n" + WITHHOLD.format("text")))
    records = load(folder)

    assert plain(folder, "people", "abara") == {
        "id": "p-aaaaaaa1",
        "name": "Ife Abara",
        "withheld": {"reason": "personal", "what": "text"},
    }
    assert disagreements(records, project) == ()


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ((("Executive", "Secretgroup"), ("", WITHHOLD.format("whole"))), "[[withheld personal]]"),
        (
            (("Executive", "Secretgroup"), ("", "withhold_fields:\n  name:\n    reason: commercial\n")),
            "[[withheld commercial]]",
        ),
        (
            (
                ("Executive", "Secretgroup"),
                ("", "withhold_fields:\n  name:\n    reason: personal\n    instead: The group\n"),
            ),
            "The group",
        ),
        ((("Executive", "The [[redact personal|Secretgroup]] group"),), "The [[withheld personal]] group"),
    ],
)
def test_a_withheld_name_of_a_group_is_not_printed_in_a_meeting(
    tmp_path: Path, changes: tuple[tuple[str, str], ...], name: str
) -> None:
    folder = written(tmp_path, "groups/executive.yml", *changes)

    assert plain(folder, *MEETING)["group"] == {"kind": "group", "id": "executive", "name": name}
    assert secrets_in(str(plain(folder, "groups", "executive"))) == []


def test_a_concealed_organization_is_printed_without_its_id(tmp_path: Path) -> None:
    folder = written(tmp_path, "organizations/council.yml", ("", WITHHOLD.format("concealed")))

    assert plain(folder, *MEETING)["minute_taker"] == {
        "kind": "person",
        "role": "[[withheld personal]]",
        "organization": "[[withheld personal]]",
    }


def test_posts_that_their_organization_withholds_are_not_printed(tmp_path: Path) -> None:
    fields = "withhold_fields:\n  posts:\n    reason: personal\n"
    folder = written(tmp_path, "organizations/council.yml", ("", fields))

    assert plain(folder, *MEETING)["minute_taker"]["role"] == "[[withheld personal]]"
    assert disagreements(load(folder), project) == ()


def test_a_list_that_is_withheld_alone_shows_a_notice(tmp_path: Path) -> None:
    fields = "areas: [Secretarea]\nwithhold_fields:\n  areas:\n    reason: personal\n"
    folder = written(tmp_path, "organizations/police.yml", ("", fields))

    assert plain(folder, "organizations", "police")["areas"] == ["[[withheld personal]]"]


def test_items_that_are_withheld_as_a_list_are_not_referred_to(tmp_path: Path) -> None:
    fields = "withhold_fields:\n  items:\n    reason: personal\n"
    folder = written(tmp_path, f"meetings/{MEETING[1]}.yml", ("", fields))

    rows = plain(folder, *MEETING)["attendance"]

    assert [row for row in rows if "items" in row] == []


def test_a_passage_hidden_in_a_post_is_harvested(tmp_path: Path) -> None:
    """So is a short hidden label with a mark in it, without the mark."""
    holding = "posts:\n  - title: Adviser [[redact personal|secretposting]]\n    level: senior"
    folder = written(tmp_path, "people/abara.yml", ("posts:\n  - post: council/director", holding))
    policy = project(load(folder), "policy", "policy").record
    assert policy is not None
    leaking = policy.model_copy(update={"title": "The secretposting policy"})

    found = find_in_record(scanner_for(harvest(load(folder))), leaking, Place("x"))

    assert [problem.code for problem in found] == ["secret-in-record"]


def test_somebody_named_for_a_post_in_words_is_no_secret(tmp_path: Path) -> None:
    """The level beside a post that no organization lists counts for the search as for the projection."""
    holding = "posts:\n  - title: Adviser\n    level: lead"
    folder = written(tmp_path, "people/abara.yml", ("posts:\n  - post: council/director", holding))
    records = load(folder)
    record = project(records, "people", "abara").record
    assert record is not None

    assert find_in_record(scanner_for(harvest(records)), record, Place("x")) == ()
    assert disagreements(records, project) == ()


def test_a_mark_that_places_an_action_is_not_printed_with_a_name(tmp_path: Path) -> None:
    """An action of another record means nothing here, and its id may be hidden there."""
    name = "name: Testwick Police"
    folder = written(tmp_path, "organizations/police.yml", (name, f"{name} [[action ghost]]"))
    assert "ghost" not in str(plain(folder, *MEETING))
    assert "[[withheld unreadable]]" in str(plain(folder, *MEETING))
