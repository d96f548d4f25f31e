"""What is searched for of the known terms, and of the words that somebody decided to withhold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from problems import Place
from records.side_files.aside import Source
from records.side_files.known_terms import KnownTerm
from redaction.searching.asks import Ask, Sort
from redaction.searching.capitals import small_words
from redaction.searching.folding import fold, fold_source
from redaction.searching.forms import Form, forms_of, spelt
from redaction.searching.publicity import Public
from redaction.searching.terms import found_in, search_for

OFTEN = 5
"""In how many records a single word stands in public at least, to be taken for an ordinary one."""

TWICE = 2
"""In how many records a word is written small at least, to be taken for an ordinary one."""


@dataclass(frozen=True, slots=True)
class Known:
    """The known terms, made ready to be searched for."""

    sure: tuple[tuple[str, Place], ...] = field(default=(), repr=False)
    """Folded words that mean a term wherever they stand, and the place of the term."""

    asks: tuple[Ask, ...] = ()
    """Words that may mean a term."""


def known_words(
    terms: Iterable[Source],
    withheld: Iterable[tuple[str, Place]],
    public: Sequence[Public],
    names: Collection[str],
    allowed: Collection[str] = (),
) -> Known:
    """Return what is searched for of the known terms and of words that were decided to be withheld.

    A form asks if it is short, an ordinary word, or the name of somebody public: `names` are their folded
    phrases. `public` is what each record says. A form that is `allowed` is left out, and no other with it.
    """
    forms = [(form, each.place) for each in terms for form in forms_of(each.term)]
    decided = [(form, words, place) for words, place in withheld for form in _as_decided(words)]
    if not forms and not decided:
        return Known()
    ordinary = _ordinary({form.folded for form, _ in forms if not form.asks}, public)
    sure: dict[str, Place] = {}
    asks: dict[str, Ask] = {}
    for form, place in forms:
        if form.asks or form.folded in ordinary or form.folded in names:
            spelling = form.spelling or (spelt(form.folded.split()) if form.folded in ordinary else None)
            asks.setdefault(form.folded, Ask(form.folded.strip(), form.folded, place, Sort.KNOWN, spelling))
        else:
            sure.setdefault(form.folded, place)
    for form, words, place in decided:
        if form.asks:
            asks[form.folded] = Ask(words, form.folded, place, Sort.KNOWN, form.spelling)
        else:
            sure[form.folded] = place
    for folded in allowed:
        sure.pop(folded, None)
        asks.pop(folded, None)
    kept = tuple(each for each in asks.values() if each.folded not in sure)
    return Known(tuple((folded, sure[folded]) for folded in _shortest(sure)), kept)


def _as_decided(words: str) -> tuple[Form, ...]:
    """Return the forms of words that somebody decided to withhold: these words, and nothing guessed."""
    known = KnownTerm.model_construct(name=words, sort="project", aliases=(), ask=False)
    folded = fold(words)
    return tuple(form for form in forms_of(known) if form.folded == folded)[:1] or (Form(folded),)


def _ordinary(forms: Iterable[str], public: Sequence[Public]) -> frozenset[str]:
    """Return the single words that are ordinary here: written small, or often, in what is public."""
    single = sorted(form for form in forms if form.count(" ") == len("  "))
    search = search_for(single)
    often: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for each in public:
        found = [single[at] for at in found_in(search, each.folded)]
        often.update(found)
        if found:
            written = {fold_source(word) for word in small_words(each.texts)}
            small.update(form for form in found if form in written)
    return frozenset({form for form in single if often[form] >= OFTEN or small[form] >= TWICE})


def _shortest(sure: Collection[str]) -> Iterator[str]:
    """Yield the forms without those in which another of them stands anyway."""
    for form in sure:
        words = form.split()
        parts = (
            f" {' '.join(words[start:end])} "
            for start in range(len(words))
            for end in range(start + 1, len(words) + 1)
            if end - start < len(words)
        )
        if not any(part in sure for part in parts):
            yield form
