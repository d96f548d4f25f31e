"""Every value of a private record with who may see it, worked out from the models and the file alone.

This is a second reading of the rules of withholding. It shares no code with the projection, so that a
fault of one is found by the other, and where something is unclear it takes the value for private.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Literal, get_args, get_origin

from records.fields import (
    Counting,
    EmailAddress,
    Id,
    Model,
    Note,
    Reference,
    Telephone,
    Visibility,
    WebAddress,
    Written,
)
from records.parts.attendance import Declarations
from records.withholding import Withholdable

Path = tuple[str | int, ...]


class Standing(Enum):
    """Who may see a value, with everything around it taken into account."""

    PUBLIC = "public"
    """The public, but for the passages that marks withhold."""

    WITHHELD = "withheld"
    """Nobody outside, because of `withhold` or `withhold_fields`."""

    PRIVATE = "private"
    """Nobody outside, whatever is withheld; unknown keys among them."""

    DERIVED = "derived"
    """It depends: the projection works something out from it."""


_SORTS = {"email": EmailAddress, "telephone": Telephone, "web": WebAddress, "note": Note, "id": Id}
_BASES: dict[Any, str] = {
    date: "day",
    time: "clock",
    int: "count",
    bool: "answer",
    Decimal: "number",
    str: "word",
}


@dataclass(frozen=True, slots=True)
class Field:
    """What a model says of one field."""

    name: str
    visibility: Visibility
    model: type[Model] | None
    """The model of its value or values, if they are mappings."""
    many: bool
    required: bool
    sort: str
    """What its text is: `line`, `prose`, `note`, `email`, `telephone`, `web`, `id`, `reference`, `choice`,
    `day`, `clock`, `count`, `number`, `answer`, or `word` for any other."""
    reference: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    within: bool = False
    """Whether it names a part of the same record."""
    counts_people: bool = False
    """Whether it is a number of people, of which the public sees only roughly how many."""

    @property
    def is_text(self) -> bool:
        """Whether somebody wrote it in words."""
        return self.sort in {"line", "prose", "note", "email", "telephone", "web"}


UNKNOWN = Field("", Visibility.PRIVATE, None, many=False, required=False, sort="note")
"""A key that no model knows: nobody said that it is public."""

NAMING = Field("", Visibility.PUBLIC, None, many=False, required=True, sort="reference")
"""A bare text where a mapping could stand: it names somebody."""


@dataclass(frozen=True, slots=True)
class Value:
    """One text of a record."""

    path: Path
    text: str = field(repr=False)
    standing: Standing
    field: Field


@cache
def fields_of(model: type[Model]) -> dict[str, Field]:
    """Return the fields of a model by name. One without a class is private."""
    found = {}
    for name, info in model.model_fields.items():
        marks = [*_marks(info.annotation), *info.metadata]
        models = [each for each in marks if isinstance(each, type) and issubclass(each, Model)]
        reference = next((each for each in marks if isinstance(each, Reference)), None)
        found[name] = Field(
            name=name,
            visibility=next((each for each in marks if isinstance(each, Visibility)), Visibility.PRIVATE),
            model=models[0] if models else None,
            many=tuple in marks,
            required=info.is_required(),
            sort=_sort(marks),
            reference=reference.kinds if reference else (),
            within=reference is not None and reference.within,
            counts_people=Counting.PEOPLE in marks,
            choices=next((each[1:] for each in marks if isinstance(each, tuple) and each[0] is Literal), ()),
        )
    return found


def values(model: type[Model], plain: Any) -> Iterator[Value]:
    """Yield every text in the plain values of a record, however wrong they are."""
    found = list(_in_model(model, plain, (), Standing.PUBLIC))
    hidden = _hidden_ids(found)
    only = set(_only_about(found, hidden)) if hidden else set()
    for value in found:
        is_open = value.standing is Standing.PUBLIC and hidden
        within = is_open and any(value.path[:length] in only for length in range(1, len(value.path)))
        names = is_open and value.field.within and value.text in hidden
        yield replace(value, standing=Standing.WITHHELD) if within or names else value


def hidden_ids(model: type[Model], plain: Any) -> frozenset[str]:
    """Return the ids of items and other parts of a record that the public may not know of."""
    return frozenset(_hidden_ids(list(_in_model(model, plain, (), Standing.PUBLIC))))


def _hidden_ids(found: list[Value]) -> set[str]:
    parts = [value for value in found if value.field.sort == "id" and value.field.name == "id"]
    shown = {value.text for value in parts if value.standing is Standing.PUBLIC}
    return {value.text for value in parts if value.standing is Standing.WITHHELD} - shown


def _only_about(found: list[Value], hidden: set[str]) -> Iterator[Path]:
    """Yield the paths of units that are about hidden items only: somebody who came just for these."""
    about: dict[Path, set[str]] = {}
    for value in found:
        if value.field.within and value.field.name == "items":
            about.setdefault(value.path[:-2], set()).add(value.text)
    yield from (path for path, items in about.items() if items <= hidden)


def standing_of(model: type[Model], plain: dict[str, Any], name: str, outer: Standing) -> Standing:
    """Return who may see one field of a mapping that itself may be seen by `outer`."""
    known = fields_of(model).get(name, UNKNOWN)
    if known.visibility is Visibility.PRIVATE:
        return Standing.PRIVATE
    if outer is not Standing.PUBLIC:
        return outer
    kept = kept_of(model, plain)
    if name in {"withhold", "withhold_fields"}:
        return Standing.WITHHELD if kept == frozenset() and is_concealed(plain) else Standing.PUBLIC
    alone = plain.get("withhold_fields")
    if (kept is not None and name not in kept) or (isinstance(alone, dict | list) and name in alone):
        return Standing.WITHHELD
    return Standing.DERIVED if known.visibility is Visibility.DERIVED else Standing.PUBLIC


def kept_of(model: type[Model], plain: dict[str, Any]) -> frozenset[str] | None:
    """Return the fields that stay when a unit is withheld; None when it is not."""
    if "withhold" not in plain or not issubclass(model, Withholdable):
        return None
    withhold = plain["withhold"]
    what = withhold.get("what", "text") if isinstance(withhold, dict) else None
    if what == "text":
        return model.kept_when_text_withheld
    return model.kept_when_whole_withheld if what == "whole" else frozenset()


def is_concealed(plain: Any) -> bool:
    """Return whether the public may not even know that a unit is there."""
    withhold = plain.get("withhold") if isinstance(plain, dict) else None
    return isinstance(withhold, dict) and withhold.get("what") == "concealed"


_HIDDEN = re.compile(r"\bredact\b[^|\n\]]{0,100}\|(.*?)(?:\]|\n[^\S\n]*\n|\Z)", re.IGNORECASE | re.DOTALL)
_HIDING = re.compile(rf"\[{{0,2}}\s*{_HIDDEN.pattern}\]?", _HIDDEN.flags)
_ANY_MARK = re.compile(r"\[\[\s*(?:withheld|action|decision)\b[^\[\]]*\]\]?", re.IGNORECASE)
_OPENING = re.compile(r"\[\[\s*redact\b[^|\n\]]{0,100}\|", re.IGNORECASE)


def passages(text: str) -> tuple[str, ...]:
    """Return what the marks in a text hide, whole marks and damaged ones alike."""
    return tuple(found[1] for found in _HIDDEN.finditer(text)) if "|" in text else ()


def public_pieces(text: str) -> list[str]:
    """Return the stretches of a text that stand outside its marks."""
    without = _HIDING.sub("\0", text) if "|" in text else text
    pieces = _ANY_MARK.sub("\0", without).split("\0") if "[[" in text else [without]
    return [piece for piece in pieces if piece.strip(" []\n")]


def all_pieces(text: str) -> list[str]:
    """Return the stretches of a text that is withheld as a whole, the words in its marks among them."""
    return [piece for piece in _ANY_MARK.sub("\0", _OPENING.sub(" ", text)).split("\0") if piece.strip()]


def _in_model(model: type[Model], plain: Any, path: Path, standing: Standing) -> Iterator[Value]:
    if isinstance(plain, str):
        yield Value(path, plain, standing, NAMING)
    elif isinstance(plain, dict):
        for name, inner in plain.items():
            known = fields_of(model).get(name, UNKNOWN)
            here = standing_of(model, plain, name, standing)
            yield from _in_field(known, inner, (*path, name), here)


def _in_field(known: Field, value: Any, path: Path, standing: Standing) -> Iterator[Value]:
    if isinstance(value, list):
        # A bare list of declarations is the list of interests.
        member = fields_of(Declarations)["interests"] if known.model is Declarations else known
        for position, inner in enumerate(value):
            yield from _in_field(member, inner, (*path, position), standing)
    elif known.name == "withhold_fields" and isinstance(value, dict):
        for name, inner in value.items():
            if known.model is not None:
                yield from _in_model(known.model, inner, (*path, name), standing)
    elif known.model is not None:
        yield from _in_model(known.model, value, path, standing)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _in_field(UNKNOWN, inner, (*path, name), Standing.PRIVATE)
    elif isinstance(value, str):
        yield Value(path, value, standing, known)


def _marks(annotation: Any) -> Iterator[Any]:
    """Yield the types in an annotation and what is written beside them in `Annotated`, outermost first."""
    origin = get_origin(annotation)
    if origin is Literal:
        yield (Literal, *get_args(annotation))
        return
    yield from getattr(annotation, "__metadata__", ())
    if origin is not None:
        yield origin
    for argument in get_args(annotation):
        if argument is not Ellipsis:
            yield from _marks(argument)
    if isinstance(annotation, type):
        yield annotation


def _sort(marks: list[Any]) -> str:
    """Return what the texts of a field are."""
    written = next((each for each in marks if isinstance(each, Written)), None)
    if written is not None:
        return written.value
    if any(isinstance(each, Reference) for each in marks):
        return "reference"
    for sort, kind in _SORTS.items():
        if any(each is mark for mark in kind.__metadata__ for each in marks):  # type: ignore[attr-defined]  # Annotated
            return sort
    if any(isinstance(each, tuple) for each in marks):
        return "choice"
    return next((name for kind, name in _BASES.items() if kind in marks), "word")
