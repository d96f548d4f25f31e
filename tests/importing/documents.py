"""Invented documents, made anew for each test: drafts of text, Word files with every oddity, pages, PDFs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from problems import Problem
from records.importing.drafting.drafts import Draft, draft_of, problems_in
from records.importing.drafting.meetings import Told
from records.importing.readers.opening import opened
from records.importing.recognising.known import Known, KnownPerson
from records.importing.recognising.names import folded

KNOWN = Known(
    people=(
        KnownPerson(
            "marlowe", "Ada Marlowe", frozenset({folded("Ada Marlowe")}), "AM", (("council/head", "", ""),)
        ),
        KnownPerson("quist", "Bram Quist", frozenset({folded("Bram Quist")}), "BQ"),
        KnownPerson("tarn-cleo", "Cleo Tarn", frozenset({folded("Cleo Tarn")}), ""),
        KnownPerson("tarn-other", "Cleo Tarn", frozenset({folded("Cleo Tarn")}), ""),
    ),
    bodies={"harbour council": "council", "hc": "council"},
    groups={"executive": "executive", "learning group": "learning"},
    posts={"head of early help": ("council/head",)},
    partnership=("harbour safeguarding partnership",),
    actions={"7.2": ("2026-01-15-executive/form",)},
)
"""What a made-up partnership has on record; two of its people have one name."""

HEAD = """\
Harbour Safeguarding Partnership Executive meeting
Date: Thursday 12 March 2026
Time: 2pm - 4.10pm
Venue: Room 4, Wharf House
Present: Ada Marlowe (AM) (Chair), Dov Ashby (DA), Esme Loft (EL)
Apologies: Bram Quist

"""
"""The beginning of ordinary minutes."""


def draft(text: str, tmp_path: Path, name: str = "minutes.txt", known: Known = KNOWN) -> Draft:
    """Return the draft of a text, which must be valid and lose no word."""
    return draft_of_bytes(text.encode(), tmp_path, name, known)


def draft_of_bytes(raw: bytes, tmp_path: Path, name: str, known: Known = KNOWN) -> Draft:
    """Return the draft of a file, which must be valid and lose no word."""
    path = tmp_path / name
    path.write_bytes(raw)
    source = opened(path, name)
    assert not isinstance(source, Problem), source
    made = draft_of(source, known, Told(name), lambda _text: ())
    assert isinstance(made, Draft), made
    assert problems_in(made, "data/meetings/x.yml") == ()
    assert made.lost == ()
    return made


def asked(made: Draft) -> set[str]:
    """Return the kinds of questions in a draft."""
    return {question.wording.code.removeprefix("import-") for question in made.questions}


def items(made: Draft) -> list[dict[str, Any]]:
    """Return the items of a draft."""
    found: list[dict[str, Any]] = made.values["items"]
    return found


W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)


def paragraph(*runs: str, properties: str = "") -> str:
    """Return a paragraph of Word; a run that is no XML is plain words."""
    told = "".join(run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{told}</w:p>"


def bold(words: str) -> str:
    """Return a run of bold words."""
    return f"<w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r>"


def table(*rows: Iterable[str]) -> str:
    """Return a table of Word; a cell that is no XML is one paragraph."""
    cells = (
        "".join(f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in row)
        for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def word(*body: str, **parts: str | bytes) -> bytes:
    """Return a Word file with this body; in names of further parts `__` is a stroke and `_` a dot."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {W}><w:body>{''.join(body)}</w:body></w:document>",
    }
    files |= {name.replace("__", "/").replace("_", "."): content for name, content in parts.items()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return stream.getvalue()


def word_of(text: str) -> bytes:
    """Return a Word file with a paragraph for each line of a text; tabs make cells."""
    body: list[str] = []
    rows: list[list[str]] = []
    for line in text.split("\n"):
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            body.append(table(*rows))
            rows = []
        if line.strip():
            body.append(paragraph(_escaped(line)))
    return word(*body, *([table(*rows)] if rows else []))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def pdf(markup: str) -> bytes:
    """Return a PDF of a text in the markup of Typst."""
    import typst  # noqa: PLC0415 (it is large, and few tests need it)

    made = typst.compile(markup.encode())
    assert isinstance(made, bytes)
    return made


def blank_pdf(pages: int, password: str = "") -> bytes:
    """Return a PDF of empty pages."""
    from pypdf import PdfWriter  # noqa: PLC0415 (few tests need it)

    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()
