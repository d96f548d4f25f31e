"""Plain text read into blocks: by paragraphs, or by where words stand if it was laid out with spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from records.importing.paragraphs.blocks import Block, Cell, Oddity, Part, Run, Source, Spot, Table
from records.importing.paragraphs.markers import without_marker
from records.importing.paragraphs.signs import lost_letters, plain_signs
from records.importing.readers.laying import assembled, without_running_lines
from records.importing.readers.page_lines import Line, Segment

TAB = 8
_GAP = re.compile(r" {3,}")
_TAG = re.compile(r"</?(?:p|br|b|i|strong|em|ul|ol|li|center|div|span)\b[^>]{0,200}/?>", re.IGNORECASE)
_PARAGRAPH = re.compile(r"</?(?:p|br|li|div)\b[^>]{0,200}/?>", re.IGNORECASE)
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\s?\*\*")


def decoded(raw: bytes) -> str:
    """Return the text of bytes in UTF-8, UTF-16 with its mark, or else in the encoding of Windows."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def read_text(raw: bytes) -> Source:
    """Return what a plain text holds."""
    text = decoded(raw).replace("\r\n", "\n").replace("\r", "\n")
    lost = lost_letters(text)
    text = plain_signs(text)
    oddities = [Oddity("lost-letters", Spot(), str(lost))] if lost else []
    parts: list[Part]
    if _is_laid_out(text):
        lines, running = without_running_lines(list(_lines(text)))
        oddities += running
        parts = assembled(lines)
    else:
        parts = list(_paragraphs(text))
    return Source(tuple(parts), tuple(oddities), text.count("\f") + 1 if "\f" in text else 0)


def _is_laid_out(text: str) -> bool:
    """Return whether the words were put in their places with spaces, as on a page."""
    lines = [line for line in text.split("\n") if line.strip()]
    gaps = sum(bool(re.search(r"\S {4,}\S", line)) for line in lines)
    deep = sum(line.startswith("    ") for line in lines)
    wrapped = sum(60 <= len(line) <= 120 for line in lines) > len(lines) * 0.3
    tabs = sum("\t" in line.strip() for line in lines)
    return tabs <= gaps and (gaps > 2 or deep > len(lines) * 0.4 or (wrapped and max(map(len, lines)) <= 130))


def _lines(text: str) -> Iterator[Line]:
    """Yield the lines of a text that was laid out, page by page."""
    gap = False
    for page, content in enumerate(text.split("\f"), 1):
        for raw in content.split("\n"):
            line = raw.expandtabs(TAB)
            if not line.strip():
                gap = True
                continue
            yield Line(tuple(_segments(line)), page, gap)
            gap = False


def _segments(line: str) -> Iterator[Segment]:
    start = len(line) - len(line.lstrip())
    for gap in [*_GAP.finditer(line.rstrip(), start), None]:
        end = gap.start() if gap else len(line.rstrip())
        yield Segment(start, end, tuple(inline(line[start:end])))
        start = gap.end() if gap else end


def _paragraphs(text: str) -> Iterator[Part]:
    """Yield a part for each line, or for each group of lines with tabs."""
    rows: list[tuple[Cell, ...]] = []
    number = 0
    at = Spot()
    blank = False
    for page, content in enumerate(text.split("\f"), 1):
        for line in content.split("\n"):
            if not line.strip():
                blank = True
                continue
            number += 1
            spot = Spot(page if "\f" in text else 0, number)
            is_row = "\t" in line.strip() or (bool(rows) and line.startswith("\t"))
            if rows and (not is_row or (blank and not _goes_on(line, rows))):
                yield Table(tuple(rows), at)
                rows = []
            if is_row:
                at = at if rows else spot
                rows.append(tuple(tuple(_blocks(cell, spot)) for cell in line.rstrip("\n").split("\t")))
            else:
                yield from _blocks(line, spot)
            blank = False
    if rows:
        yield Table(tuple(rows), at)


def _goes_on(line: str, rows: list[tuple[Cell, ...]]) -> bool:
    """Return whether a row after a blank line belongs to the table before it: both are marked up alike."""
    return _TAG.search(line) is not None and line.count("\t") == len(rows[-1]) - 1


def _blocks(line: str, spot: Spot) -> Iterator[Block]:
    """Yield the paragraphs of a line, which may be marked up as on the web."""
    for piece in _PARAGRAPH.split(line):
        text = _TAG.sub("", piece).rstrip()
        if not text.strip():
            continue
        indent = len(text) - len(text.lstrip())
        heading, plain = _heading(text.strip())
        marked = without_marker(plain)
        if marked.bullet and (inner := without_marker(marked.text)).number:
            yield Block(tuple(inline(inner.text)), spot, number=inner.number)
        elif marked.number:
            depth = indent // 2 if marked.bullet else -1
            yield Block(tuple(inline(marked.text)), spot, heading, depth, marked.number, indent)
        else:
            yield Block(tuple(inline(plain)), spot, heading, indent=indent)


def _heading(text: str) -> tuple[int, str]:
    found = re.match(r"(#{1,6})\s+(?=\S)", text)
    return (len(found[1]), text[found.end() :].rstrip("# ")) if found else (0, text)


def inline(text: str) -> Iterator[Run]:
    """Yield the runs of a text, in which two stars on both sides make words bold."""
    at = 0
    for found in _BOLD.finditer(text):
        if found.start() > at:
            yield Run(text[at : found.start()])
        yield Run(found[1], bold=True)
        at = found.end()
    if at < len(text):
        yield Run(text[at:])
