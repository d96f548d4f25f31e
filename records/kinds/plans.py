"""Plans: strategic plans, business plans and the like, with their priorities, actions and progress."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal

from problems import Problem, Severity, Wording
from records.checks.circles import no_circles
from records.checks.threads import no_circular_thread
from records.fields import Line, PartialDay, PlanRef, Prose, Public
from records.kind import Key, Kind, Locate, Part
from records.parts.actions import Parties
from records.parts.issued import Issued
from records.parts.planning import PlanAction, PlanAmendment, PlanOutcome, PlanPriority, Proof
from records.periods import is_before, line_of
from records.shapes import Path, models_in

ENDS_FIRST = Wording(
    "plan-ends-first",
    "The plan ends before it begins: `period_from` is at {other}.",
    "Correct whichever of the two days is wrong.",
)
EXTENDED_BACK = Wording(
    "plan-extended-back",
    "The plan is extended to a day before its end: `period_until` is at {other}.",
    "Correct whichever of the two days is wrong.",
)
OUTSIDE_PERIOD = Wording(
    "priority-outside-plan",
    "This priority would stand in the plan outside the plan's period: see {other}.",
    "Correct whichever of the two days is wrong, or extend the plan with `extended_until`.",
)
PRIORITY_TWICE = Wording(
    "priority-twice",
    "The priority `{id}` stands twice in this plan, first at {other}.",
    "Put what belongs to it under one of the two, unless it was ended and taken up again.",
    Severity.WARNING,
)
PROGRESS_TOO_EARLY = Wording(
    "progress-before-plan",
    "This progress is dated before the plan begins: `period_from` is at {other}.",
    "Correct whichever of the two days is wrong; leave it if the work did begin before the plan.",
    Severity.WARNING,
)
DONE_WITHOUT_EVIDENCE = Wording(
    "done-without-evidence",
    "The action is `done`, and nothing shows it: no `evidence`, no `shown_by`, and no `progress` that names "
    "the `meeting` that heard it or has one of them.",
    "Say under `shown_by` where it can be seen: `item`, `report`, `section`, `document`, `indicator`, or a "
    "`source` in words. Or correct the `status`: what is planned is not done.",
)
REACHED_WITHOUT_EVIDENCE = Wording(
    "reached-without-evidence",
    "The outcome is said to be reached, and nothing shows it: no entry under `evidence` names a `meeting` or "
    "says where it can be seen.",
    "Add what was found under `evidence`, with its `meeting` or with `shown_by`: `item`, `report`, "
    "`section`, `document`, `indicator`, or a `source` in words. Or write `reached: not-yet`.",
)
STATUS_DIFFERS = Wording(
    "plan-status-differs",
    "The action's `status` is not that of its newest progress, at {other}.",
    "Correct whichever of the two is wrong.",
    Severity.WARNING,
)


class Plan(Issued):
    """A plan, with its priorities and actions. Periods of plans may overlap."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset(
        {"id", "title", "kind", "status", "version", "period_from", "period_until"}
    )
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"id", "kind", "status", "period_from"})

    kind: Public[
        Literal[
            "strategic",
            "business",
            "delivery",
            "action",
            "improvement",
            "joint",
            "work-programme",
            "short-list",
        ]
    ]
    """What sort of plan it is."""

    period_from: Public[PartialDay]
    """When it begins."""

    period_until: Public[PartialDay | None] = None
    """When it ends."""

    extended_until: Public[PartialDay | None] = None
    """To when it was extended."""

    period_words: Public[Line | None] = None
    """The period as printed, where it says more."""

    joint_with: Public[tuple[Line, ...]] = ()
    """The areas, partnerships or boards with which it is shared."""

    replaces: Public[PlanRef | None] = None
    """The plan before it."""

    replaced_by: Public[PlanRef | None] = None
    """The plan after it."""

    carries_out: Public[PlanRef | None] = None
    """The plan whose priorities it turns into actions: the strategic plan of a business plan."""

    foreword: Public[Prose | None] = None
    """The foreword."""

    foreword_by: Public[Parties] = ()
    """Who wrote the foreword."""

    vision: Public[Prose | None] = None
    """The vision."""

    ranking: Public[Literal["ranked", "none"] | None] = None
    """Whether it ranks its priorities: `none` when it is said that none comes before another."""

    priorities: Public[tuple[PlanPriority, ...]] = ()
    """Its priorities, in the order of the document."""

    actions: Public[tuple[PlanAction, ...]] = ()
    """Actions that stand under no priority."""

    changes: Public[tuple[PlanAmendment, ...]] = ()
    """What else was changed while it ran. What was added or ended says so itself."""


def _plans(records: Mapping[Key, Any]) -> Iterator[tuple[Key, Plan]]:
    return ((key, record) for key, record in records.items() if isinstance(record, Plan))


def _period(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each plan that ends before it begins, or is extended to before its end."""
    for key, plan in _plans(records):
        for end in ("period_until", "extended_until"):
            day = getattr(plan, end)
            if day and is_before(day, plan.period_from):
                other = line_of(locate(key, ("period_from",)))
                yield ENDS_FIRST.at(locate(key, (end,)), other=other)
            elif day and plan.period_until and is_before(day, plan.period_until):
                other = line_of(locate(key, ("period_until",)))
                yield EXTENDED_BACK.at(locate(key, (end,)), other=other)


def _twice(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each priority that stands in a plan a second time."""
    for key, plan in _plans(records):
        first: dict[str, int] = {}
        for position, each in enumerate(plan.priorities):
            earlier = first.setdefault(each.priority, position)
            if earlier != position:
                other = line_of(locate(key, ("priorities", earlier, "priority")))
                place = locate(key, ("priorities", position, "priority"))
                yield PRIORITY_TWICE.at(place, id=each.priority, other=other)


def _outside(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each priority that stands in a plan when the plan does not run."""
    for key, plan in _plans(records):
        end = plan.extended_until or plan.period_until
        start_at = (key, ("period_from",))
        end_at = (key, ("extended_until" if plan.extended_until else "period_until",))
        for position, each in enumerate(plan.priorities):
            path: Path = ("priorities", position)
            there = ("priorities", each.priority)
            known = records.get(there)
            for name in ("added", "ended"):
                change = getattr(each, name)
                if change and is_before(change.on, plan.period_from):
                    yield OUTSIDE_PERIOD.at(locate(key, (*path, name)), other=line_of(locate(*start_at)))
                elif change and end and is_before(end, change.on):
                    yield OUTSIDE_PERIOD.at(locate(key, (*path, name)), other=line_of(locate(*end_at)))
            if known is not None and known.until and is_before(known.until, plan.period_from):
                other = line_of(locate(there, ("until",)))
                yield OUTSIDE_PERIOD.at(locate(key, (*path, "priority")), other=other)
            elif known is not None and known.since and end and is_before(end, known.since):
                other = line_of(locate(there, ("since",)))
                yield OUTSIDE_PERIOD.at(locate(key, (*path, "priority")), other=other)


def _progress(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each action whose state and progress do not fit together, or not the plan."""
    for key, plan in _plans(records):
        for path, action in models_in(plan):
            if not isinstance(action, PlanAction):
                continue
            for position, each in enumerate(action.progress):
                if is_before(each.on, plan.period_from):
                    other = line_of(locate(key, ("period_from",)))
                    place = locate(key, (*path, "progress", position, "on"))
                    yield PROGRESS_TOO_EARLY.at(place, other=other)
            told = [(each.on, n) for n, each in enumerate(action.progress) if each.status]
            newest = max(told, default=None)
            if newest and action.progress[newest[1]].status != action.status:
                other = line_of(locate(key, (*path, "progress", newest[1], "status")))
                yield STATUS_DIFFERS.at(locate(key, (*path, "status")), other=other)


def _claims(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each action that is said to be done, or outcome to be reached, without evidence."""
    for key, plan in _plans(records):
        for path, each in models_in(plan):
            if isinstance(each, PlanAction) and each.status == "done" and not _is_shown_done(each):
                yield DONE_WITHOUT_EVIDENCE.at(locate(key, (*path, "status")))
            elif isinstance(each, PlanOutcome) and _claims_too_much(each):
                yield REACHED_WITHOUT_EVIDENCE.at(locate(key, (*path, "reached")))


def _claims_too_much(outcome: PlanOutcome) -> bool:
    """Return whether an outcome is said to be reached, and nothing shows it."""
    shown = any(each.meeting or _is_shown(each.shown_by) for each in outcome.evidence)
    return outcome.reached in {"partly", "fully"} and not shown


def _is_shown_done(action: PlanAction) -> bool:
    """Return whether something shows that an action was done: on it, or in what was reported of it."""
    reports = (each.meeting or each.evidence or _is_shown(each.shown_by) for each in action.progress)
    return bool(action.evidence) or _is_shown(action.shown_by) or any(reports)


def _is_shown(proofs: tuple[Proof, ...]) -> bool:
    """Return whether any of these says where something can be seen."""
    return any(getattr(proof, name) is not None for proof in proofs for name in Proof.model_fields)


def _day(plan: Plan) -> str | None:
    """Return the day of the newest version: a plan prints people as that version does."""
    days = [each.date for each in plan.versions if each.date]
    return max([*days, *([plan.approved_on] if plan.approved_on else [])], default=None)


KIND = Kind(
    name="plans",
    model=Plan,
    word="plan",
    title="Business plan",
    order=8,
    example={
        "id": "business-2026",
        "title": "Business plan 2026 to 2028",
        "kind": "business",
        "group": "executive",
        "date": "2026-04-01",
    },
    parts={"plan-actions": Part(PlanAction, "action of a plan")},
    day=_day,
    checks=(
        no_circles("plans", "replaces"),
        no_circles("plans", "replaced_by"),
        no_circles("plans", "carries_out"),
        _period,
        _twice,
        _outside,
        _progress,
        _claims,
        no_circular_thread,
    ),
)
