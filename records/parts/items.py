"""The items of a meeting, and the papers, corrections and notes that stand in them."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from records.fields import (
    Answer,
    Count,
    Day,
    Derived,
    FarItemRef,
    Id,
    LanguageTag,
    Line,
    MeetingRef,
    Model,
    Note,
    PartyRef,
    PlanActionRef,
    PriorityRef,
    Private,
    Prose,
    Public,
    RecommendationRef,
    TopicRef,
    WebAddress,
    one_or_more,
)
from records.parts.actions import Action, Decision, Parties, Update
from records.parts.attendance import DeclarationsField
from records.withholding import Withholdable


class MinutesApproval(Model):
    """What the meeting did with the minutes of an earlier one."""

    meeting: Public[MeetingRef | None] = None
    """The earlier meeting."""

    held: Public[Line | None] = None
    """The earlier meeting in words, where there is no record of it."""

    outcome: Public[Literal["agreed", "agreed-with-amendments", "not-ready", "deferred", "not-agreed"]]
    """What was done."""

    amendments: Public[Prose | None] = None
    """What was to be changed."""

    signed_by: Public[PartyRef | None] = None
    """Who signed them."""

    note: Public[Line | None] = None
    """Who abstained; anything else."""


class Correction(Withholdable):
    """A correction of earlier minutes."""

    meeting: Public[MeetingRef | None] = None
    """The meeting whose minutes are corrected."""

    place: Public[Line | None] = None
    """Item or page."""

    old: Public[Prose | None] = None
    """The words before."""

    new: Public[Prose | None] = None
    """The words after."""


class Paper(Withholdable):
    """A paper or appendix. It is listed; its file is published only with `publish: yes`."""

    id: Public[Id]
    """Id within the meeting."""

    label: Public[Line | None] = None
    """The label as printed: A, D1, Appendix 2."""

    title: Public[Line]
    """Its title."""

    version: Public[Line | None] = None
    """Its version."""

    author: Public[Parties] = ()
    """Who wrote it."""

    given: Public[
        Literal["with-agenda", "tabled", "to-follow", "sent-later", "shown", "hard-copy", "not-attached"]
        | None
    ] = None
    """How it was given to the meeting."""

    language: Public[LanguageTag | None] = None
    """Its language, if it is not that of the site."""

    pages: Public[Count | None] = None
    """How many pages."""

    note: Public[Line | None] = None
    """How to see it."""

    address: Public[WebAddress | None] = None
    """Where it is public elsewhere: a page or a file of somebody else, or of another of our sites."""

    file: Private[Line | None] = None
    """The file, by its path inside `data/files/`. The path is never published."""

    publish: Derived[Answer] = False
    """Whether the file is published too, cleaned of what nobody sees in it. Else the paper is only listed."""

    alternative: Public[Line | None] = None
    """What the file shows, for whoever cannot see it. A picture that is published needs it."""


class Link(Model):
    """A page elsewhere: a recording, a consultation."""

    title: Public[Line]
    """What is there."""

    address: Public[WebAddress]
    """Where."""


class LaterNote(Withholdable):
    """A note written after the meeting."""

    on: Public[Day | None] = None
    """When it was written."""

    by: Public[PartyRef | None] = None
    """Who wrote it."""

    text: Public[Prose]
    """The note."""


class Item(Withholdable):
    """An item of the meeting. Items nest; each is an address."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"id", "label", "title", "outcome"})

    id: Public[Id]
    """Id within the meeting: `#` and this is its address."""

    label: Public[Line | None] = None
    """The number as printed: 4, 4a, 150/20. It may repeat or be missing."""

    title: Public[Line]
    """The heading."""

    agenda_title: Public[Line | None] = None
    """The heading on the agenda, if it differed."""

    purpose: Public[
        Literal["decision", "discussion", "information", "assurance", "by-exception", "standing"] | None
    ] = None
    """What the item is for."""

    clock: Public[Line | None] = None
    """The time printed beside it."""

    presented_by: Public[Parties] = ()
    """Who presented it."""

    author: Public[Parties] = ()
    """Who wrote the report for it."""

    left_the_room: Public[Parties] = ()
    """Who left the room for it."""

    joined: Public[Parties] = ()
    """Who came for it."""

    priorities: Public[tuple[PriorityRef, ...]] = ()
    """The priorities it concerns."""

    topics: Public[Annotated[tuple[TopicRef, ...], one_or_more()]] = ()
    """The matters it belongs to, each of which has a page with its history through all meetings."""

    continues: Public[Annotated[tuple[FarItemRef, ...], one_or_more()]] = ()
    """The items of earlier meetings that it goes on from."""

    plan_actions: Public[Annotated[tuple[PlanActionRef, ...], one_or_more()]] = ()
    """The actions of plans that it deals with."""

    recommendations: Public[Annotated[tuple[RecommendationRef, ...], one_or_more()]] = ()
    """The recommendations of reports and reviews that it deals with."""

    carried: Public[Line | None] = None
    """To when it was put off."""

    content: Public[Literal["minuted", "no-update", "heading-only", "not-minuted", "not-reached"]] = "minuted"
    """Whether there is anything to read."""

    declarations: Public[DeclarationsField | None] = None
    """Interests declared at this item."""

    previous_minutes: Public[Annotated[tuple[MinutesApproval, ...], one_or_more()]] = ()
    """What was done with earlier minutes."""

    corrections: Public[tuple[Correction, ...]] = ()
    """Corrections of earlier minutes."""

    outcome: Public[Prose | None] = None
    """What came of the item, in a sentence or two. It stays when the text is withheld."""

    text: Public[Prose | None] = None
    """The minute."""

    updates: Public[tuple[Update, ...]] = ()
    """News of earlier actions."""

    papers: Public[tuple[Paper, ...]] = ()
    """Papers of this item."""

    links: Public[tuple[Link, ...]] = ()
    """Pages elsewhere."""

    decisions: Public[tuple[Decision, ...]] = ()
    """What was settled. `[[decision ID]]` in the text shows one at that place."""

    actions: Public[tuple[Action, ...]] = ()
    """What is to be done. `[[action ID]]` in the text shows one at that place."""

    notes_after: Public[tuple[LaterNote, ...]] = ()
    """Notes written after the meeting about this item."""

    items: Public[tuple[Item, ...]] = ()
    """Items under this one."""

    office_note: Private[Note | None] = None
    """A note for the office. Never published."""
