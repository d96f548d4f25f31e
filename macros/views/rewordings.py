"""What changed between two versions of the published arrangements, clause by clause and word by word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from editions.kinds.arrangements import PublicArrangements
from editions.marks import Withheld, split
from editions.parts.clauses import PublicClause, clauses_of

How = Literal["same", "added", "removed"]

_NEAR = 8
"""Words shown on each side of a change; what lies between two changes further apart is left out."""


_ALIKE = 0.4
"""The share of words that two texts have in common at least, for a comparison that can be read."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that both versions have, or only one of them."""

    how: How
    words: str


@dataclass(frozen=True, slots=True)
class Rewording:
    """What became of one clause."""

    earlier: PublicClause | None
    """None for a new clause."""

    later: PublicClause | None
    """None for a clause that was dropped."""

    runs: tuple[Run, ...]
    """The words near a change; none for a new or dropped clause, and where words are not compared."""

    compared: bool
    """Whether the words may be compared. Where some are withheld, a comparison could point at them."""


def rewordings(earlier: PublicArrangements, later: PublicArrangements) -> tuple[Rewording, ...]:
    """Return each clause that is new, dropped, or in other words; in the order of the later version.

    A clause goes on if it keeps its id, or if the later version says what it takes the place of.
    """
    before = {clause.id: clause for clause in clauses_of(earlier.clauses)}
    taken: set[str] = set()
    found = []
    for clause in clauses_of(later.clauses):
        old = _predecessor(clause, before, earlier.id)
        if old is None:
            found.append(Rewording(None, clause, (), compared=True))
            continue
        taken.add(old.id)
        rewording = _compared(old, clause)
        if rewording is not None:
            found.append(rewording)
    dropped = (clause for name, clause in before.items() if name not in taken)
    return (*found, *(Rewording(clause, None, (), compared=True) for clause in dropped))


def runs(earlier: str, later: str) -> tuple[Run, ...]:
    """Return the words of two texts as runs, in order: what both have, what was removed, what was added.

    Texts that have little in common are given whole, one after the other.
    """
    old, new = earlier.split(), later.split()
    found: list[Run] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _ALIKE:
        whole = (Run("removed", " ".join(old)), Run("added", " ".join(new)))
        return tuple(run for run in whole if run.words)
    for what, start, end, first, last in matcher.get_opcodes():
        if what == "equal":
            found.append(Run("same", " ".join(new[first:last])))
            continue
        if end > start:
            found.append(Run("removed", " ".join(old[start:end])))
        if last > first:
            found.append(Run("added", " ".join(new[first:last])))
    return tuple(found)


def near_changes(whole: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return runs in which long stretches that did not change are cut to the words near a change."""
    return tuple(
        Run(run.how, _cut(run.words, first=number == 0, last=number == len(whole) - 1))
        if run.how == "same"
        else run
        for number, run in enumerate(whole)
    )


def _predecessor(
    clause: PublicClause, before: Mapping[str, PublicClause], version: str
) -> PublicClause | None:
    named = (name.partition("/") for name in clause.replaces)
    ids = [part for record, _, part in named if record == version and part in before]
    return before[ids[0]] if len(ids) == 1 else before.get(clause.id)


def _compared(old: PublicClause, new: PublicClause) -> Rewording | None:
    """Return what changed in a clause; None if nothing did."""
    if (old.title, old.text, old.withheld) == (new.title, new.text, new.withheld):
        return None
    if any(map(_withholds, (old, new))):
        return Rewording(old, new, (), compared=False)
    changed = runs(old.text or "", new.text or "") if old.text != new.text else ()
    return Rewording(old, new, near_changes(changed), compared=True)


def _texts(clause: PublicClause) -> Iterator[str]:
    return (text for text in (clause.title, clause.text) if text)


def _withholds(clause: PublicClause) -> bool:
    held = clause.withheld is not None or bool(clause.withheld_fields)
    return held or any(isinstance(part, Withheld) for text in _texts(clause) for part in split(text))


def _cut(words: str, *, first: bool, last: bool) -> str:
    """Return the words near a change: the end of the first stretch, the beginning of the last, else both."""
    parts = words.split()
    keep = _NEAR if first or last else 2 * _NEAR
    if len(parts) <= keep:
        return words
    before = [] if first else parts[:_NEAR]
    after = [] if last else parts[-_NEAR:]
    return " ".join([*before, "…", *after])
