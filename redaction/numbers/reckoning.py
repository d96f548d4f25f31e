"""What somebody can reckon out who knows sums and the bands of their counts, as `auditing.py` asks it."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from redaction.numbers.counts import Band

Bands = dict[Hashable, Band]

Way = dict[Hashable, int]
"""One way to fit all sums: a number for each count."""

ROUNDS = 60
"""After each sum was looked at so often, bands are narrow enough to go on with."""

TRIES = 400
"""So many tries, and no more, to find a first way to fit all sums."""

NEARBY = 60
"""A first way has small numbers rather than the middle of a band without an end."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A count that is the sum of others."""

    total: Hashable
    parts: tuple[Hashable, ...]

    def signs(self) -> Iterator[tuple[Hashable, int]]:
        """Yield the counts of the sum, each with 1 for a part and -1 for the total."""
        yield self.total, -1
        yield from ((part, 1) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums that hang together, in the forms in which they are asked."""

    all: tuple[Sum, ...]

    beside: Mapping[Hashable, tuple[tuple[int, int], ...]]
    """For each count the numbers of the sums that it is in, each with its sign."""

    links: tuple[tuple[tuple[Hashable, int, int | None, int], ...], ...]
    """For each sum the counts that can mend it: each with its sign, and the other sum that it is in, if any,
    with its sign there. A count in more than two sums is left as it is."""

    meet_once: bool
    """Whether there is only one way through the sums from any count to any other."""


@dataclass(frozen=True, slots=True)
class Space:
    """The bands of counts, and the sums that must hold in them."""

    bands: Bands
    sums: Sums


def together(sums: tuple[Sum, ...]) -> Sums:
    """Return sums in the forms in which they are asked."""
    beside: dict[Hashable, tuple[tuple[int, int], ...]] = {}
    for number, each in enumerate(sums):
        for key, sign in each.signs():
            beside[key] = (*beside.get(key, ()), (number, sign))
    links = tuple(tuple(_links(number, each, beside)) for number, each in enumerate(sums))
    return Sums(sums, beside, links, _meet_once(sums))


def _links(
    number: int, one: Sum, beside: Mapping[Hashable, tuple[tuple[int, int], ...]]
) -> Iterator[tuple[Hashable, int, int | None, int]]:
    for key, sign in one.signs():
        others = [each for each in beside[key] if each[0] != number]
        if not others:
            yield key, sign, None, 0
        elif len(others) == 1:
            yield key, sign, *others[0]


def narrowed(space: Space, turned: Hashable | None = None) -> Bands | None:
    """Return the bands as far as each sum narrows them; None if no numbers can fit.

    Where the sums meet once, this is all that can be reckoned out; else it may be less than that. With a
    `turned` count all others are narrowed already.
    """
    here = dict(space.bands)
    sums = space.sums.all
    first = (
        range(len(sums)) if turned is None else [number for number, _ in space.sums.beside.get(turned, ())]
    )
    waiting = deque(first)
    left = ROUNDS * len(sums)
    while waiting and left:
        left -= 1
        number = waiting.popleft()
        changed = _narrow(sums[number], here)
        if changed is None:
            return None
        for key in changed:
            waiting += [other for other, _ in space.sums.beside[key] if other not in waiting]
    return here


def _narrow(one: Sum, here: Bands) -> list[Hashable] | None:
    """Narrow the bands of one sum in place, and return whose band changed; None if no numbers can fit."""
    lows = sum(here[part][0] for part in one.parts)
    highs = sum(here[part][1] for part in one.parts)
    low, high = here[one.total]
    total = (max(low, lows), min(high, highs))
    if total[0] > total[1]:
        return None
    changed = [one.total] if total != (low, high) else []
    here[one.total] = total
    for part in one.parts:
        low, high = here[part]
        band = (max(low, total[0] - highs + high), min(high, total[1] - lows + low))
        if band[0] > band[1]:
            return None
        if band != (low, high):
            here[part] = band
            lows += band[0] - low
            highs += band[1] - high
            changed.append(part)
    return changed


def ways_found(
    space: Space, need: Mapping[Hashable, int], known: Sequence[Way], turned: Hashable
) -> list[Way] | None:
    """Return ways to fit all sums in which each count has as many different numbers as it needs.

    The bands are narrowed already; `known` are ways that fit wider bands, of which that of `turned` was cut.
    None where such ways were not found, though there may be some.
    """
    ways = [way for way in known if _is_within(way[turned], space.bands[turned])]
    if not ways:
        moved = (_moved_into(way, turned, space) for way in known)
        ways = [way for way in [next((way for way in moved if way is not None), None)] if way is not None]
    if not ways:
        return None
    for key, many in need.items():
        found = {way[key] for way in ways}
        for step in (1, -1):
            way: Way | None = ways[0]
            while way is not None and len(found) < many:
                way = pushed(way, key, step, space)
                if way is not None and way[key] not in found:
                    found.add(way[key])
                    ways.append(way)
        if len(found) < many:
            return None
    return ways


def pushed(way: Way, key: Hashable, step: int, space: Space) -> Way | None:
    """Return a way in which one number goes up or down by a step, and others make up for it; else None."""
    here = dict(way)
    here[key] += step
    if not _is_within(here[key], space.bands[key]):
        return None
    over = {number: sign * step for number, sign in space.sums.beside.get(key, ())}
    while over:
        number, amount = next(iter(over.items()))
        mending = _mending(here, key, number, over, space)
        if mending is None:
            return None
        end, changes = mending
        most = min(
            abs(amount),
            abs(over[end]) if end is not None else abs(amount),
            *(_slack(here[each], up, space.bands[each]) for each, up in changes),
        )
        for each, up in changes:
            here[each] += up * most
            if not _is_within(here[each], space.bands[each]):
                return None
        for mended in (number, end):
            if mended is not None:
                over[mended] -= most if over[mended] > 0 else -most
        over = {each: by for each, by in over.items() if by}
    return here


def _is_within(value: int, band: Band) -> bool:
    return band[0] <= value <= band[1]


def _slack(value: int, up: int, band: Band) -> int:
    """Return by how much a number can go up, or down."""
    return band[1] - value if up > 0 else value - band[0]


def _moved_into(way: Way, key: Hashable, space: Space) -> Way | None:
    """Return a way in which the number of one count lies in its band, which it does not yet."""
    low, high = space.bands[key]
    step = low - way[key] if way[key] < low else high - way[key]
    wider = {**space.bands, key: (min(low, way[key]), max(high, way[key]))}
    # Other numbers may lie outside the bands that follow from this one, and are brought in by the same move.
    loose = {each: (min(low, way[each]), max(high, way[each])) for each, (low, high) in wider.items()}
    moved = pushed(way, key, step, Space(loose, space.sums))
    if moved is None or not all(_is_within(moved[each], band) for each, band in space.bands.items()):
        return None
    return moved


_Place = tuple[int, int]
"""A sum, and whether it is over or under."""

_Changes = list[tuple[Hashable, int]]
"""Counts, each with 1 if it goes up and -1 if it goes down."""


def _mending(
    way: Way, fixed: Hashable, start: int, over: Mapping[int, int], space: Space
) -> tuple[int | None, _Changes] | None:
    """Return changes by one that mend a sum that is over or under, and the other sum that they mend too.

    A count in one sum alone takes a change up; one in two hands it on.
    """
    first = (start, 1 if over[start] > 0 else -1)
    came: dict[_Place, tuple[_Place, Hashable, int] | None] = {first: None}
    waiting = deque([first])
    while waiting:
        here = waiting.popleft()
        number, over_by = here
        for key, own, there, theirs in space.sums.links[number]:
            up = -own * over_by
            if key == fixed or way[key] == space.bands[key][up > 0]:
                continue
            if there is None:
                return None, _path(came, here, (key, up))
            after = (there, theirs * up)
            if over.get(there, 0) * after[1] < 0:
                return there, _path(came, here, (key, up))
            if after not in came:
                came[after] = (here, key, up)
                waiting.append(after)
    return None


def _path(
    came: Mapping[_Place, tuple[_Place, Hashable, int] | None], here: _Place, last: tuple[Hashable, int]
) -> _Changes:
    """Return the changes that lead to here, and one more."""
    changes = [last]
    while (before := came[here]) is not None:
        here = before[0]
        changes.append(before[1:])
    return changes


def first_way(space: Space) -> Way | None:
    """Return one way to fit all sums; None if none was found."""
    return _fitting(space, [TRIES])


def _fitting(space: Space, left: list[int], turned: Hashable | None = None) -> Way | None:
    if left[0] <= 0:
        return None
    left[0] -= 1
    here = narrowed(space, turned)
    if here is None:
        return None
    wide = [key for key, (low, high) in here.items() if low < high]
    if not wide:
        return {key: low for key, (low, _) in here.items()}
    key = min(wide, key=lambda each: here[each][1] - here[each][0])
    low, high = here[key]
    first = (low + min(high, low + NEARBY)) // 2
    for band in ((first, first), (low, first - 1), (first + 1, high)):
        if band[0] <= band[1]:
            way = _fitting(Space({**here, key: band}, space.sums), left, key)
            if way is not None:
                return way
    return None


def _meet_once(sums: Sequence[Sum]) -> bool:
    above: dict[Hashable, Hashable] = {}

    def top(key: Hashable) -> Hashable:
        while above.get(key, key) != key:
            key = above[key]
        return key

    for number, each in enumerate(sums):
        for key, _ in each.signs():
            one, other = top(("sum", number)), top(("count", key))
            if one == other:
                return False
            above[one] = other
    return True
