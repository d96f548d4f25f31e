"""Paragraphs held to a size at which every rule is quick: long spaces shortened, long texts parted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from records.importing.paragraphs.blocks import Block, Part, Run, Source, Table
from records.importing.paragraphs.signs import plain_signs

LONGEST = 8_000
"""The longest paragraph, in signs: some 1,300 words."""

_SPACES = re.compile(r"[^\S\n]{5,}")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\s+")


def bounded(source: Source) -> Source:
    """Return a source whose paragraphs are of a size that can be searched; no word of them is lost."""
    parts = tuple(bound for part in source.parts for bound in _parts(part))
    oddities = tuple(replace(each, text=" ".join(plain_signs(each.text).split())) for each in source.oddities)
    return replace(source, parts=parts, oddities=oddities)


def _parts(part: Part) -> Iterator[Part]:
    if isinstance(part, Block):
        yield from _blocks(part)
        return
    rows = tuple(
        tuple(tuple(bound for block in cell for bound in _blocks(block)) for cell in row) for row in part.rows
    )
    yield Table(rows, part.spot)


def _blocks(block: Block) -> Iterator[Block]:
    runs = tuple(replace(run, text=_SPACES.sub("    ", run.text)) for run in block.runs)
    if sum(len(run.text) for run in runs) <= LONGEST:
        yield replace(block, runs=runs)
        return
    held: list[Run] = []
    size = 0
    first = True
    for run in (piece for whole in runs for piece in _pieces(whole)):
        if size + len(run.text) > LONGEST and held:
            yield _begun(block, held, first=first)
            held, size, first = [], 0, False
        held.append(run)
        size += len(run.text)
    yield _begun(block, held, first=first)


def _begun(block: Block, runs: list[Run], *, first: bool) -> Block:
    """Return a piece of a paragraph; only the first has its number."""
    return (
        replace(block, runs=tuple(runs)) if first else replace(block, runs=tuple(runs), number="", depth=-1)
    )


def _pieces(run: Run) -> Iterator[Run]:
    """Yield a run in pieces that end between words where they can."""
    text = run.text
    while len(text) > LONGEST:
        cuts = [found.end() for found in _SENTENCE.finditer(text, LONGEST // 2, LONGEST)]
        cut = cuts[-1] if cuts else LONGEST
        yield replace(run, text=text[:cut])
        text = text[cut:]
    yield replace(run, text=text)
