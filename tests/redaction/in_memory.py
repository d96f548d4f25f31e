"""Records that were never in a file, for tests that ask one function."""

from __future__ import annotations

from typing import Any

from records.kinds import KINDS
from records.loading import Loaded, Records
from records.yaml_files import nodes

POLICY = {"reasons": [{"id": "personal", "words": "about a person"}], "names_from": "manager"}


def records_of(made: dict[tuple[str, str], dict[str, Any] | None]) -> Records:
    """Return records of plain values by kind and id, and a policy unless there is one; None is not valid."""
    everything = {("policy", "policy"): POLICY, **made}
    return Records(
        {
            key: Loaded(
                *key, f"data/{key[0]}/{key[1]}.yml", plain or {}, nodes.Mapping((), 1, 1), _record(key, plain)
            )
            for key, plain in everything.items()
        }
    )


def _record(key: tuple[str, str], plain: dict[str, Any] | None) -> Any:
    return None if plain is None else KINDS[key[0]].model.model_validate({"id": key[1], **plain})
