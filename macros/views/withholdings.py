"""The register of what was withheld, read off the public records themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from editions.actions import PublicAction, PublicDecision
from editions.fields import PublicRecord, PublicUnit
from editions.groups import PublicGroup
from editions.items import PublicItem
from editions.marks import Withheld, split
from editions.meetings import PublicMeeting
from editions.organizations import PublicOrganization
from editions.partnerships import PublicPartnership
from macros.views.lookups import Lookups
from macros.views.texts import written_fields


@dataclass(frozen=True, slots=True)
class Withholding:
    """One thing that was withheld. Several marks of one reason at one place are one entry."""

    kind: str
    """The kind of the record."""

    record: PublicRecord
    address: str
    """The place, from the root of the site: `meetings/2026-03-12-executive/#scrutineer`."""

    place: str
    """The place in words: the title of the item. Empty for the record as a whole."""

    unit: str
    """How much: `words`, `text`, `whole`, `field`."""

    reason: str
    review: str | None


@dataclass(frozen=True, slots=True)
class _Spot:
    kind: str
    record: PublicRecord
    address: str
    place: str


def withholdings(lookups: Lookups) -> tuple[Withholding, ...]:
    """Return what was withheld from the public records, the newest meetings first, each place once."""
    found: list[Withholding] = []
    for kind, entries in lookups.dataset.kinds.items():
        records = [entry.record for entry in entries if entry.record is not None]
        if kind == "meetings":
            records.sort(key=lambda each: (getattr(each, "date", ""), each.id), reverse=True)
        for record in records:
            found += _in(record, _Spot(kind, record, address_of(record), ""))
    return tuple(dict.fromkeys(found))


def address_of(record: PublicRecord) -> str:
    """Return the address of a record from the root of the site."""
    if isinstance(record, PublicMeeting):
        return f"meetings/{record.id}/"
    if isinstance(record, PublicGroup):
        return f"groups/{record.id}/"
    if isinstance(record, PublicOrganization):
        return f"partners/#organization-{record.id}"
    return "partners/" if isinstance(record, PublicPartnership) else "withheld/"


def title_of(record: PublicRecord) -> str:
    """Return the title or name of a record, with its marks."""
    return str(getattr(record, "title", None) or getattr(record, "name", None) or "")


def _in(model: BaseModel, spot: _Spot) -> Iterator[Withholding]:
    """Yield what was withheld in a model and everything inside it."""
    spot = _further(model, spot)
    if isinstance(model, PublicUnit):
        if model.withheld:
            yield _found(spot, model.withheld.what, model.withheld.reason, model.withheld.review)
        for field in model.withheld_fields:
            yield _found(spot, "field", field.reason, field.review)
    written = written_fields(type(model))
    for name in type(model).model_fields:
        value = getattr(model, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, BaseModel):
                yield from _in(each, spot)
            elif name in written and each and "[[" in each:
                marks = (part for part in split(each) if isinstance(part, Withheld))
                yield from (_found(spot, "words", mark.reason, None) for mark in marks)


def _found(spot: _Spot, unit: str, reason: str, review: str | None) -> Withholding:
    return Withholding(spot.kind, spot.record, spot.address, spot.place, unit, reason, review)


def _further(model: BaseModel, spot: _Spot) -> _Spot:
    """Return the spot of a model, which items, actions and decisions have for themselves."""
    page = spot.address.split("#")[0]
    if isinstance(model, PublicItem):
        place = f"{model.label} {model.title}" if model.label else model.title
        return _Spot(spot.kind, spot.record, f"{page}#{model.id}", place)
    if isinstance(model, PublicAction):
        return _Spot(spot.kind, spot.record, f"{page}#action-{model.id}", spot.place)
    if isinstance(model, PublicDecision):
        return _Spot(spot.kind, spot.record, f"{page}#decision-{model.id}", spot.place)
    return spot
