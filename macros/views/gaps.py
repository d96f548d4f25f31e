"""What is missing in a thread on a given day: for the office, and in public where the partnership says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editions.kinds.indicators import PublicIndicator
from editions.kinds.meetings import PublicMeeting
from editions.kinds.plans import PublicPlan, PublicPlanAction
from editions.kinds.priorities import PublicPriority
from editions.kinds.reports import PublicReport
from editions.kinds.reviews import PublicReview
from macros.views.issued_documents import OVER
from macros.views.periods import days_before, last_day
from macros.views.plans import planned
from macros.views.recommendations import ENDED
from macros.views.stories import day_of
from macros.views.threads import Named, Thing, Thread

HALF_A_YEAR = 183
A_YEAR = 365

OPEN = frozenset({None, "not-started", "in-progress", "on-track", "delayed"})
"""States of an action of a plan that is still to be done."""

NOTHING_ASKED = frozenset({"note", "comment"})
"""What a recommendation may ask that needs no answer."""

GAPS = {
    "priority-not-discussed": "No meeting has discussed this priority for half a year.",
    "action-without-lead": "Nobody leads on this action.",
    "action-without-meeting": "No meeting has dealt with this action.",
    "action-without-news": "Nothing has been reported of this action.",
    "indicator-without-figure": "There has been no figure for a year.",
    "recommendation-without-answer": "There is no answer to this recommendation, and nothing came of it yet.",
}
"""What can be missing."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing."""

    what: str
    """One of `GAPS`."""

    thing: Thing
    since: str = ""
    """The day of the last meeting or figure; empty if there was none."""


def gaps(thread: Thread, on: str) -> tuple[Gap, ...]:
    """Return what is missing on a day (year-month-day), in the order of the dataset."""
    found: list[Gap] = []
    for thing in thread.things.values():
        if isinstance(thing.unit, PublicPriority):
            found += _of_priority(thread, thing, thing.unit, on)
        elif isinstance(thing.unit, PublicPlan):
            found += _of_plan(thread, thing.unit, on)
        elif isinstance(thing.unit, PublicIndicator):
            found += _of_indicator(thing, thing.unit, on)
        elif isinstance(thing.unit, PublicReport | PublicReview):
            found += _of_recommendations(thread, thing.unit)
    return tuple(found)


def gaps_around(thread: Thread, every: tuple[Gap, ...], key: Named) -> tuple[Gap, ...]:
    """Return those gaps that are of one thing, or of what came of it directly."""
    around = {key, *(link.later.key for link in thread.came_of(*key))}
    return tuple(gap for gap in every if gap.thing.key in around)


def _of_priority(thread: Thread, thing: Thing, priority: PublicPriority, on: str) -> Iterator[Gap]:
    """Yield that no meeting has discussed a priority of the day for half a year."""
    start, limit = priority.since or "", days_before(on, HALF_A_YEAR)
    ended = priority.until is not None and last_day(priority.until) < on
    if priority.withheld is not None or ended or last_day(start) > limit:
        return
    newest = max(_meetings(thread, thing.key, on), default="")
    if last_day(newest) <= limit:
        yield Gap("priority-not-discussed", thing, newest)


def _meetings(thread: Thread, key: Named, on: str) -> Iterator[str]:
    """Yield the days up to a day of the meetings that dealt with a thing or with what came of it directly."""
    for link in thread.came_of(*key):
        near = [link.later, *(each.later for each in thread.came_of(*link.later.key))]
        near += [each.earlier for each in thread.led_to(*link.later.key)]
        days = (day_of(thing) for thing in near if _is_minuted(thing))
        yield from (day for day in days if day <= on)


def _is_minuted(thing: Thing) -> bool:
    """Return whether a thing is of a meeting that was held, and not only of its agenda."""
    record = thing.record
    return (
        isinstance(record, PublicMeeting)
        and record.status not in {"planned", "agenda"}
        and record.happened in {None, "held"}
    )


def _of_plan(thread: Thread, plan: PublicPlan, on: str) -> Iterator[Gap]:
    """Yield what the actions of a plan of the day lack; what was added lately has time."""
    end = plan.extended_until or plan.period_until
    if plan.status in OVER or last_day(plan.period_from) > on or (end and last_day(end) < on):
        return
    for each in planned(plan):
        action = each.action
        if action.status not in OPEN or action.withheld is not None or action.actions:
            continue
        thing = thread.things["plan-actions", f"{plan.id}/{action.id}"]
        hidden = {field.field for field in action.withheld_fields}
        if not action.leads and "leads" not in hidden:
            yield Gap("action-without-lead", thing)
        if last_day(_begun(plan, action)) <= days_before(on, HALF_A_YEAR):
            links = (*thread.came_of(*thing.key), *thread.led_to(*thing.key))
            if not any("meetings" in {link.earlier.kind, link.later.kind} for link in links):
                yield Gap("action-without-meeting", thing)
            if not (action.progress or action.evidence or hidden & {"progress", "evidence"}):
                yield Gap("action-without-news", thing)


def _begun(plan: PublicPlan, action: PublicPlanAction) -> str:
    """Return when work on an action was to begin."""
    return action.starts or (action.added.on if action.added else plan.period_from)


def _of_indicator(thing: Thing, indicator: PublicIndicator, on: str) -> Iterator[Gap]:
    """Yield that an indicator has had no figure for a year."""
    if indicator.withheld is not None or indicator.frequency == "irregular":
        return
    read = (each for each in indicator.points if each.value or each.people or each.share or each.withheld)
    newest = max((last_day(each.period) for each in read), default="")
    if newest < days_before(on, A_YEAR):
        yield Gap("indicator-without-figure", thing, newest)


def _of_recommendations(thread: Thread, record: PublicReport | PublicReview) -> Iterator[Gap]:
    """Yield each recommendation that asks for something and has neither an answer nor what came of it."""
    for each in record.recommendations:
        key = ("recommendations", f"{record.id}/{each.id}")
        settled = each.status in ENDED or each.asked in NOTHING_ASKED or each.withheld is not None
        if not (settled or each.responses or each.progress or thread.came_of(*key)):
            yield Gap("recommendation-without-answer", thread.things[key])
