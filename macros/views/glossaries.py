"""What the page of the glossary needs, and how a word finds its term."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from editions.datasets import Entry
from editions.kinds.glossary import PublicGlossary, PublicGlossaryTerm
from macros.texts import prose
from macros.views.lookups import Lookups


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The glossary by the alphabet."""

    entry: Entry[PublicGlossary] | None
    """None when no glossary is public."""

    letters: tuple[tuple[str, tuple[PublicGlossaryTerm, ...]], ...]
    """The terms under their first letters."""

    withheld: tuple[PublicGlossaryTerm, ...]
    """Terms of which the public sees only that they are withheld."""

    terms: Mapping[str, PublicGlossaryTerm]
    """By id, for the terms that name each other."""


def view_glossary(lookups: Lookups) -> GlossaryView:
    """Return the glossary by the alphabet; accents and capitals do not change the order."""
    entry = next(iter(lookups.dataset.of(PublicGlossary)), None)
    every = entry.record.terms if entry and entry.record else ()
    terms = sorted(_terms(lookups), key=lambda each: (_sorted_as(each.term), each.id))
    letters: dict[str, list[PublicGlossaryTerm]] = {}
    for term in terms:
        first = _sorted_as(term.term)[:1].upper()
        heading = first if first.isascii() else "Other letters"
        letters.setdefault(heading if first.isalpha() else "0 to 9", []).append(term)
    return GlossaryView(
        entry=entry,
        letters=tuple((letter, tuple(found)) for letter, found in letters.items()),
        withheld=tuple(term for term in every if term not in terms),
        terms={term.id: term for term in every},
    )


def terms_called(lookups: Lookups, word: object) -> tuple[PublicGlossaryTerm, ...]:
    """Return the terms that a word means: the one with this id, else all that are written so."""
    if not isinstance(word, str):
        return ()
    terms = tuple(_terms(lookups))
    known = [term for term in terms if term.id == word]
    wanted = " ".join(word.split()).casefold()
    return tuple(known or [term for term in terms if wanted in {each.casefold() for each in _names(term)}])


def nearest(lookups: Lookups, word: str) -> list[str]:
    """Return the words of the glossary that resemble a word most."""
    known = {name.casefold(): name for term in _terms(lookups) for name in _names(term)}
    return [known[each] for each in difflib.get_close_matches(word.casefold(), known, n=3)]


def _terms(lookups: Lookups) -> Iterator[PublicGlossaryTerm]:
    """Yield the terms whose word the public may see."""
    for glossary in lookups.dataset.records(PublicGlossary):
        yield from (term for term in glossary.terms if not (term.withheld and term.withheld.what == "whole"))


def _names(term: PublicGlossaryTerm) -> list[str]:
    found = (term.term, term.short, term.long, *term.also)
    return [" ".join(prose.plain(each).split()) for each in found if each and "[[" not in each]


def _sorted_as(word: str) -> str:
    """Return a word as it is sorted: small letters without accents."""
    apart = unicodedata.normalize("NFKD", prose.plain(word).casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).lstrip("\u2018\u201c'\"(")
