"""Leaving out what was taken down without trace, so that no later edition of another names it again."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

from editions.fields import PublicRecord
from editions.kinds import KINDS
from editions.published import Published
from editions.resolving import without
from redaction.projecting.cutting_out import part_ids

R = TypeVar("R", bound=PublicRecord)


def still_gone(names: Collection[str], published: Published) -> frozenset[str]:
    """Return the names, as KIND/ID or KIND/ID/PART, of what nobody has published again since."""
    return frozenset(name for name in names if not _is_public(name, published))


def people_among(names: Collection[str]) -> frozenset[str]:
    """Return the public ids of the people among what was taken down."""
    parts = (name.split("/") for name in names)
    return frozenset(rest[0] for kind, *rest in parts if kind == "people" and len(rest) == 1)


def left_out(record: R, names: Collection[str]) -> R | None:
    """Return a public record without references to what was taken down, or itself if it has none.

    None when the record cannot do without one.
    """
    return without(record, leading_to(names), people_among(names)) if names else record


def leading_to(names: Collection[str]) -> Callable[[str, str], bool]:
    """Return whether a reference, given its sort and the name in it, leads to one of these or into it."""
    targets = [(kind, name) for kind, _, name in (each.partition("/") for each in names) if kind in KINDS]

    def leads(sort: str, name: str) -> bool:
        return any(_leads(sort, name, kind, target) for kind, target in targets)

    return leads


def _leads(sort: str, name: str, kind: str, target: str) -> bool:
    if sort == kind:
        return name == target
    return sort in KINDS[kind].parts and (name == target if "/" in target else name.startswith(f"{target}/"))


def _is_public(name: str, published: Published) -> bool:
    kind, _, rest = name.partition("/")
    record_id, _, part = rest.partition("/")
    history = published.histories.get((kind, record_id))
    plain = history.newest.record if history else None
    return plain is not None and (not part or part in part_ids(plain))
