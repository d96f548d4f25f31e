"""The files that the cases plant, by the names by which they are called there."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable
from io import BytesIO
from urllib.parse import quote

from tests.papers import FIRST_MORE, WORDS, document, stream, with_earlier_version
from tests.redaction.files import photograph, png, search_file, zipped


def _said(secret: str, more: str = "") -> str:
    return f"BT {more} /F1 12 Tf 72 600 Td ({secret}) Tj ET"


def _note(kind: str, secret: str) -> str:
    return f"/Annots [<< /Type /Annot /Subtype /{kind} /Rect [0 0 9 9] /Contents ({secret}) >>]"


def _with_file(secret: str) -> bytes:
    return document(
        WORDS,
        catalog=f"/Names << /EmbeddedFiles << /Names [(a) {FIRST_MORE + 1} 0 R] >> >>",
        more=[
            stream("/Type /EmbeddedFile", secret.encode()),
            f"<< /Type /Filespec /F (a.txt) /EF << /F {FIRST_MORE} 0 R >> >>",
        ],
    )


def _with_layer(secret: str) -> bytes:
    return document(
        f"{WORDS} /OC /L1 BDC {_said(secret)} EMC",
        catalog=f"/OCProperties << /OCGs [{FIRST_MORE} 0 R] /D << /OFF [{FIRST_MORE} 0 R] >> >>",
        resources=f"/Properties << /L1 {FIRST_MORE} 0 R >>",
        more=["<< /Type /OCG /Name (Older) >>"],
    )


def _office(secret: str) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("word/document.xml", secret)
    return written.getvalue()


MADE: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "a PDF with words under a box": (
        "pdf",
        lambda secret: document(f"{WORDS} {_said(secret)} 0 g 60 590 400 30 re f"),
    ),
    "a PDF with white words": ("pdf", lambda secret: document(f"{WORDS} {_said(secret, '1 g')}")),
    "a PDF with words outside the page": (
        "pdf",
        lambda secret: document(f"{WORDS} BT /F1 12 Tf 72 900 Td ({secret}) Tj ET"),
    ),
    "a PDF with a comment": ("pdf", lambda secret: document(WORDS, page=_note("Text", secret))),
    "a PDF with a square laid over": ("pdf", lambda secret: document(WORDS, page=_note("Square", secret))),
    "a PDF with a form": (
        "pdf",
        lambda secret: document(WORDS, catalog=f"/AcroForm << /Fields [<< /T (a) /V ({secret}) >>] >>"),
    ),
    "a PDF with a script": (
        "pdf",
        lambda secret: document(WORDS, catalog=f"/OpenAction << /S /JavaScript /JS ({secret}) >>"),
    ),
    "a PDF with a file within": ("pdf", _with_file),
    "a PDF with a hidden layer": ("pdf", _with_layer),
    "half a PDF": ("pdf", lambda secret: document(_said(secret))[:300]),
    "a PDF that says the secret": ("pdf", lambda secret: document(_said(secret))),
    "a PDF of the secret": ("pdf", lambda secret: document(_said(secret))),
    "a table that says the secret": ("csv", lambda secret: f"name,town\nOne,{secret}\n".encode()),
    "an Office file named PDF": ("pdf", _office),
    "a drawing": ("svg", lambda secret: f"<svg><desc>{secret}</desc></svg>".encode()),
    "a PDF with properties": (
        "pdf",
        lambda secret: document(WORDS, more=[f"<< /Author ({secret}) >>"], trailer=f"/Info {FIRST_MORE} 0 R"),
    ),
    "a PDF with metadata": (
        "pdf",
        lambda secret: document(
            WORDS,
            catalog=f"/Metadata {FIRST_MORE} 0 R",
            more=[stream("/Type /Metadata /Subtype /XML", f"<x>{secret}</x>".encode())],
        ),
    ),
    "a PDF with an earlier version": ("pdf", lambda secret: with_earlier_version(WORDS, _said(secret))),
    "a PDF with something unused": (
        "pdf",
        lambda secret: document(WORDS, more=[f"<< /Orphan ({secret}) >>"]),
    ),
    "a photograph": (
        "jpg",
        lambda secret: photograph(exif={0x010E: secret, 0x013B: secret}, comment=secret.encode()),
    ),
    "a picture with words behind it": ("png", lambda secret: photograph("PNG") + secret.encode()),
    "a picture": ("png", lambda _: png()),
    "a picture of the secret": ("png", lambda secret: png((b"tEXt", b"Comment\0" + secret.encode()))),
    "an archive of the secret": ("zip", lambda secret: zipped(("a.txt", secret.encode()))),
    "a file of the search": (
        "pf_fragment",
        lambda secret: search_file(b'{"content":"%s"}' % secret.encode()),
    ),
    "a packed map of the site": (
        "gz",
        lambda secret: gzip.compress(f"<urlset><loc>/{quote(secret)}/</loc></urlset>".encode(), mtime=0),
    ),
}
"""The ending of each file, and what makes it of the phrase that is to be hidden."""
