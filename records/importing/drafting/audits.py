"""How much of a source stands in its draft, counted without knowing how the draft was made.

Runs of five words are compared: a run counts as kept when the same five words stand after each other in a
text of the record. A paragraph or cell of fewer words is one run. Signs and case do not count. A field of the
record may begin where the source has a comma, a colon, a dash or a bracket: there a run may be parted. A
label is kept when a key of the record says the same.
"""
# ruff: noqa: SIM905 (a list of words reads better as one text)

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from records.importing.paragraphs.blocks import BULLET, Source, Spot, blocks_in

RUN = 5
LONGEST_LABEL = 28
_WITHIN = r"(?:\\?[*_`~]|['\u2018\u2019])"
_WORD = re.compile(rf"[^\W_]+(?:{_WITHIN}+[^\W_]+)*")
_SIGNS = re.compile(_WITHIN)
_MARK = re.compile(r"\[\[(?:action|decision) [a-z0-9-]+\]\]")
_PARTING = re.compile(r"[,;:()\[\]\u2013\u2014/|\t]|\s-\s|(?<=\d)[.)](?=\s)|(?<=[.!?])\s")
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
    """The words that stand in no run that was kept, in the order of the source."""

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
        words = _pieces(text)
        starts = range(max(1, len(words) - RUN + 1) if words else 0)
        found = [at for at in starts if _is_kept(words[at : at + RUN], known)]
        runs += len(starts)
        kept += len(found)
        if len(found) < len(starts):
            missing += ((spot, lost) for lost in _without(text, words, found))
    return Audit(runs, kept, tuple(missing))


class Piece(NamedTuple):
    """A word of a paragraph."""

    word: str
    part: int
    """In which part of the paragraph it stands, between two signs."""
    start: int
    end: int


def _pieces(text: str) -> list[Piece]:
    """Return the words of a paragraph; its label is parted from the rest, and from its number."""
    label = _LABELLED.match(text)
    start = label.end() if label and label.end() < LONGEST_LABEL else 0
    signs = sorted(
        [*(found.start() for found in _PARTING.finditer(text, start)), *_breaks(text[:start]), start]
    )
    return [
        Piece(_SIGNS.sub("", found[0]).lower(), bisect_right(signs, found.start()), *found.span())
        for found in _WORD.finditer(text)
    ]


def _breaks(label: str) -> Iterator[int]:
    return (found.start() for found in re.finditer(r"[ -]", label))


def _is_kept(run: Sequence[Piece], known: set[tuple[str, ...]]) -> bool:
    words = tuple(piece.word for piece in run)
    if words in known or (len(words) < RUN and set(words) <= _LABELS):
        return True
    parts = [tuple(each.word for each in run if each.part == at) for at in dict.fromkeys(p.part for p in run)]
    return len(parts) > 1 and all(part in known or set(part) <= _LABELS for part in parts)


def _without(text: str, words: Sequence[Piece], kept: Sequence[int]) -> Iterator[str]:
    """Yield the words outside the runs that were kept, as printed, those after each other together."""
    covered = {at for start in kept for at in range(start, start + RUN)}
    lost = [at for at in range(len(words)) if at not in covered]
    first = 0
    for at in range(1, len(lost) + 1):
        if at == len(lost) or lost[at] != lost[at - 1] + 1:
            yield text[words[lost[first]].start : words[lost[at - 1]].end]
            first = at


def lost_in(audit: Audit, record: Mapping[str, Any]) -> tuple[tuple[Spot, str], ...]:
    """Return which of the words that an audit missed stand nowhere in a record, in this order."""
    texts = [f" {' '.join(words_of(text))} " for text in _texts(record)]
    return tuple(
        (spot, words)
        for spot, words in audit.missing
        if not any(f" {' '.join(words_of(words))} " in text for text in texts)
    )


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, small, without signs and marks."""
    return tuple(_SIGNS.sub("", word).lower() for word in _WORD.findall(_MARK.sub(" ", text)))


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
