"""Which abbreviations of the glossary a record uses, so that its page can say what they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from editions.fields import PublicRecord
from editions.kinds.glossary import PublicGlossary, PublicGlossaryTerm
from macros.texts import prose
from macros.views.lookups import Lookups

_CAPITALS = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[\w&/-]+")
"""An abbreviation is one word with two capitals or more: LADO, DfE."""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation with its meaning."""

    short: str
    long: str
    id: str
    """Of its term in the glossary."""


def finder(lookups: Lookups) -> Callable[[PublicRecord], tuple[Abbreviation, ...]]:
    """Return what finds the abbreviations that a record uses, by the alphabet.

    They are looked for in all its public words, its keys among them, which are no capitals.
    """
    known = {
        each.short: each
        for glossary in lookups.dataset.records(PublicGlossary)
        for term in glossary.terms
        for each in _of(term)
    }
    if not known:
        return lambda _: ()
    wholes = {short: re.compile(rf"(?<![\w-]){re.escape(short)}(?=s?(?![\w-]))") for short in sorted(known)}

    def found(record: PublicRecord) -> tuple[Abbreviation, ...]:
        words = record.model_dump_json()
        return tuple(
            known[short] for short, whole in wholes.items() if short in words and whole.search(words)
        )

    return found


def _of(term: PublicGlossaryTerm) -> Iterator[Abbreviation]:
    """Yield the abbreviations of a term whose words are public."""
    if term.withheld is not None:
        return
    names = [prose.plain(each) for each in (term.term, term.short, term.long, *term.also) if each]
    full = max((name for name in names if not _CAPITALS.fullmatch(name)), key=len, default="")
    for name in names if full else ():
        if _CAPITALS.fullmatch(name):
            yield Abbreviation(name, prose.plain(term.long) if term.long else full, term.id)
