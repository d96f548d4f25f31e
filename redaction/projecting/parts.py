"""The parts of a record that others can name, and which of them the public may know of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from records.fields import Model
from records.kind import Part
from records.kinds import KINDS
from records.loading import Records
from records.shapes import holding
from records.withholding import Withholdable


@dataclass(frozen=True, slots=True)
class Known:
    """Ids of one sort of part."""

    every: frozenset[str] = frozenset()
    public: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a record that others can refer to."""

    by_sort: dict[str, Known] = field(default_factory=dict)
    """By the name that references use: `items`, `actions`."""

    def of(self, sort: str) -> Known:
        """Return the parts of one sort."""
        return self.by_sort.get(sort, Known())


def parts_of(kind: str, record: Model) -> Parts:
    """Return the parts of a record of a kind.

    Those that are concealed, or stand in what is withheld, are not public.
    """
    sorts = KINDS[kind].parts
    if not sorts:
        return Parts()
    every: dict[type[Model], set[str]] = defaultdict(set)
    public: dict[type[Model], set[str]] = defaultdict(set)
    wanted = tuple(part.model for part in sorts.values())
    for model, is_public in _models(record, public=True):
        if isinstance(model, wanted):
            every[type(model)].add(_id(model))
            if is_public and not _concealed(model):
                public[type(model)].add(_id(model))
    return Parts({name: _known(part, every, public) for name, part in sorts.items()})


def is_hidden(name: str, kinds: Collection[str], records: Records) -> bool:
    """Return whether a text names a record, or a part as `RECORD/ID`, that the public may not know of."""
    return any(
        is_hidden_part(name, kind, records) if kind not in KINDS else _is_concealed(kind, name, records)
        for kind in kinds
    )


def _is_concealed(kind: str, record_id: str, records: Records) -> bool:
    record = records.get(kind, record_id)
    return record is not None and _concealed(record)


def is_hidden_part(name: str, sort: str, records: Records) -> bool:
    """Return whether a text `RECORD/ID` names a part that the public may not know of.

    Of a record that cannot be read nothing is known, and nothing else is hidden.
    """
    record_id, _, part = name.partition("/")
    known = [
        parts_of(kind.name, record).of(sort)
        for kind in KINDS.values()
        if sort in kind.parts and (record := records.get(kind.name, record_id)) is not None
    ]
    return bool(known) and not any(part in each.public for each in known)


def _known(part: Part, every: dict[type[Model], set[str]], public: dict[type[Model], set[str]]) -> Known:
    return Known(frozenset(every[part.model]), frozenset(public[part.model]))


def _models(model: Model, *, public: bool) -> Iterator[tuple[Model, bool]]:
    """Yield a model and all inside it, each with whether what it stands in is public."""
    yield model, public
    for name in holding(type(model)):
        within = public and _shows(model, name)
        value: Any = getattr(model, name)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Model):
                yield from _models(inner, public=within)


def _id(model: Model) -> str:
    return str(getattr(model, "id", ""))


def _shows(unit: Model, name: str) -> bool:
    """Return whether the public sees what stands in a field of a unit, which is itself public."""
    return not isinstance(unit, Withholdable) or (
        unit.withhold is None and name not in (unit.withhold_fields or {})
    )


def _concealed(unit: Model) -> bool:
    return isinstance(unit, Withholdable) and unit.withhold is not None and unit.withhold.what == "concealed"
