"""When meetings are, in British time, as calendars and search engines want it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from macros.language.formats import day
from macros.language.languages import Language

ZONE = "Europe/London"
_ZONE = ZoneInfo(ZONE)
_TIME = re.compile(r"(\d\d:\d\d)(?:\u2013(\d\d:\d\d))?", re.ASCII)
_MONTH = len("2026-03")
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class When:
    """When something is. Both are days, or both times; the end is the first day or moment after it."""

    start: date | datetime
    end: date | datetime | None
    words: str = ""
    """What is not known of it, in words."""


def when_of(language: Language, first: str, last: str | None = None, hours: str | None = None) -> When | None:
    """Return when a meeting is, by its days and hours; None where not even the month is known.

    A meeting of which the month is known lasts all month. One of several days has no hours.
    """
    try:
        if len(first) == _MONTH:
            start = date.fromisoformat(f"{first}-01")
            end = date(start.year + start.month // _DECEMBER, start.month % _DECEMBER + 1, 1)
            words = language.gettext("The day in %(month)s is not settled yet.") % {
                "month": day(language, first)
            }
            return When(start, end, words)
        start = date.fromisoformat(first)
        end = date.fromisoformat(last) if last else start
    except ValueError:
        return None
    found = _TIME.fullmatch(hours) if hours else None
    if found is None or end > start:
        return When(start, max(start, end) + timedelta(days=1))
    begins = datetime.combine(start, time.fromisoformat(found[1]), _ZONE)
    ends = datetime.combine(start, time.fromisoformat(found[2]), _ZONE) if found[2] else None
    return When(begins, ends if ends is not None and ends > begins else None)


def moment(date: str) -> str:
    """Return the beginning of a day in Britain, with its difference from Greenwich."""
    return datetime.fromisoformat(date).replace(tzinfo=_ZONE).isoformat()
