"""The twin: the same records with other private values, of which the public must see the same to the byte.

It finds what no search for words can: a count, an order, a length, an owner, a name that gives something
away. Every invented text holds a canary, a word that must not come out anywhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random
from types import MappingProxyType
from typing import Any, Protocol

from pydantic import ValidationError

from editions.canonical import to_bytes, to_plain
from editions.fields import PublicRecord
from problems import Place, Problem
from records.kinds import KINDS
from records.loading import Loaded, Records
from redaction import verification_messages as messages
from redaction.searching.folding import fold
from redaction.searching.publicity import PERSON_NAMES, PRINTED_KINDS, is_shown_by_name, values_of
from redaction.values import Standing, fields_of, hidden_ids, passages
from redaction.verifying.inventing import Inventor, change, invent

Key = tuple[str, str]


class Projected(Protocol):
    """What a projection is, as far as the twin looks at it."""

    @property
    def record(self) -> PublicRecord | None:
        """The public record, if there is one."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong."""


Projecting = Callable[[Records, str, str], Projected]
"""Returns the projection of one record, by kind and id."""

SEEDS = (1, 2)
"""The twin of the first has more hidden things than the records, that of the second fewer."""


NOTHING: Mapping[Key, bytes] = MappingProxyType({})
"""No published record is known."""


def twin(records: Records, seed: int, drafts: Collection[Key] = ()) -> Records:
    """Return the valid records with other private values; the same seed gives the same twin.

    With an odd seed hidden lists grow, with an even one they shrink. `drafts` are records that have no
    edition: all that they say changes too. A record whose twin is not valid is left out.
    """
    bold = _inventor(records, seed)
    careful = replace(bold, random=Random(seed), bold=False)  # noqa: S311  # nothing secret is drawn
    loaded = {}
    for key, each in records.loaded.items():
        if each.record is None:
            continue
        other = (
            _twin_of(each, records, bold, drafts)
            or _twin_of(each, records, careful, drafts)
            or _twin_of(each, records, careful, ())
        )
        if other is not None:
            loaded[key] = other
    return replace(records, loaded=loaded)


def drafts_among(records: Records, public: Collection[Key]) -> frozenset[Key]:
    """Return the records that are not among the public ones, so that nobody outside may know what they say.

    What others print by name - people, bodies - is no draft: a record shows it without an edition of its own.
    """
    return frozenset(key for key in records.loaded if key[0] not in PRINTED_KINDS and key not in public)


def disagreements(
    records: Records,
    project: Projecting,
    drafts: Collection[Key] = (),
    *,
    keys: Collection[Key] | None = None,
    seeds: Sequence[int] = SEEDS,
    published: Mapping[Key, bytes] = NOTHING,
) -> tuple[Problem, ...]:
    """Return a problem for each record of which the public sees something that depends on private values.

    Says so too when a record holds private values and its twin has the same. `keys` are the records to
    compare, all by default; one twin costs as much as one projection of each. `published` are the bytes of
    public records as they are on the site: where a twin gives these, they depend on nothing private, and the
    records themselves need no projection.
    """
    valid = {key: each for key, each in records.loaded.items() if each.record is not None}
    compared = {key: each for key, each in valid.items() if keys is None or key in keys}
    base: dict[Key, bytes] = {}
    found: list[Problem] = []
    changed: set[Key] = set()
    for seed in seeds:
        other = twin(records, seed, drafts)
        canary = canary_of(seed)
        changed |= {key for key, each in other.loaded.items() if each.plain != valid[key].plain}
        for key, each in compared.items():
            if key not in other.loaded:
                found.append(messages.TWIN_FAILED.at(Place(each.file)))
            elif key not in drafts:
                projection = project(other, *key)
                public = _bytes(projection.record)
                said = [*map(str, projection.problems), *map(repr, projection.problems)]
                if public != published.get(key):
                    said.append(public.decode())
                    if key not in base:
                        base[key] = _bytes(project(records, *key).record)
                    if base[key] and public != base[key]:
                        field = _first_difference(base[key], public)
                        found.append(messages.PUBLIC_DEPENDS.at(Place(each.file), field=field))
                if canary in fold("\n".join(said)):
                    found.append(messages.CANARY_FOUND.at(Place(each.file)))
    found += [
        messages.TWIN_FAILED.at(Place(each.file))
        for key, each in compared.items()
        if key not in changed and _holds_secrets(each, records)
    ]
    return tuple(dict.fromkeys(found))


def canary_of(seed: int) -> str:
    """Return the word that all invented texts of a twin hold."""
    return "canary" + "".join(Random(seed).choices("bcdfghjklmnpqrstvwxz", k=12))  # noqa: S311  # no secret


def _twin_of(loaded: Loaded, records: Records, inventor: Inventor, drafts: Collection[Key]) -> Loaded | None:
    """Return a record with other private values; None when they do not fit together."""
    model = KINDS[loaded.kind].model
    plain: dict[str, Any] = invent(model, loaded.plain, Standing.PUBLIC, inventor)
    if (loaded.kind, loaded.id) in drafts:
        plain |= {
            name: change(fields_of(model)[name], value, Standing.WITHHELD, inventor)
            for name, value in plain.items()
            if name not in {"id", "withhold", "withhold_fields"}
        }
    if loaded.kind == "people" and not is_shown_by_name(loaded, records):
        plain |= {name: inventor.words(1, 2).title() for name in PERSON_NAMES if name in plain}
    if loaded.kind == "meetings" and inventor.bold:
        hidden = hidden_ids(model, loaded.plain)
        plain = _with_other_guests(plain, hidden, inventor)
        plain = _with_concealed(plain, inventor) if inventor.grows else _without_hidden(plain, hidden)
    try:
        record = model.model_validate(plain)
    except ValidationError:
        return None
    return replace(loaded, plain=plain, record=record)


def _with_concealed(plain: dict[str, Any], inventor: Inventor) -> dict[str, Any]:
    """Return a meeting with one more item that nobody may know of, and with people who came for it."""
    if inventor.reason is None or "withhold" in plain or not plain.get("items"):
        return plain
    item = {
        "id": inventor.id(),
        "title": inventor.words(),
        "text": inventor.words(),
        "withhold": {"reason": inventor.reason, "what": "concealed"},
        "actions": [{"id": inventor.id(), "text": inventor.words()}],
        "decisions": [{"id": inventor.id(), "text": inventor.words()}],
    }
    # In front, so that every place in the list is another one.
    items = [item, *plain["items"]]
    attendance = []
    for row in plain.get("attendance", ()):
        lists = {name: [*row[name], item["id"]] for name in ("items", "left_for") if row.get(name)}
        attendance.append(row | lists)
    came = {"name": inventor.words(1, 2), "items": [item["id"]]}
    return plain | {"items": items, "attendance": [*attendance, came]}


def _with_other_guests(plain: dict[str, Any], hidden: frozenset[str], inventor: Inventor) -> dict[str, Any]:
    """Return a meeting with other people, or none, who came for hidden items only."""
    row_model = fields_of(KINDS["meetings"].model)["attendance"].model
    attendance = []
    for row in plain.get("attendance", ()):
        if row_model is None or not row.get("items") or not hidden.issuperset(row["items"]):
            attendance.append(row)
        elif inventor.grows:
            other = invent(row_model, row, Standing.WITHHELD, inventor)
            attendance.append(other | {"items": row["items"]})
    return plain | ({"attendance": attendance} if attendance else {})


def _without_hidden(plain: dict[str, Any], hidden: frozenset[str]) -> dict[str, Any]:
    """Return a meeting whose attendance does not mention items that nobody may know of."""
    attendance = []
    for row in plain.get("attendance", ()):
        lists = {
            name: [item for item in row[name] if item not in hidden]
            for name in ("items", "left_for")
            if row.get(name)
        }
        # Without any item left the row would say that the person was there for all of them.
        attendance.append(row | {name: left for name, left in lists.items() if left})
    return plain | ({"attendance": attendance} if attendance else {})


def _inventor(records: Records, seed: int) -> Inventor:
    known: dict[str, list[str]] = {}
    for kind, record_id in records.loaded:
        known.setdefault(kind, []).append(record_id)
    policy = records.policy
    return Inventor(
        random=Random(seed),  # noqa: S311  # nothing secret is drawn
        grows=seed % 2 == 1,
        bold=True,
        canary=canary_of(seed),
        known=known,
        referred=frozenset(_referred(records)),
        reason=policy.reasons[0].id if policy else None,
    )


_PLACED = re.compile(r"\[\[(?:action|decision) ([a-z0-9-]+)\]\]")


def _referred(records: Records) -> Iterator[str]:
    """Yield every id that some value names, or that a mark places."""
    for loaded in records.loaded.values():
        for value in values_of(loaded):
            if value.field.sort == "reference":
                yield from value.text.split("/")
            elif "[[" in value.text:
                yield from _PLACED.findall(value.text)


def _holds_secrets(loaded: Loaded, records: Records) -> bool:
    if loaded.kind == "people" and not is_shown_by_name(loaded, records):
        return True
    return any(
        value.field.is_text
        and (value.standing in {Standing.WITHHELD, Standing.PRIVATE} or bool(passages(value.text)))
        for value in values_of(loaded)
    )


def _bytes(record: PublicRecord | None) -> bytes:
    return to_bytes(to_plain(record)) if record is not None else b""


def _first_difference(one: bytes, other: bytes) -> str:
    """Return the path to where two public records first differ: fields, and numbers of list members."""
    here: Any = json.loads(one)
    there: Any = json.loads(other or b"{}")
    path: list[str] = []
    while isinstance(here, dict) and isinstance(there, dict) and there:
        name = next((n for n in sorted({*here, *there}) if here.get(n) != there.get(n)), None)
        if name is None:
            break
        path.append(name)
        here, there = here.get(name), there.get(name)
        if isinstance(here, list) and isinstance(there, list) and len(here) == len(there):
            at = next(i for i, (a, b) in enumerate(zip(here, there, strict=True)) if a != b)
            path.append(str(at + 1))
            here, there = here[at], there[at]
    return " \u203a ".join(path) or "the whole"
