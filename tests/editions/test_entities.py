"""Entities of HTML are resolved, whatever somebody wrote."""

from __future__ import annotations

import html
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.entities import unescape
from redaction.detectors.detector import normal
from redaction.opening.readings import readings_of
from redaction.searching.folding import fold_source

HUGE = f"&#{'1' * 5000};"


@given(st.text(st.sampled_from("&#x19af;amp lt") | st.characters(), max_size=40))
def test_entities_are_resolved_as_everybody_does(text: str) -> None:
    assert unescape(text) == html.unescape(text)


def test_a_number_of_thousands_of_digits_is_an_unknown_sign() -> None:
    """Python makes no number of so many digits, and would end a sign-off and a verification."""
    assert unescape(f"Tom &amp; {HUGE} &#233;") == "Tom & \ufffd é"


def _as_page(text: str) -> str:
    return " ".join(readings_of(text, "html", 0))


@pytest.mark.parametrize("read", [_as_page, fold_source, normal])
def test_the_words_beside_it_are_searched(read: Callable[[str], str]) -> None:
    assert "wharf" in read(f"<p>{HUGE} Wharf</p>").casefold()
