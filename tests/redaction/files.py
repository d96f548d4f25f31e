"""Files for tests, made here: PDFs, pictures and archives that hide words in all their places."""

from __future__ import annotations

import gzip
import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterable

PLAIN_PAGE = b"BT /F1 12 Tf 20 100 Td (Partners met.) Tj ET"


def pdf(
    page: bytes = PLAIN_PAGE,
    *,
    catalog: bytes = b"",
    entries: bytes = b"",
    more: Iterable[bytes] = (),
    trailer: bytes = b"",
) -> bytes:
    """Return a PDF of one page.

    `page` is its content, `catalog` and `entries` are added to the dictionaries of the file and the page, and
    `more` are objects from number 7 on. Object 6 is a layer.
    """
    objects = [
        b"<</Type/Catalog/Pages 2 0 R" + catalog + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>/Properties<</L1 6 0 R>>>>" + entries + b">>",
        stream(page),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/OCG/Name(Layer)>>",
        *more,
    ]
    out = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n" % size + table
    end += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(out))
    return out + end


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return an object of a PDF that holds bytes."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), entries, content)


def packed(content: bytes, entries: bytes = b"") -> bytes:
    """Return an object of a PDF that holds bytes packed."""
    return stream(zlib.compress(content), b"/Filter/FlateDecode" + entries)


def updated(raw: bytes, page: bytes) -> bytes:
    """Return a PDF in which the content of the page was replaced the usual way: the old one stays."""
    place = len(raw)
    new = b"4 0 obj\n" + stream(page) + b"\nendobj\n"
    table = b"xref\n4 1\n%010d 00000 n \n" % place
    root = b"trailer<</Size 7/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    return raw + new + table + root % (raw.rindex(b"xref\n0"), place + len(new))


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """Return a PNG of one grey pixel with more chunks."""
    body = b"\x89PNG\r\n\x1a\n"
    picture = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        *chunks,
        (b"IDAT", zlib.compress(b"\0\0")),
        (b"IEND", b""),
    )
    for name, content in picture:
        body += struct.pack(">I", len(content)) + name + content
        body += struct.pack(">I", zlib.crc32(name + content))
    return body


def photograph(kind: str = "JPEG", *, exif: dict[int, object] | None = None, **options: object) -> bytes:
    """Return a picture of one pixel as Pillow saves it, with data of a camera by their numbers."""
    from PIL import Image  # noqa: PLC0415  # only few tests need it

    picture = Image.new("RGB", (1, 1))
    out = io.BytesIO()
    if exif is not None:
        data = Image.Exif()
        for number, value in exif.items():
            data[number] = value
        options["exif"] = data
    picture.save(out, kind, **options)
    return out.getvalue()


def zipped(*files: tuple[str, bytes], comment: bytes = b"") -> bytes:
    """Return a zip archive, packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, content in files:
            archive.writestr(name, content)
    return out.getvalue()


def tarred(*files: tuple[str, bytes], link: str = "") -> bytes:
    """Return a tar archive; with a link to this, if it is given."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in files:
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
        if link:
            entry = tarfile.TarInfo("link")
            entry.type, entry.linkname = tarfile.SYMTYPE, link
            archive.addfile(entry)
    return out.getvalue()


def search_file(content: bytes) -> bytes:
    """Return a file of the search as Pagefind packs it."""
    return gzip.compress(b"pagefind_dcd" + content, mtime=0)
