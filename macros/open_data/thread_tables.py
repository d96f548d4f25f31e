"""The table of what led to what, which can be followed in both directions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.kinds import address_of
from macros.open_data.sources import Source
from macros.open_data.tables import Column, Row, Table
from macros.views.stories import day_of
from macros.views.threads import RELATIONS, Thing, thread

_RELATIONS = ", ".join(RELATIONS)


def _links(source: Source) -> Iterator[Row]:
    for link in thread(source.lookups.dataset).links:
        yield (*_thing(source, link.earlier), link.relation, *_thing(source, link.later))


def _thing(source: Source, thing: Thing) -> tuple[str | None, ...]:
    address = address_of(thing.record) + (f"#{thing.anchor}" if thing.anchor else "")
    return thing.sort, thing.name, day_of(thing) or None, source.at(address)


def _columns(which: str, meant: str) -> tuple[Column, ...]:
    return (
        Column(f"{which}_sort", "string", f"The kind of {meant}: of a record, or of a part of one."),
        Column(f"{which}", "string", f"The id of {meant}; RECORD/PART for a part of a record."),
        Column(f"{which}_date", "string", "Its day, month or year, where it has one."),
        Column(f"{which}_address", "string", "Where it stands on the site."),
    )


LINKS = Table(
    name="links",
    title="What led to what",
    meaning="One row for each link from a priority, an action of a plan, an item, a decision, an action or a "
    "recommendation to what came of it. Read from left to right for what came of a thing, from right to left "
    "for what led to it.",
    columns=(
        *_columns("earlier", "the thing that came first"),
        Column("relation", "string", f"What became of the first in the second; one of: {_RELATIONS}."),
        *_columns("later", "the thing that came of it"),
    ),
    key=("earlier_sort", "earlier", "relation", "later_sort", "later"),
    rows=_links,
)


def links_as_json(source: Source) -> list[dict[str, Any]]:
    """Return the links as plain values, with the columns of the table as keys."""
    names = [each.name for each in LINKS.columns]
    return [
        {name: cell for name, cell in zip(names, row, strict=True) if cell is not None}
        for row in LINKS.rows(source)
    ]
