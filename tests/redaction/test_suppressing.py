"""Whoever was taken off the site by name is shown by role in every new edition."""

from __future__ import annotations

from dataclasses import replace

import pytest

from records.kinds.people import Person
from redaction.projecting.projection import project
from redaction.searching.publicity import is_shown_by_name
from redaction.suppressing import suppress
from tests.redaction.in_memory import records_of

RECORDS = records_of(
    {
        ("people", "abara"): {"public_id": "p-aaaaaaa1", "name": "Ife Abara", "show": "name"},
        ("people", "brice"): {"public_id": "p-aaaaaaa2", "name": "Tom Brice", "show": "name"},
        ("people", "broken"): None,
        ("groups", "executive"): {"name": "Executive", "kind": "executive"},
    }
)


def test_one_person_is_shown_by_role_and_all_else_stays() -> None:
    found = suppress(RECORDS, {"p-aaaaaaa1"})
    abara = found.get("people", "abara")
    assert isinstance(abara, Person)
    assert (abara.show, found.loaded["people", "abara"].plain["show"]) == ("role", "role")
    assert "name" not in str(project(found, "people", "abara").record).replace("name=None", "")
    others = [key for key in RECORDS.loaded if key != ("people", "abara")]
    assert [found.loaded[key] is RECORDS.loaded[key] for key in others] == [True] * len(others)


def test_without_a_takedown_the_records_are_the_same() -> None:
    assert suppress(RECORDS, ()) is RECORDS


def test_a_record_with_mistakes_stays_without_a_form() -> None:
    """What stands in its file is by role all the same."""
    loaded = RECORDS.loaded["people", "broken"]
    loaded.plain["public_id"] = "p-aaaaaaa3"
    found = suppress(RECORDS, {"p-aaaaaaa3"}).loaded["people", "broken"]
    assert (found.plain["show"], found.record) == ("role", None)


@pytest.mark.parametrize("suppressed", [(), frozenset({"p-aaaaaaa3"})])
def test_whoever_has_a_list_for_an_id_is_not_named(suppressed: frozenset[str]) -> None:
    """A slip of indentation makes a list of it; nobody can tell then whether the name was taken off."""
    loaded = RECORDS.loaded["people", "broken"]
    broken = replace(loaded, plain={"public_id": ["p-aaaaaaa3"], "name": "Una Marsh", "show": "name"})
    records = replace(RECORDS, loaded={**RECORDS.loaded, ("people", "broken"): broken})
    found = suppress(records, suppressed).loaded["people", "broken"]

    assert (found.plain["show"] == "role") == bool(suppressed)
    assert not is_shown_by_name(broken, records, suppressed)
