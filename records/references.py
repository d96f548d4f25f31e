"""Checks between records: every id that is named exists, and no id stands twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import ValidationError

from problems import Place, Problem
from records import model_messages as messages
from records.fields import Model, Reference
from records.kind import Key, Locate
from records.kinds import KINDS
from records.parts.actions import Party
from records.shapes import Path, models_in, shapes_of
from records.suggestions import nearest
from records.withholding import Record

NAMED_BY_OWNERS = ("people", "organizations", "groups")
"""Kinds that share one set of ids, because an owner can be any of them."""

RESERVED = ("action-", "decision-", "paper-")
"""Beginnings of addresses that an item of a meeting cannot have for its own."""

WORDS = {kind.name: kind.word for kind in KINDS.values()} | {
    name: part.word for kind in KINDS.values() for name, part in kind.parts.items()
}
"""What may be named, in words."""


Walked = tuple[tuple[Path, Model], ...]
"""Every model inside a record, outermost first, with the way to it."""


@dataclass(frozen=True, slots=True)
class KnownIds:
    """What can be named."""

    ids: Mapping[str, frozenset[str]]
    """By kind, and by sort of part."""

    unread: frozenset[str]
    """Ids of records that exist and cannot be read, about whose parts nothing is known."""


def walk(records: Mapping[Key, Record]) -> dict[Key, Walked]:
    """Return the models inside each record, with the way to each."""
    return {key: tuple(models_in(record)) for key, record in records.items()}


def known_ids(keys: set[Key], walked: Mapping[Key, Walked]) -> KnownIds:
    """Return everything that can be named. `keys` are of all files, `walked` only the valid records."""
    ids: dict[str, set[str]] = defaultdict(set)
    for kind, record_id in keys:
        ids[kind].add(record_id)
    for (kind, record_id), models in walked.items():
        before = "" if KINDS[kind].single else f"{record_id}/"
        for name, found in _parts_of(kind, models).items():
            ids[name] |= {before + part for part in found}
    ids["all"].add("all")
    unread = frozenset(record_id for kind, record_id in keys if (kind, record_id) not in walked)
    return KnownIds({kind: frozenset(found) for kind, found in ids.items()}, unread)


def _parts_of(kind: str, models: Walked) -> dict[str, frozenset[str]]:
    """Return the ids of what others can name inside a record, by the name that references use."""
    parts = KINDS[kind].parts
    found: dict[type[Model], set[str]] = {part.model: set() for part in parts.values()}
    for _, model in models:
        if type(model) in found:
            found[type(model)].add(str(getattr(model, "id", "")))
    return {name: frozenset(found[part.model]) for name, part in parts.items()}


def check(
    keys: set[Key],
    records: Mapping[Key, Record],
    walked: Mapping[Key, Walked],
    known: KnownIds,
    locate: Locate,
) -> list[Problem]:
    """Return every problem between records, all of which were walked."""
    problems: list[Problem] = []
    for key, models in walked.items():
        problems += _unknown_references(key, models, known, locate)
        problems += _ids_within(key, models, locate)
        problems += _named_twice(key, models, locate)
    problems += _ambiguous_ids(keys, locate)
    for kind in KINDS.values():
        for find in kind.checks:
            problems += find(records, locate)
    return problems


def _unknown_references(key: Key, models: Walked, known: KnownIds, locate: Locate) -> Iterator[Problem]:
    own = _parts_of(key[0], models)
    for path, model in models:
        for name, reference in _references_of(type(model)):
            value = getattr(model, name)
            if value is None:
                continue
            several = isinstance(value, tuple)
            for position, named in enumerate(value if several else (value,)):
                own_ids = own.get(reference.kinds[0], frozenset())
                if named in own_ids if reference.within else _stands(named, reference, known):
                    continue
                ids = own_ids if reference.within else _ids(reference, known)
                place = locate(key, (*path, name, position) if several else (*path, name))
                yield _unknown(named, reference, ids, place)


def _named_twice(key: Key, models: Walked, locate: Locate) -> Iterator[Problem]:
    """Yield a reminder for each name that stands in a list a second time; pages would print it twice."""
    for path, model in models:
        for name, value in model.__dict__.items():
            if not isinstance(value, tuple) or not value or not _is_name(value[0], type(model), name):
                continue
            seen = set()
            for position, each in enumerate(value):
                if each in seen:
                    yield messages.NAMED_TWICE.at(locate(key, (*path, name, position)))
                seen.add(each)


def _is_name(entry: object, model: type[Model], field: str) -> bool:
    """Return whether an entry of a list names somebody or something else, and says nothing more."""
    return isinstance(entry, Party) or field in dict(_references_of(model))


def check_invalid(
    key: Key, model: type[Record], plain: Mapping[str, Any], known: KnownIds, locate: Locate
) -> Iterator[Problem]:
    """Yield a problem for each unknown name in values of which no record could be made.

    So somebody who mends a record is told everything at once. Its own items are not looked up.
    """

    def is_known(named: str, reference: Reference) -> bool:
        return reference.within or _stands(named, reference, known)

    try:
        model.model_validate(plain, context=is_known)
    except ValidationError as error:
        for each in error.errors(include_url=False):
            if each["type"] == "unknown_reference":
                reference = Reference(tuple(each["ctx"]["kinds"]), within=each["ctx"]["within"])
                place = locate(key, each["loc"])
                yield _unknown(str(each["input"]), reference, _ids(reference, known), place)


def _stands(named: str, reference: Reference, known: KnownIds) -> bool:
    """Return whether a name is known, or nothing can be known of it."""
    is_known = _is_known(named, reference, known)
    return is_known or named.split("/", maxsplit=1)[0] in known.unread or not _checked(reference, known)


def _checked(reference: Reference, known: KnownIds) -> bool:
    """Return whether anything is known of what is named; without a policy, no reason can be judged."""
    return reference.kinds != ("reasons",) or "reasons" in known.ids


@cache
def _references_of(model: type[Model]) -> tuple[tuple[str, Reference], ...]:
    return tuple((shape.name, shape.reference) for shape in shapes_of(model) if shape.reference is not None)


def _is_known(named: str, reference: Reference, known: KnownIds) -> bool:
    return any(named in known.ids.get(kind, ()) for kind in reference.kinds)


def _ids(reference: Reference, known: KnownIds) -> frozenset[str]:
    if len(reference.kinds) == 1:
        return known.ids.get(reference.kinds[0], frozenset())
    return frozenset().union(*(known.ids.get(kind, frozenset()) for kind in reference.kinds))


def _unknown(named: str, reference: Reference, ids: frozenset[str], place: Place) -> Problem:
    *most, last = [WORDS.get(kind, kind) for kind in reference.kinds if kind != "all"]
    kinds = f"{', '.join(most)} or {last}" if most else last
    kinds += " of this record" if reference.within else ""
    meant = nearest(named, ids)
    if meant is None and reference.kinds == ("reasons",):
        return messages.UNKNOWN_REASON.at(place, reasons=", ".join(sorted(ids)), private_text=named)
    if meant is None:
        return messages.UNKNOWN_REFERENCE.at(place, kinds=kinds, private_text=named)
    return messages.UNKNOWN_REFERENCE_MEANT.at(place, kinds=kinds, meant=meant, private_text=named)


def _ids_within(key: Key, models: Iterable[tuple[Path, Model]], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each id that two parts of a record share, or that would be another's address."""
    first: dict[tuple[str, str], Path] = {}
    for path, model in models:
        if not path or not _has_id(type(model)):
            continue
        own = getattr(model, "id", None)
        if own is None:
            continue
        here = (*path, "id")
        earlier = first.setdefault((type(model).__name__, own), here)
        if earlier is not here:
            yield messages.SAME_ID.at(locate(key, here), id=own, line=locate(key, earlier).line)
        if key[0] == "meetings" and type(model) is KINDS["meetings"].parts["items"].model:
            for prefix in RESERVED:
                if own.startswith(prefix):
                    yield messages.RESERVED_ID.at(locate(key, here), prefix=prefix)


@cache
def _has_id(model: type[Model]) -> bool:
    return "id" in model.model_fields


def _ambiguous_ids(keys: set[Key], locate: Locate) -> Iterator[Problem]:
    owners: dict[str, list[str]] = defaultdict(list)
    for kind, record_id in sorted(keys):
        if kind in NAMED_BY_OWNERS:
            owners[record_id].append(kind)
    for record_id, kinds in owners.items():
        if len(kinds) > 1:
            place = locate((kinds[1], record_id), ())
            yield messages.AMBIGUOUS_ID.at(place, id=record_id, first=kinds[0], second=kinds[1])
