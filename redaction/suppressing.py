"""People whose names were taken off the site, so that every new edition shows them by role as well."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from records.kinds.people import Person
from records.loading import Loaded, Records


def suppress(records: Records, suppressed: Collection[str]) -> Records:
    """Return the records with everybody who has one of these public ids shown by role."""
    if not suppressed:
        return records
    return replace(records, loaded={key: _by_role(each, suppressed) for key, each in records.loaded.items()})


def is_suppressed(person: Mapping[str, Any], suppressed: Collection[str]) -> bool:
    """Return whether the name of a person was taken off; true also where no id can be read in its place."""
    public_id = person.get("public_id")
    return isinstance(public_id, dict | list) or public_id in suppressed


def _by_role(loaded: Loaded, suppressed: Collection[str]) -> Loaded:
    if loaded.kind != "people" or not is_suppressed(loaded.plain, suppressed):
        return loaded
    record = loaded.record
    by_role = record.model_copy(update={"show": "role"}) if isinstance(record, Person) else None
    return replace(loaded, plain={**loaded.plain, "show": "role"}, record=by_role)
