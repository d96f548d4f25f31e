"""What the words of cells mean: days, amounts, ticks, states."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from records.months import NUMBERS


def _by_word(meanings: Mapping[str, str]) -> dict[str, str]:
    """Return meanings by each of the words that have them, which are written with commas between."""
    return {word.strip(): meaning for meaning, words in meanings.items() for word in words.split(",")}


STATES = _by_word(
    {
        "open": "open, new, not started, outstanding, live, no",
        "in-progress": "in progress, ongoing, on going, started, on track, underway, wip",
        "done": "done, complete, completed, yes, finished",
        "closed": "closed",
        "overdue": "overdue, late",
        "carried-over": "carried over, carried forward, carry forward",
        "superseded": "superseded, replaced",
        "dropped": "dropped, cancelled, withdrawn, no longer required",
    }
)
"""States of actions, by the words that logs use."""

PRESENCE = _by_word(
    {
        "present": "\u2713, \u2714, y, yes, p, present, attended, in attendance",
        "absent": "x, n, no, absent",
        "apologies": "a, apologies, apols, apology",
        "did-not-attend": "did not attend, dna",
        "deputy-sent": "d, deputy, deputy sent",
        "represented": "represented",
        "observer": "observer",
        "vacant": "vacant, vacancy",
    }
)
"""Marks of attendance. A single letter may mean something else in the next list: it is asked about."""

UNSURE_MARKS = frozenset({"x", "a", "n", "no", "d", "p"})
TRENDS = _by_word(
    {
        "new": "new",
        "worse": "up, \u2191, \u25b2, increasing, increased, worse, worsening",
        "better": "down, \u2193, \u25bc, decreasing, decreased, improving, better, reduced",
        "steady": "static, stable, steady, same, no change, unchanged, \u2192, \u2194",
        "closed": "closed",
    }
)
RESPONSES = _by_word(
    {
        "tolerate": "tolerate, accept",
        "treat": "treat, mitigate, reduce",
        "transfer": "transfer, share",
        "terminate": "terminate, avoid",
    }
)


def day_of(text: str) -> str | None:
    """Return a day, month or year as the data format writes it; None for other words.

    Of two numbers the first is the day, as in Britain.
    """
    words = text.strip().lower().replace(",", " ")
    if re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", words):
        return _real(*[int(each) for each in words.split("-")])
    numbers = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})", words)
    if numbers:
        day, month, year = (int(each) for each in numbers.groups())
        return _real(_year(year), month, day)
    named = re.fullmatch(
        r"(?:[a-z]+day )?(?:(\d{1,2})(?:st|nd|rd|th)?[ -]+)?([a-z]+)\.?[ -]+(\d{4}|\d{2})", words
    )
    if named and named[2] in NUMBERS:
        year, month = _year(int(named[3])), NUMBERS[named[2]]
        return _real(year, month, int(named[1])) if named[1] else _real(year, month)
    return None


def _year(number: int) -> int:
    return number if number > 99 else 2000 + number  # noqa: PLR2004  # two digits or four


def _real(year: int, month: int | None = None, day: int | None = None) -> str | None:
    try:
        whole = date(year, month or 1, day or 1).isoformat()
    except ValueError:
        return None
    return whole[: 4 if month is None else 7 if day is None else 10]


def amount_of(text: str) -> str | None:
    """Return an amount of money as the data format writes it; brackets mean below nothing."""
    words = text.strip().replace("\u2212", "-").replace("\u2013", "-")
    negative = words.startswith("(") and words.endswith(")")
    bare = re.sub(r"^[(\-]|[)]$", "", words)
    digits = re.sub(r"[\u00a3\u20ac$\s,]", "", bare)
    if words in {"-", "nil", "Nil"}:
        return "0"
    try:
        value = Decimal(digits)
    except InvalidOperation:
        return None
    if not value.is_finite() or "e" in digits.lower() or value != value.quantize(Decimal("0.01")):
        return None
    sign = "-" if (negative or words.startswith("-")) and value else ""
    return sign + (f"{value:.0f}" if value == value.to_integral_value() else f"{value:.2f}")
