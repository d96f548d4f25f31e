"""The budget of a year, and what the records say of training."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from editions.kinds.budgets import PublicBudget
from editions.kinds.indicators import PublicIndicator
from editions.parts.amounts import PublicIncomeLine, PublicMoneyLine, PublicSpendingLine
from editions.walking import items_of
from macros.charts.contributions import contributor_of
from macros.kinds.budgets import COLUMNS
from macros.language.formats import day, money
from macros.open_data.sources import Source
from macros.views.budgets import TotalView, view_budget
from macros.views.indicators import period_words, point_words
from macros.yearly.meetings import held
from macros.yearly.priorities import newest
from macros.yearly.tables import Row, Table, cells
from macros.yearly.years import ReportingYear

_TRAINING = re.compile(r"\b(training|trainer|courses?|e-learning)\b", re.IGNORECASE)


def budgets(source: Source, year: ReportingYear) -> tuple[PublicBudget, ...]:
    """Return the budgets of a year."""
    return tuple(each for each in source.lookups.dataset.records(PublicBudget) if each.year == year.words)


def contributions(source: Source, budget: PublicBudget) -> Table:
    """Return what each contributor gave in cash."""
    named = ((contributor_of(each, source.line, source.language), each) for each in budget.contributions)
    total = view_budget(budget).contributions
    return _table(
        source, budget, "contributions", "Contributions in cash", first="From", lines=named, total=total
    )


def income(source: Source, budget: PublicBudget) -> Table:
    """Return other income, and what was carried in."""
    lines: list[tuple[str, PublicMoneyLine]] = [(source.line(each.heading), each) for each in budget.income]
    lines += [("Carried in", budget.carried_in)] if budget.carried_in else []
    return _table(source, budget, "income", "Other income", first="From", lines=lines)


def spending(source: Source, budget: PublicBudget) -> Table:
    """Return what the money was spent on."""
    named = ((source.line(each.heading), each) for each in budget.spending)
    total = view_budget(budget).spending
    return _table(source, budget, "spending", "Spending", first="On", lines=named, total=total)


def training(source: Source, year: ReportingYear) -> Table:
    """Return where the public records of a year name training in a heading."""
    rows = (*_in_budgets(source, year), *_in_indicators(source, year), *_in_meetings(source, year))
    return Table(
        "training",
        "Where the records of the year name training",
        ("What", "Where, or how much"),
        rows,
        note="Headings of budgets, indicators and items of meetings that name training or courses.",
    )


def _table(
    source: Source,
    budget: PublicBudget,
    name: str,
    title: str,
    *,
    first: str,
    lines: Iterable[tuple[str, PublicMoneyLine]],
    total: TotalView | None = None,
) -> Table:
    """Return the lines of a budget with the amounts that are public, and their sums in the note."""
    known = tuple(lines)
    used = [each for each in COLUMNS if any(getattr(line, each) is not None for _, line in known)]
    rows = (
        Row(
            cells(words, *(_amount(source, budget, line, each) for each in used)),
            ("budget", budget.id),
        )
        for words, line in known
    )
    sums = dict(zip(view_budget(budget).columns, total.summed, strict=True)) if total else {}
    whole = [each for each in used if all(getattr(line, each) is not None for _, line in known)]
    said = [f"{COLUMNS[each].lower()} {_money(source, budget, sums.get(each))}" for each in whole if total]
    return Table(
        f"{name}-{budget.id}",
        title,
        (first, *(COLUMNS[each] for each in used)),
        tuple(rows) if used else (),
        chart="bars",
        note=f"Together: {', '.join(said)}." if said else None,
    )


def _amount(source: Source, budget: PublicBudget, line: PublicMoneyLine, column: str) -> str:
    amount = getattr(line, column)
    hidden = line.withheld is not None or any(each.field == column for each in line.withheld_fields)
    return "withheld" if amount is None and hidden else _money(source, budget, amount)


def _money(source: Source, budget: PublicBudget, amount: str | None) -> str:
    return money(source.language, amount, budget.currency) if amount is not None else ""


def _in_budgets(source: Source, year: ReportingYear) -> Iterator[Row]:
    for budget in budgets(source, year):
        headed: list[PublicIncomeLine | PublicSpendingLine] = [*budget.income, *budget.spending]
        for line in headed:
            heading = source.line(line.heading)
            if _TRAINING.search(heading):
                said = ", ".join(
                    f"{words.lower()} {_money(source, budget, amount)}"
                    for name, words in COLUMNS.items()
                    for amount in [getattr(line, name)]
                    if amount is not None
                )
                yield Row(cells(heading, said), ("budget", budget.id))


def _in_indicators(source: Source, year: ReportingYear) -> Iterator[Row]:
    for each in source.lookups.dataset.records(PublicIndicator):
        point = newest(each, year)
        if _TRAINING.search(source.line(each.title)) and point is not None:
            said = (
                f"{point_words(point, each, source.language)} ({period_words(point.period, source.language)})"
            )
            yield Row(cells(source.line(each.title), said), ("indicator", each.id))


def _in_meetings(source: Source, year: ReportingYear) -> Iterator[Row]:
    for meeting in held(source, year):
        for item in items_of(meeting.items):
            title = source.line(item.title)
            if _TRAINING.search(title):
                where = f"{source.who(meeting.group)}, {day(source.language, meeting.date)}"
                yield Row(cells(title, where), ("meeting", meeting.id))
