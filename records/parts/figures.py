"""Figures of an indicator: the periods they are for, targets, and series to compare with."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from records.fields import Answer, Line, Number, PartialDay, PeopleCount, Prose, Public, read_as
from records.withholding import Withholdable

MONTHS = 12
QUARTER = 3
_SHORTER = (1, QUARTER)
_APRIL = 4
_FORM = r"\d{4}(-\d{2}(-\d{2})?)?(-Q[1-4])?"
_QUARTER = re.compile(r"(\d{4})(?:-(\d{2}))?-Q([1-4])", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where a period begins, and how long it is."""

    starts: date
    months: int
    """How many months it lasts; 0 for a single day."""


def span_of(period: str) -> Span:
    """Return where a period begins and how long it is. Raises ValueError for one that does not exist.

    A year that runs into the next begins in April. `2026-02` is February, and `2010-11`, which could be
    either, is November: such an old year is written with its quarters, or by the day on which it ends.
    """
    quarter = _QUARTER.fullmatch(period)
    if quarter:
        if quarter[2] and not _runs_on(int(quarter[1]), quarter[2]):
            raise ValueError(period)
        months = (int(quarter[3]) - 1) * QUARTER + (_APRIL - 1 if quarter[2] else 0)
        return Span(date(int(quarter[1]) + months // MONTHS, months % MONTHS + 1, 1), QUARTER)
    parts = period.split("-")
    year = int(parts[0])
    if len(parts) == 1:
        return Span(date(year, 1, 1), MONTHS)
    if len(parts) > len(("year", "month")):
        return Span(date.fromisoformat(period), 0)
    if 1 <= int(parts[1]) <= MONTHS:
        return Span(date(year, int(parts[1]), 1), 1)
    if _runs_on(year, parts[1]):
        return Span(date(year, _APRIL, 1), MONTHS)
    raise ValueError(period)


def parts_of(span: Span, spans: Collection[Span]) -> Iterator[tuple[Span, ...]]:
    """Yield the shorter periods that make up a period, in each length of which there is one among `spans`."""
    for months in _SHORTER:
        if months < span.months and span.months % months == 0:
            parts = tuple(_later(span.starts, past, months) for past in range(0, span.months, months))
            if not set(parts).isdisjoint(spans):
                yield parts


def _later(starts: date, past: int, months: int) -> Span:
    """Return the period of so many months that begins so many months after a day."""
    month = starts.month - 1 + past
    return Span(date(starts.year + month // MONTHS, month % MONTHS + 1, starts.day), months)


def _runs_on(year: int, second: str) -> bool:
    """Return whether two digits are those of the year after."""
    return int(second) == (year + 1) % 100


def _period(text: str) -> str:
    """Return the text of a period; ValueError where there is no such period."""
    span_of(text)
    return text


Period = Annotated[str, read_as("period", _FORM, _period)]
"""A day, month, year, or quarter: `2026-03-31`, `2026-03`, `2026`, `2025-26`, `2025-26-Q2`, `2026-Q2`.

The quarters of a year that runs into the next begin in April: `2025-26-Q2` is July to September 2025.
"""


class Point(Withholdable):
    """One figure of a series, or the reason why there is none."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"period"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"period"})

    period: Public[Period]
    """The time it is for."""

    value: Public[Number | None] = None
    """The figure, unless it is a number of people."""

    people: Public[PeopleCount | None] = None
    """The number of people. Write the exact one: the public sees `0`, `1 to 7`, or the nearest five."""

    of: Public[PeopleCount | None] = None
    """Of how many people these are a share, where the unit is per cent. Write the exact number: the public
    sees the percentage only as far as it follows from what it sees of the two."""

    missing: Public[Line | None] = None
    """Why there is no figure for this time. It stands in place of one."""

    provisional: Public[Answer] = False
    """Whether it may still change."""

    note: Public[Line | None] = None
    """What the reader should know about it."""


class Category(Withholdable):
    """One part of those who are counted: the children under five."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"name"})

    name: Public[Line]
    """Who is counted here."""

    points: Public[tuple[Point, ...]] = ()
    """Its figures, the oldest first."""

    note: Public[Line | None] = None
    """What the reader should know about it."""


class Breakdown(Withholdable):
    """The same figures by age, by place, by need."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"name"})

    name: Public[Line]
    """By what: By age."""

    whole: Public[Answer] = False
    """Whether everybody is in one of the categories and in no other, so that they add up to the figures of
    the indicator."""

    categories: Public[tuple[Category, ...]] = ()
    """The categories, in the order printed."""

    note: Public[Line | None] = None
    """What the reader should know about it."""


class Target(Withholdable):
    """What an indicator is to reach."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"by"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"by"})

    by: Public[PartialDay]
    """By when."""

    value: Public[Number]
    """The figure, also where people are counted: a target is a number of nobody."""

    note: Public[Line | None] = None
    """Anything else: who set it."""


class Comparison(Withholdable):
    """The same figure elsewhere: England, the region, similar areas."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"name"})

    name: Public[Line]
    """Where."""

    points: Public[tuple[Point, ...]] = ()
    """Its figures, the oldest first."""

    note: Public[Prose | None] = None
    """How far the two can be compared."""
