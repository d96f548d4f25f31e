"""What the fields of a model are: who may see them, what they name, how their text is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from records.fields import Counting, Model, Reference, Visibility, Written

Path = tuple[str | int, ...]
"""The way from a record to a value in it: names of fields and positions in lists."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What one field is."""

    name: str
    visibility: Visibility
    reference: Reference | None
    written: Written | None
    required: bool
    counts_people: bool
    """Whether it is a number of people, which the public sees coarsely."""


@cache
def shapes_of(model: type[Model]) -> tuple[Shape, ...]:
    """Return the shape of each field, in the order of the model. A field without a class is private."""
    return tuple(
        Shape(
            name=name,
            visibility=_first(Visibility, _marks(info.annotation, info.metadata)) or Visibility.PRIVATE,
            reference=_first(Reference, _marks(info.annotation, info.metadata)),
            written=_first(Written, _marks(info.annotation, info.metadata)),
            required=info.is_required(),
            counts_people=_first(Counting, _marks(info.annotation, info.metadata)) is not None,
        )
        for name, info in model.model_fields.items()
    )


def models_in(value: Any, path: Path = ()) -> Iterator[tuple[Path, Model]]:
    """Yield a model and every model inside it, each with the way to it, outermost first."""
    waiting = [(path, value)]
    while waiting:
        here, found = waiting.pop()
        inner: Iterable[tuple[str | int, Any]] = ()
        if isinstance(found, Model):
            yield here, found
            inner = [(name, getattr(found, name)) for name in holding(type(found))]
        elif isinstance(found, tuple):
            inner = enumerate(found)
        elif isinstance(found, dict):
            inner = found.items()
        waiting += [((*here, step), each) for step, each in inner if each][::-1]


@cache
def holding(model: type[Model]) -> tuple[str, ...]:
    """Return the names of the fields of a model that can hold models."""
    return tuple(
        name
        for name, info in model.model_fields.items()
        if next(_models_of(info.annotation), None) is not None
    )


def models_of(model: type[Model]) -> Iterator[type[Model]]:
    """Yield the models that stand in the fields of a model, outermost first, each once."""
    seen: set[type[Model]] = set()
    waiting = [model]
    while waiting:
        here = waiting.pop(0)
        for info in here.model_fields.values():
            for inner in _models_of(info.annotation):
                if inner not in seen:
                    seen.add(inner)
                    waiting.append(inner)
                    yield inner


def model_at(model: type[Model], path: Path) -> type[Model] | None:
    """Return the model of the mapping that a path leads to, as far as the path can be followed."""
    here: type[Model] | None = model
    for step in path:
        if not isinstance(step, str) or here is None or step not in here.model_fields:
            continue
        inner = next(_models_of(here.model_fields[step].annotation), None)
        here = inner or here
    return here


def _models_of(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_of(argument)


def _marks(annotation: Any, found: list[Any]) -> list[Any]:
    """Return what stands in `Annotated` anywhere inside a type, outside models of their own."""
    marks = [*found, *getattr(annotation, "__metadata__", ())]
    for argument in getattr(annotation, "__args__", ()):
        marks = _marks(argument, marks)
    return marks


def _first(kind: type[Any], marks: list[Any]) -> Any:
    return next((mark for mark in marks if isinstance(mark, kind)), None)
