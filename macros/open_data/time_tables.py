"""Tables of attendance by agency, and of how soon minutes were published."""

from __future__ import annotations

from collections.abc import Iterator

from editions.kinds.groups import PublicGroup
from macros.kinds import address_of
from macros.open_data.meeting_tables import ADDRESS, OF_MEETING
from macros.open_data.sources import Source
from macros.open_data.tables import Column, Reference, Row, Table, column
from macros.views import agencies
from macros.views.promptness import Due, Timing, timings

_MARKS = ("present", "part", "deputy", "apologies", "absent")


def _by_agency(source: Source) -> Iterator[Row]:
    partnership = source.lookups.partnership
    shown = bool(partnership and partnership.attendance_percentages)
    for group in source.lookups.dataset.records(PublicGroup):
        for year in agencies.years(source.lookups, group.id):
            for line, each in enumerate(year.agencies, 1):
                yield (
                    group.id,
                    source.line(group.name),
                    year.year,
                    line,
                    source.line(each.name),
                    each.id,
                    *(each.counts[how] for how in _MARKS),
                    each.listed,
                    year.meetings,
                    year.withheld,
                    each.share if shown else None,
                )


ATTENDANCE_BY_AGENCY = Table(
    name="attendance_by_agency",
    title="Attendance by agency",
    meaning="One row for each agency that the meetings of a group list in a year. Visitors and observers are "
    "left out, and so is who is withheld.",
    columns=(
        Column("group", "string", "The id of the group."),
        column(PublicGroup, "name", "group_name"),
        Column("year", "string", "The year of the meetings."),
        Column("line", "integer", "The place of the row among those of the group and year, from 1."),
        Column("organization", "string", "The agency, as the last of these meetings prints it."),
        Column("organization_id", "string", "The id of that organization, where it is public."),
        Column("present", "integer", "The number of meetings to which somebody came for it."),
        Column("part", "integer", "Those to which somebody came for a part only."),
        Column("deputy", "integer", "Those to which somebody else came in their place."),
        Column("apologies", "integer", "Those for which it sent apologies, and nobody came."),
        Column("absent", "integer", "Those to which nobody came, without apologies."),
        Column("listed", "integer", "The number of meetings that list it: the sum of these five."),
        Column(
            "meetings", "integer", "The number of meetings of the group in the year that list who was there."
        ),
        Column("partly_withheld", "integer", "Those of them where part of the attendance is withheld."),
        Column(
            "share", "integer", "To how many of 100 meetings somebody came, if the partnership shows that."
        ),
    ),
    key=("group", "year", "line"),
    rows=_by_agency,
    references=(Reference("group", "groups"), Reference("organization_id", "organizations")),
)


def _due(timing: Timing, what: str) -> Due | None:
    return next((each for each in timing.dues if each.what == what), None)


def _promptness(source: Source) -> Iterator[Row]:
    for each in reversed(timings(source.lookups)):
        minutes, approved = _due(each, "minutes"), _due(each, "approved")
        yield (
            each.meeting.id,
            each.meeting.date,
            source.who(each.meeting.group),
            each.meeting.group.id,
            each.stage,
            each.minutes,
            each.days,
            minutes.by if minutes else None,
            minutes.late_by if minutes else None,
            each.approved,
            each.approved_minutes,
            approved.by if approved else None,
            approved.late_by if approved else None,
            source.at(address_of(each.meeting)),
        )


PROMPTNESS = Table(
    name="promptness",
    title="How soon minutes are published",
    meaning="One row for each meeting whose day is known, with what was promised of it. What is late is "
    "counted up to the day of the newest edition of all.",
    columns=(
        *OF_MEETING,
        Column(
            "stage", "string", "How far it has come: announced, agenda, held, draft, approved, published."
        ),
        Column("minutes_published", "date", "The day on which minutes were first published."),
        Column("days", "integer", "The days of the calendar from the meeting until then."),
        Column("minutes_due", "date", "The day by which minutes were promised."),
        Column("minutes_late_by", "integer", "How many days late they are, as the promise counts; 0 if not."),
        Column("approved", "date", "The day of their approval, where it is on record."),
        Column("approved_published", "date", "The day on which approved minutes were first published."),
        Column("approved_due", "date", "The day by which approved minutes were promised."),
        Column(
            "approved_late_by", "integer", "How many days late they are, as the promise counts; 0 if not."
        ),
        ADDRESS,
    ),
    key=("meeting",),
    rows=_promptness,
    references=(Reference("meeting", "meetings"), Reference("group_id", "groups")),
)
