"""The state of the site: how much of each kind is published, how it grew, and what comes next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from editions.datasets import Entry
from editions.fields import PublicRecord
from macros.views.lookups import Lookups
from macros.views.meetings import Coming, coming
from macros.views.promptness import late_meetings, promise_of
from macros.views.registers import register

PEOPLE = "people"
"""The kind that is not counted: persons have no pages, and the list of what changed leaves them out too."""


@dataclass(frozen=True, slots=True)
class OfKind:
    """How much of one kind is published."""

    kind: str
    published: int
    withdrawn: int
    newest: str
    """The day of the newest edition, a withdrawal among them."""


@dataclass(frozen=True, slots=True)
class OfYear:
    """How many editions were signed off in one year."""

    year: str
    new: int
    """First editions."""

    changed: int
    """Later ones, also such as were taken out again."""

    withdrawn: int


@dataclass(frozen=True, slots=True)
class State:
    """The state of the site on the day of the newest edition of all."""

    as_of: str
    """Empty where nothing is published."""

    kinds: tuple[OfKind, ...]
    years: tuple[OfYear, ...]
    """The newest first."""

    next_meetings: tuple[Coming, ...]
    """The soonest meeting that has a date; those of the same day, if there are several."""

    next_review: str | None
    """The next day on which it is looked at again whether something must stay withheld."""

    minutes_are_late: bool | None
    """Whether any are later than was promised; None without a promise."""


def state_of(lookups: Lookups) -> State:
    """Return the state of a site. Reasons of which the register tells by year only have no review here."""
    entries = {kind: found for kind, found in lookups.dataset.kinds.items() if kind != PEOPLE and found}
    dated = [each for each in coming(lookups) if each.date[:1].isdigit()]
    reviews = (each.review for each in register(lookups).listed if each.review)
    return State(
        as_of=lookups.as_of,
        kinds=tuple(_of_kind(kind, found) for kind, found in entries.items()),
        years=_years(entry for found in entries.values() for entry in found),
        next_meetings=tuple(each for each in dated if each.date == dated[0].date),
        next_review=min((day for day in reviews if day >= lookups.as_of), default=None),
        minutes_are_late=bool(late_meetings(lookups)) if promise_of(lookups) else None,
    )


def _of_kind(kind: str, entries: tuple[Entry[PublicRecord], ...]) -> OfKind:
    published = sum(entry.record is not None for entry in entries)
    days = (issue.date for entry in entries for issue in entry.issues)
    return OfKind(kind, published, len(entries) - published, max(days, default=""))


def _years(entries: Iterable[Entry[PublicRecord]]) -> tuple[OfYear, ...]:
    times: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        for issue in entry.issues:
            sort = "withdrawn" if issue.state == "withdrawn" else "new" if issue.number == 1 else "changed"
            times[issue.date[:4], sort] += 1
    years = sorted({year for year, _ in times}, reverse=True)
    return tuple(
        OfYear(year, times[year, "new"], times[year, "changed"], times[year, "withdrawn"]) for year in years
    )
