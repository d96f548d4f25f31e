"""What stands inside a file that is not text: its words, the files within it, and what is wrong with it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from problems import Wording

LARGEST = 50_000_000
"""Bytes of one file, or of all that is packed in it."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What was found inside a file."""

    texts: tuple[str, ...] = field(repr=False, default=())
    """Every text in it, as far as it can be read; some of them more than once."""

    files: tuple[tuple[str, bytes], ...] = field(repr=False, default=())
    """The files in it, with their names. A name ends as its type asks: `.jpg`, `.xml`."""

    problems: tuple[Wording, ...] = ()
    """Why nobody can say what it holds, or what it holds that should not be published."""


_OPEN_WORDS = re.compile(rb"[\x09\x0a\x0d\x20-\x7e\x80-\xff]{4,}")
_OPEN_WIDE = re.compile(rb"(?:[\x20-\x7e]\x00){4,}|(?:\x00[\x20-\x7e]){4,}")


def open_words(raw: bytes) -> Iterator[str]:
    """Yield what stands in the open in any bytes: runs of letters, of one byte or of two."""
    for found in _OPEN_WORDS.findall(raw):
        if not found.isascii():
            yield found.decode("utf-8", "replace")
        yield found.decode("latin-1")
    for found in _OPEN_WIDE.findall(raw):
        yield found.replace(b"\0", b"").decode("ascii")


def overflows(raw: bytes) -> bool:
    """Return whether more is packed in gzip or zlib bytes than can be searched."""
    machine = zlib.decompressobj(wbits=47)
    try:
        machine.decompress(raw, LARGEST)
    except zlib.error:
        return False
    return bool(machine.unconsumed_tail)


def unpack(raw: bytes) -> bytes | None:
    """Return what is packed in gzip or zlib bytes; None when it is damaged or too large."""
    machine = zlib.decompressobj(wbits=47)
    try:
        content = machine.decompress(raw, LARGEST)
    except zlib.error:
        return None
    is_whole = machine.eof and not machine.unconsumed_tail and not machine.unused_data
    return content if is_whole else None
