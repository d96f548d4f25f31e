"""Actions of meetings in a year: agreed, closed, open at its end and past their date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.charts.actions import CLOSED
from macros.formats import day
from macros.open_data.sources import Source
from macros.views.lookups import Asked
from macros.yearly.meetings import held
from macros.yearly.tables import Count, Row, Table, brief, cells
from macros.yearly.years import ReportingYear, year_before


@dataclass(frozen=True, slots=True)
class Actions:
    """The actions of a year by their names. One can stand in several of these."""

    agreed: Mapping[str, Asked]
    closed: Mapping[str, Asked]
    """Those that minutes of the year say are closed."""

    open: Mapping[str, Asked]
    """Those that no minutes up to its last day say are closed."""

    late: Mapping[str, Asked]
    """Those among the open ones whose date was over by then."""


def actions_of(source: Source, year: ReportingYear) -> Actions:
    """Return the actions of a year, as the public minutes up to its last day say they stand."""
    known = {
        name: each
        for name, each in source.lookups.actions.items()
        if each.meeting.date[: len(year.last)] <= year.last[: len(each.meeting.date)]
    }
    before = year_before(year).last
    closed = {name: each for name, each in known.items() if is_closed(source, name, each, year.last)}
    still_open = {name: each for name, each in known.items() if name not in closed}
    return Actions(
        agreed={name: each for name, each in known.items() if year.holds(each.meeting.date)},
        closed={
            name: each
            for name, each in closed.items()
            if year.holds(each.meeting.date) or not is_closed(source, name, each, before)
        },
        open=still_open,
        late={name: each for name, each in still_open.items() if _is_late(source, name, each, year.last)},
    )


def is_closed(source: Source, name: str, asked: Asked, on: str) -> bool:
    """Return whether minutes up to a day say that an action is closed."""
    return _state(source, name, asked, on) in CLOSED


def actions_by_group(source: Source, year: ReportingYear) -> Table:
    """Return how many actions each group agreed, closed and left open."""
    found = actions_of(source, year)
    groups = {
        each.meeting.group.id or "": source.who(each.meeting.group)
        for part in (found.open, found.closed, found.agreed)
        for each in part.values()
    }
    rows = (
        Row(
            cells(
                groups[group],
                *(_number(part, group) for part in (found.agreed, found.closed, found.open, found.late)),
            ),
            ("group", group) if group else None,
        )
        for group in sorted(groups, key=lambda each: (groups[each].casefold(), each))
    )
    return Table(
        "actions-by-group",
        "Actions, by the group that agreed them",
        ("Group", "Agreed", "Closed", "Open at the end", "Of these past their date"),
        tuple(rows),
        chart="bars",
        note="An action is open until minutes say that it is closed.",
    )


def actions_closed(source: Source, year: ReportingYear) -> Table:
    """Return the actions that were closed in the year, with the minutes that say so."""
    rows = (
        Row(
            cells(*_said(source, each), _closed_on(source, name, each, year)),
            ("action", name),
        )
        for name, each in actions_of(source, year).closed.items()
    )
    columns = ("Action", "Who", "Agreed", "Closed")
    return Table("actions-closed", "Actions closed in the year", columns, tuple(rows))


def actions_open(source: Source, year: ReportingYear) -> Table:
    """Return the actions that were open when the year ended and not past their date."""
    found = actions_of(source, year)
    rows = (_due_row(source, name, each) for name, each in found.open.items() if name not in found.late)
    return Table(
        "actions-open",
        "Actions open at the end of the year, not past their date",
        ("Action", "Who", "Agreed", "Due"),
        tuple(rows),
    )


def actions_late(source: Source, year: ReportingYear) -> Table:
    """Return the actions that were past their date when the year ended."""
    rows = (_due_row(source, name, each) for name, each in actions_of(source, year).late.items())
    return Table(
        "actions-late",
        "Actions past their date at the end of the year",
        ("Action", "Who", "Agreed", "Due"),
        tuple(rows),
    )


def counts(source: Source, year: ReportingYear) -> tuple[Count, ...]:
    """Return the numbers of actions, and those of the year before."""
    earlier = year_before(year)
    now, before = actions_of(source, year), actions_of(source, earlier)
    known = bool(held(source, earlier))
    named = (
        ("Actions agreed", now.agreed, before.agreed),
        ("Actions closed", now.closed, before.closed),
        ("Actions open at the end of the year", now.open, before.open),
        ("Open actions past their date at the end of the year", now.late, before.late),
    )
    return tuple(Count(name, len(found), len(then) if known else None) for name, found, then in named)


def _number(part: Mapping[str, Asked], group: str) -> int:
    return sum((each.meeting.group.id or "") == group for each in part.values())


def _due_row(source: Source, name: str, asked: Asked) -> Row:
    action = asked.action
    due = day(source.language, action.due) if action.due else source.line(action.due_words)
    return Row(cells(*_said(source, asked), due), ("action", name))


def _said(source: Source, asked: Asked) -> Iterator[str]:
    yield brief(source, asked.action.text)
    yield source.parties(asked.action.owners)
    yield day(source.language, asked.meeting.date)


def _closed_on(source: Source, name: str, asked: Asked, year: ReportingYear) -> str:
    """Return the day of the minutes of the year that first say that an action is closed."""
    for each in source.lookups.news.get(name, ()):
        if year.holds(each.meeting.date) and each.update.status in CLOSED:
            return day(source.language, each.update.on or each.meeting.date)
    return day(source.language, asked.meeting.date)


def _state(source: Source, name: str, asked: Asked, on: str) -> str | None:
    """Return how an action stood on a day, by the minutes up to then; None if it was not yet agreed."""
    if asked.meeting.date > on:
        return None
    said = asked.action.status or "open"
    for each in source.lookups.news.get(name, ()):
        if each.update.status is not None and each.meeting.date <= on:
            said = each.update.status
    return said


def _is_late(source: Source, name: str, asked: Asked, on: str) -> bool:
    due = asked.action.due
    return (due is not None and due < on[: len(due)]) or _state(source, name, asked, on) == "overdue"
