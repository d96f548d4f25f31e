"""The public form of the lines of a budget."""

from __future__ import annotations

from editions.fields import Amount, PublicLine, PublicProse, PublicUnit
from editions.parts.actions import PublicParty


class PublicMoneyLine(PublicUnit):
    """Amounts of one line: what was planned, what is expected, and what it came to."""

    planned: Amount | None = None
    """The amount planned or promised."""

    forecast: Amount | None = None
    """The amount expected in the course of the year."""

    actual: Amount | None = None
    """The amount that it came to: received, or spent."""

    note: PublicLine | None = None
    """What the reader should know about it."""


class PublicContribution(PublicMoneyLine):
    """Cash from one contributor for one purpose."""

    contributor: PublicParty | None = None
    """Who gives it."""

    purpose: PublicLine | None = None
    """What it is for, if not for everything."""


class PublicInKind(PublicMoneyLine):
    """Something given in kind, and what it is worth. It stands in no total of cash."""

    contributor: PublicParty | None = None
    """Who gives it."""

    description: PublicLine
    """What is given: rooms, an analyst's time."""


class PublicIncomeLine(PublicMoneyLine):
    """Other income: fees for training, a grant."""

    heading: PublicLine
    """Where it comes from."""


class PublicSpendingLine(PublicMoneyLine):
    """Something that money is spent on."""

    heading: PublicLine
    """What it is spent on."""


class PublicCarriedForward(PublicMoneyLine):
    """What is carried over from one year into another. It may be below nothing."""


class PublicPrintedTotal(PublicMoneyLine):
    """A total as the document prints it. It is compared with the lines."""


class PublicReserve(PublicUnit):
    """Money kept for what cannot be foreseen: a large review."""

    opening: Amount | None = None
    """What was in it when the year began."""

    closing: Amount | None = None
    """What was in it when the year ended, or is expected to be."""

    target: Amount | None = None
    """What should be in it."""

    note: PublicProse | None = None
    """What it is for."""


class PublicTotals(PublicUnit):
    """Totals as printed. Each may be left out; the page works out its own beside them."""

    contributions: PublicPrintedTotal | None = None
    """All cash of the contributors."""

    in_kind: PublicPrintedTotal | None = None
    """All that is given in kind."""

    income: PublicPrintedTotal | None = None
    """Contributions, other income and what is carried in."""

    spending: PublicPrintedTotal | None = None
    """All lines of spending."""

    spending_and_carried: PublicPrintedTotal | None = None
    """Spending and what is carried forward."""
