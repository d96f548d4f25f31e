"""Whether a colour can be read on white, by the contrast of WCAG 2.2."""

from __future__ import annotations

LEAST = 4.5
"""The contrast that text needs at least."""

_DARKEST = 0.04045
"""Up to here a colour is dark enough to be taken as it is; the figures are those of WCAG 2.2."""


def contrast_on_white(colour: str) -> float:
    """Return the contrast of a colour such as `00564f` on white, from 1 to 21."""
    parts = [int(colour.removeprefix("#")[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= _DARKEST else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
