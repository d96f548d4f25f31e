"""Whether records hold anything private at all, by a look that knows nothing of models and marks.

It finds the fault of a harvest that finds nothing.
"""

from __future__ import annotations

from typing import Any

from records.loading import Records
from redaction.searching.folding import fold
from redaction.searching.terms import FEWEST, RUN

_PRIVATE_KEYS = frozenset({"office_note", "contact", "spellings"})


def has_secrets(records: Records) -> bool:
    """Return whether something plainly private stands in the records, by the crudest look there is."""
    return any(_looks_private(loaded.plain) for loaded in records.loaded.values())


def _looks_private(value: Any, key: str = "") -> bool:
    if isinstance(value, dict):
        held = "withhold" in value and isinstance(value.get("text"), str) and _is_long(value["text"])
        return held or any(
            _looks_private(inner, name if key not in _PRIVATE_KEYS else key) for name, inner in value.items()
        )
    if isinstance(value, list):
        return any(_looks_private(inner, key) for inner in value)
    if not isinstance(value, str):
        return False
    _, mark, rest = value.partition("[[redact ")
    return bool(mark and _is_long(rest.partition("|")[2].partition("]]")[0])) or (
        key in _PRIVATE_KEYS and _is_long(value)
    )


def _is_long(text: str) -> bool:
    words = fold(text).split()
    return sum(map(len, words)) >= FEWEST and len(words) <= RUN * 10_000
