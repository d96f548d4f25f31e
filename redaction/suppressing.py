"""People whose names were taken off the site, so that every new edition shows them by role as well."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from records.kinds.people import Person
from records.loading import Loaded, Records


def suppress(records: Records, suppressed: Collection[str]) -> Records:
    """Return the records with everybody who has one of these public ids shown by role."""
    if not suppressed:
        return records
    return replace(records, loaded={key: _by_role(each, suppressed) for key, each in records.loaded.items()})


def _by_role(loaded: Loaded, suppressed: Collection[str]) -> Loaded:
    if loaded.kind != "people" or loaded.plain.get("public_id") not in suppressed:
        return loaded
    record = loaded.record
    by_role = record.model_copy(update={"show": "role"}) if isinstance(record, Person) else None
    return replace(loaded, plain={**loaded.plain, "show": "role"}, record=by_role)
