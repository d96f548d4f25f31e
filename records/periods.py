"""Days, months and years as records write them, and which of two comes first."""

from __future__ import annotations

from calendar import monthrange

from problems import Place


def is_before(first: str, second: str) -> bool:
    """Return whether a day, month or year is over before another begins, as far as both are known.

    `2026` is not before `2026-03`, nor the other way round.
    """
    known = min(len(first), len(second))
    return first[:known] < second[:known]


def first_day(period: str) -> str:
    """Return the first day of a day, month or year."""
    return (period + "-01-01")[: len("2026-03-12")]


def last_day(period: str) -> str:
    """Return the last day of a day, month or year."""
    if len(period) == len("2026-03-12"):
        return period
    year, month = (int(part) for part in first_day(period).split("-")[:2])
    month = month if len(period) == len("2026-03") else 12
    return f"{year}-{month:02}-{monthrange(year, month)[1]}"


def has_sure_day(since: str | None, until: str | None) -> bool:
    """Return whether what lasted from one day, month or year to another surely did on some day.

    What began and ended in one month did not, unless its first day or its last is the month's own. Raises
    ValueError where a month or year cannot be read.
    """
    return since is None or until is None or last_day(since) <= first_day(until)


def line_of(place: Place) -> str:
    """Return the file and line of a place, for a message about another place: `data/plans/a.yml:7`."""
    return f"{place.file}:{place.line}" if place.line else place.file
