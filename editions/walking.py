"""Walking through public records: their items, their parts, and whatever in them can be withheld."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from editions.fields import Printed, PublicRecord, PublicUnit
from editions.kinds import KINDS
from editions.parts.items import PublicItem


def items_of(items: Iterable[PublicItem]) -> Iterator[PublicItem]:
    """Yield items and everything under them, in the order of the document."""
    for item in items:
        yield item
        yield from items_of(item.items)


def named_parts(kind: str, record: PublicRecord) -> Iterator[tuple[str, PublicUnit]]:
    """Yield what others can name inside a record of a kind, with the name that references use."""
    names = {model: name for name, model in KINDS[kind].parts.items()}
    if names:
        yield from ((names[type(unit)], unit) for unit in units_in(record) if type(unit) in names)


def units_in(model: BaseModel) -> Iterator[PublicUnit]:
    """Yield every unit inside a model that can be withheld, in the order of the document."""
    for name in _holding(type(model)):
        value = getattr(model, name)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, BaseModel):
                if isinstance(inner, PublicUnit):
                    yield inner
                yield from units_in(inner)


def anchored_in(record: BaseModel) -> Iterator[tuple[str, str, PublicUnit]]:
    """Yield each part with an address within the page: its anchor, its id, and the part."""
    for unit in units_in(record):
        part = getattr(unit, "id", None)
        if unit.anchor is not None and part is not None:
            yield f"{unit.anchor}{part}", part, unit


def anchor_starts(model: type[BaseModel] = PublicUnit) -> Iterator[str]:
    """Yield what can stand before the id in the anchor of a part: `action-`; nothing before an item."""
    for each in model.__subclasses__():
        anchor = getattr(each, "anchor", None)
        if anchor is not None:
            yield anchor
        yield from anchor_starts(each)


@cache
def _holding(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the names of the fields of a model that can hold models."""
    return tuple(name for name, info in model.model_fields.items() if holds_model(info.annotation))


def holds_model(annotation: Any) -> bool:
    """Return whether a type holds models, other than those of how somebody is printed."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return not issubclass(annotation, Printed)
    return any(holds_model(argument) for argument in getattr(annotation, "__args__", ()))


def published_texts(value: Any) -> Iterator[str]:
    """Yield every text in public plain values: of an edition, or of a file of the dataset; in any order."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, dict):
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)
