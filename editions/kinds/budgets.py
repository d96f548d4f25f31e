"""The public form of budgets."""

from __future__ import annotations

from editions.fields import BudgetId, Printed, Word
from editions.kind import PublicKind
from editions.parts.amounts import (
    PublicCarriedForward,
    PublicContribution,
    PublicIncomeLine,
    PublicInKind,
    PublicReserve,
    PublicSpendingLine,
    PublicTotals,
)
from editions.parts.issued import PublicIssued


class PublicBudget(PublicIssued):
    """The budget of one year."""

    year: str
    """The year: `2025-26`."""

    group: Printed | None = None
    """The group that keeps it."""

    stage: Word = "planned"
    """How far it is: `outturn` once the year is over and the amounts are what they came to."""

    currency: str = "GBP"
    """The money in which it is kept."""

    as_of: str | None = None
    """The day of the `forecast`, or of the `actual` amounts of a year that is not over."""

    follows: BudgetId | None = None
    """The budget of the year before."""

    contributions: tuple[PublicContribution, ...] = ()
    """Cash from the partners and others."""

    income: tuple[PublicIncomeLine, ...] = ()
    """Other income."""

    carried_in: PublicCarriedForward | None = None
    """What is carried in from the year before."""

    spending: tuple[PublicSpendingLine, ...] = ()
    """What it is spent on."""

    carried_out: PublicCarriedForward | None = None
    """What is carried forward into the next year."""

    in_kind: tuple[PublicInKind, ...] = ()
    """What is given in kind."""

    reserve: PublicReserve | None = None
    """The reserve."""

    totals: PublicTotals | None = None
    """The totals as printed."""


KIND = PublicKind(name="budgets", model=PublicBudget, order=14)
