"""Numbers become marks without being bent, and words fit the narrowest phone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.charts.marks import (
    LETTER,
    ROOM,
    Aim,
    Part,
    Row,
    Series,
    bars,
    grid,
    lines,
    scale_of,
    stacked,
)
from macros.charts.shapes import Box, Dot, Rule, Words
from macros.views.structure import measured

NUMBERS = st.decimals(-100_000, 100_000, places=1)


def plain(value: Decimal) -> str:
    return f"{value:f}"


def boxes(rows: list[Row], *values: int) -> list[tuple[str, str, str]]:
    """Return where each piece of a bar begins, how long it is, and how it looks."""
    drawn = bars(rows, scale_of(map(Decimal, values), whole=True), plain)
    return [(each.x, each.width, each.look) for each in drawn.marks if isinstance(each, Box)]


@given(st.lists(NUMBERS, max_size=6), st.booleans())
def test_an_axis_has_few_round_numbers_and_holds_all_values(values: list[Decimal], whole: bool) -> None:  # noqa: FBT001  # Hypothesis gives it.
    """From two to seven, at the same distances, nothing among them; whole ones for what cannot be halved."""
    scale = scale_of(values, whole=whole)
    steps = {after - before for before, after in zip(scale.ticks, scale.ticks[1:], strict=False)}
    assert 2 <= len(scale.ticks) <= 7
    assert len(steps) == 1
    assert str(steps.pop().normalize().as_tuple().digits) in {"(1,)", "(2,)", "(2, 5)", "(5,)"}
    assert Decimal(0) in scale.ticks
    assert [each for each in values if not scale.ticks[0] <= each <= scale.ticks[-1]] == []
    assert not whole or [each for each in scale.ticks if each % 1] == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], "0 1"),
        ([3], "0 1 2 3"),
        ([9], "0 5 10"),
        ([100], "0 25 50 75 100"),
        ([0.4], "0 0.1 0.2 0.3 0.4"),
        ([-3, 9], "-5 0 5 10"),
    ],
)
def test_round_numbers(values: list[float], expected: str) -> None:
    """The numbers of an axis are those that a person would choose."""
    whole = all(each == int(each) for each in values)
    scale = scale_of([Decimal(str(each)) for each in values], whole=whole)
    assert " ".join(map(plain, scale.ticks)) == expected


@given(st.lists(st.tuples(st.integers(0, 50), st.sampled_from(["full", "empty"])), max_size=5))
def test_pieces_of_a_bar_follow_each_other_and_lose_nothing(counts: list[tuple[int, str]]) -> None:
    """Each piece begins where the one before ends, and all together are as long as the counts."""
    parts = stacked(counts)
    assert [each.start for each in parts[1:]] == [each.end for each in parts[:-1]]
    assert sum(each.end - each.start for each in parts) == sum(count for count, _ in counts)


def test_bars_are_as_long_as_their_numbers() -> None:
    """Half of the axis for half of its length; nothing for nothing; to the left for less than nothing."""
    row = Row("A", "", ((Part(Decimal(0), Decimal(5), "full"), Part(Decimal(5), Decimal(10), "empty")),))
    assert boxes([row], 10) == [("0%", "50%", "full"), ("50%", "50%", "empty")]
    assert boxes([Row("A", "withheld", ())], 10) == []
    below = Row("A", "", ((Part(Decimal(0), Decimal(-5), "full"),),))
    assert boxes([below], -5, 5) == [("0%", "50%", "full")]


def test_bars_without_rows_are_an_axis() -> None:
    """Nothing to draw is no error."""
    assert [each for each in bars([], scale_of([]), plain).marks if isinstance(each, Box)] == []
    assert grid([], []).marks == ()


@given(
    st.lists(st.text(st.sampled_from("abWi .-éŻ家"), max_size=120), min_size=1, max_size=5),
    st.integers(0, 10**9),
)
def test_words_of_bars_fit_the_narrowest_picture_and_lie_on_lines_of_their_own(
    labels: list[str], number: int
) -> None:
    """No label runs into its number or out of a phone, and every word of it is there."""
    rows = [Row(each, f"{number:,}", ()) for each in labels]
    drawn = bars(rows, scale_of([Decimal(number)]), plain)
    words = [each for each in drawn.marks if isinstance(each, Words) and each.look != "quiet"]
    by_line: dict[str, float] = {}
    for each in words:
        size = 1 if each.look == "strong" else LETTER
        by_line[each.y] = by_line.get(each.y, 0) + measured(each.text, size)
    assert [width for width in by_line.values() if width > ROOM] == []
    said = "".join(each.text for each in words if each.look == "plain").replace(" ", "")
    assert said == "".join("".join(each.split()) for each in labels)


@given(st.integers(0, 10**9))
def test_numbers_of_an_axis_do_not_touch(most: int) -> None:
    """On the narrowest phone no number of the axis runs into the next."""
    drawn = bars([], scale_of([Decimal(most)], whole=True), lambda each: f"£{each:,f}")
    ends: list[float] = []
    at = {"start": 0.0, "middle": 0.5, "end": 1.0}
    for each in sorted(
        (each for each in drawn.marks if isinstance(each, Words)), key=lambda each: float(each.x[:-1])
    ):
        width = measured(each.text, LETTER)
        start = ROOM * float(each.x[:-1]) / 100 - at[each.anchor] * width
        assert not ends or start >= ends[-1] - 0.01
        ends.append(start + width)
    assert len(ends) >= 2


def test_no_line_is_drawn_through_what_is_not_known() -> None:
    """A gap and a span break a line; each known number has its sign, a span both of its ends."""
    known = [(Decimal(each), Decimal(each)) for each in (1, 2, 3)]
    values = (known[0], known[1], None, known[2], (Decimal(1), Decimal(4)))
    drawn = lines([Series("", values)], ["a", "b", "c", "d", "e"], scale_of([Decimal(4)], whole=True), plain)
    rules = [each for each in drawn.marks if isinstance(each, Rule)]
    assert [(each.x1, each.x2) for each in rules if each.look == "line-1"] == [("16%", "36%")]
    assert len([each for each in drawn.marks if isinstance(each, Dot)]) == 3
    assert [(each.x1, each.y1 != each.y2) for each in rules if each.look == "span"] == [("96%", True)]


def test_a_line_of_one_point_stands() -> None:
    """One point is a sign with its time, and no stroke."""
    drawn = lines([Series("", ((Decimal(1), Decimal(1)),))], ["May"], scale_of([Decimal(1)]), plain)
    assert [each.look for each in drawn.marks if isinstance(each, Dot)] == ["point-1"]
    assert [each.text for each in drawn.marks if isinstance(each, Words)][-1] == "May"


def test_what_is_to_be_reached_crosses_each_bar() -> None:
    """The aim stands at its value, with an edge so that it is seen on a dark bar, and is named once."""
    rows = [Row(each, "", ((Part(Decimal(0), Decimal(5), "full"),),)) for each in "AB"]
    drawn = bars(rows, scale_of([Decimal(10)], whole=True), plain, Aim(Decimal(8), "target 8"))
    aims = [(each.x1, each.look) for each in drawn.marks if isinstance(each, Rule) and each.x1 == "80%"]
    assert aims == [("80%", "edge"), ("80%", "aim")] * 2
    assert [each.text for each in drawn.marks if isinstance(each, Words)].count("target 8") == 1
