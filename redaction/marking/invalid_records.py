"""What is wrong with the marks of records that have other mistakes too, so that all is said at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from problems import Problem
from records.loading import Records
from records.shapes import Path
from redaction.marking.marks import lex


def damaged_marks(records: Records) -> Iterator[Problem]:
    """Yield what is wrong with the marks in each record that cannot be projected yet.

    Without a valid record nobody knows which fields are public, so every text is looked at. Without a policy
    there are no reasons to compare, and nothing is said.
    """
    if records.policy is None:
        return
    reasons = frozenset(reason.id for reason in records.policy.reasons)
    for loaded in records.loaded.values():
        if loaded.record is None:
            for path, text in _texts(loaded.plain, ()):
                yield from lex(text, loaded.place_of_text(path), reasons).problems


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, (*path, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*path, number))
