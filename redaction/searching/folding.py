"""Text as it sounds in the head: small letters and digits with single spaces, so that spellings meet.

Two texts that a reader takes for the same words have the same fold: case, accents, full width, soft
hyphens, zero-width characters, punctuation, line breaks and look-alike letters make no difference. The
table of look-alikes is not shared with the reader of marks, so that each can find a fault of the other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from editions.entities import unescape

_FOREIGN = re.compile(r"[^\x00-\x7f]")
_ASCII = {code: " " if not chr(code).isalnum() else chr(code).lower() for code in range(128)}

_MARKUP = re.compile(r"[*_`~]|\]\(")
_EMPHASIS = re.compile(r"[*_`~]+")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\n]*\)")

_LOOK_ALIKES = str.maketrans(
    {
        look: letter
        for letter, looks in {
            "a": "\u0430\u0410\u03b1\u0391\u0251",
            "b": "\u0412\u0432\u0392",
            "c": "\u0441\u0421\u03f2",
            "d": "\u0501\u0111",
            "e": "\u0435\u0415\u0395\u03b5",
            "g": "\u0261",
            "h": "\u043d\u041d\u04bb\u0397\u0127",
            "i": "\u0456\u0406\u03b9\u0399\u0131",
            "j": "\u0458\u0408",
            "k": "\u043a\u041a\u03ba\u039a",
            "l": "\u04cf\u0142",
            "m": "\u043c\u041c\u039c",
            "n": "\u03b7\u039d\u0578",
            "o": "\u043e\u041e\u03bf\u039f\u00f8\u00d8\u0585",
            "p": "\u0440\u0420\u03c1\u03a1",
            "q": "\u051b",
            "r": "\u0433",
            "s": "\u0455\u0405",
            "t": "\u0442\u0422\u03c4\u03a4",
            "u": "\u03c5",
            "v": "\u03bd",
            "w": "\u051d\u03c9",
            "x": "\u0445\u0425\u03c7\u03a7",
            "y": "\u0443\u0423\u03b3\u03a5",
            "z": "\u0396",
        }.items()
        for look in looks
    }
)
"""Letters of other scripts, and Latin ones that do not decompose, as the letter they look like."""


def fold(text: str) -> str:
    """Return the words of a text in small letters, with one space before, between and after them."""
    if not text.isascii():
        text = _FOREIGN.sub(_plain_match, text)
    return f" {' '.join(text.translate(_ASCII).split())} "


def plain_letters(text: str) -> str:
    """Return a text with letters from a to z in place of others, in capitals where those are."""
    if text.isascii():
        return text
    return _FOREIGN.sub(_plain_letter, text)


@lru_cache(maxsize=65_536)
def fold_source(text: str) -> str:
    """Return the fold of text as written in a record, where `&amp;` stands for a sign."""
    return fold(unescape(text))


def _plain_letter(found: re.Match[str]) -> str:
    letters = _plain(found[0])
    return letters.upper() if found[0].isupper() else letters


def folds_of(text: str) -> Iterator[str]:
    """Yield the folds of text as written in a record, and as a page would show it.

    Without the signs of bold, italic and code, and without the brackets and addresses of links, which can
    part a word; and with what is percent-encoded in an address.
    """
    yield fold_source(text)
    if _MARKUP.search(text):
        yield fold_source(_EMPHASIS.sub("", _LINK.sub(r"\1", text)))
    if "%" in text and (decoded := unquote(text)) != text:
        yield fold_source(decoded)


def _plain_match(found: re.Match[str]) -> str:
    return _plain(found[0])


@lru_cache(maxsize=65_536)
def _plain(character: str) -> str:
    """Return what a character that is not ASCII folds to: letters, a digit, a space, or nothing."""
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if unicodedata.category(character) in {"Cf", "Mn", "Me", "Mc"}:
        return ""
    parts = unicodedata.normalize("NFKD", character.translate(_LOOK_ALIKES))
    kept = "".join(part for part in parts if unicodedata.category(part)[0] != "M")
    letters = kept.translate(_LOOK_ALIKES).casefold().translate(_LOOK_ALIKES)
    return "".join(letter if letter.isalnum() else " " for letter in letters)
