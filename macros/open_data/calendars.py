"""Calendars to subscribe to: all meetings, and those of each group.

Every meeting has one name for ever, and the number of its edition says which version of it is newer. What is
not known is said, not made up: a meeting of which only the month is known lasts as long as that month and is
marked as not settled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from editions.datasets import Entry
from editions.kinds.meetings import CALLED_OFF, PublicMeeting
from macros.kinds import address_of
from macros.language.formats import day
from macros.language.words import HAPPENED, MODES
from macros.open_data.sources import Source
from macros.open_data.times import ZONE, When, when_of
from macros.views.meetings import Coming, coming, is_coming

FILE = "calendar.ics"

_DAY = len("2026-03-12")

_ZONE_TEXT = b"""\
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
END:VTIMEZONE
""".replace(b"\n", b"\r\n")
"""British time as it has been since 1996, written out so that no list of time zones changes a byte."""


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a calendar, with the groups whose it is."""

    groups: frozenset[str]
    content: bytes


def calendar_files(source: Source) -> dict[str, bytes]:
    """Return every calendar by its name in the site."""
    events = tuple(_events(source))
    files = {FILE: calendar(source, source.language.pgettext("kind", "Meetings"), events)}
    for entry in source.lookups.groups.values():
        title = source.group(entry)
        chosen = [each for each in events if entry.id in each.groups]
        files[f"groups/{entry.id}/{FILE}"] = calendar(source, title, chosen)
    return files


def calendar(source: Source, title: str, events: Iterable[Event]) -> bytes:
    """Return a calendar of events that are finished already, in their order."""
    from icalendar import Calendar  # noqa: PLC0415  # It takes long to read, and only a build needs it.

    partnership = source.lookups.partnership
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", "-//Partnership Pages//Meetings//EN")
    made.add("calscale", "GREGORIAN")
    name = f"{title}: {source.name}"
    fictional = (
        source.language.gettext(" (made up)") if partnership is not None and partnership.fictional else ""
    )
    for key, value in (("name", name + fictional), ("x-wr-calname", name + fictional)):
        made.add(key, value)
    made.add("x-wr-timezone", ZONE)
    made.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "P1D")
    end = b"END:VCALENDAR\r\n"
    head = made.to_ical().removesuffix(end)
    return b"".join((head, _ZONE_TEXT, *(each.content for each in events), end))


def _events(source: Source) -> Iterator[Event]:
    for entry in source.lookups.meetings.values():
        event = _meeting(source, entry) if entry.record is not None else _withdrawn(source, entry)
        if event is not None:
            yield event
    for each in coming(source.lookups):
        if each.meeting is None:
            event = _announced(source, each)
            if event is not None:
                yield event


def _meeting(source: Source, entry: Entry[PublicMeeting]) -> Event | None:
    """Return the event of a meeting; None where not even its month is known, or it is over and has no day."""
    meeting = entry.record
    assert meeting is not None  # noqa: S101  # The caller has looked.
    ahead = is_coming(source.lookups, meeting)
    when = when_of(source.language, meeting.date, meeting.until, meeting.time)
    if when is None or (when.words and not ahead):
        return None
    off = meeting.happened in CALLED_OFF
    unsettled = ahead and bool(when.words or meeting.date_words)
    title = source.line(meeting.title)
    language = source.language
    open_day = language.gettext("Date to be confirmed") if when.words else ""
    before = language.label("happened", HAPPENED, meeting.happened or "") if off else open_day
    facts = [
        source.line(meeting.group.name),
        when.words,
        source.line(meeting.date_words),
        language.label("mode", MODES, meeting.mode).capitalize() if meeting.mode else "",
    ]
    groups = frozenset(each.id for each in (meeting.group, *meeting.with_groups) if each.id)
    return _event(
        source,
        name=meeting.id,
        groups=groups,
        when=when,
        title=f"{before}: {title}" if before else title,
        status="CANCELLED" if off else "TENTATIVE" if unsettled else "CONFIRMED",
        facts=facts,
        place=source.line(meeting.place),
        page=address_of(meeting),
        entry=entry,
    )


def _withdrawn(source: Source, entry: Entry[PublicMeeting]) -> Event | None:
    """Return the event that takes a withdrawn meeting out of calendars, if its id begins with a day."""
    when = when_of(source.language, entry.id[:_DAY])
    if when is None or when.words:
        return None
    return _event(
        source,
        name=entry.id,
        groups=frozenset(),
        when=when,
        title=source.language.gettext("Withdrawn"),
        status="CANCELLED",
        facts=[source.language.gettext("The page of this meeting was withdrawn.")],
        place="",
        page=f"meetings/{entry.id}/",
        entry=entry,
    )


def _announced(source: Source, each: Coming) -> Event | None:
    """Return the event of a meeting that only the minutes of another announce; None without a month."""
    told, announced = each.announced_in, each.announced
    assert told is not None  # noqa: S101  # What is not on record was announced.
    assert announced is not None  # noqa: S101  # The same.
    when = when_of(source.language, each.date, None, announced.time)
    if when is None:
        return None
    group, said = source.line(each.group.name), source.language.gettext
    return _event(
        source,
        name=f"announced-{each.date}-{each.group.id or 'meeting'}",
        groups=frozenset({each.group.id} if each.group.id else ()),
        when=when,
        title=f"{said('Date to be confirmed')}: {group}" if when.words else group,
        status="TENTATIVE",
        facts=[
            said("Announced on %(day)s; no notice of it is published yet.")
            % {"day": day(source.language, told.date)},
            when.words,
            source.line(announced.date_words),
            source.line(announced.note),
        ],
        place=source.line(announced.place),
        page=address_of(told),
        entry=source.lookups.meetings[told.id],
    )


def _event(
    source: Source,
    *,
    name: str,
    groups: frozenset[str],
    when: When,
    title: str,
    status: str,
    facts: Iterable[str],
    place: str,
    page: str,
    entry: Entry[PublicMeeting],
) -> Event:
    """Return an event as it stands in every calendar that has it."""
    from icalendar import Event as Component  # noqa: PLC0415  # It takes long to read.

    newest = entry.issues[-1] if entry.issues else None
    stamp = datetime.fromisoformat(newest.date if newest else source.lookups.as_of or "2000-01-01")
    made = Component()
    add = made.add
    add("uid", _uid(source, name))
    add("dtstamp", stamp.replace(tzinfo=UTC))
    add("dtstart", when.start)
    if when.end is not None:
        add("dtend", when.end)
    add("summary", title)
    add("status", status)
    add("sequence", newest.number if newest else 0)
    if place:
        add("location", place)
    add("description", "\n".join([*(fact for fact in facts if fact), source.at(page)]))
    add("url", source.at(page))
    if status != "CONFIRMED" or not isinstance(when.start, datetime):
        add("transp", "TRANSPARENT")  # It keeps nobody's day occupied.
    return Event(groups, made.to_ical())


def _uid(source: Source, name: str) -> str:
    """Return the name of an event for ever. The host keeps it apart from those of others."""
    parts = urlsplit(source.address)
    before = parts.path.strip("/").replace("/", ".")
    return f"{before + '.' if before else ''}{name}@{parts.hostname}"
