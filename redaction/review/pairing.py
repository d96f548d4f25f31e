"""A record beside what the public sees of it: each unit and field in its order, both sides in one row.

The public side is taken from the projection and never worked out here. Whatever it holds stands in some row,
so that nothing can be signed off that the review does not show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, TypeAlias

from editions.canonical import to_plain
from editions.marks import Placement, Words
from problems import Place
from records.fields import Model, Visibility
from records.kinds.people import Person
from records.loading import Loaded, Records
from records.shapes import Path, Shape, shapes_of
from records.withholding import FieldWithhold, Withhold, Withholdable
from redaction.marking.marks import lex
from redaction.projecting.naming import kept_when_withheld
from redaction.projecting.projection import Projection
from redaction.review.pairs import (
    WITHIN,
    Bit,
    Group,
    Row,
    Standing,
    Unit,
    Way,
    Why,
    as_written,
    lines_of,
    spaced,
)

Plain: TypeAlias = Mapping[str, Any]

BESIDE = frozenset({"withhold", "withhold_fields"})
"""Fields that say what is withheld. They are shown with what they withhold."""

BY_ROLE = Why("", "the public sees the post of this person, not the name")
ABOUT_HIDDEN = Why("", "it is about what the public may not know of")
CONCEALED_PLACE = Why("", "the public may not know of what is placed here")


@dataclass(frozen=True, slots=True)
class _Context:
    loaded: Loaded
    reasons: Mapping[str, str]
    kept: Mapping[Path, tuple[int, ...]]
    people: Mapping[str, str]
    is_projected: bool


@dataclass(frozen=True, slots=True)
class _Here:
    """Where the reading of a record has come to."""

    context: _Context
    path: Path = ()
    way: Way = ()
    public: Plain | None = None
    why: Why | None = None
    """Why everything here is withheld, if it is."""
    names: tuple[str, ...] = ()
    """Names of the fields between the unit and here."""
    level: int = 1


def pair(records: Records, loaded: Loaded, projection: Projection) -> Unit | None:
    """Return a record as a unit, each value beside what the public sees; None if the record is not valid."""
    if loaded.record is None:
        return None
    policy = records.policy
    context = _Context(
        loaded=loaded,
        reasons={reason.id: reason.words for reason in policy.reasons} if policy else {},
        kept=projection.kept,
        people={person.id: person.name for person in records.of(Person)},
        is_projected=projection.record is not None,
    )
    public = to_plain(projection.record) if projection.record is not None else None
    return _unit(loaded.record, _Here(context, public=public), "")


def _unit(model: Model, here: _Here, title: str) -> Unit:
    return Unit(
        title=title,
        anchor=_anchor(here.path),
        way=here.way,
        level=here.level,
        why=_why_unit(model, here),
        is_public=here.public is not None,
        parts=tuple(_gathered(_fields(model, replace(here, names=())))),
    )


def _gathered(found: Iterable[Row | Group | Unit]) -> Iterator[tuple[Group, ...] | Unit]:
    """Yield units as they come, and all that stands between two of them as one table."""
    for is_unit, several in groupby(found, lambda each: isinstance(each, Unit)):
        if is_unit:
            yield from (each for each in several if isinstance(each, Unit))
            continue
        groups: list[Group] = []
        for is_row, some in groupby(several, lambda each: isinstance(each, Row)):
            if is_row:
                groups.append(Group(tuple(each for each in some if isinstance(each, Row))))
            else:
                groups += (each for each in some if isinstance(each, Group))
        yield tuple(groups)


def _fields(model: Model, here: _Here) -> Iterator[Row | Group | Unit]:
    """Yield what the public sees that no field holds, then the fields of a model in the order of the file."""
    shapes = [shape for shape in shapes_of(type(model)) if shape.name not in BESIDE]
    written = _plain_at(here.context.loaded.plain, here.path)
    order = list(written) if isinstance(written, dict) else []
    shapes.sort(key=lambda shape: order.index(shape.name) if shape.name in order else len(order))
    shapes.sort(key=lambda shape: shape.name != "id")
    shapes = [shape for shape in shapes if shape.visibility is not Visibility.PRIVATE]
    known = {shape.name for shape in shapes}
    for name, value in (here.public or {}).items():
        if name not in known:
            yield _row(name, (), value, Standing.WORKED_OUT, here)
    for shape in shapes:
        yield from _field(model, shape, here)


def _field(model: Model, shape: Shape, here: _Here) -> Iterator[Row | Group | Unit]:
    value = getattr(model, shape.name)
    public = (here.public or {}).get(shape.name)
    is_written = shape.name in model.model_fields_set
    if (_is_nothing(value) and _is_nothing(public)) or (public is None and not is_written):
        return
    why = here.why or _why_field(model, shape.name, here.context)
    if shape.visibility is Visibility.DERIVED or not isinstance(value, Model | tuple):
        yield _leaf(model, shape, value, public, replace(here, why=why))
    elif isinstance(value, Model):
        if why is not None and public is not None:
            yield _row(shape.name, (), public, Standing.WITHHELD, replace(here, why=why))
        deeper = replace(
            here,
            path=(*here.path, shape.name),
            way=(*here.way, shape.name),
            public=public if why is None and isinstance(public, Mapping) else None,
            why=why,
        )
        yield from _member(value, spaced(shape.name), shape.name, deeper)
    else:
        yield from _list(value, shape, public, replace(here, why=why))


def _is_nothing(value: Any) -> bool:
    """Return whether a value says nothing: it is missing, or merely `no`. Zero says something."""
    return value is None or value is False or value == ()


def _list(value: tuple[Any, ...], shape: Shape, public: Any, here: _Here) -> Iterator[Row | Group | Unit]:
    """Yield the members of a list, each beside the public one that was made of it."""
    kept = here.context.kept.get((*here.path, shape.name), ())
    paired = here.why is None and isinstance(public, list) and len(public) == len(kept)
    if public is not None and not paired:
        yield _row(shape.name, (), public, Standing.WITHHELD, here)
    for position, inner in enumerate(value):
        index = kept.index(position) if paired and position in kept else None
        shown = public[index] if index is not None else None
        way = (*here.way, shape.name, str(index + 1) if index is not None else "")
        deeper = replace(here, path=(*here.path, shape.name, position), way=way)
        name = spaced(f"{shape.name} {position + 1}" if len(value) > 1 else shape.name)
        if isinstance(inner, Model):
            yield from _member(inner, name, shape.name, replace(deeper, public=shown))
        else:
            yield _value_row(name, shape, inner, shown, deeper)


def _member(model: Model, name: str, field: str, here: _Here) -> Iterator[Row | Group | Unit]:
    """Yield a model within another: as a unit, as a named group of rows, or as rows of what holds it.

    `name` is that of the member in words, `field` that of the field it stands in.
    """
    inner = replace(here, names=(*here.names, name))
    if not isinstance(model, Withholdable):
        yield from _fields(model, inner)
        return
    if "id" in type(model).model_fields:
        title = " › ".join([*here.names, spaced(field), str(getattr(model, "id", ""))])
        yield _unit(model, replace(here, level=here.level + 1), title)
        return
    why = _why_unit(model, here)
    first, *others = [*_gathered(_fields(model, replace(here, names=()))), ()]
    rows = () if isinstance(first, Unit) else tuple(row for group in first for row in group.rows)
    yield Group(rows, " › ".join(inner.names), _anchor(here.path), here.way, why, here.public is not None)
    if isinstance(first, Unit):
        yield first
    for part in others:
        yield from (part,) if isinstance(part, Unit) else part


def _leaf(model: Model, shape: Shape, value: Any, public: Any, here: _Here) -> Row:
    """Return the row of a field that holds a single value, or from which something is worked out."""
    if shape.visibility is not Visibility.DERIVED:
        deeper = replace(here, path=(*here.path, shape.name), way=(*here.way, shape.name))
        return _value_row(shape.name, shape, value, public, deeper)
    why = here.why
    standing = Standing.WORKED_OUT if public is not None else Standing.USED
    if isinstance(model, Person) and public is None and here.public is not None and shape.written is not None:
        why = why or BY_ROLE
    if why is not None:
        standing = Standing.WITHHELD
    bits = (Bit(as_written(value), why),)
    return _row(shape.name, bits, public, standing, here)


def _value_row(name: str, shape: Shape, value: Any, public: Any, here: _Here) -> Row:
    """Return the row of a value that is no model; `here` is its own place already."""
    bits: tuple[Bit, ...] = (Bit(_named(value, shape, here.context), here.why),) if value is not None else ()
    standing = Standing.SHOWN
    if here.why is not None:
        standing = Standing.WITHHELD
    elif shape.written is not None and value is not None:
        bits = tuple(_bits(value, public, here.context))
        standing = Standing.PASSAGES if any(bit.why for bit in bits) else Standing.SHOWN
    elif isinstance(public, Mapping) and public.get("kind") == "person" and "name" not in public:
        bits, standing = (Bit(_named(value, shape, here.context), BY_ROLE),), Standing.WORKED_OUT
    elif isinstance(public, Mapping) or (public is not None and as_written(public) != as_written(value)):
        standing = Standing.WORKED_OUT
    if public is None and value is not None and here.why is None:
        standing = Standing.LEFT_OUT
        bits = (
            tuple(replace(bit, why=bit.why or ABOUT_HIDDEN) for bit in bits)
            if here.context.is_projected
            else bits
        )
    return Row(
        anchor=_anchor(here.path),
        name=" › ".join([*here.names, spaced(name)]),
        place=_place(here.path, here.context.loaded),
        way=here.way,
        private=bits,
        public=tuple(lines_of(public)),
        standing=standing,
        why=here.why,
        written=shape.written.value if shape.written is not None else "",
    )


def _row(name: str, bits: tuple[Bit, ...], public: Any, standing: Standing, here: _Here) -> Row:
    """Return the row of a field of the model at a place."""
    path = (*here.path, name)
    return Row(
        anchor=f"{_anchor(path)}-public",
        name=" › ".join([*here.names, spaced(name)]),
        place=_place(path, here.context.loaded),
        way=(*here.way, name),
        private=bits,
        public=tuple(lines_of(public)),
        standing=standing,
        why=here.why,
    )


def _bits(raw: str, public: Any, context: _Context) -> Iterator[Bit]:
    """Yield the stretches of a text, those in its marks with why they are withheld."""
    lexed = lex(raw, Place(context.loaded.file), context.reasons)
    if lexed.problems:
        yield Bit(raw)
        return
    for piece in lexed.pieces:
        if isinstance(piece, Words):
            yield Bit(piece.text)
        elif isinstance(piece, Placement):
            mark = f"[[{piece.kind} {piece.id}]]"
            is_shown = isinstance(public, str) and mark in public
            yield Bit(mark, None if is_shown else CONCEALED_PLACE)
        else:
            yield Bit(piece.text, Why(piece.reason, context.reasons.get(piece.reason, "")))


def _named(value: Any, shape: Shape, context: _Context) -> str:
    """Return a value as it is written, with the name of the person whom it means."""
    text = as_written(value)
    named = context.people.get(text) if "people" in _kinds(shape) else None
    return f"{text} ({named})" if named else text


def _kinds(shape: Shape) -> tuple[str, ...]:
    return shape.reference.kinds if shape.reference is not None else ()


def _why(withhold: Withhold | FieldWithhold | None, context: _Context) -> Why | None:
    if withhold is None:
        return None
    return Why(
        reason=withhold.reason,
        words=context.reasons.get(withhold.reason, ""),
        what=withhold.what if isinstance(withhold, Withhold) else "",
        review=withhold.review.isoformat() if withhold.review else "",
        note=withhold.note or "",
    )


def _why_unit(model: Model, here: _Here) -> Why | None:
    """Return why a unit is withheld: for itself, or with what it stands in."""
    if isinstance(model, Withholdable) and model.withhold is not None:
        return _why(model.withhold, here.context)
    return Why(here.why.reason, here.why.words, WITHIN) if here.why is not None else None


def _why_field(model: Model, name: str, context: _Context) -> Why | None:
    """Return why one field of a model is withheld, with its unit or alone."""
    if not isinstance(model, Withholdable):
        return None
    if model.withhold is not None and name not in kept_when_withheld(model, model.withhold):
        return _why(model.withhold, context)
    return _why((model.withhold_fields or {}).get(name), context)


def _plain_at(plain: Any, path: Path) -> Any:
    """Return the plain value at a path, or None where a short form has no such place."""
    for step in path:
        if isinstance(plain, dict) and isinstance(step, str):
            plain = plain.get(step)
        elif isinstance(plain, list) and isinstance(step, int) and step < len(plain):
            plain = plain[step]
        else:
            return None
    return plain


def _place(path: Path, loaded: Loaded) -> Place:
    """Return where a value begins in the file, without a line if it is not written there."""
    place = loaded.place_of_text(path)
    around = _plain_at(loaded.plain, path[:-1])
    is_missing = isinstance(around, dict) and path[-1] not in around
    return Place(place.file, field=place.field) if is_missing or path == ("id",) else place


def _anchor(path: Path) -> str:
    return "-".join(["place", *map(str, path)])
