"""The register of what was withheld, read off the public records themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from editions.fields import PublicRecord, PublicUnit
from editions.marks import Withheld, split
from editions.texts import written_fields
from editions.walking import holds_model
from macros.views.lookups import Lookups
from macros.views.mentions import Mention, further


@dataclass(frozen=True, slots=True)
class Withholding:
    """One thing that was withheld. Several marks of one reason at one place are one entry."""

    kind: str
    """The kind of the record."""

    record: PublicRecord
    anchor: str
    """The place within its page, without `#`: `scrutineer`. Empty for the record as a whole."""

    place: str
    """The place in words: the title of the item. Empty for the record as a whole."""

    unit: str
    """How much: `words`, `text`, `whole`, `field`."""

    reason: str
    review: str | None


def withholdings(lookups: Lookups) -> tuple[Withholding, ...]:
    """Return what was withheld from the public records, the newest meetings first, each place once."""
    found: list[Withholding] = []
    for kind, entries in lookups.dataset.kinds.items():
        records = [entry.record for entry in entries if entry.record is not None]
        if kind == "meetings":
            records.sort(key=lambda each: (getattr(each, "date", ""), each.id), reverse=True)
        for record in records:
            found += _in(record, Mention(kind, record, "", "", ""))
    return tuple(dict.fromkeys(found))


def _in(model: BaseModel, spot: Mention) -> Iterator[Withholding]:
    """Yield what was withheld in a model and everything inside it."""
    spot = further(model, spot)
    if isinstance(model, PublicUnit):
        if model.withheld:
            yield _found(spot, model.withheld.what, model.withheld.reason, model.withheld.review)
        for field in model.withheld_fields:
            yield _found(spot, "field", field.reason, field.review)
    for name, is_written in _telling(type(model)):
        value = getattr(model, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, BaseModel):
                yield from _in(each, spot)
            elif is_written and each and "[[" in each:
                marks = (part for part in split(each) if isinstance(part, Withheld))
                yield from (_found(spot, "words", mark.reason, None) for mark in marks)


@cache
def _telling(model: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """Return the fields of a model that can hold models or marks, and whether text is written in them."""
    written = written_fields(model)
    return tuple(
        (name, name in written)
        for name, info in model.model_fields.items()
        if name in written or holds_model(info.annotation)
    )


def _found(spot: Mention, unit: str, reason: str, review: str | None) -> Withholding:
    return Withholding(spot.kind, spot.record, spot.anchor, spot.place, unit, reason, review)
