"""Somebody who reckons with all that is shown of a small table, and tries every number in every place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from random import Random

from redaction.numbers.auditing import Table
from redaction.numbers.counts import USUAL, Band, band_of, step_of
from redaction.numbers.reckoning import Sum

Place = tuple[int | str, int | str]
"""A row and a column."""

Numbers = dict[Hashable, int]
Shown = Mapping[Hashable, Band]

ALL = "all"
"""The place of a total in a row or column."""


UNSEEN = 12
"""The largest number tried for a count of which nothing is shown. More would only be possible, not fewer."""


def drawn(seed: int) -> Random:
    """Return the same random numbers for the same seed."""
    return Random(seed)  # noqa: S311  # nothing secret is drawn


def two_way(random: Random, rows: int, columns: int, most: int) -> tuple[Numbers, tuple[Sum, ...]]:
    """Return the numbers of a random table with its totals, and what adds up."""
    numbers: Numbers = {
        (row, column): random.randint(0, random.choice((3, 9, most)))
        for row in range(rows)
        for column in range(columns)
    }
    down = [Sum((ALL, column), tuple((row, column) for row in range(rows))) for column in range(columns)]
    across = [Sum((row, ALL), tuple((row, column) for column in range(columns))) for row in range(rows)]
    sums = [
        *down,
        *across,
        Sum((ALL, ALL), tuple((row, ALL) for row in range(rows))),
        Sum((ALL, ALL), tuple((ALL, column) for column in range(columns))),
    ][: None if columns > 1 else 1]
    for each in sums:
        numbers[each.total] = sum(numbers[part] for part in each.parts)
    return numbers, tuple(sums)


def table_of(
    numbers: Numbers,
    sums: tuple[Sum, ...],
    hidden: Sequence[Hashable] = (),
    known: Mapping[Hashable, Band] | None = None,
) -> Table:
    """Return the table of numbers, the totals first, without those that are hidden."""
    order = sorted((key for key in numbers if key not in hidden), key=lambda key: -list(key).count(ALL))
    steps = tuple((key, step_of(numbers[key], USUAL)) for key in order)
    return Table(steps, sums, tuple((known or {}).items()))


def as_if_alone(table: Table, numbers: Numbers) -> Shown:
    """Return how each count would be shown if nobody reckoned: what is published without the audit."""
    return {key: band_of(numbers[key], USUAL) for key, _ in table.shown}


def possible(bands: Shown, sums: Sequence[Sum]) -> Iterator[Numbers]:
    """Yield all numbers that stand in their bands and add up. A count without a band can be any."""
    keys = list(dict.fromkeys(key for each in sums for key in (*each.parts, each.total)))
    free = [key for key in keys if key not in {each.total for each in sums}]
    yield from _possible({}, free, bands, sums)


def _possible(
    so_far: Numbers, free: Sequence[Hashable], bands: Shown, sums: Sequence[Sum]
) -> Iterator[Numbers]:
    here = _with_totals(so_far, bands, sums)
    if here is None:
        return
    if not free:
        yield here
        return
    low, high = bands.get(free[0], (0, UNSEEN))
    left = [
        bands[each.total][1] - sum(here.get(part, 0) for part in each.parts)
        for each in sums
        if free[0] in each.parts and each.total in bands
    ]
    most = min([high, *left])
    for number in range(low, most + 1):
        yield from _possible({**so_far, free[0]: number}, free[1:], bands, sums)


def _with_totals(so_far: Numbers, bands: Shown, sums: Sequence[Sum]) -> Numbers | None:
    """Return numbers with every total that follows from them; None if one cannot be."""
    here = dict(so_far)
    for each in sums:
        if all(part in here for part in each.parts):
            total = sum(here[part] for part in each.parts)
            low, high = bands.get(each.total, (0, total))
            if not low <= total <= high or here.setdefault(each.total, total) != total:
                return None
    return here


def pinned(bands: Shown, sums: Sequence[Sum], fewest: int = USUAL.narrowest) -> set[Hashable]:
    """Return the counts with fewer possible numbers than there must be; one that is shown may be 0."""
    found: dict[Hashable, set[int]] = {}
    for numbers in possible(bands, sums):
        for key, number in numbers.items():
            found.setdefault(key, set()).add(number)
    assert found, "nothing fits what is shown"
    return {
        key for key, values in found.items() if len(values) < fewest and not (values == {0} and key in bands)
    }


def pinned_by_rule(
    bands: Shown, sums: tuple[Sum, ...], publish: Callable[[Numbers], Shown], fewest: int = USUAL.narrowest
) -> set[Hashable]:
    """Return the same for somebody who also knows the rule, and asks which numbers give just this."""
    found: dict[Hashable, set[int]] = {}
    for numbers in possible(bands, sums):
        if publish(numbers) == bands:
            for key, number in numbers.items():
                found.setdefault(key, set()).add(number)
    assert found, "nothing gives what is shown"
    return {
        key for key, values in found.items() if len(values) < fewest and not (values == {0} and key in bands)
    }
