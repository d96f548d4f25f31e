"""What a review shows: units, rows of private and public values, and why something is withheld."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any

from problems import Place
from records.fields import Model

Way = tuple[str, ...]
"""The way to a public value: names of fields, and places in lists, which count from 1."""


WITHIN = "within"
"""What is said of a unit that is withheld only because of what it stands in."""


class Standing(Enum):
    """What becomes of a private value."""

    SHOWN = "shown"
    """The public sees it as it is."""

    PASSAGES = "passages"
    """The public sees it without some words."""

    WITHHELD = "withheld"
    """The public sees a notice, other words, or nothing."""

    WORKED_OUT = "worked-out"
    """The public sees something that is made from it."""

    LEFT_OUT = "left-out"
    """The public sees nothing of it, and no notice."""

    USED = "used"
    """Something else is worked out from it; it is never copied itself."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why something is withheld, for the person who reviews it."""

    reason: str
    """The id of a reason of the policy."""

    words: str
    """The words of that reason, which the public reads."""

    what: str = ""
    """How much of a unit: `text`, `whole`, `concealed` or `within`. Nothing for a passage or a field."""

    review: str = ""
    """When somebody should look again, as a date."""

    note: str = field(default="", repr=False)
    """The note for the office."""


@dataclass(frozen=True, slots=True)
class Bit:
    """A stretch of private text."""

    text: str = field(repr=False)
    """The words; empty where they are kept elsewhere."""

    why: Why | None = None
    """Why it is withheld, if it is."""


@dataclass(frozen=True, slots=True)
class Line:
    """One public value, with the name it has within its field, if any."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One field: the private text, and what the public sees."""

    anchor: str
    name: str
    place: Place
    way: Way
    private: tuple[Bit, ...]
    public: tuple[Line, ...]
    standing: Standing
    why: Why | None = None
    written: str = ""
    """How the public text is written, if it is one: `line` or `prose`."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that stand together, with a name if they are a unit of their own."""

    rows: tuple[Row, ...]
    title: str = ""
    anchor: str = ""
    way: Way = ()
    why: Why | None = None
    is_public: bool = True


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of the record with an id: an item, an action, the record itself."""

    title: str
    anchor: str
    way: Way
    level: int
    """1 for the record, 2 for what stands in it, and so on."""
    why: Why | None
    is_public: bool
    """Whether the public knows of it at all."""
    parts: tuple[tuple[Group, ...] | Unit, ...]
    """Tables, each of some groups, and units within this one, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A value that no public field exists for."""

    place: Place
    text: str = field(repr=False)


def lines_of(value: Any, name: str = "") -> Iterator[Line]:
    """Yield the texts in a public value, each with its name; a text alone has none."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from lines_of(inner, f"{name} {spaced(key)}".strip())
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from lines_of(inner, f"{name} {number}".strip() if len(value) > 1 else name)
    elif value is not None:
        yield Line(name, as_written(value))


def units_in(unit: Unit) -> Iterator[Unit]:
    """Yield a unit and those within it."""
    yield unit
    for part in unit.parts:
        if isinstance(part, Unit):
            yield from units_in(part)


def rows_in(unit: Unit) -> Iterator[Row]:
    """Yield every row of a unit, in order."""
    for part in unit.parts:
        if isinstance(part, Unit):
            yield from rows_in(part)
        else:
            yield from (row for group in part for row in group.rows)


def as_written(value: Any) -> str:  # noqa: PLR0911  # one line a type
    """Return a value as it is written in a record."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Model):
        set_fields = ((name, getattr(value, name)) for name in type(value).model_fields)
        return ", ".join(
            f"{spaced(name)}: {as_written(each)}" for name, each in set_fields if each not in (None, ())
        )
    if isinstance(value, tuple | list):
        return "\n".join(as_written(each) for each in value)
    return str(value)


def spaced(name: str) -> str:
    """Return the name of a field in words."""
    return name.replace("_", " ")
