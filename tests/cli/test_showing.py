"""What is shown before a sign-off can be read by whoever has to answer for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cli.showing import as_text
from editions.canonical import to_plain
from records.loading import load
from redaction.projecting.projection import project
from tests.partnerships import SOURCE, secrets_in


def test_a_meeting_is_shown_as_readable_text(golden: Callable[[Path | str, str], str]) -> None:
    """Every public value stands there, in the order of the minutes; every withheld place is said."""
    record = project(load(SOURCE), "meetings", "2026-03-12-executive").record
    assert record is not None
    actual = as_text(to_plain(record))

    assert actual == golden("meeting.txt", actual)
    assert secrets_in(actual) == []
    assert actual.count("[WITHHELD:") == 5
