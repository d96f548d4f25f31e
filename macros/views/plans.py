"""What the pages of plans and priorities need: actions by priority, how they stand, and what runs now.

Everything is counted from public actions. Today is the day of the newest edition of all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from editions.kinds.plans import (
    PublicPlan,
    PublicPlanAction,
    PublicPlanAmendment,
    PublicPlanChange,
    PublicPlanPriority,
)
from editions.kinds.priorities import PublicPriority
from macros.views.issued_documents import OVER
from macros.views.lookups import Lookups
from macros.views.mentions import Mention
from macros.views.periods import last_day

STATES = {
    "done": "Complete",
    "on-track": "On track",
    "in-progress": "Under way",
    "delayed": "Late",
    "not-started": "Not begun",
    "carried-over": "Carried over to a later plan",
    "superseded": "Replaced by another action",
    "stopped": "Dropped",
}
"""How actions of plans stand, in the order in which pages count them."""

_DATED_BY = ("date", "published", "approved_on", "first_published", "period_until", "period_from")


@dataclass(frozen=True, slots=True)
class Planned:
    """An action of a plan with where it stands."""

    plan: PublicPlan
    under: PublicPlanPriority | None
    """The priority that it stands under, if it stands under one."""

    action: PublicPlanAction


@dataclass(frozen=True, slots=True)
class Tally:
    """How many actions there are, and how they stand."""

    total: int
    counts: tuple[tuple[str, int], ...]
    """How many stand in each state that occurs, in the order of `STATES`. Withheld states are not counted."""

    @property
    def not_shown(self) -> int:
        """How many have a state that is withheld."""
        return self.total - sum(count for _, count in self.counts)

    def of(self, state: str) -> int:
        """Return how many stand in a state."""
        return dict(self.counts).get(state, 0)


@dataclass(frozen=True, slots=True)
class Beside:
    """Another plan that runs in a part of the same time."""

    plan: PublicPlan
    start: str
    """From when both run."""

    end: str | None
    """Until when; None where neither has an end."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Something that was changed while a plan was running."""

    what: str
    """`added`, `ended` or `changed`."""

    change: PublicPlanChange | PublicPlanAmendment
    """When, by which meeting or decision, and why."""

    anchor: str = ""
    """The place of what was added or ended, within the page of the plan."""

    place: PublicPlanPriority | None = None
    """The priority that was added or ended."""

    text: str = ""
    """The action that was added or ended, or what was changed, as public prose."""


@dataclass(frozen=True, slots=True)
class PlanView:
    """What the page of a plan needs besides the plan."""

    plan: PublicPlan
    tally: Tally
    rows: tuple[tuple[PublicPlanPriority | None, Tally], ...]
    """The actions of each priority, and of none."""

    follow: tuple[PublicPlan, ...]
    """The plans that say they replace it."""

    came_before: tuple[PublicPlan, ...]
    """The plans that say it replaces them."""

    carried_out_by: tuple[PublicPlan, ...]
    beside: tuple[Beside, ...]
    """The other plans that run in a part of the same time, those that begin first first."""

    changed: tuple[Changed, ...]
    """What was changed while it ran, in order of time."""


@dataclass(frozen=True, slots=True)
class InPlan:
    """A priority in one plan."""

    plan: PublicPlan
    place: PublicPlanPriority
    actions: tuple[Planned, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class PriorityView:
    """What the page of a priority, or its row in the list, needs besides the priority."""

    priority: PublicPriority
    plans: tuple[InPlan, ...]
    """The plans that have it, the newest first."""

    tally: Tally
    """Its actions in the plans that run now; in all its plans if none does."""

    ended: bool
    took_over_from: tuple[PublicPriority, ...]
    discussed: tuple[tuple[str, Mention], ...]
    """Where other records than plans name it, with their days, the newest first."""


def plans_of(lookups: Lookups) -> tuple[PublicPlan, ...]:
    """Return the plans, the newest first by the day on which they begin."""
    found = lookups.dataset.records(PublicPlan)
    return tuple(sorted(found, key=lambda plan: (plan.period_from, plan.id), reverse=True))


def is_current(lookups: Lookups, plan: PublicPlan) -> bool:
    """Return whether a plan runs when the newest edition is published."""
    end = plan.extended_until or plan.period_until
    return plan.status not in OVER and has_begun(lookups, plan.period_from) and not is_over(lookups, end)


def has_begun(lookups: Lookups, day: str | None) -> bool:
    """Return whether a day, month or year has begun. What has no day has begun."""
    return day is None or not lookups.as_of or day <= lookups.as_of[: len(day)]


def is_over(lookups: Lookups, day: str | None) -> bool:
    """Return whether a day, month or year is over. What has no day is not."""
    return day is not None and day < lookups.as_of[: len(day)]


def planned(plan: PublicPlan) -> Iterator[Planned]:
    """Yield every action of a plan at any depth, in the order of the document."""
    for place in plan.priorities:
        yield from _under(plan, place, place.actions)
    yield from _under(plan, None, plan.actions)


def _under(
    plan: PublicPlan, place: PublicPlanPriority | None, actions: Iterable[PublicPlanAction]
) -> Iterator[Planned]:
    for action in actions:
        yield Planned(plan, place, action)
        yield from _under(plan, place, action.actions)


def tally(actions: Iterable[Planned]) -> Tally:
    """Return how actions stand."""
    states = [each.action.status for each in actions]
    found = Counter(state for state in states if state is not None)
    order = [*STATES, *sorted(set(found) - set(STATES))]
    return Tally(len(states), tuple((state, found[state]) for state in order if found[state]))


def view_plan(lookups: Lookups, plan: PublicPlan) -> PlanView:
    """Return what the page of a plan needs."""
    found = tuple(planned(plan))
    rows: list[tuple[PublicPlanPriority | None, Tally]] = [
        (place, tally(_under(plan, place, place.actions))) for place in plan.priorities
    ]
    if plan.actions:
        rows.append((None, tally(_under(plan, None, plan.actions))))
    others = [each for each in plans_of(lookups) if each.id != plan.id]
    return PlanView(
        plan=plan,
        tally=tally(found),
        rows=tuple(rows),
        follow=tuple(each for each in others if each.replaces == plan.id and each.id != plan.replaced_by),
        came_before=tuple(
            each for each in others if each.replaced_by == plan.id and each.id != plan.replaces
        ),
        carried_out_by=tuple(each for each in others if each.carries_out == plan.id),
        beside=tuple(beside(plan, others)),
        changed=changed(plan),
    )


def beside(plan: PublicPlan, others: Iterable[PublicPlan]) -> Iterator[Beside]:
    """Yield the plans that run in a part of the time of a plan, with that part."""
    for other in sorted(others, key=lambda each: (each.period_from, each.id)):
        start = max(plan.period_from, other.period_from, key=last_day)
        ends = [end for each in (plan, other) if (end := each.extended_until or each.period_until)]
        end = min(ends, key=last_day, default=None)
        if other.status not in OVER and (end is None or last_day(start) <= last_day(end)):
            yield Beside(other, start, end)


def changed(plan: PublicPlan) -> tuple[Changed, ...]:
    """Return what was changed while a plan ran, in order of time."""
    found = [Changed("changed", each, text=each.text) for each in plan.changes]
    for place in plan.priorities:
        for what, change in (("added", place.added), ("ended", place.ended)):
            if change is not None:
                found.append(Changed(what, change, f"priority-{place.id}", place))
    for each in planned(plan):
        for what, change in (("added", each.action.added), ("ended", each.action.ended)):
            if change is not None:
                found.append(Changed(what, change, f"action-{each.action.id}", text=each.action.text))
    return tuple(sorted(found, key=lambda each: last_day(each.change.on)))


def view_priority(
    lookups: Lookups, priority: PublicPriority, mentioned: Iterable[Mention] = ()
) -> PriorityView:
    """Return what the page of a priority needs."""
    found = [
        InPlan(plan, place, actions, tally(actions))
        for plan in plans_of(lookups)
        for place in plan.priorities
        if place.priority == priority.id
        for actions in [tuple(_under(plan, place, place.actions))]
    ]
    running = [each for each in found if is_current(lookups, each.plan)] or found
    others = lookups.dataset.records(PublicPriority)
    return PriorityView(
        priority=priority,
        plans=tuple(found),
        tally=tally(action for each in running for action in each.actions),
        ended=is_over(lookups, priority.until),
        took_over_from=tuple(each for each in others if each.successor == priority.id),
        discussed=tuple(
            sorted(
                ((_day_of(each), each) for each in mentioned if each.kind not in {"plans", "priorities"}),
                key=lambda each: each[0],
                reverse=True,
            )
        ),
    )


def view_priorities(lookups: Lookups) -> list[PriorityView]:
    """Return all priorities by their place in the newest plan that runs now, then by name."""
    views = [view_priority(lookups, each) for each in lookups.dataset.records(PublicPriority)]
    return sorted(views, key=lambda view: _place(view, lookups.as_of))


def is_of_today(lookups: Lookups, view: PriorityView) -> bool:
    """Return whether a priority has begun and has not ended."""
    return has_begun(lookups, view.priority.since) and not view.ended


def _place(view: PriorityView, as_of: str) -> tuple[bool, int, str, str]:
    """Return what priorities are listed by: their place in the newest plan that runs now, then their name."""
    running = [each for each in view.plans if each.plan.period_from <= as_of[: len(each.plan.period_from)]]
    newest = next(iter(running), None)
    place = newest.plan.priorities.index(newest.place) if newest else 0
    return newest is None, place, view.priority.title.casefold(), view.priority.id


def _day_of(mention: Mention) -> str:
    """Return the day of the record that names something; empty if it has none."""
    days = (getattr(mention.record, name, None) for name in _DATED_BY)
    return next((str(day) for day in days if day), "")
