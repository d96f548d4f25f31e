"""Tables: what their columns are and mean, and how their cells are written as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from pydantic import BaseModel

from editions.fields import Amount
from macros.open_data.meanings import meanings_of
from macros.open_data.sources import Source

Cell = str | int | bool | None
Row = tuple[Cell, ...]
Type = Literal["string", "integer", "number", "boolean", "date"]

GUARD = "'"
"""What stands before a text that a spreadsheet would take for a formula."""

MARK = "\ufeff".encode()
"""Without it, spreadsheets take UTF-8 for something else, and dashes and accents for rubbish."""

_ACTS = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b]|[\t\r\n]")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII)
_NUMBERS = frozenset({"integer", "number"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    type: Type
    """Its type, in the words of Table Schema."""

    meaning: str
    """What stands in it, in a sentence."""


@dataclass(frozen=True, slots=True)
class Reference:
    """That a column names the `id` of another table."""

    column: str
    table: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table that can be downloaded as CSV."""

    name: str
    """The name of its file without the ending: `actions`."""

    title: str
    meaning: str
    """What one row is, in a sentence."""

    columns: tuple[Column, ...]
    key: tuple[str, ...]
    """The columns by which a row is known, together."""

    rows: Callable[[Source], Iterator[Row]]
    """Returns its rows, with one cell for each column."""

    references: tuple[Reference, ...] = ()
    of_records: bool = False
    """Whether its rows are records, of which there is a JSON file too."""


def column(model: type[BaseModel], field: str, name: str | None = None) -> Column:
    """Return the column for a field of a public model, described as the field is."""
    return Column(name or field, type_of(model, field), meanings_of(model)[field])


def type_of(model: type[BaseModel], field: str) -> Type:
    """Return the type of a field of a public model. Days are text: some are known by month or year only."""
    info = model.model_fields[field]
    inner = set(_types(info.annotation))
    if bool in inner:
        return "boolean"
    if int in inner:
        return "integer"
    marks = [*info.metadata, *_marks(info.annotation)]
    return "number" if get_args(Amount)[1] in marks else "string"


def to_csv(table: Table, rows: Iterable[Row]) -> bytes:
    """Return a table as CSV (RFC 4180) in UTF-8, beginning with the mark that spreadsheets need.

    A text that a spreadsheet would take for a formula has an apostrophe before it. A number has none.
    """
    kinds = [each.type for each in table.columns]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([each.name for each in table.columns])
    writer.writerows([_written(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in rows)
    return MARK + out.getvalue().encode()


def _written(cell: Cell, kind: Type) -> str:
    if not isinstance(cell, str):
        return "" if cell is None else str(cell).lower()  # A number, or `true` and `false`.
    text = cell.replace("\r\n", "\n").replace("\r", "\n") if "\r" in cell else cell
    if text[:1].isalnum() or not _ACTS.match(text) or (kind in _NUMBERS and _NUMBER.fullmatch(text)):
        return text
    return GUARD + text


def _types(annotation: Any) -> Iterator[Any]:
    yield annotation
    for argument in get_args(annotation):
        yield from _types(argument)


def _marks(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _marks(argument)
