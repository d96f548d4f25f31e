"""Looking at words of the command line that become public: a note, a role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path

from cli.reading import scanner_of
from editions.published import Published
from problems import Place, Problem
from records.loading import FOLDER as DATA
from records.loading import load
from redaction import takedown_messages as messages
from redaction.searching.decided import Decided, decided_on
from redaction.searching.finding import findings_beside, secrets_beside


def about_words(
    project: Path, published: Published, day: date, words: Mapping[str, str | None]
) -> tuple[Problem, ...]:
    """Return what keeps words, each by its option, from being published: what is withheld, or looks private.

    Broken records hide what is withheld in them, and never stop a takedown. Without `data/`, what looks
    private is still seen.
    """
    said = {option: text for option, text in words.items() if text}
    if not said:
        return ()
    if not (project / DATA).is_dir():
        return tuple(_of_each(said, Decided()))
    try:
        records = load(project)
        scanner = scanner_of(records, published, day)
    except OSError:
        return tuple(messages.NOT_SEARCHED.at(Place(option)) for option in said)
    found = [secrets_beside(scanner, [text], Place(option)) for option, text in said.items()]
    return (*chain.from_iterable(found), *_of_each(said, decided_on(records, day)))


def _of_each(said: Mapping[str, str], decided: Decided) -> Iterator[Problem]:
    """Yield what is wrong with words by themselves."""
    for option, text in said.items():
        yield from findings_beside([text], Place(option), decided)
