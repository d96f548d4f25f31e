"""Rows of a table parted where other columns begin: two tables without a line between them look like one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from records.importing.blocks import Cell, Row

Edges = tuple[int, ...]
"""Where the cells of a row begin, counted in columns of the whole table."""


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
