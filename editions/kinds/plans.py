"""The public form of plans, their priorities, actions and progress."""

from __future__ import annotations

from editions.fields import (
    DecisionId,
    DocumentId,
    FarItemId,
    IndicatorId,
    MeetingId,
    PlanActionId,
    PlanId,
    PriorityId,
    PublicLine,
    PublicModel,
    PublicProse,
    PublicUnit,
    RecommendationId,
    RecordId,
    ReportId,
    SectionId,
    Word,
)
from editions.kind import PublicKind
from editions.parts.actions import PublicParty
from editions.parts.issued import PublicIssued


class PublicPlanChange(PublicModel):
    """That something was put into a plan, or taken out of it, while the plan was running."""

    on: str
    """From when it counts."""

    meeting: MeetingId | None = None
    """The meeting that settled it."""

    decision: DecisionId | None = None
    """The decision that settled it."""

    because: PublicProse | None = None
    """Why."""


class PublicPlanAmendment(PublicUnit):
    """Something else that was changed while the plan was running: a day, a measure, the words of it."""

    on: str
    """From when it counts."""

    text: PublicProse
    """What was changed."""

    meeting: MeetingId | None = None
    """The meeting that settled it."""

    decision: DecisionId | None = None
    """The decision that settled it."""

    because: PublicProse | None = None
    """Why."""


class PublicProof(PublicModel):
    """Where it can be seen that something was done or reached. All may be missing, if none is public."""

    item: FarItemId | None = None
    """The item of a meeting that heard it."""

    report: ReportId | None = None
    """The report that says it."""

    section: SectionId | None = None
    """The section of a report or review that says it."""

    document: DocumentId | None = None
    """The document that was made, or that says it."""

    indicator: IndicatorId | None = None
    """The indicator whose figures show it."""

    source: PublicLine | None = None
    """The source in words, where it is not a record of ours."""


class PublicPlanEvidence(PublicUnit):
    """What shows whether an outcome was reached."""

    on: str | None = None
    """When it was known."""

    text: PublicProse
    """What was found."""

    meeting: MeetingId | None = None
    """The meeting that heard it."""

    shown_by: tuple[PublicProof, ...] = ()
    """Where it can be seen."""


class PublicPlanOutcome(PublicUnit):
    """What is to be different for children because of a priority."""

    label: PublicLine | None = None
    """The number as printed."""

    text: PublicProse
    """What is to be different."""

    measure: PublicProse | None = None
    """How it will be known."""

    reached: Word | None = None
    """How far it has been reached: `not-yet`, `partly`, `fully`."""

    evidence: tuple[PublicPlanEvidence, ...] = ()
    """What has been found since."""


class PublicPlanProgress(PublicUnit):
    """News of an action of a plan."""

    on: str
    """The day of the news."""

    status: Word | None = None
    """How the action stood then."""

    rag: PublicLine | None = None
    """The colour as printed then: amber."""

    text: PublicProse | None = None
    """What was done."""

    evidence: PublicProse | None = None
    """What shows it, or what difference it made."""

    meeting: MeetingId | None = None
    """The meeting that heard it."""

    shown_by: tuple[PublicProof, ...] = ()
    """Where it can be seen."""


class PublicPlanAction(PublicUnit):
    """Something that a plan says will be done. Actions nest; each is an address."""

    anchor = "action-"

    id: RecordId
    """Id within the plan: `#action-` and this is its address."""

    label: PublicLine | None = None
    """The number as printed: 1.2, 3a."""

    text: PublicProse
    """What is to be done."""

    leads: tuple[PublicParty, ...] = ()
    """Who leads on it."""

    helpers: tuple[PublicParty, ...] = ()
    """Who helps."""

    measure: PublicProse | None = None
    """How it will be known that it is done, or that it helped."""

    resources: PublicLine | None = None
    """What it costs or needs, as printed."""

    starts: str | None = None
    """When work on it is to begin."""

    due: str | None = None
    """By when it is to be done, as agreed last."""

    first_due: str | None = None
    """By when it was to be done at first, if that was moved."""

    due_words: PublicLine | None = None
    """By when, in words: each spring, ongoing."""

    status: Word | None = None
    """How it stands."""

    status_words: PublicLine | None = None
    """The status as printed."""

    rag: PublicLine | None = None
    """The colour as printed: green, amber, red, blue."""

    added: PublicPlanChange | None = None
    """When it was added, if the plan did not have it from the beginning: a day, or day, meeting, reason."""

    ended: PublicPlanChange | None = None
    """When it was taken out of the plan, if it was: a day, or day, meeting, reason."""

    continues: PlanActionId | None = None
    """The action of an earlier plan that it carries on."""

    decisions: tuple[DecisionId, ...] = ()
    """The decisions from which it comes."""

    recommendations: tuple[RecommendationId, ...] = ()
    """The recommendations of reports and reviews that it carries out."""

    items: tuple[FarItemId, ...] = ()
    """The items of meetings that dealt with it, where the items do not say so themselves."""

    progress: tuple[PublicPlanProgress, ...] = ()
    """What was reported of it, one entry a report."""

    evidence: PublicProse | None = None
    """What shows that it made a difference."""

    shown_by: tuple[PublicProof, ...] = ()
    """Where it can be seen that it was done, or that it made a difference."""

    actions: tuple[PublicPlanAction, ...] = ()
    """Actions under this one."""


class PublicPlanPriority(PublicUnit):
    """A priority as one plan has it. Its name and story across plans stand in its own record."""

    anchor = "priority-"

    id: RecordId
    """Id within the plan: `#priority-` and this is its address."""

    priority: PriorityId | None = None
    """The priority, if its record is public."""

    label: PublicLine | None = None
    """Its number as printed: 1a, Ambition One."""

    title: PublicLine | None = None
    """Its name in this plan, if that differs."""

    rank: int | None = None
    """Its rank, 1 being the first, if the plan ranks its priorities."""

    lead: tuple[PublicParty, ...] = ()
    """Who leads on it."""

    rationale: PublicProse | None = None
    """Why it stands in the plan."""

    outcomes: tuple[PublicPlanOutcome, ...] = ()
    """What is to be different, and how that will be known."""

    added: PublicPlanChange | None = None
    """When it was added, if the plan did not have it from the beginning: a day, or day, meeting, reason."""

    ended: PublicPlanChange | None = None
    """When it ended, if it did so before the plan: a day, or day, meeting, reason."""

    actions: tuple[PublicPlanAction, ...] = ()
    """What is to be done for it."""


class PublicPlan(PublicIssued):
    """A plan, with its priorities and actions. Periods of plans may overlap."""

    kind: Word
    """What sort of plan it is."""

    period_from: str
    """When it begins."""

    period_until: str | None = None
    """When it ends."""

    extended_until: str | None = None
    """To when it was extended."""

    period_words: PublicLine | None = None
    """The period as printed, where it says more."""

    joint_with: tuple[PublicLine, ...] = ()
    """The areas, partnerships or boards with which it is shared."""

    replaces: PlanId | None = None
    """The plan before it."""

    replaced_by: PlanId | None = None
    """The plan after it."""

    carries_out: PlanId | None = None
    """The plan whose priorities it turns into actions: the strategic plan of a business plan."""

    foreword: PublicProse | None = None
    """The foreword."""

    foreword_by: tuple[PublicParty, ...] = ()
    """Who wrote the foreword."""

    vision: PublicProse | None = None
    """The vision."""

    ranking: Word | None = None
    """Whether it ranks its priorities: `none` when it is said that none comes before another."""

    priorities: tuple[PublicPlanPriority, ...] = ()
    """Its priorities, in the order of the document."""

    actions: tuple[PublicPlanAction, ...] = ()
    """Actions that stand under no priority."""

    changes: tuple[PublicPlanAmendment, ...] = ()
    """What else was changed while it ran. What was added or ended says so itself."""


KIND = PublicKind(name="plans", model=PublicPlan, order=8, parts={"plan-actions": PublicPlanAction})
