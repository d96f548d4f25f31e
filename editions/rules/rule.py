"""What a rule is, and what is found when records are held against it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from editions.datasets import Dataset
from editions.fields import PublicRecord

State = Literal["met", "due", "missing", "cannot-tell"]
"""`due`: there is still time, or not all is there yet. `cannot-tell`: what is withheld may decide."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that law, guidance or the partnership itself asks for, while it is in force."""

    id: str
    words: str
    """What is asked for, in plain words."""
    source: str
    paragraph: str | None
    level: Literal["must", "should", "may"]
    test: str
    """The name of the function that decides."""
    kind: str = "local"
    """Where it comes from: `statute`, `regulations`, `guidance`, `practice` or `local`."""
    confidence: Literal["verified", "secondary", "unverified"] = "verified"
    """`verified`: read in the source. `secondary`: read elsewhere. Only the first are on by themselves."""
    since: str = ""
    """The first day on which it is in force; empty for always."""
    until: str = ""
    """The last day; empty while it lasts."""
    address: str | None = None
    """Where the source can be read."""
    about: tuple[str, ...] = ()
    """What the test looks for: topics of clauses, requirements of a report, kinds of bodies."""
    kinds: tuple[str, ...] = ()
    """The kinds of reviews, plans or documents that it is about."""
    limit: int | None = None
    """Days or months, as the test says."""

    def is_in_force(self, day: str) -> bool:
        """Return whether the rule is in force on a day; a month or year counts from its first day."""
        whole = whole_day(day)
        return (not self.since or self.since <= whole) and (not self.until or whole <= self.until)


@dataclass(frozen=True, slots=True)
class Named:
    """A record, or a place in it."""

    kind: str
    id: str
    anchor: str = ""
    """What stands behind the `#` of its address; empty for the whole."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a test found about one record, or about the partnership as a whole."""

    state: State
    day: str
    """The day that decides which version of the law counts."""
    about: Named | None = None
    """The record that is judged; None for the partnership as a whole."""
    shown_by: tuple[Named, ...] = ()
    """Where it can be seen."""
    lacks: tuple[str, ...] = ()
    """What is not there, in words of the data format: `analysis`, `training`."""
    by: str = ""
    """The last day for it, if there is one."""
    is_newest: bool = True
    """Whether it is about the newest record of its sort. What is over can seldom be mended."""


Test = Callable[[Dataset, Rule, str], Iterator[Finding]]
"""Yields what is found about a rule in a dataset on a day, in the order of time."""


def whole_day(day: str) -> str:
    """Return the first day of a month or year; a day as it is."""
    return (day + "-01-01")[:10] if len(day) < len("2026-01") else (day + "-01")[:10]


def named(kind: str, record: PublicRecord, anchor: str = "") -> Named:
    """Return the name of a record."""
    return Named(kind, record.id, anchor)


def judged(  # one line for each thing that a finding says
    kind: str,
    record: PublicRecord,
    day: str,
    *,
    lacks: tuple[str, ...],
    hidden: bool,
    shown_by: tuple[Named, ...] = (),
    is_newest: bool = True,
) -> Finding:
    """Return what is found about a record that should say something, when it lacks this and that of it.

    `hidden` tells whether something of it is withheld, so that nobody outside can tell.
    """
    state: State = "met" if not lacks else "cannot-tell" if hidden or record.withheld else "missing"
    about = named(kind, record)
    return Finding(state, day, about, shown_by or (about,), lacks, is_newest=is_newest)
