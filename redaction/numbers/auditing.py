"""The audit of small numbers: how much of each count of a table can be shown, so that none is reckoned out.

Nothing is known of a count at first. Its band is cut in two again and again, and the half that it stands in
is kept. A cut is made only if *either* half would leave enough numbers possible for every count of the table,
those that are not shown among them. Whether there is a cut therefore follows from what is shown already, and
says nothing of its own: who knows this rule knows no more than who does not. What comes out depends on the
steps of the counts alone (`counts.py`).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import isqrt

from redaction.numbers.counts import MOST, Band, Rounding, lowest_of, step_of
from redaction.numbers.reckoning import (
    Bands,
    Space,
    Sum,
    Sums,
    Way,
    first_way,
    narrowed,
    together,
    ways_found,
)

NEAR = 64
"""With so many steps or fewer each place for a cut is tried; else only those around one in the middle."""

TRIED = 4
"""So many places around the middle are tried where there are more."""

KEPT = 48
"""So many ways to fit all sums are remembered from one cut to the next."""


@dataclass(frozen=True, slots=True)
class Table:
    """Counts of people that hang together, without the counts themselves."""

    shown: tuple[tuple[Hashable, int], ...]
    """The counts to be shown, the most important first, each with its step."""

    sums: tuple[Sum, ...]
    """What adds up to what. Counts named here only are not shown, and must not be reckoned out either."""

    known: tuple[tuple[Hashable, Band], ...] = ()
    """What is public already of some counts."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is the same for all cuts through counts that hang together."""

    shown: Mapping[Hashable, int]
    sums: Sums
    rounding: Rounding


@dataclass(frozen=True, slots=True)
class _State:
    """What is shown so far."""

    bands: Bands
    """What is shown of each count."""

    reckoned: Bands
    """What can be reckoned out of it; empty if no numbers fit."""

    ways: list[Way]
    """Ways to fit all sums, where sums meet more than once."""


@lru_cache(maxsize=4096)
def audit(table: Table, rounding: Rounding) -> Mapping[Hashable, Band] | None:
    """Return the band in which each shown count of a table may be shown; None if they contradict the sums.

    Nobody may change what is returned.
    """
    steps = dict(table.shown)
    bands: Bands = {key: (0, MOST) for each in table.sums for key, _ in each.signs()}
    bands |= dict.fromkeys(steps, (0, MOST))
    for key, (low, high) in table.known:
        before = bands.get(key, (0, MOST))
        bands[key] = (max(low, before[0]), min(high, before[1]))
    found: Bands = {}
    for group in _apart(bands, table.sums):
        shown = {key: step for key, step in table.shown if key in group}
        if shown:
            sums = together(tuple(each for each in table.sums if each.total in group))
            here = {key: band for key, band in bands.items() if key in group}
            refined = _refined(here, _Asked(shown, sums, rounding))
            if refined is None:
                return None
            found |= refined
    return {key: found[key] for key in steps}


def _refined(bands: Bands, asked: _Asked) -> Bands | None:
    """Return the bands of counts that hang together after cutting each as often as may be, if they fit."""
    reckoned = narrowed(Space(bands, asked.sums))
    if reckoned is None:
        return None
    way = None if asked.sums.meet_once else first_way(Space(reckoned, asked.sums))
    state = _State(bands, reckoned, [way] if way is not None else [])
    for key, step in asked.shown.items():
        wanted = lowest_of(step, asked.rounding)
        while (cut := _cut(state, key, asked)) is not None:
            state = cut[0] if wanted <= cut[0].bands[key][1] else cut[1]
            if not state.reckoned:
                return None
        low, high = _in_steps(state, key, asked)
        if wanted > high or lowest_of(step + 1, asked.rounding) <= low:
            return None
    return {key: _in_steps(state, key, asked) for key in asked.shown}


def _in_steps(state: _State, key: Hashable, asked: _Asked) -> Band:
    """Return the steps of a band in which something remains possible, which everybody can reckon out."""
    band, (least, most) = state.bands[key], state.reckoned[key]
    low = lowest_of(step_of(least, asked.rounding), asked.rounding)
    high = lowest_of(step_of(most, asked.rounding) + 1, asked.rounding) - 1
    return max(low, band[0]), min(high, band[1])


def _cut(state: _State, key: Hashable, asked: _Asked) -> tuple[_State, _State] | None:
    """Return both sides of a cut through the band of a count, or None if it must not be cut."""
    low, high = state.bands[key]
    least, most = state.reckoned[key]
    for step in _places(step_of(least, asked.rounding), step_of(most, asked.rounding)):
        at = lowest_of(step, asked.rounding)
        below = _side(state, key, (low, at - 1), asked)
        above = _side(state, key, (at, high), asked) if below is not None else None
        if below is not None and above is not None:
            return below, above
    return None


def _places(first: int, last: int) -> list[int]:
    """Return the steps before which a band could be cut, beginning in the middle."""
    is_near = last - first <= NEAR
    middle = (first + last + 1) // 2 if is_near else isqrt((first + 1) * (last + 1))
    around = range(max(first + 1, middle - NEAR), min(last, middle + NEAR) + 1)
    return sorted(around, key=lambda step: abs(step - middle))[: NEAR if is_near else TRIED]


def _side(state: _State, key: Hashable, band: Band, asked: _Asked) -> _State | None:
    """Return what one side of a cut would show, if it leaves as many numbers possible as there must be.

    A count that is shown may be known to be 0. Where the bands contradict the sums nobody will ever see them.
    """
    bands = {**state.bands, key: band}
    least, most = state.reckoned[key]
    inside = {**state.reckoned, key: (max(band[0], least), min(band[1], most))}
    after = narrowed(Space(inside, asked.sums), key)
    if after is None:
        return _State(bands, {}, [])
    need = {
        each: min(asked.rounding.narrowest, high - low + 1)
        for each, (low, high) in state.reckoned.items()
        if after[each][1] or each not in asked.shown
    }
    if any(after[each][1] - after[each][0] + 1 < many for each, many in need.items()):
        return None
    if asked.sums.meet_once:
        return _State(bands, after, [])
    ways = ways_found(Space(after, asked.sums), need, state.ways, key)
    return _State(bands, after, ways[-KEPT:]) if ways is not None else None


def _apart(bands: Bands, sums: tuple[Sum, ...]) -> Iterator[frozenset[Hashable]]:
    """Yield the counts that hang together through sums, each group once, in the order of the first."""
    beside: dict[Hashable, list[Sum]] = {}
    for each in sums:
        for key, _ in each.signs():
            beside.setdefault(key, []).append(each)
    seen: set[Hashable] = set()
    for first in bands:
        if first in seen:
            continue
        waiting, group = [first], {first}
        while waiting:
            for each in beside.get(waiting.pop(), ()):
                fresh = {each.total, *each.parts} - group
                group |= fresh
                waiting += fresh
        seen |= group
        yield frozenset(group)
