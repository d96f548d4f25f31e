"""A register as a whole: from the bytes of a spreadsheet to a draft record with questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from problems import Place, Problem, Wording
from records import register_messages as messages
from records.kinds import KINDS
from records.registers.budgets import budget
from records.registers.columns import NAMES, Head, Sort, find_head
from records.registers.drafting import Desk, Draft, in_its_order, settled
from records.registers.known import Known
from records.registers.meanings import day_of
from records.registers.parts import action, attendance, risk
from records.registers.sheets import Cell, Workbook, read_table, rows_of

KIND_OF: Mapping[Sort, str] = {
    "actions": "meetings",
    "attendance": "meetings",
    "risks": "risks",
    "budget": "budgets",
}
"""The kind of record that a register becomes. Action logs and attendance belong to a meeting."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the file is to become."""

    sort: Sort
    base: dict[str, Any]
    """What the record must have and no register says: title, day, group."""
    day: str = ""
    """The day of the meeting, by which a column is chosen where each meeting has one."""


def draft(raw: bytes, file: str, wish: Wish, known: Known) -> Draft | tuple[Problem, ...]:
    """Return the draft record in a spreadsheet, or why there is none; never raises for anything in the file.

    `file` is the name for messages.
    """
    book = read_table(raw)
    if isinstance(book, Wording):
        return (book.at(Place(file)),)
    visible = [cell for cell in book.cells if not cell.hidden]
    sheets = list(dict.fromkeys(cell.sheet for cell in visible))
    heads = {}
    for sheet in sheets:
        head = find_head(rows_of(tuple(visible), sheet), wish.sort)
        if head is not None:
            heads[sheet] = head
    if not heads:
        names = ", ".join(NAMES[wish.sort][key][0] for key in list(NAMES[wish.sort])[:6])
        return (messages.NO_HEADERS.at(Place(file), names=names),)
    return _drafted(book, heads, Desk(file, known, next(iter(heads.values())), {}), wish)


def _drafted(
    book: Workbook, heads: Mapping[str, Head], desk: Desk, wish: Wish
) -> Draft | tuple[Problem, ...]:
    visible = [cell for cell in book.cells if not cell.hidden]
    desk.rest.update({(cell.sheet, cell.row, cell.column): cell for cell in book.cells})
    for asked in book.asked:
        desk.ask(asked.wording, asked.cell, **dict(asked.gaps))
    plain = dict(wish.base)
    taken: set[str] = set()
    for sheet, found in heads.items():
        head = _with_day(found, wish, desk) if wish.sort == "attendance" else found
        desk.head = head
        _tell_columns(head, desk)
        rows = _rows(visible, sheet, head)
        for cell in (cell for cell in visible if cell.sheet == sheet and cell.row == head.row):
            desk.rest.pop((cell.sheet, cell.row, cell.column), None)
        _add(plain, rows, wish.sort, desk, taken)
    head_cells = sum(len(head.names) for head in heads.values())
    cells = len(book.cells) - head_cells
    placed = cells - len(desk.rest)
    kind = KINDS[KIND_OF[wish.sort]]
    record = settled(plain, kind, desk, book.comments, [])
    if record is None:
        return (messages.NOT_KEPT.at(Place(desk.file)),)
    return Draft(record, in_its_order(desk.questions), cells, max(placed, 0))


def _rows(visible: list[Cell], sheet: str, head: Head) -> list[dict[str, Cell]]:
    """Return the rows below the head, each with its cells by key."""
    return [
        {head.keys[cell.column]: cell for cell in row if cell.column in head.keys}
        for row in rows_of(tuple(visible), sheet)
        if row[0].row > head.row
    ]


def _tell_columns(head: Head, desk: Desk) -> None:
    for cell, key in head.unsure:
        desk.ask(messages.COLUMN_UNSURE, cell, key=key.replace(".", " › "))
    for cell in head.unknown:
        desk.ask(messages.COLUMN_UNKNOWN, cell)


def _with_day(head: Head, wish: Wish, desk: Desk) -> Head:
    """Return the head of a list that has a column for each meeting, with the column of this one as status."""
    days = {cell.column: found for cell in head.unknown if (found := day_of(cell.text))}
    if "status" in head.keys.values() or not days:
        return head
    chosen = next((column for column, found in days.items() if found == wish.day), None)
    if chosen is None:
        return head
    cell = next(cell for cell in head.unknown if cell.column == chosen)
    if len(days) > 1:
        desk.ask(messages.SEVERAL_DAYS, cell, day=wish.day)
    unknown = tuple(each for each in head.unknown if each.column not in days)
    return replace(head, keys={**head.keys, chosen: "status"}, unknown=unknown)


def _add(plain: dict[str, Any], rows: list[dict[str, Cell]], sort: Sort, desk: Desk, taken: set[str]) -> None:
    """Add the rows of one sheet to the record."""
    if sort == "budget":
        for key, found in budget(rows, desk).items():
            if isinstance(found, list):
                plain.setdefault(key, []).extend(found)
            else:
                plain.setdefault(key, found)
    elif sort == "risks":
        risks = plain.setdefault("risks", [])
        for row in rows:
            part = risk(row, len(risks) + 1, taken, desk)
            if part is not None:
                risks.append(part)
    elif sort == "attendance":
        listed = plain.setdefault("attendance", [])
        listed += [part for row in rows if (part := attendance(row, desk)) is not None]
    else:
        _add_actions(plain, rows, desk)


def _add_actions(plain: dict[str, Any], rows: list[dict[str, Cell]], desk: Desk) -> None:
    items = plain.setdefault("items", [{"id": "log", "title": "Action log"}])
    actions = items[0].setdefault("actions", [])
    for row in rows:
        found = action(row, len(actions) + 1, desk)
        if found is not None:
            actions.append(found[0])
            if found[1] is not None:
                items[0].setdefault("updates", []).append(found[1])
