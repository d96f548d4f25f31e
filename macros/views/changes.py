"""The list of what changed: every edition of every public record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from editions.datasets import Issue
from editions.fields import PublicRecord
from editions.kinds.meetings import PublicMeeting
from macros.links import has_page
from macros.views.lookups import Lookups
from macros.views.meetings import is_coming
from macros.views.years import Part, part_of


@dataclass(frozen=True, slots=True)
class Change:
    """One edition."""

    kind: str
    id: str
    record: PublicRecord | None
    """The record as it is now; None when it was withdrawn."""

    issue: Issue


@lru_cache(maxsize=2)
def changes(lookups: Lookups, last: int | None = None) -> tuple[Change, ...]:
    """Return the editions of all records but those of persons, the newest first."""
    found = [
        Change(kind, entry.id, entry.record, issue)
        for kind, entries in lookups.dataset.kinds.items()
        if kind != "people"
        for entry in entries
        for issue in entry.issues
    ]
    found.sort(key=lambda each: (each.kind, each.id, each.issue.number))
    found.sort(key=lambda each: (each.issue.date, each.issue.number), reverse=True)
    return tuple(found[:last])


def changes_of(rows: Iterable[Change], year: str | None = None) -> Part[Change]:
    """Return a part of what changed, by the year of the edition."""
    return part_of(rows, lambda row: row.issue.date[:4], year)


def news(lookups: Lookups, last: int | None = None) -> tuple[Change, ...]:
    """Return the newest change of each public record that has a page, without small ones, the newest first.

    Meetings to come are left out: they stand in a list of their own.
    """
    found: dict[tuple[str, str], Change] = {}
    for each in changes(lookups):
        ahead = isinstance(each.record, PublicMeeting) and is_coming(lookups, each.record)
        if each.record is not None and not each.issue.minor and has_page(each.kind) and not ahead:
            found.setdefault((each.kind, each.id), each)
    return tuple(found.values())[:last]
