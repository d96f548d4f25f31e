"""Counts of people as the public sees them, so that no small group can be made out.

Every count stands in one *step*: 0, a small number, or those that are rounded to the same. What is shown
is one step, or a band of several in a row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST = 999_999_999
"""More people than this cannot be written in a record."""

WITHHELD = "withheld"
"""What stands in place of a number of people about which nothing may be said."""

_SPAN = re.compile(r"(\d+) to (\d+)", re.ASCII)

Band = tuple[int, int]
"""The fewest and the most people that what is shown can stand for."""


class People(int):
    """An exact number of people on its way to being shown. No public model takes it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Rounding:
    """How counts of people are shown, which the policy can change."""

    largest: int = 7
    """Up to this many, only that there were some is shown (after NHS England's rule for small numbers)."""

    step: int = 5
    """Larger counts are shown to the nearest of this."""

    narrowest: int = 3
    """At least so many numbers must remain possible for whoever reckons with all that is shown."""


USUAL = Rounding()
"""What holds where the policy says nothing."""


def coarse(count: int, rounding: Rounding = USUAL) -> str:
    """Return a count of people as the public sees it alone: `0`, `1 to 7`, or the nearest five."""
    return words_of(band_of(count, rounding), rounding)


def step_of(count: int, rounding: Rounding) -> int:
    """Return the number of the step in which a count stands: 0 for none, 1 for a small one, and so on."""
    if count == 0:
        return 0
    if count <= rounding.largest:
        return 1
    return 2 + (_nearest(count, rounding) - _nearest(rounding.largest + 1, rounding)) // rounding.step


def lowest_of(step: int, rounding: Rounding) -> int:
    """Return the lowest count of a step."""
    first = (0, 1, rounding.largest + 1)
    if step < len(first):
        return first[step]
    nearest = _nearest(rounding.largest + 1, rounding) + (step - 2) * rounding.step
    return nearest - rounding.step // 2


def band_of(count: int, rounding: Rounding) -> Band:
    """Return the counts that stand in the same step as this one."""
    step = step_of(count, rounding)
    return lowest_of(step, rounding), lowest_of(step + 1, rounding) - 1


def words_of(band: Band, rounding: Rounding) -> str:
    """Return the words for a band: of one step as for a count alone, else `8 to 17`, or `withheld`."""
    low, high = band
    if high >= MOST:
        return WITHHELD
    if low <= rounding.largest or step_of(low, rounding) != step_of(high, rounding):
        return "0" if high == 0 else f"{low} to {high}"
    return str(_nearest(low, rounding))


def read_band(words: str, rounding: Rounding) -> Band | None:
    """Return the band that words stand for; None where they say nothing."""
    span = _SPAN.fullmatch(words)
    if span:
        return int(span[1]), int(span[2])
    if not words.isdecimal():
        return None
    return band_of(int(words), rounding)


def share_of(people: str, of: str, rounding: Rounding) -> str | None:
    """Return the percentage that one number is of another, from what is shown of both; None if nothing."""
    part, whole = read_band(people, rounding), read_band(of, rounding)
    if part is None or whole is None or not whole[0]:
        return None
    low = min(100, 100 * part[0] // whole[1])
    high = min(100, -(-100 * part[1] // whole[0]))
    return str(low) if low == high else f"{low} to {high}"


def _nearest(count: int, rounding: Rounding) -> int:
    return (count + rounding.step // 2) // rounding.step * rounding.step
