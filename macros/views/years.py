"""Long registers in parts, by year, so that no page is heavier than a telephone can bear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from macros.views.decisions import Ruling
from macros.views.ledger import CLOSED, Story
from macros.views.lookups import Lookups
from macros.views.registers import year_of
from macros.views.withholdings import Withholding

R = TypeVar("R")

LONGEST = 400
"""A register with more rows than this is shown by year: about 30 kB, packed."""


@dataclass(frozen=True, slots=True)
class Part(Generic[R]):
    """What one page of a register shows."""

    rows: tuple[R, ...]
    years: tuple[tuple[str, int], ...] = ()
    """Each year that has a page, the newest first, with the number of its rows; none for a short register."""

    year: str | None = None
    """The year of the page; None for the register itself."""

    older: int = 0
    """How many rows of earlier years are among them."""

    all: int = 0
    """How many rows there are, where the page shows the newest of them only; else 0."""


def part_of(
    rows: Iterable[R],
    year_of_row: Callable[[R], str],
    year: str | None = None,
    stays: Callable[[R], bool] = lambda _: False,
) -> Part[R]:
    """Return the rows of one year, or what the register itself shows: if it is long, the newest year only.

    Rows of earlier years that `stays` keeps are shown there too, as far as there is room.
    """
    found = tuple(rows)
    times = Counter(year_of_row(each) for each in found)
    years = tuple(sorted(times.items(), reverse=True)) if len(found) > LONGEST else ()
    if year is not None:
        return Part(tuple(each for each in found if year_of_row(each) == year), years, year)
    if not years:
        return Part(found)
    newest = tuple(each for each in found if year_of_row(each) == years[0][0])
    older = tuple(each for each in found if year_of_row(each) != years[0][0] and stays(each))
    older = older[: max(LONGEST - len(newest), 0)]
    return Part((*newest, *older), years, None, len(older))


def newest_of(rows: Iterable[R]) -> Part[R]:
    """Return the newest rows of a register in part, as many as a page can bear."""
    found = tuple(rows)
    return Part(found[:LONGEST], all=len(found) if len(found) > LONGEST else 0)


def actions_of(rows: Iterable[Story], year: str | None = None) -> Part[Story]:
    """Return a part of the actions, by the year of their meetings; those that are open stay in sight."""
    return part_of(rows, lambda row: row.asked.meeting.date[:4], year, lambda row: row.standing != CLOSED)


def decisions_of(rows: Iterable[Ruling], year: str | None = None) -> Part[Ruling]:
    """Return a part of the decisions, by the year of their meetings."""
    return part_of(rows, lambda row: row.settled.meeting.date[:4], year)


def withheld_of(lookups: Lookups, rows: Iterable[Withholding], year: str | None = None) -> Part[Withholding]:
    """Return a part of what is withheld, by the year of the record."""
    found = sorted(rows, key=lambda row: year_of(lookups, row), reverse=True)
    return part_of(found, lambda row: year_of(lookups, row), year)
