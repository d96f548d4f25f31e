"""Rows of a table parted where other columns begin: two tables without a line between them look like one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from records.importing.paragraphs.blocks import Cell, Part, Row, Spot, Table

Edges = tuple[int, ...]
"""Where the cells of a row begin, counted in columns of the whole table."""


def tables_in(rows: Iterable[Sequence[tuple[Cell, str | None]]], spot: Spot) -> Iterator[Part]:
    """Yield what stands in rows of cells, each with how many columns it says to take: tables, or paragraphs.

    A table of one column is no table but a frame around its paragraphs.
    """
    laid = [
        (tuple(accumulate((_columns(said) for _, said in row[:-1]), initial=0)), [cell for cell, _ in row])
        for row in rows
        if row
    ]
    for found in parted(laid):
        if len(found[0]) == 1:
            yield from (block for (cell,) in found for block in cell)
        else:
            yield Table(found, spot)


def _columns(said: str | None) -> int:
    """Return how many columns a cell takes; one where it says nothing that can be true."""
    return int(said) if said and said.isdigit() and len(said) <= 2 else 1


def parted(rows: Sequence[tuple[Edges, Sequence[Cell]]]) -> Iterator[tuple[Row, ...]]:
    """Yield the rows of each table. A row of one cell between alike rows is a heading among them."""
    found: list[Row] = []
    columns: Edges = ()
    for at, (own, cells) in enumerate(rows):
        later = next((edges for edges, _ in rows[at + 1 :] if len(edges) > 1), ())
        wanted = columns if len(own) == 1 and later == columns and columns else own
        if found and wanted != columns:
            yield tuple(found)
            found = []
        columns = wanted
        empty: Row = ((),) * (len(columns) - len(cells))
        if any(cells):
            found.append((*cells, *empty))
    if found:
        yield tuple(found)
