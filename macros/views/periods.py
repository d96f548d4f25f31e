"""Days, months, quarters and years as records write them: the last day of each, and which is over when."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_FORM = re.compile(
    r"(?P<year>\d{4})(?:-(?P<second>\d{2}))?(?:-(?P<day>\d{2})|-Q(?P<quarter>[1-4]))?", re.ASCII
)
_MONTHS = 12
_QUARTER = 3
_MARCH = 3


def last_day(period: str) -> str:
    """Return the last day of a period: 2025-09-30 for `2025-26-Q2`. Empty for what is no period."""
    found = _FORM.fullmatch(period)
    if found is None:
        return ""
    year, second = int(found["year"]), int(found["second"] or 0)
    if found["day"]:
        return period
    runs_on = bool(second) and (second > _MONTHS or bool(found["quarter"]))
    if found["quarter"]:
        month = int(found["quarter"]) * _QUARTER + (_MARCH if runs_on else 0)
    else:
        month = _MARCH + _MONTHS if runs_on else second or _MONTHS
    year, month = (year + 1, month - _MONTHS) if month > _MONTHS else (year, month)
    return f"{year}-{month:02}-{monthrange(year, month)[1]:02}"


def days_before(day: str, days: int) -> str:
    """Return the day that is so many days before another, both as year-month-day."""
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()


def is_over(first: str, second: str) -> bool:
    """Return whether a day, month or year is over when another begins; a month lasts to its end."""
    known = min(len(first), len(second))
    return first[:known] < second[:known]


def holds(since: str | None, until: str | None, on: str) -> bool:
    """Return whether what lasted from one day to another held on a day, or at some time of a month or year.

    Where an end is not known, it held.
    """
    return not (since and is_over(on, since)) and not (until and is_over(until, on))
