"""Priorities: what the partnership has chosen to work on, across the plans that carry it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from problems import Problem, Wording
from records.checks.circles import no_circles
from records.fields import Line, PartialDay, PriorityRef, Prose, Public
from records.kind import Key, Kind, Locate
from records.parts.actions import Parties
from records.parts.items import Link
from records.periods import is_before, line_of
from records.withholding import Record

ENDS_FIRST = Wording(
    "priority-ends-first",
    "The priority ends before it begins: `since` is at {other}.",
    "Correct whichever of the two days is wrong.",
)


class Priority(Record):
    """A priority of the partnership. It has one record, however many plans it stands in."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"id", "title", "since", "until"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"id"})

    title: Public[Line]
    """Its name."""

    summary: Public[Prose | None] = None
    """What it is, in two or three plain sentences."""

    why: Public[Prose | None] = None
    """Why it matters."""

    since: Public[PartialDay | None] = None
    """When it became a priority."""

    until: Public[PartialDay | None] = None
    """When it stopped being one; missing while it lasts."""

    ended_because: Public[Prose | None] = None
    """Why it stopped being one."""

    successor: Public[PriorityRef | None] = None
    """The priority that took over from it."""

    lead: Public[Parties] = ()
    """Who leads on it."""

    scope: Public[Line | None] = None
    """To what it is limited: young people only, the north of the area only."""

    joint_with: Public[tuple[Line, ...]] = ()
    """The areas, partnerships or boards with which it is shared."""

    links: Public[tuple[Link, ...]] = ()
    """Pages elsewhere."""


def _in_order(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each priority that ends before it begins."""
    for key, priority in records.items():
        dated = key[0] == KIND.name and priority.since and priority.until
        if dated and is_before(priority.until, priority.since):
            yield ENDS_FIRST.at(locate(key, ("until",)), other=line_of(locate(key, ("since",))))


KIND = Kind(
    name="priorities",
    model=Priority,
    word="priority",
    title="Priority",
    order=7,
    example={"id": "neglect", "title": "Neglect", "date": "2026-04-01"},
    checks=(no_circles("priorities", "successor"), _in_order),
)
