"""How much of a source stands in its draft, counted without knowing how the draft was made.

Runs of five words are compared: a run counts as kept when the same five words stand after each other in a
text of the record. A paragraph or cell of fewer words is one run. Signs and case do not count. A field of the
record may begin where the source has a comma, a colon, a dash or a bracket: there a run may be parted. A
label is kept when a key of the record says the same.
"""
# ruff: noqa: SIM905 (a list of words reads better as one text)

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from records.importing.blocks import BULLET, Source, Spot, blocks_in

RUN = 5
LONGEST_LABEL = 28
_WORD = re.compile(r"[^\W_]+")
_SIGNS = re.compile(r"\\(?=[^\w\s])|[*_`]+|['\u2018\u2019]")
_MARK = re.compile(r"\[\[(?:action|decision) [a-z0-9-]+\]\]")
_PARTING = re.compile(r"[,;:()\[\]\u2013\u2014/|\t]|\s-\s|(?<=\d)[.)](?=\s)")
_LABELLED = re.compile(r"\W*(?:[^\W\d_]+[ ./-]+){0,3}[\w./-]*\d[\w./-]*[.):]?\s+")
_LABELS = frozenset(
    "action actions point points item items decision decisions resolved agreed date time place venue "
    "location "
    "title meeting chair chaired chairperson by present apologies attendees attendance in members "
    "member at name "
    "names representing attending organisation organization agency role post job initials owner owners "
    "who lead "
    "due when deadline status minutes taken notes for absence received from of the layout permalink "
    "agenda no "
    "ref number page update appendices appendix annex background papers attachments "
    "required invited none action: also and to".split()
)


@dataclass(frozen=True, slots=True)
class Audit:
    """How much was kept, and what was not."""

    runs: int
    kept: int
    missing: tuple[tuple[Spot, str], ...] = ()
    """The paragraphs of which runs are missing, as printed."""

    @property
    def share(self) -> float:
        """The share of runs kept, from 0 to 1."""
        return self.kept / self.runs if self.runs else 1.0


def audited(source: Source, record: Mapping[str, Any], names: Iterable[str] = ()) -> Audit:
    """Return how much of a source stands in the plain values of a record.

    `names` are the names of people, bodies and groups whose ids the record gives in place of their names.
    """
    known = _grams([*_texts(record), *names])
    runs = kept = 0
    missing: list[tuple[Spot, str]] = []
    for spot, text in _segments(source):
        every = list(_runs(_pieces(text)))
        found = sum(_is_kept(run, known) for run in every)
        runs += len(every)
        kept += found
        if found < len(every):
            missing.append((spot, text))
    return Audit(runs, kept, tuple(missing))


Piece = tuple[str, int]
"""A word, and the number of the part of its paragraph, between two signs, in which it stands."""


def _pieces(text: str) -> list[Piece]:
    label = _LABELLED.match(text)
    start = label[0] if label and len(label[0]) < LONGEST_LABEL else ""
    parts = [*re.split(r"[ -]", start), *_PARTING.split(_MARK.sub(" ", text[len(start) :]))]
    return [(word, at) for at, part in enumerate(parts) for word in words_of(part)]


def _is_kept(run: Sequence[Piece], known: set[tuple[str, ...]]) -> bool:
    words = tuple(word for word, _ in run)
    if words in known or (len(words) < RUN and set(words) <= _LABELS):
        return True
    parts = [tuple(word for word, part in run if part == at) for at in dict.fromkeys(part for _, part in run)]
    return len(parts) > 1 and all(part in known or set(part) <= _LABELS for part in parts)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, small, without signs and marks."""
    return tuple(_WORD.findall(_SIGNS.sub("", _MARK.sub(" ", text)).lower()))


def _runs(words: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    if not words:
        return
    for at in range(max(1, len(words) - RUN + 1)):
        yield words[at : at + RUN]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
    else:
        yield str(value)


def _grams(texts: Iterable[str]) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for text in texts:
        words = words_of(text)
        for size in range(1, RUN + 1):
            found.update(words[at : at + size] for at in range(len(words) - size + 1))
    return found


def _segments(source: Source) -> Iterator[tuple[Spot, str]]:
    """Yield the paragraphs and cells of a source with their numbers and margins, and its oddities."""
    for part in source.parts:
        for block in blocks_in((part,)):
            if block.number not in {"", BULLET}:
                yield block.spot, block.number
            yield block.spot, block.text
            if block.margin:
                yield block.spot, block.margin
    for oddity in source.oddities:
        if oddity.kind not in {"lost-letters", "inserted"}:
            yield oddity.spot, oddity.text
