"""What the pages of budgets need: the lines by table, with sums of what the public can see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from editions.kinds.budgets import PublicBudget
from editions.parts.amounts import PublicMoneyLine
from macros.views.lookups import Lookups

COLUMNS = ("planned", "forecast", "actual")


@dataclass(frozen=True, slots=True)
class TotalView:
    """The total of a table: as printed, and the sum of its lines as they are shown."""

    name: str
    """What is added up: `income`."""

    printed: PublicMoneyLine | None
    summed: tuple[str | None, ...]
    """A sum for each column, None where no line has an amount."""

    newest: str | None
    """The sum of the newest amount of each line: what it came to, else what is expected, else planned."""

    differs: bool
    """Whether a printed amount is not the sum of the lines shown, some of which may be withheld."""


@dataclass(frozen=True, slots=True)
class BudgetView:
    """A budget with the sums of its tables."""

    budget: PublicBudget
    columns: tuple[str, ...]
    """The columns in which something of the cash stands."""

    columns_in_kind: tuple[str, ...]
    contributions: TotalView
    income: TotalView
    spending: TotalView
    spending_and_carried: TotalView
    in_kind: TotalView


def view_budget(budget: PublicBudget) -> BudgetView:
    """Return a budget with the sums of its tables."""
    carried_in = [budget.carried_in] if budget.carried_in else []
    carried_out = [budget.carried_out] if budget.carried_out else []
    income: list[PublicMoneyLine] = [*budget.contributions, *budget.income, *carried_in]
    spending: list[PublicMoneyLine] = [*budget.spending, *carried_out]
    totals = budget.totals

    def total(field: str, lines: Iterable[PublicMoneyLine], columns: tuple[str, ...]) -> TotalView:
        return _total(field, getattr(totals, field, None), tuple(lines), columns)

    printed = (
        [getattr(totals, each) for each in ("contributions", "income", "spending", "spending_and_carried")]
        if totals
        else []
    )
    cash = _columns([*income, *spending, *(each for each in printed if each)])
    kind = _columns([*budget.in_kind, *([totals.in_kind] if totals and totals.in_kind else [])])
    return BudgetView(
        budget=budget,
        columns=cash,
        columns_in_kind=kind,
        contributions=total("contributions", budget.contributions, cash),
        income=total("income", income, cash),
        spending=total("spending", budget.spending, cash),
        spending_and_carried=total("spending_and_carried", spending, cash),
        in_kind=total("in_kind", budget.in_kind, kind),
    )


def budgets(lookups: Lookups) -> tuple[BudgetView, ...]:
    """Return the budgets, the newest year first."""
    found = lookups.dataset.records(PublicBudget)
    return tuple(
        view_budget(each) for each in sorted(found, key=lambda each: (each.year, each.id), reverse=True)
    )


def _total(
    name: str, printed: PublicMoneyLine | None, lines: tuple[PublicMoneyLine, ...], columns: tuple[str, ...]
) -> TotalView:
    summed = tuple(_sum(lines, column) for column in columns)
    differs = any(
        (amount := getattr(printed, column, None)) is not None
        and (own is None or Decimal(amount) != Decimal(own))
        for column, own in zip(columns, summed, strict=True)
    )
    return TotalView(name, printed, summed, _newest(lines), differs)


def _columns(lines: Iterable[PublicMoneyLine]) -> tuple[str, ...]:
    """Return the columns in which one of these lines has an amount."""
    known = tuple(lines)
    return tuple(column for column in COLUMNS if any(getattr(line, column) is not None for line in known))


def _newest(lines: Iterable[PublicMoneyLine]) -> str | None:
    known = [[getattr(line, column) for column in reversed(COLUMNS)] for line in lines]
    amounts = [Decimal(next(filter(None, each))) for each in known if any(each)]
    return f"{sum(amounts, Decimal(0)):f}" if amounts else None


def _sum(lines: Iterable[PublicMoneyLine], column: str) -> str | None:
    amounts = [Decimal(amount) for line in lines if (amount := getattr(line, column)) is not None]
    return f"{sum(amounts, Decimal(0)):f}" if amounts else None
