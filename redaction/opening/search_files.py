"""What the search of the site holds: the packed files that Pagefind makes of the pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from redaction.opening import opening_messages as messages
from redaction.opening.opened import Opened, unpack

SEARCH_FILES = frozenset({"pf_fragment", "pf_meta", "pf_index", "pf_filter"})
"""The endings of names of files that hold words of pages."""

_PREFIX = b"pagefind_dcd"
_BYTES, _TEXT, _LIST, _MAP, _TAG = 2, 3, 4, 5, 6
_NUMBER = rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a].{4}|[\x1b\x3b].{8})"
_MANY = 1000
_LONG, _LONGEST = 24, 27


def open_search_file(kind: str, raw: bytes) -> Opened:
    """Return the words in a file of the search; of a fragment, which is JSON, the file."""
    content = unpack(raw)
    if content is None or not content.startswith(_PREFIX):
        return Opened(problems=(messages.PACKED_UNREADABLE,))
    plain = content.removeprefix(_PREFIX)
    if kind == "pf_fragment":
        return Opened(files=(("fragment.json", plain),))
    try:
        return Opened(tuple(texts_in_cbor(plain)))
    except (IndexError, ValueError):
        return Opened(problems=(messages.PACKED_UNREADABLE,))


def texts_in_cbor(raw: bytes) -> Iterator[str]:
    """Yield every text in one CBOR value (RFC 8949), keys too, as they come; bytes are read as text.

    Raises IndexError or ValueError for bytes that are no such value, or more than one.
    """
    position = 0
    waiting = [1]
    while waiting:
        if waiting[-1] == 0:
            waiting.pop()
            continue
        waiting[-1] -= 1
        sort, length, position = _head(raw, position)
        if sort in (_BYTES, _TEXT):
            if position + length > len(raw):
                raise ValueError("a text without its end")
            yield raw[position : position + length].decode("utf-8", "strict" if sort == _TEXT else "replace")
            position += length
        elif sort == _LIST and length <= _MANY and (numbers := _numbers(length)(raw, position)):
            position = numbers.end()
        elif sort in (_LIST, _MAP, _TAG):
            waiting.append(length if sort == _LIST else 2 * length if sort == _MAP else 1)
    if position != len(raw):
        raise ValueError("something follows the value")


def _head(raw: bytes, position: int) -> tuple[int, int, int]:
    """Return the sort of a value, its length or number, and where its content begins."""
    sort, short = raw[position] >> 5, raw[position] & 31
    position += 1
    if short < _LONG:
        return sort, short, position
    if short > _LONGEST:
        raise ValueError("an endless or unknown value")
    end = position + (1 << (short - _LONG))
    return sort, int.from_bytes(raw[position:end], "big"), end


@cache
def _numbers(count: int) -> Callable[[bytes, int], re.Match[bytes] | None]:
    """Return what matches so many whole numbers: an index is mostly lists of them, stepped over at once."""
    return re.compile(_NUMBER + b"{%d}" % count, re.DOTALL).match
