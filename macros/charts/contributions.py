"""What each contributor gives to a budget: what was promised beside what came."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from editions.kinds.budgets import PublicBudget
from editions.parts.amounts import PublicContribution
from macros.charts.charts import Chart
from macros.charts.marks import Part, Row, bars, scale_of, swatch
from macros.language.formats import money, years
from macros.language.languages import ENGLISH, Language

COLUMNS = {"planned": ("empty", "Planned"), "forecast": ("lined", "Expected"), "actual": ("full", "Came to")}
"""The amounts of a line, each with its look and its words, the newest last."""

FEWEST = 2


def contributions_chart(
    budget: PublicBudget, plain: Callable[[str], str], language: Language = ENGLISH
) -> Chart | None:
    """Return the contributions to a budget in cash; None with fewer than two that have an amount.

    `plain` makes words of a line that may have something withheld in it.
    """
    lines = [(contributor_of(each, plain, language), each) for each in budget.contributions]
    used = [column for column in COLUMNS if any(_amount(line, column) is not None for _, line in lines)]
    amounts = [
        amount for _, line in lines for column in used if (amount := _amount(line, column)) is not None
    ]
    if sum(any(_amount(line, column) is not None for column in used) for _, line in lines) < FEWEST:
        return None
    heads = {column: language.pgettext("budget-column", words) for column, (_, words) in COLUMNS.items()}
    rows = [
        Row(
            name,
            _said(line, budget.currency, language),
            tuple(
                (Part(Decimal(0), amount, COLUMNS[column][0]),)
                for column in used
                if (amount := _amount(line, column)) is not None
            ),
        )
        for name, line in lines
    ]
    return Chart(
        id=f"contributions-{budget.id}",
        title=language.gettext("Contributions in %(year)s") % {"year": years(language, budget.year)},
        description=language.gettext(
            "A bar for each amount of each contributor. The table has the same amounts."
        ),
        picture=bars(rows, scale_of(amounts), lambda each: money(language, f"{each:f}", budget.currency)),
        key=tuple((swatch(COLUMNS[column][0]), heads[column]) for column in used),
        head=(language.gettext("From"), *(heads[column] for column in used)),
        rows=tuple(
            (name, *(_cell(line, column, budget.currency, language) for column in used))
            for name, line in lines
        ),
    )


def contributor_of(
    line: PublicContribution, plain: Callable[[str], str], language: Language = ENGLISH
) -> str:
    """Return who gives, and for what if not for everything, in plain words."""
    party = line.contributor
    who = party.who if party else None
    known = [party.name if party else None]
    if who is not None:
        known = [
            who.name or who.role or (language.gettext("All partners") if who.kind == "all" else None),
            *known,
        ]
        known += [] if who.name else [who.organization]
    name = ", ".join(plain(each) for each in known if each) or language.gettext(
        "A contributor who is not named here"
    )
    return f"{name}: {plain(line.purpose)}" if line.purpose else name


def _amount(line: PublicContribution, column: str) -> Decimal | None:
    text = getattr(line, column)
    return None if text is None else Decimal(text)


def _cell(line: PublicContribution, column: str, currency: str, language: Language) -> str:
    text = getattr(line, column)
    if text is not None:
        return money(language, text, currency)
    hidden = line.withheld is not None or any(each.field == column for each in line.withheld_fields)
    return language.gettext("withheld") if hidden else ""


def _said(line: PublicContribution, currency: str, language: Language) -> str:
    """Return the newest amount of a line in words."""
    cells = [_cell(line, column, currency, language) for column in COLUMNS]
    return next((each for each in reversed(cells) if each), language.gettext("no amount"))
