"""The counts of people in a report: what adds up to what, and which an indicator has too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from records.parts.figures import Span, span_of
from redaction.numbers.reckoning import Sum

Plain = Mapping[str, Any]
Path = tuple[str | int, ...]
Key = tuple[Any, ...]
"""One count: the names of the figure and of its part, `now` or `before`, and `people` or `of`."""

COLUMNS = ("now", "before")
FIELDS = ("of", "people")
OTHERS = "others"
"""Stands for whoever is in no part, or in the whole and not in the share."""


def shown_in(plain: Plain) -> dict[Key, tuple[Path, Any]]:
    """Return every count of people among the figures of a report with where it stands, whole before part."""
    found = {
        (series, column, field): ((*path, column, field), each[column][field])
        for series, path, each in _series(plain)
        for column in COLUMNS
        for field in FIELDS
        if field in each.get(column, {})
    }
    return {key: found[key] for key in sorted(found, key=lambda key: (len(key[0]), key[2] == "people"))}


def sums_in(plain: Plain) -> Iterator[Sum]:
    """Yield what adds up: the parts of a figure, and a share with those outside it."""
    every = list(_series(plain))
    for series, _, each in every:
        inside = [other for other, _, _ in every if len(other) > len(series) and other[0] == series[0]]
        rest = [] if each.get("whole") else [(series[0], OTHERS)]
        for column in COLUMNS:
            if {"of", "people"} <= each.get(column, {}).keys():
                yield Sum((series, column, "of"), ((series, column, "people"), (series, column, OTHERS)))
            for field in FIELDS if len(series) == 1 and inside else ():
                parts = tuple((other, column, field) for other in (*inside, *rest))
                yield Sum((series, column, field), parts)


def in_indicators(plain: Plain) -> Iterator[tuple[Key, str | None, str, Span, str]]:
    """Yield each count of a whole figure, shown or not, with its indicator, name, time and field."""
    for series, _, each in _series(plain):
        for column in COLUMNS if len(series) == 1 else ():
            for span in _times(plain, column):
                for field in FIELDS:
                    if field in each.get(column, {}):
                        yield (
                            (series, column, field),
                            each.get("indicator"),
                            each.get("name", ""),
                            span,
                            field,
                        )


def _series(plain: Plain) -> Iterator[tuple[tuple[str, ...], Path, Plain]]:
    """Yield every figure and every part of one: its names, where it stands, and what is said of it."""
    seen: set[tuple[str, ...]] = set()
    for number, figure in enumerate(plain.get("figures", ())):
        path: Path = ("figures", number)
        name = _name((figure.get("name", ""),), number, seen)
        yield name, path, figure
        for position, part in enumerate(figure.get("parts", ())):
            own = _name((*name, part.get("name", "")), position, seen)
            yield own, (*path, "parts", position), part


def _name(name: tuple[str, ...], number: int, seen: set[tuple[str, ...]]) -> tuple[str, ...]:
    """Return a name that no other has, and remember it."""
    own = name if name not in seen else (*name[:-1], f"{name[-1]}, {number}")
    seen.add(own)
    return own


def _times(plain: Plain, column: str) -> Iterator[Span]:
    """Yield the period of a column, and the day on which it ends: some figures are those of that day."""
    span = _span(plain)
    if span is None:
        return
    if column == "before":
        span = Span(_months_later(span, -span.months), span.months)
    yield span
    yield Span(_months_later(span, span.months) - timedelta(days=1), 0)


def _months_later(span: Span, months: int) -> Any:
    month = span.starts.year * 12 + span.starts.month - 1 + months
    return span.starts.replace(year=month // 12, month=month % 12 + 1)


def _span(plain: Plain) -> Span | None:
    """Return the period that a report is about; None where it does not say, or not in whole months."""
    try:
        if plain.get("years"):
            return span_of(plain["years"])
        first, last = span_of(plain["period_from"]), span_of(plain["period_until"])
    except (KeyError, ValueError):
        return None
    ends = last.starts + timedelta(days=1) if not last.months else _months_later(last, last.months)
    months = (ends.year - first.starts.year) * 12 + ends.month - first.starts.month
    return Span(first.starts, months) if first.starts.day == ends.day == 1 and months > 0 else None
