"""What comes out of what, from a priority to what came of it: no two things come out of each other.

Only what says that one thing comes out of another counts here. That an item deals with an action of a plan,
which a decision of that very item changes, is no circle.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from problems import Problem, Wording
from records.fields import Model
from records.kind import Key, Locate
from records.parts.actions import Action, Decision
from records.parts.items import Item
from records.parts.planning import PlanAction
from records.parts.recommendations import Recommendation, RecommendationResponse
from records.periods import is_before, line_of
from records.shapes import Path, models_in

CIRCLE = Wording(
    "circular-thread",
    "What is named here comes itself out of what names it, so that nothing is first: {circle}. The other "
    "places: {others}.",
    "Take out the reference that is wrong: what came later names what came before it.",
)
CONTINUES_LATER = Wording(
    "continues-later",
    "This item goes on from an item of a later meeting: see {other}.",
    "Write `continues` at the later of the two items, or correct the day of a meeting.",
)

Named = tuple[str, str]
"""A sort of thing and its name: `("decisions", "2026-01-22-executive/toolkit")`."""

_SORTS: Mapping[type[Model], str] = {
    Item: "items",
    Decision: "decisions",
    Action: "actions",
    PlanAction: "plan-actions",
    Recommendation: "recommendations",
}
_COMES_FROM: Mapping[type[Model], Mapping[str, str]] = {
    Item: {"continues": "items"},
    Decision: {"plan_actions": "plan-actions", "recommendations": "recommendations"},
    Action: {
        "decisions": "decisions",
        "plan_actions": "plan-actions",
        "recommendations": "recommendations",
    },
    PlanAction: {
        "continues": "plan-actions",
        "decisions": "decisions",
        "recommendations": "recommendations",
    },
}
"""The fields that name what something comes out of, with the sort that each names."""

_LEADS_TO = {"actions": "actions", "plan_actions": "plan-actions"}
"""The fields of an answer that name what came of the recommendation."""


@dataclass(frozen=True, slots=True)
class _Step:
    """That one thing comes out of another, with where that is said."""

    earlier: Named
    later: Named
    key: Key
    path: Path


def no_circular_thread(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield one problem for each circle of things that come out of each other, with all its places."""
    steps = [step for key, record in sorted(records.items()) for step in _steps(key, record)]
    yield from _continues_later(records, steps, locate)
    after: dict[Named, list[_Step]] = {}
    for step in steps:
        after.setdefault(step.earlier, []).append(step)
    for circle in _circles(after):
        first, *others = (locate(step.key, step.path) for step in circle)
        names = [circle[0].earlier, *(step.later for step in circle)]
        yield CIRCLE.at(
            first,
            circle=" → ".join(f"`{name}`" for _, name in names),
            others=", ".join(map(line_of, others)) or line_of(first),
        )


def _continues_later(records: Mapping[Key, Any], steps: list[_Step], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each item that goes on from an item of a later meeting."""
    for step in steps:
        earlier = records.get(("meetings", step.earlier[1].partition("/")[0]))
        if step.earlier[0] == step.later[0] == "items" and earlier is not None:
            own = records[step.key]
            if is_before(own.date, earlier.date):
                other = line_of(locate(("meetings", step.earlier[1].partition("/")[0]), ("date",)))
                yield CONTINUES_LATER.at(locate(step.key, step.path), other=other)


def _steps(key: Key, record: Any) -> Iterator[_Step]:
    """Yield what a record says of what comes out of what, in the order of its file."""
    answered: Named | None = None
    for path, model in models_in(record):
        if isinstance(model, RecommendationResponse):
            for field, sort in _LEADS_TO.items():
                for position, name in enumerate(getattr(model, field)):
                    if answered is not None:
                        yield _Step(answered, (sort, name), key, (*path, field, position))
            continue
        sort_here = _SORTS.get(type(model))
        if sort_here is None:
            continue
        here = (sort_here, f"{key[1]}/{getattr(model, 'id', '')}")
        answered = here if isinstance(model, Recommendation) else answered
        for field, sort in _COMES_FROM.get(type(model), {}).items():
            value = getattr(model, field)
            for position, name in enumerate(value if isinstance(value, tuple) else (value,)):
                if name is not None:
                    at = (*path, field, position) if isinstance(value, tuple) else (*path, field)
                    yield _Step((sort, name), here, key, at)


def _circles(after: Mapping[Named, list[_Step]]) -> Iterator[tuple[_Step, ...]]:
    """Yield the steps of each circle, each circle once."""
    settled: set[Named] = set()
    for start in sorted(after):
        trail: list[_Step] = []
        waiting = [iter(after.get(start, ()))] if start not in settled else []
        while waiting:
            step = next(waiting[-1], None)
            if step is None:
                waiting.pop()
                settled.add(trail.pop().later if trail else start)
                continue
            met = [start, *(each.later for each in trail)]
            if step.later in met:
                yield (*trail[met.index(step.later) :], step)
            elif step.later not in settled:
                trail.append(step)
                waiting.append(iter(after.get(step.later, ())))
