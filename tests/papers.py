"""Small PDFs written by hand, object by object, so that a test says exactly what is in each."""

from __future__ import annotations

import io
from collections.abc import Iterable
from string import ascii_letters

from PIL import Image, ImageDraw

WORDS = "BT /F1 12 Tf 72 700 Td (Visible words here) Tj ET\n"
"""A page with one line of words."""

_FIRST_PAGE = 4
FIRST_MORE = 6
"""The number of the first object under `more`, where there is one page."""


def document(
    *contents: str,
    page: str = "",
    catalog: str = "",
    resources: str = "",
    more: Iterable[bytes | str] = (),
    trailer: str = "",
) -> bytes:
    """Return a PDF with one page for each content, and what else is to stand in its objects."""
    numbers = [_FIRST_PAGE + 2 * position for position in range(len(contents))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects: list[bytes | str] = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in zip(numbers, contents, strict=True):
        objects += [
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R "
                f"/Resources << /Font << /F1 3 0 R >> {resources} >> {page} >>"
            ),
            stream("", content.encode("latin-1")),
        ]
    return _file([*objects, *more], trailer)


def stream(entries: str, content: bytes) -> bytes:
    """Return a stream object with these entries."""
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries.encode(), len(content), content)


def form(content: str, box: str = "0 0 595 842") -> bytes:
    """Return something that a page can draw as one: a form object."""
    entries = f"/Type /XObject /Subtype /Form /BBox [{box}] /Resources << /Font << /F1 3 0 R >> >>"
    return stream(entries, content.encode())


def with_earlier_version(newer: str, older: str) -> bytes:
    """Return a PDF that shows newer words and keeps an older page, as a program leaves that saves fast."""
    first = document(older)
    content = stream("", newer.encode())
    place = len(first)
    table = first.rindex(b"startxref\n") + len(b"startxref\n")
    before = int(first[table:].split()[0])
    changed = b"5 0 obj\n%s\nendobj\n" % content
    after = place + len(changed)
    return (
        first
        + changed
        + b"xref\n5 1\n%010d 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev %d >>\n" % (place, before)
        + b"startxref\n%d\n%%%%EOF\n" % after
    )


def scan(over: str = "", *, is_black: bool = False, resources: str = "") -> bytes:
    """Return a scanned page: a picture of words, and `over` it what a page can draw with its resources."""
    picture = Image.new("RGB", (595, 842), "white")
    drawing = ImageDraw.Draw(picture)
    drawing.text((72, 130), "Scanned words", fill="black", font_size=12)
    if is_black:
        drawing.rectangle((60, 120, 300, 160), fill="black")
    written = io.BytesIO()
    data = Image.Exif()
    data[0x010E] = "secretcamera"
    picture.save(written, "JPEG", exif=data, comment=b"secretcomment")
    entries = (
        "/Type /XObject /Subtype /Image /Width 595 /Height 842 /ColorSpace /DeviceRGB "
        "/BitsPerComponent 8 /Filter /DCTDecode"
    )
    return document(
        f"q 595 0 0 842 0 0 cm /Im Do Q {over}",
        resources=f"/XObject << /Im {FIRST_MORE} 0 R >> {resources}",
        more=[stream(entries, written.getvalue())],
    )


MEANING = ("fi", "secret", "fx", "tt")
"""What the signs 1, 2 and so on of `with_squares` mean to a program, beside letters that mean themselves."""


def with_squares(content: str) -> bytes:
    """Return a page with words, and `content` in a font (F2) that draws each sign as the same square.

    So two letters written in one place have the very same box, as those of a ligature do.
    """
    signs = [*enumerate(MEANING, 1), *((ord(letter), letter) for letter in ascii_letters)]
    means = "".join(f"<{code:02x}> <{meant.encode('utf-16-be').hex()}>\n" for code, meant in signs)
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(signs)} beginbfchar\n{means}endbfchar\n"
        "endcmap end end"
    )
    drawn = " ".join(f"{code} /square" for code, _ in signs)
    last = max(code for code, _ in signs)
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 800 800] /FontMatrix [.001 0 0 .001 0 0] "
        f"/CharProcs << /square {FIRST_MORE + 1} 0 R >> /Encoding << /Differences [{drawn}] >> "
        f"/FirstChar 0 /LastChar {last} /Widths [{'1000 ' * (last + 1)}] /ToUnicode {FIRST_MORE + 2} 0 R "
        "/Resources << >> >>"
    )
    entries = (
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
        f"/Resources << /Font << /F2 {FIRST_MORE + 3} 0 R >> >>"
    )
    return document(
        f"{WORDS} /Fm Do",
        resources=f"/XObject << /Fm {FIRST_MORE} 0 R >>",
        more=[
            stream(entries, content.encode()),
            stream("", b"1000 0 0 0 800 800 d1 0 0 800 800 re f"),
            stream("", table.encode()),
            font,
        ],
    )


def _file(objects: list[bytes | str], trailer: str) -> bytes:
    written = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(written))
        content = each if isinstance(each, bytes) else each.encode("latin-1")
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    written += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n".encode()
    return written + b"startxref\n%d\n%%%%EOF\n" % table
