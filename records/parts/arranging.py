"""The pieces of published arrangements: structure, options, money, steps on the way, whom to ring."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from records.fields import (
    BudgetRef,
    Count,
    EmailAddress,
    GroupRef,
    Id,
    Line,
    MeetingRef,
    Model,
    Money,
    PartialDay,
    Prose,
    Public,
    Telephone,
    WebAddress,
    Years,
    in_short,
)
from records.parts.actions import Parties, Party
from records.withholding import Withholdable


class LawInForce(Model):
    """A law or guidance on which the arrangements rest."""

    title: Public[Line]
    """Its title."""

    kind: Public[Literal["act", "regulations", "guidance", "agreement"] | None] = None
    """What sort of text it is."""

    provision: Public[Line | None] = None
    """Which part of it: sections 16E to 16L."""

    date: Public[PartialDay | None] = None
    """Of when the text is that was followed."""

    address: Public[WebAddress | None] = None
    """Where it can be read."""

    note: Public[Line | None] = None
    """What it asks for."""


class PlaceInStructure(Withholdable):
    """A group, and its place in the structure that the arrangements set up."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"group", "name", "role"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset()

    group: Public[GroupRef | None] = None
    """The group."""

    name: Public[Line | None] = None
    """The group, where there is no record of it."""

    role: Public[
        Literal[
            "answers-to",
            "leads",
            "sub-group",
            "joint-sub-group",
            "task-and-finish",
            "conference",
            "network",
            "works-with",
        ]
        | None
    ] = None
    """Its place: `answers-to` for a board to which the partnership answers, `leads` for the executive."""

    joint_with: Public[tuple[Line, ...]] = ()
    """The areas with which it is shared."""

    chair: Public[Line | None] = None
    """Who chairs it, and how the chair changes."""

    frequency: Public[Line | None] = None
    """How often it meets."""

    takes_over_from: Public[Line | None] = None
    """What did its work before."""

    text: Public[Prose | None] = None
    """What it does."""

    @model_validator(mode="after")
    def _one_group(self) -> Self:
        if (self.group is None) == (self.name is None):
            raise PydanticCustomError("one_of", "one of two", {"first": "group", "second": "name"})
        return self


class JointWork(Withholdable):
    """Work that is shared with another area."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"area"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset()

    area: Public[Line | None] = None
    """The other area or areas."""

    partners: Public[Parties] = ()
    """With whom."""

    subjects: Public[tuple[Line, ...]] = ()
    """On what, one subject a line."""

    text: Public[Prose | None] = None
    """How, and why."""


class Option(Withholdable):
    """A way of arranging things that was considered."""

    id: Public[Id]
    """Id within the arrangements: `#option-` and this is its address."""

    label: Public[Line | None] = None
    """The number as printed."""

    title: Public[Line | None] = None
    """The option in a few words. One without a printed title or number is shown as Option 1, Option 2."""

    text: Public[Prose | None] = None
    """What it would have meant."""

    reasons_for: Public[Prose | None] = None
    """What spoke for it."""

    reasons_against: Public[Prose | None] = None
    """What spoke against it."""

    outcome: Public[Literal["chosen", "not-chosen", "considered"] | None] = None
    """What became of it."""

    why: Public[Prose | None] = None
    """Why it was chosen, or was not."""


class PledgedContribution(Withholdable):
    """What a partner gives to the partnership under the arrangements."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"from_whom", "year", "given_in"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"year"})

    from_whom: Public[Annotated[Party, in_short("who")] | None] = None
    """Who gives it."""

    year: Public[Years | None] = None
    """For which year."""

    given_in: Public[Literal["cash", "kind"] | None] = None
    """Whether it is money, or something else: rooms, time."""

    amount: Public[Money | None] = None
    """How much, or what it is worth."""

    what: Public[Line | None] = None
    """What it is, or is for."""


class Funding(Withholdable):
    """How the partnership is paid for and supported."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset()
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset()

    text: Public[Prose | None] = None
    """How the shares are found, and who agrees them."""

    contributions: Public[tuple[PledgedContribution, ...]] = ()
    """What each partner gives, by year."""

    staff: Public[Prose | None] = None
    """Who works for the partnership."""

    review: Public[PartialDay | None] = None
    """When the shares are to be looked at again."""

    review_words: Public[Line | None] = None
    """How and when, in words."""

    budgets: Public[tuple[BudgetRef, ...]] = ()
    """The budgets in full."""


class ChildDeathReview(Withholdable):
    """How the deaths of children are reviewed."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset()
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset()

    partners: Public[Parties] = ()
    """The child death review partners."""

    areas: Public[tuple[Line, ...]] = ()
    """The areas that review together."""

    panel: Public[Line | None] = None
    """The panel that reviews."""

    led_by: Public[Parties] = ()
    """Who leads on it."""

    text: Public[Prose | None] = None
    """How it is done, and how the partnership learns from it."""


class EscalationStep(Withholdable):
    """A step of settling a dispute between partners."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"label"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"label"})

    label: Public[Line | None] = None
    """The number as printed."""

    text: Public[Prose]
    """What is done."""

    who: Public[Parties] = ()
    """Who does it."""

    within: Public[Line | None] = None
    """By when: five working days."""


class Replies(Model):
    """How many replies to a consultation came from whom."""

    who: Public[Line]
    """From whom: schools, parents."""

    number: Public[Count]
    """How many replies."""


class Step(Withholdable):
    """A step on the way: a meeting that prepared, a consultation, an approval, the first day of something."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"date", "until", "date_words", "what"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset()

    date: Public[PartialDay | None] = None
    """When, or from when."""

    until: Public[PartialDay | None] = None
    """The last day, if it took several."""

    date_words: Public[Line | None] = None
    """When, in words: by the end of June."""

    what: Public[Line]
    """What was done, or will be."""

    who: Public[Parties] = ()
    """Who was asked or met; who is to do it."""

    meeting: Public[MeetingRef | None] = None
    """The meeting, if there is a record of it."""

    status: Public[Literal["planned", "done", "late", "dropped"] | None] = None
    """How it stands."""

    replies: Public[Count | None] = None
    """How many replies came in all."""

    replies_from: Public[tuple[Replies, ...]] = ()
    """From whom they came."""

    said: Public[Prose | None] = None
    """What was said."""

    outcome: Public[Prose | None] = None
    """What came of it."""


class RoleContact(Withholdable):
    """Whom to turn to, by role and never by the name of a person."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"about"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset()

    about: Public[Line]
    """For what: worried about a child, questions about these arrangements."""

    who: Public[Parties] = ()
    """Whom it reaches: a post, a body, a team."""

    telephone: Public[Telephone | None] = None
    """The number of the role."""

    email: Public[EmailAddress | None] = None
    """The address of the role, never a person's."""

    website: Public[WebAddress | None] = None
    """The page."""

    note: Public[Line | None] = None
    """When it answers, or for whom it is."""
