"""Small numbers of people in the tables and figures of a record, each table one question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from pydantic import BaseModel

from editions.fields import PublicRecord, Written
from editions.parts.reporting import PublicFigure, PublicFigurePart, PublicMeasured
from editions.parts.section_tables import PublicSectionTable, PublicTableRow
from editions.texts import written_fields
from problems import Wording
from redaction import signing_messages as messages
from redaction.detectors.cells import in_words, is_small, small_cells
from redaction.searching.decided import SMALL_NUMBERS, Decided
from redaction.searching.folding import fold_source
from redaction.searching.placing import Locate
from redaction.searching.questions import Places, Question, Start, question_of_each

_RANK = 1
"""How important they are among the questions: as what a detector finds."""

_BETWEEN = "; and "
"""What stands between two numbers of a table. No number of people in a sentence goes on with `and`."""

_RULE = re.compile(r" {0,3}\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?|\|? *:?-+:? *\|")
"""The line under the headings of a table in a text."""

_BAR = re.compile(r"(?<!\\)\|")
_CAPTION = 200
"""A line above a table is its title up to so many letters."""

Way = tuple[str, ...]
"""The names of fields, and positions from 1, that lead to a public value."""


@dataclass(frozen=True, slots=True)
class _Small:
    """A small number of people."""

    words: str = field(repr=False)
    """Its headings within the table, and the number."""

    way: Way
    start: Start = Start(0, 1)  # noqa: RUF009  # it is frozen


@dataclass(frozen=True, slots=True)
class _Table:
    """A table or figure with small numbers of people in it."""

    title: str = field(repr=False)
    wording: Wording
    numbers: tuple[_Small, ...]


def small_numbers(
    record: PublicRecord, locate: Locate, decided: Decided, earlier: PublicRecord | None = None
) -> tuple[Question, ...]:
    """Return a question for each table and figure of a record in which small numbers of people stand.

    Passed over is each number that was decided, and each that stands in the `earlier` edition already, under
    the same headings.
    """
    if record == earlier:
        return ()
    known = {
        (fold_source(table.title), fold_source(each.words))
        for table in (_tables(earlier, decided.few) if earlier is not None else ())
        for each in table.numbers
    }
    found: dict[tuple[str, str], tuple[str, Wording, tuple[tuple[str, str], ...], Places, int]] = {}
    for table in _tables(record, decided.few):
        new = [
            each
            for each in table.numbers
            if (fold_source(table.title), fold_source(each.words)) not in known
            and not _is_settled(_named(record, table.title), each.words, decided)
        ]
        if new:
            said = _BETWEEN.join(dict.fromkeys(each.words for each in new))
            words = in_words(_named(record, table.title), said)
            places: Places = found.setdefault(
                (table.wording.code, fold_source(words)), (words, table.wording, (), [], _RANK)
            )[3]
            places += [each.start.within(locate(each.way)) for each in new]
    return question_of_each(found.values())


def _named(record: PublicRecord, title: str) -> str:
    """Return how the numbers of a table are spoken of. The same numbers next year are other people."""
    whose = ", ".join(dict.fromkeys(each for each in (getattr(record, "title", None), title) if each))
    return f"{SMALL_NUMBERS} {whose or record.id}"


def _is_settled(named: str, words: str, decided: Decided) -> bool:
    """Return whether a number was allowed, by itself or with others of its table."""
    table = fold_source(named)
    first, later = fold_source(in_words(named, words)), fold_source(f"{_BETWEEN}{words}")
    return any(
        each.startswith(first) or (later in each and each.startswith(table)) for each in decided.numbers
    )


def _tables(record: BaseModel, few: int) -> Iterator[_Table]:
    yield from (each for each in _inside(record, (), "", few) if each.numbers)


def _inside(model: BaseModel, way: Way, title: str, few: int) -> Iterator[_Table]:
    """Yield the tables and figures inside a model that stands under a title."""
    if isinstance(model, PublicSectionTable):
        yield _of_a_section(model, way, few)
    if isinstance(model, PublicFigure):
        yield _Table(model.name, messages.PEOPLE_AS_NUMBER, tuple(_of_a_figure(model, way, few)))
    title = getattr(model, "title", None) or title
    prose = written_fields(type(model))
    for name in _fields(type(model)):
        value = getattr(model, name)
        several = isinstance(value, tuple)
        for number, each in enumerate(value if several else (value,), 1):
            here = (*way, name, str(number)) if several else (*way, name)
            if isinstance(each, BaseModel):
                yield from _inside(each, here, title, few)
            elif prose.get(name) is Written.PROSE and each and "|" in each:
                yield from _in_a_text(str(each), here, title, few)


@cache
def _fields(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(model.model_fields)


def _of_a_section(table: PublicSectionTable, way: Way, few: int) -> _Table:
    rows = [_cells(row) for row in table.rows]
    found = tuple(
        _Small(each.words, _cell_at(table.rows[each.row], each.column, (*way, "rows", str(each.row + 1))))
        for each in small_cells((table.title,), table.columns, rows, few)
    )
    return _Table(table.title, messages.SMALL_NUMBER_IN_TABLE, found)


def _cells(row: PublicTableRow) -> tuple[str, ...]:
    """Return the cells of a row, but not as a heading the title of the record that it leads to.

    An indicator is named after what it counts.
    """
    about = row.model_dump(exclude_none=True, exclude={"cells", "withheld", "withheld_fields", "indicator"})
    return ("", *row.cells[1:]) if about and row.cells else row.cells


def _cell_at(row: PublicTableRow, column: int, way: Way) -> Way:
    return (*way, "cells", str(column + 1)) if column < len(row.cells) else way


def _of_a_figure(figure: PublicFigure, way: Way, few: int) -> Iterator[_Small]:
    parts: list[tuple[str, PublicFigure | PublicFigurePart, Way]] = [("", figure, way)]
    parts += [(each.name, each, (*way, "parts", str(at))) for at, each in enumerate(figure.parts, 1)]
    for part, each, here in parts:
        for column in ("now", "before"):
            measured: PublicMeasured | None = getattr(each, column)
            for name in ("number", "words") if measured is not None else ():
                said = getattr(measured, name)
                if said and is_small(figure.name, figure.unit or "", part, said, few):
                    yield _Small(in_words(part, said), (*here, column, name))


def _in_a_text(text: str, way: Way, title: str, few: int) -> Iterator[_Table]:
    """Yield the tables that are written in a text."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if at == 0 or "-" not in line or not _RULE.fullmatch(line.rstrip()):
            continue
        columns = _split(lines[at - 1])
        rows = []
        for each in lines[at + 1 :]:
            if "|" not in each:
                break
            rows.append(_split(each))
        caption = _caption(lines[: at - 1])
        yield _Table(
            caption or title,
            messages.SMALL_NUMBER_IN_TABLE,
            tuple(
                _Small(each.words, way, Start(at + 1 + each.row, 1))
                for each in small_cells([each for each in (caption, title) if each], columns, rows, few)
            ),
        )


def _caption(above: Sequence[str]) -> str:
    """Return the last line with words above a table, if it is as short as a title."""
    line = next((each.strip() for each in reversed(above) if each.strip()), "")
    return line.strip("#*: ") if len(line) <= _CAPTION and "|" not in line else ""


def _split(line: str) -> list[str]:
    """Return the cells of a line of a table."""
    inner = line.strip().removeprefix("|")
    cells = [each.strip() for each in _BAR.split(inner)]
    return cells[:-1] if cells and not cells[-1] and inner.endswith("|") else cells
