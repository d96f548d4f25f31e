"""Values of each sort of field, and mending made-up values so that a model takes them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations
from typing import Any

from pydantic import ValidationError

from records.fields import Form, Model
from redaction.values import Field, fields_of

Plain = dict[str, Any]

FIXED = {
    "completed": "2021",
    "extended_until": "2030",
    "language": "en-GB",
    "languages": "en-GB",
    "time": "14:00-16:10",
    "since": "2020-01-01",
    "until": "2031-01-01",
    "created": "2001",
    "ended": "2031",
    "founded": "2001",
    "dissolved": "2031",
    "date": "2026-03-12",
    "notice_given": "2022-01-01",
    "period_from": "2020",
    "period_until": "2029",
    "published": "2023-01-01",
    "remove_after": "2031-01-01",
    "second_person": "before",
}
"""Values of fields that have to fit each other."""

BY_SORT = {"clock": "10:15", "count": "3", "number": "0", "answer": "yes"}
WORDS = ("0", "2026-05", "14:00-16:10", "en-GB", "2026", "12", "word", "a", "qzdesk@", "00564f", "logo.png")
"""Texts of which one fits each form that a field can have."""

MOST_DROPPED = 3
"""How many fields may exclude each other."""

WORD = re.compile(r"(?:canary|open)\d+z(?:-id)?")


def value_of(model: type[Model], name: str, number: int) -> str:
    """Return a value for a field that is no text and names nothing. Days follow each other in a model.

    `number` makes those differ that may not stand twice: periods.
    """
    known = fields_of(model)[name]
    if name == "period":
        return f"{1000 + number % 9000}"
    if name in FIXED:
        return FIXED[name]
    if known.sort == "day":
        return f"2026-05-{1 + _place(model, name, 28):02}"
    return BY_SORT.get(known.sort) or _word(model, name)


def _place(model: type[Model], name: str, of: int) -> int:
    """Return a number from 0, below `of`, that grows from field to field of a model."""
    names = list(model.model_fields)
    return names.index(name) * of // len(names)


@cache
def _word(model: type[Model], name: str) -> str:
    """Return the first of a few texts that has the form of a field."""
    info = model.model_fields[name]
    forms = [each.pattern for each in _forms(info.annotation, info.metadata)]
    fitting = [word for word in WORDS if all(re.fullmatch(form, word, re.ASCII) for form in forms)]
    if "partial-day" in {each.name for each in _forms(info.annotation, info.metadata)}:
        return f"{2021 + _place(model, name, 9)}"
    assert fitting, f"{model.__name__}.{name} needs a value in WORDS"
    return fitting[0]


def _forms(annotation: Any, metadata: Any) -> Iterator[Form]:
    yield from (each for each in metadata if isinstance(each, Form))
    yield from (each for each in getattr(annotation, "__metadata__", ()) if isinstance(each, Form))
    for argument in getattr(annotation, "__args__", ()):
        yield from _forms(argument, ())


def fits(model: type[Model], plain: Plain) -> bool:
    """Return whether a model takes these values."""
    return not _wrong(model, plain)


def fitted(
    model: type[Model], plain: Plain, fixed: set[str], seen: Callable[[str], bool], add: Callable[[str], Any]
) -> Plain:
    """Return the values with as few fields less, or one more, as a model needs; those `seen` go first."""
    first = _wrong(model, plain)
    if not first:
        return plain
    known = fields_of(model)
    may_go = [name for name in plain if not _stays(known[name]) and name not in {"id", "withhold", *fixed}]
    told = [name for error in first for name in _told(error)]
    may_go.sort(key=lambda name: (name not in told, not seen(name), [*told, name].index(name)))
    for many in range(1, MOST_DROPPED + 1):
        for names in combinations(may_go, many):
            left = without(plain, *names)
            if fits(model, left):
                return left
    for name in sorted(set(known) - set(plain), key=lambda name: (name not in told, name)):
        if name not in {"withhold", "withhold_fields"} and (value := add(name)) is not None:
            for left in (plain, *(without(plain, each) for each in may_go)):
                if fits(model, {**left, name: value}):
                    return {**left, name: value}
    raise AssertionError(f"{model.__name__} takes no values like these: {first}")


def without(plain: Plain, *names: str) -> Plain:
    """Return values without some fields, whether they are withheld alone or not."""
    left = {name: value for name, value in plain.items() if name not in names}
    if "withhold_fields" in left:
        alone = {name: why for name, why in left["withhold_fields"].items() if name not in names}
        left |= {"withhold_fields": alone}
        if not alone:
            del left["withhold_fields"]
    return left


def words_in(value: Any) -> set[str]:
    """Return the made-up words in plain values, whole and without what follows them in an id."""
    return {part for word in WORD.findall(json.dumps(value)) for part in (word, word.removesuffix("-id"))}


def _stays(known: Field) -> bool:
    return known.required


def _wrong(model: type[Model], plain: Plain) -> list[Any]:
    try:
        model.model_validate({"id": "made", **plain} if "id" in model.model_fields else plain)
    except ValidationError as error:
        return [{"loc": each["loc"], "type": each["type"], "ctx": each.get("ctx")} for each in error.errors()]
    return []


def _told(error: Any) -> list[str]:
    """Return the fields that an error speaks of."""
    said = error["ctx"] or {}
    return [str(said[which]) for which in ("second", "first") if which in said] + [
        str(step) for step in error["loc"][:1]
    ]
