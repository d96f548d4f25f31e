"""The public form of the glossary."""

from __future__ import annotations

from editions.fields import PublicLine, PublicProse, PublicRecord, PublicUnit, RecordId
from editions.kind import PublicKind


class PublicGlossaryTerm(PublicUnit):
    """A word of the partnership, or an abbreviation, with what it means."""

    anchor = "term-"

    id: RecordId
    """Id within the glossary: `#term-` and this is its address."""

    term: PublicLine
    """The word, under which it stands in the alphabet."""

    short: PublicLine | None = None
    """The abbreviation: LADO."""

    long: PublicLine | None = None
    """The full form, where `term` is not it."""

    also: tuple[PublicLine, ...] = ()
    """Other spellings and former names, by which it can be found."""

    meaning: PublicProse
    """What it means, in a sentence or two that somebody understands who has never heard of it."""

    see_also: tuple[RecordId, ...] = ()
    """Other terms of this glossary."""

    source: PublicLine | None = None
    """The law or guidance from which the meaning comes."""

    address: str | None = None
    """Where more can be read."""


class PublicGlossary(PublicRecord):
    """The glossary. There is at most one such record: `data/glossary.yml`."""

    title: PublicLine = "Glossary"
    """What it is called."""

    introduction: PublicProse | None = None
    """What stands before the first term."""

    terms: tuple[PublicGlossaryTerm, ...] = ()
    """The terms, in any order: the page sorts them by the alphabet."""


KIND = PublicKind(name="glossary", model=PublicGlossary, order=16, parts={"terms": PublicGlossaryTerm})
