"""What the search of the site holds: the packed files that Pagefind makes of the pages."""

from __future__ import annotations

from collections.abc import Iterator

from redaction.opening import opening_messages as messages
from redaction.opening.opened import Opened, unpack

SEARCH_FILES = frozenset({"pf_fragment", "pf_meta", "pf_index", "pf_filter"})
"""The endings of names of files that hold words of pages."""

_PREFIX = b"pagefind_dcd"
_BYTES, _TEXT, _LIST, _MAP, _TAG = 2, 3, 4, 5, 6
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
        sort, short = divmod(raw[position], 32)
        position += 1
        length = short
        if _LONG <= short <= _LONGEST:
            size = 1 << (short - _LONG)
            length = int.from_bytes(raw[position : position + size], "big")
            position += size
        elif short > _LONGEST:
            raise ValueError("an endless or unknown value")
        if sort in {_BYTES, _TEXT}:
            if position + length > len(raw):
                raise ValueError("a text without its end")
            yield raw[position : position + length].decode("utf-8", "strict" if sort == _TEXT else "replace")
            position += length
        elif sort in {_LIST, _MAP, _TAG}:
            waiting.append({_LIST: length, _MAP: 2 * length, _TAG: 1}[sort])
    if position != len(raw):
        raise ValueError("something follows the value")
