"""Who was at a meeting: attendance, chairing, officers, interests, quorum and the public."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from records.fields import (
    Answer,
    Clock,
    Count,
    ItemRef,
    Line,
    Model,
    Note,
    OrganizationRef,
    PartyRef,
    PersonRef,
    Private,
    Prose,
    Public,
    in_short,
    one_or_more,
)
from records.withholding import Withholdable


class Attendance(Withholdable):
    """One row of the attendance: a person, or a seat that nobody or somebody unnamed filled."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset()
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset()

    person: Public[PersonRef | None] = None
    """Who it is."""

    organization: Public[OrganizationRef | None] = None
    """The organization: of a seat without a person, or of somebody given only by name."""

    name: Public[Line | None] = None
    """The name as printed, for somebody of whom there is no record."""

    post: Public[Line | None] = None
    """The post as printed in these minutes, where it differs from the record."""

    representing: Public[Line | None] = None
    """Whom or what the person represented, as printed."""

    initials: Public[Line | None] = None
    """The initials used in these minutes."""

    status: Public[
        Literal[
            "present",
            "apologies",
            "absent",
            "did-not-attend",
            "deputy-sent",
            "represented",
            "observer",
            "not-yet-member",
            "no-longer-member",
            "vacant",
            "excluded",
        ]
    ] = "present"
    """How the minutes mark the person."""

    also: Public[tuple[Literal["apologies", "present"], ...]] = ()
    """A second mark that contradicts the first, kept because it was printed."""

    category: Public[
        Literal[
            "member",
            "statutory-partner",
            "attendee",
            "invited",
            "support",
            "guest",
            "presenter",
            "public",
            "press",
        ]
        | None
    ] = None
    """In what capacity."""

    mode: Public[Literal["in-person", "phone", "video"] | None] = None
    """How the person took part."""

    items: Public[tuple[ItemRef, ...]] = ()
    """The items the person was there for, where not for all."""

    left_for: Public[tuple[ItemRef, ...]] = ()
    """Items for which the person left the room."""

    arrived: Public[Clock | None] = None
    """When the person came, if late."""

    left: Public[Clock | None] = None
    """When the person went, if early."""

    part: Public[Line | None] = None
    """Part attendance in words: second half."""

    deputy: Public[PersonRef | None] = None
    """Who came instead."""

    deputy_name: Public[Line | None] = None
    """Who came instead, of whom there is no record: a deputy, unnamed."""

    deputy_for: Public[Annotated[tuple[PersonRef, ...], one_or_more()]] = ()
    """Whom this person stood in for, also in their own right."""

    votes_for: Public[OrganizationRef | None] = None
    """The organization whose vote this person held as proxy."""

    note: Public[Line | None] = None
    """Anything else that is printed beside the name."""

    reason: Private[Note | None] = None
    """Why somebody sent apologies. Never published."""

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if not any((self.person, self.organization, self.name)):
            raise PydanticCustomError("one_of", "one of two", {"first": "person", "second": "name"})
        return self


class Chairing(Model):
    """Who chaired, and for which part where the chair changed."""

    person: Public[PersonRef | None] = None
    """Who chaired."""

    name: Public[Line | None] = None
    """The name as printed, where there is no record of the person."""

    role: Public[Literal["chair", "co-chair", "stand-in"]] = "chair"
    """Whether alone, with another, or in somebody's place."""

    items: Public[tuple[ItemRef, ...]] = ()
    """The items, where not the whole meeting."""

    note: Public[Line | None] = None
    """Why the chair changed."""


class Officer(Model):
    """Somebody who serves the meeting."""

    person: Public[PersonRef | None] = None
    """Who."""

    name: Public[Line | None] = None
    """The name as printed, where there is no record of the person."""

    role: Public[Literal["minute-taker", "clerk", "facilitator", "secretariat", "support"]]
    """As what."""


class Interest(Withholdable):
    """An interest that somebody declared."""

    who: Public[PartyRef | None] = None
    """Who declared it."""

    name: Public[Line | None] = None
    """The name as printed, where there is no record."""

    items: Public[tuple[ItemRef, ...]] = ()
    """The items it concerns."""

    nature: Public[Prose | None] = None
    """What it is."""

    standing: Public[Answer] = False
    """Whether it is a standing declaration."""

    effect: Public[Literal["stayed", "withdrew", "did-not-vote"] | None] = None
    """What followed."""


def _declarations(value: object) -> object:
    if value == "none":
        return {"none_declared": True}
    return {"interests": value} if isinstance(value, list | tuple) else value


class Declarations(Model):
    """Declarations of interest; `none` was said at the meeting, which differs from not being recorded."""

    none_declared: Public[bool] = False
    """Whether nobody declared an interest."""

    interests: Public[tuple[Interest, ...]] = ()
    """The interests declared."""


DeclarationsField = Annotated[Declarations, BeforeValidator(_declarations)]
Chairings = Annotated[
    tuple[Annotated[Chairing, in_short("person")], ...],
    one_or_more(),
]


class Quorum(Model):
    """Whether enough were there."""

    needed: Public[Line | None] = None
    """How many and who were needed."""

    present: Public[Line | None] = None
    """Who counted: 5 of 7 organizations."""

    reached: Public[Answer | None] = None
    """Whether it was reached."""

    note: Public[Line | None] = None
    """What followed when it was not."""


class Audience(Withholdable):
    """Members of the public at the meeting."""

    number: Public[Count | None] = None
    """How many came."""

    speakers: Public[tuple[Line, ...]] = ()
    """Who spoke, as printed."""

    statement: Public[Prose | None] = None
    """What was said."""
