"""A word planted in each field of each kind is gone when its field, unit or record is withheld.

The records are made from the models, so that a new kind and a new field are tested as soon as they exist.
`open…` words are public until something hides them; each stands in one place only and so names it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from editions.canonical import to_bytes, to_plain
from editions.frozen import freeze
from records.fields import Model, Visibility
from records.kinds import KINDS
from records.loading import Loaded, Records, load
from records.validating import withheld_alone
from records.withholding import Withholdable
from redaction.projecting.projection import project, project_all
from redaction.signing_off.signing import write_edition
from redaction.values import fields_of, values
from tests.cli.commands import run
from tests.redaction.choosing import WHATS
from tests.redaction.makers import Key, Plain, kept_of
from tests.redaction.mending import loaded
from tests.redaction.strategies import fullest, planted
from tests.redaction.writing import write
from tests.test_planted import PROTECTIONS

PRIVATE = re.compile(r"canary\d+z")
PLACING = re.compile(r"\[\[(?:action|decision) [^\]]*\]\]")
PUBLIC = re.compile(r"open\d+z")
NEVER_WITHHELD = frozenset(kind.name for kind in KINDS.values() if kind.single)
"""Kinds whose records are never withheld as a whole."""


@dataclass(frozen=True)
class Place:
    """A mapping in a record, or a field of it."""

    path: tuple[str | int, ...]
    model: type[Model]
    field: str | None = None

    def __str__(self) -> str:
        """Return the path in words, for the message of a failing test."""
        return (
            " > ".join(map(str, (*self.path, self.field))) if self.field else " > ".join(map(str, self.path))
        )


@cache
def full() -> Records:
    return loaded(fullest().records)


def units(
    model: type[Model], plain: Plain, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[Place, Plain]]:
    """Yield every mapping of a record with its place."""
    yield Place(path, model), plain
    for name, value in plain.items():
        known = fields_of(model)[name]
        if known.model is None or name.startswith("withhold"):
            continue
        for position, each in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(each, dict):
                step = (name, position) if isinstance(value, list) else (name,)
                yield from units(known.model, each, (*path, *step))


def with_values(plain: Any, path: tuple[str | int, ...], values: Plain) -> Any:
    """Return plain values with some more in the mapping at a path."""
    if not path:
        return {**plain, **values}
    step, *rest = path
    changed = with_values(plain[step], tuple(rest), values)
    if isinstance(plain, list):
        return [changed if position == step else each for position, each in enumerate(plain)]
    return {**plain, step: changed}


def shown(key: Key, plain: Plain) -> str:
    """Return the public form of a record with these values among the others; nothing when it is refused."""
    before = full().loaded[key]
    record = KINDS[key[0]].model.model_validate(plain)
    other: Loaded = replace(before, plain=plain, record=record)
    projection = project(replace(full(), loaded={**full().loaded, key: other}), *key)
    return to_bytes(to_plain(projection.record)).decode() if projection.record else ""


def words_in(value: Any) -> set[str]:
    return set(PUBLIC.findall(json.dumps(value)))


def words_of(model: type[Model], plain: Plain, names: Iterable[str]) -> set[str]:
    """Return the words of some fields of a unit, without the ids by which it names what stands elsewhere."""
    return {
        word
        for value in values(model, {name: plain[name] for name in names if name in plain})
        if value.field.sort != "reference"
        for word in PUBLIC.findall(PLACING.sub("", value.text))
    }


def records_of(kind: str) -> list[tuple[Key, Plain]]:
    return [(key, each.plain) for key, each in full().loaded.items() if key[0] == kind]


def by_depth(kind: str, plain: Plain) -> dict[int, list[tuple[Place, Plain]]]:
    """Return the units of a record that can be withheld, by depth, so that none hides another."""
    found: dict[int, list[tuple[Place, Plain]]] = {}
    for place, unit in units(KINDS[kind].model, plain):
        if issubclass(place.model, Withholdable) and (place.path or kind not in NEVER_WITHHELD):
            found.setdefault(len(place.path), []).append((place, unit))
    return found


def leaks(
    key: Key, plain: Plain, planted: list[tuple[Place, str, Plain, set[str]]]
) -> list[tuple[str, str, str]]:
    """Return the places whose words stand in the public form of a record into which all this was put."""
    for place, _, added, _ in planted:
        plain = with_values(plain, place.path, added)
    text = shown(key, plain)
    return [
        (str(place), how, word)
        for place, how, _, hidden in planted
        for word in hidden - named_elsewhere()
        if word in text and not spared(key, word)
    ]


@cache
def named_elsewhere() -> set[str]:
    """Return the ids of records and posts, which stand in many places."""
    posts = [
        post["id"] for each in full().loaded.values() for post in each.plain.get("posts", ()) if "id" in post
    ]
    return words_in([*posts, *(record_id for _, record_id in full().loaded)])


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_withheld_is_gone_from_each_unit(kind: str) -> None:
    """Each unit of a kind, withheld in each way, shows no word but those that are kept."""
    found = []
    for key, plain in records_of(kind)[:1]:
        for same in by_depth(kind, plain).values():
            for what in WHATS:
                withhold: Plain = {"reason": "personal", "what": what}
                chosen = []
                for place, unit in same:
                    kept = kept_of(place.model, withhold) or frozenset()
                    hidden = words_of(place.model, unit, set(unit) - kept)
                    chosen.append((place, what, {"withhold": withhold}, hidden))
                found += leaks(key, plain, chosen)
    assert found == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_withheld_is_gone_from_each_field(kind: str) -> None:
    """Each field that can be withheld by itself shows no word of its own then."""
    found = []
    for key, plain in records_of(kind):
        for same in by_depth(kind, plain).values():
            chosen = []
            for place, unit in same:
                names = [name for name in withheld_alone(place.model) if name in unit]
                why = {name: {"reason": "personal"} for name in names}
                hidden = words_of(place.model, unit, names)
                chosen.append((place, "alone", {"withhold_fields": why}, hidden))
            found += leaks(key, plain, chosen)
    assert found == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_mark_hides_its_words_in_each_text(kind: str) -> None:
    """A mark in any line or prose of a kind hides what is in it."""
    found = []
    for key, plain in records_of(kind):
        chosen: list[tuple[Place, str, Plain, set[str]]] = []
        for place, unit in units(KINDS[kind].model, plain):
            known = fields_of(place.model)
            for name in unit:
                if known[name].sort in {"line", "prose"} and known[name].visibility is Visibility.PUBLIC:
                    word = f"planted{len(chosen)}z"
                    mark = f"[[redact personal|{word}]]"
                    values = {name: [mark] if isinstance(unit[name], list) else mark}
                    chosen.append((place, name, values, {word}))
        assert shown(key, plain)
        found += leaks(key, plain, chosen)
    assert found == []


def spared(key: Key, word: str) -> bool:
    """Return whether a word stands in the posts of a person, which are printed by a room of their own."""
    return key[0] == "people" and word in json.dumps(full().loaded[key].plain.get("posts", ""))


def signed_off(folder: Path) -> Path:
    """Return a project with everything planted at once, all signed off that is not concealed."""
    project_folder = write(planted().records, folder)
    (project_folder / "docs").mkdir()
    (project_folder / "docs/index.md").write_text("# Home\n\nA page.\n")
    (project_folder / "mkdocs.yml").write_text("site_name: Home\nsite_url: https://home.example.org/\n")
    (project_folder / "docs/images").mkdir()
    Image.new("RGB", (8, 8)).save(project_folder / "docs/images/logo.png")
    records = load(project_folder)
    for kind, record_id in records.loaded:
        projection = project(records, kind, record_id)
        if projection.record is not None:
            edition = freeze(kind, projection.record, number=1, date="2026-06-01", note="First published.")
            write_edition(project_folder, edition)
    return project_folder


@pytest.mark.long
def test_no_planted_word_reaches_the_site(tmp_path: Path) -> None:
    """Every kind, withheld in every way, gives pages, lists, registers and data without it.

    Every day the same is tried on the dataset, from which all of them are made.
    """
    folder = signed_off(tmp_path)

    result = run(folder, "build")

    files = [path for path in (folder / "site").rglob("*") if path.is_file()]
    names = "\n".join(path.relative_to(folder).as_posix() for path in files)
    texts = [names, *(path.read_bytes().decode("utf-8", "replace") for path in files)]
    found = {word for text in texts for word in PRIVATE.findall(text)}
    assert result.exit_code == 0, result.stderr
    assert all(f"site/{kind}/" in names or KINDS[kind].single or kind in NO_FOLDER for kind in KINDS)
    assert found == set()


NO_FOLDER = frozenset({"people", "organizations"})
"""Kinds that are shown on the pages of others only."""


@cache
def everything() -> Records:
    return loaded(planted().records)


def test_no_planted_word_reaches_the_dataset_or_a_message() -> None:
    """Neither the public values of any record nor a problem holds one."""
    told = project_all(everything()).values()

    texts = [to_bytes(to_plain(each.record)).decode() for each in told if each.record is not None]
    said = [f"{problem} {problem!r}" for each in told for problem in each.problems]
    assert len(texts) > len(KINDS)
    assert {word for text in texts for word in PRIVATE.findall(text)} == set()
    assert {word for text in said for word in PRIVATE.findall(text)} - planted_ids() == set()


def planted_ids() -> set[str]:
    """Return the private ids of records and parts, which messages may name."""
    return set(re.findall(r"(canary\d+z)-id", json.dumps([*planted().records, *planted().records.values()])))


NOT_SEEN: dict[str, set[str]] = {
    "the visibility of fields": set(),
    "the reading of marks": {"people"},
    "the withholding of units": {"partnership", "people", "policy"},
    "the withholding of single fields": {"glossary", "partnership", "people", "policy"},
}
"""Kinds in which nothing is planted that needs a protection.

Names of people are printed by a room of their own. There is one partnership, policy and glossary each, in
which units are planted and no single fields; the first two have no units.
"""


@pytest.mark.parametrize("protection", NOT_SEEN)
def test_each_protection_is_needed_in_each_kind(monkeypatch: pytest.MonkeyPatch, protection: str) -> None:
    """Without it a planted word of each kind is in its public values, or nothing can be made public."""
    records = everything()
    PROTECTIONS[protection](monkeypatch)

    leaking = set()
    for key, projection in project_all(records).items():
        text = to_bytes(to_plain(projection.record)).decode() if projection.record else ""
        if projection.record is None or PRIVATE.search(text):
            leaking.add(key[0])

    assert set(KINDS) - leaking == NOT_SEEN[protection]
