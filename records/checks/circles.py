"""Records that name each other in a circle: a group that reports to itself, by way of others or directly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from problems import Problem
from records import model_messages as messages
from records.kind import Check, Key, Locate


def circles_in(following: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield each circle among names that lead to one other each: its names, the first again at the end."""
    settled: set[str] = set()
    for start in sorted(following):
        trail: list[str] = []
        here = start
        while here in following and here not in settled and here not in trail:
            trail.append(here)
            here = following[here]
        if here in trail:
            yield (*trail[trail.index(here) :], here)
        settled.update(trail)


def no_circles(kind: str, field: str) -> Check:
    """Return the check that yields one problem for each circle of records that name each other in a field."""

    def check(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
        following = {
            key[1]: getattr(record, field)
            for key, record in records.items()
            if key[0] == kind and getattr(record, field)
        }
        for circle in circles_in(following):
            place = locate((kind, circle[0]), (field,))
            yield messages.CYCLE.at(place, field=field, circle=" → ".join(circle))

    return check
