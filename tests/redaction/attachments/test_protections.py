"""Each protection of the cleaning of files is needed: switched off, the very thing it is for passes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from redaction.attachments import hidden_words, pdf_objects, pdfs, pictures, tables
from redaction.attachments.cleaned import Cleaned
from redaction.attachments.pdfs import clean_pdf
from redaction.attachments.pictures import clean_picture
from redaction.attachments.tables import clean_table
from tests.papers import FIRST_MORE, WORDS, document, form, scan, stream, with_earlier_version
from tests.redaction.attachments.test_pdfs import HIDDEN_DATA, REFUSED, everything_in
from tests.redaction.files import photograph

Cleaning = Callable[[], Cleaned]


def nothing(*_: Any, **__: Any) -> None:
    """Stand for a step that is left out."""


def none(*_: Any, **__: Any) -> Iterator[Any]:
    """Stand for a search that finds nothing."""
    return iter(())


def no(*_: Any, **__: Any) -> bool:
    """Stand for a question that is answered with no."""
    return False


REFUSALS: dict[str, tuple[str, object, str, object]] = {
    "words under a box": ("words under a filled box", pdfs, "hidden_words", lambda _: ()),
    "words on each other": (
        "words under a box with a label on it",
        hidden_words,
        "_on_each_other",
        lambda _: set(),
    ),
    "words in one place": ("a word exactly on another", hidden_words, "_on_each_other", lambda _: set()),
    "the list of ligatures": (
        "a word that a font says is one sign",
        hidden_words,
        "is_ligature",
        lambda _: True,
    ),
    "boxes on a scan": ("a box over a scan", pdfs, "has_boxes_on_scan", no),
    "notes": ("a comment", pdf_objects, "_refuse_notes", nothing),
    "forms": ("a form", pdf_objects, "_refuse_root", nothing),
    "scripts": ("a script when it opens", pdf_objects, "_refuse_within", nothing),
    "files": ("a file of the document", pdf_objects, "_refuse_within", nothing),
    "layers": ("a layer that is off", pdf_objects, "_hides_layers", no),
}
"""What is refused, and the one protection that does it."""


@pytest.mark.parametrize("protection", REFUSALS)
def test_each_refusal_of_a_pdf_is_needed(protection: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With it the file is refused; without it, it would be published."""
    name, room, step, instead = REFUSALS[protection]
    raw, _ = REFUSED[name]
    with_it = clean_pdf(raw).is_refused
    monkeypatch.setattr(room, step, instead)
    without_it = clean_pdf(raw).is_refused
    assert (with_it, without_it) == (True, False)


UNUSED = document(
    f"{WORDS} /Used Do",
    resources=f"/XObject << /Used {FIRST_MORE} 0 R /Unused {FIRST_MORE + 1} 0 R >>",
    more=[form("BT /F1 9 Tf 72 600 Td (Used) Tj ET"), form("BT /F1 9 Tf 72 600 Td (secretpage) Tj ET")],
)
FOREIGN = document(
    WORDS,
    catalog=f"/StructTreeRoot {FIRST_MORE + 2} 0 R",
    more=[
        f"<< /Type /Page /MediaBox [0 0 9 9] /Contents {FIRST_MORE + 1} 0 R >>",
        stream("", b"BT (secretpage) Tj ET"),
        f"<< /Type /StructTreeRoot /K {FIRST_MORE + 3} 0 R >>",
        f"<< /Type /StructElem /S /Figure /Pg {FIRST_MORE} 0 R /Alt (secretalt) >>",
    ],
)
EARLIER = with_earlier_version(WORDS, "BT /F1 12 Tf 72 700 Td (secretbefore) Tj ET")

STEPS: dict[str, tuple[bytes, object, str, object]] = {
    "properties of the document": (HIDDEN_DATA, pdf_objects, "_clean_root", nothing),
    "properties of a page": (HIDDEN_DATA, pdf_objects, "_clean_page", nothing),
    "targets of links": (
        document(
            WORDS,
            page="/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] "
            "/A << /S /Launch /F (secretprogram) >> >>]",
        ),
        pdf_objects,
        "_is_harmless",
        lambda _: True,
    ),
    "a clean save": (EARLIER, pdf_objects, "_written", lambda *_: EARLIER),
    "what is not drawn": (UNUSED, pdf_objects, "_drop_undrawn", nothing),
    "pages of a longer file": (FOREIGN, pdf_objects, "_is_foreign", no),
    "data of pictures": (scan(), pdf_objects, "without_data", nothing),
}
"""A file with something nobody sees, and the one step that takes it out."""


@pytest.mark.parametrize("step", STEPS)
def test_each_step_of_the_cleaning_is_needed(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With it nothing stays of what nobody sees; without it, something does."""
    raw, room, name, instead = STEPS[step]
    with_it = "secret" in found_in(clean_pdf(raw).content)
    monkeypatch.setattr(room, name, instead)
    without_it = "secret" in found_in(clean_pdf(raw).content)
    assert (with_it, without_it) == (False, True)


def found_in(content: bytes) -> str:
    """Return what is in a PDF, pictures too."""
    return everything_in(content) + content.decode("latin-1")


def test_the_words_beside_the_pages_are_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a reader aloud would say is among the words in which terms are looked for."""
    raw = document(WORDS, catalog="/Lang (en-GB)", page="/Annots [" + NAMED_LINK + "]")
    with_it = clean_pdf(raw).text or ""
    monkeypatch.setattr(pdfs, "strings_in", none)
    without_it = clean_pdf(raw).text or ""
    assert ("wharf" in with_it, "wharf" in without_it) == (True, False)


NAMED_LINK = (
    "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://x.example/wharf) >> >>"
)


def test_a_picture_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a camera wrote beside the points is gone because only the points are kept."""
    raw = photograph(comment=b"secretcamera")
    with_it = b"secretcamera" in clean_picture("jpeg", raw).content
    monkeypatch.setattr(pictures, "_plain", lambda opened: opened.copy())
    without_it = b"secretcamera" in clean_picture("jpeg", raw).content
    assert (with_it, without_it) == (False, True)


def test_a_formula_in_a_table_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cell that a spreadsheet would run is refused."""
    raw = b"Name,Sum\nA,=1+1\n"
    with_it = clean_table(raw).is_refused
    monkeypatch.setattr(tables, "_begins_formula", no)
    without_it = clean_table(raw).is_refused
    assert (with_it, without_it) == (True, False)
