"""The lines of a budget: amounts planned, expected and come to, and the sums of them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from records.fields import Line, Money, Prose, Public, in_short
from records.parts.actions import Party
from records.withholding import Withholdable

Column = Literal["planned", "forecast", "actual"]
COLUMNS: tuple[Column, ...] = ("planned", "forecast", "actual")
"""The amounts that a line can have."""


class MoneyLine(Withholdable):
    """Amounts of one line: what was planned, what is expected, and what it came to."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset()
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset()

    planned: Public[Money | None] = None
    """The amount planned or promised."""

    forecast: Public[Money | None] = None
    """The amount expected in the course of the year."""

    actual: Public[Money | None] = None
    """The amount that it came to: received, or spent."""

    note: Public[Line | None] = None
    """What the reader should know about it."""


class Contribution(MoneyLine):
    """Cash from one contributor for one purpose."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"contributor", "purpose"})

    contributor: Public[Annotated[Party, in_short("who")]]
    """Who gives it."""

    purpose: Public[Line | None] = None
    """What it is for, if not for everything."""


class InKind(MoneyLine):
    """Something given in kind, and what it is worth. It stands in no total of cash."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"contributor", "description"})

    contributor: Public[Annotated[Party, in_short("who")]]
    """Who gives it."""

    description: Public[Line]
    """What is given: rooms, an analyst's time."""


class IncomeLine(MoneyLine):
    """Other income: fees for training, a grant."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"heading"})

    heading: Public[Line]
    """Where it comes from."""


class SpendingLine(MoneyLine):
    """Something that money is spent on."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"heading"})

    heading: Public[Line]
    """What it is spent on."""


class CarriedForward(MoneyLine):
    """What is carried over from one year into another. It may be below nothing."""


class PrintedTotal(MoneyLine):
    """A total as the document prints it. It is compared with the lines."""


class Reserve(Withholdable):
    """Money kept for what cannot be foreseen: a large review."""

    opening: Public[Money | None] = None
    """What was in it when the year began."""

    closing: Public[Money | None] = None
    """What was in it when the year ended, or is expected to be."""

    target: Public[Money | None] = None
    """What should be in it."""

    note: Public[Prose | None] = None
    """What it is for."""


class Totals(Withholdable):
    """Totals as printed. Each may be left out; the page works out its own beside them."""

    contributions: Public[PrintedTotal | None] = None
    """All cash of the contributors."""

    in_kind: Public[PrintedTotal | None] = None
    """All that is given in kind."""

    income: Public[PrintedTotal | None] = None
    """Contributions, other income and what is carried in."""

    spending: Public[PrintedTotal | None] = None
    """All lines of spending."""

    spending_and_carried: Public[PrintedTotal | None] = None
    """Spending and what is carried forward."""


def latest(line: MoneyLine | None) -> tuple[Column, Decimal] | None:
    """Return the amount of a line that is known best, with the name of its column."""
    for column in reversed(COLUMNS):
        amount: Decimal | None = getattr(line, column, None)
        if amount is not None:
            return column, amount
    return None


def sum_of(lines: Iterable[MoneyLine], column: Column) -> Decimal | None:
    """Return the sum of a column; None when no line has an amount in it."""
    amounts: list[Decimal] = [each for line in lines if (each := getattr(line, column)) is not None]
    return sum(amounts, Decimal(0)) if amounts else None


def some(line: MoneyLine | None) -> tuple[MoneyLine, ...]:
    """Return a line as a list of one, or of none."""
    return (line,) if line is not None else ()
