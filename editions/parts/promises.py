"""What the partnership promises about publishing, and by which day that is: arithmetic of days alone."""

from __future__ import annotations

from datetime import date, timedelta

from editions.fields import PublicModel, Word

_FRIDAY = 4
_WHOLE = len("2026-03-12")
_FURTHEST = 2_000
"""So many days away no promise reaches, however many days nobody works."""


class PublicPromptness(PublicModel):
    """How soon the partnership promises to publish. Without a promise, nothing is ever called late."""

    agenda_days: int | None = None
    """How many days before a meeting its agenda is published."""

    draft_days: int | None = None
    """How many days after a meeting its minutes are published, in draft or approved."""

    approved_days: int | None = None
    """How many days after their approval the approved minutes are published. Where no approval is on record,
the next meeting of the group counts."""

    counted: Word = "calendar-days"
    """Which days are counted. Working days are Monday to Friday, without those under `closed`."""

    closed: tuple[str, ...] = ()
    """Other days on which nobody works: bank holidays, the days when the office is closed."""

    since: str | None = None
    """The first day of a meeting for which the promise holds; without it, it holds for all."""


def day_of(text: str | None) -> date | None:
    """Return a whole day of the calendar; None for a month, a year, or anything else."""
    if text is None or len(text) != _WHOLE:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def day_after(promise: PublicPromptness, start: str, days: int) -> str | None:
    """Return the day so many counted days after another, or before it for a number below nothing.

    Any day may be the start; it is not counted itself. None where the start is no whole day.
    """
    first = day_of(start)
    if first is None:
        return None
    step = timedelta(days=1 if days >= 0 else -1)
    left, found = abs(days), first
    for _ in range(_FURTHEST):
        if not left:
            return found.isoformat()
        try:
            found += step
        except OverflowError:
            return None
        left -= is_counted(promise, found)
    return None


def days_between(promise: PublicPromptness | None, first: str, last: str) -> int | None:
    """Return how many counted days lie after one day, up to and with another; below nothing if it is earlier.

    Without a promise, days of the calendar are counted. None where either is no whole day.
    """
    start, end = day_of(first), day_of(last)
    if start is None or end is None:
        return None
    if promise is None or promise.counted != "working-days":
        return (end - start).days
    sooner, later = sorted((start, end))
    count = sum(
        is_counted(promise, sooner + timedelta(days=each + 1)) for each in range((later - sooner).days)
    )
    return count if start <= end else -count


def is_counted(promise: PublicPromptness, day: date) -> bool:
    """Return whether a day is one of those that a promise counts."""
    if promise.counted != "working-days":
        return True
    return day.weekday() <= _FRIDAY and day.isoformat() not in promise.closed
