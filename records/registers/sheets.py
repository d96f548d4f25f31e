"""Reading tables from .csv and .xlsx files: values as saved, nothing executed, nothing hidden passed over."""

from __future__ import annotations

import csv
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO, StringIO
from typing import Any

from problems import Wording
from records import register_messages as messages

LARGEST = 20_000_000
"""How many bytes a file may have, and unpack to."""
MOST_ROWS, MOST_COLUMNS, MOST_SHEETS = 5_000, 100, 30
LONGEST_CELL = 131_072
"""Signs in one cell. More is a quotation mark without its end; Excel holds a quarter of that."""
_OLD = (b"\xd0\xcf\x11\xe0", b"%PDF-", b"\x89PNG", b"{\\rtf")
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds words."""

    sheet: str
    row: int
    """From 1."""
    column: int
    """From 1."""
    text: str = field(repr=False)
    """Its value as saved: days as year-month-day, numbers without needless zeros."""
    hidden: str = ""
    """What of it is hidden: sheet, row or column; empty if anybody can see it."""

    @property
    def place(self) -> str:
        """How people name the cell: Log!C4."""
        letters, number = "", self.column
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(65 + rest) + letters
        return f"{self.sheet}!{letters}{self.row}" if self.sheet else f"{letters}{self.row}"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a cell, in the making."""

    wording: Wording
    cell: Cell
    gaps: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """All cells of a file that hold words, and what is odd about some."""

    cells: tuple[Cell, ...]
    comments: tuple[Cell, ...] = ()
    """What people wrote beside cells, each as the cell that it belongs to with the words of the comment."""
    asked: tuple[Asked, ...] = ()


def read_table(raw: bytes) -> Workbook | Wording:
    """Return the cells of a file, or why they cannot be read; never raises for anything in it."""
    if len(raw) > LARGEST:
        return _too_large(f"{LARGEST // 1_000_000} MB")
    if raw.startswith(_OLD):
        return messages.OLD_FORMAT if raw.startswith(_OLD[0]) else messages.UNREADABLE
    found = _xlsx(raw) if raw.startswith(b"PK") else _csv(raw)
    if isinstance(found, Workbook) and not found.cells:
        return messages.EMPTY
    return found


def cleaned(value: Any) -> str:
    """Return a value as text that a record may hold: invisible signs gone, special spaces folded."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".")
    text = unicodedata.normalize("NFC", str(value)).replace("\r\n", "\n").replace("\r", "\n")
    kept = (sign if sign == "\n" or sign.isprintable() else _folded(sign) for sign in text)
    lines = (" ".join(line.split()) for line in "".join(kept).split("\n"))
    return "\n".join(lines).strip()


def _folded(sign: str) -> str:
    return "" if unicodedata.category(sign) == "Cf" else " "


def _too_large(most: str) -> Wording:
    found = messages.TOO_LARGE
    return Wording(found.code, found.message.replace("{most}", most), found.remedy, found.severity)


def _csv(raw: bytes) -> Workbook | Wording:
    try:
        text, was_utf8 = raw.decode("utf-8-sig"), True
    except UnicodeDecodeError:
        text, was_utf8 = raw.decode("cp1252", "replace"), False
    if "\x00" in text:
        return messages.UNREADABLE
    lines = text.splitlines()[:20]
    signs = ",;\t|"
    sign = max(signs, key=lambda each: (max((line.count(each) for line in lines), default=0), each == ","))
    cells = []
    try:
        for row, values in enumerate(csv.reader(StringIO(text, newline=""), delimiter=sign), 1):
            if row > MOST_ROWS or len(values) > MOST_COLUMNS:
                return _too_large(f"{MOST_ROWS:,} rows or {MOST_COLUMNS} columns")
            if any(len(each) > LONGEST_CELL for each in values):
                return messages.UNREADABLE
            cells += [
                Cell("", row, at, words) for at, each in enumerate(values, 1) if (words := cleaned(each))
            ]
    except csv.Error:
        return messages.UNREADABLE
    asked = () if was_utf8 or not cells else (Asked(messages.ENCODING, cells[0]),)
    return Workbook(tuple(cells), asked=asked)


def _xlsx(raw: bytes) -> Workbook | Wording:
    wrong = _odd_archive(raw)
    if wrong is not None:
        return wrong
    import openpyxl  # noqa: PLC0415  # a large library, needed here only

    try:
        saved = openpyxl.load_workbook(BytesIO(raw), data_only=True, keep_links=False)
        written = openpyxl.load_workbook(BytesIO(raw), data_only=False, keep_links=False)
        if len(saved.sheetnames) > MOST_SHEETS:
            return _too_large(f"{MOST_SHEETS} sheets")
        cells: list[Cell] = []
        comments: list[Cell] = []
        asked: list[Asked] = []
        for sheet in saved.worksheets:
            if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
                return _too_large(f"{MOST_ROWS:,} rows or {MOST_COLUMNS} columns")
            _read_sheet(sheet, written[sheet.title], cells, comments, asked)
    except Exception:  # noqa: BLE001  # whatever a damaged file makes openpyxl raise, it could not be read
        return messages.UNREADABLE
    return Workbook(tuple(cells), tuple(comments), tuple(asked))


def _odd_archive(raw: bytes) -> Wording | None:
    """Return why an archive is not handed on: too large, with macros, with entities of its own, damaged."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > LARGEST or len(entries) > MOST_ROWS:
                return _too_large(f"{LARGEST // 1_000_000} MB")
            if any(entry.filename.endswith("vbaProject.bin") for entry in entries):
                return messages.OLD_FORMAT
            if not any(entry.filename == "xl/workbook.xml" for entry in entries):
                return messages.UNREADABLE
            for entry in entries:
                if entry.filename.endswith((".xml", ".rels")) and _DECLARES.search(archive.read(entry)):
                    return messages.UNREADABLE
    except Exception:  # noqa: BLE001  # zipfile raises what it likes for a damaged archive
        return messages.UNREADABLE
    return None


def _read_sheet(
    sheet: Any, written: Any, cells: list[Cell], comments: list[Cell], asked: list[Asked]
) -> None:
    """Add what one sheet holds."""
    title = cleaned(sheet.title)
    columns = _hidden_columns(sheet)
    whole = sheet.sheet_state != "visible"
    told: set[tuple[str, int]] = set()
    merged = {each.min_row * 1_000 + each.min_col: each for each in sheet.merged_cells.ranges}
    for row in sheet.iter_rows():
        for each in row:
            formula = written.cell(each.row, each.column).value
            is_formula = isinstance(formula, str) and formula.startswith("=")
            text = "" if each.value is None else cleaned(each.value)
            row_hidden = (
                bool(sheet.row_dimensions[each.row].hidden) if each.row in sheet.row_dimensions else False
            )
            hidden = "sheet" if whole else "row" if row_hidden else "column" if each.column in columns else ""
            cell = Cell(title, each.row, each.column, text, hidden)
            note = getattr(each, "comment", None)
            if note is not None and (words := cleaned(note.text or "")):
                comments.append(Cell(title, each.row, each.column, words, hidden))
                asked.append(Asked(messages.COMMENT, cell))
            if is_formula and each.value is None:
                asked.append(Asked(messages.FORMULA, cell))
            if not text:
                continue
            cells.append(cell)
            number = {"sheet": 0, "row": each.row, "column": each.column}.get(hidden, 0)
            if hidden and (hidden, number) not in told:
                told.add((hidden, number))
                asked.append(Asked(messages.HIDDEN, cell, (("what", hidden),)))
            area = merged.get(each.row * 1_000 + each.column)
            if area is not None and area.max_row > area.min_row:
                asked.append(Asked(messages.MERGED, cell))


def _hidden_columns(sheet: Any) -> frozenset[int]:
    found: set[int] = set()
    for each in sheet.column_dimensions.values():
        if each.hidden:
            found |= set(range(each.min, min(each.max, MOST_COLUMNS) + 1))
    return frozenset(found)


def rows_of(cells: tuple[Cell, ...], sheet: str) -> Iterator[tuple[Cell, ...]]:
    """Yield the cells of a sheet row by row; rows without words are passed over."""
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        if cell.sheet == sheet:
            rows.setdefault(cell.row, []).append(cell)
    for _, found in sorted(rows.items()):
        yield tuple(found)
