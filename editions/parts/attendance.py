"""The public form of attendance at a meeting."""

from __future__ import annotations

from editions.fields import Printed, PublicLine, PublicModel, PublicProse, PublicUnit, RecordId, Word


class PublicChairing(PublicModel):
    """Who chaired, and for which part where the chair changed."""

    person: Printed | None = None
    """Who chaired."""

    name: PublicLine | None = None
    """The name as printed, where there is no record of the person."""

    role: Word | None = None
    """Whether alone, with another, or in somebody's place."""

    items: tuple[RecordId, ...] = ()
    """The items, where not the whole meeting."""

    note: PublicLine | None = None
    """Why the chair changed."""


class PublicOfficer(PublicModel):
    """Somebody who serves the meeting."""

    person: Printed | None = None
    """Who."""

    name: PublicLine | None = None
    """The name as printed, where there is no record of the person."""

    role: Word
    """As what."""


class PublicAttendance(PublicUnit):
    """One row of the attendance: a person, or a seat that nobody or somebody unnamed filled."""

    person: Printed | None = None
    """Who it is."""

    organization: Printed | None = None
    """The organization: of a seat without a person, or of somebody given only by name."""

    name: PublicLine | None = None
    """The name as printed, for somebody of whom there is no record."""

    post: PublicLine | None = None
    """The post as printed in these minutes, where it differs from the record."""

    representing: PublicLine | None = None
    """Whom or what the person represented, as printed."""

    initials: PublicLine | None = None
    """The initials used in these minutes."""

    status: Word | None = None
    """How the minutes mark the person."""

    also: tuple[Word, ...] = ()
    """A second mark that contradicts the first, kept because it was printed."""

    category: Word | None = None
    """In what capacity."""

    mode: Word | None = None
    """How the person took part."""

    items: tuple[RecordId, ...] = ()
    """The items the person was there for, where not for all."""

    left_for: tuple[RecordId, ...] = ()
    """Items for which the person left the room."""

    arrived: str | None = None
    """When the person came, if late."""

    left: str | None = None
    """When the person went, if early."""

    part: PublicLine | None = None
    """Part attendance in words: second half."""

    deputy: Printed | None = None
    """Who came instead."""

    deputy_name: PublicLine | None = None
    """Who came instead, of whom there is no record: a deputy, unnamed."""

    deputy_for: tuple[Printed, ...] = ()
    """Whom this person stood in for, also in their own right."""

    votes_for: Printed | None = None
    """The organization whose vote this person held as proxy."""

    note: PublicLine | None = None
    """Anything else that is printed beside the name."""


class PublicAudience(PublicUnit):
    """Members of the public at the meeting."""

    number: int | None = None
    """How many came."""

    speakers: tuple[PublicLine, ...] = ()
    """Who spoke, as printed."""

    statement: PublicProse | None = None
    """What was said."""


class PublicQuorum(PublicModel):
    """Whether enough were there."""

    needed: PublicLine | None = None
    """How many and who were needed."""

    present: PublicLine | None = None
    """Who counted: 5 of 7 organizations."""

    reached: bool | None = None
    """Whether it was reached."""

    note: PublicLine | None = None
    """What followed when it was not."""


class PublicInterest(PublicUnit):
    """An interest that somebody declared."""

    who: Printed | None = None
    """Who declared it."""

    name: PublicLine | None = None
    """The name as printed, where there is no record."""

    items: tuple[RecordId, ...] = ()
    """The items it concerns."""

    nature: PublicProse | None = None
    """What it is."""

    standing: bool = False
    """Whether it is a standing declaration."""

    effect: Word | None = None
    """What followed."""


class PublicDeclarations(PublicModel):
    """Declarations of interest; `none` was said at the meeting, which differs from not being recorded."""

    none_declared: bool = False
    """Whether nobody declared an interest."""

    interests: tuple[PublicInterest, ...] = ()
    """The interests declared."""
