"""The paragraphs and tables of a Word file, with what was struck out, hidden or put beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from records.importing import import_messages as messages
from records.importing.paragraphs.blocks import BULLET, Block, Cell, Part, Run, after, blocks_in
from records.importing.paragraphs.markers import without_marker
from records.importing.paragraphs.signs import plain_signs
from records.importing.readers.refusals import Refusal
from records.importing.readers.tables import tables_in
from records.importing.readers.word_signs import Reader, signs_in, text_of
from records.importing.readers.word_styles import DEEPEST, R, Style, W, is_on, list_of

TWIPS = 120
"""Twentieths of a point that an ordinary letter is wide."""


def body_parts(element: Any, reader: Reader, depth: int = 0) -> Iterator[Part]:
    """Yield the parts of a body, a cell or a box, in order."""
    if depth > DEEPEST:
        raise Refusal(messages.DAMAGED)
    for child in element:
        if child.tag == f"{W}p":
            yield from _paragraph(child, reader, depth)
        elif child.tag == f"{W}tbl":
            yield from _table(child, reader, depth)
        elif child.tag in {
            f"{W}sdt",
            f"{W}sdtContent",
            f"{W}ins",
            f"{W}moveTo",
            f"{W}customXml",
            f"{W}smartTag",
        }:
            yield from body_parts(child, reader, depth + 1)
        elif child.tag in {f"{W}del", f"{W}moveFrom"}:
            reader.odd("deleted", text_of(child))
        elif child.tag == f"{W}altChunk":
            reader.odd("embedded", "another document")


@dataclass
class _Open:
    """A paragraph that is being read."""

    reader: Reader
    style: Style
    runs: list[Run] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)


def _paragraph(element: Any, reader: Reader, depth: int) -> Iterator[Part]:
    """Yield the paragraph, cut at line breaks that begin a new line of a list, and what its boxes hold."""
    reader.count += 1
    properties = element.find(f"{W}pPr")
    style = reader.styles.by_id.get(_value(properties, "pStyle"), Style())
    numbers = properties.find(f"{W}numPr") if properties is not None else None
    key, level = list_of(numbers) if numbers is not None else (style.list_key, style.level)
    here = _Open(reader, style)
    _inline(element, here, Run(""), 0)
    text = "".join(run.text for run in here.runs)
    has_list = key not in {"", "0"}
    number = reader.numbering.next(key, level) if has_list and (text.strip() or here.boxes) else ""
    indent = _indent(properties)
    for at, line in enumerate(_lines(here.runs)):
        block = Block(
            line,
            reader.spot,
            style.heading if at == 0 else 0,
            level if has_list else -1,
            number if at == 0 else "",
            indent,
        )
        if not block.text:
            continue
        yield _beside(block if block.number else _numbered(block))
    for box in here.boxes:
        yield from body_parts(box, reader, depth + 1)


_MARGIN = re.compile(r"\t+\s*(?P<words>[A-Z][\w/,& .-]{0,24})\s*$")


def _beside(block: Block) -> Block:
    """Return a block with the few words after a tab at its end as those of a margin column."""
    text = "".join(run.text for run in block.runs)
    found = _MARGIN.search(text)
    if not found or len(text[: found.start()].split()) <= len(found["words"].split()) * 3:
        return block
    kept = found.start()
    runs: list[Run] = []
    for run in block.runs:
        runs.append(replace(run, text=run.text[:kept]))
        kept = max(0, kept - len(run.text))
    return replace(block, runs=tuple(run for run in runs if run.text), margin=found["words"].strip())


def _lines(runs: list[Run]) -> Iterator[tuple[Run, ...]]:
    """Yield the runs of each line: line breaks in a paragraph were meant."""
    line: list[Run] = []
    for run in runs:
        for at, piece in enumerate(run.text.split("\n")):
            if at:
                yield tuple(line)
                line = []
            if piece:
                line.append(replace(run, text=piece))
    yield tuple(line)


def _numbered(block: Block) -> Block:
    """Return a block whose number or bullet was typed, with it apart from the words."""
    text = block.text
    marked = without_marker(text.replace("\t", "    "), gap=2)
    if not marked.number or not marked.text.strip():
        return block
    words = marked.text.replace("    ", "\t")
    runs = after(block.runs, len(text) - len(words.strip()))
    return replace(
        block,
        runs=runs,
        number=marked.number,
        depth=max(block.depth, 0) if marked.number == BULLET else block.depth,
    )


def _value(properties: Any, name: str) -> str:
    found = properties.find(f"{W}{name}") if properties is not None else None
    return found.get(f"{W}val") or "" if found is not None else ""


def _indent(properties: Any) -> int:
    found = properties.find(f"{W}ind") if properties is not None else None
    left = (found.get(f"{W}left") or found.get(f"{W}start") or "0") if found is not None else "0"
    return int(left) // TWIPS if left.isdigit() and len(left) < len("100000") else 0


_AROUND = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "smartTag", "fldSimple", "customXml", "dir", "bdo")
)


def _inline(element: Any, here: _Open, look: Run, depth: int) -> None:
    """Add the runs of a paragraph, and the boxes in it; note what is struck out or hidden."""
    if depth > DEEPEST:
        raise Refusal(messages.DAMAGED)
    reader = here.reader
    for child in element:
        tag = child.tag
        if tag == f"{W}r":
            _run(child, here, look)
        elif tag == f"{W}hyperlink":
            _inline(child, here, replace(look, link=reader.links.get(child.get(f"{R}id", ""), "")), depth + 1)
        elif tag in {f"{W}ins", f"{W}moveTo"}:
            before = len(here.runs)
            _inline(child, here, look, depth + 1)
            reader.odd("inserted", "".join(run.text for run in here.runs[before:]))
        elif tag in {f"{W}del", f"{W}moveFrom"}:
            reader.odd("deleted", text_of(child))
        elif tag == f"{W}commentRangeStart":
            reader.places.setdefault(f"comment-{child.get(f'{W}id', '')}", reader.spot)
        elif tag in _AROUND:
            _inline(child, here, look, depth + 1)


def _run(element: Any, here: _Open, look: Run) -> None:
    """Add the words of one run."""
    properties = element.find(f"{W}rPr")
    own = here.reader.styles.by_id.get(_value(properties, "rStyle"), Style())
    words = plain_signs("".join(signs_in(element, here.reader, here.boxes)))
    if not words:
        return
    if is_on(properties, "vanish", otherwise=here.style.hidden or own.hidden):
        here.reader.odd("hidden", words)
        return
    if any(is_on(properties, name, otherwise=False) for name in ("strike", "dstrike")):
        here.reader.odd("deleted", words)
        return
    bold = is_on(properties, "b", otherwise=here.style.bold or own.bold)
    italic = is_on(properties, "i", otherwise=False)
    here.runs.append(replace(look, text=words, bold=bold, italic=italic))


def _table(element: Any, reader: Reader, depth: int) -> Iterator[Part]:
    """Yield a table, or what it is a frame around."""
    reader.count += 1
    spot = reader.spot
    rows: list[list[tuple[Cell, str | None]]] = []
    for row in _rows(element):
        if row.find(f"{W}trPr/{W}del") is not None:
            reader.odd("deleted", text_of(row))
        else:
            rows.append([_cell(cell, reader, depth) for cell in _cells(row)])
    yield from tables_in(rows, spot)


def _cell(cell: Any, reader: Reader, depth: int) -> tuple[Cell, str | None]:
    """Return what stands in a cell, and how many columns it says to take."""
    inner = tuple(blocks_in(body_parts(cell, reader, depth + 1)))
    return inner, _value(cell.find(f"{W}tcPr"), "gridSpan")


def _rows(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == f"{W}tr":
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"}:
            yield from _rows(child)


def _cells(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml"}:
            yield from _cells(child)
