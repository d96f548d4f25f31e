"""The paragraphs and tables of a Word file, with what was struck out, hidden or put beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from records.importing.blocks import BULLET, Block, Cell, Oddity, OddityKind, Part, Run, Spot, Table
from records.importing.markers import without_marker
from records.importing.outlines import after
from records.importing.signs import plain_signs
from records.importing.tables import parted
from records.importing.word_numbers import Numbering

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TWIPS = 120
"""Twentieths of a point that an ordinary letter is wide."""

DEEPEST = 60
"""How deep boxes and tables may stand in each other."""

_SYMBOLS = {"F0FC": "\u2713", "F0FE": "\u2713", "F0FB": "\u2717", "F0FD": "\u2717", "F050": "\u2713", "F052": "\u2713", "F0A8": "\u2610"}


@dataclass(frozen=True, slots=True)
class Style:
    """What a style of paragraphs or letters says."""

    heading: int = 0
    bold: bool = False
    hidden: bool = False
    list_key: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a file."""

    by_id: dict[str, Style]

    @classmethod
    def of(cls, root: Any) -> Styles:
        """Return the styles that a part defines, each with what it takes from the one it is based on."""
        raw = {each.get(f"{W}styleId", ""): each for each in root.iter(f"{W}style")} if root is not None else {}
        return cls({key: _style(key, raw) for key in raw})


def _style(key: str, raw: dict[str, Any]) -> Style:
    chain: list[Any] = []
    here: str | None = key
    while here in raw and len(chain) < DEEPEST and raw[here] not in chain:
        chain.append(raw[here])
        based = raw[here].find(f"{W}basedOn")
        here = based.get(f"{W}val") if based is not None else None
    found = Style()
    for each in reversed(chain):
        name = each.find(f"{W}name")
        words = (name.get(f"{W}val") or "").lower() if name is not None else ""
        level = re.fullmatch(r"heading (\d)", words)
        outline = each.find(f"{W}pPr/{W}outlineLvl")
        numbers = each.find(f"{W}pPr/{W}numPr")
        heading = int(level[1]) if level else found.heading
        if outline is not None and (outline.get(f"{W}val") or "9") < "9":
            heading = int(outline.get(f"{W}val")) + 1
        list_key, at = _list_of(numbers) if numbers is not None else (found.list_key, found.level)
        found = Style(
            heading,
            _is_on(each.find(f"{W}rPr"), "b", found.bold),
            _is_on(each.find(f"{W}rPr"), "vanish", found.hidden),
            list_key or found.list_key,
            at,
        )
    return found


@dataclass
class Reader:
    """What is known while the parts are read one after the other."""

    styles: Styles
    numbering: Numbering
    links: dict[str, str]
    oddities: list[Oddity] = field(default_factory=list)
    places: dict[str, Spot] = field(default_factory=dict)
    """Where comments and notes are about, by their kind and number."""
    page: int = 1
    count: int = 0

    @property
    def spot(self) -> Spot:
        """The place of the paragraph that is being read."""
        return Spot(self.page if self.page > 1 else 0, self.count)

    def odd(self, kind: OddityKind, text: str = "") -> None:
        """Note something that is not plain text."""
        words = " ".join(plain_signs(text).split())
        if words or kind in {"picture", "macro"}:
            self.oddities.append(Oddity(kind, self.spot, words))


def _list_of(numbers: Any) -> tuple[str, int]:
    key, level = numbers.find(f"{W}numId"), numbers.find(f"{W}ilvl")
    at = level.get(f"{W}val") if level is not None else "0"
    return (key.get(f"{W}val") or "" if key is not None else "", int(at) if at and at.isdigit() and len(at) == 1 else 0)


def _is_on(properties: Any, name: str, otherwise: bool) -> bool:  # noqa: FBT001  # it is a value, not a switch
    found = properties.find(f"{W}{name}") if properties is not None else None
    if found is None:
        return otherwise
    return (found.get(f"{W}val") or "true") not in {"0", "false", "off", "none"}


def body_parts(element: Any, reader: Reader, depth: int = 0) -> Iterator[Part]:
    """Yield the parts of a body, a cell or a box, in order."""
    if depth > DEEPEST:
        return
    for child in element:
        if child.tag == f"{W}p":
            yield from _paragraph(child, reader, depth)
        elif child.tag == f"{W}tbl":
            yield from _table(child, reader, depth)
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"}:
            yield from body_parts(child, reader, depth + 1)
        elif child.tag in {f"{W}del", f"{W}moveFrom"}:
            reader.odd("deleted", text_of(child))
        elif child.tag == f"{W}altChunk":
            reader.odd("embedded", "another document")


def _paragraph(element: Any, reader: Reader, depth: int) -> Iterator[Part]:
    """Yield the paragraph, cut at line breaks that begin a new line of a list, and what its boxes hold."""
    reader.count += 1
    properties = element.find(f"{W}pPr")
    style = reader.styles.by_id.get(_value(properties, "pStyle"), Style())
    numbers = properties.find(f"{W}numPr") if properties is not None else None
    key, level = _list_of(numbers) if numbers is not None else (style.list_key, style.level)
    runs: list[Run] = []
    boxes: list[Any] = []
    _inline(element, reader, replace(style, heading=0), Run(""), runs, boxes, 0)
    text = "".join(run.text for run in runs)
    has_list = key not in {"", "0"}
    number = reader.numbering.next(key, level) if has_list and (text.strip() or boxes) else ""
    indent = _indent(properties)
    for at, line in enumerate(_lines(runs)):
        block = Block(line, reader.spot, style.heading if at == 0 else 0, level if has_list else -1, number if at == 0 else "", indent)
        if not block.text:
            continue
        yield _beside(block if block.number else _numbered(block))
    for box in boxes:
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
    return replace(block, runs=runs, number=marked.number, depth=max(block.depth, 0) if marked.number == BULLET else block.depth)


def _value(properties: Any, name: str) -> str:
    found = properties.find(f"{W}{name}") if properties is not None else None
    return found.get(f"{W}val") or "" if found is not None else ""


def _indent(properties: Any) -> int:
    found = properties.find(f"{W}ind") if properties is not None else None
    left = (found.get(f"{W}left") or found.get(f"{W}start") or "0") if found is not None else "0"
    return int(left) // TWIPS if left.isdigit() and len(left) < len("100000") else 0


def _inline(element: Any, reader: Reader, style: Style, look: Run, runs: list[Run], boxes: list[Any], depth: int) -> None:
    """Add the runs of a paragraph, and the boxes in it; note what is struck out or hidden."""
    if depth > DEEPEST:
        return
    for child in element:
        tag = child.tag
        if tag == f"{W}r":
            _run(child, reader, style, look, runs, boxes)
        elif tag == f"{W}hyperlink":
            link = reader.links.get(child.get(f"{R}id", ""), "")
            _inline(child, reader, style, replace(look, link=link), runs, boxes, depth + 1)
        elif tag in {f"{W}ins", f"{W}moveTo"}:
            before = len(runs)
            _inline(child, reader, style, look, runs, boxes, depth + 1)
            reader.odd("inserted", "".join(run.text for run in runs[before:]))
        elif tag in {f"{W}del", f"{W}moveFrom"}:
            reader.odd("deleted", text_of(child))
        elif tag == f"{W}commentRangeStart":
            reader.places.setdefault(f"comment-{child.get(f'{W}id', '')}", reader.spot)
        elif tag in {f"{W}sdt", f"{W}sdtContent", f"{W}smartTag", f"{W}fldSimple", f"{W}customXml", f"{W}dir", f"{W}bdo"}:
            _inline(child, reader, style, look, runs, boxes, depth + 1)


def _run(element: Any, reader: Reader, style: Style, look: Run, runs: list[Run], boxes: list[Any]) -> None:
    """Add the words of one run."""
    properties = element.find(f"{W}rPr")
    own = reader.styles.by_id.get(_value(properties, "rStyle"), Style())
    bold = _is_on(properties, "b", style.bold or own.bold)
    italic = _is_on(properties, "i", otherwise=False)
    words = plain_signs("".join(_signs(element, reader, boxes)))
    if not words:
        return
    if _is_on(properties, "vanish", style.hidden or own.hidden):
        reader.odd("hidden", words)
        return
    struck = _is_on(properties, "strike", otherwise=False) or _is_on(properties, "dstrike", otherwise=False)
    runs.append(replace(look, text=words, bold=bold, italic=italic, struck=struck))


def _signs(element: Any, reader: Reader, boxes: list[Any]) -> Iterator[str]:
    """Yield the signs of a run, and note what stands in it that is no text."""
    for child in element:
        tag = child.tag
        if tag == f"{W}t":
            yield child.text or ""
        elif tag in {f"{W}tab", f"{W}ptab"}:
            yield "\t"
        elif tag in {f"{W}br", f"{W}cr"}:
            if child.get(f"{W}type") == "page":
                reader.page += 1
            yield "\n"
        elif tag == f"{W}lastRenderedPageBreak":
            reader.page += 1
        elif tag == f"{W}noBreakHyphen":
            yield "-"
        elif tag == f"{W}sym":
            yield _SYMBOLS.get((child.get(f"{W}char") or "").upper(), "\N{BULLET}")
        elif tag in {f"{W}footnoteReference", f"{W}endnoteReference", f"{W}commentReference"}:
            kind = tag[len(W) :].removesuffix("Reference")
            reader.places[f"{kind}-{child.get(f'{W}id', '')}"] = reader.spot
        elif tag in {f"{W}drawing", f"{W}pict", f"{W}object", f"{MC}AlternateContent"}:
            _drawn(child, reader, boxes)


def _drawn(element: Any, reader: Reader, boxes: list[Any]) -> None:
    """Keep the boxes of a drawing, and note its pictures and embedded files."""
    if element.tag == f"{MC}AlternateContent":
        choice = element.find(f"{MC}Choice")
        element = choice if choice is not None else element
    found = [each for each in element.iter(f"{W}txbxContent")]
    boxes += [box for box in found if not any(other is not box and _holds(other, box) for other in found)]
    names = [each.get("descr") or each.get("title") or "" for each in element.iter() if str(each.tag).endswith("}docPr")]
    if element.tag == f"{W}object" or any(str(each.tag).endswith("}OLEObject") for each in element.iter()):
        kinds = [each.get("ProgID") or "" for each in element.iter() if str(each.tag).endswith("}OLEObject")]
        reader.odd("embedded", " ".join(kinds) or "a file")
    elif not found and any(str(each.tag).endswith(("}blip", "}imagedata")) for each in element.iter()):
        reader.odd("picture", " ".join(names))


def _holds(outer: Any, inner: Any) -> bool:
    return any(each is inner for each in outer.iter())


def _table(element: Any, reader: Reader, depth: int) -> Iterator[Part]:
    """Yield a table; one of a single cell is no table but a frame around its paragraphs."""
    reader.count += 1
    spot = reader.spot
    rows: list[tuple[tuple[int, ...], list[Cell]]] = []
    for row in _rows(element):
        if row.find(f"{W}trPr/{W}del") is not None:
            reader.odd("deleted", text_of(row))
            continue
        cells: list[Cell] = []
        edges: list[int] = []
        column = 0
        for cell in _cells(row):
            properties = cell.find(f"{W}tcPr")
            merged = properties.find(f"{W}vMerge") if properties is not None else None
            continued = merged is not None and merged.get(f"{W}val") != "restart"
            inner = tuple(_flat(body_parts(cell, reader, depth + 1)))
            cells.append(() if continued and not inner else inner)
            edges.append(column)
            span = _value(properties, "gridSpan")
            column += int(span) if span.isdigit() and len(span) <= 2 else 1  # noqa: PLR2004  # a table has fewer than 100 columns
        if cells:
            rows.append((tuple(edges), cells))
    for found in parted(rows):
        if len(found[0]) == 1:
            yield from (block for (cell,) in found for block in cell)
        else:
            yield Table(found, spot)


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


def _flat(parts: Iterator[Part]) -> Iterator[Block]:
    """Yield the blocks of parts; a table within a cell is taken apart into its cells."""
    for part in parts:
        if isinstance(part, Block):
            yield part
        else:
            for row in part.rows:
                for cell in row:
                    yield from cell


def text_of(element: Any) -> str:
    """Return all words within an element, those that were struck out too."""
    if element is None:
        return ""
    pieces: list[str] = []
    for each in element.iter():
        if each.tag in {f"{W}t", f"{W}delText"}:
            pieces.append(each.text or "")
        elif each.tag in {f"{W}tab", f"{W}br", f"{W}p", f"{W}tc"}:
            pieces.append(" ")
    return plain_signs("".join(pieces))
