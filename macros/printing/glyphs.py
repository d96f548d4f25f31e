"""Signs that the fonts of a PDF cannot draw, written out in words, so that no empty box stands for one.

A PDF uses no font of the machine, or it would differ from one machine to the next. The fonts that Typst
brings have Latin, Greek, Cyrillic, Hebrew and Arabic letters and many signs, but few pictures and not all
scripts.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

COVERED = Path(__file__).parent / "glyphs.txt"
"""The signs that the fonts can draw."""

BEGINS, ENDS = "⟦", "⟧"
"""Stand around what is written out. Both can be drawn."""

_NOT_DRAWN = {"Cc", "Cf", "Cn", "Co", "Cs"}
_JOINS = "\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f"


def spelled(text: str) -> str:
    """Return a text with each sign that no font can draw written out: `⟦grinning face⟧`.

    Of letters of another script the name of the script stands there, once for a run: `⟦Bengali script⟧`.
    """
    if text.isascii() and not _CONTROL.search(text):
        return text
    return _undrawn().sub(lambda found: _named(found[0]), text)


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def _named(run: str) -> str:
    """Return the names of the signs of a run, each once in a row."""
    names: list[str] = []
    for sign in run:
        name = _name(sign)
        if name and (not names or names[-1] != name):
            names.append(name)
    return BEGINS + ", ".join(names) + ENDS if names else ""


def _name(sign: str) -> str:
    """Return the name of a sign, or of its script if it is a letter; empty for what nobody would see."""
    if unicodedata.category(sign) in _NOT_DRAWN or sign in _JOINS or sign.isspace():
        return ""
    words = unicodedata.name(sign, "sign").lower()
    return f"{words.split()[0].title()} script" if unicodedata.category(sign)[0] in "LMN" else words


@cache
def _undrawn() -> re.Pattern[str]:
    """Return what finds a run of signs that cannot be drawn."""
    lines = COVERED.read_text("utf-8").splitlines()[1:]
    ranges = (each.partition("-") for line in lines for each in line.split())
    drawn = "".join(
        f"\\U{int(first, 16):08x}" + (f"-\\U{int(last, 16):08x}" if last else "") for first, _, last in ranges
    )
    undrawn = rf"[^\t\n{drawn}]+"
    return re.compile(rf"{undrawn}(?:[ {_JOINS}]+{undrawn})*[{_JOINS}]*")
