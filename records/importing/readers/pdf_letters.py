"""The letters of a page of a PDF with their places, made into lines; and the grids of tables drawn on it."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium_c

from records.importing.paragraphs.blocks import Run
from records.importing.paragraphs.signs import plain_signs
from records.importing.readers.page_lines import Line, Segment

THIN = 3.0
"""How thick a ruling is at most, in points."""

SHORTEST = 8.0
BOLD_WEIGHT = 600
SAME_LINE = 0.5
"""How much of its height a letter may lie above or below a line and still be of it."""

WIDE = 2.4
"""A gap of so many letters parts two segments."""

HIGHEST, TALLEST = 1_000, 20_000
"""More pages than are read, and more points than a page is high: heights fall through all of a document."""

MOST_RULINGS = 4_000


class Letter(NamedTuple):
    """A letter of a page; distances in points from the left and the bottom."""

    sign: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that is drawn: the edges of its rows from the top down, and of its columns."""

    rows: tuple[float, ...]
    columns: tuple[float, ...]
    inner: tuple[frozenset[int], ...]
    """For each row, which edges of columns are drawn through it."""

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.rows[0]

    def holds(self, letter: Letter) -> bool:
        """Return whether a letter lies in it."""
        x, y = (letter.left + letter.right) / 2, (letter.bottom + letter.top) / 2
        return self.columns[0] <= x <= self.columns[-1] and self.rows[-1] <= y <= self.rows[0]

    def cell_of(self, letter: Letter) -> tuple[int, int]:
        """Return the row in which a letter lies, and the edge at which its column begins."""
        x, y = (letter.left + letter.right) / 2, (letter.bottom + letter.top) / 2
        row = next((at for at in range(len(self.rows) - 1) if y >= self.rows[at + 1]), len(self.rows) - 2)
        column = max((at for at in self.inner[row] if self.columns[at] <= x), default=0)
        return row, column


def letters_on(page: Any) -> list[Letter]:
    """Return the letters of a page in the order of the file."""
    text = page.get_textpage()
    handle = text.raw
    found: list[Letter] = []
    box = pdfium_c.FS_RECTF()
    looks: dict[int | None, tuple[float, bool]] = {}
    for at in range(pdfium_c.FPDFText_CountChars(handle)):
        code = pdfium_c.FPDFText_GetUnicode(handle, at)
        if code in _NO_LETTERS:
            continue
        sign = _SIGNS.get(code) or chr(code)
        if sign.isspace():
            continue
        pdfium_c.FPDFText_GetLooseCharBox(handle, at, box)
        key = ctypes.cast(pdfium_c.FPDFText_GetTextObject(handle, at), ctypes.c_void_p).value
        if key not in looks:
            looks[key] = _look(handle, at)
        found.append(Letter(sign, box.left, box.bottom, box.right, box.top, *looks[key]))
    text.close()
    return found


_NO_LETTERS = frozenset({0, 10, 13, 32, 0xFFFE, 0xFFFF})
_SIGNS = {2: "-"}
"""What pdfium gives for the hyphen of a word that is broken over two lines."""


def _look(handle: Any, at: int) -> tuple[float, bool]:
    """Return the size of a letter as it is seen, and whether it is bold; all of a text object are alike."""
    size = float(pdfium_c.FPDFText_GetFontSize(handle, at))
    matrix = pdfium_c.FS_MATRIX()
    if size and pdfium_c.FPDFText_GetMatrix(handle, at, matrix):
        size *= max(abs(matrix.d), abs(matrix.b))
    return size, pdfium_c.FPDFText_GetFontWeight(handle, at) >= BOLD_WEIGHT or _is_bold(handle, at)


def _is_bold(handle: Any, at: int) -> bool:
    """Return whether the name of a letter's font says that it is bold."""
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium_c.FPDFText_GetFontInfo(handle, at, buffer, 128, flags)
    return b"bold" in buffer.value.lower() or b"black" in buffer.value.lower()


def lines_of(
    letters: Sequence[Letter], unit: float, page: int, levels: dict[float, int]
) -> Iterator[tuple[float, Line]]:
    """Yield the lines that letters make, with the top of each, from above."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda each: (-_middle(each), each.left)):
        if rows and abs(_middle(rows[-1][0]) - _middle(letter)) <= _height(rows[-1][0], letter) * SAME_LINE:
            rows[-1].append(letter)
        else:
            rows.append([letter])
    rows = _with_small_signs(rows)
    steps = sorted(_base(one) - _base(other) for one, other in itertools.pairwise(rows))
    usual = steps[len(steps) // 3] if steps else 0.0
    before: list[Letter] | None = None
    for row in rows:
        row.sort(key=lambda each: each.left)
        gap = before is not None and _base(before) - _base(row) > max(usual * 1.25, usual + 2)
        sizes = sorted(round(letter.size * 2) / 2 for letter in row)
        heading = levels.get(sizes[len(sizes) // 2], 0)
        top = max(letter.top for letter in row)
        yield top, Line(tuple(_segments(row, unit)), page, gap, top + (HIGHEST - page) * TALLEST, heading)
        before = row


def _with_small_signs(rows: list[list[Letter]]) -> list[list[Letter]]:
    """Return the rows, with small or raised signs (`th`, a full stop) put into that beside them."""
    found: list[list[Letter]] = []
    for row in rows:
        low, high = min(each.bottom for each in row), max(each.top for each in row)
        if found:
            last_low, last_high = min(each.bottom for each in found[-1]), max(each.top for each in found[-1])
            shared = min(high, last_high) - max(low, last_low)
            if shared > 0.45 * min(high - low or 1, last_high - last_low or 1):
                found[-1] += row
                continue
        found.append(row)
    return found


def _middle(letter: Letter) -> float:
    return (letter.bottom + letter.top) / 2


def _height(one: Letter, other: Letter) -> float:
    return max(one.top - one.bottom, other.top - other.bottom, 4.0)


def _base(row: Sequence[Letter]) -> float:
    bottoms = sorted(letter.bottom for letter in row)
    return bottoms[len(bottoms) // 2]


def _segments(row: Sequence[Letter], unit: float) -> Iterator[Segment]:
    """Yield the segments of a line; a space stands where letters are further apart than within a word."""
    start = 0
    for at in range(1, len(row) + 1):
        apart = at == len(row) or row[at].left - row[at - 1].right > unit * WIDE
        if apart:
            piece = row[start:at]
            yield Segment(round(piece[0].left / unit), round(piece[-1].right / unit), tuple(_runs(piece)))
            start = at


def _runs(letters: Sequence[Letter]) -> Iterator[Run]:
    text, bold = "", letters[0].bold
    for at, letter in enumerate(letters):
        space = at > 0 and letter.left - letters[at - 1].right > max(0.5, letter.size * 0.12)
        if letter.bold != bold and letter.sign.isalnum():
            yield Run(plain_signs(text + (" " if space else "")), bold)
            text, bold, space = "", letter.bold, False
        text += f" {letter.sign}" if space else letter.sign
    yield Run(plain_signs(text), bold)


def grids_on(page: Any) -> list[Grid]:
    """Return the tables that are drawn on a page, none within another, from the top."""
    across: list[tuple[float, float, float]] = []
    down: list[tuple[float, float, float]] = []
    for count, each in enumerate(page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_PATH,), max_depth=3)):
        if count > MOST_RULINGS:
            break
        left, bottom, right, top = each.get_bounds() if hasattr(each, "get_bounds") else each.get_pos()
        width, height = right - left, top - bottom
        if height <= THIN and width >= SHORTEST:
            across.append((left, right, (bottom + top) / 2))
        elif width <= THIN and height >= SHORTEST:
            down.append((bottom, top, (left + right) / 2))
        elif width >= SHORTEST and height >= SHORTEST:
            across += [(left, right, bottom), (left, right, top)]
            down += [(bottom, top, left), (bottom, top, right)]
    return _grids(across, down)


def _grids(
    across: Sequence[tuple[float, float, float]], down: Sequence[tuple[float, float, float]]
) -> list[Grid]:
    """Return the grids that rulings make where they touch."""
    groups: list[tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]] = []
    for bottom, top, x in sorted(down, key=lambda each: -each[1]):
        touching = [
            line
            for line in across
            if line[0] - THIN <= x <= line[1] + THIN and bottom - THIN <= line[2] <= top + THIN
        ]
        if not touching:
            continue
        group = next((one for one in groups if any(line in one[0] for line in touching)), None)
        if group is None:
            groups.append((list(touching), [(bottom, top, x)]))
        else:
            group[0].extend(line for line in touching if line not in group[0])
            group[1].append((bottom, top, x))
    grids = []
    for horizontal, vertical in groups:
        rows = _edges([line[2] for line in horizontal], reverse=True)
        columns = _edges([line[2] for line in vertical])
        if len(rows) > 1 and len(columns) > 1 and (len(rows) > 2 or len(columns) > 2):
            grids.append(Grid(tuple(rows), tuple(columns), tuple(_drawn_through(rows, columns, vertical))))
    return sorted(grids, key=lambda grid: -grid.top)


def _drawn_through(
    rows: Sequence[float], columns: Sequence[float], vertical: Sequence[tuple[float, float, float]]
) -> Iterator[frozenset[int]]:
    """Yield for each row which edges of columns are drawn through its middle; the outer ones always are."""
    for high, low in itertools.pairwise(rows):
        middle = (high + low) / 2
        through = [x for bottom, top, x in vertical if bottom <= middle <= top]
        inner = {at for at, edge in enumerate(columns) if any(abs(edge - x) <= THIN for x in through)}
        yield frozenset(inner - {len(columns) - 1} | {0})


def _edges(places: Sequence[float], *, reverse: bool = False) -> list[float]:
    """Return places in order, those that nearly coincide as one."""
    found: list[float] = []
    for place in sorted(places, reverse=reverse):
        if not found or abs(place - found[-1]) > THIN:
            found.append(place)
    return found
