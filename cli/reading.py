"""Reading what a verb works on: the private records, and what is published of them."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from cli.telling import WRONG, counted, note, progress, tell
from editions.published import Published, read
from problems import Problem, errors
from records.loading import Records, load
from redaction.recalling import recall
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import Scanner, scanner_for

NO_DATA = "There is no data/ here: the verification looks at what is public only."


def read_project(project: Path) -> tuple[Records, Published]:
    """Return the records of a project, with what is remembered of earlier editions, and what is published."""
    published = read(project)
    with progress("Reading records") as show:
        return recall(load(project, progress=show), published), published


def scanner_of(records: Records, published: Published, day: date) -> Scanner:
    """Return the search for all that must not be published, names that were taken off the site among it."""
    return scanner_for(harvest(records, suppressed=published.suppressed, today=day))


def stop_if_unsearchable(records: Records) -> None:
    """End the command where known terms or decisions cannot be read: nobody knows then what is private."""
    stopping = errors(records.aside.problems)
    if stopping:
        tell(stopping)
        sys.exit(WRONG)


def note_wrong_records(found: tuple[Problem, ...], *, show_text: bool) -> None:
    """Say how much is wrong with the records, where that does not stop what is published."""
    if found:
        note(f"data/ has {counted(found)}; `pages check` lists them.")
        if show_text:
            tell(found, show_text=True)
