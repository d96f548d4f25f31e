"""Whatever colour a partnership names, its site can be read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.colours import DARK_PAPER, LIGHT_PAPER, Rgb, contrast, style
from macros.settings import THEME
from records.checks.colours import contrast_on_white

LEAST = 4.5
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06x}")


def read(colour: str) -> Rgb:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def colours_of(sheet: str) -> list[dict[str, Rgb]]:
    """Return the colours by name, of the light page and of the dark one."""
    blocks = re.findall(r":root \{([^}]*)\}", sheet)
    return [
        {name: read(value) for name, value in re.findall(r"--([\w-]+): (#\w{6});", each)} for each in blocks
    ]


@given(COLOURS)
def test_words_on_any_colour_can_be_read(colour: str) -> None:
    """The header, and links on each paper, have the contrast that WCAG asks for, in light and dark."""
    light, dark = colours_of(style(colour))
    assert light["brand"] == read(colour)
    for found, papers in ((light, (LIGHT_PAPER, (255, 255, 255))), (dark, (DARK_PAPER, (18, 25, 30)))):
        assert contrast(found["brand"], found["on-brand"]) >= LEAST
        assert min(contrast(found["link"], paper) for paper in papers) >= LEAST


@pytest.mark.parametrize("colour", [None, "", "red", "00564f; } body { display: none", "#00564f"])
def test_what_is_no_colour_is_taken_for_none(colour: str | None) -> None:
    """Nothing but six digits ever comes into the style sheet."""
    assert style(colour) == style("00564f")


def test_the_style_sheet_of_the_theme_is_that_of_no_colour() -> None:
    """A site without a colour has the same sheet as a bare build."""
    assert (THEME / "assets/stylesheets/colours.css").read_text("utf-8") == style(None)


@given(COLOURS)
def test_both_rooms_measure_alike(colour: str) -> None:
    """What `pages check` says of a colour is what the site goes by."""
    assert contrast_on_white(colour) == pytest.approx(contrast(read(colour), (255, 255, 255)))


@pytest.mark.parametrize(("one", "other", "expected"), [("000000", "ffffff", 21), ("777777", "ffffff", 4.48)])
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    """Two pairs whose contrast is well known."""
    assert contrast(read(one), read(other)) == pytest.approx(expected, abs=0.01)
