"""What is wrong with marks is said beside the other mistakes of a record, not after them."""

from __future__ import annotations

from pathlib import Path

from problems import Problem
from records.loading import load
from redaction.marking.invalid_records import damaged_marks
from tests.partnerships import copy_to, secrets_in

MEETING = "data/meetings/2026-03-12-executive.yml"


def told(folder: Path, *changes: tuple[str, str]) -> list[Problem]:
    """Return what is said about marks after these words of a meeting were exchanged for others."""
    path = copy_to(folder) / MEETING
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return list(damaged_marks(load(folder)))


def test_a_damaged_mark_is_told_beside_a_wrong_key(tmp_path: Path) -> None:
    """With its file, line and field, and without its words."""
    problems = told(
        tmp_path, ("[[redact personal|the secret", "[[redact person|the secret"), ("\nchair:", "\nchiar:")
    )

    assert [(each.code, each.place.file) for each in problems] == [("mark-unknown-reason", MEETING)]
    assert problems[0].place.line > 1
    assert secrets_in(str(problems[0])) == []


def test_a_valid_record_is_left_to_its_projection(tmp_path: Path) -> None:
    """Else the same would be said twice."""
    assert told(tmp_path, ("[[redact personal|the secret", "[[redact person|the secret")) == []


def test_whole_marks_in_a_record_with_mistakes_are_nothing(tmp_path: Path) -> None:
    """A wrong key makes no mark wrong."""
    assert told(tmp_path, ("\nchair:", "\nchiar:")) == []
