"""Ligatures: one sign of a font that stands for several letters, of which pdfium gives each the same place.

The list is closed, and short on purpose: a font may say that one sign of it means any words at all.
"""

from __future__ import annotations

from typing import Final

_OF_UNICODE = ("ff", "fi", "fl", "ffi", "ffl", "ſt", "st")
"""The Latin ligatures of the block Alphabetic Presentation Forms, U+FB00 to U+FB06, as letters."""

_OF_FONTS = ("ft", "tt", "Th", "fj", "ffj", "tf", "ti", "tti")
"""Those without a sign of their own in Unicode that fonts of office programs and of print often have."""

LIGATURES: Final = frozenset((*_OF_UNICODE, *_OF_FONTS))


def is_ligature(letters: str) -> bool:
    """Return whether fonts draw these letters as one sign. Capital and small letters count."""
    return letters in LIGATURES
