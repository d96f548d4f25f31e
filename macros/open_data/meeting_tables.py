"""Tables of what stands inside meetings: actions, decisions, attendance, each row by itself."""

from __future__ import annotations

from collections.abc import Iterator

from editions.actions import PublicAction, PublicDecision, PublicUpdate, PublicVote
from editions.attendance import PublicAttendance
from editions.fields import PublicUnit
from editions.items import PublicItem
from editions.kinds.meetings import PublicMeeting
from macros.kinds import address_of
from macros.open_data.sources import BETWEEN, Source
from macros.open_data.tables import Column, Reference, Row, Table, column

ADDRESS = Column("address", "string", "Where it stands on the site.")
WITHHELD = Column("withheld", "string", "The reason, if it is withheld in part or as a whole.")
LINE = Column("line", "integer", "The place of the row in its record, from 1.")
OF_MEETING = (
    Column("meeting", "string", "The id of the meeting."),
    Column("date", "string", "The day of the meeting, or the month while the day is not known."),
    Column("group", "string", "Whose meeting it was."),
    Column("group_id", "string", "The id of that group, where it is public."),
)
OF_ITEM = (
    Column("item", "string", "The heading of the item, with its number as printed."),
    Column("item_id", "string", "The id of the item within the meeting."),
)
MEETING = (Reference("meeting", "meetings"), Reference("group_id", "groups"))


def why(unit: PublicUnit) -> str | None:
    """Return the reason for which a unit is withheld, in part or as a whole."""
    if unit.withheld is not None:
        return unit.withheld.reason
    return BETWEEN.join(dict.fromkeys(each.reason for each in unit.withheld_fields)) or None


def _meeting(source: Source, meeting: PublicMeeting) -> Row:
    return meeting.id, meeting.date, source.who(meeting.group), meeting.group.id


def _item(source: Source, item: PublicItem | None) -> Row:
    if item is None:
        return None, None
    return " ".join(part for part in (source.line(item.label), source.line(item.title)) if part), item.id


def _actions(source: Source) -> Iterator[Row]:
    for name, asked in source.lookups.actions.items():
        action, news = asked.action, source.lookups.latest.get(name)
        yield (
            name,
            *_meeting(source, asked.meeting),
            *_item(source, asked.item),
            source.line(action.label),
            source.text(action.text),
            source.parties(action.owners),
            action.due,
            source.line(action.due_words),
            action.status,
            news.update.status if news else None,
            news.meeting.id if news else None,
            why(action),
            source.at(f"{address_of(asked.meeting)}#{PublicAction.anchor}{action.id}"),
        )


ACTIONS = Table(
    name="actions",
    title="Actions",
    meaning="One row for each action of a meeting.",
    columns=(
        Column("id", "string", "The meeting and the id of the action within it."),
        *OF_MEETING,
        *OF_ITEM,
        *(column(PublicAction, name) for name in ("label", "text", "owners", "due", "due_words")),
        column(PublicAction, "status", "status_then"),
        column(PublicUpdate, "status", "status_reported"),
        Column("reported_at", "string", "The later meeting that said so last, by its id."),
        WITHHELD,
        ADDRESS,
    ),
    key=("id",),
    rows=_actions,
    references=(*MEETING, Reference("reported_at", "meetings")),
)


def _decisions(source: Source) -> Iterator[Row]:
    for name, settled in source.lookups.decisions.items():
        decision, vote = settled.decision, settled.decision.vote or PublicVote()
        yield (
            name,
            *_meeting(source, settled.meeting),
            *_item(source, settled.item),
            source.line(decision.label),
            decision.kind,
            source.text(decision.text),
            source.text(decision.condition),
            source.line(decision.reference),
            decision.review,
            source.line(decision.between_meetings),
            vote.in_favour,
            vote.against,
            vote.abstained,
            vote.unanimous,
            decision.replaces,
            why(decision),
            source.at(f"{address_of(settled.meeting)}#{PublicDecision.anchor}{decision.id}"),
        )


DECISIONS = Table(
    name="decisions",
    title="Decisions",
    meaning="One row for each decision of a meeting, or between two meetings.",
    columns=(
        Column("id", "string", "The meeting and the id of the decision within it."),
        *OF_MEETING,
        *OF_ITEM,
        *(
            column(PublicDecision, name)
            for name in ("label", "kind", "text", "condition", "reference", "review", "between_meetings")
        ),
        *(column(PublicVote, name) for name in ("in_favour", "against", "abstained", "unanimous")),
        column(PublicDecision, "replaces"),
        WITHHELD,
        ADDRESS,
    ),
    key=("id",),
    rows=_decisions,
    references=(*MEETING, Reference("replaces", "decisions")),
)


def _attendance(source: Source) -> Iterator[Row]:
    for entry in source.lookups.meetings.values():
        meeting = entry.record
        for line, row in enumerate(meeting.attendance if meeting else (), 1):
            assert meeting is not None  # noqa: S101  # Only a meeting has rows.
            person = row.person
            body = person.organization if person else row.organization.name if row.organization else None
            body_id = person.organization_id if person else row.organization.id if row.organization else None
            yield (
                meeting.id,
                line,
                *_meeting(source, meeting)[1:],
                source.line(person.name) if person else source.line(row.name),
                person.id if person and person.name else None,
                source.line(row.post or (person.role if person else None)),
                source.line(body),
                body_id,
                row.status,
                row.category,
                row.mode,
                BETWEEN.join(row.items),
                BETWEEN.join(row.left_for),
                row.arrived,
                row.left,
                source.line(row.part),
                ", ".join(part for part in (source.who(row.deputy), source.line(row.deputy_name)) if part),
                source.line(row.note),
                why(row),
            )


ATTENDANCE = Table(
    name="attendance",
    title="Attendance",
    meaning="One row for each person or seat that the minutes of a meeting list.",
    columns=(
        OF_MEETING[0],
        LINE,
        *OF_MEETING[1:],
        Column("name", "string", "The name, for somebody who is named."),
        Column("person_id", "string", "The public id of that person."),
        Column("post", "string", "The post on that day."),
        Column("organization", "string", "The organization on that day."),
        Column("organization_id", "string", "The id of that organization, where it is public."),
        *(
            column(PublicAttendance, name)
            for name in ("status", "category", "mode", "items", "left_for", "arrived", "left", "part")
        ),
        column(PublicAttendance, "deputy"),
        column(PublicAttendance, "note"),
        WITHHELD,
    ),
    key=("meeting", "line"),
    rows=_attendance,
    references=(*MEETING, Reference("organization_id", "organizations")),
)
