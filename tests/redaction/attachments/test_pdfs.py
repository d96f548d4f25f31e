"""A PDF is refused where it hides something; else it is written anew with nothing but what its pages show."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pytest

from redaction.attachments.cleaned import Cleaned
from redaction.attachments.pdf_pictures import points_of
from redaction.attachments.pdfs import clean_pdf
from tests.papers import FIRST_MORE, WORDS, document, form, scan, stream, with_earlier_version, with_squares

TITLE = "Neglect toolkit"


def codes(cleaned: Cleaned) -> list[str]:
    return [flaw.wording.code for flaw in cleaned.flaws]


def everything_in(raw: bytes) -> str:
    """Return all bytes of a PDF, and every stream in it unpacked, as text."""
    reader = pypdf.PdfReader(io.BytesIO(raw))
    parts = [raw]
    for number in range(1, 1 + len(reader.xref[0]) + len(reader.xref_objStm)):
        held: Any = reader.get_object(number)
        if hasattr(held, "get_data") and held.get("/Subtype") != "/Image":
            parts.append(held.get_data())
    return b"\n".join(parts).decode("latin-1")


def link(action: str) -> str:
    return f"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << {action} >> >>]"


def note(kind: str, more: str = "") -> str:
    return f"/Annots [<< /Type /Annot /Subtype /{kind} /Rect [0 0 9 9] {more} >>]"


LAYER = ["<< /Type /OCG /Name (Older) >>"]
FILE = f"<< /Type /Filespec /F (a.txt) /EF << /F {FIRST_MORE} 0 R >> >>"

REFUSED: dict[str, tuple[bytes, str]] = {
    "words under a filled box": (
        document(f"{WORDS} BT /F1 12 Tf 72 650 Td (Under it) Tj ET 0 g 70 645 200 20 re f"),
        "paper-pdf-hidden",
    ),
    "words under a box with a label on it": (
        document(
            f"{WORDS} BT /F1 12 Tf 72 650 Td (Under the box) Tj ET 0 g 70 645 200 20 re f "
            "BT 1 g /F1 12 Tf 72 650 Td (WITHHELD TEXT) Tj ET"
        ),
        "paper-pdf-hidden",
    ),
    "words under a picture": (
        document(
            f"{WORDS} BT /F1 12 Tf 72 650 Td (Under it) Tj ET q 200 0 0 40 70 640 cm /Im Do Q",
            resources=f"/XObject << /Im {FIRST_MORE} 0 R >>",
            more=[
                stream(
                    "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
                    "/BitsPerComponent 8",
                    b"\x80",
                )
            ],
        ),
        "paper-pdf-hidden",
    ),
    "words under a box within a form": (
        document(
            f"{WORDS} /Fm Do",
            resources=f"/XObject << /Fm {FIRST_MORE} 0 R >>",
            more=[form("BT /F1 12 Tf 72 650 Td (Under it) Tj ET 0 g 70 645 200 20 re f")],
        ),
        "paper-pdf-hidden",
    ),
    "one number under a box": (
        document(f"{WORDS} BT /F1 12 Tf 72 650 Td (7) Tj ET 0 g 70 645 20 20 re f"),
        "paper-pdf-hidden",
    ),
    "words written invisibly": (
        document(f"{WORDS} BT 3 Tr /F1 12 Tf 72 600 Td (Invisible) Tj ET"),
        "paper-pdf-hidden",
    ),
    "words written invisibly over a drawing": (
        document(
            f"{WORDS} 0 g 74 596 4 14 re f 86 596 4 14 re f 98 596 4 14 re f 110 596 4 14 re f "
            "BT 3 Tr /F1 12 Tf 72 600 Td (Invisible) Tj ET"
        ),
        "paper-pdf-hidden",
    ),
    "white words on white": (
        document(f"{WORDS} BT 1 g /F1 12 Tf 72 600 Td (White) Tj ET"),
        "paper-pdf-hidden",
    ),
    "words in the colour of a box": (
        document(f"{WORDS} 1 0 0 rg 70 590 200 30 re f BT 1 0 0 rg /F1 12 Tf 72 600 Td (Red) Tj ET"),
        "paper-pdf-hidden",
    ),
    "words outside the page": (
        document(f"{WORDS} BT /F1 12 Tf 72 900 Td (Outside) Tj ET"),
        "paper-pdf-hidden",
    ),
    "words cropped away": (document(WORDS, page="/CropBox [0 0 595 600]"), "paper-pdf-hidden"),
    "words cut off by a form": (
        document(
            f"{WORDS} /Fm Do",
            resources=f"/XObject << /Fm {FIRST_MORE} 0 R >>",
            more=[form("BT /F1 12 Tf 72 650 Td (Cut off) Tj ET", box="0 0 20 20")],
        ),
        "paper-pdf-hidden",
    ),
    "a word exactly on another": (
        with_squares("BT /F2 10 Tf 72 600 Td (fifty) Tj ET BT /F2 10 Tf 72 600 Td (lower) Tj ET"),
        "paper-pdf-hidden",
    ),
    "a word exactly on another, written as one": (
        with_squares("BT /F2 10 Tf 72 600 Td [(fifty) 5000 (lower)] TJ ET"),
        "paper-pdf-hidden",
    ),
    "a ligature under a letter": (
        with_squares(r"BT /F2 10 Tf 72 600 Td (\001) Tj ET BT /F2 10 Tf 72 600 Td (A) Tj ET"),
        "paper-pdf-hidden",
    ),
    "a ligature under a letter, written as one": (
        with_squares(r"BT /F2 10 Tf 72 600 Td [(\001) 1000 (A)] TJ ET"),
        "paper-pdf-hidden",
    ),
    "a ligature under another": (
        with_squares(r"BT /F2 10 Tf 72 600 Td [(\001) 1000 (\004)] TJ ET"),
        "paper-pdf-hidden",
    ),
    "a ligature under another, written later": (
        with_squares(r"BT /F2 10 Tf 72 600 Td (\001) Tj ET BT /F2 10 Tf 72 600 Td (\004) Tj ET"),
        "paper-pdf-hidden",
    ),
    "the letters of a ligature on each other": (
        with_squares("BT /F2 10 Tf 72 600 Td (f) Tj ET BT /F2 10 Tf 72 600 Td (i) Tj ET"),
        "paper-pdf-hidden",
    ),
    "the letters of a ligature nearly on each other": (
        with_squares("BT /F2 10 Tf 72 600 Td [(f) 980 (i)] TJ ET"),
        "paper-pdf-hidden",
    ),
    "the letters of a ligature on each other, of unlike shape": (
        document(f"{WORDS} BT /F1 10 Tf 72 600 Td [(f) 250 (i)] TJ ET"),
        "paper-pdf-hidden",
    ),
    "the letters of a ligature on each other, and a space between": (
        with_squares("BT /F2 10 Tf 72 600 Td [(f) 500 ( ) 1500 (i)] TJ ET"),
        "paper-pdf-hidden",
    ),
    "a word that a font says is one sign": (
        with_squares(r"BT /F2 10 Tf 72 600 Td (\002) Tj ET"),
        "paper-pdf-hidden",
    ),
    "two letters in one sign that are no ligature": (
        with_squares(r"BT /F2 10 Tf 72 600 Td (\003) Tj ET"),
        "paper-pdf-hidden",
    ),
    "a ligature in which more is hidden than seen": (
        with_squares(
            r"BT /F2 10 Tf 72 600 Td (a\001) Tj ET BT /F2 10 Tf 82 600 Td (A) Tj ET "
            "BT /F2 10 Tf 92 600 Td (b) Tj ET"
        ),
        "paper-pdf-hidden",
    ),
    "a scan blackened under its words": (
        scan("BT 3 Tr /F1 12 Tf 72 700 Td (Scanned words) Tj ET", is_black=True),
        "paper-pdf-hidden",
    ),
    "a box over a scan": (scan("0 g 60 690 200 20 re f"), "paper-pdf-boxes"),
    "the broad stroke of a marker over a scan": (scan("0 G 14 w 60 700 m 260 700 l S"), "paper-pdf-boxes"),
    "a thin stroke made broad over a scan": (
        scan("10 0 0 10 0 0 cm 1.4 w 6 70 m 26 70 l S"),
        "paper-pdf-boxes",
    ),
    "a shading over a scan": (
        scan(
            "q 60 690 200 20 re W n /Sh sh Q",
            resources="/Shading << /Sh << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 600 0] "
            "/Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [0] /N 1 >> /Extend [true true] >> >>",
        ),
        "paper-pdf-boxes",
    ),
    "a comment": (document(WORDS, page=note("Text", "/Contents (A remark)")), "paper-pdf-notes"),
    "a highlight": (document(WORDS, page=note("Highlight")), "paper-pdf-notes"),
    "a stamp": (document(WORDS, page=note("Stamp")), "paper-pdf-notes"),
    "a mark of what is to be redacted": (document(WORDS, page=note("Redact")), "paper-pdf-notes"),
    "a black square laid over": (document(WORDS, page=note("Square", "/IC [0 0 0]")), "paper-pdf-notes"),
    "a field of a form": (document(WORDS, page=note("Widget", "/V (Yes)")), "paper-pdf-form"),
    "a form": (document(WORDS, catalog="/AcroForm << /Fields [<< /T (a) >>] >>"), "paper-pdf-form"),
    "a form in XML": (document(WORDS, catalog="/AcroForm << /XFA [] >>"), "paper-pdf-form"),
    "a signature for good": (document(WORDS, catalog="/Perms << >>"), "paper-pdf-form"),
    "a script when it opens": (
        document(WORDS, catalog="/OpenAction << /S /JavaScript /JS (1) >>"),
        "paper-pdf-script",
    ),
    "a script for a link": (document(WORDS, page=link("/S /JavaScript /JS (1)")), "paper-pdf-script"),
    "a script after a link": (
        document(WORDS, page=link("/S /URI /URI (https://x.example) /Next << /S /JavaScript /JS (1) >>")),
        "paper-pdf-script",
    ),
    "a script with a name": (
        document(WORDS, catalog="/Names << /JavaScript << /Names [(a) << >>] >> >>"),
        "paper-pdf-script",
    ),
    "a script of a page": (
        document(WORDS, page="/AA << /O << /S /JavaScript /JS (1) >> >>"),
        "paper-pdf-script",
    ),
    "a file within": (
        document(
            WORDS,
            catalog=f"/Names << /EmbeddedFiles << /Names [(a) {FILE}] >> >>",
            more=[stream("/Type /EmbeddedFile", b"x")],
        ),
        "paper-pdf-files",
    ),
    "a file of the document": (
        document(WORDS, catalog=f"/AF [{FILE}]", more=[stream("/Type /EmbeddedFile", b"x")]),
        "paper-pdf-files",
    ),
    "a file pinned to a page": (document(WORDS, page=note("FileAttachment")), "paper-pdf-files"),
    "a film": (document(WORDS, page=note("RichMedia")), "paper-pdf-files"),
    "a collection of files": (document(WORDS, catalog="/Collection << >>"), "paper-pdf-files"),
    "a layer that is off": (
        document(WORDS, catalog="/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>", more=LAYER),
        "paper-pdf-layers",
    ),
    "layers that are off unless": (
        document(WORDS, catalog="/OCProperties << /OCGs [6 0 R] /D << /BaseState /OFF >> >>", more=LAYER),
        "paper-pdf-layers",
    ),
    "a layer for the screen only": (
        document(
            WORDS,
            catalog="/OCProperties << /OCGs [6 0 R] /D << >> >>",
            more=["<< /Type /OCG /Name (a) /Usage << /Print << /PrintState /OFF >> >> >>"],
        ),
        "paper-pdf-layers",
    ),
    "another choice of layers": (
        document(WORDS, catalog="/OCProperties << /OCGs [6 0 R] /D << >> /Configs [<< >>] >>", more=LAYER),
        "paper-pdf-layers",
    ),
    "half of a file": (document(WORDS)[:300], "paper-pdf-unreadable"),
    "no PDF at all": (b"%PDF-1.7\nA letter", "paper-pdf-unreadable"),
    "no page": (document(), "paper-pdf-unreadable"),
}
"""What is refused, and with which message."""


@pytest.mark.parametrize("name", REFUSED)
def test_what_hides_something_is_refused(name: str) -> None:
    """Each thing of the table is refused for its own reason, in one line, and gives no file."""
    raw, code = REFUSED[name]
    cleaned = clean_pdf(raw, TITLE)
    assert [each for each in codes(cleaned) if each != "paper-pdf-without-words"] == [code]
    assert cleaned.is_refused
    said = [str(flaw.wording.at(_place(), **flaw.gaps)) for flaw in cleaned.flaws]
    assert [line for line in said if "\n" in line] == []


def _place() -> Any:
    from problems import Place  # noqa: PLC0415  # one test needs it

    return Place("data/meetings/a.yml")


def test_a_locked_file_is_refused() -> None:
    """A password, also an empty one that only forbids copying, keeps a file from being published."""
    for password in ("", "open sesame"):
        writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(document(WORDS))))
        writer.encrypt(password, "owner", algorithm="RC4-128")
        written = io.BytesIO()
        writer.write(written)
        assert codes(clean_pdf(written.getvalue())) == ["paper-pdf-locked"]


SHOWN = {
    "plain words": document(WORDS),
    "words on a light ground": document(f"0.9 g 70 690 200 30 re f 0 g {WORDS}"),
    "white words on a dark ground": document(
        "0 0 0.4 rg 70 690 200 30 re f BT 1 g /F1 12 Tf 72 700 Td (Visible words here) Tj ET"
    ),
    "a turned page": document(WORDS, page="/Rotate 90"),
    "a page upside down": document(WORDS, page="/Rotate 180"),
    "a cropped margin": document(WORDS, page="/CropBox [50 50 550 750]"),
    "bold made by writing twice": document(f"{WORDS} BT /F1 12 Tf 72.3 700 Td (Visible words here) Tj ET"),
    "a great pale word behind": document(f"BT 0.9 g /F1 90 Tf 60 680 Td (DRAFT) Tj ET 0 g {WORDS}"),
    "words in a form": document(
        "/Fm Do", resources=f"/XObject << /Fm {FIRST_MORE} 0 R >>", more=[form(WORDS)]
    ),
    "a layer that is on": document(WORDS, catalog="/OCProperties << /OCGs [6 0 R] /D << >> >>", more=LAYER),
    "small print": document("BT /F1 5 Tf 72 700 Td (Visible words here) Tj ET"),
}
"""What is published: nothing in it is hidden."""


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_seen_passes(name: str) -> None:
    """An ordinary page is not refused, and its words are read."""
    cleaned = clean_pdf(SHOWN[name], TITLE)
    assert codes(cleaned) == []
    assert "Visible words here" in (cleaned.text or "")


def test_words_under_a_scan_pass_where_the_scan_shows_something() -> None:
    """A scanned page with a layer of words, as scanners make it, may be published."""
    cleaned = clean_pdf(scan("BT 3 Tr /F1 12 Tf 72 700 Td (Scanned words) Tj ET"))
    assert (codes(cleaned), cleaned.pages) == ([], 1)
    assert "Scanned words" in (cleaned.text or "")


@pytest.mark.parametrize("drawn", ["1 w 60 700 m 260 700 l S", ".1 0 0 .1 0 0 cm 9 w 200 200 500 700 re S"])
def test_a_line_or_a_frame_on_a_scan_covers_nothing(drawn: str) -> None:
    """What is thin passes, however large the shape is that it goes round."""
    assert codes(clean_pdf(scan(drawn))) == ["paper-pdf-without-words"]


def test_a_scan_without_words_asks_somebody_to_read_it() -> None:
    """A page that cannot be searched is no error, but somebody is told which it is."""
    cleaned = clean_pdf(scan())
    assert (codes(cleaned), cleaned.is_refused) == (["paper-pdf-without-words"], False)
    assert cleaned.flaws[0].gaps == {"pages": "page 1"}


HIDDEN_DATA = document(
    WORDS,
    catalog=f"/Metadata {FIRST_MORE} 0 R /PieceInfo << /Office (secretpiece) >> /Own (secretown) "
    "/Lang (en-GB) /MarkInfo << /Marked true >>",
    page="/LastModified (secretday) /Thumb 8 0 R /Own2 (secretown) "
    "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /NM (secretname) /T (secretauthor) "
    "/A << /S /Launch /F (secretprogram) >> >>]",
    more=[
        stream("/Type /Metadata /Subtype /XML", b"<secretxmp/>"),
        "<< /Title (secrettitle) /Author (secretauthor) /Producer (secretprogram) >>",
        stream("/Width 1 /Height 1 /Own (secretthumb)", b"secretthumb"),
        "<< /Orphan (secretorphan) >>",
    ],
    trailer=f"/Info {FIRST_MORE + 1} 0 R /ID [(secretid) (secretid)]",
)


def test_what_nobody_sees_is_taken_out() -> None:
    """Properties, XMP, notes of programs, small pictures, ids, orphans, programs to start: nothing stays."""
    assert "secret" in everything_in(HIDDEN_DATA)
    cleaned = clean_pdf(HIDDEN_DATA, TITLE)
    assert codes(cleaned) == []
    assert "secret" not in everything_in(cleaned.content)
    assert "secret" not in (cleaned.text or "")


def test_what_reads_a_page_aloud_stays() -> None:
    """The language and the structure of a document stay, and its title is that of the paper."""
    tagged = document(
        "/P << /MCID 0 >> BDC " + WORDS + " EMC",
        catalog=f"/Lang (en-GB) /MarkInfo << /Marked true >> /StructTreeRoot {FIRST_MORE} 0 R",
        page="/StructParents 0",
        more=[
            f"<< /Type /StructTreeRoot /K {FIRST_MORE + 1} 0 R >>",
            f"<< /Type /StructElem /S /P /P {FIRST_MORE} 0 R /Pg 4 0 R /K 0 /Alt (A description) >>",
        ],
    )
    cleaned = clean_pdf(tagged, TITLE)
    reader = pypdf.PdfReader(io.BytesIO(cleaned.content))
    root: Any = reader.trailer["/Root"]
    assert (root["/Lang"], bool(root["/MarkInfo"]["/Marked"])) == ("en-GB", True)
    assert root["/StructTreeRoot"]["/K"]["/S"] == "/P"
    assert reader.metadata == {"/Title": TITLE}
    assert "A description" in (cleaned.text or "")


def test_an_earlier_version_does_not_stay() -> None:
    """What a quick save left of the page before is not in the file any more."""
    raw = with_earlier_version(WORDS, "BT /F1 12 Tf 72 700 Td (secretbefore) Tj ET")
    assert "secretbefore" in everything_in(raw)
    cleaned = clean_pdf(raw)
    assert "Visible words here" in (cleaned.text or "")
    assert "secretbefore" not in everything_in(cleaned.content)


def test_what_a_page_may_draw_and_does_not_is_left_out() -> None:
    """A page cut out of a longer file does not bring along what the other pages showed."""
    raw = document(
        f"{WORDS} /Used Do",
        resources=f"/XObject << /Used {FIRST_MORE} 0 R /Unused {FIRST_MORE + 1} 0 R >>",
        more=[form("BT /F1 9 Tf 72 600 Td (Used) Tj ET"), form("BT /F1 9 Tf 72 600 Td (secretpage) Tj ET")],
    )
    content = everything_in(clean_pdf(raw).content)
    assert ("Used" in content, "secretpage" in content) == (True, False)


def test_pages_that_are_not_shown_are_left_out() -> None:
    """Bookmarks and the structure of a page that was taken out do not bring it back, nor its descriptions."""
    other = FIRST_MORE
    raw = document(
        WORDS,
        catalog=f"/StructTreeRoot {other + 2} 0 R /OpenAction [{other} 0 R /Fit]",
        more=[
            f"<< /Type /Page /MediaBox [0 0 9 9] /Contents {other + 1} 0 R >>",
            stream("", b"BT (secretpage) Tj ET"),
            f"<< /Type /StructTreeRoot /K {other + 3} 0 R >>",
            f"<< /Type /StructElem /S /Figure /Pg {other} 0 R /Alt (secretalt) /ActualText (secretsaid) >>",
        ],
    )
    assert "secret" not in everything_in(clean_pdf(raw).content)


def test_pictures_in_a_page_lose_their_data() -> None:
    """What a camera wrote into a picture of a page does not stay, and the picture does."""
    raw = scan()
    content = clean_pdf(raw).content
    assert (b"secretcamera" in raw, b"secretcomment" in raw) == (True, True)
    assert (b"secretcamera" in content, b"secretcomment" in content) == (False, False)
    page = pypdf.PdfReader(io.BytesIO(content)).pages[0]
    assert page.images[0].image is not None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b"\xff\xda\0\x04ab points"),
        (b"\xff\xff\x01", b"\xff\xda\0\x04ab points"),
        (b"\xff\xdb\0\x04ab", b"nothing that is a mark"),
    ],
    ids=["points", "padding and a mark alone", "damage"],
)
def test_only_the_data_of_a_picture_go_and_its_points_stay_as_they_are(before: bytes, after: bytes) -> None:
    """Decoding and encoding again would lose points."""
    data = b"\xff\xe1\0\x08secret\xff\xfe\0\x08secret"
    assert points_of(b"\xff\xd8" + before + data + after) == b"\xff\xd8" + before + after


def test_links_to_the_web_stay_and_others_lose_their_target() -> None:
    """A link leads to a page of the web or of the same file, and never to a file of somebody's machine."""
    web = clean_pdf(document(WORDS, page=link("/S /URI /URI (https://www.larkmere.example/a)")))
    own = clean_pdf(document(WORDS, page=link("/S /URI /URI (file:///C:/secretfolder)")))
    assert "https://www.larkmere.example/a" in (web.text or "")
    assert "secretfolder" not in everything_in(own.content)


def test_text_for_reading_aloud_is_searched() -> None:
    """Words that only a screen reader says are among the words of the file."""
    said = "/Span << /ActualText (Said aloud) >> BDC " + WORDS + " EMC"
    assert "Said aloud" in (clean_pdf(document(said)).text or "")


def test_the_same_file_gives_the_same_bytes() -> None:
    """Nothing of the day, of the machine or of chance goes into a file."""
    assert clean_pdf(HIDDEN_DATA, TITLE).content == clean_pdf(HIDDEN_DATA, TITLE).content
    first = pypdf.PdfReader(io.BytesIO(clean_pdf(HIDDEN_DATA, TITLE).content))
    assert "/ID" not in first.trailer


def test_pages_are_counted_and_told() -> None:
    """Somebody who waits for a long file is told each page; the hidden words of all pages are one line."""
    hiding = f"{WORDS} BT 3 Tr /F1 12 Tf 72 600 Td (Hidden) Tj ET"
    told: list[tuple[int, int]] = []
    cleaned = clean_pdf(
        document(WORDS, hiding, WORDS, hiding), progress=lambda done, of: told.append((done, of))
    )
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert [dict(flaw.gaps) for flaw in cleaned.flaws] == [{"pages": "pages 2 and 4"}]


def test_hidden_words_are_never_in_a_message() -> None:
    """A message names pages; the words are for `--show-text` alone."""
    cleaned = clean_pdf(REFUSED["words under a filled box"][0])
    problem = cleaned.flaws[0].at(_place())
    assert "Under" not in str(problem)
    assert problem.private_text == "Under it"


@pytest.mark.long
def test_two_hundred_pages_are_looked_at() -> None:
    """A long file is no other case than a short one, and the one page that hides a word is found."""
    hiding = f"{WORDS} BT 3 Tr /F1 12 Tf 72 600 Td (Hidden) Tj ET"
    cleaned = clean_pdf(document(*[WORDS] * 199, hiding))
    assert [dict(flaw.gaps) for flaw in cleaned.flaws] == [{"pages": "page 200"}]
