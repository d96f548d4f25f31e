"""How far the record of each meeting has come, when that was published, and when it was promised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import median_low

from editions.datasets import Entry, Issue
from editions.kinds.meetings import APPROVED, CALLED_OFF, DRAFTS, MINUTES, PublicMeeting
from editions.parts.promises import PublicPromptness, day_after, day_of, days_between
from macros.views.lookups import Lookups
from macros.views.meetings import is_coming

_APPROVES_NONE = frozenset({"development-day", "by-email", "extraordinary"})


@dataclass(frozen=True, slots=True)
class Due:
    """Something that was promised by a day."""

    what: str
    """`agenda`, `minutes` or `approved`."""

    by: str
    done: str | None
    """The day on which it was published; None as long as it is not."""

    late_by: int
    """How many days late it was published or still is, counted as the promise counts; 0 if it is not late."""


@dataclass(frozen=True, slots=True)
class Timing:
    """How far one meeting has come, and when."""

    meeting: PublicMeeting
    stage: str
    minutes: str | None
    """The day on which minutes were first published."""

    days: int | None
    """The days of the calendar from the meeting until then."""

    counted: int | None
    """The same, counted as the promise counts."""

    approved: str | None
    """The day of the approval, if it is on record."""

    approved_minutes: str | None
    """The day on which approved minutes were first published."""

    dues: tuple[Due, ...]

    @property
    def late(self) -> Due | None:
        """What is late now: promised by a day that is over, and not published yet."""
        return next((each for each in self.dues if each.done is None and each.late_by > 0), None)


@dataclass(frozen=True, slots=True)
class Year:
    """How soon the minutes of one year's meetings were published."""

    year: str
    meetings: int
    """Those of which minutes are published."""

    middle: int
    """Half of them took so many days or fewer, counted as the promise counts."""

    longest: int
    late: int
    """Those whose minutes came later than was promised."""


def promise_of(lookups: Lookups) -> PublicPromptness | None:
    """Return what the policy promises, if anything."""
    return lookups.policy.promptness if lookups.policy else None


def timings(lookups: Lookups) -> tuple[Timing, ...]:
    """Return how far each meeting has come whose day is known, the newest first."""
    found = (timing(lookups, meeting) for meeting in _in_order(lookups))
    return tuple(each for each in found if each is not None)[::-1]


def timing(lookups: Lookups, meeting: PublicMeeting) -> Timing | None:
    """Return how far a meeting has come by the day that stands for today.

    None for one that did not take place, that is withheld or never had minutes, or whose day is not known.
    """
    entry = lookups.meetings.get(meeting.id)
    end = meeting.until or meeting.date
    whole = day_of(end) is not None and day_of(meeting.date) is not None
    if entry is None or not whole or meeting.withheld or meeting.missing or meeting.happened in CALLED_OFF:
        return None
    steps = tuple(_steps(entry, end))
    minutes = next((day for day, status in steps if status in MINUTES and day >= end), None)
    elsewhere = meeting.first_published or ""
    if minutes is not None and day_of(elsewhere) is not None and end <= elsewhere < minutes:
        minutes = elsewhere
    promise = promise_of(lookups)
    return Timing(
        meeting=meeting,
        stage=_stage(lookups, meeting, steps[-1][1] if steps else "planned"),
        minutes=minutes,
        days=days_between(None, end, minutes) if minutes else None,
        counted=days_between(promise, end, minutes) if minutes else None,
        approved=_approval(lookups, meeting),
        approved_minutes=next((day for day, status in steps if status in APPROVED and day >= end), None),
        dues=tuple(_dues(lookups, meeting, steps, minutes)),
    )


def years(timings: tuple[Timing, ...]) -> tuple[Year, ...]:
    """Return how soon minutes were published by the year of the meeting, the newest first."""
    found: dict[str, list[Timing]] = {}
    for each in timings:
        if each.counted is not None:
            found.setdefault(each.meeting.date[:4], []).append(each)
    return tuple(
        Year(
            year,
            len(those),
            median_low(each.counted or 0 for each in those),
            max(each.counted or 0 for each in those),
            sum(any(due.what == "minutes" and due.late_by for due in each.dues) for each in those),
        )
        for year, those in sorted(found.items(), reverse=True)
    )


def late_meetings(lookups: Lookups) -> Mapping[str, Due]:
    """Return what is late now, by the meeting."""
    if promise_of(lookups) is None:
        return {}
    return {each.meeting.id: each.late for each in timings(lookups) if each.late is not None}


def _in_order(lookups: Lookups) -> Iterator[PublicMeeting]:
    return (entry.record for entry in lookups.meetings.values() if entry.record is not None)


def _steps(entry: Entry[PublicMeeting], end: str) -> Iterator[tuple[str, str]]:
    """Yield when each edition was published, and how far the document had come by then.

    An edition whose content was removed says nothing of that. One from after the meeting counts as minutes,
    where the newest is.
    """
    for issue in entry.issues:
        status = issue.status or _unsaid(entry, issue, end)
        if status is not None:
            yield issue.date, status


def _unsaid(entry: Entry[PublicMeeting], issue: Issue, end: str) -> str | None:
    newest = entry.record.status if entry.record and not entry.draft else None
    if issue is entry.issues[-1] and issue.state == "published":
        return newest
    is_minutes = newest in MINUTES and issue.state != "withdrawn" and issue.date >= end
    return "draft" if is_minutes else None


def _stage(lookups: Lookups, meeting: PublicMeeting, status: str) -> str:
    if status in APPROVED:
        return "approved"
    if status in DRAFTS:
        return "draft"
    if status == "final":
        return "published"
    if (meeting.until or meeting.date) < lookups.as_of:
        return "held"
    return "agenda" if status == "agenda" else "announced"


def _approval(lookups: Lookups, meeting: PublicMeeting) -> str | None:
    """Return the day on which minutes were approved, as far as a whole day is on record."""
    approving = lookups.meetings.get(meeting.approved or "")
    day = approving.record.date if approving and approving.record else meeting.approved_on
    return day if day_of(day) else None


def _dues(
    lookups: Lookups, meeting: PublicMeeting, steps: tuple[tuple[str, str], ...], minutes: str | None
) -> Iterator[Due]:
    """Yield what was promised of a meeting."""
    promise, end = promise_of(lookups), meeting.until or meeting.date
    if promise is None or (promise.since and meeting.date < promise.since):
        return
    if promise.agenda_days is not None and meeting.date >= lookups.as_of:
        agenda = next((day for day, status in steps if status != "planned"), None)
        yield from _due(lookups, promise, "agenda", (meeting.date, -promise.agenda_days), agenda)
    if promise.draft_days is not None:
        yield from _due(lookups, promise, "minutes", (end, promise.draft_days), minutes)
    begun = _approval(lookups, meeting) or _next_held(lookups, meeting)
    is_final = bool(steps) and steps[-1][1] == "final"
    if promise.approved_days is not None and begun is not None and not is_final:
        approved = next((day for day, status in steps if status in APPROVED and day >= end), None)
        yield from _due(lookups, promise, "approved", (begun, promise.approved_days), approved)


def _due(
    lookups: Lookups, promise: PublicPromptness, what: str, reckoned: tuple[str, int], done: str | None
) -> Iterator[Due]:
    by = day_after(promise, *reckoned)
    if by is not None:
        late = days_between(promise, by, done or lookups.as_of) or 0
        yield Due(what, by, done, max(late, 1) if (done or lookups.as_of) > by else 0)


def _next_held(lookups: Lookups, meeting: PublicMeeting) -> str | None:
    """Return the day of the next meeting of the group that could approve these minutes, once it is over."""
    for each in lookups.of_group.get(meeting.group.id or "", ()):
        is_later = each.date > meeting.date and day_of(each.date) is not None and each.date < lookups.as_of
        could = each.happened not in CALLED_OFF and each.kind not in _APPROVES_NONE
        if is_later and could and not is_coming(lookups, each):
            return each.until or each.date
    return None
