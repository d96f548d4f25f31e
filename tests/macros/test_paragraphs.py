"""Ordinary paragraphs and lists need no parser: it would write the same."""

from __future__ import annotations

import string
from unittest import mock

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from editions.marks import is_public
from macros.texts import prose
from macros.texts.paragraphs import Ordinary, ordinary

LINES = [
    "abc def",
    "- one",
    "- two",
    "* x",
    "1. x",
    "12 abc",
    "3) a",
    "# h",
    "===",
    "---",
    "a  ",
    "   in",
    "    code",
    "> q",
    "- a - b",
    "-  a",
    "-a",
    "- ",
    "+ x",
    "```",
    "~~~",
    "[a]: b",
    "[a]",
    "[[withheld x]]",
    "& b",
    "a*b*",
    "(x)",
    "'q' <b>",
    "\ta",
    "£5",
    "a\xa0",
    "\x0b",
    "–dash",
    "a\\",
    "a\r",
    "\ufeffx",
    "x\u200b",
    "x\x85y",
    "é",
    "a:b",
    "http://x.y",
    "",
]
TEXT = st.one_of(
    st.sampled_from([*LINES, "| a | b |", "|---|---|"]),
    st.text(st.sampled_from(string.printable + "é\u00a0\u2028\u3000"), max_size=8),
)
BREAK = st.sampled_from(["\n", "\n\n", "\n\n\n", " ", "\n \n"])


@given(st.lists(st.tuples(TEXT, BREAK), max_size=10))
def test_the_parser_would_write_the_same(parts: list[tuple[str, str]]) -> None:
    """The short way and the long way give the same HTML, whatever stands together."""
    text = "".join(line + end for line, end in parts)
    assume(is_public(text))
    short = prose.html(text, {"x": "a reason"})
    with mock.patch.object(prose, "ordinary", return_value=None):
        assert short == prose.html(text, {"x": "a reason"})


@pytest.mark.parametrize("text", ["One line.", "Two\nlines.", "One.\n\nTwo.", "One.\n\n- a\n- b\n\n(Three.)"])
def test_ordinary_text_is_not_parsed(text: str) -> None:
    """Paragraphs and a list between them take the short way as a whole."""
    assert all(isinstance(block, Ordinary) for block in ordinary(text) or [text])


@pytest.mark.parametrize("text", ["# One", "```\n\ncode", "a\n===", "[a]: b\n\na"])
def test_what_reaches_far_is_parsed_as_a_whole(text: str) -> None:
    """Headings, fences and definitions change how other blocks are read."""
    assert ordinary(text) is None
