"""The glossary: the words and abbreviations of the partnership, explained. It is one file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar

from problems import Problem, Severity, Wording
from records.fields import Id, Line, Prose, Public, Reference, WebAddress, one_or_more
from records.kind import Key, Kind, Locate, Part
from records.periods import line_of
from records.withholding import Record, Withholdable

SAME_WORD = Wording(
    "glossary-same-word",
    "The terms `{other}` ({where}) and `{id}` have the same name, abbreviation or other spelling.",
    "If they are one thing, join them; if not, tell them apart in `term`, so that a reader finds the right "
    "one.",
    severity=Severity.WARNING,
)

TermRef = Annotated[Id, Reference(("terms",), within=True)]
"""Another term of the glossary."""


class GlossaryTerm(Withholdable):
    """A word of the partnership, or an abbreviation, with what it means."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"id", "term", "short"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"id"})

    id: Public[Id]
    """Id within the glossary: `#term-` and this is its address."""

    term: Public[Line]
    """The word, under which it stands in the alphabet."""

    short: Public[Line | None] = None
    """The abbreviation: LADO."""

    long: Public[Line | None] = None
    """The full form, where `term` is not it."""

    also: Public[Annotated[tuple[Line, ...], one_or_more()]] = ()
    """Other spellings and former names, by which it can be found."""

    meaning: Public[Prose]
    """What it means, in a sentence or two that somebody understands who has never heard of it."""

    see_also: Public[tuple[TermRef, ...]] = ()
    """Other terms of this glossary."""

    source: Public[Line | None] = None
    """The law or guidance from which the meaning comes."""

    address: Public[WebAddress | None] = None
    """Where more can be read."""


class Glossary(Record):
    """The glossary. There is at most one such record: `data/glossary.yml`."""

    title: Public[Line] = "Glossary"
    """What it is called."""

    introduction: Public[Prose | None] = None
    """What stands before the first term."""

    terms: Public[tuple[GlossaryTerm, ...]] = ()
    """The terms, in any order: the page sorts them by the alphabet."""


def _same_words(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a warning for each two terms that share a name, an abbreviation or another spelling."""
    for key, glossary in records.items():
        if key[0] != KIND.name:
            continue
        first: dict[str, tuple[int, str]] = {}
        told: set[tuple[int, int]] = set()
        for position, term in enumerate(glossary.terms):
            for field in ("term", "short", "also"):
                value = getattr(term, field) or ()
                for word in value if isinstance(value, tuple) else (value,):
                    known, known_field = first.setdefault(word.casefold(), (position, field))
                    if known != position and (known, position) not in told:
                        told.add((known, position))
                        yield SAME_WORD.at(
                            locate(key, ("terms", position, field)),
                            id=term.id,
                            other=glossary.terms[known].id,
                            where=line_of(locate(key, ("terms", known, known_field))),
                        )


KIND = Kind(
    name="glossary",
    model=Glossary,
    word="glossary",
    title="Glossary",
    order=16,
    single=True,
    required=False,
    example={"title": "Glossary"},
    parts={"terms": Part(GlossaryTerm, "term")},
    checks=(_same_words,),
)
