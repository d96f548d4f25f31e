"""Reckoning with days, months and years as texts."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from editions.rules.rule import whole_day


def months_after(day: str, months: int) -> str:
    """Return the same day some months later, or the last of that month if there is none such."""
    known = date.fromisoformat(whole_day(day))
    year, month = divmod(known.year * 12 + known.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(known.day, last)).isoformat()


def days_after(day: str, days: int) -> str:
    """Return the day that many days later."""
    return (date.fromisoformat(whole_day(day)) + timedelta(days=days)).isoformat()


def has_come(day: str | None, today: str) -> bool:
    """Return whether a day, month or year has begun; None has not."""
    return bool(day) and whole_day(str(day)) <= today


def is_over(day: str | None, today: str) -> bool:
    """Return whether a day, month or year has ended; None has not."""
    return bool(day) and str(day) < today[: len(str(day))]
