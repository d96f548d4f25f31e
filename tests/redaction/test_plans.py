"""What is withheld in priorities and plans stays private, and the public is told so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from editions.canonical import to_bytes, to_plain
from problems import errors
from records.loading import load
from redaction.projecting.projection import project
from tests.partnerships import copy_to, secrets_in

KEYS = [("priorities", "neglect"), ("priorities", "quiet"), ("plans", "business-2025")]


def public(folder: Path, kind: str, record_id: str) -> dict[str, Any]:
    projection = project(load(folder), kind, record_id)
    assert errors(projection.problems) == ()
    assert projection.record is not None
    plain: dict[str, Any] = to_plain(projection.record)
    return plain


@pytest.mark.parametrize("key", KEYS, ids="/".join)
def test_nothing_that_is_withheld_is_public(tmp_path: Path, key: tuple[str, str]) -> None:
    """The file holds secrets, and its projection none."""
    folder = copy_to(tmp_path)
    assert secrets_in((folder / "data" / key[0] / f"{key[1]}.yml").read_text("utf-8"))
    assert secrets_in(to_bytes(public(folder, *key)).decode()) == []


def test_a_withheld_action_keeps_its_number_and_not_its_state(tmp_path: Path) -> None:
    """An action that is withheld as a whole says why, and nothing else."""
    plan = public(copy_to(tmp_path), "plans", "business-2025")
    assert plan["priorities"][0]["actions"][1] == {
        "id": "houses",
        "label": "1.2",
        "text": "[[withheld commercial]]",
        "withheld": {"reason": "commercial", "what": "whole"},
    }


def test_an_action_whose_text_is_withheld_keeps_its_state(tmp_path: Path) -> None:
    """So that the counts of a plan stay right."""
    folder = copy_to(tmp_path)
    path = folder / "data/plans/business-2025.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("          what: whole\n", "", 1), "utf-8")
    action = public(folder, "plans", "business-2025")["priorities"][0]["actions"][1]
    assert (action["status"], action["text"]) == ("not-started", "[[withheld commercial]]")


def test_progress_that_is_withheld_keeps_its_day(tmp_path: Path) -> None:
    """The reader sees that there was a report."""
    plan = public(copy_to(tmp_path), "plans", "business-2025")
    assert plan["priorities"][0]["actions"][0]["progress"][1] == {
        "on": "2026-03-12",
        "withheld": {"reason": "personal", "what": "text"},
    }


def test_a_concealed_outcome_leaves_no_trace(tmp_path: Path) -> None:
    """Of two outcomes one is left, and nothing says that there was another."""
    plan = public(copy_to(tmp_path), "plans", "business-2025")
    assert [each["text"] for each in plan["priorities"][0]["outcomes"]] == ["Families see one picture."]


def test_single_fields_are_withheld(tmp_path: Path) -> None:
    """A field shows a notice or public words in its place."""
    folder = copy_to(tmp_path)
    letter = public(folder, "plans", "business-2025")["actions"][0]
    quiet = public(folder, "priorities", "quiet")
    assert letter["resources"] == "[[withheld commercial]]"
    assert quiet["why"] == "The reason follows when the report is out."


@pytest.mark.parametrize("what", ["text", "whole"])
@pytest.mark.parametrize("key", KEYS, ids="/".join)
def test_a_whole_record_can_be_withheld(tmp_path: Path, key: tuple[str, str], what: str) -> None:
    """The record keeps its address and a neutral title."""
    folder = copy_to(tmp_path)
    path = folder / "data" / key[0] / f"{key[1]}.yml"
    withhold = f"withhold:\n  reason: confidence\n  what: {what}\n"
    withhold += "  title: A neutral title\n" if what == "whole" else ""
    path.write_text(path.read_text("utf-8") + withhold, "utf-8")
    plain = public(folder, *key)
    assert plain["withheld"] == {"reason": "confidence", "what": what}
    assert set(plain) <= {"id", "title", "since", "until", "kind", "status", "period_from"} | {
        "period_until",
        "withheld",
        "withheld_fields",
        "why",
    }
    assert secrets_in(to_bytes(plain).decode()) == []


def test_leads_are_printed_as_on_the_day_of_the_newest_version(tmp_path: Path) -> None:
    """Whoever had a post when the newest version was made is printed with it, not with a later one."""
    folder = copy_to(tmp_path)
    path = folder / "data/plans/business-2025.yml"
    text = path.read_text("utf-8").replace("leads: [police]", "leads: [brice]")
    before = "versions:\n  - version: 2\n    date: 2026-05-01\n"
    path.write_text(text + before, "utf-8")
    person = folder / "data/people/brice.yml"
    old = person.read_text("utf-8")
    later = "  - title: Head of something else\n    level: senior\n    since: 2026-06-01\n"
    person.write_text(old.replace("posts:\n", f"posts:\n{later}", 1), "utf-8")
    action = public(folder, "plans", "business-2025")["priorities"][0]["actions"][0]
    assert "something else" not in action["leads"][0]["who"]["role"]
    path.write_text(text + before.replace("2026-05-01", "2026-07-01"), "utf-8")
    action = public(folder, "plans", "business-2025")["priorities"][0]["actions"][0]
    assert action["leads"][0]["who"]["role"] == "Head of something else"
