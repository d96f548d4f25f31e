"""What public prose may not hold, and that prose without its signs needs no Markdown to be found harmless."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from editions.marks import is_public
from editions.prose import problems_in

SIGNS = "ab \n\t(){}!*_`~#-+>&;:/.|\\\"'=1]\u00a0\u2028\uff1c"
"""Characters of Markdown, but for `<` and the square bracket that opens."""


@given(st.text(st.sampled_from(SIGNS), max_size=60))
def test_prose_without_its_signs_has_nothing_refused(text: str) -> None:
    """Where neither `<` nor `[` stands, Markdown makes no HTML, image or link."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    kinds = {each.type for token in tokens for each in (token, *(token.children or ()))}

    assert kinds & {"html_block", "html_inline", "image", "link_open"} == set()
    assert not is_public(text) or problems_in(text) == ()
