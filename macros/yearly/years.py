"""The reporting year: from when to when it lasts, and what lies in it."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from macros.language.months import MONTHS

_JANUARY = 1
_APRIL = 4
_YEARS = re.compile(r"(\d{4})(?:-(\d{2}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class ReportingYear:
    """A year of the partnership."""

    words: str
    """As it is written: `2025-26`, or `2025` where it begins in January."""

    first: str
    """Its first day."""

    last: str
    """Its last day."""

    @property
    def title(self) -> str:
        """The year as a title says it: 2025 to 2026."""
        ends = self.last[:4]
        return self.first[:4] if ends == self.first[:4] else f"{self.first[:4]} to {ends}"

    @property
    def runs_from_april(self) -> bool:
        """Whether it is the year that `2025-26` means everywhere else in the records."""
        return int(self.first[5:7]) in {_JANUARY, _APRIL}

    def holds(self, day: str | None) -> bool:
        """Return whether a day or month lies in it. A year alone lies in that which begins in it."""
        if not day:
            return False
        if len(day) == len("2025"):
            return day == self.first[:4]
        return self.first[: len(day)] <= day <= self.last[: len(day)]

    def overlaps(self, first: str | None, last: str | None) -> bool:
        """Return whether some of a time lies in it. A time without an end has not ended."""
        begun = not first or first <= self.last[: len(first)]
        return begun and (not last or last >= self.first[: len(last)])


def reporting_year(words: str, begins: str = "april") -> ReportingYear | None:
    """Return the year that `2025-26` or `2025` means; None where it is not written as the year needs it.

    `begins` is the month in which the partnership's year begins. Only a year from January is one number.
    """
    month = MONTHS.index(begins) + 1
    written = _YEARS.fullmatch(words)
    if written is None or (written[2] is None) != (month == _JANUARY):
        return None
    year = int(written[1])
    if written[2] is not None and int(written[2]) != (year + 1) % 100:
        return None
    return year_from(year, month)


def year_before(year: ReportingYear) -> ReportingYear:
    """Return the year before."""
    return year_from(int(year.first[:4]) - 1, int(year.first[5:7]))


def year_from(year: int, month: int) -> ReportingYear:
    """Return the reporting year that begins in a month of a year."""
    if month == _JANUARY:
        return ReportingYear(f"{year}", f"{year}-01-01", f"{year}-12-31")
    ended = month - 1
    last = f"{year + 1}-{ended:02}-{monthrange(year + 1, ended)[1]}"
    return ReportingYear(f"{year}-{(year + 1) % 100:02}", f"{year}-{month:02}-01", last)
