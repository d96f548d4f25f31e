"""Numbers and bullets before a text."""

from __future__ import annotations

import pytest

from records.importing.paragraphs.blocks import BULLET
from records.importing.paragraphs.markers import (
    depth_of,
    is_marker,
    is_number,
    label_of,
    value_of,
    without_marker,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4. Budget", "4."),
        ("4) Budget", "4)"),
        ("4a. Budget", "4a."),
        ("4.1 The budget", "4.1"),
        ("4.1 - Ada to write", "4.1"),
        ("029/18 Status", "029/18"),
        ("Item 4: Budget", "Item 4:"),
        ("a) first", "a)"),
        ("(ii) second", "(ii)"),
        ("IV. Budget", "IV."),
        ("FGB 28/2122. Budget", "FGB 28/2122."),
        ("\u2022 a point", BULLET),
        ("- a point", BULLET),
    ],
)
def test_a_number_or_bullet_is_told_from_the_words(text: str, number: str) -> None:
    assert without_marker(text).number == number


@pytest.mark.parametrize(
    "text",
    [
        "2 further staff came",
        "12 March 2026",
        "4.30 pm start",
        "3.30 \u2013 5pm",
        "A. Quist spoke",
        "2.5 million pounds",
        "Q: who pays?",
        "12/03/2026 was the day",
        "I agree",
        "5 May is late",
    ],
)
def test_a_number_that_is_a_word_of_the_text_stays(text: str) -> None:
    assert without_marker(text).number == ""


def test_a_marker_alone_is_one() -> None:
    assert [is_marker(text) for text in ("4.", "a)", "\u2022", "iv.", "Budget", "")] == [
        True,
        True,
        True,
        True,
        False,
        False,
    ]
    assert [is_number(text) for text in ("4.", "4.1", "a)")] == [True, True, False]


def test_labels_have_values_and_depths() -> None:
    assert [label_of(text) for text in ("Item 4:", "(a)", "4.1.")] == ["4", "a", "4.1"]
    assert [value_of(text) for text in ("4", "4a", "029/18", "IX", "FGB 28", "x-y")] == [
        4,
        4,
        29,
        9,
        28,
        None,
    ]
    assert [depth_of(text) for text in ("4", "4.1", "4.1.2")] == [1, 2, 3]
