"""Where records name each other: read off the public records once, so that every page can say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from pydantic import BaseModel

from editions.datasets import Dataset
from editions.fields import PublicRecord, PublicUnit
from editions.resolving import refers_to
from editions.walking import holds_model


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a record, or a part of one, is named."""

    kind: str
    """The kind of the record that names it."""

    record: PublicRecord
    anchor: str
    """The place within its page, without `#`; empty for the record as a whole."""

    place: str
    """The place in words, with marks: the title of the item. Empty for the record as a whole."""

    field: str
    """The name of the field that names it: `priorities`, `replaces`."""


@lru_cache(maxsize=1)
def mentions(dataset: Dataset) -> dict[tuple[str, str], tuple[Mention, ...]]:
    """Return where everything is named, by the kind (or sort of part) and id that is named.

    The newest first, as far as records have a date; each place once.
    """
    found: dict[tuple[str, str], dict[Mention, None]] = {}
    for kind, entries in dataset.kinds.items():
        records = [entry.record for entry in entries if entry.record is not None]
        records.sort(key=lambda each: (str(getattr(each, "date", "")), each.id), reverse=True)
        for record in records:
            for named, mention in _in(record, Mention(kind, record, "", "", "")):
                found.setdefault(named, {})[mention] = None
    return {named: tuple(places) for named, places in found.items()}


def _in(model: BaseModel, spot: Mention) -> Iterator[tuple[tuple[str, str], Mention]]:
    """Yield what is named in a model, with the place; nothing from within a unit that is withheld."""
    if isinstance(model, PublicUnit) and model.withheld is not None:
        return
    spot = further(model, spot)
    for name in leading(type(model)):
        value = getattr(model, name)
        what = refers_to(type(model), name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, BaseModel):
                yield from _in(each, spot)
            elif what is not None and each is not None:
                yield (what, str(each)), replace(spot, field=name)


def further(model: BaseModel, spot: Mention) -> Mention:
    """Return the place of a model inside a record: its own, if it has an address there."""
    before = getattr(type(model), "anchor", None)
    if before is None or not hasattr(model, "id"):
        return spot
    title = str(getattr(model, "title", "") or "")
    label = str(getattr(model, "label", "") or "")
    place = " ".join(part for part in (label, title) if part) if title else spot.place
    return replace(spot, anchor=f"{before}{model.id}", place=place)


@cache
def leading(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields of a model that name something, or can hold what does."""
    return tuple(
        name
        for name, info in model.model_fields.items()
        if refers_to(model, name) is not None or holds_model(info.annotation)
    )
