"""Which fields of a public model hold text that somebody wrote, and how it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from editions.fields import Written


@cache
def written_fields(model: type[BaseModel]) -> Mapping[str, Written]:
    """Return the fields of a model that hold lines or prose."""
    found = {}
    for name, field in model.model_fields.items():
        written = next(_written(field.annotation, field.metadata), None)
        if written is not None:
            found[name] = written
    return found


def _written(annotation: Any, metadata: list[Any]) -> Iterator[Written]:
    yield from (each for each in metadata if isinstance(each, Written))
    for argument in get_args(annotation):
        yield from _written(argument, list(getattr(argument, "__metadata__", ())))


def texts_of(model: BaseModel, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every text in a public model that somebody wrote, with its path; positions in lists count from 1.

    What is typed otherwise is no text: ids, dates, the telephone numbers and addresses of an office.
    """
    written = written_fields(type(model))
    for name in type(model).model_fields:
        value = getattr(model, name)
        several = isinstance(value, tuple)
        for number, each in enumerate(value if several else (value,), 1):
            here = (*path, name, str(number)) if several else (*path, name)
            if isinstance(each, BaseModel):
                yield from texts_of(each, here)
            elif name in written and each:
                yield here, str(each)
