"""The public form of meetings."""

from __future__ import annotations

from editions.fields import (
    MeetingId,
    Printed,
    PublicLine,
    PublicModel,
    PublicProse,
    PublicRecord,
    PublicUnit,
    Word,
)
from editions.kind import PublicKind
from editions.parts.actions import PublicAction, PublicDecision
from editions.parts.attendance import (
    PublicAttendance,
    PublicAudience,
    PublicChairing,
    PublicDeclarations,
    PublicOfficer,
    PublicQuorum,
)
from editions.parts.items import PublicCorrection, PublicItem, PublicLaterNote, PublicLink, PublicPaper

DRAFTS = frozenset({"draft", "circulated"})
"""The states of minutes that nobody has approved."""

APPROVED = frozenset({"approved", "corrected"})
"""The states of minutes that a later meeting approved."""

MINUTES = DRAFTS | APPROVED | {"final"}
"""The states in which a document is minutes, not a date or an agenda."""

CALLED_OFF = frozenset({"cancelled", "abandoned", "postponed"})
"""What became of meetings that did not take place on their day."""

NOT_HELD = CALLED_OFF | {"planned"}
"""The same, with those that are still to come."""


class PublicTimes(PublicModel):
    """Times that the minutes print besides start and end."""

    called: str | None = None
    """When the meeting was called for."""

    opened: str | None = None
    """When it opened."""

    public_part_closed: str | None = None
    """When the public part closed."""

    closed: str | None = None
    """When it closed."""


class PublicNextMeeting(PublicUnit):
    """A coming meeting that the minutes announce."""

    group: Printed | None = None
    """Which group, if it is not this one."""

    body: PublicLine | None = None
    """Which body, where there is no record of it."""

    date: str | None = None
    """When, as far as it is known."""

    date_words: PublicLine | None = None
    """When, in words: to be confirmed."""

    time: str | None = None
    """From when to when."""

    place: PublicLine | None = None
    """Where."""

    note: PublicLine | None = None
    """Anything else."""


class PublicSignature(PublicModel):
    """How the minutes were signed."""

    by: Printed | None = None
    """Who signed."""

    name: PublicLine | None = None
    """The name as printed, where there is no record of the person."""

    on: str | None = None
    """When."""

    blank: bool = False
    """Whether a place for a signature was left blank."""


class PublicOtherText(PublicUnit):
    """A part of the document that belongs to no item: a notice, a box, a closing line."""

    title: PublicLine | None = None
    """Its heading, if it has one."""

    text: PublicProse
    """Its text."""


class PublicMeeting(PublicRecord):
    """A meeting of a group. It is published as a date first, then with its agenda, then with its minutes."""

    title: PublicLine
    """The title as printed."""

    group: Printed
    """Whose meeting it was."""

    with_groups: tuple[Printed, ...] = ()
    """Other groups that met jointly with it."""

    with_bodies: tuple[PublicLine, ...] = ()
    """Other bodies that met jointly with it, where there is no record of them."""

    kind: Word | None = None
    """What sort of meeting."""

    series: PublicLine | None = None
    """Its number in the series as printed: 13th meeting."""

    date: str
    """The day, or the month while the day is not known."""

    until: str | None = None
    """The last day, if it took several."""

    date_words: PublicLine | None = None
    """The date as printed, where it contradicts itself or is to be confirmed."""

    time: str | None = None
    """From when to when."""

    times: PublicTimes | None = None
    """Other times printed in the minutes."""

    place: PublicLine | None = None
    """Where: room, building, online."""

    mode: Word | None = None
    """How people met."""

    happened: Word | None = None
    """Whether it took place."""

    status: Word
    """The state of the document: a date announced, an agenda, draft minutes, approved minutes."""

    status_words: PublicLine | None = None
    """The status as printed: draft subject to approval, signed, abridged."""

    version: PublicLine | None = None
    """The version as printed: V0.4."""

    approved: MeetingId | None = None
    """The meeting that approved these minutes."""

    approved_on: str | None = None
    """When they were approved, if not at a meeting on record."""

    first_published: str | None = None
    """When they were first published, if that was elsewhere."""

    missing: PublicLine | None = None
    """Why there are no minutes: cancelled, lost, only a draft survives."""

    language: str | None = None
    """The language of the record, if it is not that of the site."""

    other_languages: tuple[MeetingId, ...] = ()
    """The same minutes in other languages."""

    chair: tuple[PublicChairing, ...] = ()
    """Who chaired: one person, or several with the part each had."""

    minute_taker: Printed | None = None
    """Who took the minutes."""

    officers: tuple[PublicOfficer, ...] = ()
    """Others who served the meeting."""

    attendance: tuple[PublicAttendance, ...] = ()
    """Who was there, who sent apologies, who came instead."""

    apologies: Word | None = None
    """`none` when it was said that nobody sent apologies."""

    public_present: PublicAudience | None = None
    """Members of the public who came."""

    quorum: PublicQuorum | None = None
    """Whether enough were there."""

    declarations: PublicDeclarations | None = None
    """Declarations of interest: a list, or `none` when it was said that there were none. Missing means not
recorded."""

    summary: PublicProse | None = None
    """What the meeting was about, in two plain sentences."""

    preamble: PublicProse | None = None
    """Text before the first item."""

    items: tuple[PublicItem, ...] = ()
    """The items, in the order of the document."""

    order: PublicLine | None = None
    """How the order differed from the agenda."""

    decisions_between: tuple[PublicDecision, ...] = ()
    """Decisions made since the last meeting, by e-mail or otherwise."""

    corrections: tuple[PublicCorrection, ...] = ()
    """Corrections of earlier minutes that belong to no item."""

    papers: tuple[PublicPaper, ...] = ()
    """Papers that belong to no item."""

    links: tuple[PublicLink, ...] = ()
    """Pages elsewhere: a recording."""

    forward_agenda: tuple[PublicLine, ...] = ()
    """Matters for coming agendas."""

    next_meetings: tuple[PublicNextMeeting, ...] = ()
    """The meetings announced."""

    signature: PublicSignature | None = None
    """How the minutes were signed."""

    notes_after: tuple[PublicLaterNote, ...] = ()
    """Notes written after the meeting."""

    other: tuple[PublicOtherText, ...] = ()
    """Whatever else the document holds."""


KIND = PublicKind(
    name="meetings",
    model=PublicMeeting,
    order=6,
    parts={"items": PublicItem, "actions": PublicAction, "decisions": PublicDecision},
)
