"""Meetings: from a date announced, through the agenda, to the approved minutes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from problems import Problem, Severity, Wording
from records.checks.attending import approved_afterwards, attendance_in_order
from records.checks.follow_ups import news_in_order, replaced_by_later, superseded_by_others
from records.fields import (
    Answer,
    Clock,
    Day,
    GroupRef,
    Hours,
    LanguageTag,
    Line,
    MeetingRef,
    Model,
    PartialDay,
    PartyRef,
    PersonRef,
    Prose,
    Public,
    one_or_more,
)
from records.kind import Key, Kind, Locate, Part
from records.parts.actions import Action, Decision
from records.parts.attendance import Attendance, Audience, Chairings, DeclarationsField, Officer, Quorum
from records.parts.items import Correction, Item, LaterNote, Link, Paper
from records.withholding import Record, Withholdable

ENDS_BEFORE_IT_BEGINS = Wording(
    "ends-before-it-begins",
    "This time of day ends before it begins.",
    "Write when it began first, then when it ended, on a clock of 24 hours: `14:00–16:10`. If the minutes "
    "print it so, leave it.",
    Severity.WARNING,
)


class Times(Model):
    """Times that the minutes print besides start and end."""

    called: Public[Clock | None] = None
    """When the meeting was called for."""

    opened: Public[Clock | None] = None
    """When it opened."""

    public_part_closed: Public[Clock | None] = None
    """When the public part closed."""

    closed: Public[Clock | None] = None
    """When it closed."""


class Signature(Model):
    """How the minutes were signed."""

    by: Public[PartyRef | None] = None
    """Who signed."""

    name: Public[Line | None] = None
    """The name as printed, where there is no record of the person."""

    on: Public[Day | None] = None
    """When."""

    blank: Public[Answer] = False
    """Whether a place for a signature was left blank."""


class NextMeeting(Withholdable):
    """A coming meeting that the minutes announce."""

    group: Public[GroupRef | None] = None
    """Which group, if it is not this one."""

    body: Public[Line | None] = None
    """Which body, where there is no record of it."""

    date: Public[PartialDay | None] = None
    """When, as far as it is known."""

    date_words: Public[Line | None] = None
    """When, in words: to be confirmed."""

    time: Public[Hours | None] = None
    """From when to when."""

    place: Public[Line | None] = None
    """Where."""

    note: Public[Line | None] = None
    """Anything else."""


class OtherText(Withholdable):
    """A part of the document that belongs to no item: a notice, a box, a closing line."""

    title: Public[Line | None] = None
    """Its heading, if it has one."""

    text: Public[Prose]
    """Its text."""


class Meeting(Record):
    """A meeting of a group. It is published as a date first, then with its agenda, then with its minutes."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset(
        {"id", "title", "group", "date", "kind", "status", "happened"}
    )
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset(
        {"id", "group", "date", "status", "happened"}
    )

    title: Public[Line]
    """The title as printed."""

    group: Public[GroupRef]
    """Whose meeting it was."""

    with_groups: Public[Annotated[tuple[GroupRef, ...], one_or_more()]] = ()
    """Other groups that met jointly with it."""

    with_bodies: Public[Annotated[tuple[Line, ...], one_or_more()]] = ()
    """Other bodies that met jointly with it, where there is no record of them."""

    kind: Public[
        Literal[
            "ordinary",
            "inaugural",
            "extraordinary",
            "special",
            "annual",
            "shadow",
            "development-day",
            "by-email",
        ]
    ] = "ordinary"
    """What sort of meeting."""

    series: Public[Line | None] = None
    """Its number in the series as printed: 13th meeting."""

    date: Public[PartialDay]
    """The day, or the month while the day is not known."""

    until: Public[Day | None] = None
    """The last day, if it took several."""

    date_words: Public[Line | None] = None
    """The date as printed, where it contradicts itself or is to be confirmed."""

    time: Public[Hours | None] = None
    """From when to when."""

    times: Public[Times | None] = None
    """Other times printed in the minutes."""

    place: Public[Line | None] = None
    """Where: room, building, online."""

    mode: Public[Literal["in-person", "online", "hybrid", "phone", "email"] | None] = None
    """How people met."""

    happened: Public[Literal["planned", "held", "cancelled", "abandoned", "postponed"]] = "held"
    """Whether it took place."""

    status: Public[Literal["planned", "agenda", "draft", "circulated", "final", "approved", "corrected"]]
    """The state of the document: a date announced, an agenda, draft minutes, approved minutes; `final` where
    minutes do not say whether they were approved."""

    status_words: Public[Line | None] = None
    """The status as printed: draft subject to approval, signed, abridged."""

    version: Public[Line | None] = None
    """The version as printed: V0.4."""

    approved: Public[MeetingRef | None] = None
    """The meeting that approved these minutes."""

    approved_on: Public[PartialDay | None] = None
    """When they were approved, if not at a meeting on record."""

    first_published: Public[PartialDay | None] = None
    """When they were first published, if that was elsewhere."""

    missing: Public[Line | None] = None
    """Why there are no minutes: cancelled, lost, only a draft survives."""

    language: Public[LanguageTag | None] = None
    """The language of the record, if it is not that of the site."""

    other_languages: Public[tuple[MeetingRef, ...]] = ()
    """The same minutes in other languages."""

    chair: Public[Chairings] = ()
    """Who chaired: one person, or several with the part each had."""

    minute_taker: Public[PersonRef | None] = None
    """Who took the minutes."""

    officers: Public[tuple[Officer, ...]] = ()
    """Others who served the meeting."""

    attendance: Public[tuple[Attendance, ...]] = ()
    """Who was there, who sent apologies, who came instead."""

    apologies: Public[Literal["none"] | None] = None
    """`none` when it was said that nobody sent apologies. Who did stands under `attendance`."""

    public_present: Public[Audience | None] = None
    """Members of the public who came."""

    quorum: Public[Quorum | None] = None
    """Whether enough were there."""

    declarations: Public[DeclarationsField | None] = None
    """Declarations of interest: a list, or `none` when it was said that there were none. Missing means not
    recorded."""

    summary: Public[Prose | None] = None
    """What the meeting was about, in two plain sentences."""

    preamble: Public[Prose | None] = None
    """Text before the first item."""

    items: Public[tuple[Item, ...]] = ()
    """The items, in the order of the document."""

    order: Public[Line | None] = None
    """How the order differed from the agenda."""

    decisions_between: Public[tuple[Decision, ...]] = ()
    """Decisions made since the last meeting, by e-mail or otherwise."""

    corrections: Public[tuple[Correction, ...]] = ()
    """Corrections of earlier minutes that belong to no item."""

    papers: Public[tuple[Paper, ...]] = ()
    """Papers that belong to no item."""

    links: Public[tuple[Link, ...]] = ()
    """Pages elsewhere: a recording."""

    forward_agenda: Public[tuple[Line, ...]] = ()
    """Matters for coming agendas."""

    next_meetings: Public[tuple[NextMeeting, ...]] = ()
    """The meetings announced."""

    signature: Public[Signature | None] = None
    """How the minutes were signed."""

    notes_after: Public[tuple[LaterNote, ...]] = ()
    """Notes written after the meeting."""

    other: Public[tuple[OtherText, ...]] = ()
    """Whatever else the document holds."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.until and len(self.date) == len("2026-03-12") and self.until.isoformat() < self.date:
            raise PydanticCustomError("ends_before_start", "ends first", {"first": "date", "second": "until"})
        return self


def hours_in_order(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each time of a meeting, or of a coming one, that ends before it begins.

    A meeting of several days may begin late and end early.
    """
    for key, meeting in records.items():
        if key[0] != "meetings":
            continue
        if meeting.until is None and _is_backwards(meeting.time):
            yield ENDS_BEFORE_IT_BEGINS.at(locate(key, ("time",)))
        times = meeting.times
        if meeting.until is None and times and times.opened and times.closed and times.closed < times.opened:
            yield ENDS_BEFORE_IT_BEGINS.at(locate(key, ("times", "closed")))
        for position, coming in enumerate(meeting.next_meetings):
            if _is_backwards(coming.time):
                yield ENDS_BEFORE_IT_BEGINS.at(locate(key, ("next_meetings", position, "time")))


def _is_backwards(hours: str | None) -> bool:
    """Return whether the second of two times of day comes before the first."""
    begins, _, ends = (hours or "").partition("\u2013")
    return bool(ends) and ends < begins


def _day(meeting: Meeting) -> str:
    return meeting.date


def _gaps(answers: Mapping[str, str]) -> Mapping[str, str]:
    return {"open_actions": answers.get("open_actions", "")}


KIND = Kind(
    name="meetings",
    model=Meeting,
    word="meeting",
    title="Meeting",
    order=6,
    example={
        "id": "2026-03-12-executive",
        "title": "Safeguarding Executive",
        "group": "executive",
        "date": "2026-03-12",
        "happened": "held",
        "status": "draft",
    },
    parts={
        "items": Part(Item, "item"),
        "actions": Part(Action, "action"),
        "decisions": Part(Decision, "decision"),
    },
    day=_day,
    gaps=_gaps,
    checks=(
        attendance_in_order,
        approved_afterwards,
        hours_in_order,
        news_in_order,
        superseded_by_others,
        replaced_by_later,
    ),
)
