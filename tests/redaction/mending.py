"""Taking out of made-up records what the checks between values and records object to."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from problems import Problem, errors
from records.fields import Model
from records.kinds import KINDS
from records.loading import Records, load
from redaction.values import fields_of
from tests.redaction.fitting import Plain, without
from tests.redaction.writing import write

Key = tuple[str, str]
MOST_ROUNDS = 30


def mended(records: dict[Key, Plain]) -> dict[Key, Plain]:
    """Return the records without the values of which a check says that they do not fit.

    A name that nothing has from the beginning stays, so that a test can find it.
    """
    records = {key: _without_empty(plain) for key, plain in json_copy(records).items()}
    for number in range(MOST_ROUNDS):
        told = errors(loaded(records).problems)
        wrong = [problem for problem in told if number or problem.code not in GENERAL]
        # From the end on, so that places in lists stay right; and one at a place, which may settle others.
        chosen = {(problem.place.file, problem.place.field[:-1]): problem for problem in wrong[::-1]}
        for problem in sorted(chosen.values(), key=lambda each: -each.place.line):
            key = next(key for key in records if _file(key) == problem.place.file)
            records[key] = _without_place(KINDS[key[0]].model, records[key], problem)
        if not chosen:
            break
    return records


GENERAL = frozenset({"unknown-reference", "unknown-reference-meant", "same-id", "circle"})
"""Codes of mistakes that no made-up record may have."""


def loaded(records: dict[Key, Plain]) -> Records:
    """Return records as they are read from files."""
    with tempfile.TemporaryDirectory() as folder:
        return load(write(records, Path(folder)))


def json_copy(records: dict[Key, Plain]) -> dict[Key, Plain]:
    """Return a copy of records that shares nothing with them."""
    return {key: json.loads(json.dumps(plain)) for key, plain in records.items()}


def _file(key: Key) -> str:
    return f"data/{KINDS[key[0]].path_of(key[1])}"


def _without_place(model: type[Model], plain: Plain, problem: Problem) -> Plain:
    """Return values without the smallest part around a place that can be left out."""
    changed: Plain | None = _gone(model, plain, list(problem.place.field))
    assert changed is not None, f"cannot mend {problem}"
    assert changed != plain, f"cannot mend {problem}"
    return changed


def _without_empty(value: Any) -> Any:
    """Return values without empty mappings, which nobody can write."""
    if isinstance(value, dict):
        return {name: _without_empty(inner) for name, inner in value.items() if inner != {}}
    return [_without_empty(inner) for inner in value] if isinstance(value, list) else value


def _gone(model: type[Model], plain: Any, steps: list[str]) -> Any:
    """Return the values without the place, perhaps none at all; None when they cannot be without it."""
    if not steps or not isinstance(plain, dict) or steps[0] not in plain:
        return None
    name, *rest = steps
    known = fields_of(model)[name]
    value = plain[name]
    if isinstance(value, list) and rest:
        at = next(
            (
                position
                for position, each in enumerate(value)
                if str(position + 1) == rest[0] or (isinstance(each, dict) and each.get("id") == rest[0])
            ),
            None,
        )
        if at is not None:
            inner = _gone(known.model, value[at], rest[1:]) if known.model and rest[1:] else None
            members = [*value[:at], *([inner] if inner else []), *value[at + 1 :]]
            if members:
                return {**plain, name: members}
    elif known.model is not None and rest:
        inner = _gone(known.model, value, rest)
        if inner:
            return {**plain, name: inner}
    return None if known.required else without(plain, name)
