"""Words about which a person is asked before a sign-off, because nobody but a person can know."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from enum import Enum

from editions.entities import unescape
from problems import Place
from redaction.searching.capitals import begins_sentence
from redaction.searching.folding import fold_source, plain_letters
from redaction.searching.terms import Search, found_in, search_for


class Sort(Enum):
    """Why words are asked about, the most important first."""

    KNOWN = "known"
    """They may mean a known term."""

    COLLEAGUE = "colleague"
    """They are part of the name of somebody whom the public sees by role only."""

    NAME = "name"
    """They are a name that stands in something withheld."""

    NUMBER = "number"
    """They are a number that stands in something withheld."""

    RUN = "run"
    """They are several words in the order in which they stand in something withheld."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Words to ask about."""

    words: str = field(repr=False)
    folded: str = field(repr=False)
    """The same folded, with a space before and after."""

    where: Place
    """Where the term is known from, or the place of what is withheld."""

    sort: Sort

    spelling: re.Pattern[str] | None = field(default=None, repr=False)
    """How they must be written to be meant; None for any spelling."""

    inside: bool = False
    """Whether they are meant only inside a sentence: nothing else tells that they are a name."""


@dataclass(frozen=True, slots=True)
class Asks:
    """Everything to ask about, made ready to be searched for."""

    asks: tuple[Ask, ...] = ()
    search: Search = field(default_factory=lambda: search_for(()), repr=False)


def asks_for(asks: tuple[Ask, ...], allowed: Collection[str] = ()) -> Asks:
    """Return the search for words to ask about, but not where they stand in phrases that are allowed."""
    return Asks(asks, search_for([each.folded for each in asks], allowed))


def asked_in(asks: Asks, text: str) -> Iterator[tuple[Ask, int]]:
    """Yield what is to be asked about a text: the words, and where in it they stand first."""
    for position in sorted(found_in(asks.search, fold_source(text))):
        ask = asks.asks[position]
        starts = [start for start in _starts(ask, unescape(text)) if not _is_beginning(ask, text, start)]
        if starts:
            yield ask, starts[0]


def _is_beginning(ask: Ask, text: str, start: int) -> bool:
    return ask.inside and begins_sentence(text, start)


def _starts(ask: Ask, text: str) -> list[int]:
    """Return where the words stand in a text, spelt as they must be."""
    if ask.spelling is not None:
        return [found.start() for found in ask.spelling.finditer(plain_letters(text))]
    return starts_of(ask.folded, text)


def starts_of(folded: str, text: str) -> list[int]:
    """Return where folded words stand in a text; its beginning, if they are spelt in a strange way there."""
    written = r"[\W_]+".join(map(re.escape, folded.split()))
    found = re.finditer(rf"(?<![^\W_]){written}(?![^\W_])", text, re.IGNORECASE)
    return [each.start() for each in found] or [0]
