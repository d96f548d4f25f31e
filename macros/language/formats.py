"""Dates, times, numbers and money as a language writes them.

The shapes come from the language's table of formats; names of months and days and the signs of numbers from
Babel. Anything that is no date, time or number is returned as it is, for records keep what was printed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from functools import cache

from macros.language.languages import Language

_MONTHS = 12
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_TIMES = re.compile(r"(\d\d:\d\d)(?::\d\d)?(?:[\u2013-](\d\d:\d\d))?", re.ASCII)


@cache
def day(language: Language, value: str, *, weekday: bool = False) -> str:
    """Return a day, month or year: `2026-03-12` as 12 March 2026.

    `weekday` puts the day of the week to a whole day. A day that is in no calendar keeps its number.
    """
    parts = _parts(value)
    if parts is None:
        return value
    year, month, number = parts
    shapes = language.formats["date"]
    if not month:
        return year
    if not number:
        return _written(language, shapes["month"], parts)
    whole = _written(language, shapes["day"], parts)
    named = _weekday(language, value) if weekday else ""
    return str(shapes["with_weekday"]).format(weekday=named, day=whole) if named else whole


def days(language: Language, first: str, last: str | None, *, weekday: bool = False) -> str:
    """Return one day, or the first and last of several: 12 to 14 March 2026."""
    if last is None or last == first:
        return day(language, first, weekday=weekday)
    shapes = language.formats["days"]
    start, end = _parts(first), _parts(last)
    if start is None or end is None or not (start[2] and end[2]):
        return str(shapes["joined"]).format(first=day(language, first), last=day(language, last))
    same = "same_month" if start[:2] == end[:2] else "same_year" if start[0] == end[0] else "apart"
    before, after = shapes[same]
    return str(shapes["joined"]).format(
        first=_written(language, before, start), last=_written(language, after, end)
    )


def quarter(language: Language, first: str, last: str) -> str:
    """Return the first and last month of a quarter: `2025-07` and `2025-09` as July to September 2025."""
    start, end = _parts(first), _parts(last)
    if start is None or end is None:
        return f"{first} {last}"
    shapes = language.formats["days"]
    before, after = shapes["quarter"]
    return str(shapes["joined"]).format(
        first=_written(language, before, start), last=_written(language, after, end)
    )


@cache
def months(language: Language) -> Mapping[int, str]:
    """Return the names of the months, from 1."""
    from babel.dates import get_month_names  # noqa: PLC0415  # The command starts without Babel.

    return dict(get_month_names("wide", "format", language.formats["locale"]))


@cache
def short_months(language: Language) -> Mapping[int, str]:
    """Return the names of the months as short as a picture has room for, from 1."""
    most = language.formats["date"]["short_month"]
    return {number: name[:most] for number, name in months(language).items()}


def clock(language: Language, value: str) -> str:
    """Return a time of day, or two with a dash between: `14:00–16:10` as 2pm to 4:10pm."""
    match = _TIMES.fullmatch(value)
    if match is None:
        return value
    first, last = match[1], match[2]
    if not last:
        return _clock(language, first)
    joined = str(language.formats["clock"]["joined"])
    return joined.format(first=_clock(language, first), last=_clock(language, last))


def number(language: Language, value: str) -> str:
    """Return a number with the thousands set apart and a true minus: `-12500.5` as −12,500.5."""
    sign, rest = _signed(language, value)
    whole = rest.partition(".")[0]
    return f"{sign}{_grouped(language, rest)}" if whole.isdigit() else span(language, value)


def span(language: Language, value: str | int) -> str:
    """Return a number of people as records hold it: a number, `1 to 7`, or `withheld`."""
    first, between, last = str(value).partition(" to ")
    if between:
        return language.gettext("%(first)s to %(last)s") % {"first": first, "last": last}
    return language.gettext("withheld") if value == "withheld" else str(value)


def percent(language: Language, value: str) -> str:
    """Return a share in hundredths: `12.5` as 12.5%."""
    return str(language.formats["number"]["percent"]).format(number=number(language, value))


def money(language: Language, value: str, currency: str = "GBP") -> str:
    """Return an amount of money with as many digits as were printed: `12500` as £12,500."""
    minus, rest = _signed(language, value)
    shapes, sign = language.formats["number"], language.formats["signs"].get(currency, "")
    shape = shapes["money"] if sign else shapes["other_money"]
    return str(shape).format(minus=minus, sign=sign, code=currency, number=_grouped(language, rest))


def years(language: Language, value: str) -> str:
    """Return a year, or one that runs into the next: `2025-26` as 2025/26."""
    first, _, last = value.partition("-")
    return str(language.formats["number"]["years"]).format(first=first, last=last) if last else value


def _parts(value: str) -> tuple[str, str, str] | None:
    match = _DAY.fullmatch(value)
    if match is None or not 1 <= int(match[2] or 1) <= _MONTHS:
        return None
    return match[1], match[2] or "", match[3] or ""


@cache
def _pattern(pattern: str) -> str:
    from babel.dates import parse_pattern  # noqa: PLC0415  # The command starts without Babel.

    return str(parse_pattern(pattern).format)


def _written(language: Language, pattern: str, parts: tuple[str, str, str]) -> str:
    year, month, number = parts
    values = {"y": year, "MMMM": months(language)[int(month)], "d": str(int(number or 1))}
    return _pattern(pattern) % values


@cache
def _clock(language: Language, value: str) -> str:
    from babel.dates import format_time  # noqa: PLC0415  # The command starts without Babel.

    shapes = language.formats["clock"]
    if value in {"00:00", "12:00"}:
        return str(shapes["midday" if value == "12:00" else "midnight"])
    hour, minutes = int(value[:2]), int(value[3:])
    try:
        told = time(hour, minutes)
    except ValueError:
        return value
    return format_time(told, shapes["minutes" if minutes else "hour"], locale=language.formats["locale"])


def _weekday(language: Language, value: str) -> str:
    """Return the name of the day of the week, or nothing for a day that is in no calendar."""
    from babel.dates import get_day_names  # noqa: PLC0415  # The command starts without Babel.

    try:
        number = date.fromisoformat(value).weekday()
    except ValueError:
        return ""
    return str(get_day_names("wide", "format", language.formats["locale"])[number])


def _signed(language: Language, value: str) -> tuple[str, str]:
    """Return the minus of an amount, if it has one, and the amount without it."""
    minus = str(language.formats["number"]["minus"]) if value.startswith("-") else ""
    return minus, value.removeprefix("-")


@cache
def _grouped(language: Language, value: str) -> str:
    """Return digits with the thousands set apart, and after the decimal sign those that were printed."""
    from babel.numbers import format_decimal, get_decimal_symbol  # noqa: PLC0415  # The command starts without.

    locale = language.formats["locale"]
    whole, point, rest = value.partition(".")
    if not whole.isdigit():
        return value
    grouped = format_decimal(int(whole), locale=locale)
    return f"{grouped}{get_decimal_symbol(locale)}{rest}" if point else grouped
