"""What a plan is made of: its priorities, their outcomes, its actions and what was reported of them."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from records.fields import (
    Count,
    DecisionRef,
    DocumentRef,
    FarItemRef,
    Id,
    IndicatorRef,
    Line,
    MeetingRef,
    Model,
    PartialDay,
    PlanActionRef,
    PriorityRef,
    Prose,
    Public,
    RecommendationRef,
    ReportRef,
    SectionRef,
    in_short,
    one_or_more,
)
from records.parts.actions import Parties
from records.withholding import Withholdable

Status = Literal[
    "not-started", "in-progress", "on-track", "delayed", "done", "stopped", "carried-over", "superseded"
]
"""How an action of a plan stands."""


class PlanChange(Model):
    """That something was put into a plan, or taken out of it, while the plan was running."""

    on: Public[PartialDay]
    """From when it counts."""

    meeting: Public[MeetingRef | None] = None
    """The meeting that settled it."""

    decision: Public[DecisionRef | None] = None
    """The decision that settled it."""

    because: Public[Prose | None] = None
    """Why."""


PlanChangeField = Annotated[PlanChange, in_short("on")]


class PlanAmendment(Withholdable):
    """Something else that was changed while the plan was running: a day, a measure, the words of it."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"on"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"on"})

    on: Public[PartialDay]
    """From when it counts."""

    text: Public[Prose]
    """What was changed."""

    meeting: Public[MeetingRef | None] = None
    """The meeting that settled it."""

    decision: Public[DecisionRef | None] = None
    """The decision that settled it."""

    because: Public[Prose | None] = None
    """Why."""


class Proof(Model):
    """Where it can be seen that something was done or reached. At least one of these is needed."""

    item: Public[FarItemRef | None] = None
    """The item of a meeting that heard it."""

    report: Public[ReportRef | None] = None
    """The report that says it."""

    section: Public[SectionRef | None] = None
    """The section of a report or review that says it."""

    document: Public[DocumentRef | None] = None
    """The document that was made, or that says it."""

    indicator: Public[IndicatorRef | None] = None
    """The indicator whose figures show it."""

    source: Public[Line | None] = None
    """The source in words, where it is not a record of ours: the inspectors' letter of May 2026."""


Proofs = Annotated[tuple[Proof, ...], one_or_more()]


class PlanEvidence(Withholdable):
    """What shows whether an outcome was reached."""

    on: Public[PartialDay | None] = None
    """When it was known."""

    text: Public[Prose]
    """What was found."""

    meeting: Public[MeetingRef | None] = None
    """The meeting that heard it."""

    shown_by: Public[Proofs] = ()
    """Where it can be seen."""


class PlanOutcome(Withholdable):
    """What is to be different for children because of a priority."""

    label: Public[Line | None] = None
    """The number as printed."""

    text: Public[Prose]
    """What is to be different."""

    measure: Public[Prose | None] = None
    """How it will be known."""

    reached: Public[Literal["not-yet", "partly", "fully"] | None] = None
    """How far it has been reached. `partly` and `fully` need `evidence` that says where it can be seen."""

    evidence: Public[tuple[Annotated[PlanEvidence, in_short("text")], ...]] = ()
    """What has been found since."""


class PlanProgress(Withholdable):
    """News of an action of a plan."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"on"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"on"})

    on: Public[PartialDay]
    """The day of the news."""

    status: Public[Status | None] = None
    """How the action stood then."""

    rag: Public[Line | None] = None
    """The colour as printed then: amber."""

    text: Public[Prose | None] = None
    """What was done."""

    evidence: Public[Prose | None] = None
    """What shows it, or what difference it made."""

    meeting: Public[MeetingRef | None] = None
    """The meeting that heard it."""

    shown_by: Public[Proofs] = ()
    """Where it can be seen."""


class PlanAction(Withholdable):
    """Something that a plan says will be done. Actions nest; each is an address."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"id", "label", "status"})

    id: Public[Id]
    """Id within the plan: `#action-` and this is its address."""

    label: Public[Line | None] = None
    """The number as printed: 1.2, 3a."""

    text: Public[Prose]
    """What is to be done."""

    leads: Public[Parties] = ()
    """Who leads on it."""

    helpers: Public[Parties] = ()
    """Who helps."""

    measure: Public[Prose | None] = None
    """How it will be known that it is done, or that it helped."""

    resources: Public[Line | None] = None
    """What it costs or needs, as printed."""

    starts: Public[PartialDay | None] = None
    """When work on it is to begin."""

    due: Public[PartialDay | None] = None
    """By when it is to be done, as agreed last."""

    first_due: Public[PartialDay | None] = None
    """By when it was to be done at first, if that was moved."""

    due_words: Public[Line | None] = None
    """By when, in words: each spring, ongoing."""

    status: Public[Status] = "not-started"
    """How it stands."""

    status_words: Public[Line | None] = None
    """The status as printed."""

    rag: Public[Line | None] = None
    """The colour as printed: green, amber, red, blue."""

    added: Public[PlanChangeField | None] = None
    """When it was added, if the plan did not have it from the beginning: a day, or day, meeting, reason."""

    ended: Public[PlanChangeField | None] = None
    """When it was taken out of the plan, if it was: a day, or day, meeting, reason."""

    continues: Public[PlanActionRef | None] = None
    """The action of an earlier plan that it carries on."""

    decisions: Public[Annotated[tuple[DecisionRef, ...], one_or_more()]] = ()
    """The decisions from which it comes."""

    recommendations: Public[Annotated[tuple[RecommendationRef, ...], one_or_more()]] = ()
    """The recommendations of reports and reviews that it carries out."""

    items: Public[Annotated[tuple[FarItemRef, ...], one_or_more()]] = ()
    """The items of meetings that dealt with it, where the items do not say so themselves."""

    progress: Public[tuple[PlanProgress, ...]] = ()
    """What was reported of it, one entry a report."""

    evidence: Public[Prose | None] = None
    """What shows that it made a difference."""

    shown_by: Public[Proofs] = ()
    """Where it can be seen that it was done, or that it made a difference."""

    actions: Public[tuple[PlanAction, ...]] = ()
    """Actions under this one."""


class PlanPriority(Withholdable):
    """A priority as one plan has it. Its name and story across plans stand in its own record."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"id", "label", "title", "priority"})

    id: Public[Id]
    """Id within the plan: `#priority-` and this is its address."""

    priority: Public[PriorityRef]
    """The priority."""

    label: Public[Line | None] = None
    """Its number as printed: 1a, Ambition One."""

    title: Public[Line | None] = None
    """Its name in this plan, if that differs."""

    rank: Public[Count | None] = None
    """Its rank, 1 being the first, if the plan ranks its priorities."""

    lead: Public[Parties] = ()
    """Who leads on it."""

    rationale: Public[Prose | None] = None
    """Why it stands in the plan."""

    outcomes: Public[tuple[Annotated[PlanOutcome, in_short("text")], ...]] = ()
    """What is to be different, and how that will be known."""

    added: Public[PlanChangeField | None] = None
    """When it was added, if the plan did not have it from the beginning: a day, or day, meeting, reason."""

    ended: Public[PlanChangeField | None] = None
    """When it ended, if it did so before the plan: a day, or day, meeting, reason."""

    actions: Public[tuple[PlanAction, ...]] = ()
    """What is to be done for it."""
