"""Lines that lie on a page, put together into paragraphs, lists, tables and a margin column.

Plain text and PDF have no other structure than where words stand. Columns are counted in letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from records.importing.paragraphs.blocks import BULLET, Block, Oddity, Part, Run, Spot, after
from records.importing.paragraphs.headings import begins_alone, stands_alone
from records.importing.paragraphs.markers import is_marker, without_marker
from records.importing.readers.columns import table_at
from records.importing.readers.page_lines import Line, Segment

EDGE = 4
"""How many lines at the top and bottom of a page are looked at for what repeats on every page."""

LONG = 40
"""A segment of more signs is running text."""

NEAR = 2
"""How many letters two lines may differ in where they begin and still begin at the same place."""


def without_running_lines(lines: Sequence[Line]) -> tuple[list[Line], list[Oddity]]:
    """Return the lines without headers, footers and page numbers, and those, each once."""
    pages: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        pages.setdefault(line.page, []).append(index)
    edges = {page: (set(at[:EDGE]), set(at[-EDGE:])) for page, at in pages.items()}
    often = Counter(
        key for top, bottom in edges.values() for key in {_alike(lines[index].text) for index in top | bottom}
    )
    least = max(2, round(len(pages) * 0.6))
    gone: dict[int, str] = {}
    for top, bottom in edges.values():
        for index in top | bottom:
            text = lines[index].text
            repeated = often[_alike(text)] >= least and len(pages) > 1
            if repeated or (_PAGE_NUMBER.fullmatch(text.strip()) and (len(pages) > 1 or index in bottom)):
                above = index - min(pages[lines[index].page]) < max(pages[lines[index].page]) - index
                gone[index] = "header" if above else "footer"
    oddities: dict[str, Oddity] = {}
    for index in sorted(gone):
        line = lines[index]
        kind = "header" if gone[index] == "header" else "footer"
        oddities.setdefault(_alike(line.text), Oddity(kind, Spot(line.page, 0), line.text))  # type: ignore[arg-type]  # one of the two
    return [line for index, line in enumerate(lines) if index not in gone], list(oddities.values())


_PAGE_NUMBER = re.compile(
    r"(?:[-\u2013] ?)?(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?(?: ?[-\u2013])?", re.IGNORECASE
)


def _alike(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split())).casefold()


def assembled(lines: Sequence[Line]) -> list[Part]:
    """Return the parts that lines make: a margin column is put beside its paragraphs."""
    body, margins = _margins_apart(lines)
    edge = _right_edge(body)
    parts: list[Part] = []
    at = 0
    while at < len(body):
        table, after = table_at(body, at, len(parts) + 1)
        if table is not None:
            parts.append(table)
            at = after
            continue
        line = body[at]
        parts_open = parts[-1] if parts else None
        if isinstance(parts_open, Block) and _continues(body, at, parts_open, edge):
            parts[-1] = _joined(parts_open, line, margins.get(id(line), ""))
        else:
            parts.append(_begun(line, len(parts) + 1, margins.get(id(line), "")))
        at += 1
    return _with_depths(parts)


def _margins_apart(lines: Sequence[Line]) -> tuple[list[Line], dict[int, str]]:
    """Return the lines without the narrow column at the right, and its words by the line they stand beside.

    It is a column where at least two lines have a few words to the right of where nearly all lines end.
    """
    edge = _right_edge(lines)
    beside = [line for line in lines if edge and _in_margin(line, edge)]
    if len(beside) < 2:
        return list(lines), {}
    body: list[Line] = []
    margins: dict[int, str] = {}
    marked = {id(line) for line in beside}
    for line in lines:
        if id(line) not in marked:
            body.append(line)
            continue
        words = line.segments[-1].text
        if len(line.segments) == 1:
            if body:
                margins[id(body[-1])] = " ".join([*filter(None, [margins.get(id(body[-1]))]), words])
            else:
                body.append(line)
            continue
        kept = replace(line, segments=line.segments[:-1])
        body.append(kept)
        margins[id(kept)] = words
    return body, margins


def _right_edge(lines: Sequence[Line]) -> int:
    """Return where nearly all lines of running text end at the latest; 0 if there is none."""
    long = [segment for line in lines for segment in line.segments if len(segment.text) > LONG]
    if not long:
        longest = max((segment.end - segment.start for line in lines for segment in line.segments), default=0)
        long = [
            segment
            for line in lines
            for segment in line.segments
            if segment.end - segment.start > longest / 2
        ]
    ends = sorted(segment.end for segment in long)
    return ends[int(len(ends) * 0.97)] if ends else 0


def _in_margin(line: Line, edge: int) -> bool:
    last = line.segments[-1]
    return last.start >= edge - NEAR and len(last.text) <= 18 and len(last.text.split()) <= 3


def _begun(line: Line, number: int, margin: str) -> Block:
    """Return the block that begins with a line."""
    first, *rest = line.segments
    marker, start, runs = "", line.start, _runs_of(line.segments)
    if rest and is_marker(first.text):
        found = without_marker(first.text + "   x", gap=3)
        marker = found.number or first.text
        start, runs = rest[0].start, _runs_of(rest)
    else:
        marked = without_marker(first.text)
        if marked.number:
            marker = marked.number
            cut = len(first.text) - len(marked.text)
            runs = _runs_of((replace(first, runs=after(first.runs, cut)), *rest))
            start = line.start + cut
    depth = 0 if marker == BULLET else -1
    return Block(runs, Spot(line.page, number), line.heading, depth, marker, start, margin, line.top)


def _runs_of(segments: Iterable[Segment]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for segment in segments:
        if runs:
            runs.append(Run(" "))
        runs += segment.runs
    return tuple(runs)


def _continues(lines: Sequence[Line], at: int, block: Block, edge: int) -> bool:  # noqa: PLR0911 (one return for each kind is plainest)
    """Return whether a line goes on with the paragraph before it."""
    line, before = lines[at], lines[at - 1]
    if line.heading != before.heading or (line.gap and not _over_the_page(line, before)):
        return False
    first = line.segments[0].text
    if (len(line.segments) > 1 and is_marker(first)) or without_marker(first).number:
        return _over_the_page(line, before) and not without_marker(first).bullet and first[:1].islower()
    if block.number == BULLET and line.start == block.indent:
        return True
    if abs(line.start - block.indent) > NEAR and abs(line.start - before.start) > NEAR:
        return False
    if stands_alone(line.text) or stands_alone(before.text) or begins_alone(line.text):
        return False
    if _is_bold(before) and not _is_bold(line):
        return False
    if _ends(before.text):
        return _is_full(before, line, edge, 2 * NEAR)
    return line.text[:1].islower() or _is_full(before, line, edge, max(2 * NEAR, (edge - block.indent) // 5))


def _over_the_page(line: Line, before: Line) -> bool:
    """Return whether a sentence runs from one page to the next."""
    return line.page != before.page and not _ends(before.text) and line.text[:1].islower()


def _ends(text: str) -> bool:
    return text.rstrip("\"'\u201d\u2019)]*").endswith((".", ":", ";", "?", "!"))


def _is_bold(line: Line) -> bool:
    """Return whether all words of a line are bold."""
    told = [
        run for segment in line.segments for run in segment.runs if any(sign.isalnum() for sign in run.text)
    ]
    return bool(told) and all(run.bold for run in told)


def _is_full(before: Line, line: Line, edge: int, slack: int) -> bool:
    """Return whether the first word of a line would not have fitted on the line before it."""
    word = line.text.split(maxsplit=1)[0]
    return before.end + 1 + len(word) >= edge - slack


def _joined(block: Block, line: Line, margin: str) -> Block:
    before = block.text
    glue = (
        ""
        if re.search(r"://\S*[/_=-]$", before)
        or (re.search(r"\w[-\u00ad]$", before) and re.match(r"[a-z]", line.text))
        else " "
    )
    runs = (
        (*block.runs, Run(glue), *_runs_of(line.segments))
        if glue
        else (*block.runs, *_runs_of(line.segments))
    )
    return replace(block, runs=runs, margin=" ".join(filter(None, [block.margin, margin])))


def _with_depths(parts: list[Part]) -> list[Part]:
    """Return the parts with the depth of each bullet, from how far it is indented among its neighbours."""
    found: list[Part] = []
    open_at: list[int] = []
    for part in parts:
        if not isinstance(part, Block) or part.number != BULLET:
            if not isinstance(part, Block) or (open_at and part.indent <= open_at[0] - NEAR):
                open_at = []
            found.append(part)
            continue
        while open_at and part.indent < open_at[-1] - 1:
            open_at.pop()
        if not open_at or part.indent > open_at[-1] + 1:
            open_at.append(part.indent)
        found.append(replace(part, depth=len(open_at) - 1))
    return found
