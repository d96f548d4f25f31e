"""The reader of public marks, which knows nothing of private ones but that they must not be there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.marks import Placement, Withheld, Words, is_public, split

PUBLIC = [
    "",
    "We will redact the report [1] and [link](/a) it.",
    "a [[withheld personal]] b",
    "[[withheld personal-data]][[action a1]]\n[[decision d]]",
    "| redact | withheld |",
]
PRIVATE = [
    "[[redact personal|a]]",
    "redact personal|a",
    "Redact|a",
    "re\u200bdact personal|a",
    "[[withheld personal|a]]",
    "[[withheld personal]",
    "[withheld personal]]",
    "[[withheld  personal]]",
    "[[Withheld personal]]",
    "[[withheld Personal]]",
    "[[withheld -a]]",
    "[[action]]",
    "[[x]]",
    "［［x］］",
    "[\u2060[x",
    "x]]",
    "[[[withheld personal]]]",
    "[[[withheld personal]]",
    "[[withheld personal]]]",
    "[[withheld personal]](a)",
    "\\[[withheld personal]]",
    "[[withheld personal]]\\",
]


@pytest.mark.parametrize("text", PUBLIC)
def test_public_text_is_taken(text: str) -> None:
    """Words and whole public marks are public text."""
    assert is_public(text)
    assert "".join(_source(part) for part in split(text)) == text


@pytest.mark.parametrize("text", PRIVATE)
def test_private_and_damaged_marks_are_refused_without_quoting_them(text: str) -> None:
    """A mark that is private or damaged is no public text, and the error holds none of its words."""
    assert not is_public(text)
    with pytest.raises(ValueError, match="not public text") as raised:
        split(text)
    assert str(raised.value) == "This is not public text: it holds a mark that is private or damaged."


def test_text_is_split_into_words_and_marks() -> None:
    """The parts come in order; no part is empty."""
    assert split("a [[withheld personal]][[action t-1]]\n[[decision d]]") == (
        Words("a "),
        Withheld("personal"),
        Placement("action", "t-1"),
        Words("\n"),
        Placement("decision", "d"),
    )


@given(st.lists(st.sampled_from([*PUBLIC, *PRIVATE, "[[", "]]", "[", "]", " ", "a"])).map("".join))
def test_splitting_loses_nothing(text: str) -> None:
    """Whatever is public text is put together again from its parts to the character."""
    if is_public(text):
        assert "".join(_source(part) for part in split(text)) == text


def _source(part: Words | Withheld | Placement) -> str:
    """Return how a part is written."""
    if isinstance(part, Words):
        return part.text
    return f"[[withheld {part.reason}]]" if isinstance(part, Withheld) else f"[[{part.kind} {part.id}]]"
