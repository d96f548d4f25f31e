"""Terms: the words by which a secret is searched for, and the search for all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ahocorasick_rs import BytesAhoCorasick

RUN = 6
"""Words in a run. A longer text is searched for by each of its runs, so that a part of it is found too."""

FEWEST = 4
"""Letters and digits that a term has at least; anything shorter stands everywhere."""


def terms_in(folded: str) -> Iterator[str]:
    """Yield the terms of a folded text, each with a space before and after it.

    A short text is one term. A longer one gives every run of six words in it.
    """
    words = folded.split()
    if len(words) <= RUN:
        if sum(map(len, words)) >= FEWEST:
            yield f" {' '.join(words)} "
        return
    for start in range(len(words) - RUN + 1):
        yield f" {' '.join(words[start : start + RUN])} "


def phrases_in(folded: str) -> Iterator[str]:
    """Yield every phrase of a folded text that is no longer than a run, in the form of a term."""
    words = folded.split()
    for start in range(len(words)):
        for end in range(start + 1, min(start + RUN, len(words)) + 1):
            yield f" {' '.join(words[start:end])} "


@dataclass(frozen=True, slots=True)
class Search:
    """Terms made ready to be searched for, all in one pass."""

    terms: Sequence[str] = field(repr=False)
    machine: BytesAhoCorasick | None = field(repr=False)
    """None when there is nothing to search for. It takes bytes, because counting characters is slow."""
    excusing: bool = False
    """Whether it also knows phrases that may be published, behind the terms."""


def search_for(terms: Sequence[str], allowed: Iterable[str] = ()) -> Search:
    """Return a search for these terms.

    Where one stands in a longer phrase that is allowed, it is passed over.
    """
    if not terms:
        return Search(terms, None)
    machine = BytesAhoCorasick([term.encode() for term in terms])
    known = set(terms)
    plain = Search(terms, machine)
    phrases = [phrase for phrase in allowed if phrase not in known and found_in(plain, phrase)]
    if not phrases:
        return plain
    return Search(terms, BytesAhoCorasick([each.encode() for each in (*terms, *phrases)]), excusing=True)


def found_in(search: Search, folded: str) -> set[int]:
    """Return the positions of the terms that stand in a folded text, at the ends of words."""
    if search.machine is None:
        return set()
    found = search.machine.find_matches_as_indexes(folded.encode(), overlapping=True)
    if not search.excusing:
        return {term for term, _, _ in found}
    last = len(search.terms)
    allowed = [(start, end) for term, start, end in found if term >= last]
    return {
        term
        for term, start, end in found
        if term < last and not any(begins <= start and end <= ends for begins, ends in allowed)
    }


def found_in_any(search: Search, folded: Iterable[str]) -> set[int]:
    """Return the positions of the terms that stand in one of these folded texts."""
    return found_in(search, "\n".join(folded))
