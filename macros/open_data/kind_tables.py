"""A table for each kind of record: one row a record, one column for each field that fits into a cell.

What does not fit (items, members, lines of a budget) stands in tables of its own and in the JSON file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from editions.datasets import Entry
from editions.fields import Printed, PublicRecord, Written
from editions.kinds import PUBLIC_KINDS
from editions.kinds.people import PublicPerson
from editions.parts.actions import PublicParty
from editions.resolving import refers_to
from editions.texts import written_fields
from macros.kinds import KINDS, address_of
from macros.open_data.meanings import meanings_of, summary_of
from macros.open_data.sources import BETWEEN, Source
from macros.open_data.tables import Cell, Column, Reference, Row, Table, column

OF_EVERY_RECORD = (
    Column("withheld", "string", "The reason, if the record is withheld in part or as a whole."),
    Column("address", "string", "Where the record stands on the site."),
    Column("edition", "integer", "The number of the edition that is published."),
    Column("first_edition", "date", "The day of the first edition."),
    Column("last_edition", "date", "The day of the edition that is published."),
)
"""The columns that stand at the end of each of these tables."""

NAMED_ONLY = "One row for each person who is named in public."

GROUPS = frozenset({"group", "parent", "approved_by"})
"""Fields that always name a group."""

TABLES = frozenset({*PUBLIC_KINDS, "decisions"})
"""What a field can name of which there is a table, in which each has an id of its own."""

Reads = Callable[[Source, PublicRecord], Cell]


def kind_tables() -> tuple[Table, ...]:
    """Return the table of each kind."""
    return tuple(_table(kind, model) for kind, model in PUBLIC_KINDS.items())


def _table(kind: str, model: type[PublicRecord]) -> Table:
    fields = _fields(model)
    return Table(
        name=kind,
        title=KINDS[kind].title,
        meaning=NAMED_ONLY if model is PublicPerson else f"One row for each record. {summary_of(model)}",
        columns=(*(known for known, _ in fields), *OF_EVERY_RECORD),
        key=("id",),
        rows=lambda source: _rows(source, kind, model),
        references=tuple(_references(model)),
        of_records=True,
    )


def _rows(source: Source, kind: str, model: type[PublicRecord]) -> Iterator[Row]:
    reads = [read for _, read in _fields(model)]
    for entry in source.lookups.dataset.kinds.get(kind, ()):
        record = entry.record
        if record is None or (isinstance(record, PublicPerson) and record.name is None):
            continue
        yield (*(read(source, record) for read in reads), *_of_every_record(source, record, entry))


def _of_every_record(source: Source, record: PublicRecord, entry: Entry[PublicRecord]) -> Row:
    first, last = (entry.issues[0], entry.issues[-1]) if entry.issues else (None, None)
    return (
        record.withheld.reason if record.withheld else None,
        source.at(address_of(record)),
        last.number if last else None,
        first.date if first else None,
        last.date if last else None,
    )


@cache
def _fields(model: type[PublicRecord]) -> tuple[tuple[Column, Reads], ...]:
    """Return the columns of a model with what reads each of them off a record."""
    found: list[tuple[Column, Reads]] = []
    for name in sorted(model.model_fields, key=lambda name: name != "id"):
        found += _columns(model, name)
    return tuple(found)


def _columns(model: type[PublicRecord], name: str) -> Iterator[tuple[Column, Reads]]:
    """Yield the columns of a field; none where it does not fit into a cell."""
    if name in {"withheld", "withheld_fields"}:
        return
    inner, several = _inner(model.model_fields[name].annotation)
    written = written_fields(model).get(name)
    meaning = meanings_of(model)[name]
    if inner in {Printed, PublicParty}:
        together = f"{meaning} Several are parted by a semicolon." if several else meaning
        yield Column(name, "string", together), lambda source, record: _who(source, getattr(record, name))
        if inner is Printed and not several:
            told = f"The id of the one named under {name}, where it is public."
            yield Column(f"{name}_id", "string", told), lambda _, record: _id(getattr(record, name))
    elif isinstance(inner, type) and issubclass(inner, BaseModel):
        return
    elif several:
        told = f"{meaning} Several are parted by a semicolon."
        yield (
            Column(name, "string", told),
            lambda source, record: BETWEEN.join(
                source.line(each) if written else str(each) for each in getattr(record, name)
            ),
        )
    elif written is Written.PROSE:
        yield column(model, name), lambda source, record: source.text(getattr(record, name))
    elif written is Written.LINE:
        yield column(model, name), lambda source, record: source.line(getattr(record, name))
    else:
        yield column(model, name), lambda _, record: getattr(record, name)


def _references(model: type[PublicRecord]) -> Iterator[Reference]:
    """Yield what the columns of a model name: a public record names public records only."""
    for name, info in model.model_fields.items():
        inner, several = _inner(info.annotation)
        what = refers_to(model, name)
        if what in TABLES and not several:
            yield Reference(name, str(what))
        elif inner is Printed and not several and name in GROUPS:
            yield Reference(f"{name}_id", "groups")


def _inner(annotation: Any) -> tuple[Any, bool]:
    """Return a type without `None` and without the tuple around it, and whether there was a tuple."""
    kept = [each for each in get_args(annotation) if each is not type(None)]
    if type(None) in get_args(annotation):
        return _inner(kept[0])
    if get_origin(annotation) is tuple:
        return _inner(kept[0])[0], True
    return annotation, False


def _who(source: Source, value: Any) -> str:
    if isinstance(value, Printed):
        return source.who(value)
    if isinstance(value, PublicParty):
        return source.party(value)
    return source.parties(value) if value else ""


def _id(printed: Printed | None) -> str | None:
    return printed.id if printed is not None else None
