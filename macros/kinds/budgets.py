"""Budgets: their pages, and the list of all."""

from __future__ import annotations

from editions.kinds.budgets import PublicBudget
from macros.arguments import entry_of
from macros.charts.contributions import contributions_chart
from macros.kind import Macro, Showing, ShownKind
from macros.views import budgets as budget_views

STAGES = {
    "proposed": "Proposed",
    "planned": "Planned",
    "agreed": "Agreed",
    "outturn": "What it came to",
}
COLUMNS = {"planned": "Planned", "forecast": "Expected", "actual": "Came to"}
TOTALS = {
    "contributions": "All contributions",
    "income": "All that comes in",
    "spending": "All spending",
    "spending_and_carried": "Spending and what is carried forward",
    "in_kind": "All that is given in kind",
}
MONIES = {"GBP": "Pounds", "EUR": "Euros", "USD": "US dollars"}


def _macros(showing: Showing) -> tuple[Macro, ...]:
    entries = {entry.id: entry for entry in showing.lookups.dataset.of(PublicBudget)}
    plain = showing.templates.filters["plain"]
    language = showing.lookups.language

    def budget(id: str) -> str:  # noqa: A002  # The word that authors write.
        """Show a budget: who gives what, what it is spent on, and what is left, as on its own page.

        `id` is the name of its record: `budget("2025-26")`. Sums are worked out from what is public.
        """
        entry = entry_of("budget", entries, id)
        if entry.record is None:
            return showing.shown("withdrawn.html", entry=entry)
        return showing.shown(
            "budgets/budget.html",
            entry=entry,
            view=budget_views.view_budget(entry.record),
            chart=contributions_chart(entry.record, plain, language),
            mentions=showing.mentions("budgets", entry.record.id),
        )

    def budgets() -> str:
        """List the budgets, the newest year first, with what comes in and what is spent."""
        return showing.shown(
            "budgets/list.html",
            found=budget_views.budgets(showing.lookups),
            withdrawn=[entry for entry in entries.values() if entry.is_withdrawn],
        )

    def budget_chart(id: str) -> str:  # noqa: A002  # The word that authors write.
        """Show the contributions in cash to a budget as a picture and as a table: who gives what.

        `id` is the name of its record: `budget_chart("2025-26")`.
        """
        record = entry_of("budget_chart", entries, id).record
        return showing.shown(
            "charts/alone.html",
            chart=contributions_chart(record, plain, language) if record else None,
            without=language.gettext("There are too few contributions for a picture."),
        )

    return budget, budgets, budget_chart


KIND = ShownKind(
    "budgets",
    "Budgets",
    _macros,
    page="budget",
    list="budgets",
    is_document=True,
    words={"budget-stage": STAGES, "budget-column": COLUMNS, "budget-total": TOTALS, "currency": MONIES},
)
