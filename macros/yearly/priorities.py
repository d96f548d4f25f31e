"""Priorities in a year: how the actions of plans stand, and the figures that go with them."""

from __future__ import annotations

from collections.abc import Iterator

from editions.kinds.indicators import PublicIndicator
from editions.kinds.priorities import PublicPriority
from editions.parts.figures import PublicPoint
from macros.language.formats import day
from macros.open_data.sources import Source
from macros.views.indicators import figure, period_words, point_words
from macros.views.issued_documents import OVER
from macros.views.periods import last_day
from macros.views.plans import STATES, Planned, planned, plans_of, view_priorities
from macros.yearly.tables import Row, Table, brief, by_role, cells
from macros.yearly.years import ReportingYear, year_before

NOT_SAID = "Not said"


def priorities(source: Source, year: ReportingYear) -> tuple[PublicPriority, ...]:
    """Return the priorities of a year, in the order of the newest plan."""
    found = (view.priority for view in view_priorities(source.lookups))
    return tuple(each for each in found if year.overlaps(each.since, each.until))


def plan_actions(source: Source, year: ReportingYear, priority: str | None = None) -> tuple[Planned, ...]:
    """Return the actions of the plans that ran in a year, of one priority or of all."""
    return tuple(
        each
        for plan in plans_of(source.lookups)
        if plan.status not in OVER
        and year.overlaps(plan.period_from, plan.extended_until or plan.period_until)
        for each in planned(plan)
        if priority is None or (each.under is not None and each.under.priority == priority)
    )


def progress(source: Source, year: ReportingYear) -> Table:
    """Return how the actions of plans stand, by priority."""
    rows = [(each, plan_actions(source, year, each.id)) for each in priorities(source, year)]
    used = [
        state
        for state in (*STATES, None)
        if any(_state(each) == state for _, found in rows for each in found)
    ]
    return Table(
        "progress",
        "Actions of plans, by priority",
        ("Priority", *(STATES.get(state or "", NOT_SAID) for state in used)),
        tuple(
            Row(
                cells(
                    source.line(priority.title),
                    *(sum(_state(each) == state for each in found) for state in used),
                ),
                ("priority", priority.id),
            )
            for priority, found in rows
            if found
        ),
        chart="stacked",
        note="As the plans say now.",
    )


def actions_of_priority(source: Source, year: ReportingYear, priority: str) -> Table:
    """Return the actions of plans for a priority."""
    return Table(
        f"plan-actions-{priority}",
        "What was planned, and how it stands",
        ("Action", "Who leads", "Due", "State"),
        tuple(_plan_row(source, each) for each in plan_actions(source, year, priority)),
        note="As the plans say now.",
    )


def delayed(source: Source, year: ReportingYear) -> Table:
    """Return the actions of plans that are late, were dropped, or have not begun."""
    found = (
        each
        for each in plan_actions(source, year)
        if each.action.status in {"delayed", "stopped", "not-started"}
    )
    return Table(
        "plan-actions-behind",
        "Actions of plans that are late, not begun or dropped",
        ("Action", "Who leads", "Due", "State"),
        tuple(_plan_row(source, each) for each in found),
        note="As the plans say now.",
    )


def figures_of_priority(source: Source, year: ReportingYear, priority: str) -> Table:
    """Return the newest figure of each indicator of a priority in the year, and in the year before."""
    rows = (
        Row(
            cells(
                source.line(each.title),
                _figure(source, each, year_before(year)),
                _figure(source, each, year),
                _aim(source, each),
            ),
            ("indicator", each.id),
        )
        for each in _indicators(source)
        if priority in each.priorities
    )
    return Table(
        f"figures-{priority}",
        "Figures",
        ("What is counted", "Year before", "This year", "Aim"),
        tuple(rows),
        note="The newest figure of each year, as it is published. Numbers of people are shown roughly.",
    )


def newest(indicator: PublicIndicator, year: ReportingYear) -> PublicPoint | None:
    """Return the figure of an indicator whose time ended last in a year."""
    found = [
        (month, at, point)
        for at, point in enumerate(indicator.points)
        for month in [last_day(point.period)[: len("2025-09")]]
        if month and year.holds(month) and (point.value or point.people or point.share)
    ]
    return max(found, key=lambda each: each[:2])[2] if found else None


def _indicators(source: Source) -> Iterator[PublicIndicator]:
    found = source.lookups.dataset.records(PublicIndicator)
    yield from sorted(found, key=lambda each: (each.title.casefold(), each.id))


def _figure(source: Source, indicator: PublicIndicator, year: ReportingYear) -> str:
    point = newest(indicator, year)
    if point is None:
        return ""
    said = point_words(point, indicator, source.language)
    return f"{said} ({period_words(point.period, source.language)})"


def _aim(source: Source, indicator: PublicIndicator) -> str:
    target = indicator.targets[-1] if indicator.targets else None
    if target is None or target.value is None:
        return ""
    return f"{figure(target.value, indicator, source.language)} by {day(source.language, target.by)}"


def _plan_row(source: Source, each: Planned) -> Row:
    action = each.action
    due = day(source.language, action.due) if action.due else source.line(action.due_words)
    state = STATES.get(_state(each) or "", NOT_SAID)
    return Row(
        cells(brief(source, action.text), by_role(source, action.leads), due, state),
        ("plan_action", f"{each.plan.id}/{action.id}"),
    )


def _state(each: Planned) -> str | None:
    return each.action.status if each.action.status in STATES else None
