"""The list of what changed: every edition of every public record."""

from __future__ import annotations

from dataclasses import dataclass

from editions.datasets import Issue
from editions.fields import PublicRecord
from macros.views.lookups import Lookups


@dataclass(frozen=True, slots=True)
class Change:
    """One edition."""

    kind: str
    id: str
    record: PublicRecord | None
    """The record as it is now; None when it was withdrawn."""

    issue: Issue


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
