"""Names to look at: capitals in public prose that name nobody who is known to be public."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from editions.fields import PublicRecord
from editions.texts import texts_of
from problems import Place
from records.loading import Records
from redaction.searching.capitals import Name, names_in, small_words
from redaction.searching.decided import decided_on
from redaction.searching.folding import fold
from redaction.searching.ordinary import is_ordinary
from redaction.searching.placing import Locate
from redaction.searching.publicity import public_phrases, said_in_public, values_of, well_known_phrases
from redaction.searching.questions import start_in

OFTEN = 3
"""In how many records a name stands in public at least, to be taken for a known one."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name that a reviewer should look at."""

    words: str = field(repr=False)
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Familiar:
    """What is known by name, in a partnership as a whole."""

    small: frozenset[str] = field(repr=False)
    """Words that are written small somewhere."""

    known: frozenset[str] = field(repr=False)
    """Folded names that are public, or stand in many records."""


def familiar_names(records: Records, day: date, suppressed: Collection[str] = ()) -> Familiar:
    """Return what is known by name: public people and bodies, the glossary, titles, what somebody allowed.

    It is worked out once for all records, because it reads every one of them.
    """
    read = [(loaded, tuple(values_of(loaded))) for loaded in records.loaded.values()]
    said = said_in_public(values for _, values in read)
    small = small_words(text for each in said for text in each.texts)
    times = Counter(
        folded
        for each in said
        for folded in {_folded(name) for text in each.texts for name in names_in(text, small)}
    )
    often = {folded for folded, number in times.items() if number >= OFTEN}
    allowed = decided_on(records, day).allowed
    return Familiar(
        small,
        frozenset({*public_phrases(records, suppressed), *well_known_phrases(read), *allowed, *often}),
    )


def names_to_look_at(
    public: PublicRecord, locate: Locate, familiar: Familiar, earlier: PublicRecord | None = None
) -> tuple[Named, ...]:
    """Return the names in the public prose of a record that nobody is known by, in their order.

    Left out are what is familiar, what the `earlier` edition said already, and single words that only begin
    sentences. None of them stops a sign-off.
    """
    old = texts_of(earlier) if earlier is not None else ()
    before = {_folded(name) for _, text in old for name in names_in(text, familiar.small)}
    found: dict[str, tuple[str, list[Place]]] = {}
    sure: set[str] = set()
    for path, text in texts_of(public):
        for name in names_in(text, familiar.small):
            folded = _folded(name)
            if folded not in before and not _is_known(name, familiar.known):
                place, _ = start_in(text, name.start).within(locate(path))
                found.setdefault(folded, (" ".join(name.words), []))[1].append(place)
                if not name.begins or len(name.words) > 1:
                    sure.add(folded)
    return tuple(
        Named(words, tuple(dict.fromkeys(places)))
        for folded, (words, places) in found.items()
        if folded in sure
    )


def _folded(name: Name) -> str:
    return fold(" ".join(name.words))


def _is_known(name: Name, known: Collection[str]) -> bool:
    """Return whether a name, or each word of it, is known or ordinary, or a single letter."""
    if _folded(name) in known:
        return True
    words = [fold(word) for word in name.words]
    return all(word in known or is_ordinary(word) or len(word.strip()) == 1 for word in words)
