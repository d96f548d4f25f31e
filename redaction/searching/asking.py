"""What is asked about of all that is withheld: names, numbers and runs of words that are rare in public."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from problems import Place
from redaction.searching.asks import Ask, Sort
from redaction.searching.capitals import Name, names_in, small_words
from redaction.searching.folding import fold, fold_source
from redaction.searching.forms import spelt
from redaction.searching.ordinary import is_ordinary
from redaction.searching.publicity import Public
from redaction.searching.terms import FEWEST, found_in, search_for

RARE = 2
"""In how many records a name or number stands in public at most, to be asked about."""

RUN_ASKED = 4
"""Words in a run that is asked about. Runs of six are refused without a question."""

TELLING = 3
"""Words of a run that must be long ones."""

LONG = 5
"""Letters of a long word."""

_YEARS = range(1900, 2100)
_NUMBER = re.compile(r"(?<![\w.,/:-])(?:\d{1,3}(?:,\d{3})+|\d{4,})(?![\w/:-])")


def withheld_asks(
    secrets: Iterable[tuple[str, Place]],
    public: Sequence[Public],
    small: Collection[str],
    left_out: Collection[str],
) -> tuple[Ask, ...]:
    """Return the names, numbers and runs in texts that are withheld, if they are rare in public.

    `small` are the words that public texts write small. `left_out` are folded words that are no secret, or
    need no question because they are refused anyway.
    """
    texts = list(secrets)
    small = {*small, *small_words(text for text, _ in texts)}
    found: dict[str, Ask] = {}
    for text, place in texts:
        for ask in (*_names(text, place, small), *_numbers(text, place), *_runs(text, place)):
            known = found.get(ask.folded)
            if ask.folded not in left_out and (known is None or (known.inside and not ask.inside)):
                found[ask.folded] = ask
    return tuple(_rare(list(found.values()), public))


def _rare(asks: list[Ask], public: Sequence[Public]) -> Iterator[Ask]:
    """Yield what stands in public somewhere, and in few records."""
    search = search_for([each.folded for each in asks])
    times: Counter[int] = Counter()
    for each in public:
        times.update(found_in(search, each.folded))
    for position, ask in enumerate(asks):
        if 1 <= times[position] <= (1 if ask.sort is Sort.RUN else RARE):
            yield ask


def _names(text: str, place: Place, small: Collection[str]) -> Iterator[Ask]:
    for name in names_in(text, small):
        yield from _of_name(name, place, small)


def _of_name(name: Name, place: Place, small: Collection[str]) -> Iterator[Ask]:
    """Yield a whole name, and each word of it that is no ordinary one."""
    alone = [word for word in name.words if fold(word).strip() not in small and not is_ordinary(fold(word))]
    ways = [name.words, *((word,) for word in alone)] if len(name.words) > 1 else [name.words]
    for words in ways:
        folded = fold(" ".join(words))
        if len(folded.replace(" ", "")) >= FEWEST and not (len(words) == 1 and is_ordinary(folded)):
            inside = name.begins and words[0] == name.words[0] and len(words) == 1
            spelling = spelt(folded.split())
            yield Ask(" ".join(words), folded, place, Sort.NAME, spelling, inside=inside)


def _numbers(text: str, place: Place) -> Iterator[Ask]:
    for found in _NUMBER.findall(text):
        digits = found.replace(",", "")
        if int(digits) in _YEARS and "," not in found:
            continue
        for written in dict.fromkeys((digits, f"{int(digits):,}")):
            yield Ask(found, fold(written), place, Sort.NUMBER)


def _runs(text: str, place: Place) -> Iterator[Ask]:
    words = fold_source(text).split()
    long = [len(word) >= LONG and not word.isdecimal() for word in words]
    for start in range(len(words) - RUN_ASKED + 1):
        if sum(long[start : start + RUN_ASKED]) >= TELLING:
            run = " ".join(words[start : start + RUN_ASKED])
            yield Ask(run, f" {run} ", place, Sort.RUN)
