"""Checks between records: every id that is named exists, no id stands twice, no tree is a circle."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import ValidationError

from problems import Place, Problem
from records import model_messages as messages
from records.actions import Decision
from records.fields import Model, Reference
from records.groups import Group
from records.items import Item
from records.meetings import Meeting
from records.organizations import Organization
from records.people import Person
from records.policies import Policy
from records.shapes import Path, models_in, shapes_of
from records.suggestions import nearest
from records.withholding import Record

Key = tuple[str, str]
"""The kind and id of a record."""

Locate = Callable[[Key, Path], Place]
"""Finds the place of a value in the file of a record."""

NAMED_BY_OWNERS = ("people", "organizations", "groups")
"""Kinds that share one set of ids, because an owner can be any of them."""


@dataclass(frozen=True, slots=True)
class KnownIds:
    """What can be named."""

    ids: Mapping[str, frozenset[str]]
    """By kind, with `posts`, `actions`, `decisions`, `reasons` and `all`."""

    unread: frozenset[str]
    """Ids of records that exist and cannot be read, about whose parts nothing is known."""


def known_ids(keys: set[Key], records: Mapping[Key, Record]) -> KnownIds:
    """Return everything that can be named. `keys` are of all files, `records` only of the valid ones."""
    ids: dict[str, set[str]] = defaultdict(set)
    for kind, record_id in keys:
        ids[kind].add(record_id)
    for (_, record_id), record in records.items():
        if isinstance(record, Organization):
            ids["posts"] |= {f"{record_id}/{post.id}" for post in record.posts}
        elif isinstance(record, Meeting):
            ids["actions"] |= {
                f"{record_id}/{action.id}" for item in items_of(record) for action in item.actions
            }
            ids["decisions"] |= {f"{record_id}/{decision.id}" for decision in decisions_of(record)}
        elif isinstance(record, Policy):
            ids["reasons"] |= {reason.id for reason in record.reasons}
    ids["all"].add("all")
    unread = frozenset(record_id for kind, record_id in keys if (kind, record_id) not in records)
    return KnownIds({kind: frozenset(found) for kind, found in ids.items()}, unread)


def items_of(meeting: Meeting) -> Iterator[Item]:
    """Yield every item of a meeting, in the order of the document."""
    waiting = list(reversed(meeting.items))
    while waiting:
        item = waiting.pop()
        yield item
        waiting += reversed(item.items)


def decisions_of(meeting: Meeting) -> Iterator[Decision]:
    """Yield every decision of a meeting."""
    yield from meeting.decisions_between
    for item in items_of(meeting):
        yield from item.decisions


def check(keys: set[Key], records: Mapping[Key, Record], known: KnownIds, locate: Locate) -> list[Problem]:
    """Return every problem between records."""
    problems: list[Problem] = []
    for key, record in records.items():
        models = tuple(models_in(record))
        problems += _unknown_references(key, record, models, known, locate)
        if isinstance(record, Meeting):
            problems += _ids_within(key, models, locate)
    problems += _ambiguous_ids(keys, locate)
    problems += _same_public_ids(records, locate)
    problems += _circles(records, "groups", "parent", locate)
    problems += _circles(records, "groups", "successor", locate)
    problems += _circles(records, "organizations", "successor", locate)
    return problems


def _unknown_references(
    key: Key, record: Record, models: Iterable[tuple[Path, Model]], known: KnownIds, locate: Locate
) -> Iterator[Problem]:
    own_items = (
        frozenset(item.id for item in items_of(record)) if isinstance(record, Meeting) else frozenset()
    )
    for path, model in models:
        for name, reference in _references_of(type(model)):
            value = getattr(model, name)
            if value is None:
                continue
            several = isinstance(value, tuple)
            for position, named in enumerate(value if several else (value,)):
                within = reference.kinds == ("items",)
                if named in own_items if within else _stands(named, reference, known):
                    continue
                ids = own_items if within else _ids(reference, known)
                place = locate(key, (*path, name, position) if several else (*path, name))
                yield _unknown(named, reference, ids, place)


def check_invalid(
    key: Key, model: type[Record], plain: Mapping[str, Any], known: KnownIds, locate: Locate
) -> Iterator[Problem]:
    """Yield a problem for each unknown name in values of which no record could be made.

    So somebody who mends a record is told everything at once. Its own items are not looked up.
    """

    def is_known(named: str, reference: Reference) -> bool:
        return reference.kinds == ("items",) or _stands(named, reference, known)

    try:
        model.model_validate(plain, context=is_known)
    except ValidationError as error:
        for each in error.errors(include_url=False):
            if each["type"] == "unknown_reference":
                reference = Reference(tuple(each["ctx"]["kinds"]))
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


WORDS = {
    "people": "person",
    "organizations": "organization",
    "groups": "group",
    "posts": "post",
    "all": "`all`",
    "meetings": "meeting",
    "actions": "action",
    "decisions": "decision",
    "items": "item of this meeting",
    "reasons": "reason of the policy",
}


def _unknown(named: str, reference: Reference, ids: frozenset[str], place: Place) -> Problem:
    *most, last = [WORDS[kind] for kind in reference.kinds if kind != "all"]
    kinds = f"{', '.join(most)} or {last}" if most else last
    meant = nearest(named, ids)
    if meant is None:
        return messages.UNKNOWN_REFERENCE.at(place, kinds=kinds, private_text=named)
    return messages.UNKNOWN_REFERENCE_MEANT.at(place, kinds=kinds, meant=meant, private_text=named)


def _ids_within(key: Key, models: Iterable[tuple[Path, Model]], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each id that two parts of a meeting share, or that would be another's address."""
    first: dict[tuple[str, str], Path] = {}
    for path, model in models:
        own = getattr(model, "id", None)
        if own is None or not path:
            continue
        here = (*path, "id")
        earlier = first.setdefault((type(model).__name__, own), here)
        if earlier is not here:
            yield messages.SAME_ID.at(locate(key, here), id=own, line=locate(key, earlier).line)
        if isinstance(model, Item):
            for prefix in ("action-", "decision-", "paper-"):
                if own.startswith(prefix):
                    yield messages.RESERVED_ID.at(locate(key, here), prefix=prefix)


def _ambiguous_ids(keys: set[Key], locate: Locate) -> Iterator[Problem]:
    owners: dict[str, list[str]] = defaultdict(list)
    for kind, record_id in sorted(keys):
        if kind in NAMED_BY_OWNERS:
            owners[record_id].append(kind)
    for record_id, kinds in owners.items():
        if len(kinds) > 1:
            place = locate((kinds[1], record_id), ())
            yield messages.AMBIGUOUS_ID.at(place, id=record_id, first=kinds[0], second=kinds[1])


def _same_public_ids(records: Mapping[Key, Record], locate: Locate) -> Iterator[Problem]:
    people = {key: record.public_id for key, record in records.items() if isinstance(record, Person)}
    often = {public_id for public_id, times in Counter(people.values()).items() if times > 1}
    for key, public_id in people.items():
        if public_id in often:
            other = next(one for one, its in people.items() if its == public_id and one != key)
            yield messages.SAME_PUBLIC_ID.at(locate(key, ("public_id",)), other=other[1])


def _circles(records: Mapping[Key, Record], kind: str, field: str, locate: Locate) -> Iterator[Problem]:
    """Yield one problem for each circle of records that name each other in a field."""
    following = {
        key[1]: getattr(record, field)
        for key, record in records.items()
        if isinstance(record, Group | Organization) and key[0] == kind and getattr(record, field, None)
    }
    settled: set[str] = set()
    for start in sorted(following):
        trail: list[str] = []
        here = start
        while here in following and here not in settled and here not in trail:
            trail.append(here)
            here = following[here]
        if here in trail:
            circle = [*trail[trail.index(here) :], here]
            place = locate((kind, here), (field,))
            yield messages.CYCLE.at(place, field=field, circle=" \u2192 ".join(circle))
        settled.update(trail)
