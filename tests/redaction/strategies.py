"""Random partnerships: small ones, complete in themselves, whose words say who may see them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from random import Random
from typing import Any

from hypothesis import reject
from hypothesis import strategies as st

from records.fields import Model
from records.kinds import KINDS
from records.kinds.partnerships import Partnership
from records.kinds.people import Person
from records.kinds.policies import Policy, Reason
from records.parts.joint import JointGroups
from tests.redaction.choosing import WHATS, Drawn, Everything, Seeded
from tests.redaction.fitting import words_in
from tests.redaction.makers import EXCLUDING, LEVELS, REASONS, Key, Maker, Plain, kept_of
from tests.redaction.mending import mended
from tests.redaction.signable import signable


@dataclass(frozen=True, repr=False)
class Made:
    """A whole partnership as plain values, and what may be seen of it."""

    records: dict[Key, Plain]

    public: dict[str, Key]
    """The public words, with the record in whose projection they must be."""

    harvested: tuple[str, ...]
    """The private texts that a harvest must find. The others are derived, or ids of people who are named."""

    resolved: frozenset[str]
    """Private ids that a projection keeps, and that go when the dataset is assembled."""

    excluded: frozenset[tuple[str, str]]
    """Fields that a unit could not have beside the others, by model."""


@st.composite
def partnerships(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Made:
    """Draw a partnership with one or two records of most kinds; one that fails can be made smaller."""
    return _made(Maker(Drawn(draw)))


@st.composite
def seeded(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Made:
    """Draw a partnership with one or two records of most kinds, from a single number."""
    return _made(Maker(Seeded(Random(draw(st.integers(0, 2**32))))))  # noqa: S311  # choices, not secrets


@cache
def fullest() -> Made:
    """Return a partnership in which every field of every model has a value, and nothing is withheld."""
    ways = tuple((Everything(turn), None) for turn in range(3))
    return _made(Maker(Everything()), len(ways), ways)


WAYS: tuple[tuple[Everything, str | None], ...] = (
    (Everything(0, planted=True), None),
    *((Everything(turn, what=what), None) for turn, what in enumerate(WHATS, 1)),
    (Everything(4, fields=True), None),
    *((Everything(turn), what) for turn, what in enumerate(WHATS, 5)),
)
"""How the records of each kind are withheld: their units, their fields, the whole record."""


@cache
def planted() -> Made:
    """Return a partnership in which each field of each kind is withheld in every way in which it can be."""
    return _made(Maker(Everything()), len(WAYS), WAYS)


def large(seed: int, meetings: int) -> Made:
    """Return a random partnership that can be signed off, with records of every kind and so many meetings."""
    made = _made(Maker(Seeded(Random(seed))), many={"meetings": meetings})  # noqa: S311  # choices, no secrets
    return replace(made, records=signable(made.records))


_BASE = frozenset({"policy", "organizations", "people", "groups", "partnership"})
"""Kinds that every partnership has, because others print them."""
_MOST_KINDS = 3
"""How many of the others a random partnership has."""


def _made(
    maker: Maker,
    rounds: int | None = None,
    ways: tuple[tuple[Everything, str | None], ...] | None = None,
    many: Mapping[str, int] | None = None,
) -> Made:
    numbers = many or {}
    maker.known = {"reasons": list(REASONS), "all": ["all"]}
    records: dict[Key, Plain] = {}
    maker.key = ("policy", "policy")
    lowest = maker.choices.pick(LEVELS[:-1])
    fixed = {
        "names_from": lowest,
        "reasons": [maker.unit(Reason, fixed={"id": reason}) for reason in REASONS],
    }
    usual = maker.choices
    maker.choices = ways[0][0] if ways else usual
    records[maker.key] = _of(maker, Policy, fixed=fixed)
    for way in _ways(ways, rounds or usual.times(2)):
        maker.choices = way[0] if way else usual
        _add(maker, records, "organizations", *_new_id(maker, "organizations", way))
    maker.choices = usual
    levels = _levels(records)
    for _ in range(rounds or maker.choices.times(2)):
        _add_person(maker, records, levels, lowest)
    others = [kind.name for kind in KINDS.values() if kind.name not in _BASE]
    kinds = ["groups", *(others if rounds or many else maker.choices.some(others, _MOST_KINDS))]
    kinds.sort(key=list(KINDS).index)
    planned = {
        kind: [(kind, None)]
        if KINDS[kind].single
        else [
            _new_id(maker, kind, way)
            for way in _ways(ways, rounds or numbers.get(kind) or maker.choices.times(2))
        ]
        for kind in kinds
    }
    maker.known |= {kind: [record_id for record_id, _ in ids] for kind, ids in planned.items()}
    for number in range(max(map(len, planned.values()))):
        for kind in kinds:
            if number < len(planned[kind]):
                maker.choices = ways[number][0] if ways else usual
                maker.left_out = EXCLUDING if ways and number % 2 else {}
                # A record names only earlier ones of its own kind, so that nothing goes in a circle.
                maker.known[kind] = [record_id for record_id, _ in planned[kind][:number]]
                _add(maker, records, kind, *planned[kind][number])
                maker.known[kind] = [record_id for record_id, _ in planned[kind]]
    maker.choices = ways[0][0] if ways else usual
    maker.key = ("partnership", "partnership")
    maker.own = {}
    records[maker.key] = _of(maker, Partnership)
    _add_joint(maker, records)
    records = mended(records)
    there = words_in([*records, *records.values()])
    return Made(
        records,
        {word: key for word, key in maker.public.items() if word in there},
        tuple(each for each in maker.harvested if each not in maker.named and _is_there(each, there)),
        frozenset(maker.resolved),
        frozenset(maker.excluded),
    )


def _is_there(text: str, there: set[str]) -> bool:
    return words_in(text) <= there


def _ways(
    ways: tuple[tuple[Everything, str | None], ...] | None, rounds: int
) -> tuple[tuple[Everything, str | None] | None, ...]:
    return ways or (None,) * rounds


def _of(maker: Maker, model: type[Model], fixed: Plain | None = None, withhold: Plain | None = None) -> Plain:
    """Return a record. One that must name something of which there is nothing is no case to try."""
    made = maker.unit(model, depth=0, fixed=fixed, withhold=withhold)
    if made is None:
        reject()
    return made


def _new_id(maker: Maker, kind: str, way: tuple[Everything, str | None] | None) -> tuple[str, Plain | None]:
    """Return the id of a record to come, public unless the record is concealed, and what withholds it."""
    maker.key = (kind, "")
    what = way[1] if way else maker.choices.single()
    withhold = maker.withhold(KINDS[kind].model, what) if what else None
    record_id = maker.id(hidden=what == "concealed")
    maker.public |= {word: (kind, record_id) for word, key in maker.public.items() if key == (kind, "")}
    return record_id, withhold


def _add(maker: Maker, records: dict[Key, Plain], kind: str, record_id: str, withhold: Plain | None) -> None:
    """Make a record."""
    maker.key = (kind, record_id)
    maker.own = {}
    records[maker.key] = _of(maker, KINDS[kind].model, withhold=withhold)
    if record_id not in maker.known.setdefault(kind, []):
        maker.known[kind].append(record_id)


def _add_joint(maker: Maker, records: dict[Key, Plain]) -> None:
    """Add the groups that are shared with other areas to the policy, which is made before all groups."""
    maker.key = ("policy", "policy")
    maker.own = {}
    joint = maker.unit(JointGroups, depth=0)
    if joint is not None:
        records[maker.key]["joint"] = [joint]


def _levels(records: dict[Key, Plain]) -> dict[str, str]:
    """Return the level of each post."""
    return {
        f"{record_id}/{post['id']}": post.get("level", "officer")
        for (kind, record_id), plain in records.items()
        if kind == "organizations"
        for post in plain.get("posts", ())
    }


def _add_person(maker: Maker, records: dict[Key, Plain], levels: dict[str, str], lowest: str) -> None:
    """Make a person, named or not, whose posts last for ever, so that every day is the same."""
    record_id = maker.word(hidden=True, harvested=False)
    maker.key = ("people", record_id)
    show = maker.choices.pick(["level", "name", "role"])
    maker.own = {}
    what = maker.choices.single()
    withhold = maker.withhold(Person, what) if what else None
    held = maker.choices.some([*levels, *LEVELS], 2)
    named = show == "name" or (
        show == "level" and any(LEVELS.index(levels.get(post, post)) <= LEVELS.index(lowest) for post in held)
    )
    kept = kept_of(Person, withhold)
    named = named and (kept is None or "name" in kept)

    def title(level: str) -> str:
        """Return a post in words: public beside a name, else a role that may or may not be shown."""
        return maker.text("line", hidden=kept is not None) if named or kept is not None else f"Role {level}"

    fixed: Plain = {"public_id": f"p-{len(records):08}", "show": show}
    fixed["posts"] = [
        {"post": post} if post in levels else {"title": title(post), "level": post} for post in held
    ]
    for name in ("name", "sort_name", "honorific", "letters"):
        seen = named and (kept is None or name in kept)
        fixed[name] = maker.word(hidden=not seen, harvested=not named and "name" in name)
    if not named:
        maker.harvested.append(record_id)
        maker.unnamed.add(record_id)
    for post in set(held) & set(levels):
        maker.note_named(post, resolved=False)
    made = _of(maker, Person, withhold=withhold, fixed=fixed)
    records[maker.key] = {name: value for name, value in made.items() if value != []}
    maker.known.setdefault("people", []).append(record_id)
