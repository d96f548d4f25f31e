"""What a detector is: something that sees in plain words what hardly ever belongs in public."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from editions.entities import unescape

DIGIT = "\0"
"""The sign that stands for any digit."""

_ANY_DIGIT = re.compile(r"\d")
_SPACES = re.compile(r"[^\S\n]+")
_SENTENCE = re.compile(r"(?<=[.!?;])(?<!(?i:y\.o\.))\s(?!(?i:he|she|they|his|her|their)\b)|\n")
"""Where a sentence ends; one that goes on with "she" is about the same child, and "y.o." ends none."""
_WRAPPED = re.compile(r" ?(?<!\n)\n(?! ?(?:\n|[-*+|>#]|\d{1,9}[.)] )) ?")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_SIGNS = re.compile(r"[*`~]|(?<![^\W_])_|_(?![^\W_])")
_CODE = re.compile(r"%[0-9A-Fa-f]{2}")
_LOOK_ALIKES = str.maketrans(
    "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u0430\u0435\u0455\u0456\u0458\u043e\u0440\u0441\u0443\u0445\u03bf\u03bd",
    "ABESIJKMHOPCTYXABEZHIKMNOPTYXaesijopcyxov",
)
"""Letters of Greek and Cyrillic that look like those of numbers, postcodes and addresses."""


@dataclass(frozen=True, slots=True)
class Detector:
    """One thing to look for. It cannot be made without examples of both sorts, which a test tries."""

    name: str
    """The word by which a message names it: `nhs-number`."""

    words: str
    """What was found, in words for a message: what looks like an NHS number."""

    find: Callable[[str], Iterator[str]]
    """Yields what it finds in a normal text."""

    signs: tuple[tuple[str, ...], ...]
    """What it finds stands only in texts with a sign out of each of these groups, in small letters. Looking
    for them takes hardly any time."""

    found_in: tuple[str, ...]
    """Texts in which it must find something."""

    not_found_in: tuple[str, ...]
    """Texts in which it must find nothing."""

    def __post_init__(self) -> None:
        """Raise ValueError for a detector without examples."""
        if not self.found_in or not self.not_found_in:
            raise ValueError(f"The detector {self.name} needs true and false examples.")


def matching(
    pattern: str, is_one: Callable[[str], bool] = bool, flags: int = 0
) -> Callable[[str], Iterator[str]]:
    """Return a finder of what matches a pattern and passes a test; a group `found` narrows what is found."""
    compiled = re.compile(pattern, flags)
    has_group = "found" in compiled.groupindex

    def find(text: str) -> Iterator[str]:
        matches = compiled.finditer(text)
        words = ((has_group and match["found"]) or match[0] for match in matches)
        return (each for each in words if is_one(each))

    return find


def in_a_sentence(*patterns: str, flags: int = 0) -> Callable[[str], Iterator[str]]:
    """Return a finder of sentences in which each of several patterns matches; it finds the last."""
    compiled = [re.compile(pattern, flags) for pattern in patterns]

    def find(text: str) -> Iterator[str]:
        for sentence in _SENTENCE.split(text):
            matches = [pattern.search(sentence) for pattern in compiled]
            last = matches[-1]
            if last is not None and all(matches):
                yield last[0]

    return find


def signs_of(plain: str) -> str:
    """Return a normal text in small letters, in which each sign is found; with `DIGIT` if it has a digit."""
    # Expressions that ignore case take the Turkish letters for an i.
    letters = (plain if plain.isascii() else plain.replace("\u0130", "i").replace("\u0131", "i")).lower()
    return letters + DIGIT if _ANY_DIGIT.search(letters) else letters


def may_find(detector: Detector, signs: str) -> bool:
    """Return whether a text with these signs has what a detector needs to find anything in it."""
    for group in detector.signs:
        for sign in group:
            if sign in signs:
                break
        else:
            return False
    return True


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    """Return what a sign is to a reader: nothing, a digit, or itself."""
    if unicodedata.category(sign) == "Cf":
        return ""
    digit = unicodedata.decimal(sign, None)
    return sign if digit is None else str(digit)


def _visible(found: re.Match[str]) -> str:
    return _plain(found[0])


def normal(text: str) -> str:
    """Return a text with one form for each sign: plain digits and letters, hyphens, single spaces.

    It is the text as a reader sees it: without the signs of bold, italic and code, and with what entities and
    percent codes stand for. A line that goes on in the next is one line with it; paragraphs, the items of
    lists and the rows of tables stay apart.
    """
    plain = unescape(text) if "&" in text else text
    if "%" in plain and _CODE.search(plain):
        plain = unquote(plain)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKC", plain)
        plain = _FOREIGN.sub(_visible, plain).translate(_LOOK_ALIKES)
    if "\n" in plain:
        plain = _WRAPPED.sub(" ", _SPACES.sub(" ", plain))
    plain = _SIGNS.sub("", plain)
    return _SPACES.sub(" ", plain if plain.isascii() else _DASHES.sub("-", plain))
