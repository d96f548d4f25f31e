"""The schemas for editors take what reading takes, and refuse what it refuses."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from cli.reference import example as worked_example
from records import fields
from records.fields import Form
from records.kinds import KINDS
from records.loading import load
from records.references import KnownIds
from records.schemas import known_in, schema_of, schemas_of
from tests.partnerships import SOURCE, copy_to

FORMS: dict[str, Any] = {
    mark.pattern: alias
    for alias in vars(fields).values()
    for mark in getattr(alias, "__metadata__", ())
    if isinstance(mark, Form)
}
"""A type of text for each pattern."""

SIGNS = st.text(st.sampled_from("0123456789abzAZ-./:?,#%+()_'\u2013\n éß٣"), max_size=14)
PRINTED = st.characters(codec="ascii", min_codepoint=32)
NOTHING_KNOWN = KnownIds({}, frozenset())


class Core(yaml.SafeLoader):
    """Reads YAML 1.2 as editors do: only these words are more than text."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for sort, words in {
    "bool": "true|True|TRUE|false|False|FALSE",
    "int": "[-+]?[0-9]+",
    "float": r"[-+]?[0-9]+\.[0-9]+",
    "null": "~|null|Null|NULL|",
}.items():
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{sort}", re.compile(rf"(?:{words})\Z"), None)


def seen_by_editors(text: str) -> Any:
    """Return what an editor makes of the text of a file."""
    return yaml.load(text, Core)  # noqa: S506  # a safe loader with fewer rules


def mistakes(schema: dict[str, Any], text: str) -> list[str]:
    """Return where the text of a file does not fit a schema, each with the rule that it breaks."""
    found = Draft202012Validator(schema).iter_errors(seen_by_editors(text))
    return sorted(f"{each.json_path} {each.validator}" for each in found)


@pytest.fixture(scope="module")
def schemas() -> dict[str, dict[str, Any]]:
    return schemas_of(known_in(load(SOURCE)))


def is_read(alias: Any, text: str) -> bool:
    """Return whether reading takes a text, but for days that are in no calendar."""
    try:
        TypeAdapter(alias).validate_python(text)
    except ValidationError as error:
        return error.errors()[0]["type"] == "no_such_day"
    return True


def fits(pattern: str, text: str) -> bool:
    """Return whether a pattern fits a text. What somebody writes may hold any sort of space."""
    flags = re.ASCII if r"\S" not in pattern[:6] else re.NOFLAG
    return re.fullmatch(pattern, text, flags) is not None


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_is_one(kind: str) -> None:
    """The schema of each kind is valid by the standard, and leads to no definition that it lacks."""
    schema = schema_of(KINDS[kind], NOTHING_KNOWN)
    Draft202012Validator.check_schema(schema)
    used = set(re.findall(r"'#/\$defs/([^']+)'", repr(schema)))
    assert used - set(schema["$defs"]) == set()


@pytest.mark.parametrize("pattern", FORMS)
@given(data=st.data())
def test_a_pattern_fits_what_reading_takes(pattern: str, data: st.DataObject) -> None:
    """The pattern of each form of text lets exactly those texts through that reading does."""
    likely = st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True, alphabet=PRINTED)
    text = data.draw(st.one_of(SIGNS, likely))
    assert fits(pattern, text) == is_read(FORMS[pattern], text)


@pytest.mark.parametrize("kind", KINDS)
def test_the_worked_example_fits(kind: str, tmp_path: Path) -> None:
    """What the guide shows of each kind is right to an editor too, once all of the examples are there."""
    for each in KINDS:
        path, text = worked_example(each)
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    schema = schema_of(KINDS[kind], known_in(load(tmp_path)))
    assert mistakes(schema, worked_example(kind)[1]) == []


def test_every_record_of_the_fixture_fits(schemas: dict[str, dict[str, Any]]) -> None:
    """Nothing in a partnership without mistakes is marked as one."""
    records = load(SOURCE)
    assert records.problems == ()
    found = {
        key: mistakes(schemas[key[0]], (SOURCE / each.file).read_text("utf-8"))
        for key, each in records.loaded.items()
    }
    assert len(found) > 5
    assert [(key, each) for key, each in found.items() if each] == []


MEETING = "title: Executive\ngroup: executive\ndate: 2026-03-12\nstatus: draft\n"

WRONG: dict[str, tuple[str, str]] = {
    "an unknown key": ("chiar: abara\n", "$ additionalProperties"),
    "an unknown person": ("minute_taker: nobody\n", "$.minute_taker enum"),
    "an unknown group": ("with_groups: nobody\n", "$.with_groups anyOf"),
    "a word outside a list": ("kind: usual\n", "$.kind enum"),
    "a day in words": ("until: 12 March\n", "$.until pattern"),
    "a number for a day": ("until: 2026\n", "$.until type"),
    "a truth value": (
        "items:\n  - {id: a, title: A, actions: [{id: b, text: C, implied: true}]}\n",
        "$.items[0].actions[0].implied type",
    ),
    "a negative count": ("public_present:\n  number: -1\n", "$.public_present.number minimum"),
    "an empty title": ('series: ""\n', "$.series pattern"),
    "a key without a value": ("series:\n", "$.series type"),
    "a mapping for a text": ("summary: {a: b}\n", "$.summary type"),
    "an unknown reason": ("withhold:\n  reason: whim\n", "$.withhold.reason enum"),
    "a field that cannot be withheld": (
        "withhold_fields:\n  status:\n    reason: personal\n",
        "$.withhold_fields additionalProperties",
    ),
    "the id, which is the name of the file": ("id: a\n", "$ additionalProperties"),
}


@pytest.mark.parametrize("mistake", WRONG)
def test_a_mistake_is_marked(mistake: str, schemas: dict[str, dict[str, Any]]) -> None:
    """A wrong key, word, id or form is marked where it stands; the same record without it is not."""
    line, where = WRONG[mistake]
    found = mistakes(schemas["meetings"], MEETING + line)
    assert mistakes(schemas["meetings"], MEETING) == []
    assert found == [where]


def test_a_missing_key_is_marked(schemas: dict[str, dict[str, Any]]) -> None:
    """A record needs the keys that reading needs."""
    assert mistakes(schemas["meetings"], "title: Executive\n") == ["$ required"] * 3


def test_the_ids_are_those_of_the_project(schemas: dict[str, dict[str, Any]]) -> None:
    """An owner can be each person, body, group and post there is, and all partners."""
    found = schemas["meetings"]["$defs"]["id-of-people-or-organizations-or-groups-or-posts-or-all"]["enum"]
    assert {"abara", "council", "executive", "all"} < set(found)
    assert [each for each in found if "/" in each] != []


def test_an_id_of_digits_may_be_a_number() -> None:
    """Editors read the id 2026 as a number, and that is no mistake."""
    schema = schema_of(KINDS["groups"], KnownIds({"groups": frozenset({"2026"})}, frozenset()))
    base = "name: A\nkind: board\n"
    assert mistakes(schema, base + "parent: 2026\n") == []
    assert mistakes(schema, base + 'parent: "2026"\n') == []
    assert mistakes(schema, base + "parent: 2027\n") == ["$.parent enum"]


def test_parts_of_a_record_with_mistakes_are_not_marked(tmp_path: Path) -> None:
    """While a record cannot be read, its actions may be named: reading says nothing of them either."""
    project = copy_to(tmp_path)
    broken = project / "data/meetings/2026-01-15-executive.yml"
    update = "{action: 2026-01-15-executive/unheard-of, status: open}"
    line = f"items:\n  - {{id: a, title: A, updates: [{update}]}}\n"
    whole = schema_of(KINDS["meetings"], known_in(load(project)))
    broken.write_text("title: [", "utf-8")
    torn = schema_of(KINDS["meetings"], known_in(load(project)))
    assert mistakes(whole, MEETING + line) == ["$.items[0].updates[0].action enum"]
    assert mistakes(torn, MEETING + line) == []


def test_descriptions_say_who_sees_a_key(schemas: dict[str, dict[str, Any]]) -> None:
    """An editor shows what a key is, and who sees it, in the words of the guide."""
    keys = schemas["people"]["properties"]
    assert keys["contact"]["description"] == "How the office reaches the person. Office only."
    assert schemas["groups"]["properties"]["name"]["description"] == "The full name. Public."
    assert keys["public_id"]["patternErrorMessage"].startswith("A public id is")
