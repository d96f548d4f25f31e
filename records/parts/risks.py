"""The risks of a register: what could go wrong, who owns it, its scores, and what is done about it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from records.fields import (
    Answer,
    Derived,
    GroupRef,
    Id,
    Line,
    MeetingRef,
    Note,
    PartialDay,
    PartyRef,
    PlanActionRef,
    PriorityRef,
    Private,
    Prose,
    Public,
    one_or_more,
)
from records.parts.scoring import DatedScore, Score
from records.periods import is_before
from records.withholding import Withholdable


class FurtherAction(Withholdable):
    """Something more that is to be done about a risk."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"id", "label", "status"})

    id: Public[Id | None] = None
    """Id within the register."""

    label: Public[Line | None] = None
    """The number as printed."""

    text: Public[Prose]
    """What is to be done."""

    owners: Public[Annotated[tuple[PartyRef, ...], one_or_more()]] = ()
    """Who is to do it. Whether they are named depends on the risk's `owner_may_be_named`."""

    owner_words: Public[Line | None] = None
    """Who is to do it, where there is no record: a team, a body. Never the name of a person."""

    due: Public[PartialDay | None] = None
    """By when."""

    due_words: Public[Line | None] = None
    """By when, in words."""

    status: Public[Literal["not-started", "open", "in-progress", "late", "done", "dropped", "superseded"]] = (
        "open"
    )
    """How it stands."""

    status_words: Public[Line | None] = None
    """The status as printed."""

    plan_action: Public[PlanActionRef | None] = None
    """The action of a plan by which it is carried out."""


class Control(Withholdable):
    """Something that is already in place against a risk."""

    text: Public[Prose]
    """What is in place."""

    assurance: Public[Line | None] = None
    """How anybody knows that it works."""


class Risk(Withholdable):
    """Something that could go wrong."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"id", "label", "title", "closed"})

    id: Public[Id]
    """Id within the register: `#risk-` and this is its address."""

    label: Public[Line | None] = None
    """The number as printed: R4."""

    title: Public[Line]
    """The risk in one line."""

    description: Public[Prose | None] = None
    """What could happen."""

    cause: Public[Prose | None] = None
    """Why it could happen."""

    effect: Public[Prose | None] = None
    """What would follow for children, families or the partnership."""

    category: Public[Line | None] = None
    """The category as printed: money, staff, practice."""

    owners: Public[Annotated[tuple[PartyRef, ...], one_or_more()]] = ()
    """Who owns it: a post where there is one. People are named only with `owner_may_be_named`."""

    owner_words: Public[Line | None] = None
    """Who owns it, where there is no record: a team, a body. Never the name of a person."""

    owner_may_be_named: Derived[Answer] = False
    """Whether the owners have agreed to be named. Without it the public sees their posts, never names."""

    group: Public[GroupRef | None] = None
    """The group that looks after it, if it is not that of the register."""

    escalated_to: Public[Annotated[tuple[PartyRef, ...], one_or_more()]] = ()
    """To whom it was taken, because it could not be settled there. The same holds for names as for owners."""

    escalated_on: Public[PartialDay | None] = None
    """When."""

    escalated_at: Public[MeetingRef | None] = None
    """The meeting to which it was taken."""

    priorities: Public[tuple[PriorityRef, ...]] = ()
    """The priorities it concerns."""

    plan_actions: Public[tuple[PlanActionRef, ...]] = ()
    """The actions of plans that it threatens, or that lessen it."""

    opened: Public[PartialDay | None] = None
    """Since when it is in the register."""

    closed: Public[PartialDay | None] = None
    """When it was closed."""

    closed_because: Public[Line | None] = None
    """Why it was closed."""

    appetite: Public[Line | None] = None
    """How much of such risk the partners are ready to carry."""

    response: Public[Literal["tolerate", "treat", "transfer", "terminate"] | None] = None
    """What the partners do about it: live with it, lessen it, hand it on, or stop what causes it."""

    controls: Public[tuple[Control, ...]] = ()
    """What is in place against it."""

    actions: Public[tuple[FurtherAction, ...]] = ()
    """What more is to be done."""

    inherent: Public[Score | None] = None
    """The score if nothing were done."""

    residual: Public[Score | None] = None
    """The score as things are, with the controls."""

    target: Public[Score | None] = None
    """The score that is aimed at."""

    trend: Public[Literal["new", "better", "steady", "worse", "closed"] | None] = None
    """How it has moved since the register before."""

    trend_words: Public[Line | None] = None
    """What moved it, or the trend as printed."""

    history: Public[tuple[DatedScore, ...]] = ()
    """Its scores as things were at earlier times, the oldest first."""

    note: Public[Prose | None] = None
    """Anything else."""

    office_note: Private[Note | None] = None
    """A note for the office. Never published."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.opened and self.closed and is_before(self.closed, self.opened):
            raise PydanticCustomError(
                "ends_before_start", "ends first", {"first": "opened", "second": "closed"}
            )
        return self
