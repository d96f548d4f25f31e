"""Actions of meetings in a year: agreed, closed, open at its end and past their date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.language.formats import day
from macros.open_data.sources import Source
from macros.views.ledger import OPEN, Story, ledger
from macros.yearly.meetings import held
from macros.yearly.tables import Count, Row, Table, brief, by_role, cells
from macros.yearly.years import ReportingYear, year_before


@dataclass(frozen=True, slots=True)
class Actions:
    """The actions of a year by their names. One can stand in several of these."""

    agreed: Mapping[str, Story]
    closed: Mapping[str, Story]
    """Those that were closed in the year, whenever they were agreed."""

    open: Mapping[str, Story]
    """Those that were open on its last day."""

    late: Mapping[str, Story]
    """Those among the open ones whose date was over by then."""


def actions_of(source: Source, year: ReportingYear) -> Actions:
    """Return the actions of a year, as the public ledger has them on its last day.

    Of whom the public may not know whether it is closed is neither open nor closed here.
    """
    known = ledger(source.lookups, year.last).stories
    return Actions(
        agreed={name: each for name, each in known.items() if year.holds(each.asked.meeting.date)},
        closed={name: each for name, each in known.items() if year.holds(each.closed_on)},
        open={name: each for name, each in known.items() if each.standing == OPEN},
        late={name: each for name, each in known.items() if each.is_overdue},
    )


def actions_by_group(source: Source, year: ReportingYear) -> Table:
    """Return how many actions each group agreed, closed and left open."""
    found = actions_of(source, year)
    groups = {
        each.asked.meeting.group.id or "": source.who(each.asked.meeting.group)
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
            cells(*_said(source, each), day(source.language, each.closed_on or "")),
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


def _number(part: Mapping[str, Story], group: str) -> int:
    return sum((each.asked.meeting.group.id or "") == group for each in part.values())


def _due_row(source: Source, name: str, story: Story) -> Row:
    due = day(source.language, story.due) if story.due else source.line(story.due_words)
    return Row(cells(*_said(source, story), due), ("action", name))


def _said(source: Source, story: Story) -> Iterator[str]:
    yield brief(source, story.asked.action.text)
    yield by_role(source, story.owners)
    yield day(source.language, story.asked.meeting.date)
