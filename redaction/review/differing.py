"""What changed in the public values of a record since its newest edition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from redaction.comparing import is_part
from redaction.review.pairs import Line, Way, lines_of

Sort = Literal["new", "changed", "gone"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One public value that is not as it was."""

    way: Way
    """Where it stands now; for what is gone, where it stood."""

    sort: Sort
    before: tuple[Line, ...] = ()
    """What the edition said."""


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything that changed since an edition."""

    found: tuple[Difference, ...] = field(default=())

    def at(self, way: Way) -> Difference | None:
        """Return what changed at a place, in it, or in all that it stands in."""
        inside = []
        for each in self.found:
            if way[: len(each.way)] == each.way and (each.sort == "new" or each.way == way):
                return Difference(way, each.sort, each.before)
            if each.way[: len(way)] == way:
                inside.append(each)
        if not inside:
            return None
        return Difference(way, "changed", tuple(line for each in inside for line in each.before))

    @property
    def gone(self) -> tuple[Difference, ...]:
        """What the edition said, and the public would not see any more."""
        return tuple(each for each in self.found if each.sort == "gone")


def differences(earlier: Any, later: Any) -> Differences:
    """Return what changed between the plain public values of an edition and those of now."""
    return Differences(tuple(_differing(earlier, later, ())))


def _differing(earlier: Any, later: Any, way: Way) -> Iterator[Difference]:
    if earlier == later:
        return
    if isinstance(earlier, Mapping) and isinstance(later, Mapping):
        for name, value in later.items():
            if name in earlier:
                yield from _differing(earlier[name], value, (*way, name))
            else:
                yield Difference((*way, name), "new")
        for name in earlier:
            if name not in later:
                yield Difference((*way, name), "gone", tuple(lines_of(earlier[name])))
    elif isinstance(earlier, list) and isinstance(later, list):
        yield from _differing_lists(earlier, later, way)
    else:
        yield Difference(way, "changed", tuple(lines_of(earlier)))


def _differing_lists(earlier: list[Any], later: list[Any], way: Way) -> Iterator[Difference]:
    """Yield what changed in a list: parts are known by id, others by being the same or by their order."""
    left = list(earlier)
    partners: dict[int, Any] = {}
    for position, value in enumerate(later):
        same = next((each for each in left if _is_same(each, value)), None)
        if same is not None:
            partners[position] = same
            left.remove(same)
    for position, value in enumerate(later):
        here = (*way, str(position + 1))
        if position not in partners and left and not is_part(value) and not is_part(left[0]):
            partners[position] = left.pop(0)
        if position in partners:
            yield from _differing(partners[position], value, here)
        else:
            yield Difference(here, "new")
    for value in left:
        name = value["id"] if is_part(value) else ""
        yield Difference((*way, name), "gone", tuple(lines_of(value)))


def _is_same(earlier: Any, later: Any) -> bool:
    if is_part(earlier) and is_part(later):
        return bool(earlier["id"] == later["id"])
    return bool(earlier == later)
