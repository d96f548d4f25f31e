"""How one record leads to another: addresses, titles, and finished links for the templates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from editions.fields import PublicRecord, PublicUnit
from editions.kinds import KINDS as PUBLIC
from editions.parts.section_tables import PublicTableRow
from editions.resolving import refers_to
from editions.walking import named_parts
from macros.kinds import KINDS, address_of
from macros.views.lookups import Lookups


@dataclass(frozen=True, slots=True)
class About:
    """What a row of a table is about."""

    sort: str
    """The kind of record, or the sort of part: `meetings`, `actions`."""

    name: str
    address: str
    """Where it stands, without a leading `/`; empty if it has no page here."""


def title_of(record: PublicRecord) -> str:
    """Return the title or name of a record, with its marks."""
    return str(getattr(record, "title", None) or getattr(record, "name", None) or "")


def has_page(kind: str) -> bool:
    """Return whether the records of a kind have pages of their own."""
    return KINDS[kind].page is not None


def filters() -> dict[str, Callable[..., Any]]:
    """Return the filters of templates that lead to records."""
    return {"address_of": address_of, "title_of": title_of}


def globals_of(lookups: Lookups, templates: Environment) -> dict[str, Callable[..., Any]]:
    """Return the functions that templates call to lead to other records.

    `linked(kind, id)` is a link to a record with its title, `linked_part(sort, name)` one to a part of a
    record. What is not public is never named in a public record; should it be, nothing is shown.
    """
    plain = templates.filters["plain"]

    def linked(kind: str, record_id: str) -> Markup:
        entry = lookups.by_id.get((kind, record_id))
        if entry is None or entry.record is None:
            return Markup()
        return Markup('<a href="/{}">{}</a>').format(address_of(entry.record), plain(title_of(entry.record)))

    def linked_part(sort: str, name: str) -> Markup:
        record_id, _, part_id = name.partition("/")
        for kind in PUBLIC.values():
            entry = lookups.by_id.get((kind.name, record_id)) if sort in kind.parts else None
            if entry is None or entry.record is None:
                continue
            unit = _part(kind.name, sort, entry.record, part_id)
            if unit is not None:
                anchor = f"{type(unit).anchor or ''}{part_id}"
                said = getattr(unit, "title", None)
                text = plain(said) if said else templates.filters["brief"](getattr(unit, "text", None) or "")
                return Markup('<a href="/{}#{}">{}</a>').format(
                    address_of(entry.record), anchor, text or plain(title_of(entry.record))
                )
        return Markup()

    def about_row(row: PublicTableRow) -> tuple[About, ...]:
        return tuple(About(sort, name, _address(lookups, sort, name)) for sort, name in named_in(row))

    return {
        "linked": linked,
        "linked_part": linked_part,
        "about_row": about_row,
        "has_page": has_page,
        "quoted": _quoted,
    }


def named_in(row: PublicTableRow) -> Iterator[tuple[str, str]]:
    """Yield what a row of a table is about: the kind of record or sort of part, and its id."""
    for field in type(row).model_fields:
        value, sort = getattr(row, field), refers_to(type(row), field)
        if sort is not None and value is not None:
            yield sort, value
    if row.group is not None and row.group.id is not None:
        yield "groups", row.group.id


def _address(lookups: Lookups, sort: str, name: str) -> str:
    """Return where a record, or a part of one, stands; empty if that has no page here."""
    record_id, _, part_id = name.partition("/")
    for kind in PUBLIC.values():
        if kind.name != sort and sort not in kind.parts:
            continue
        entry = lookups.by_id.get((kind.name, record_id))
        if entry is None or entry.record is None or not has_page(kind.name):
            continue
        unit = _part(kind.name, sort, entry.record, part_id) if part_id else None
        anchor = f"#{type(unit).anchor or ''}{part_id}" if unit is not None else ""
        if bool(part_id) == bool(anchor):
            return f"{address_of(entry.record)}{anchor}"
    return ""


@pass_context
def _quoted(context: Context, unit: PublicUnit) -> str:
    """Return the address of a unit, without a leading `/`; empty if its page is not known."""
    entry = context.get("entry")
    if entry is None or entry.record is None:
        return ""
    anchor = getattr(type(unit), "anchor", None)
    part_id = getattr(unit, "id", None)
    place = f"#{anchor}{part_id}" if anchor is not None and part_id and unit is not entry.record else ""
    return f"{address_of(entry.record)}{place}"


def _part(kind: str, sort: str, record: PublicRecord, part_id: str) -> PublicUnit | None:
    return next(
        (
            unit
            for name, unit in named_parts(kind, record)
            if name == sort and getattr(unit, "id", None) == part_id
        ),
        None,
    )
