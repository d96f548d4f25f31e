"""Days and times written in words, as minutes print them, with what contradicts itself in them."""
# ruff: noqa: SIM905 (a list of words reads better as one text)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from records.months import NUMBERS

_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b,?\s+(?:the\s+)?)?"
_DAY = r"(?P<{0}>\d{{1,2}})\s?(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        (
            rf"\b{_WEEKDAY}{_DAY.format('day')}(?:\s+{_MONTH.format('month')})?\s*(?:-|\u2013|to|and|&)\s*"
            rf"{_DAY.format('last')}\s+(?:of\s+)?{_MONTH.format('last_month')},?\s+{_YEAR}\b"
        ),
        rf"\b{_WEEKDAY}{_DAY.format('day')}\s+(?:of\s+)?{_MONTH.format('month')},?\s+{_YEAR}\b",
        rf"\b{_WEEKDAY}{_MONTH.format('month')}\s+{_DAY.format('day')},?\s+{_YEAR}\b",
        rf"\b{_WEEKDAY}(?<![\d./-])(?P<year>(?:19|20)\d{{2}})-(?P<number>\d{{1,2}})-(?P<day>\d{{1,2}})(?![\d/])",
        rf"\b{_WEEKDAY}(?<![\d./-])(?P<day>\d{{1,2}})[./-](?P<number>\d{{1,2}})[./-](?P<year>(?:20)?\d{{2}})(?![\d/-])",
        rf"\b{_MONTH.format('month')},?\s+{_YEAR}\b",
    )
)
_HOUR = r"(?P<{0}>\d{{1,2}})(?:[.:](?P<{1}>\d{{2}}))?\s?(?P<{2}>a\.?m\b\.?|p\.?m\b\.?|noon|hrs|hours)?"
_HOURS = re.compile(
    rf"(?<![\d./:\u00a3-]){_HOUR.format('hour', 'minute', 'half')}\s*(?:-|\u2013|\u2014|to|until|till)\s*"
    rf"(?:{_HOUR.format('hour2', 'minute2', 'half2')}|(?P<noon>noon|midday))(?![\d/%])",
    re.IGNORECASE,
)
_CLOCK = re.compile(rf"(?<![\d./:\u00a3-]){_HOUR.format('hour', 'minute', 'half')}(?![\d/%])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day, or a month, found in a text."""

    day: str
    """As records write it: `2026-03-12`, or `2026-03` where only a month is named."""
    words: str
    start: int
    end: int
    until: str = ""
    """The last day, where it names several."""
    wrong_weekday: bool = False
    """Whether the day of the week printed beside it is another."""
    doubtful: bool = False
    """Whether day and month could be exchanged, or the calendar has no such day."""


def days_in(text: str) -> tuple[FoundDay, ...]:
    """Return the days and months named in a text, in order."""
    found: list[FoundDay] = []
    for form in _FORMS:
        for match in form.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            day = _found(match)
            if day is not None:
                found.append(day)
    return tuple(sorted(found, key=lambda each: each.start))


def _found(match: re.Match[str]) -> FoundDay | None:
    parts = match.groupdict()
    year = int(parts["year"]) + (2000 if len(parts["year"]) == 2 else 0)
    words, start, end = match[0], match.start(), match.end()
    month = _month(parts.get("month") or parts.get("last_month") or "") or int(parts.get("number") or 0)
    if not parts.get("day"):
        impossible = re.search(r"\d(?:st|nd|rd|th)?\s+(?:of\s+)?$", match.string[:start]) is not None
        return FoundDay(f"{year:04}-{month:02}", words, start, end, doubtful=impossible)
    try:
        day = date(year, month, int(parts["day"]))
        last = parts.get("last")
        until = date(year, _month(parts["last_month"]), int(last)).isoformat() if last else ""
    except ValueError:
        return None
    weekday = (parts.get("weekday") or "").lower()
    wrong = bool(weekday) and not _DAYS[day.weekday()].startswith(weekday[:3])
    doubtful = (
        bool(parts.get("number")) and not words.startswith(str(year)) and day.day <= 12 and day.day != month
    )
    return FoundDay(day.isoformat(), words, start, end, until, wrong, doubtful)


def _month(word: str) -> int:
    return NUMBERS.get(word[:3].lower(), 0)


def hours_in(text: str) -> tuple[str, str] | None:
    """Return the first span of hours, or hour, in a text as records write it, and as printed; or None."""
    for match in _HOURS.finditer(text):
        hours = _span(match)
        if hours:
            return hours, match[0]
    for match in _CLOCK.finditer(text):
        if match["half"] or (match["minute"] and int(match["minute"]) < 60):
            clock = _clock(match["hour"], match["minute"], match["half"])
            if clock:
                return clock, match[0]
    return None


def _span(match: re.Match[str]) -> str:
    told = any(match[name] for name in ("minute", "half", "minute2", "half2", "noon"))
    if not told:
        return ""
    second = "12:00" if match["noon"] else _clock(match["hour2"], match["minute2"], match["half2"])
    half = match["half"] or ""
    if not half and second:
        half = "pm" if second >= "12:00" and _before(match["hour"], second) else ""
    first = _clock(match["hour"], match["minute"], half)
    return f"{first}\u2013{second}" if first and second and first < second else ""


def _before(hour: str, second: str) -> bool:
    """Return whether an hour without half of the day is in the afternoon, as what follows it is."""
    return int(hour) % 12 + 12 <= int(second[:2]) and int(hour) != 12


def _clock(hour: str, minute: str | None, half: str | None) -> str:
    """Return a time on the 24-hour clock; without a half, an hour before seven is in the afternoon."""
    number, rest = int(hour), int(minute or 0)
    word = (half or "").lower().replace(".", "")
    if word == "pm" and number < 12:
        number += 12
    elif word == "am" and number == 12:
        number = 0
    elif not word and 1 <= number < 7 and len(hour) == 1:
        number += 12
    return f"{number:02}:{rest:02}" if number < 24 and rest < 60 else ""


def without_days(text: str) -> Iterator[str]:
    """Yield the pieces of a text around its days and hours: places, notes."""
    spans = [(each.start, each.end) for each in days_in(text)]
    spans += [match.span() for match in _HOURS.finditer(text) if _span(match)]
    spans += [match.span() for match in _CLOCK.finditer(text) if match["half"]]
    at = 0
    for start, end in sorted(spans):
        if start > at:
            yield text[at:start]
        at = max(at, end)
    yield text[at:]
