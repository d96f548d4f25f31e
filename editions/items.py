"""The public form of the items of a meeting and what stands in them."""

from __future__ import annotations

from editions.attendance import PublicDeclarations
from editions.fields import (
    ActionId,
    DecisionId,
    MeetingId,
    Printed,
    PublicLine,
    PublicModel,
    PublicProse,
    PublicUnit,
    RecordId,
    Word,
)


class PublicParty(PublicModel):
    """Somebody who owns, presents, proposes: on record, or only as printed."""

    who: Printed | None = None
    """A person, post, group or organization by id, or `all` for all partners."""

    name: PublicLine | None = None
    """As printed, where there is no record: an outside body, a team, bare initials."""

    through: Printed | None = None
    """Who helps, or through whom it is done."""

    note: PublicLine | None = None
    """Anything else that is printed beside it."""


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


class PublicUpdate(PublicUnit):
    """News of an action of an earlier meeting."""

    action: ActionId | None = None
    """The action, by meeting and action id."""

    about: PublicLine | None = None
    """What it is about, if it is older than the records: page 5 of the previous minutes."""

    label: PublicLine | None = None
    """The number of the older action as printed, where there is no record of it."""

    text: PublicProse | None = None
    """What was to be done, where there is no record of it."""

    owners: tuple[PublicParty, ...] = ()
    """Who was to do it, where there is no record of it."""

    status: Word | None = None
    """How it stands now."""

    status_words: PublicLine | None = None
    """The status as printed."""

    on: str | None = None
    """The day of the news, if it is not the day of the meeting."""

    note: PublicProse | None = None
    """What was reported."""


class PublicPaper(PublicUnit):
    """A paper or appendix. It is listed; the file itself is not published yet."""

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


class PublicLink(PublicModel):
    """A page elsewhere: a recording, a consultation."""

    title: PublicLine
    """What is there."""

    address: str
    """Where."""


class PublicVote(PublicModel):
    """How a vote went."""

    in_favour: int | None = None
    """Votes for."""

    against: int | None = None
    """Votes against."""

    abstained: int | None = None
    """Abstentions."""

    absent: int | None = None
    """Members who were not there."""

    unanimous: bool | None = None
    """Whether nobody was against."""

    casting_vote: Printed | None = None
    """Who gave the casting vote."""

    note: PublicLine | None = None
    """Who abstained and why; votes by name as printed."""


class PublicDecision(PublicUnit):
    """Something the meeting settled."""

    id: RecordId
    """Id within the meeting: `#decision-` and this is its address."""

    label: PublicLine | None = None
    """The number as printed."""

    kind: Word | None = None
    """What sort of decision."""

    text: PublicProse
    """What was decided."""

    also_printed: tuple[PublicProse, ...] = ()
    """Other wordings of it in the same minutes."""

    condition: PublicProse | None = None
    """What it is subject to."""

    reference: PublicLine | None = None
    """A reference number of the partnership's own."""

    review: str | None = None
    """When it is to be looked at again."""

    to: tuple[PublicParty, ...] = ()
    """To whom it is recommended."""

    proposer: Printed | None = None
    """Who proposed it."""

    seconder: Printed | None = None
    """Who seconded it."""

    vote: PublicVote | None = None
    """How the vote went."""

    without_objection: bool = False
    """Whether it passed because nobody objected."""

    implied: bool = False
    """Whether it stands in the minutes without being set apart as a decision."""

    between_meetings: PublicLine | None = None
    """How and when, if it was made between meetings: by e-mail, 3 March 2026."""

    replaces: DecisionId | None = None
    """The earlier decision that it replaces or reverses."""


class PublicAction(PublicUnit):
    """Something that somebody is to do."""

    id: RecordId
    """Id within the meeting: `#action-` and this is its address."""

    label: PublicLine | None = None
    """The number as printed; it may repeat."""

    text: PublicProse
    """What is to be done."""

    also_printed: tuple[PublicProse, ...] = ()
    """Other wordings of it in the same minutes."""

    owners: tuple[PublicParty, ...] = ()
    """Who is to do it, in the order printed."""

    due: str | None = None
    """By when: a day, month or year."""

    due_words: PublicLine | None = None
    """By when, in words: by the next meeting, as soon as possible, ongoing."""

    status: Word | None = None
    """How it stood when these minutes were written."""

    status_words: PublicLine | None = None
    """The status as printed."""

    origin: PublicLine | None = None
    """Where it comes from, if it is older than this meeting."""

    implied: bool = False
    """Whether the minutes agree on it without listing it as an action."""


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

    priorities: tuple[str, ...] = ()
    """The priorities it concerns."""

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
