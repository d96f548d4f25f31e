"""Names in prose: the runs of capitalised words that are more than the beginning of a sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from redaction.searching.folding import fold
from redaction.searching.ordinary import NO_NAMES

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_BEFORE_SENTENCE = re.compile(
    r"(?:\A|[.!?:;\u2026|>]|\n[^\S\n]*\n|\n[^\S\n]*(?:[-*+#]|\d+[.)]))[\s*_\"'\u2018\u201c(\[#|>-]*\Z"
)
_LOOK_BACK = 12
_POSSESSIVE = re.compile(r"['\u2019]s?\Z")
_JOINING = frozenset({"de", "van", "von", "der", "la", "le", "ap", "bin"})
_SMALL = re.compile(r"(?<![^\W_])[^\W\d_A-Z][^\W\d_A-Z]+(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words."""

    words: tuple[str, ...] = field(repr=False)
    start: int
    """Where it begins in the text."""

    begins: bool
    """Whether it begins a sentence, so that its capital may mean nothing."""


def names_in(text: str, small: Collection[str]) -> Iterator[Name]:
    """Yield the names in a text. `small` are the words that are known to be written small.

    Left out are months, weekdays, titles, little words, abbreviations, and runs in which every word is also
    written small elsewhere.
    """
    for found in _runs(text):
        run = found
        begins = begins_sentence(text, run[0].start())
        while run and (run[0][0].lower() in NO_NAMES or (begins and _small(run[0][0]) in small)):
            run = run[1:]
            begins = False
        while run and _small(run[-1][0]) in NO_NAMES | _JOINING:
            run = run[:-1]
        words = tuple(_POSSESSIVE.sub("", each[0]) for each in run)
        if any(_small(word) not in small and _small(word) not in _JOINING | NO_NAMES for word in words):
            yield Name(words, run[0].start(), begins)


def small_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the folded words that are written small somewhere in these texts."""
    return frozenset(word for text in texts for word in _SMALL.findall(text))


def begins_sentence(text: str, start: int) -> bool:
    """Return whether a sentence, a line of a list or a cell begins at a place in a text."""
    return _BEFORE_SENTENCE.search(text, max(0, start - _LOOK_BACK), start) is not None or start == 0


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the runs of words with a capital, with the joining words between them."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        apart = bool(run) and text[run[-1].end() : word.start()].strip(" \n") != ""
        if apart or (run and "\n\n" in text[run[-1].end() : word.start()]):
            if run:
                yield run
            run = []
        if _has_capital(word[0]) or (run and word[0] in _JOINING):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _has_capital(word: str) -> bool:
    """Return whether a word has a capital at its beginning and is no abbreviation."""
    return word[0].isupper() and not word[1:2].isupper()


def _small(word: str) -> str:
    return fold(_POSSESSIVE.sub("", word)).strip()
