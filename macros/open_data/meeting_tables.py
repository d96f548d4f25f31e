"""Tables of what stands inside meetings: actions, decisions, attendance, each row by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from editions.fields import PublicUnit
from editions.kinds.meetings import PublicMeeting
from editions.parts.actions import PublicAction, PublicDecision, PublicUpdate, PublicVote
from editions.parts.attendance import PublicAttendance
from editions.parts.items import PublicItem
from editions.walking import items_of
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
        story = source.ledger.stories[name]
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
            action.priority,
            action.since,
            source.line(action.origin),
            story.standing,
            story.is_overdue,
            story.due,
            source.line(story.due_words),
            story.closed_on,
            story.closed_by.meeting.id if story.closed_by else None,
            story.carried,
            story.reopened,
            story.age,
            _known(source.lookups.actions, story.superseded_by),
            BETWEEN.join(story.agencies),
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
        *(column(PublicAction, name) for name in ("priority", "since", "origin")),
        Column("standing", "string", "open, closed, or withheld where that is not public."),
        Column("overdue", "boolean", "Whether it is open and its date is over."),
        Column("due_now", "string", "By when, after the last change of the date: a day, month or year."),
        Column("due_now_words", "string", "The same in words."),
        Column("closed_on", "string", "When it was closed."),
        Column("closed_at", "string", "The meeting that closed it, by its id."),
        Column("carried_over", "integer", "How many later meetings heard of it and left it open."),
        Column("reopened", "integer", "How often it was opened again."),
        Column("days", "integer", "How many days it was open, or has been."),
        column(PublicAction, "superseded_by"),
        Column(
            "agencies", "string", "The ids of the organizations that own it; all stands for all partners."
        ),
    ),
    key=("id",),
    rows=_actions,
    references=(
        *MEETING,
        Reference("reported_at", "meetings"),
        Reference("closed_at", "meetings"),
        Reference("superseded_by", "actions"),
    ),
)


def _known(known: Collection[str], name: str | None) -> str | None:
    return name if name in known else None


def _action_updates(source: Source) -> Iterator[Row]:
    for entry in source.lookups.meetings.values():
        meeting = entry.record
        line = 0
        for item in items_of(meeting.items) if meeting else ():
            for update in item.updates:
                assert meeting is not None  # noqa: S101  # Only a meeting has items.
                line += 1
                yield (
                    meeting.id,
                    line,
                    *_meeting(source, meeting)[1:],
                    *_item(source, item),
                    _known(source.lookups.actions, update.action),
                    source.line(update.about),
                    source.line(update.label),
                    source.text(update.text),
                    source.parties(update.owners),
                    update.status,
                    update.on,
                    update.due,
                    source.line(update.due_words),
                    _known(source.lookups.actions, update.superseded_by),
                    source.text(update.note),
                    why(update),
                    source.at(f"{address_of(meeting)}#{item.id}"),
                )


ACTION_UPDATES = Table(
    name="action_updates",
    title="News of actions",
    meaning="One row for each report of a meeting on an action of an earlier one.",
    columns=(
        OF_MEETING[0],
        LINE,
        *OF_MEETING[1:],
        *OF_ITEM,
        *(
            column(PublicUpdate, name)
            for name in (
                "action",
                "about",
                "label",
                "text",
                "owners",
                "status",
                "on",
                "due",
                "due_words",
                "superseded_by",
                "note",
            )
        ),
        WITHHELD,
        ADDRESS,
    ),
    key=("meeting", "line"),
    rows=_action_updates,
    references=(*MEETING, Reference("action", "actions"), Reference("superseded_by", "actions")),
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
            decision.on,
            decision.means,
            source.who(decision.proposer),
            source.who(decision.seconder),
            _known(source.lookups.decisions, decision.reverses),
            BETWEEN.join(source.rulings[name].replaced_by),
            BETWEEN.join(source.rulings[name].reversed_by),
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
        *(column(PublicDecision, name) for name in ("on", "means", "proposer", "seconder", "reverses")),
        Column("replaced_by", "string", "The ids of the later decisions that replaced it."),
        Column("reversed_by", "string", "The ids of the later decisions that took it back."),
    ),
    key=("id",),
    rows=_decisions,
    references=(*MEETING, Reference("replaces", "decisions"), Reference("reverses", "decisions")),
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
