"""The dataset: the newest edition of every record, which is all that the pages and the public ever see.

Each kind is one file, `meetings.json`. What the macros can read is exactly what the public can download.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from pydantic import BaseModel

from editions.canonical import to_bytes, to_plain, without_nothing
from editions.fields import Printed, PublicModel, PublicRecord, PublicUnit, RefersTo, Word
from editions.frozen import FORMAT
from editions.items import PublicItem
from editions.kinds import KINDS, PUBLIC_KINDS
from editions.kinds.people import PublicPerson
from editions.published import History, Published
from editions.storing import write_whole

R = TypeVar("R", bound=PublicRecord)


class Issue(PublicModel):
    """What the public is told of one edition."""

    number: int
    """Its number."""

    date: str
    """When it was signed off."""

    note: str
    """What changed."""

    minor: bool = False
    """Whether the change is too small to be announced."""

    checked_by: str | None = None
    """The role of the second person."""

    state: Word = "published"
    """`published`, `removed` (its content was taken out later) or `withdrawn`."""


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """One record of the dataset with the story of its editions."""

    id: str
    record: R | None
    """The public record; None when it was withdrawn."""

    issues: tuple[Issue, ...]
    """Its editions, oldest first. Empty in a preview of a record that nobody signed off."""

    draft: bool = False
    """Whether this is a preview of values that nobody signed off. Never true in a published site."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """Everything public, by kind and id. It holds no private value, for it is made of editions only."""

    kinds: dict[str, tuple[Entry[PublicRecord], ...]] = field(default_factory=dict)

    def of(self, model: type[R]) -> tuple[Entry[R], ...]:
        """Return the entries of the kind that a public model belongs to, by id, withdrawn ones among them."""
        kind = next(name for name, known in PUBLIC_KINDS.items() if known is model)
        return cast("tuple[Entry[R], ...]", self.kinds.get(kind, ()))

    def records(self, model: type[R]) -> tuple[R, ...]:
        """Return the public records of a kind by id, without those that were withdrawn."""
        return tuple(entry.record for entry in self.of(model) if entry.record is not None)


def assemble(published: Published, drafts: Iterable[tuple[str, PublicRecord]] = ()) -> Dataset:
    """Return the dataset of the newest editions.

    What refers to something that is not public is left out, so that its id and title appear nowhere.
    People who are no longer named appear by role. `drafts` (kind and record) are shown by a preview in
    place of, or beside, what was signed off; a published site has none.
    """
    entries = {key: _entry(history) for key, history in published.histories.items()}
    for kind, record in drafts:
        known = entries.get((kind, record.id), Entry(record.id, None, ()))
        entries[kind, record.id] = replace(known, record=record, draft=True)
    known_ids = _public_ids(entries)
    kinds: dict[str, list[Entry[PublicRecord]]] = {kind: [] for kind in PUBLIC_KINDS}
    for (kind, _), entry in sorted(entries.items()):
        if entry.record is not None:
            plain = _resolved(entry.record, known_ids, published.suppressed)
            entry = replace(entry, record=type(entry.record).model_validate(plain))  # noqa: PLW2901  # the same entry, resolved
        kinds[kind].append(entry)
    return Dataset({kind: tuple(found) for kind, found in kinds.items()})


def files_of(dataset: Dataset) -> dict[str, bytes]:
    """Return the files of a dataset by name: one JSON file for each kind."""
    return {
        f"{kind}.json": to_bytes(
            {
                "format": FORMAT,
                "kind": kind,
                "records": [
                    without_nothing(
                        {
                            "id": entry.id,
                            "draft": entry.draft or None,
                            "editions": [to_plain(issue) for issue in entry.issues],
                            "record": to_plain(entry.record) if entry.record else None,
                        }
                    )
                    for entry in dataset.kinds.get(kind, ())
                ],
            }
        )
        for kind in PUBLIC_KINDS
    }


def write(dataset: Dataset, folder: Path) -> None:
    """Write the files of a dataset into a folder, which is made if it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files_of(dataset).items():
        write_whole(folder / name, content, replacing=True)


def load(folder: Path) -> Dataset:
    """Return the dataset in a folder. Raises OSError or ValueError when it is not one that `write` wrote."""
    kinds = {}
    for kind, model in PUBLIC_KINDS.items():
        plain = json.loads((folder / f"{kind}.json").read_bytes())
        kinds[kind] = tuple(
            Entry(
                id=entry["id"],
                record=model.model_validate(entry["record"]) if "record" in entry else None,
                issues=tuple(Issue.model_validate(issue) for issue in entry.get("editions", ())),
                draft=entry.get("draft", False),
            )
            for entry in plain.get("records", ())
        )
    return Dataset(kinds)


def items_of(items: Iterable[PublicItem]) -> Iterator[PublicItem]:
    """Yield items and everything under them, in the order of the document."""
    for item in items:
        yield item
        yield from items_of(item.items)


def _entry(history: History) -> Entry[PublicRecord]:
    return Entry(
        history.id,
        history.record,
        tuple(
            Issue(
                number=edition.number,
                date=edition.date,
                note=edition.note,
                minor=edition.minor,
                checked_by=edition.checked_by,
                state=edition.state,
            )
            for edition in history.editions
        ),
    )


def _public_ids(entries: dict[tuple[str, str], Entry[PublicRecord]]) -> dict[str, frozenset[str]]:
    """Return what can be referred to: ids of records by kind, and of their parts by sort."""
    ids = {
        kind: frozenset(
            record_id for (of, record_id), entry in entries.items() if of == kind and entry.record is not None
        )
        for kind in PUBLIC_KINDS
    }
    parts: dict[str, set[str]] = {name: set() for kind in KINDS.values() for name in kind.parts}
    for (kind, record_id), entry in entries.items():
        if entry.record is not None:
            for name, part in named_parts(kind, entry.record):
                if not (part.withheld and part.withheld.what == "whole"):
                    parts[name].add(f"{record_id}/{getattr(part, 'id', '')}")
    return ids | {name: frozenset(found) for name, found in parts.items()}


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


@cache
def _holding(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the names of the fields of a model that can hold models."""
    return tuple(name for name, info in model.model_fields.items() if holds_model(info.annotation))


def holds_model(annotation: Any) -> bool:
    """Return whether a type holds models, other than those of how somebody is printed."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return not issubclass(annotation, Printed)
    return any(holds_model(argument) for argument in getattr(annotation, "__args__", ()))


_LINKED = {"person": "people", "organization": "organizations", "group": "groups"}


def _resolved(model: BaseModel, ids: dict[str, frozenset[str]], suppressed: frozenset[str]) -> dict[str, Any]:
    """Return the plain values of a model without what refers to nothing public and names no longer shown."""
    if isinstance(model, Printed):
        return _resolved_name(model, ids, suppressed)
    plain: dict[str, Any] = {}
    for name in type(model).model_fields:
        value = getattr(model, name)
        what = refers_to(type(model), name)
        if isinstance(value, BaseModel):
            plain[name] = _resolved(value, ids, suppressed)
        elif isinstance(value, tuple):
            plain[name] = [
                _resolved(inner, ids, suppressed) if isinstance(inner, BaseModel) else inner
                for inner in value
                if what is None or inner in ids[what]
            ]
        elif what is None or value in ids[what]:
            plain[name] = value
    if isinstance(model, PublicPerson) and model.id in suppressed:
        plain = {"id": model.id, "role": model.role}
    return plain


def _resolved_name(
    printed: Printed, ids: dict[str, frozenset[str]], suppressed: frozenset[str]
) -> dict[str, Any]:
    plain = printed.model_dump(exclude_none=True)
    if printed.kind == "person" and printed.id in suppressed:
        # With the id, all that they did could be put together, and with an old copy the name to it.
        plain = {key: value for key, value in plain.items() if key not in {"name", "id"}}
    if printed.kind in _LINKED and plain.get("id") not in ids[_LINKED[printed.kind]]:
        plain.pop("id", None)
    if printed.organization_id not in ids["organizations"]:
        plain.pop("organization_id", None)
    return plain


@cache
def refers_to(model: type[BaseModel], name: str) -> str | None:
    """Return what a field refers to, if it holds references."""
    found = _metadata(model.model_fields[name].annotation, list(model.model_fields[name].metadata))
    return next((each.what for each in found if isinstance(each, RefersTo)), None)


def _metadata(annotation: Any, found: list[Any]) -> list[Any]:
    """Return what stands in `Annotated` anywhere inside a type."""
    found = [*found, *getattr(annotation, "__metadata__", ())]
    for argument in getattr(annotation, "__args__", ()):
        found = _metadata(argument, found)
    return found
