"""Opening a file to be imported: its format is told by its content, and nothing in it is executed."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from problems import Place, Problem
from records.importing import import_messages as messages
from records.importing.paragraphs.blocks import Source, blocks_in
from records.importing.readers.bounding import bounded
from records.importing.readers.markdown_files import read_markdown
from records.importing.readers.refusals import Refusal
from records.importing.readers.text_files import read_text

LARGEST = 40_000_000
"""The largest file that is opened, in bytes. Scans are larger, and hold no text."""

LARGEST_TEXT = 4_000_000
"""The largest file of text, in bytes."""

MOST_WORDS = 60_000
"""How many words one record can hold; 100 pages have some 50,000."""

ENDINGS = {
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".pdf": "pdf",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".txt": "txt",
    ".text": "txt",
}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def opened(path: Path, label: str) -> Source | Problem:
    """Return what a file holds, or the one problem for which it is not imported; `label` is its name."""
    try:
        return _opened(path)
    except Refusal as refusal:
        return refusal.at(Place(label))
    except (RecursionError, MemoryError):
        return messages.DAMAGED.at(Place(label))


def _opened(path: Path) -> Source:
    raw = _bytes(path)
    if not raw.strip(b" \t\r\n\x0c\x00"):
        raise Refusal(messages.EMPTY_FILE)
    kind = _format(raw, path.suffix.lower())
    if kind in {"md", "html", "txt"} and (len(raw) > LARGEST_TEXT):
        raise Refusal(messages.TOO_LARGE, limit=LARGEST_TEXT // 1_000_000)
    source = bounded(_read(raw, kind))
    words = sum(len(block.text.split()) for block in blocks_in(source.parts))
    if not words:
        raise Refusal(messages.EMPTY_FILE)
    if words > MOST_WORDS:
        raise Refusal(messages.TOO_LONG, words=words)
    return source


def _read(raw: bytes, kind: str) -> Source:
    """Return what bytes of a known format hold; the heavy readers are loaded where they are needed."""
    if kind == "docx":
        from records.importing.readers.word_files import read_word  # noqa: PLC0415 (loads lxml)

        return read_word(raw)
    if kind == "pdf":
        from records.importing.readers.pdf_files import read_pdf  # noqa: PLC0415 (loads pdfium)

        return read_pdf(raw)
    if kind == "html":
        from records.importing.readers.web_pages import read_page  # noqa: PLC0415 (loads lxml)

        return read_page(raw)
    return read_markdown(raw) if kind == "md" else read_text(raw)


def _bytes(path: Path) -> bytes:
    """Return the bytes of an ordinary file, whatever it is called; a pipe does not block."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError):
        raise Refusal(messages.NOT_A_FILE) from None
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Refusal(messages.NOT_A_FILE)
        with os.fdopen(handle, "rb", closefd=False) as stream:
            raw = stream.read(LARGEST + 1)
    except OSError:
        raise Refusal(messages.NOT_A_FILE) from None
    finally:
        os.close(handle)
    if len(raw) > LARGEST:
        raise Refusal(messages.TOO_LARGE, limit=LARGEST // 1_000_000)
    return raw


def _format(raw: bytes, ending: str) -> str:
    """Return the format of a file by its content, and by its name where the content is plain text."""
    if raw.startswith(_OLD_OFFICE):
        raise Refusal(messages.OLD_WORD)
    if raw.startswith(b"{\\rtf"):
        raise Refusal(messages.RICH_TEXT)
    if b"%PDF-" in raw[:1024]:
        return "pdf"
    if raw.startswith(b"PK"):
        if ending in ENDINGS and ENDINGS[ending] == "docx":
            return "docx"
        raise Refusal(messages.UNKNOWN_FORMAT)
    kind = ENDINGS.get(ending)
    if kind is None:
        raise Refusal(messages.OLD_WORD if ending == ".doc" else messages.UNKNOWN_FORMAT)
    if kind in {"docx", "pdf"}:
        raise Refusal(messages.DAMAGED)
    if not raw.startswith((b"\xff\xfe", b"\xfe\xff")) and raw[:4000].count(0) > 0:
        raise Refusal(messages.UNKNOWN_FORMAT)
    return kind
