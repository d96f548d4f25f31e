"""Popolo: the shapes of its specification, and nobody whom the public does not see by name."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from editions.datasets import Dataset
from macros.open_data.popolo import popolo
from tests.macros.open_data.small import HOSTILE, small, source, titled
from tests.macros.samples import sample

DATE = {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
TEXT = {"type": "string", "minLength": 1}


def shape(*needed: str, **properties: Any) -> dict[str, Any]:
    """Return the schema of a list of objects with these properties and no others."""
    return {
        "type": "array",
        "items": {
            "type": "object",
            "properties": properties,
            "required": [*needed],
            "additionalProperties": False,
        },
    }


NAMES = shape("name", name=TEXT, note=TEXT, start_date=DATE, end_date=DATE)
LINKS = shape("url", url={"type": "string", "pattern": "^https?://"}, note=TEXT)
SHAPES = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "persons": shape("id", "name", id=TEXT, name=TEXT, sort_name=TEXT),
        "organizations": shape(
            "id",
            "name",
            id=TEXT,
            name=TEXT,
            other_names=NAMES,
            classification=TEXT,
            parent_id=TEXT,
            founding_date=DATE,
            dissolution_date=DATE,
            links=LINKS,
        ),
        "posts": shape(
            "id",
            "label",
            "organization_id",
            id=TEXT,
            label=TEXT,
            role=TEXT,
            organization_id=TEXT,
            start_date=DATE,
            end_date=DATE,
        ),
        "memberships": shape(
            "organization_id",
            label=TEXT,
            role=TEXT,
            member={"type": "object"},
            person_id=TEXT,
            organization_id=TEXT,
            post_id=TEXT,
            on_behalf_of_id=TEXT,
            start_date=DATE,
            end_date=DATE,
        ),
    },
}
"""What the schemas of Popolo 1.0 say of what we use. A property that they do not know is an error here."""


def read(dataset: Dataset | None = None) -> dict[str, list[dict[str, Any]]]:
    """Return the four lists of the file."""
    found: dict[str, list[dict[str, Any]]] = json.loads(popolo(source(dataset)))
    return {name: found.get(name, []) for name in ("persons", "organizations", "posts", "memberships")}


@pytest.mark.parametrize("dataset", [small(), sample(), Dataset(), *map(titled, HOSTILE)])
def test_the_file_has_the_shapes_of_popolo(dataset: Dataset) -> None:
    """Its lists and all in them are as the specification says."""
    jsonschema.validate(read(dataset), SHAPES)


@pytest.mark.parametrize("dataset", [small(), sample()])
def test_every_id_that_is_named_is_there(dataset: Dataset) -> None:
    """Nothing leads nowhere, and no id is given twice."""
    found = read(dataset)
    ids = {name: [each["id"] for each in found[name]] for name in ("persons", "organizations", "posts")}
    assert all(len(each) == len(set(each)) for each in ids.values())
    for each in found["memberships"]:
        assert each["organization_id"] in ids["organizations"]
        assert each.get("person_id", ids["persons"][0] if ids["persons"] else None) in [*ids["persons"], None]
        assert each.get("post_id") in {*ids["posts"], None}
        assert each.get("on_behalf_of_id") in {*ids["organizations"], None}
        assert "person_id" in each or each["member"]["id"] in ids["organizations"]


def test_only_named_people_are_people() -> None:
    """Somebody shown by role is no person here; neither is an empty seat a membership."""
    found = read()
    assert found["persons"] == [{"id": "people/p-aaaaaaaa", "name": "Ada Rook", "sort_name": "Rook, Ada"}]
    assert "p-bbbbbbbb" not in json.dumps(found)
    seats = [each for each in found["memberships"] if each["organization_id"] == "groups/executive"]
    assert seats == [
        {
            "person_id": "people/p-aaaaaaaa",
            "organization_id": "groups/executive",
            "on_behalf_of_id": "organizations/council",
            "role": "chair",
            "start_date": "2025-04",
        },
        {
            "member": {"id": "organizations/council", "name": "Larkmere Council"},
            "organization_id": "groups/executive",
            "role": "member",
        },
    ]


def test_a_post_is_held_by_its_holder() -> None:
    """The post on record and the membership of whoever holds it lead to each other."""
    found = read()
    (post,) = found["posts"]
    assert (post["id"], post["role"]) == ("organizations/council/director", "lead-safeguarding-partner")
    (held,) = [each for each in found["memberships"] if each.get("post_id")]
    assert (held["person_id"], held["post_id"], held["start_date"]) == (
        "people/p-aaaaaaaa",
        post["id"],
        "2024-01-08",
    )
