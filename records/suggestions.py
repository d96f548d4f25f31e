"""What somebody meant who wrote a word that is not known."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

LOOK_ALIKES = str.maketrans(
    "\u0430\u0432\u0435\u0456\u0458\u043a\u04cf\u043c\u043d\u043e\u0440\u0455\u0441\u0442\u0443\u0445"
    "\u0501\u051b\u051d\u04bb\u03b1\u03b2\u03b5\u03b9\u03ba\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7\u0261\u0131",
    "abeijklmhopsctyxdqwhabeikvoptuxgi",
)
"""Cyrillic and Greek letters, in lower case, and the Latin letters that they look like."""

CLOSE_ENOUGH = 0.7
"""How alike two words must be, from 0 to 1: one letter in a word of four may differ."""

LONGEST = 80
"""A longer word is a sentence, and nobody meant a key or an id by it."""


def folded(word: str) -> str:
    """Return a word in lower case, with plain letters, no accents, and nothing invisible."""
    apart = unicodedata.normalize("NFKD", word).casefold().translate(LOOK_ALIKES)
    kept = (sign for sign in apart if unicodedata.category(sign)[0] not in "CM")
    return "".join(kept).strip().replace(" ", "-").replace("_", "-")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was most likely meant, or None where none is close.

    Capitals, accents, full-width, Cyrillic and Greek look-alikes and invisible characters do not count,
    and a space, a hyphen and an underscore are the same.
    """
    if len(word) > LONGEST:
        return None
    by_folded: dict[str, str] = {}
    for other in sorted(known):
        by_folded.setdefault(folded(other), other)
    close = get_close_matches(folded(word), by_folded, n=1, cutoff=CLOSE_ENOUGH)
    return by_folded[close[0]] if close else None
