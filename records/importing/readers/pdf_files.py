"""PDF files read into blocks: by where their letters stand, and by the lines drawn around tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from records.importing import import_messages as messages
from records.importing.paragraphs.blocks import (
    Block,
    Cell,
    Oddity,
    Part,
    Row,
    Run,
    Source,
    Spot,
    Table,
    blocks_in,
)
from records.importing.paragraphs.signs import lost_letters, plain_signs
from records.importing.readers.laying import assembled, without_running_lines
from records.importing.readers.page_lines import Line
from records.importing.readers.pdf_letters import Grid, Letter, grids_on, letters_on, lines_of
from records.importing.readers.refusals import Refusal
from records.importing.readers.tables import parted

MOST_PAGES = 150
"""How many pages are read. Minutes are shorter."""

FEWEST_LETTERS = 25
"""A page with fewer letters is taken for a picture."""

LEAST_READABLE = 0.85
"""With fewer of its letters known, a file has a font whose letters nobody can tell."""

MOST_LETTERS = 600_000
"""How many letters a file may have in all."""

TINY = 2.0
"""Letters of fewer points than this are not seen."""

_HEADING = 1.12
"""How much larger than the text of the document the letters of a heading are."""


def read_pdf(raw: bytes) -> Source:
    """Return what a PDF holds. Raises Refusal for one that is damaged, locked, too long or without text."""
    try:
        document = pdfium.PdfDocument(raw)
    except pdfium.PdfiumError as error:
        protected = getattr(error, "err_code", None) in {
            pdfium_c.FPDF_ERR_PASSWORD,
            pdfium_c.FPDF_ERR_SECURITY,
        }
        raise Refusal(messages.ENCRYPTED if protected else messages.DAMAGED) from None
    try:
        return _read(document)
    except pdfium.PdfiumError:
        raise Refusal(messages.DAMAGED) from None
    finally:
        document.close()


def _read(document: Any) -> Source:
    count = len(document)
    if count > MOST_PAGES:
        raise Refusal(messages.TOO_MANY_PAGES, pages=count, limit=MOST_PAGES)
    pages: list[list[Letter]] = []
    grids: list[list[Grid]] = []
    oddities: list[Oddity] = []
    for number in range(1, count + 1):
        page = document[number - 1]
        letters, hidden = _seen(letters_on(page), page.get_size())
        if hidden:
            oddities.append(
                Oddity("hidden", Spot(number), "".join(letter.sign for letter in hidden).strip() or "?")
            )
        pages.append(letters)
        grids.append(grids_on(page))
        oddities += _beside(page, number)
        page.close()
        if sum(map(len, pages)) > MOST_LETTERS:
            raise Refusal(messages.TOO_MANY_PAGES, pages=count, limit=MOST_PAGES)
    signs = [plain_signs(letter.sign) for letters in pages for letter in letters]
    readable = sum(sign not in {"", "?"} for sign in signs)
    if not pages or readable < FEWEST_LETTERS * len(pages) or readable < len(signs) * LEAST_READABLE:
        raise Refusal(messages.NO_TEXT)
    oddities += (Oddity("embedded", Spot(), "a file") for _ in range(document.count_attachments()))
    parts, running = _parts(pages, grids)
    lost = sum(lost_letters(letter.sign) for letters in pages for letter in letters)
    odd = [Oddity("lost-letters", Spot(), str(lost))] if lost else []
    return Source(tuple(parts), (*odd, *running, *oddities), count)


def _seen(letters: Sequence[Letter], size: tuple[float, float]) -> tuple[list[Letter], list[Letter]]:
    """Return the letters that can be seen, and those that are tiny or outside the page."""
    width, height = size
    seen: list[Letter] = []
    hidden: list[Letter] = []
    for letter in letters:
        outside = letter.right < 0 or letter.left > width or letter.top < 0 or letter.bottom > height
        (hidden if outside or 0 < letter.size < TINY else seen).append(letter)
    return seen, [letter for letter in hidden if letter.sign.strip()]


def _beside(page: Any, number: int) -> Iterator[Oddity]:
    """Yield the notes on a page, and that it has pictures."""
    count = pdfium_c.FPDFPage_GetAnnotCount(page.raw)
    for at in range(min(count, 500)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, at)
        kind = pdfium_c.FPDFAnnot_GetSubtype(annotation)
        if kind in {pdfium_c.FPDF_ANNOT_TEXT, pdfium_c.FPDF_ANNOT_FREETEXT, pdfium_c.FPDF_ANNOT_HIGHLIGHT}:
            text = _contents(annotation)
            if text.strip():
                yield Oddity("comment", Spot(number), text.strip())
        pdfium_c.FPDFPage_CloseAnnot(annotation)


def _contents(annotation: Any) -> str:
    length = pdfium_c.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    if length <= 2:
        return ""
    buffer = (pdfium_c.FPDF_WCHAR * (length // 2))()
    pdfium_c.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\x00")


def _parts(
    pages: Sequence[Sequence[Letter]], grids: Sequence[Sequence[Grid]]
) -> tuple[list[Part], list[Oddity]]:
    """Return the parts of all pages, tables among them, and the headers and footers."""
    unit = _unit(pages)
    body = _body_size(pages)
    levels = _levels(pages, body)
    zones: list[Line | _Drawn] = []
    for number, (letters, drawn) in enumerate(zip(pages, grids, strict=True), 1):
        zones += _zones(letters, drawn, number, unit, levels)
    lines = [zone for zone in zones if isinstance(zone, Line)]
    kept, running = without_running_lines(lines)
    known = {id(line) for line in kept}
    parts: list[Part] = []
    waiting: list[Line] = []
    ended = 0
    for zone in zones:
        if isinstance(zone, Line):
            if id(zone) in known:
                waiting.append(zone)
            continue
        parts += assembled(waiting)
        waiting = []
        _add_table(parts, zone, ended)
        ended = zone.table.spot.page
    parts += assembled(waiting)
    return [_counted(part, number) for number, part in enumerate(parts, 1)], running


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A table that is drawn on a page."""

    table: Table


def _counted(part: Part, number: int) -> Part:
    """Return a part with its place counted through the document."""
    spot = replace(part.spot, paragraph=number)
    if isinstance(part, Block):
        return replace(part, spot=spot)
    rows = tuple(
        tuple(tuple(replace(block, spot=spot) for block in cell) for cell in row) for row in part.rows
    )
    return Table(rows, spot)


def _unit(pages: Iterable[Sequence[Letter]]) -> float:
    """Return how wide an ordinary letter is, in points."""
    widths = sorted(
        letter.right - letter.left for letters in pages for letter in letters if letter.sign.isalpha()
    )
    return max(2.0, widths[len(widths) // 2]) if widths else 5.0


def _body_size(pages: Iterable[Sequence[Letter]]) -> float:
    """Return the size of most letters."""
    sizes = Counter(
        round(letter.size * 2) / 2 for letters in pages for letter in letters if letter.sign.isalpha()
    )
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _levels(pages: Iterable[Sequence[Letter]], body: float) -> dict[float, int]:
    """Return the level of a heading by the size of its letters, the largest first."""
    sizes = {round(letter.size * 2) / 2 for letters in pages for letter in letters if letter.sign.isalpha()}
    larger = sorted((size for size in sizes if body and size > body * _HEADING), reverse=True)
    return {size: min(level, 6) for level, size in enumerate(larger, 1)}


def _zones(
    letters: Sequence[Letter], grids: Sequence[Grid], number: int, unit: float, levels: dict[float, int]
) -> list[Line | _Drawn]:
    """Return the lines and drawn tables of a page, from its top to its bottom."""
    free: list[Letter] = []
    inside: dict[int, list[Letter]] = {}
    for letter in letters:
        at = next((index for index, grid in enumerate(grids) if grid.holds(letter)), -1)
        (free if at < 0 else inside.setdefault(at, [])).append(letter)
    found: list[tuple[float, Line | _Drawn]] = []
    for top, line in lines_of(free, unit, number, levels):
        found.append((top, line))
    for at, grid in enumerate(grids):
        if at in inside:
            drawn = _drawn(grid, inside[at], number, unit, levels)
            found += ((grid.top - count / 1000, table) for count, table in enumerate(drawn))
    return [zone for _, zone in sorted(found, key=lambda pair: -pair[0])]


def _drawn(
    grid: Grid, letters: Sequence[Letter], number: int, unit: float, levels: dict[float, int]
) -> Iterator[_Drawn]:
    """Yield the tables of a grid: the letters of each cell are read as a page of their own.

    Where other columns begin, another table does.
    """
    cells: dict[tuple[int, int], list[Letter]] = {}
    for letter in letters:
        cells.setdefault(grid.cell_of(letter), []).append(letter)
    rows: list[tuple[tuple[int, ...], list[Cell]]] = []
    for row, own in enumerate(grid.inner):
        made: list[Cell] = []
        for column in sorted(own):
            lines = [line for _, line in lines_of(cells.get((row, column), []), unit, number, levels)]
            made.append(tuple(blocks_in(assembled(lines))))
        rows.append((tuple(sorted(own)), made))
    yield from (_Drawn(Table(found, Spot(number))) for found in parted(rows))


def _add_table(parts: list[Part], drawn: _Drawn, ended: int) -> None:
    """Add a table; one with the columns of that which ended on the page before goes on with it."""
    last = parts[-1] if parts else None
    goes_on = (
        isinstance(last, Table)
        and ended == drawn.table.spot.page - 1
        and len(last.rows[0]) == len(drawn.table.rows[0])
    )
    if goes_on and isinstance(last, Table):
        parts[-1] = replace(last, rows=_gone_on(last.rows, drawn.table.rows))
    elif len(drawn.table.rows[0]) == 1:
        parts += (block for row in drawn.table.rows for block in row[0])
    else:
        parts.append(drawn.table)


def _gone_on(before: Sequence[Row], rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows of a table that goes on over the page, without a repeated header or a broken row."""
    first = [[block.text for block in cell] for cell in before[0]]
    again = [[block.text for block in cell] for cell in rows[0]]
    new = rows[1:] if first == again else rows
    if new and not new[0][0] and any(new[0]):
        broken = tuple(_cell_gone_on(one, other) for one, other in zip(before[-1], new[0], strict=True))
        return (*before[:-1], broken, *new[1:])
    return (*before, *new)


def _cell_gone_on(one: Cell, other: Cell) -> Cell:
    """Return a cell that goes on over the page; a sentence broken there is one again."""
    if one and other and not one[-1].text.endswith((".", ":", ";", "?", "!")) and other[0].text[:1].islower():
        joined = replace(one[-1], runs=(*one[-1].runs, Run(" "), *other[0].runs))
        return (*one[:-1], joined, *other[1:])
    return (*one, *other)
