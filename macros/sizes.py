"""How large a file is, as a reader is told before loading it."""

from __future__ import annotations

_THOUSAND = 1000
_TEN = 10


def size_in_words(number: int) -> str:
    """Return a number of bytes in the unit that suits it: `900 bytes`, `240 kB`, `1.4 MB`, `12 MB`."""
    if number < _THOUSAND:
        return f"{number} byte{'s' if number != 1 else ''}"
    whole = -(-number // _THOUSAND)
    if whole < _THOUSAND:
        return f"{whole} kB"
    mega = number / _THOUSAND / _THOUSAND
    return f"{mega:.1f} MB" if mega < _TEN else f"{mega:.0f} MB"
