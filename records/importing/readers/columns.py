"""Tables found among lines on a page, by where their columns begin."""

from __future__ import annotations

from collections.abc import Sequence

from records.importing.paragraphs.blocks import Block, Run, Spot, Table
from records.importing.paragraphs.markers import is_marker
from records.importing.readers.page_lines import Line, Segment

NEAR = 2
LEAST_ROWS = 2


def table_at(lines: Sequence[Line], at: int, number: int) -> tuple[Table | None, int]:
    """Return the table that begins with a line, and where the lines after it begin; or None."""
    columns = _columns(lines, at)
    if len(columns) < 2:
        return None, at
    rows: list[list[list[Segment]]] = []
    here = at
    while here < len(lines):
        line = lines[here]
        placed = _placed(line, columns)
        if placed is None or (here > at and _is_apart(lines, here, columns)):
            break
        filled = sum(bool(cell) for cell in placed)
        begins = bool(placed[0]) and (filled > 1 or line.gap)
        if begins or not rows:
            rows.append([[] for _ in columns])
        for cell, more in zip(rows[-1], placed, strict=True):
            cell.extend(more)
        here += 1
    if len(rows) < LEAST_ROWS:
        return None, at
    return _table(rows, lines[at].page, number), here


def _columns(lines: Sequence[Line], at: int) -> list[int]:
    """Return where the columns of a table begin that starts with a line; fewer than two for no table."""
    first = lines[at]
    if len(first.segments) < 2 or is_marker(first.segments[0].text):
        return []
    starts = [segment.start for segment in first.segments]
    alike = 0
    for line in lines[at + 1 : at + 12]:
        if len(line.segments) < 2:
            continue
        shared = sum(any(abs(segment.start - start) <= NEAR for segment in line.segments) for start in starts)
        if shared < 2 or is_marker(line.segments[0].text):
            break
        alike += 1
        if len(line.segments) > len(starts):
            starts = _merged(starts, [segment.start for segment in line.segments])
    return starts if alike >= LEAST_ROWS - 1 else []


def _merged(starts: list[int], more: list[int]) -> list[int]:
    return sorted([*starts, *(one for one in more if all(abs(one - start) > NEAR for start in starts))])


def _placed(line: Line, columns: Sequence[int]) -> list[list[Segment]] | None:
    """Return the segments of a line by column, or None where one begins in none or runs over the next."""
    placed: list[list[Segment]] = [[] for _ in columns]
    for segment in line.segments:
        at = next((i for i, start in enumerate(columns) if abs(segment.start - start) <= NEAR), None)
        if at is None or (at + 1 < len(columns) and segment.end > columns[at + 1]):
            return None
        placed[at].append(segment)
    return placed


def _is_apart(lines: Sequence[Line], at: int, columns: Sequence[int]) -> bool:
    """Return whether a line begins something else: alone at the first column after a gap, or a number."""
    line = lines[at]
    alone = len(line.segments) == 1 and abs(line.start - columns[0]) <= NEAR
    return is_marker(line.segments[0].text) or (alone and line.gap)


def _table(rows: Sequence[Sequence[Sequence[Segment]]], page: int, number: int) -> Table:
    spot = Spot(page, number)
    return Table(tuple(tuple(_cell(cell, spot) for cell in row) for row in rows), spot)


def _cell(segments: Sequence[Segment], spot: Spot) -> tuple[Block, ...]:
    runs: list[Run] = []
    for segment in segments:
        if runs:
            runs.append(Run(" "))
        runs += segment.runs
    return (Block(tuple(runs), spot),) if runs else ()
