"""The questions about what would be published of a record, each with all the places of its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from editions.fields import PublicRecord
from editions.texts import texts_of
from problems import Place, Problem, Wording
from redaction.searching import question_messages as messages
from redaction.searching.asks import Ask, Sort, asked_in
from redaction.searching.folding import fold_source
from redaction.searching.placing import Locate
from redaction.searching.scanning import Scanner, find

WORDINGS = {
    Sort.KNOWN: messages.KNOWN_WORDS,
    Sort.COLLEAGUE: messages.NAME_OF_COLLEAGUE,
    Sort.NAME: messages.WITHHELD_NAME,
    Sort.NUMBER: messages.WITHHELD_NUMBER,
    Sort.RUN: messages.WITHHELD_RUN,
}


Places = list[tuple[Place, int]]
"""The places of words, each with where in its line they begin."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that a person has to decide."""

    words: str = field(repr=False)
    wording: Wording
    gaps: tuple[tuple[str, str], ...]
    """What fills the gaps of the wording, but for `more`."""

    places: tuple[Place, ...]
    """Every place of the words, first that of the message."""

    at: int
    """Where in the first line the words begin, from 1."""

    rank: int
    """The lowest is the most important."""

    @property
    def name(self) -> str:
        """What the question is called where its words must not be said: file, line, and place in the line."""
        first = self.places[0]
        return f"{first.file}:{first.line}:{self.at}"

    @property
    def problem(self) -> Problem:
        """The question as a problem, which names all its places and holds none of its words."""
        return self.wording.at(
            self.places[0], private_text=self.words, more=_also(self.places), **dict(self.gaps)
        )


def questions_about(
    record: PublicRecord, locate: Locate, scanner: Scanner, earlier: PublicRecord | None = None
) -> tuple[Question, ...]:
    """Return what is to be asked about the public words of a record, the most important first.

    Passed over is what stood in the `earlier` edition already: somebody signed that off. So is what stands
    in a secret that is refused in the same text.
    """
    signed = {ask.folded for ask, _, _ in _asked(earlier, scanner)} if earlier is not None else set()
    places: dict[Ask, Places] = {}
    for ask, path, start in _asked(record, scanner):
        if ask.folded not in signed:
            places.setdefault(ask, []).append(start.within(locate(path)))
    return question_of_each(
        (ask.words, WORDINGS[ask.sort], (("where", str(ask.where)),), found, list(Sort).index(ask.sort))
        for ask, found in places.items()
        if not _is_part(ask, found, places)
    )


def question_of_each(
    asked: Iterable[tuple[str, Wording, tuple[tuple[str, str], ...], Places, int]],
) -> tuple[Question, ...]:
    """Return questions, the most important first: each of words, wording, gaps, places and rank."""
    found = [
        Question(words, wording, gaps, tuple(dict.fromkeys(place for place, _ in places)), places[0][1], rank)
        for words, wording, gaps, places, rank in asked
    ]
    return tuple(sorted(found, key=lambda each: each.rank))


@dataclass(frozen=True, slots=True)
class Start:
    """Where words begin in a text."""

    line: int
    """From 0."""

    at: int
    """From 1."""

    def within(self, place: Place) -> tuple[Place, int]:
        """Return the place in the file, of a text that begins at a place; only a block has several lines."""
        is_block = place.line and not place.column
        return (replace(place, line=place.line + self.line) if is_block else place), self.at


def start_in(text: str, position: int) -> Start:
    """Return where in a text a position is."""
    return Start(text.count("\n", 0, position), position - text.rfind("\n", 0, position))


def _asked(record: PublicRecord, scanner: Scanner) -> Iterator[tuple[Ask, tuple[str, ...], Start]]:
    """Yield what is asked about, the way to the public text, and where in it the words begin."""
    for path, text in texts_of(record):
        found = tuple(asked_in(scanner.asks, text))
        refused = [fold_source(each.text) for each in find(scanner, fold_source(text))] if found else []
        for ask, start in found:
            if not any(ask.folded in each for each in refused):
                yield ask, path, start_in(text, start)


def _is_part(ask: Ask, found: Places, places: dict[Ask, Places]) -> bool:
    """Return whether a question is answered with another, whose words hold these at each of their places."""
    return any(
        other is not ask
        and ask.folded in other.folded
        and {place for place, _ in found} <= {place for place, _ in wider}
        for other, wider in places.items()
    )


def _also(places: Iterable[Place]) -> str:
    """Return a sentence about the places of words after the first."""
    lines = [str(each.line) for each in list(places)[1:] if each.line]
    if not lines:
        return ""
    return (
        f" They also stand on line {lines[0]}."
        if len(lines) == 1
        else (f" They also stand on lines {', '.join(lines[:-1])} and {lines[-1]}.")
    )
