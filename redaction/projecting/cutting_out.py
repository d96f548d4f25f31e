"""Taking a part out of public values: the part itself, what places it, and what names it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from editions.fields import PublicRecord
from editions.kinds import PUBLIC_KINDS
from records.fields import Model
from records.kinds import KINDS
from redaction.comparing import is_part
from redaction.values import fields_of


def part_ids(value: Any) -> Iterator[str]:
    """Yield the ids of the parts of plain public values that can be taken out: entries of lists."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from part_ids(inner)
    elif isinstance(value, list):
        for inner in value:
            if isinstance(inner, dict):
                if is_part(inner):
                    yield inner["id"]
                yield from part_ids(inner)


def shown_parts(value: Any) -> frozenset[str]:
    """Return the ids of the parts that plain public values show in full."""
    found: set[str] = set()
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Mapping):
            if is_part(here) and "withheld" not in here:
                found.add(here["id"])
            waiting += here.values()
        elif isinstance(here, list):
            waiting += here
    return frozenset(found)


def titles_of(value: Any, part: str) -> Iterator[str]:
    """Yield the titles of the parts of this id in plain public values."""
    if isinstance(value, dict):
        if is_part(value) and value["id"] == part and isinstance(value.get("title"), str):
            yield value["title"]
        for inner in value.values():
            yield from titles_of(inner, part)
    elif isinstance(value, list):
        for inner in value:
            yield from titles_of(inner, part)


def without_part(kind: str, record_id: str, plain: dict[str, Any], part: str) -> PublicRecord | None:
    """Return a public record without a part; None when it cannot do without."""
    cut = _without(plain, part, f"{record_id}/{part}", KINDS[kind].model, within=False)
    try:
        return PUBLIC_KINDS[kind].model_validate(cut)
    except ValidationError:
        return None


def _without(value: Any, part: str, far: str, model: type[Model] | None, *, within: bool) -> Any:
    """Return plain values without the part of this id, every mark that places it, and all that names it.

    `far` is the part as other records name it; `model` is that of the private values, which knows what names
    a part of its own record; `within` says whether this is the value of such a field.
    """
    if isinstance(value, dict):
        known = fields_of(model) if model is not None else {}
        return {
            name: _without(
                inner,
                part,
                far,
                known[name].model if name in known else None,
                within=name in known and known[name].within,
            )
            for name, inner in value.items()
            if inner != far and not (inner == part and name in known and known[name].within)
        }
    if isinstance(value, list):
        return [
            _without(inner, part, far, model, within=within)
            for inner in value
            if inner != far
            and not (inner == part and within)
            and not (is_part(inner) and inner["id"] == part)
        ]
    if isinstance(value, str):
        return value.replace(f"[[action {part}]]", "").replace(f"[[decision {part}]]", "")
    return value
