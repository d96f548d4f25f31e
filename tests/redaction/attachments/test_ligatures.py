"""A ligature is one sign for several letters: it is no heap of letters, and it hides nothing."""

from __future__ import annotations

import unicodedata

import pypdfium2
import pytest

from redaction.attachments.cleaned import PAGE_BREAK, Cleaned
from redaction.attachments.ligatures import LIGATURES, is_ligature
from redaction.attachments.pdfs import clean_pdf
from tests.importing.documents import pdf
from tests.papers import with_squares

MOST_LETTERS = 3

FONT = '#set text(font: "Libertinus Serif", fallback: false)\n'
"""The font in which our own documents are set. It has ligatures, and Typst brings it along."""


def places_of(raw: bytes) -> list[tuple[str, tuple[float, ...]]]:
    """Return the letters of the first page, each with its box."""
    with pypdfium2.PdfDocument(raw) as document:
        text = document[0].get_textpage()
        places = [text.get_charbox(number) for number in range(text.count_chars())]
        return list(zip(text.get_text_range(), places, strict=True))


def read_in(cleaned: Cleaned) -> list[str]:
    """Return the words of the one page of a file."""
    page, _ = (cleaned.text or "").split(PAGE_BREAK)
    return page.split()


@pytest.mark.parametrize("word", ["fi", "fl", "ff", "ffi", "ffl", "ft", "fj", "ffj"])
def test_a_ligature_by_itself_is_seen(word: str) -> None:
    """A PDF set in our own font passes, though all letters of the word have the very same box."""
    raw = pdf(f"{FONT}{word}")
    places = places_of(raw)
    assert "".join(letter for letter, _ in places) == word
    assert len({box for _, box in places}) == 1
    cleaned = clean_pdf(raw)
    assert ([flaw.wording.code for flaw in cleaned.flaws], read_in(cleaned)) == ([], [word])


def test_words_that_are_mostly_ligatures_are_seen() -> None:
    """Short words, of which ligatures are half or more, are what was refused; upright, slanted and bold."""
    words = "fifth fifteen fifty fit fifth. left off fly"
    cleaned = clean_pdf(pdf(f"{FONT}{words}\n\n_{words}_\n\n*{words}*"))
    assert [flaw.wording.code for flaw in cleaned.flaws] == []
    assert read_in(cleaned) == words.split() * 3


def test_slanted_letters_that_lean_over_their_neighbours_are_seen() -> None:
    """A slanted f leans over half of an i before it, wherever between two points they stand."""
    words = "".join(f"#h({far / 20}pt)_if_\n\n" for far in range(20))
    cleaned = clean_pdf(pdf(f"#set text(size: 10.5pt)\n{FONT}{words}"))
    assert [flaw.wording.code for flaw in cleaned.flaws] == []
    assert read_in(cleaned) == ["if"] * 20


@pytest.mark.parametrize(
    "content",
    [
        r"BT /F2 10 Tf 72 600 Td (\001t) Tj ET",
        r"BT /F2 10 Tf 72 600 Td (\001\004\001) Tj ET",
        r"BT /F2 10 Tf 72 600 Td (\001t) Tj ET BT /F2 10 Tf 72.3 600 Td (\001t) Tj ET",
        r"BT /F2 10 Tf 72 600 Td (\001t) Tj ET BT /F2 10 Tf 75 600 Td (\001t) Tj ET",
    ],
    ids=["one", "several", "made bold by writing twice", "shadowed"],
)
def test_a_ligature_of_any_font_is_seen(content: str) -> None:
    """One sign that means letters of the list is one sign, also beside others and written twice."""
    assert [flaw.wording.code for flaw in clean_pdf(with_squares(content)).flaws] == []


def test_the_list_is_short_and_has_those_of_unicode() -> None:
    """All of U+FB00 to U+FB06 stand on it, and nothing of more than three letters, which could be a word."""
    of_unicode = {unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
    assert of_unicode <= LIGATURES
    assert {len(each) for each in LIGATURES} == {2, MOST_LETTERS}


@pytest.mark.parametrize("letters", ["", "f", "FI", "if", "fifi", "ffii", "th", "fit", "secret"])
def test_other_letters_are_no_ligature(letters: str) -> None:
    """Letters in another order, other capitals, two ligatures or a word are a heap of letters."""
    assert not is_ligature(letters)
