"""Random partnerships: small ones, complete in themselves, whose words say who may see them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from records.kinds import KINDS
from records.kinds.groups import Group
from records.kinds.meetings import Meeting
from records.kinds.organizations import Organization
from records.kinds.partnerships import Partnership
from records.kinds.people import Person
from records.kinds.policies import Policy, Reason
from tests.redaction.makers import LEVELS, REASONS, Drawn, Everything, Key, Maker, Plain, kept_of


@dataclass(frozen=True)
class Made:
    """A whole partnership as plain values, and what may be seen of it."""

    records: dict[Key, Plain]

    public: dict[str, Key]
    """The public words, with the record in whose projection they must be."""

    harvested: tuple[str, ...]
    """The private texts that a harvest must find. The others are derived, or ids of people who are named."""

    resolved: frozenset[str]
    """Private ids that a projection keeps, and that go when the dataset is assembled."""


def write(records: dict[Key, Plain], folder: Path) -> Path:
    """Write records as YAML files, with every text in quotation marks, and return the project."""
    for (kind, record_id), plain in records.items():
        path = folder / "data" / KINDS[kind].path_of(record_id)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"{line}\n" for line in _lines(plain)), "utf-8")
    return folder


def _lines(value: Any) -> Iterator[str]:
    """Yield the lines of a value in YAML: a list or mapping in blocks, a text in quotes or under `|`."""
    for start, inner in value.items() if isinstance(value, dict) else (("-", each) for each in value):
        key = start if start == "-" else f"{start}:"
        if isinstance(inner, str) and "\n" not in inner:
            yield f"{key} '{inner}'"
            continue
        yield f"{key} |" if isinstance(inner, str) else key
        yield from (f"  {line}" for line in (inner.split("\n") if isinstance(inner, str) else _lines(inner)))


@st.composite
def partnerships(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Made:
    """Draw a partnership with one or two records of each kind."""
    return _made(Maker(Drawn(draw)), lambda: draw(st.integers(1, 2)))


def fullest() -> Made:
    """Return a partnership in which every field of every model has a value, and nothing is withheld."""
    return _made(Maker(Everything()), lambda: 2)


def _made(maker: Maker, times: Callable[[], int]) -> Made:
    maker.known = {"reasons": list(REASONS), "all": ["all"], "items": []}
    records: dict[Key, Plain] = {}
    maker.key = ("policy", "policy")
    lowest = maker.choices.pick(LEVELS[:-1])
    fixed = {
        "names_from": lowest,
        "reasons": [maker.unit(Reason, fixed={"id": reason}) for reason in REASONS],
    }
    records[maker.key] = maker.unit(Policy, depth=0, fixed=fixed)
    for _ in range(times()):
        _add(maker, records, "organizations", Organization)
    levels = _levels(records)
    for _ in range(times()):
        _add_person(maker, records, levels, lowest)
    for _ in range(times()):
        _add(maker, records, "groups", Group)
    maker.key = ("partnership", "partnership")
    records[maker.key] = maker.unit(Partnership, depth=0)
    for _ in range(times()):
        _add(maker, records, "meetings", Meeting)
    return Made(
        records,
        maker.public,
        tuple(each for each in maker.harvested if each not in maker.named),
        frozenset(maker.resolved),
    )


def _add(maker: Maker, records: dict[Key, Plain], kind: str, model: type[Any]) -> None:
    """Make a record whose id is public, unless the record is concealed."""
    maker.key = (kind, "")
    withhold = maker.withhold(model)
    record_id = maker.id(hidden=withhold is not None and withhold["what"] == "concealed")
    maker.key = (kind, record_id)
    maker.public |= {word: maker.key for word, key in maker.public.items() if key == (kind, "")}
    maker.known["items"] = []
    made = maker.unit(model, depth=0, withhold=withhold)
    records[maker.key] = made
    maker.known.setdefault(kind, []).append(record_id)
    for post in made.get("posts", ()):
        maker.known.setdefault("posts", []).append(f"{record_id}/{post['id']}")


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
    withhold = maker.withhold(Person)
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
    made = maker.unit(Person, depth=0, withhold=withhold, fixed=fixed)
    records[maker.key] = {name: value for name, value in made.items() if value != []}
    maker.known.setdefault("people", []).append(record_id)
