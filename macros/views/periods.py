"""The last day of a day, month, quarter or year, as records write them."""

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
