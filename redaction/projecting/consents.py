"""Who has agreed to be named: without it, a risk shows the posts of its owners and never their names."""

from __future__ import annotations

from typing import Any

from records.fields import Model
from records.parts.risks import Risk
from redaction.projecting.naming import UNKNOWN_ROLE

_NAMING = frozenset({"id", "name"})
"""What of a printed person is the name, or leads to it."""


def names_people(model: Model) -> bool:
    """Return whether the public values of a model may name people."""
    return not isinstance(model, Risk) or model.owner_may_be_named


def without_names(value: Any) -> Any:
    """Return plain public values in which every person is shown by post, or by nothing, at any depth."""
    if isinstance(value, list):
        return [without_names(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    if value.get("kind") == "person":
        return {"role": UNKNOWN_ROLE} | {name: each for name, each in value.items() if name not in _NAMING}
    return {name: without_names(inner) for name, inner in value.items()}
