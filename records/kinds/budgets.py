"""Budgets: what the partners give, in cash and in kind, what it is spent on, and what is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from problems import Problem, Severity, Wording
from records.fields import BudgetRef, GroupRef, PartialDay, Public, Years
from records.kind import Key, Kind, Locate, keeper_of
from records.parts.amounts import (
    COLUMNS,
    CarriedForward,
    Contribution,
    IncomeLine,
    InKind,
    MoneyLine,
    Reserve,
    SpendingLine,
    Totals,
    latest,
    some,
    sum_of,
)
from records.parts.issued import Issued
from records.periods import line_of
from records.shapes import Path, models_in

TOTAL_WRONG = Wording(
    "budget-total-wrong",
    "This total of `{column}` is not the sum of its lines, which begin at {other}.",
    "Correct the total or the line that is wrong, or add the line that is missing. `--show-text` tells the "
    "difference.",
)
NOT_BALANCED = Wording(
    "budget-not-balanced",
    "`{column}`: income less spending is not what is carried forward, at {other}.",
    "Correct the line that is wrong, or add the one that is missing. `--show-text` tells the difference.",
)
CARRIED_DIFFERS = Wording(
    "budget-carried-differs",
    "What is carried in from `{earlier}` is not what that budget carries forward, at {other}.",
    "Correct whichever of the two is wrong.",
)
CARRIED_ESTIMATED = Wording(
    "budget-carried-estimated",
    "What is planned to be carried in from `{earlier}` is not what was left in the end, at {other}.",
    "Add the `actual` amount to `carried_in`; the plan can stay as it was.",
    Severity.WARNING,
)
NEGATIVE = Wording(
    "amount-negative",
    "An amount below nothing makes no sense here.",
    "Take the minus out. A refund is written under `actual` of the spending it belongs to.",
)
TOLD_BY_TOTAL = Wording(
    "withheld-amount-told",
    "This `{column}` amount is withheld, and anybody can work it out from the amounts at {other}.",
    "Withhold the total as well, or put the line together with another one.",
)
CONTRIBUTOR_TWICE = Wording(
    "contributor-twice",
    "The same contributor, for the same purpose, stands at {other} already.",
    "Put the amounts together, or say under `purpose` how the two differ.",
    Severity.WARNING,
)


class Budget(Issued):
    """The budget of one year."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = Issued.kept_when_text_withheld | {"year", "stage"}
    kept_when_whole_withheld: ClassVar[frozenset[str]] = Issued.kept_when_whole_withheld | {"year", "stage"}

    year: Public[Years]
    """The year: `2025-26`."""

    group: Public[GroupRef | None] = None
    """The group that keeps it."""

    stage: Public[Literal["proposed", "planned", "agreed", "outturn"]] = "planned"
    """How far it is: `outturn` once the year is over and the amounts are what they came to."""

    currency: Public[Literal["GBP", "EUR", "USD"]] = "GBP"
    """The money in which it is kept."""

    as_of: Public[PartialDay | None] = None
    """The day of the `forecast`, or of the `actual` amounts of a year that is not over."""

    follows: Public[BudgetRef | None] = None
    """The budget of the year before."""

    contributions: Public[tuple[Contribution, ...]] = ()
    """Cash from the partners and others."""

    income: Public[tuple[IncomeLine, ...]] = ()
    """Other income."""

    carried_in: Public[CarriedForward | None] = None
    """What is carried in from the year before."""

    spending: Public[tuple[SpendingLine, ...]] = ()
    """What it is spent on."""

    carried_out: Public[CarriedForward | None] = None
    """What is carried forward into the next year."""

    in_kind: Public[tuple[InKind, ...]] = ()
    """What is given in kind."""

    reserve: Public[Reserve | None] = None
    """The reserve."""

    totals: Public[Totals | None] = None
    """The totals as printed."""


def _adds_up(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield each printed total that is not the sum of its lines."""
    for key, budget in _budgets(records):
        carried_in, carried_out = some(budget.carried_in), some(budget.carried_out)
        parts: dict[str, tuple[str, tuple[MoneyLine, ...]]] = {
            "contributions": ("contributions", budget.contributions),
            "in_kind": ("in_kind", budget.in_kind),
            "income": ("contributions", (*budget.contributions, *budget.income, *carried_in)),
            "spending": ("spending", budget.spending),
            "spending_and_carried": ("spending", (*budget.spending, *carried_out)),
        }
        for name, (first, lines) in parts.items():
            printed = getattr(budget.totals, name, None)
            for column in COLUMNS:
                total, found = getattr(printed, column, None), sum_of(lines, column)
                if total is not None and found is not None and total != found:
                    place = locate(key, ("totals", name, column))
                    other = line_of(locate(key, (first,)))
                    difference = f"{abs(total - found):,}"
                    yield TOTAL_WRONG.at(place, column=column, other=other, private_text=difference)


def _balances(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield each column in which what is carried forward is not what is left."""
    for key, budget in _budgets(records):
        comes_in = (*budget.contributions, *budget.income, *some(budget.carried_in))
        for column in COLUMNS:
            left = getattr(budget.carried_out, column, None)
            income, spent = sum_of(comes_in, column), sum_of(budget.spending, column)
            if left is None or income is None or spent is None or income - spent == left:
                continue
            place = locate(key, ("spending",))
            other = line_of(locate(key, ("carried_out", column)))
            difference = f"{abs(income - spent - left):,}"
            yield NOT_BALANCED.at(place, column=column, other=other, private_text=difference)


def _can_be_worked_out(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield each withheld amount that is the only one withheld of those that belong to one sum."""
    for key, budget in _budgets(records):
        for column in COLUMNS:
            for terms in _sums(budget):
                known = [(path, line) for path, line in terms if getattr(line, column) is not None]
                hidden = [path for path, line in known if _hides(line, column)]
                if len(hidden) == 1 and known[-1] == terms[-1]:
                    last = terms[-1] if hidden[0] != terms[-1][0] else terms[0]
                    other = line_of(locate(key, last[0]))
                    yield TOLD_BY_TOTAL.at(locate(key, hidden[0]), column=column, other=other)


def _sums(budget: Budget) -> Iterator[list[tuple[Path, MoneyLine]]]:
    """Yield the lines of each sum, with the way to each, and what they come to last."""

    def lines(name: str) -> list[tuple[Path, MoneyLine]]:
        found = getattr(budget, name)
        if isinstance(found, tuple):
            return [((name, position), line) for position, line in enumerate(found)]
        return [((name,), found)] if found is not None else []

    comes_in = [*lines("contributions"), *lines("income"), *lines("carried_in")]
    parts = {
        "contributions": lines("contributions"),
        "in_kind": lines("in_kind"),
        "income": comes_in,
        "spending": lines("spending"),
        "spending_and_carried": [*lines("spending"), *lines("carried_out")],
    }
    for name, found in parts.items():
        total = getattr(budget.totals, name, None)
        if total is not None and budget.totals is not None and not budget.totals.withhold:
            yield [*found, (("totals", name), total)]
    if budget.carried_out is not None:
        yield [*comes_in, *lines("spending"), *lines("carried_out")]


def _hides(line: MoneyLine, column: str) -> bool:
    return line.withhold is not None or column in (line.withhold_fields or {})


def _carries_over(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield each budget that does not carry in what the one before it carries forward."""
    for key, budget in _budgets(records):
        earlier = _before(key, budget, records)
        if earlier is None:
            continue
        out, into = latest(records[earlier].carried_out), latest(budget.carried_in)
        if out is None or into is None:
            continue
        if out[1] == into[1]:
            yield from _told_by_the_other_year(
                _Carried(earlier, "carried_out", out[0], records[earlier].carried_out),
                _Carried(key, "carried_in", into[0], budget.carried_in),
                locate,
            )
            continue
        wording = CARRIED_ESTIMATED if out[0] == "actual" and into[0] != "actual" else CARRIED_DIFFERS
        other = line_of(locate(earlier, ("carried_out", out[0])))
        yield wording.at(locate(key, ("carried_in", into[0])), earlier=earlier[1], other=other)


@dataclass(frozen=True, slots=True)
class _Carried:
    """An amount that one year hands to the next, as one of the two has it."""

    key: Key
    name: str
    column: str
    line: CarriedForward | None

    @property
    def path(self) -> Path:
        """The way to the amount."""
        return (self.name, self.column)

    @property
    def is_hidden(self) -> bool:
        """Whether the public does not see it."""
        return self.line is not None and _hides(self.line, self.column)


def _told_by_the_other_year(out: _Carried, into: _Carried, locate: Locate) -> Iterator[Problem]:
    """Yield what one year withholds of an amount that the other year shows."""
    if out.is_hidden != into.is_hidden:
        hidden, shown = (out, into) if out.is_hidden else (into, out)
        other = line_of(locate(shown.key, shown.path))
        yield TOLD_BY_TOTAL.at(locate(hidden.key, hidden.path), column=hidden.column, other=other)


def _amounts(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield each amount below nothing where that makes no sense."""
    for key, budget in _budgets(records):
        for path, model in models_in(budget):
            for name in _never_negative(model):
                amount = getattr(model, name)
                if amount is not None and amount < 0:
                    yield NEGATIVE.at(locate(key, (*path, name)))


def _contributors(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield each contributor that stands twice with the same purpose."""
    for key, budget in _budgets(records):
        yield from _twice(key, "contributions", budget.contributions, lambda each: each.purpose or "", locate)
        yield from _twice(key, "in_kind", budget.in_kind, lambda each: each.description, locate)


def _twice(
    key: Key, name: str, lines: tuple[Any, ...], purpose: Callable[[Any], str], locate: Locate
) -> Iterator[Problem]:
    first: dict[tuple[str, str], int] = {}
    for position, each in enumerate(lines):
        party = each.contributor
        who = (f"{party.who or ''}|{party.name or ''}".casefold(), purpose(each).casefold())
        earlier = first.setdefault(who, position)
        if earlier != position:
            other = line_of(locate(key, (name, earlier, "contributor")))
            yield CONTRIBUTOR_TWICE.at(locate(key, (name, position, "contributor")), other=other)


def _never_negative(model: object) -> tuple[str, ...]:
    """Return the fields of a model whose amounts cannot be below nothing."""
    if isinstance(model, SpendingLine):
        return ("planned",)
    if isinstance(model, Contribution | InKind | IncomeLine):
        return COLUMNS
    return ("target",) if isinstance(model, Reserve) else ()


def _before(key: Key, budget: Budget, records: Mapping[Key, Any]) -> Key | None:
    """Return the budget of the year before: the one that it says it follows, else the only one there is."""
    if budget.follows is not None:
        named = ("budgets", budget.follows)
        return named if named in records and named != key else None
    found = [other for other, each in _budgets(records) if _year(each.year) + 1 == _year(budget.year)]
    return found[0] if len(found) == 1 else None


def _year(year: str) -> int:
    return int(year[:4])


def _budgets(records: Mapping[Key, Any]) -> Iterator[tuple[Key, Budget]]:
    return ((key, record) for key, record in records.items() if isinstance(record, Budget))


KIND = Kind(
    name="budgets",
    model=Budget,
    word="budget",
    title="Budget",
    order=14,
    example={"id": "2025-26", "title": "Budget for 2025/26", "years": "2025-26", "group": "executive"},
    gaps=keeper_of,
    checks=(_adds_up, _balances, _can_be_worked_out, _carries_over, _amounts, _contributors),
)
