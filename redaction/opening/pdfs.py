"""The words inside a PDF: what pages show or hide, and what stands beside them. Two libraries read it.

pdfium reads the pages: also what lies under a box, outside the page, or on a layer that is switched off.
pypdf reads every other object: properties, outline, notes, form fields, descriptions, files within.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from problems import Wording
from redaction.opening import opening_messages as messages
from redaction.opening.opened import LARGEST, Opened, open_words

_BROKEN_WORD = re.compile("[\u0002\ufffe\u00ad](?:\r?\n)?|-\r?\n")
"""How pdfium writes a word that is parted at the end of a line."""
_OBJECT = re.compile(rb"(?:\A|[\r\n])\s*(\d{1,10})[ \t]+(\d{1,5})[ \t]+obj\b")
_HEXADECIMAL = re.compile(rb"<([0-9A-Fa-f\s]{8,})>")
_ACTS = frozenset({"/JS", "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/RichMedia"})
_NEAR = 4
"""Bytes between the place that a table of objects gives and the object: line ends, blanks."""
_HEAD = 400
_BLANK = "-"
"""The text of a page on which nothing stands, so that it is not taken for a scanned one."""


def open_pdf(raw: bytes) -> Opened:
    """Return the texts and files in a PDF; a problem for one that is locked or cannot be read."""
    with silent():
        shown, problems = _pages(raw)
        if problems:
            return Opened(problems=problems)
        try:
            objects = _objects(raw)
        except Exception:  # noqa: BLE001  # whatever a damaged file makes pypdf raise, it could not be read
            return Opened(shown, problems=(messages.PDF_UNREADABLE,))
    if messages.PDF_LOCKED in objects.problems:
        return objects
    wordless = (messages.PDF_WITHOUT_WORDS,) if any(not text.strip() for text in shown) else ()
    whole = "\n".join(shown)
    return Opened(
        (whole, _BROKEN_WORD.sub("", whole), *objects.texts),
        tuple(dict.fromkeys(objects.files)),
        (*objects.problems, *wordless),
    )


def _pages(raw: bytes) -> tuple[tuple[str, ...], tuple[Wording, ...]]:
    """Return the text of each page, or why there is none."""
    import pypdfium2  # noqa: PLC0415  # most sites hold no PDF

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError:
        locked = b"/Encrypt" in raw
        return (), (messages.PDF_LOCKED if locked else messages.PDF_UNREADABLE,)
    try:
        texts = []
        for number in range(len(document)):
            page = document[number]
            words = page.get_textpage()
            text = words.get_text_range()
            is_blank = next(page.get_objects(), None) is None
            texts.append(text if text.strip() or not is_blank else _BLANK)
            words.close()
            page.close()
    except (pypdfium2.PdfiumError, ValueError):
        return (), (messages.PDF_UNREADABLE,)
    finally:
        document.close()
    return tuple(texts), () if texts else (messages.PDF_UNREADABLE,)


def _objects(raw: bytes) -> Opened:
    """Return the texts in the objects of a PDF, the files among them, and what is wrong with it."""
    from io import BytesIO  # noqa: PLC0415  # with the library it is for

    from pypdf import PdfReader  # noqa: PLC0415  # most sites hold no PDF
    from pypdf.generic import IndirectObject  # noqa: PLC0415  # the same

    reader = PdfReader(BytesIO(raw))
    if reader.is_encrypted:
        return Opened(problems=(messages.PDF_LOCKED,))
    places = {number: generation for generation, found in reader.xref.items() for number in found}
    numbers = sorted({*places, *reader.xref_objStm} - {0})
    held = [reader.get_object(IndirectObject(number, places.get(number, 0), reader)) for number in numbers]
    values = [value for each in (*held, reader.trailer) for value in _values(each)]
    texts = [text for value in values for text in _texts(value)]
    named = dict(file for value in values if isinstance(value, dict) for file in _embedded(value))
    acts = any(_acts(value) for value in values if isinstance(value, dict))
    remains = _has_remains(raw, {place for found in reader.xref.values() for place in found.values()})
    problems = [
        *([messages.PDF_ACTS] if acts else []),
        *([messages.PDF_REMAINS] if remains else []),
    ]
    files: list[tuple[str, bytes]] = []
    left = LARGEST
    for stream in (value for value in values if hasattr(value, "get_data")):
        content = _content(stream)
        left -= len(content)
        if left < 0:
            problems.append(messages.PACKED_TOO_LARGE)
            break
        name = named.get(id(stream)) or _name(stream, content)
        if name:
            files.append((name, content))
        else:
            texts += _in_stream(content)
    return Opened(tuple(texts), tuple(files), tuple(problems))


def _values(value: Any) -> Iterator[Any]:
    """Yield an object and all that is written in it; what it only points to has a turn of its own."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        yield each
        if isinstance(each, dict):
            waiting += [*dict.keys(each), *dict.values(each)]
        elif isinstance(each, list):
            waiting += list.__iter__(each)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield str(value).removeprefix("/")
    elif isinstance(value, bytes):
        yield from open_words(value)


def _acts(value: dict[Any, Any]) -> bool:
    return not _ACTS.isdisjoint(map(str, (*value, value.get("/S"))))


def _embedded(value: dict[Any, Any]) -> Iterator[tuple[int, str]]:
    """Yield the streams that are files, as numbers of objects in memory, with their names."""
    if "/EF" in value:
        names = [str(value[key]) for key in ("/UF", "/F") if isinstance(value.get(key), str)]
        for found in value["/EF"].values():
            yield id(found.get_object()), names[0] if names else "file"


def _content(stream: Any) -> bytes:
    """Return the unpacked bytes of a stream; of a picture as a camera makes it, the picture."""
    filters = stream.get("/Filter")
    names = filters if isinstance(filters, list) else [filters]
    if stream.get("/Subtype") == "/Image" and names[-1] not in {"/DCTDecode", "/JPXDecode"}:
        return b""
    content: bytes = stream.get_data()
    return content


def _name(stream: Any, content: bytes) -> str | None:
    """Return a name for a stream that is a file by itself; None for any other."""
    if stream.get("/Type") == "/EmbeddedFile":
        return "file"
    if stream.get("/Subtype") == "/XML":
        return "metadata.xml"
    return "picture.jpg" if content.startswith(b"\xff\xd8\xff") else None


def _in_stream(content: bytes) -> Iterator[str]:
    """Yield the words that stand in a stream, also those written in hexadecimal digits."""
    yield from open_words(content)
    for found in _HEXADECIMAL.findall(content):
        digits = b"".join(found.split())
        code = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
        yield code.decode("utf-16" if code[:2] in {b"\xfe\xff", b"\xff\xfe"} else "latin-1", "replace")


def _has_remains(raw: bytes, places: set[int]) -> bool:
    """Return whether objects stand in a PDF that its own table does not know: those of an earlier version."""
    known = {place + step for place in places for step in range(-_NEAR, _NEAR + 1)}
    return any(
        found.start(1) not in known and b"/XRef" not in raw[found.end() : found.end() + _HEAD]
        for found in _OBJECT.finditer(raw)
    )


@contextmanager
def silent() -> Iterator[None]:
    """Keep the libraries from writing to the log: what they say of a damaged file may quote it."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)
