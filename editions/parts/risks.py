"""The public form of the risks of a register."""

from __future__ import annotations

from editions.fields import (
    MeetingId,
    PlanActionId,
    Printed,
    PriorityId,
    PublicLine,
    PublicProse,
    PublicUnit,
    RecordId,
    Word,
)
from editions.parts.scoring import PublicDatedScore, PublicScore


class PublicFurtherAction(PublicUnit):
    """Something more that is to be done about a risk."""

    id: RecordId | None = None
    """Id within the register."""

    label: PublicLine | None = None
    """The number as printed."""

    text: PublicProse
    """What is to be done."""

    owners: tuple[Printed, ...] = ()
    """Who is to do it. Whether they are named depends on the risk's `owner_may_be_named`."""

    owner_words: PublicLine | None = None
    """Who is to do it, where there is no record: a team, a body. Never the name of a person."""

    due: str | None = None
    """By when."""

    due_words: PublicLine | None = None
    """By when, in words."""

    status: Word = "open"
    """How it stands."""

    status_words: PublicLine | None = None
    """The status as printed."""

    plan_action: PlanActionId | None = None
    """The action of a plan by which it is carried out."""


class PublicControl(PublicUnit):
    """Something that is already in place against a risk."""

    text: PublicProse
    """What is in place."""

    assurance: PublicLine | None = None
    """How anybody knows that it works."""


class PublicRisk(PublicUnit):
    """Something that could go wrong."""

    anchor = "risk-"

    id: RecordId
    """Id within the register: `#risk-` and this is its address."""

    label: PublicLine | None = None
    """The number as printed: R4."""

    title: PublicLine
    """The risk in one line."""

    description: PublicProse | None = None
    """What could happen."""

    cause: PublicProse | None = None
    """Why it could happen."""

    effect: PublicProse | None = None
    """What would follow for children, families or the partnership."""

    category: PublicLine | None = None
    """The category as printed: money, staff, practice."""

    owners: tuple[Printed, ...] = ()
    """Who owns it: a post where there is one. People are named only with `owner_may_be_named`."""

    owner_words: PublicLine | None = None
    """Who owns it, where there is no record: a team, a body. Never the name of a person."""

    group: Printed | None = None
    """The group that looks after it, if it is not that of the register."""

    escalated_to: tuple[Printed, ...] = ()
    """To whom it was taken, because it could not be settled there. The same holds for names as for owners."""

    escalated_on: str | None = None
    """When."""

    escalated_at: MeetingId | None = None
    """The meeting to which it was taken."""

    priorities: tuple[PriorityId, ...] = ()
    """The priorities it concerns."""

    plan_actions: tuple[PlanActionId, ...] = ()
    """The actions of plans that it threatens, or that lessen it."""

    opened: str | None = None
    """Since when it is in the register."""

    closed: str | None = None
    """When it was closed."""

    closed_because: PublicLine | None = None
    """Why it was closed."""

    appetite: PublicLine | None = None
    """How much of such risk the partners are ready to carry."""

    response: Word | None = None
    """What the partners do about it: live with it, lessen it, hand it on, or stop what causes it."""

    controls: tuple[PublicControl, ...] = ()
    """What is in place against it."""

    actions: tuple[PublicFurtherAction, ...] = ()
    """What more is to be done."""

    inherent: PublicScore | None = None
    """The score if nothing were done."""

    residual: PublicScore | None = None
    """The score as things are, with the controls."""

    target: PublicScore | None = None
    """The score that is aimed at."""

    trend: Word | None = None
    """How it has moved since the register before."""

    trend_words: PublicLine | None = None
    """What moved it, or the trend as printed."""

    history: tuple[PublicDatedScore, ...] = ()
    """Its scores as things were at earlier times, the oldest first."""

    note: PublicProse | None = None
    """Anything else."""
