"""The bytes of a published file as texts to search: as they stand, decoded, and as a reader sees them."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field, replace
from urllib.parse import unquote_to_bytes

from problems import Wording
from redaction import verification_messages
from redaction.opening import opening_messages
from redaction.opening.archives import open_gzip, open_tar, open_zip
from redaction.opening.opened import LARGEST, Opened
from redaction.opening.pdfs import open_pdf
from redaction.opening.pictures import PICTURES, open_picture
from redaction.opening.readings import ANY_TAG, DEEPEST, readings_of
from redaction.opening.search_files import SEARCH_FILES, open_search_file

TEXT_TYPES = frozenset(
    "html htm xml svg json jsonld js mjs css txt md ics csv map webmanifest rss atom xsl".split()  # noqa: SIM905  # reads better
)
_TAGGED = frozenset({"html", "htm", "svg"})
SIGNATURES = {
    "png": b"\x89PNG\r\n\x1a\n",
    "jpg": b"\xff\xd8\xff",
    "jpeg": b"\xff\xd8\xff",
    "gif": b"GIF8",
    "webp": b"RIFF",
    "ico": b"\x00\x00\x01\x00",
    "pdf": b"%PDF-",
    "gz": b"\x1f\x8b",
    "tgz": b"\x1f\x8b",
    "zip": b"PK",
    "tar": b"",
    **dict.fromkeys(SEARCH_FILES, b"\x1f\x8b"),
}
"""How files begin that are no text and can be opened. Any other type cannot be searched."""

_WRITTEN_OUT = re.compile(
    r"data:([a-z]+/[a-z0-9.+-]+)[^,\"'()<>]{0,80};base64,([A-Za-z0-9+/=%\s_-]+)", re.IGNORECASE
)
_ENDINGS = {
    "svg+xml": "svg",
    "x-icon": "ico",
    "vnd.microsoft.icon": "ico",
    "plain": "txt",
    "javascript": "js",
}


@dataclass(frozen=True, slots=True)
class Views:
    """What can be read in one file."""

    name: str
    """The name of the file; of one inside another, the name it has there."""
    kind: str
    """The end of its name: `html`, `png`."""
    text: str = field(repr=False, default="")
    """The file as text; empty for one that is none."""
    words: str = field(repr=False, default="")
    """The words in a file that is no text, as they stand there."""
    tags: frozenset[str] = field(repr=False, default=frozenset())
    """The different tags and comments of a page or drawing."""
    readings: tuple[str, ...] = field(repr=False, default=())
    """What is to be searched: the file in every reading, and what is decoded out of it."""
    problems: tuple[Wording, ...] = ()
    """Why it cannot be searched, if it cannot, and what it should not hold."""
    inside: tuple[Views, ...] = field(repr=False, default=())
    """The files in it, and those in these: members of an archive, pictures written out in a page."""


def views_of(name: str, raw: bytes, *, searched: bool = True) -> Views:
    """Return the texts to search in a file with this name; without readings if it is not to be searched.

    What is packed in it is opened too, as far as it is not too large or too deep.
    """
    first, files = _view(name, raw, searched=searched)
    waiting = [(1, *file) for file in files]
    inside: list[Views] = []
    problems = list(first.problems)
    size = 0
    while waiting:
        depth, inner_name, content = waiting.pop(0)
        size += len(content)
        if size > LARGEST or depth > DEEPEST:
            is_large = size > LARGEST
            problems.append(
                opening_messages.PACKED_TOO_LARGE if is_large else opening_messages.PACKED_TOO_DEEP
            )
            break
        found, more = _view(inner_name, content, searched=searched)
        inside.append(found)
        problems += found.problems
        waiting += [(depth + 1, *file) for file in more]
    return replace(first, problems=tuple(dict.fromkeys(problems)), inside=tuple(inside))


def kind_of(name: str) -> str:
    """Return the end of the name of a file, in small letters; nothing where there is none."""
    last = name.rpartition("/")[2]
    return last.rpartition(".")[2].lower() if "." in last else ""


def _view(name: str, raw: bytes, *, searched: bool) -> tuple[Views, tuple[tuple[str, bytes], ...]]:
    """Return what can be read in a file, and the files in it, which are not opened yet."""
    kind = kind_of(name)
    if len(raw) > LARGEST:
        return Views(name, kind, problems=(verification_messages.SITE_TOO_LARGE,)), ()
    if kind in TEXT_TYPES:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            return Views(name, kind, problems=(verification_messages.SITE_NOT_TEXT,)), ()
        parts = ANY_TAG.split(text) if "<" in text else [text]
        tags = frozenset(parts[1::2]) if kind in _TAGGED else frozenset()
        readings = tuple(readings_of(text, kind, 0, parts)) if searched else ()
        return Views(name, kind, text, tags=tags, readings=readings), _written_out(text)
    start = SIGNATURES.get(kind)
    if start is None or not raw.startswith(start):
        return Views(name, kind, problems=(verification_messages.SITE_UNKNOWN_TYPE,)), ()
    opened = _open(name, kind, raw)
    texts = dict.fromkeys(opened.texts)
    readings = tuple(each for text in (texts if searched else ()) for each in readings_of(text, "", 1))
    found = Views(name, kind, words="\n".join(texts), readings=readings, problems=opened.problems)
    return found, opened.files


def _open(name: str, kind: str, raw: bytes) -> Opened:
    """Return what stands inside a file that is no text."""
    if kind in PICTURES:
        return open_picture(kind, raw)
    if kind == "pdf":
        return open_pdf(raw)
    if kind == "zip":
        return open_zip(raw)
    if kind == "tar":
        return open_tar(raw)
    return open_search_file(kind, raw) if kind in SEARCH_FILES else open_gzip(name, raw)


def _written_out(text: str) -> tuple[tuple[str, bytes], ...]:
    """Return the files that are written out in a text, as the addresses of pictures in a page can be."""
    if ";base64," not in text:
        return ()
    files = []
    for kind, code in dict.fromkeys(_WRITTEN_OUT.findall(text)):
        plain = (
            re.sub(rb"\s", b"", unquote_to_bytes(code)).replace(b"-", b"+").replace(b"_", b"/").rstrip(b"=")
        )
        ending = kind.lower().rpartition("/")[2]
        try:
            content = base64.b64decode(plain + b"=" * (-len(plain) % 4))
        except binascii.Error:
            content = b""
        files.append((f"file.{_ENDINGS.get(ending, ending)}", content))
    return tuple(files)
