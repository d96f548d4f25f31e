"""What the pages of meetings and their lists need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from editions.fields import Printed, Written
from editions.kinds.meetings import PublicMeeting, PublicNextMeeting
from editions.marks import Placement, split
from editions.parts.attendance import PublicAttendance, PublicChairing
from editions.parts.items import PublicItem
from editions.texts import written_fields
from editions.walking import items_of
from macros.language.months import MONTHS
from macros.language.words import ATTENDANCE
from macros.views.lookups import Asked, Lookups, Settled


@dataclass(frozen=True, slots=True)
class MeetingView:
    """What the page of a meeting needs besides the meeting."""

    meeting: PublicMeeting
    attendance: tuple[tuple[str, tuple[PublicAttendance, ...]], ...]
    """The rows by their mark, in the order in which a reader looks for them. An empty mark is not public."""

    category: str | None
    """The capacity of everybody in the attendance, if it is one and the same."""

    met: frozenset[Printed]
    """The named people whose post and organization the attendance shows."""

    chairs: Mapping[Printed | str | None, PublicChairing]
    """Who chaired, by person or printed name."""

    items: dict[str, PublicItem]
    """Every item by id, so that others can name it."""

    decisions: tuple[Settled, ...]
    actions: tuple[Asked, ...]
    placed: frozenset[tuple[str, str]]
    """What some text shows at a place of its own, by `action` or `decision` and its id."""

    coming: bool
    """Whether it was still to come when the newest edition of all was published."""

    before: PublicMeeting | None
    """The meeting of the same group before this one."""

    after: PublicMeeting | None


@dataclass(frozen=True, slots=True)
class Coming:
    """A meeting to come: on record, or announced in the newest minutes of its group."""

    date: str
    group: Printed
    meeting: PublicMeeting | None
    announced: PublicNextMeeting | None
    announced_in: PublicMeeting | None


def view_meeting(lookups: Lookups, meeting: PublicMeeting) -> MeetingView:
    """Return what the page of a meeting needs."""
    rows: dict[str, list[PublicAttendance]] = {status: [] for status in ATTENDANCE}
    for row in meeting.attendance:
        rows.setdefault(row.status or "", []).append(row)
    items = {item.id: item for item in items_of(meeting.items)}
    categories = {row.category for row in meeting.attendance}
    series = lookups.of_group.get(meeting.group.id or "", ())
    place = next((number for number, each in enumerate(series) if each.id == meeting.id), None)
    return MeetingView(
        meeting=meeting,
        attendance=tuple((status, tuple(found)) for status, found in rows.items() if found),
        category=categories.pop() if len(meeting.attendance) > 1 and len(categories) == 1 else None,
        met=frozenset(row.person for row in meeting.attendance if row.person and row.person.name),
        chairs={who: each for each in meeting.chair for who in (each.person, each.name) if who},
        items=items,
        decisions=tuple(
            lookups.decisions[f"{meeting.id}/{each.id}"]
            for each in (*meeting.decisions_between, *(d for item in items.values() for d in item.decisions))
        ),
        actions=tuple(
            lookups.actions[f"{meeting.id}/{each.id}"] for item in items.values() for each in item.actions
        ),
        placed=frozenset(_placed(meeting)),
        coming=is_coming(lookups, meeting),
        before=series[place - 1] if place else None,
        after=series[place + 1] if place is not None and place + 1 < len(series) else None,
    )


def is_coming(lookups: Lookups, meeting: PublicMeeting) -> bool:
    """Return whether a meeting was still to come when the newest edition of all was published."""
    announced = meeting.happened in {"held", None} and meeting.status in {"planned", "agenda"}
    return (announced or meeting.happened == "planned") and _is_ahead(lookups, meeting.until or meeting.date)


def _is_ahead(lookups: Lookups, date: str) -> bool:
    """Return whether a day, month or year was not over when the newest edition was published."""
    return date >= lookups.as_of[: len(date)]


def coming(lookups: Lookups, group: str | None = None) -> tuple[Coming, ...]:
    """Return the meetings to come, soonest first, of one group or of all.

    What the newest minutes of a group announce counts unless that meeting is on record.
    """
    found = [
        Coming(meeting.date, meeting.group, meeting, None, None)
        for meeting in published(lookups, group)
        if is_coming(lookups, meeting)
    ]
    for each, series in lookups.of_group.items():
        held = [meeting for meeting in series if not is_coming(lookups, meeting)]
        if not held or group not in {None, each} or held[-1].group.id != each:
            continue
        on_record = {meeting.date for meeting in series}
        if len(held) < len(series):
            on_record.add("later")  # A date on record is news; "to be confirmed" is older.
        for announced in held[-1].next_meetings:
            other = announced.group is not None or announced.body is not None
            date = announced.date or "later"
            until = announced.date or _expected(announced.date_words or "", held[-1].date)
            ahead = date not in on_record and _is_ahead(lookups, until)
            if announced.withheld is None and not other and ahead:
                found.append(Coming(date, held[-1].group, None, announced, held[-1]))
    return tuple(sorted(found, key=lambda each: (each.date, each.group.name or "")))


def _expected(words: str, told_on: str) -> str:
    """Return by when a meeting without a date should be over: the month or year that its words name.

    A month without a year is the next one from the month in which it was told. Words without either stand
    for a year from then.
    """
    told_year, told_month = int(told_on[:4]), told_on[5:7] or "01"
    year = re.search(r"\b(?:19|20)\d\d\b", words)
    months = [number for number, name in enumerate(MONTHS, 1) if re.search(rf"\b{name.title()}\b", words)]
    if months:
        month = f"{max(months):02}"
        return f"{year[0] if year else told_year + (month < told_month)}-{month}"
    return year[0] if year else f"{told_year + 1}-{told_month}"


def published(
    lookups: Lookups, group: str | None = None, year: str | None = None
) -> tuple[PublicMeeting, ...]:
    """Return the meetings on record in order of date, of one group or of all, of one year or of all."""
    if group is not None:
        found: Iterable[PublicMeeting] = lookups.of_group.get(group, ())
    else:
        found = (entry.record for entry in lookups.meetings.values() if entry.record is not None)
    return tuple(meeting for meeting in found if year is None or meeting.date[:4] == year)


def by_year(meetings: Iterable[PublicMeeting]) -> tuple[tuple[str, tuple[PublicMeeting, ...]], ...]:
    """Return meetings by year, the newest first."""
    years: dict[str, list[PublicMeeting]] = {}
    for meeting in sorted(meetings, key=lambda each: (each.date, each.id), reverse=True):
        years.setdefault(meeting.date[:4], []).append(meeting)
    return tuple((year, tuple(found)) for year, found in years.items())


def _placed(model: BaseModel) -> Iterator[tuple[str, str]]:
    """Yield what the prose of a model, at any depth, shows at a place of its own."""
    prose = {name for name, written in written_fields(type(model)).items() if written is Written.PROSE}
    for name in type(model).model_fields:
        value = getattr(model, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, BaseModel):
                yield from _placed(each)
            elif name in prose and each and "[[" in each:
                yield from ((part.kind, part.id) for part in split(each) if isinstance(part, Placement))
