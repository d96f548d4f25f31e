"""Cleaning a PDF: refused where it hides something, else written anew, and read as a program reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from redaction.attachments import attachment_messages as messages
from redaction.attachments.cleaned import PAGE_BREAK, Cleaned, Flaw, pages_in_words, refused
from redaction.attachments.hidden_words import has_boxes_on_scan, hidden_words, objects_in
from redaction.attachments.pdf_objects import strings_in, strip
from redaction.opening.pdfs import silent

Progress = Callable[[int, int], None]
"""Told how many pages are looked at, of how many."""

MOST_PAGES = 2_000


def clean_pdf(raw: bytes, title: str | None = None, *, progress: Progress | None = None) -> Cleaned:
    """Return a PDF with nothing in it but what its pages show, and its structure; or why it is refused.

    `title` is all that its properties will say.
    """
    with silent():
        try:
            content, flaws = strip(raw, title)
        except Exception:  # noqa: BLE001  # whatever a damaged file makes pypdf raise, it could not be read
            return refused(Flaw(messages.PDF_UNREADABLE))
        if flaws:
            return refused(*flaws)
        return _looked_at(content, progress)


@dataclass
class _Pages:
    """What was seen on the pages of a PDF."""

    texts: list[str] = field(default_factory=list)
    hidden: dict[int, tuple[str, ...]] = field(default_factory=dict)
    boxes: list[int] = field(default_factory=list)
    wordless: list[int] = field(default_factory=list)

    def flaws(self) -> Iterator[Flaw]:
        """Yield what is wrong with them."""
        if self.hidden:
            said = " ".join(word for words in self.hidden.values() for word in words)
            yield Flaw(messages.PDF_HIDDEN, {"pages": pages_in_words(self.hidden)}, said)
        if self.boxes:
            yield Flaw(messages.PDF_BOXES, {"pages": pages_in_words(self.boxes)})
        if self.wordless:
            yield Flaw(messages.PDF_NOT_WORDS, {"pages": pages_in_words(self.wordless)})


def _looked_at(content: bytes, progress: Progress | None) -> Cleaned:
    """Return a stripped PDF with its words, if nobody can read more in it than is seen."""
    import pypdfium2  # noqa: PLC0415  # only where a paper is a PDF

    try:
        with pypdfium2.PdfDocument(content) as document:
            count = len(document)
            if not 0 < count <= MOST_PAGES:
                return refused(Flaw(messages.PDF_PAGES, {"most": MOST_PAGES}))
            pages = _Pages()
            for number in range(1, count + 1):
                _look_at_page(document[number - 1], number, pages)
                if progress is not None:
                    progress(number, count)
        beside = "\n".join(dict.fromkeys(strings_in(content)))
    except Exception:  # noqa: BLE001  # whatever a damaged file makes the libraries raise, it could not be read
        return refused(Flaw(messages.PDF_UNREADABLE))
    whole = PAGE_BREAK.join([*pages.texts, beside]).replace("\r\n", "\n").replace("\r", "\n")
    return Cleaned(content, whole, tuple(pages.flaws()), pages=count)


def words_in(content: bytes) -> tuple[int, str]:
    """Return how many pages a PDF of ours has, and the words in it: page by page, then what no page shows."""
    import pypdfium2  # noqa: PLC0415  # only where a PDF is made

    with silent():
        with pypdfium2.PdfDocument(content) as document:
            pages = [_text_of(page) for page in document]
        beside = "\n".join(dict.fromkeys(strings_in(content)))
    whole = PAGE_BREAK.join([*pages, beside])
    return len(pages), whole.replace("\r\n", "\n").replace("\r", "\n")


def _look_at_page(page: Any, number: int, pages: _Pages) -> None:
    """Note what one page of pdfium says, and what it hides."""
    text = _text_of(page)
    pages.texts.append(text)
    if not text.strip() and any(objects_in(page)):
        pages.wordless.append(number)
    if has_boxes_on_scan(page):
        pages.boxes.append(number)
    words = hidden_words(page)
    if words:
        pages.hidden[number] = words
    page.close()


def _text_of(page: Any) -> str:
    text = page.get_textpage()
    words: str = text.get_text_range()
    text.close()
    return words.replace(PAGE_BREAK, " ")
