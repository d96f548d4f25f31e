"""What a detector is: something that sees in plain words what hardly ever belongs in public."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_SPACES = re.compile(r"[^\S\n]+")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n")
_WRAPPED = re.compile(r"[^\S\n]*(?<!\n)\n(?![^\S\n]*(?:\n|[-*+|>#]|\d+[.)] ))[^\S\n]*")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")


@dataclass(frozen=True, slots=True)
class Detector:
    """One thing to look for. It cannot be made without examples of both sorts, which a test tries."""

    name: str
    """The word by which a message names it: `nhs-number`."""

    words: str
    """What was found, in words for a message: what looks like an NHS number."""

    find: Callable[[str], Iterator[str]]
    """Yields what it finds in a normal text."""

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
    name = "found" if "found" in compiled.groupindex else 0

    def find(text: str) -> Iterator[str]:
        return (match[name] for match in compiled.finditer(text) if is_one(match[name]))

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


def normal(text: str) -> str:
    """Return a text with one form for each sign: plain digits and letters, hyphens, single spaces.

    A line that goes on in the next is one line with it, as the reader will see it; paragraphs, the items of
    lists and the rows of tables stay apart.
    """
    plain = unicodedata.normalize("NFKC", text)
    plain = "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
    plain = _WRAPPED.sub(" ", plain)
    return _SPACES.sub(" ", _DASHES.sub("-", plain))
