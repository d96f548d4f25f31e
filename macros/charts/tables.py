"""A table of a section as a picture: the numbers that stand in it, and nothing that is worked out of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import accumulate

from editions.parts.reporting import PublicAgencyAttendance, PublicAttendanceTable
from editions.parts.section_tables import PublicSectionTable
from macros.charts.charts import Chart
from macros.charts.marks import Part, Row, bars, scale_of, stacked, swatch
from macros.language.formats import money, number
from macros.language.languages import ENGLISH, Language

LOOKS = ("full", "lined", "empty", "crossed", "dotted")
"""How the columns look, in their order. Further ones are not drawn."""

FEWEST = 2
"""Fewer agencies than this make no picture."""

STACKED = "stacked"
MONEY = "\u00a3"
_NUMBER = re.compile(r"\u00a3?\d{1,3}(,?\d{3})*(\.\d+)?")


def table_chart(
    table: PublicSectionTable, plain: Callable[[str], str], language: Language = ENGLISH
) -> Chart | None:
    """Return the picture of a table; None where none is asked for or no column holds numbers alone.

    `plain` makes words of a line that may have something withheld in it.
    """
    columns = number_columns(table)[: len(LOOKS)] if table.chart else ()
    rows = [each for each in table.rows if len(each.cells) == len(table.columns)]
    if not columns or not rows:
        return None
    amounts = [[value_of(row.cells[column]) for column in columns] for row in rows]
    is_stacked = table.chart == STACKED
    is_money = any(row.cells[column].startswith(MONEY) for row in rows for column in columns)
    pieces = [_stacked(each) if is_stacked else _beside(each) for each in amounts]
    ends = [part.end for each in pieces for bar in each for part in bar]
    heads = [plain(table.columns[column]) for column in columns]
    return Chart(
        id=f"table-{table.id}",
        title=plain(table.title),
        description=language.gettext("A bar for each row of the table below, which has the same numbers."),
        picture=bars(
            [
                Row(plain(row.cells[0]), ", ".join(row.cells[column] for column in columns), drawn)
                for row, drawn in zip(rows, pieces, strict=True)
            ],
            scale_of(ends, whole=not is_money),
            lambda each: money(language, f"{each:f}") if is_money else number(language, f"{each:f}"),
        ),
        key=tuple((swatch(look), head) for look, head in zip(LOOKS, heads, strict=False)),
        head=tuple(plain(each) for each in table.columns),
        rows=tuple(tuple(plain(each) for each in row.cells) for row in rows),
    )


def attended_chart(
    table: PublicAttendanceTable,
    name: str,
    agency: Callable[[PublicAgencyAttendance], str],
    number: int = 1,
    language: Language = ENGLISH,
) -> Chart | None:
    """Return the picture of an attendance table; None with fewer than two agencies that have numbers.

    `name` is what the table is called, `agency` makes words of whoever a row is about, and `number` is the
    place of the table in its report.
    """
    counted = [
        (agency(row), row.attended, held)
        for row in table.agencies
        for held in [row.held if row.held is not None else table.held]
        if row.attended is not None and held is not None and row.attended <= held
    ]
    if len(counted) < FEWEST:
        return None
    labels = (language.gettext("Came to"), language.gettext("Did not come to"))
    said = language.gettext("%(part)s of %(whole)s")
    rows = [
        Row(who, said % {"part": came, "whole": held}, (stacked(((came, "full"), (held - came, "empty"))),))
        for who, came, held in counted
    ]
    most = max(held for _, _, held in counted)
    return Chart(
        id=f"attended-{number}",
        title=language.gettext("Meetings attended") + (f": {name}" if name else ""),
        description=language.gettext("A bar for each row of the table below, which has the same numbers."),
        picture=bars(rows, scale_of([Decimal(most)], whole=True), lambda each: f"{each:f}"),
        key=tuple((swatch(look), label) for look, label in zip(("full", "empty"), labels, strict=True)),
        head=(language.gettext("Agency"), *labels),
        rows=tuple((who, str(came), str(held - came)) for who, came, held in counted),
    )


def number_columns(table: PublicSectionTable) -> tuple[int, ...]:
    """Return the places of the columns, from 0, that hold nothing but numbers. The first names the row."""
    return tuple(
        column
        for column in range(1, len(table.columns))
        if table.rows
        and all(
            len(row.cells) > column and _NUMBER.fullmatch(row.cells[column])
            for row in table.rows
            if row.cells
        )
    )


def value_of(cell: str) -> Decimal:
    """Return the number of a cell that holds nothing else."""
    return Decimal(cell.replace(",", "").removeprefix(MONEY))


def _beside(amounts: list[Decimal]) -> tuple[tuple[Part, ...], ...]:
    """Return a bar for each amount."""
    return tuple(
        (Part(Decimal(0), amount, look),) for amount, look in zip(amounts, LOOKS, strict=False) if amount
    )


def _stacked(amounts: list[Decimal]) -> tuple[tuple[Part, ...], ...]:
    """Return one bar made of the amounts."""
    ends = list(accumulate(amounts, initial=Decimal(0)))
    parts = (
        Part(start, end, look) for start, end, look in zip(ends, ends[1:], LOOKS, strict=False) if end > start
    )
    return tuple(filter(None, (tuple(parts),)))
