"""The public form of the items of a meeting, and of papers, corrections and notes in them."""

from __future__ import annotations

from editions.downloads import PublicDownload
from editions.fields import (
    FarItemId,
    MeetingId,
    PlanActionId,
    Printed,
    PriorityId,
    PublicLine,
    PublicModel,
    PublicProse,
    PublicUnit,
    RecommendationId,
    RecordId,
    TopicId,
    Word,
)
from editions.parts.actions import PublicAction, PublicDecision, PublicParty, PublicUpdate
from editions.parts.attendance import PublicDeclarations


class PublicMinutesApproval(PublicModel):
    """What the meeting did with the minutes of an earlier one."""

    meeting: MeetingId | None = None
    """The earlier meeting."""

    held: PublicLine | None = None
    """The earlier meeting in words, where there is no record of it."""

    outcome: Word
    """What was done."""

    amendments: PublicProse | None = None
    """What was to be changed."""

    signed_by: Printed | None = None
    """Who signed them."""

    note: PublicLine | None = None
    """Who abstained; anything else."""


class PublicCorrection(PublicUnit):
    """A correction of earlier minutes."""

    meeting: MeetingId | None = None
    """The meeting whose minutes are corrected."""

    place: PublicLine | None = None
    """Item or page."""

    old: PublicProse | None = None
    """The words before."""

    new: PublicProse | None = None
    """The words after."""


class PublicPaper(PublicUnit):
    """A paper or appendix. It is listed, and has a file to download where that is published."""

    anchor = "paper-"

    id: RecordId
    """Id within the meeting."""

    label: PublicLine | None = None
    """The label as printed: A, D1, Appendix 2."""

    title: PublicLine
    """Its title."""

    version: PublicLine | None = None
    """Its version."""

    author: tuple[PublicParty, ...] = ()
    """Who wrote it."""

    given: Word | None = None
    """How it was given to the meeting."""

    language: str | None = None
    """Its language, if it is not that of the site."""

    pages: int | None = None
    """How many pages."""

    note: PublicLine | None = None
    """How to see it."""

    address: str | None = None
    """Where it is public elsewhere: a page or a file of somebody else, or of another of our sites."""

    alternative: PublicLine | None = None
    """What the file shows, for whoever cannot see it."""

    download: PublicDownload | None = None
    """The file, where it is published."""


class PublicLink(PublicModel):
    """A page elsewhere: a recording, a consultation."""

    title: PublicLine
    """What is there."""

    address: str
    """Where."""


class PublicLaterNote(PublicUnit):
    """A note written after the meeting."""

    on: str | None = None
    """When it was written."""

    by: Printed | None = None
    """Who wrote it."""

    text: PublicProse
    """The note."""


class PublicItem(PublicUnit):
    """An item of the meeting. Items nest; each is an address."""

    anchor = ""

    id: RecordId
    """Id within the meeting: `#` and this is its address."""

    label: PublicLine | None = None
    """The number as printed: 4, 4a, 150/20. It may repeat or be missing."""

    title: PublicLine
    """The heading."""

    agenda_title: PublicLine | None = None
    """The heading on the agenda, if it differed."""

    purpose: Word | None = None
    """What the item is for."""

    clock: PublicLine | None = None
    """The time printed beside it."""

    presented_by: tuple[PublicParty, ...] = ()
    """Who presented it."""

    author: tuple[PublicParty, ...] = ()
    """Who wrote the report for it."""

    left_the_room: tuple[PublicParty, ...] = ()
    """Who left the room for it."""

    joined: tuple[PublicParty, ...] = ()
    """Who came for it."""

    priorities: tuple[PriorityId, ...] = ()
    """The priorities it concerns."""

    topics: tuple[TopicId, ...] = ()
    """The matters it belongs to, each of which has a page with its history through all meetings."""

    continues: tuple[FarItemId, ...] = ()
    """The items of earlier meetings that it goes on from."""

    plan_actions: tuple[PlanActionId, ...] = ()
    """The actions of plans that it deals with."""

    recommendations: tuple[RecommendationId, ...] = ()
    """The recommendations of reports and reviews that it deals with."""

    carried: PublicLine | None = None
    """To when it was put off."""

    content: Word | None = None
    """Whether there is anything to read."""

    declarations: PublicDeclarations | None = None
    """Interests declared at this item."""

    previous_minutes: tuple[PublicMinutesApproval, ...] = ()
    """What was done with earlier minutes."""

    corrections: tuple[PublicCorrection, ...] = ()
    """Corrections of earlier minutes."""

    outcome: PublicProse | None = None
    """What came of the item, in a sentence or two. It stays when the text is withheld."""

    text: PublicProse | None = None
    """The minute."""

    updates: tuple[PublicUpdate, ...] = ()
    """News of earlier actions."""

    papers: tuple[PublicPaper, ...] = ()
    """Papers of this item."""

    links: tuple[PublicLink, ...] = ()
    """Pages elsewhere."""

    decisions: tuple[PublicDecision, ...] = ()
    """What was settled. `[[decision ID]]` in the text shows one at that place."""

    actions: tuple[PublicAction, ...] = ()
    """What is to be done. `[[action ID]]` in the text shows one at that place."""

    notes_after: tuple[PublicLaterNote, ...] = ()
    """Notes written after the meeting about this item."""

    items: tuple[PublicItem, ...] = ()
    """Items under this one."""
