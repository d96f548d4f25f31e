"""How one count of people is shown, worked out by hand for the usual rule and for others."""

from __future__ import annotations

import pytest

from redaction.numbers.counts import (
    MOST,
    USUAL,
    Rounding,
    band_of,
    coarse,
    lowest_of,
    read_band,
    step_of,
    words_of,
)

TENS = Rounding(largest=4, step=10)
TWOS = Rounding(largest=4, step=2)
ONES = Rounding(largest=4, step=1)

STEPS = [
    (USUAL, [(0, 0), (1, 7), (8, 12), (13, 17), (18, 22), (23, 27)]),
    (TENS, [(0, 0), (1, 4), (5, 14), (15, 24)]),
    (TWOS, [(0, 0), (1, 4), (5, 6), (7, 8)]),
    (ONES, [(0, 0), (1, 4), (5, 5), (6, 6)]),
]


def test_the_usual_rule_is_that_of_the_policy_page() -> None:
    assert (USUAL.largest, USUAL.step, USUAL.narrowest) == (7, 5, 3)
    assert MOST == 999_999_999


@pytest.mark.parametrize(("rounding", "steps"), STEPS)
def test_every_count_stands_in_one_step(rounding: Rounding, steps: list[tuple[int, int]]) -> None:
    """Steps follow each other without a gap, and each count has that step and its ends."""
    for number, (low, high) in enumerate(steps):
        assert lowest_of(number, rounding) == low
        for count in range(low, high + 1):
            assert step_of(count, rounding) == number
            assert band_of(count, rounding) == (low, high)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0"),
        (1, "1 to 7"),
        (7, "1 to 7"),
        (8, "10"),
        (12, "10"),
        (13, "15"),
        (17, "15"),
        (18, "20"),
        (12345, "12345"),
    ],
)
def test_a_count_alone_is_none_small_or_rounded(count: int, words: str) -> None:
    assert coarse(count) == words
    assert coarse(count, USUAL) == words


def test_another_rule_of_the_policy_shows_other_words() -> None:
    assert [coarse(count, TENS) for count in (0, 1, 4, 5, 14, 15)] == [
        "0",
        "1 to 4",
        "1 to 4",
        "10",
        "10",
        "20",
    ]


@pytest.mark.parametrize(
    ("band", "words"),
    [
        ((0, 0), "0"),
        ((0, 7), "0 to 7"),
        ((0, 1), "0 to 1"),
        ((1, 7), "1 to 7"),
        ((1, 12), "1 to 12"),
        ((7, 7), "7 to 7"),
        ((8, 12), "10"),
        ((8, 17), "8 to 17"),
        ((13, 17), "15"),
        ((8, MOST - 1), f"8 to {MOST - 1}"),
        ((8, MOST), "withheld"),
        ((0, MOST), "withheld"),
        ((0, MOST + 1), "withheld"),
    ],
)
def test_a_band_has_its_words(band: tuple[int, int], words: str) -> None:
    """One step is said as for a count alone, several by their ends, and one without an end not at all."""
    assert words_of(band, USUAL) == words


@pytest.mark.parametrize(
    ("words", "band"),
    [
        ("0", (0, 0)),
        ("1 to 7", (1, 7)),
        ("8 to 17", (8, 17)),
        ("10", (8, 12)),
        ("withheld", None),
        ("", None),
        ("about 10", None),
        ("1 to 7 ", None),
        ("1 to ٧", None),
    ],
)
def test_words_are_read_back(words: str, band: tuple[int, int] | None) -> None:
    assert read_band(words, USUAL) == band
