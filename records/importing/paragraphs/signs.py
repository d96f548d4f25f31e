"""Signs that a record cannot hold, replaced by those that it can, before anything is recognised."""

from __future__ import annotations

import re
import unicodedata

_BULLETS = "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\u25cf\u25aa\u25e6\u2023\u25a0\u25cb\u2043\u27a2\u25ba"
_TICKS = {"\uf0fc": "\u2713", "\uf0fe": "\u2713", "\uf050": "\u2713", "\uf0fb": "\u2717"}
_SPACES = re.compile(r"[^\S\n\t\x0c]|[\x0b\x1c-\x1f\x85\u2028\u2029]")
_DROPPED = frozenset({"Cc", "Cf", "Cs"})
_KEPT = frozenset("\n\t\x0c")
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0000-\U000e01ff]"
)
_ORDINARY = re.compile(r"[\n\t\x0c -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u20ac\u2713\u2717]*")
_HYPHENS = {"\u2010": "-", "\u2011": "-"}

LOST = "\N{REPLACEMENT CHARACTER}"
"""What stands where a letter was lost."""


def plain_signs(text: str) -> str:
    """Return a text with ordinary spaces, hyphens and bullets only, accents composed.

    Invisible and control characters are left out; tabs, line feeds and form feeds stay. Where a letter was
    lost, or only one font knows it, a question mark stands.
    """
    if _ORDINARY.fullmatch(text) and "\u2010" not in text and "\u2011" not in text:
        return text
    seen = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    spaced = _SPACES.sub(" ", seen)
    return "".join(map(_sign, spaced))


def lost_letters(text: str) -> int:
    """Return how many letters of a raw text were lost, or are of no known kind."""
    return sum(sign == LOST or unicodedata.category(sign) == "Cn" for sign in text)


def _sign(sign: str) -> str:
    if sign in _TICKS:
        return _TICKS[sign]
    if sign in _BULLETS:
        return "\N{BULLET}"
    if sign in _HYPHENS:
        return _HYPHENS[sign]
    if sign in _LIGATURES:
        return _LIGATURES[sign]
    category = unicodedata.category(sign)
    if category in _DROPPED and sign not in _KEPT:
        return ""
    return "?" if sign == LOST or category in {"Co", "Cn"} else sign
