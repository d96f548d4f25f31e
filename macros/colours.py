"""The colours of the site, worked out of the one that a partnership names, so that all can be read."""

from __future__ import annotations

import colorsys
import re

from editions.datasets import Dataset
from editions.kinds.partnerships import PublicPartnership

OWN = "00564f"
"""The colour of a site whose partnership names none."""

STYLE_SHEET = "assets/stylesheets/colours.css"

Rgb = tuple[int, int, int]

WHITE: Rgb = (255, 255, 255)
BLACK: Rgb = (0, 0, 0)
INK: Rgb = (20, 32, 42)
DARK_PAPER: Rgb = (27, 36, 42)
"""The lighter of the two papers of a dark page, as in base.css."""

LIGHT_PAPER: Rgb = (242, 245, 247)
"""The darker of the two papers of a light page, as in base.css."""

_STEPS = 50
_ENOUGH = 5.5
"""The contrast of links: more than the 4.5 that are asked for, because they are thin."""

_EASY = 7.0
"""The contrast of links on a dark page, which is read in the evening."""

_STYLE = """\
:root {{ --brand: {brand}; --on-brand: {on_brand}; --link: {link}; }}
@media screen and (prefers-color-scheme: dark) {{
  :root {{ --brand: {dark_brand}; --on-brand: #ffffff; --link: {dark_link}; }}
}}
"""


def style_files(dataset: Dataset) -> dict[str, bytes]:
    """Return the style sheet of a site by its name there, in the place of the one that the theme has."""
    partnership = next(iter(dataset.records(PublicPartnership)), None)
    return {STYLE_SHEET: style(partnership.colour if partnership else None).encode()}


def style(colour: str | None) -> str:
    """Return the style sheet with the colours of a site. What is no colour is taken for none."""
    named = (colour or OWN).removeprefix("#")
    brand = _read(named if re.fullmatch("[0-9A-Fa-f]{6}", named) else OWN)
    return _STYLE.format(
        brand=_written(brand),
        on_brand=_written(max(WHITE, INK, BLACK, key=lambda each: _preferred(each, brand))),
        link=_written(_until(brand, BLACK, LIGHT_PAPER, _ENOUGH)),
        dark_brand=_written(_until(brand, BLACK, WHITE, _ENOUGH)),
        dark_link=_written(_until(_bright(brand), WHITE, DARK_PAPER, _EASY)),
    )


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _preferred(ink: Rgb, paper: Rgb) -> tuple[bool, bool, float]:
    """Return what to choose the colour of words by: they can be read, they are not black, then contrast."""
    found = contrast(ink, paper)
    return found >= 4.5, ink != BLACK, found  # noqa: PLR2004  # The least that WCAG asks for.


def _until(colour: Rgb, toward: Rgb, paper: Rgb, least: float) -> Rgb:
    """Return the shade nearest to a colour, on the way to black or white, that can be read on a paper."""
    shades = (_mixed(colour, toward, step / _STEPS) for step in range(_STEPS + 1))
    return next((shade for shade in shades if contrast(shade, paper) >= least), toward)


def _bright(colour: Rgb) -> Rgb:
    """Return a colour of the same hue in the middle between black and white, for a page that is dark."""
    hue, light, full = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    red, green, blue = colorsys.hls_to_rgb(hue, max(light, 0.5), full * 0.5)
    return round(red * 255), round(green * 255), round(blue * 255)


def _mixed(colour: Rgb, other: Rgb, part: float) -> Rgb:
    red, green, blue = (round(one + (two - one) * part) for one, two in zip(colour, other, strict=True))
    return red, green, blue


def _luminance(colour: Rgb) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  # The figures of WCAG 2.2.


def _read(digits: str) -> Rgb:
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def _written(colour: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
