"""What must hold between the chairs of a group: one at a time, and a handover that is still ahead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from problems import Problem, Severity, Wording
from records.kind import Key, Locate
from records.periods import is_before, line_of

TWO_CHAIRS = Wording(
    "two-chairs",
    "Two people are `chair` of this group at the same time: the other is at {other}.",
    "Correct `since` or `until` of one of them, or write `co-chair` for both if they share the chair.",
)
HANDOVER_FIRST = Wording(
    "handover-before-chair",
    "The next handover of the chair is before the present chair began: see {other}.",
    "Write the day of the next handover, or remove the line until it is known.",
    Severity.WARNING,
)


def one_chair(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each two seats of a chair that are held by two at the same time.

    On the day of a handover both may be in the chair.
    """
    for key, group in _groups(records):
        chairs = [each for each in enumerate(group.members) if each[1].role == "chair" and not each[1].vacant]
        for (first, one), (second, other) in combinations(chairs, 2):
            if _holder(one) != _holder(other) and _at_once(one, other):
                place = locate(key, ("members", second))
                yield TWO_CHAIRS.at(place, other=line_of(locate(key, ("members", first))))


def _holder(seat: Any) -> tuple[str | None, ...]:
    return (seat.person, seat.post, seat.organization, seat.name)


def _at_once(one: Any, other: Any) -> bool:
    """Return whether two seats are certain to overlap by more than a day, month or year of handover.

    Whoever leaves last was certainly there when the other left, unless it is not known since when.
    """
    if one.until is None and other.until is None:
        return True
    if one.until is None or (other.until is not None and is_before(other.until, one.until)):
        one, other = other, one
    return other.since is not None and is_before(other.since, one.until or "")


def handover_ahead(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each next handover that is before the newest chair who has one began."""
    for key, group in _groups(records):
        begun = [
            (seat.since, position)
            for position, seat in enumerate(group.members)
            if seat.role == "chair" and seat.since and not seat.until
        ]
        since, position = max(begun, default=("", 0))
        if group.next_handover and since and is_before(group.next_handover, since):
            place = locate(key, ("next_handover",))
            yield HANDOVER_FIRST.at(place, other=line_of(locate(key, ("members", position))))


def _groups(records: Mapping[Key, Any]) -> Iterator[tuple[Key, Any]]:
    return ((key, record) for key, record in records.items() if key[0] == "groups")
