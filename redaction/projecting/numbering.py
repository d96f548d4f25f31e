"""Numbers that are missing where something is concealed, which tell every reader that there is something."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

_NUMBER = re.compile(r"(.*?)(\d+)\D{0,2}", re.DOTALL)
"""What stands before the last number of a label or id, and that number: 4, 5.1, (3), item-5."""


def missing_in(members: Sequence[Any], kept: Collection[int]) -> Iterator[tuple[int, str]]:
    """Yield each member that is not among those kept, and its `label` or `id` whose number is then missing.

    A number is missing where a higher one follows in public, and what comes before it, if anything, is lower.
    At the end of a list nothing is missing.
    """
    for at in sorted({*range(len(members))}.difference(kept)) if len(kept) < len(members) else ():
        before = max((other for other in kept if other < at), default=None)
        after = min((other for other in kept if other > at), default=None)
        for name in ("label", "id") if after is not None else ():
            numbers = [
                _number(members[other], name) if other is not None else None for other in (before, at, after)
            ]
            if _is_missing(*numbers):
                yield at, name


def _number(member: Any, name: str) -> tuple[str, int] | None:
    text = getattr(member, name, None)
    found = _NUMBER.fullmatch(text) if isinstance(text, str) else None
    return (found[1], int(found[2])) if found else None


def _is_missing(before: tuple[str, int] | None, own: tuple[str, int] | None, after: Any) -> bool:
    """Return whether a number lies between those around it in the same series."""
    if own is None or after is None or own[0] != after[0] or own[1] >= after[1]:
        return False
    return before is None or before[0] != own[0] or before[1] < own[1]
