"""Whatever has to be opened is read to its last place; what cannot be read is a finding."""

from __future__ import annotations

import base64
import gzip
import io
import logging
import os
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from redaction.opening import pdfs
from redaction.opening.opened import LARGEST
from redaction.opening.pdfs import open_pdf
from redaction.opening.search_files import texts_in_cbor
from redaction.opening.views import Views, views_of
from redaction.searching.folding import fold
from tests.redaction.files import (
    PLAIN_PAGE,
    packed,
    pdf,
    photograph,
    png,
    search_file,
    stream,
    tarred,
    updated,
    zipped,
)

HIDDEN = "the secretchildren of Wharf Lane"
CODE = HIDDEN.encode()
WIDE = b"\xfe\xff" + HIDDEN.encode("utf-16-be")
OFF = b"/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>"
XMP = b"<x:xmpmeta><dc:title>the secret&#99;hildren of Wharf Lane</dc:title></x:xmpmeta>"


def shown(words: bytes, more: bytes = b"") -> bytes:
    """Return the content of a page with words that no plain search of the bytes finds."""
    half = len(words) // 2
    return b"BT /F1 12 Tf 20 100 Td %s [(%s)-10(%s)] TJ ET" % (more, words[:half], words[half:])


def noted(entries: bytes) -> bytes:
    return pdf(entries=b"/Annots[7 0 R]", more=[b"<</Type/Annot/Rect[0 0 9 9]" + entries + b">>"])


def in_pdf_file(content: bytes, name: bytes = b"a.txt") -> bytes:
    names = b"/Names<</EmbeddedFiles<</Names[(x) 7 0 R]>>>>"
    return pdf(
        catalog=names,
        more=[b"<</Type/Filespec/F(%s)/EF<</F 8 0 R>>>>" % name, packed(content, b"/Type/EmbeddedFile")],
    )


def cbor(text: str) -> bytes:
    raw = text.encode()
    return b"\x82\x00\xa1\x61t\x78" + bytes([len(raw)]) + raw


HIDING: dict[str, tuple[str, Callable[[], bytes]]] = {
    "the words of a page": ("a.pdf", lambda: pdf(shown(CODE))),
    "words under a black box": ("a.pdf", lambda: pdf(shown(CODE) + b" 0 g 0 0 300 300 re f")),
    "words that are not drawn": ("a.pdf", lambda: pdf(shown(CODE, b"3 Tr"))),
    "words outside the page": ("a.pdf", lambda: pdf(shown(CODE, b"2000 0 Td"))),
    "words cut off by a crop": ("a.pdf", lambda: pdf(shown(CODE), entries=b"/CropBox[0 0 9 9]")),
    "a layer that is switched off": (
        "a.pdf",
        lambda: pdf(b"/OC /L1 BDC " + shown(CODE) + b" EMC", catalog=OFF),
    ),
    "a word parted at the end of a line": (
        "a.pdf",
        lambda: pdf(
            b"BT /F1 12 Tf 20 100 Td (the secret-) Tj 0 -14 Td (children of) Tj 0 -14 Td (Wharf Lane) Tj ET"
        ),
    ),
    "a packed page": ("a.pdf", lambda: pdf(entries=b"/Contents 7 0 R", more=[packed(shown(CODE))])),
    "the properties of a PDF": (
        "a.pdf",
        lambda: pdf(trailer=b"/Info 7 0 R", more=[b"<</Author(%s)>>" % CODE]),
    ),
    "properties in wide letters": (
        "a.pdf",
        lambda: pdf(trailer=b"/Info 7 0 R", more=[b"<</Subject<%s>>>" % WIDE.hex().encode()]),
    ),
    "a property of somebody's own": (
        "a.pdf",
        lambda: pdf(trailer=b"/Info 7 0 R", more=[b"<</Checked#20by(%s)>>" % CODE]),
    ),
    "the XMP of a PDF": (
        "a.pdf",
        lambda: pdf(catalog=b"/Metadata 7 0 R", more=[packed(XMP, b"/Type/Metadata/Subtype/XML")]),
    ),
    "the outline": (
        "a.pdf",
        lambda: pdf(
            catalog=b"/Outlines 7 0 R",
            more=[b"<</First 8 0 R/Last 8 0 R/Count 1>>", b"<</Title(%s)/Parent 7 0 R>>" % CODE],
        ),
    ),
    "a note": ("a.pdf", lambda: noted(b"/Subtype/Text/Contents(%s)" % CODE)),
    "the author of a note": ("a.pdf", lambda: noted(b"/Subtype/Text/T(%s)" % CODE)),
    "the address of a link": (
        "a.pdf",
        lambda: noted(b"/Subtype/Link/A<</S/URI/URI(https://x.example/?q=%s)>>" % CODE.replace(b" ", b"%20")),
    ),
    "the value of a form field": ("a.pdf", lambda: noted(b"/Subtype/Widget/FT/Tx/T(n)/V(%s)" % CODE)),
    "a description for readers": (
        "a.pdf",
        lambda: pdf(more=[b"<</Type/StructElem/S/Figure/Alt(%s)>>" % CODE]),
    ),
    "words for what is drawn": (
        "a.pdf",
        lambda: pdf(b"/Span <</ActualText <%s>>> BDC EMC " % WIDE.hex().encode() + PLAIN_PAGE),
    ),
    "a file in a PDF": ("a.pdf", lambda: in_pdf_file(CODE)),
    "a PDF in a PDF": ("a.pdf", lambda: in_pdf_file(pdf(shown(CODE)), b"a.pdf")),
    "the name of a file in a PDF": ("a.pdf", lambda: in_pdf_file(b"x", CODE + b".txt")),
    "a picture in a PDF": (
        "a.pdf",
        lambda: pdf(
            more=[
                stream(photograph(exif={0x010E: HIDDEN}), b"/Subtype/Image/Width 1/Height 1/Filter/DCTDecode")
            ]
        ),
    ),
    "an object that nothing uses": ("a.pdf", lambda: pdf(more=[b"(%s)" % CODE])),
    "the name of a layer": ("a.pdf", lambda: pdf(more=[b"<</Type/OCG/Name(%s)>>" % CODE])),
    "the title of a photograph": ("a.jpg", lambda: photograph(exif={0x010E: HIDDEN})),
    "the author as Windows writes it": (
        "a.jpg",
        lambda: photograph(exif={0x9C9D: HIDDEN.encode("utf-16-le") + b"\0\0"}),
    ),
    "a remark in wide letters": (
        "a.jpg",
        lambda: photograph(exif={0x9286: b"UNICODE\0" + HIDDEN.encode("utf-16-be")}),
    ),
    "a comment in a JPEG": ("a.jpg", lambda: photograph(comment=CODE)),
    "a comment in a GIF": ("a.gif", lambda: photograph("GIF", comment=CODE)),
    "the data of a WebP": ("a.webp", lambda: photograph("WEBP", exif={0x010E: HIDDEN})),
    "the XMP of a PNG": ("a.png", lambda: png((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP))),
    "a member of an archive": ("a.zip", lambda: zipped(("a.txt", CODE))),
    "the name of a member": ("a.zip", lambda: zipped((f"{HIDDEN}.txt", b"x"))),
    "the comment of an archive": ("a.zip", lambda: zipped(("a.txt", b"x"), comment=CODE)),
    "an archive in an archive": ("a.zip", lambda: zipped(("b.zip", zipped(("a.html", b"<b>" + CODE))))),
    "a picture in an archive": ("a.zip", lambda: zipped(("a.jpg", photograph(comment=CODE)))),
    "a packed tar": ("a.tar.gz", lambda: gzip.compress(tarred(("a.txt", CODE)))),
    "a packed tar with a short name": (
        "a.tgz",
        lambda: gzip.compress(tarred(("a.txt.gz", gzip.compress(CODE)))),
    ),
    "the name of a folder in a tar": ("a.tar", lambda: tarred((f"{HIDDEN}/a.txt", b"x"))),
    "the name in the head of a gzip file": (
        "a.txt.gz",
        lambda: b"\x1f\x8b\x08\x08\0\0\0\0\0\x03" + CODE + b"\0" + gzip.compress(b"x")[10:],
    ),
    "a fragment of the search": (
        "a.pf_fragment",
        lambda: search_file(b'{"content":"the secret\\u0063hildren of Wharf Lane"}'),
    ),
    "the words of the search": ("a.pf_index", lambda: search_file(cbor(HIDDEN))),
    "the titles of the search": ("a.pf_meta", lambda: search_file(cbor(HIDDEN))),
    "a picture written out in a page": (
        "a.html",
        lambda: (
            b'<img src="data:image/png;base64,'
            + code64(png((b"zTXt", b"Title\0\0" + compressed(CODE))))
            + b'">'
        ),
    ),
    "a drawing written out in a style": (
        "a.css",
        lambda: (
            b"a{background:url(data:image/svg+xml;base64,"
            + code64(b"<svg><title>" + b"".join(b"&#%d;" % each for each in CODE) + b"</title></svg>")
            + b")}"
        ),
    ),
    "a calendar with folded base64": (
        "a.ics",
        lambda: b"ATTACH:" + code64(CODE)[:20] + b"\r\n " + code64(CODE)[20:],
    ),
    "a feed with verbatim parts": (
        "feed.xml",
        lambda: b"<title>the secret<![CDATA[children of]]> Wharf Lane</title>",
    ),
    "verbatim markup in a feed": (
        "feed.xml",
        lambda: b"<content><![CDATA[<p>It's the secret<b>children</b> of &#87;harf Lane]]></content>",
    ),
    "escaped markup in a feed": (
        "feed.xml",
        lambda: (
            b"<content type='html'>&lt;p&gt;the secret&lt;b&gt;children&lt;/b&gt; of Wharf Lane</content>"
        ),
    ),
    "lines in JSON-LD": (
        "a.html",
        lambda: b'<script type="application/ld+json">{"d":"the secretchildren\\nof Wharf\\tLane"}</script>',
    ),
    "JSON-LD in a file": ("a.jsonld", lambda: b'{"d":"the secretchildren\\nof Wharf\\tLane"}'),
    "a comment in a drawing": ("a.svg", lambda: b"<svg><!-- " + CODE + b" --></svg>"),
    "a script in a drawing": (
        "a.svg",
        lambda: b"<svg><script>var a='the secretchildren\\nof Wharf Lane'</script></svg>",
    ),
}
"""Where a file can hide words: the name of the file, and what makes it."""


def code64(raw: bytes) -> bytes:
    return base64.b64encode(raw)


def compressed(raw: bytes) -> bytes:
    return zlib.compress(raw)


def words_of(views: Views) -> str:
    """Return everything that is searched for a file, folded."""
    each = (views, *views.inside)
    return "\n".join(fold(text) for one in each for text in (*one.readings, one.name))


@pytest.mark.parametrize("place", HIDING)
def test_words_in_every_place_of_a_file_are_read(place: str) -> None:
    """Wherever in a file a passage stands, it is among the texts that are searched."""
    name, make = HIDING[place]

    assert fold(HIDDEN) in words_of(views_of(name, make()))


CLEAN: dict[str, Callable[[], bytes]] = {
    "a.pdf": pdf,
    "a.png": png,
    "a.jpg": photograph,
    "b.gif": lambda: photograph("GIF"),
    "b.webp": lambda: photograph("WEBP"),
    "b.ico": lambda: photograph("ICO"),
    "a.zip": lambda: zipped(("a/", b""), ("a/b.txt", b"Partners met.")),
    "a.tar": lambda: tarred(("b.txt", b"Partners met.")),
    "a.tar.gz": lambda: gzip.compress(tarred(("b.txt", b"Partners met."))),
    "a.pf_index": lambda: search_file(b"\x80"),
}


@pytest.mark.parametrize("name", CLEAN)
def test_an_ordinary_file_is_no_problem(name: str) -> None:
    assert views_of(name, CLEAN[name]()).problems == ()


def locked() -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf())))
    writer.encrypt("a word", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def openly_locked() -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf())))
    writer.encrypt("", "a word", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def password_zip() -> bytes:
    """Return a zip archive whose member says that it is protected."""
    raw = bytearray(zipped(("a.txt", b"x")))
    for sign, step in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(sign) + step] |= 1
    return bytes(raw)


def linking_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entry = zipfile.ZipInfo("a")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "elsewhere")
    return out.getvalue()


def nested(times: int) -> bytes:
    raw = b"words"
    name = "a.txt"
    for _ in range(times):
        raw, name = zipped((name, raw)), "a.zip"
    return raw


PLACE = {0x8825: {1: "N", 2: (51.0, 30.0, 0.0)}}
BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a PDF behind a password": ("a.pdf", locked, "pdf-locked"),
    "a PDF that only its owner may change": ("a.pdf", openly_locked, "pdf-locked"),
    "a broken PDF": ("a.pdf", lambda: b"%PDF-1.7\nwords", "pdf-unreadable"),
    "half a PDF": ("a.pdf", lambda: pdf()[:300], "pdf-unreadable"),
    "a PDF with an earlier version": ("a.pdf", lambda: updated(pdf(shown(CODE)), PLAIN_PAGE), "pdf-remains"),
    "a PDF with a script": (
        "a.pdf",
        lambda: pdf(catalog=b"/OpenAction<</S/JavaScript/JS(app.alert)>>"),
        "pdf-acts",
    ),
    "a PDF that starts a program": ("a.pdf", lambda: noted(b"/Subtype/Link/A<</S/Launch/F(x)>>"), "pdf-acts"),
    "a scanned PDF": ("a.pdf", lambda: pdf(b"0 g 0 0 9 9 re f"), "pdf-without-words"),
    "an unknown file in a PDF": ("a.pdf", lambda: in_pdf_file(b"PK", b"a.docx"), "site-unknown-type"),
    "a broken picture": ("a.png", lambda: b"\x89PNG\r\n\x1a\nwords", "picture-unreadable"),
    "an archive after a PNG": ("a.png", lambda: png() + zipped(("a.txt", b"x")), "picture-followed"),
    "an archive after a JPEG": ("a.jpg", lambda: photograph() + zipped(("a", b"x")), "picture-followed"),
    "an archive after a padded JPEG": (
        "a.jpg",
        lambda: photograph()[:2] + b"\xff" + photograph()[2:] + zipped(("a", b"x")),
        "picture-followed",
    ),
    "an archive after a GIF": ("a.gif", lambda: photograph("GIF") + zipped(("a", b"x")), "picture-followed"),
    "an archive after a WebP": (
        "a.webp",
        lambda: photograph("WEBP") + zipped(("a", b"x")),
        "picture-followed",
    ),
    "a photograph with its place": ("a.jpg", lambda: photograph(exif=PLACE), "picture-place"),
    "a broken zip": ("a.zip", lambda: b"PK\x03\x04 words", "packed-unreadable"),
    "a damaged member": (
        "a.zip",
        lambda: zipped(("a.txt", b"words" * 9)).replace(b"\x2b\xcf", b"\xff\xff"),
        "packed-unreadable",
    ),
    "a zip behind a password": ("a.zip", password_zip, "packed-unreadable"),
    "a link in a zip": ("a.zip", linking_zip, "packed-link"),
    "a link in a tar": ("a.tar", lambda: tarred(("a.txt", b"x"), link="/etc"), "packed-link"),
    "a broken tar": ("a.tar", lambda: b"words", "packed-unreadable"),
    "an unknown type in a zip": ("a.zip", lambda: zipped(("a.exe", b"x")), "site-unknown-type"),
    "a file without an end in a zip": ("a.zip", lambda: zipped(("words", b"x")), "site-unknown-type"),
    "a bomb": ("a.zip", lambda: zipped(("a.txt", bytes(LARGEST + 1))), "packed-too-large"),
    "a bomb of two": (
        "a.zip",
        lambda: zipped(*[(f"{n}.txt", bytes(LARGEST // 2 + 1)) for n in "ab"]),
        "packed-too-large",
    ),
    "a bomb of many": (
        "a.zip",
        lambda: zipped(*[(f"{n}.txt", b"") for n in range(2001)]),
        "packed-too-large",
    ),
    "a bomb in archives": (
        "a.zip",
        lambda: zipped(*[(f"{n}.zip", zipped(("a.txt", bytes(LARGEST // 2 + 1)))) for n in "ab"]),
        "packed-too-large",
    ),
    "a bomb in a gzip file": ("a.txt.gz", lambda: gzip.compress(bytes(LARGEST + 1)), "packed-too-large"),
    "a tar of many": ("a.tar", lambda: tarred(*[(f"{n}.txt", b"") for n in range(2001)]), "packed-too-large"),
    "archives in archives": ("a.zip", lambda: nested(5), "packed-too-deep"),
    "a search file of another form": ("a.pf_index", lambda: gzip.compress(b"\x80"), "packed-unreadable"),
    "a search file with words behind": ("a.pf_index", lambda: search_file(b"\x80words"), "packed-unreadable"),
    "half a search file": ("a.pf_meta", lambda: search_file(b"\x82\x61a"), "packed-unreadable"),
    "a search file that is damaged": ("a.pf_index", lambda: b"\x1f\x8b\x08words", "packed-unreadable"),
    "a page of broken letters": ("a.html", lambda: b"<p>\xff\xfe words</p>", "site-not-text"),
    "a page that is too large": ("a.html", lambda: bytes(LARGEST + 1), "site-too-large"),
    "a font that is not the theme's": ("a.woff2", lambda: b"wOF2", "site-unknown-type"),
    "a damaged file written out in a page": (
        "a.html",
        lambda: b"<a href='data:application/pdf;base64,%s'>x</a>" % base64.b64encode(b"%PDF-1.7 words"),
        "pdf-unreadable",
    ),
    "a file written out in a page in half a sign": (
        "a.html",
        lambda: b"<a href='data:application/pdf;base64,A'>x</a>",
        "site-unknown-type",
    ),
    "an unknown file written out in a page": (
        "a.html",
        lambda: b"<a href='data:application/msword;base64,AAAA'>x</a>",
        "site-unknown-type",
    ),
}
"""What is a finding whatever it says: the name of the file, what makes it, and the code."""


@pytest.mark.parametrize("trick", BAD)
def test_what_cannot_be_read_to_its_end_is_a_finding(trick: str) -> None:
    name, make, code = BAD[trick]

    assert code in {wording.code for wording in views_of(name, make()).problems}


def test_a_pdf_of_more_than_can_be_searched_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each packed part may be small enough; together they are not."""
    monkeypatch.setattr(pdfs, "LARGEST", 10_000)
    parts = [packed(bytes(6_000)), packed(bytes(6_000))]

    assert [
        [wording.code for wording in views_of("a.pdf", pdf(more=parts[:count])).problems] for count in (1, 2)
    ] == [[], ["packed-too-large"]]


def test_a_packed_picture_and_wide_letters_in_a_pdf_are_read() -> None:
    """The points of a packed picture say nothing and are passed over; bytes that are no text are read."""
    points = packed(CODE, b"/Subtype/Image/Width 5/Height 6/BitsPerComponent 8/ColorSpace/DeviceGray")
    raw = pdf(more=[points, b"<</Odd<80%s80>>>" % CODE.hex().encode()])

    assert fold(HIDDEN) in words_of(views_of("a.pdf", raw))
    assert fold(HIDDEN) not in words_of(views_of("a.pdf", pdf(more=[points])))


def test_what_a_library_says_of_a_damaged_file_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    """A log is kept, and what is damaged may be secret."""
    caplog.set_level(logging.DEBUG)
    open_pdf(pdf(trailer=b"/Info 9 0 R").replace(b"xref\n0 7", b"xref\n0 9"))
    open_pdf(pdf(more=[b"<</A(%s" % CODE]))

    assert caplog.records == []


@given(
    st.recursive(
        st.text() | st.integers(0, 2**60), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_every_text_of_a_cbor_value_is_found(value: object) -> None:
    """Keys and values, at any depth."""

    def head(sort: int, number: int) -> bytes:
        return bytes([sort * 32 + 27]) + number.to_bytes(8, "big")

    def written(each: object) -> bytes:
        if isinstance(each, str):
            return head(3, len(each.encode())) + each.encode()
        if isinstance(each, list):
            return head(4, len(each)) + b"".join(map(written, each))
        if isinstance(each, dict):
            return head(5, len(each)) + b"".join(written(one) for pair in each.items() for one in pair)
        assert isinstance(each, int)
        return head(0, each)

    def texts(each: object) -> list[str]:
        if isinstance(each, str):
            return [each]
        if isinstance(each, list):
            return [text for one in each for text in texts(one)]
        return (
            [t for pair in each.items() for one in pair for t in texts(one)] if isinstance(each, dict) else []
        )

    assert list(texts_in_cbor(written(value))) == texts(value)


@given(st.binary(max_size=60))
def test_any_bytes_are_a_value_or_a_problem(raw: bytes) -> None:
    """No bytes end in anything but texts or a finding."""
    for name in ("a.pf_index", "a.zip", "a.tar", "a.pdf", "a.png", "a.gif", "a.jpg"):
        start = {
            "zip": b"PK",
            "pdf": b"%PDF-",
            "png": b"\x89PNG\r\n\x1a\n",
            "gif": b"GIF8",
            "jpg": b"\xff\xd8\xff",
        }
        content = search_file(raw) if name == "a.pf_index" else start.get(name[2:], b"") + raw
        assert views_of(name, content).name == name


def test_the_command_starts_without_the_libraries_that_open_files() -> None:
    """They are slow to load, and most commands open none."""
    code = "import sys, cli.main; print({'pypdf', 'pypdfium2', 'PIL', 'tarfile'} & {*sys.modules})"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ}
    )

    assert run.stdout == "set()\n"
