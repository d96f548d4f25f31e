"""Comparing two public records: whether the newer one tells the public less."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

_NOTICE = re.compile(r"\[\[withheld ([a-z0-9-]+)\]\]")


def withholds_more(earlier: Mapping[str, Any], later: Mapping[str, Any]) -> bool:
    """Return whether a later public record withholds anything that an earlier one showed.

    That is so when it has more notices of some reason, or when a part with an id is gone. Words that were
    merely rewritten are a correction.
    """
    gone = set(_parts(earlier)) - set(_parts(later))
    more = Counter(_notices(later)) - Counter(_notices(earlier))
    return bool(gone or more)


PRINTED = frozenset({"person", "post", "organization", "group", "all"})
"""The kinds of what is printed by name, whose id is that of another record."""


def is_part(value: Any) -> bool:
    """Return whether plain public values are a part of a record with an id of its own."""
    return (
        isinstance(value, Mapping) and isinstance(value.get("id"), str) and value.get("kind") not in PRINTED
    )


def _notices(value: Any) -> Iterator[str]:
    """Yield the reason of each notice in plain public values."""
    if isinstance(value, str):
        yield from _NOTICE.findall(value)
    elif isinstance(value, Mapping):
        withheld = value.get("withheld")
        if isinstance(withheld, Mapping):
            yield f"{withheld.get('what')} {withheld.get('reason')}"
        for each in value.get("withheld_fields", ()):
            yield f"field {each.get('field')} {each.get('reason')}"
        for inner in value.values():
            yield from _notices(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _notices(inner)


def _parts(value: Any, way: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the way to every part that has an id, by names of fields and ids."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _parts(inner, (*way, name))
    elif isinstance(value, list):
        for inner in value:
            if is_part(inner):
                yield (*way, inner["id"])
                yield from _parts(inner, (*way, inner["id"]))
