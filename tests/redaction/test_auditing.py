"""Whoever reckons with all that is shown of a table makes out no count of people."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redaction.numbers import reckoning
from redaction.numbers.auditing import Table, audit
from redaction.numbers.counts import MOST, USUAL, Band, Rounding, band_of, step_of
from redaction.numbers.reckoning import Space, Sum, first_way, narrowed, pushed, together
from tests.redaction.attacking import (
    ALL,
    Numbers,
    Shown,
    as_if_alone,
    drawn,
    pinned,
    pinned_by_rule,
    table_of,
    two_way,
)

SHAPES = [(2, 1), (3, 1), (4, 1), (2, 2)]
"""Rows and columns of tables small enough for every number to be tried."""


def shown(table: Table, rounding: Rounding = USUAL) -> Shown:
    found = audit(table, rounding)
    assert found is not None
    return found


def holds(numbers: Numbers, bands: Shown) -> bool:
    return all(low <= numbers[key] <= high for key, (low, high) in bands.items())


@given(st.integers(0, 10**6), st.sampled_from(SHAPES))
@settings(max_examples=60, deadline=None)
def test_no_count_of_a_table_is_pinned(seed: int, shape: tuple[int, int]) -> None:
    """For every count at least three numbers fit all that is shown, rows, columns and totals together."""
    numbers, sums = two_way(drawn(seed), *shape, 9)
    bands = shown(table_of(numbers, sums))
    assert holds(numbers, bands)
    assert pinned(bands, sums) == set()


@given(st.integers(0, 10**6), st.sampled_from(SHAPES[:2]))
@settings(max_examples=25, deadline=None)
def test_the_rule_itself_tells_nothing(seed: int, shape: tuple[int, int]) -> None:
    """Who tries on every table whether it would be shown just so is left with as many numbers."""
    numbers, sums = two_way(drawn(seed), *shape, 9)
    bands = shown(table_of(numbers, sums))
    assert pinned_by_rule(bands, sums, lambda other: shown(table_of(other, sums))) == set()


@given(st.integers(0, 10**6), st.sampled_from(SHAPES), st.data())
@settings(max_examples=40, deadline=None)
def test_a_count_that_is_withheld_is_not_what_the_others_leave(
    seed: int, shape: tuple[int, int], data: st.DataObject
) -> None:
    """Taking the others from the total gives at least three numbers, and 0 is as secret as any."""
    numbers, sums = two_way(drawn(seed), *shape, 9)
    hidden = data.draw(st.lists(st.sampled_from(list(numbers)), min_size=1, max_size=2, unique=True))
    bands = shown(table_of(numbers, sums, hidden))
    assert set(bands) == set(numbers) - set(hidden)
    assert pinned(bands, sums) == set()


@given(st.integers(0, 10**6), st.sampled_from(SHAPES[:2]))
@settings(max_examples=40, deadline=None)
def test_two_editions_together_pin_nothing(seed: int, shape: tuple[int, int]) -> None:
    """The totals of one edition, in other bands, and the table of the next leave three numbers each."""
    numbers, sums = two_way(drawn(seed), *shape, 9)
    wide = Rounding(largest=4, step=10)
    totals = [key for key in numbers if ALL in key]
    before = shown(Table(tuple((key, step_of(numbers[key], wide)) for key in totals), ()), wide)
    after = shown(table_of(numbers, sums, known=dict(before)))
    both = {
        key: (max(low, before[key][0]), min(high, before[key][1])) if key in before else (low, high)
        for key, (low, high) in after.items()
    }
    assert pinned(both, sums) == set()


def attacked(tables: int, shapes: list[tuple[int, int]], *, audited: bool) -> int:
    """Return in how many of so many random tables the attacker makes out a count."""
    random = drawn(2026)
    lost = 0
    for _ in range(tables):
        numbers, sums = two_way(random, *random.choice(shapes), 12)
        table = table_of(numbers, sums)
        lost += bool(pinned(shown(table) if audited else as_if_alone(table, numbers), sums))
    return lost


def test_without_the_audit_the_attacker_wins() -> None:
    """Small numbers hidden and the rest rounded are not enough: some of these tables give a count away."""
    assert attacked(150, SHAPES, audited=False) > 0
    assert attacked(150, SHAPES, audited=True) == 0


@pytest.mark.long
def test_two_thousand_tables_give_nothing_away() -> None:
    """A long run of the same, with tables of three columns among them."""
    assert attacked(2000, [*SHAPES, (3, 2), (5, 1)], audited=True) == 0


@given(st.integers(0, 10**6), st.sampled_from([(2, 3), (3, 3), (4, 4)]))
@settings(max_examples=10, deadline=None)
def test_a_larger_table_is_shown_and_holds(seed: int, shape: tuple[int, int]) -> None:
    """Every count stands in its band, which begins and ends with a step; a third at least are as if alone."""
    numbers, sums = two_way(drawn(seed), *shape, 60)
    bands, alone = shown(table_of(numbers, sums)), as_if_alone(table_of(numbers, sums), numbers)
    assert holds(numbers, bands)
    assert sum(bands[key] == alone[key] for key in bands) * 3 >= len(bands)
    assert [key for key, (low, high) in bands.items() if band_of(low, USUAL)[0] != low] == []
    assert [key for key, (low, high) in bands.items() if band_of(high, USUAL)[1] != high] == []


def test_most_counts_are_shown_as_if_alone() -> None:
    """The audit may widen more than half of one unlucky table, but not a fifth of many tables together."""
    random = drawn(2026)
    as_alone = total = 0
    for _ in range(20):
        numbers, sums = two_way(random, *random.choice([(2, 3), (3, 3), (4, 4)]), 60)
        bands, alone = shown(table_of(numbers, sums)), as_if_alone(table_of(numbers, sums), numbers)
        as_alone += sum(bands[key] == alone[key] for key in bands)
        total += len(bands)
    assert as_alone * 5 > total * 4


@given(st.integers(0, 10**6), st.sampled_from(SHAPES))
@settings(max_examples=30, deadline=None)
def test_only_the_steps_decide(seed: int, shape: tuple[int, int]) -> None:
    """What is shown is worked out from the steps alone: other numbers of the same step are shown alike."""
    numbers, sums = two_way(drawn(seed), *shape, 40)
    table = table_of(numbers, sums)
    assert all(isinstance(step, int) and step == step_of(numbers[key], USUAL) for key, step in table.shown)
    assert shown(table) == audit.__wrapped__(table, USUAL)


def test_a_count_alone_is_shown_in_its_step() -> None:
    """Without sums there is nothing to reckon with, and nothing is coarser than it must be."""
    counts = (0, 1, 7, 8, 12, 13, 99, 104, 12345)
    table = Table(tuple((count, step_of(count, USUAL)) for count in counts), ())
    assert shown(table) == {count: band_of(count, USUAL) for count in counts}


def test_numbers_that_contradict_their_sums_are_not_shown() -> None:
    """What cannot be so is told, instead of a band that looks right."""
    table = Table((("all", 1), ("part", 9)), (Sum("all", ("part", "rest")),))
    assert audit(table, USUAL) is None


def test_a_last_number_beside_its_total_is_shown_more_coarsely() -> None:
    """Where 15 in all and 1 to 7 in each of two halves would mean 6 or 7, the second half says less."""
    sums = (Sum("all", ("girls", "boys")),)
    bands = shown(Table((("all", step_of(14, USUAL)), ("girls", 1), ("boys", 1)), sums))
    assert bands["all"] == (13, 17)
    assert (bands["girls"], bands["boys"]) != ((1, 7), (1, 7))


@given(st.integers(0, 10**6), st.sampled_from([(2, 2), (3, 2), (3, 3)]), st.data())
@settings(max_examples=40, deadline=None)
def test_a_way_that_is_pushed_still_fits(seed: int, shape: tuple[int, int], data: st.DataObject) -> None:
    """One number up or down, others make up for it, and every sum holds in every band."""
    numbers, sums = two_way(drawn(seed), *shape, 20)
    bands: dict[object, Band] = {key: band_of(number, USUAL) for key, number in numbers.items()}
    space = Space(narrowed(Space(dict(bands), together(sums))) or {}, together(sums))
    key = data.draw(st.sampled_from(list(numbers)))
    for step in (1, -1):
        way = pushed(numbers, key, step, space)
        if way is not None:
            assert way[key] == numbers[key] + step
            assert holds(way, space.bands)
            assert [each for each in sums if way[each.total] != sum(way[part] for part in each.parts)] == []


def test_a_first_way_fits_sums_that_meet_twice() -> None:
    """It is found without knowing the numbers."""
    numbers, sums = two_way(drawn(3), 3, 3, 30)
    bands: dict[object, Band] = dict.fromkeys(numbers, (0, MOST)) | {(ALL, ALL): (48, 52)}
    way = first_way(Space(dict(bands), together(sums)))
    assert way is not None
    assert [each for each in sums if way[each.total] != sum(way[part] for part in each.parts)] == []


def test_there_is_no_first_way_through_sums_that_cannot_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor where it was not found in as many tries as are allowed."""
    numbers, sums = two_way(drawn(3), 3, 3, 30)
    open_bands: dict[object, Band] = dict.fromkeys(numbers, (0, MOST))
    low_bands: dict[object, Band] = dict.fromkeys(numbers, (0, 1)) | {(ALL, ALL): (48, 52)}
    assert first_way(Space(dict(low_bands), together(sums))) is None
    monkeypatch.setattr(reckoning, "TRIES", 1)
    assert first_way(Space(dict(open_bands), together(sums))) is None
