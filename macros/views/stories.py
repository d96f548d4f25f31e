"""The story of a priority in order of time, and the day of whatever stands in a thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from editions.fields import PublicRecord
from editions.kinds.documents import PublicDocument
from editions.kinds.indicators import PublicIndicator
from editions.kinds.meetings import PublicMeeting
from editions.kinds.plans import PublicPlan, PublicPlanAction, PublicPlanPriority
from editions.kinds.priorities import PublicPriority
from editions.kinds.reports import PublicReport
from editions.kinds.reviews import PublicReview
from macros.views.indicators import period_words, point_words
from macros.views.lookups import Lookups
from macros.views.periods import last_day
from macros.views.plans import Planned, planned, plans_of
from macros.views.recommendations import day_of as day_of_report
from macros.views.threads import Link, Named, Thing, Thread

TOLD = {
    "began": "It became a priority",
    "planned": "Put into a plan",
    "added": "Action added to the plan",
    "items": "Discussed",
    "decisions": "Decided",
    "actions": "Action agreed",
    "recommendations": "Recommended",
    "reports": "Report",
    "reviews": "Practice review",
    "sections": "Reported",
    "documents": "Document",
    "progress": "Reported of an action of the plan",
    "dropped": "Action taken out of the plan",
    "found": "What was found",
    "figure": "Figure",
    "ended": "It stopped being a priority",
}
"""What can happen in the story of a priority, in the order in which a day is told."""

_STEPS = 3
"""So many links from the priority the story reaches."""

_ENDS_HERE = frozenset({"meetings", "reports", "reviews", "documents", "indicators", "sections", "plans"})
"""What has a story of its own, so that what came of it is not told here."""


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of a story."""

    day: str
    """A day, month or year; empty where none is known."""

    what: str
    """What happened: one of `TOLD`."""

    record: PublicRecord
    """Where it can be read."""

    anchor: str = ""
    """The place within its page, without `#`; empty for the record itself."""

    thing: Thing | None = None
    """What it is, where that is a thing of the thread."""

    text: str = ""
    """What is said, as public prose; empty where the thing says it."""

    words: str = ""
    """What is said, in plain words."""


def story(
    lookups: Lookups, thread: Thread, priority: PublicPriority
) -> tuple[tuple[str, tuple[Told, ...]], ...]:
    """Return what happened for a priority by year, the earliest first; what has no day comes last."""
    found = [*_of_itself(priority), *_in_plans(lookups, priority), *_around(thread, priority)]
    found += _figures(lookups, priority)
    order = list(TOLD)
    found.sort(key=lambda each: (not each.day, last_day(each.day), each.day, order.index(each.what)))
    years = dict.fromkeys(each.day[:4] for each in found)
    return tuple((year, tuple(each for each in found if each.day[:4] == year)) for year in years)


def day_of(thing: Thing) -> str:
    """Return the day of a thing: of its meeting, its plan, its report. Empty if it has none."""
    record = thing.record
    days: tuple[str | None, ...] = ()
    if isinstance(record, PublicMeeting):
        days = (record.date,)
    elif isinstance(record, PublicPlan):
        added = thing.unit.added if isinstance(thing.unit, PublicPlanAction) else None
        days = (added.on if added else None, record.period_from)
    elif isinstance(record, PublicPriority):
        days = (record.since,)
    elif isinstance(record, PublicReport | PublicReview):
        days = (day_of_report(record),)
    elif isinstance(record, PublicDocument):
        days = (record.effective_from, record.approved_on, record.first_published)
    return next(filter(None, days), "")


def reached(thread: Thread, start: Named) -> tuple[Thing, ...]:
    """Return what belongs to the story of a thing: what came of it, and what led to its planned actions."""
    found: dict[Named, Thing] = {}
    here = [start]
    for _ in range(_STEPS):
        new: dict[Named, Thing] = {}
        for key in here:
            for thing in _next(thread, key):
                if thing.key != start and thing.key not in found and thing.sort != "priorities":
                    new.setdefault(thing.key, thing)
        found |= new
        here = [key for key, thing in new.items() if thing.sort not in _ENDS_HERE]
    return tuple(found.values())


def _next(thread: Thread, key: Named) -> Iterator[Thing]:
    """Yield what came of a thing, and of a planned action what led to it too."""
    came: Iterable[Link] = thread.came_of(*key)
    for link in came:
        if not (key[0] == "actions" and link.relation == "reported"):
            yield link.later
    if key[0] == "plan-actions":
        yield from (link.earlier for link in thread.led_to(*key) if link.earlier.sort != "plan-actions")


def _of_itself(priority: PublicPriority) -> Iterator[Told]:
    if priority.since:
        yield Told(priority.since, "began", priority)
    if priority.until:
        yield Told(priority.until, "ended", priority, text=priority.ended_because or "")


def _in_plans(lookups: Lookups, priority: PublicPriority) -> Iterator[Told]:
    for plan in plans_of(lookups):
        for place in plan.priorities:
            if place.priority == priority.id:
                yield from _in_plan(plan, place)


def _in_plan(plan: PublicPlan, place: PublicPlanPriority) -> Iterator[Told]:
    """Yield when a priority came into a plan, what was found, and what was reported of its actions."""
    at = f"priority-{place.id}"
    thing = Thing("plans", plan.id, "plans", plan, plan)
    yield Told(place.added.on if place.added else plan.period_from, "planned", plan, at, thing)
    for outcome in place.outcomes:
        for found in outcome.evidence:
            yield Told(found.on or "", "found", plan, at, text=found.text)
    for each in planned(plan):
        if each.under is place:
            yield from _of_action(each)


def _of_action(each: Planned) -> Iterator[Told]:
    action = each.action
    plan, at = each.plan, f"action-{action.id}"
    if action.added:
        yield Told(action.added.on, "added", plan, at, text=action.text)
    for report in action.progress:
        yield Told(report.on, "progress", plan, at, text=report.text or report.evidence or action.text)
    if action.ended:
        yield Told(action.ended.on, "dropped", plan, at, text=action.text)


def _around(thread: Thread, priority: PublicPriority) -> Iterator[Told]:
    """Yield what the thread holds, in the order of its documents, but for plans and figures."""
    near = {thing.key for thing in reached(thread, ("priorities", priority.id))}
    for thing in thread.things.values():
        if thing.key in near and thing.sort not in {"plan-actions", "indicators", "plans", "meetings"}:
            yield Told(day_of(thing), thing.sort, thing.record, thing.anchor, thing)


def _figures(lookups: Lookups, priority: PublicPriority) -> Iterator[Told]:
    """Yield each figure of the indicators of a priority, on the last day of its time."""
    language = lookups.language
    for indicator in lookups.dataset.records(PublicIndicator):
        if priority.id not in indicator.priorities:
            continue
        thing = Thing("indicators", indicator.id, "indicators", indicator, indicator)
        for point in indicator.points:
            words = point_words(point, indicator, language)
            if words:
                said = f"{words} ({period_words(point.period, language)})"
                yield Told(last_day(point.period), "figure", indicator, "", thing, words=said)
