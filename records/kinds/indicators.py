"""Indicators: figures that show over time whether children are safer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Annotated, Any, ClassVar, Literal

from problems import Problem, Severity, Wording
from records.fields import (
    Answer,
    Line,
    PlanActionRef,
    PriorityRef,
    Prose,
    Public,
    RecommendationRef,
    one_or_more,
)
from records.kind import Key, Kind, Locate
from records.parts.actions import Parties
from records.parts.figures import Breakdown, Comparison, Period, Point, Span, Target, parts_of, span_of
from records.parts.items import Link
from records.periods import line_of
from records.shapes import Path, models_in
from records.withholding import Record, Withholdable

PEOPLE_NEEDED = Wording(
    "figure-needs-people",
    "The unit, at {other}, is people, and this figure stands under `value`, where everybody would see it.",
    "Write it under `people`: the public then sees it coarsely.",
)
VALUE_NEEDED = Wording(
    "figure-needs-value",
    "This figure is a number of people, and the unit, at {other}, is another.",
    "Write it under `value`, or write `unit: people`.",
)
TWO_FIGURES = Wording(
    "figure-twice",
    "There are two figures here, or a figure and a reason why there is none: see {other}.",
    "Keep one of `value`, `people` and `missing`.",
)
NO_FIGURE = Wording(
    "figure-missing",
    "There is no figure for this time.",
    "Write it under `value`, or `people` for a number of people, or say under `missing` why there is none.",
)
SAME_PERIOD = Wording(
    "period-twice",
    "There is already a figure for this time, at {other}.",
    "Keep the right one, or correct the period.",
)
PERIODS_ORDER = Wording(
    "periods-out-of-order",
    "This time is before that of the figure above it, at {other}.",
    "Put the figures in order of time, the oldest first.",
)
HOLE = Wording(
    "period-missing",
    "Between this figure and the one at {other} there are none for {missing} periods.",
    "Add them, or an entry for each with the reason under `missing`.",
    Severity.WARNING,
)
NO_DIRECTION = Wording(
    "target-without-direction",
    "There is a target, and `direction`, at {other}, says that neither more nor less is better.",
    "Write `direction: higher-better` or `direction: lower-better`, or take the target out.",
)
NO_PERCENTAGE = Wording(
    "not-a-percentage",
    "The unit, at {other}, is per cent, and this is less than 0 or more than 100.",
    "Correct the figure, or choose another unit, such as `rate`.",
)
NO_BASELINE = Wording(
    "baseline-without-figure",
    "The series has no figure for the time of the baseline.",
    "Correct the period of `baseline`, or add its figure under `points`.",
    Severity.WARNING,
)

OF_NEEDED = Wording(
    "share-without-whole",
    "The unit, at {other}, is per cent, and this is a number of people.",
    "Write under `of` of how many people they are a share: the public then sees the percentage. Or write the "
    "percentage itself under `value`.",
)
OF_ALONE = Wording(
    "whole-without-share",
    "`of` is for a share of people: with `people` beside it and `unit: percent`; the unit is at {other}.",
    "Write how many of them there are under `people`, or take `of` out.",
)
MORE_THAN_ALL = Wording(
    "share-above-whole",
    "These are more people than those of whom they are a share, at {other}.",
    "Correct whichever of the two is wrong.",
)
NOT_WHOLE = Wording(
    "breakdown-does-not-add-up",
    "The categories do not add up to the figure of the indicator for {period}.",
    "Correct the figure that is wrong, or take out `whole: yes`, if somebody is in no category or in two.",
)
WHOLE_CONCEALED = Wording(
    "whole-with-concealed",
    "Nobody may know of this part, and without it the others do not make up the whole: see {other}.",
    "Take out `whole: yes`, or withhold the part so that the public sees that there is one (`what: whole`).",
)
NOT_ADDED_UP = Wording(
    "periods-do-not-add-up",
    "The figures of the shorter periods do not add up to this one, for {period}.",
    "Correct the figure that is wrong, or take out `adds_up: yes`.",
)

_COUNTED = frozenset({"people", "percent"})
"""Units of which a figure can be a number of people."""

_WHOLE = 100
_STEPS = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}
"""How many months lie between two figures."""


class Indicator(Record):
    """A figure that is followed over time."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"id", "title", "unit", "direction"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"id", "unit", "direction"})

    title: Public[Line]
    """What is counted, in a few words."""

    definition: Public[Prose | None] = None
    """Exactly what is counted, and how."""

    why: Public[Prose | None] = None
    """Why it is followed, and what it does not show."""

    taken_from: Public[Line | None] = None
    """Where the figures come from."""

    kept_by: Public[Parties] = ()
    """Who keeps them."""

    area: Public[Line | None] = None
    """What area they are for, if it is not that of the partnership."""

    unit: Public[
        Literal["people", "number", "percent", "rate", "days", "weeks", "months", "hours", "money", "score"]
    ]
    """What its figures are. With `people` each figure stands under `people`, else under `value`."""

    unit_words: Public[Line | None] = None
    """The unit in full: per 10,000 children, a year."""

    direction: Public[Literal["higher-better", "lower-better", "neither"]]
    """Whether more or less is better; `neither` where a rise or a fall can mean either."""

    frequency: Public[Literal["monthly", "quarterly", "half-yearly", "yearly", "irregular"] | None] = None
    """How often there is a figure. If it is left out, holes in the series are not looked for."""

    priorities: Public[tuple[PriorityRef, ...]] = ()
    """The priorities it belongs to."""

    plan_actions: Public[tuple[PlanActionRef, ...]] = ()
    """The actions of plans that it measures."""

    recommendations: Public[Annotated[tuple[RecommendationRef, ...], one_or_more()]] = ()
    """The recommendations of reports and reviews of which it shows what came."""

    baseline: Public[Period | None] = None
    """The time with which later figures are compared. Its figure stands under `points`."""

    targets: Public[tuple[Target, ...]] = ()
    """What it is to reach."""

    points: Public[tuple[Point, ...]] = ()
    """Its figures, the oldest first."""

    adds_up: Public[Answer] = False
    """Whether the figures of months or quarters add up to those of the year: so with events, not with numbers
    on a day."""

    breakdowns: Public[tuple[Breakdown, ...]] = ()
    """The same figures by age, by place, by need."""

    comparisons: Public[tuple[Comparison, ...]] = ()
    """The same figure elsewhere."""

    note: Public[Prose | None] = None
    """What the figures say, and what the partners do about it."""

    links: Public[tuple[Link, ...]] = ()
    """Pages elsewhere: the national figures."""


Series = tuple[Key, Indicator, Path, tuple[Point, ...]]
"""The points of an indicator, a comparison or a category, with the way to them."""


def _series(records: Mapping[Key, Any]) -> Iterator[Series]:
    for key, indicator in _indicators(records):
        yield key, indicator, ("points",), indicator.points
        for position, each in enumerate(indicator.comparisons):
            yield key, indicator, ("comparisons", position, "points"), each.points
        for number, breakdown in enumerate(indicator.breakdowns):
            for position, category in enumerate(breakdown.categories):
                path: Path = ("breakdowns", number, "categories", position, "points")
                yield key, indicator, path, category.points


def _figures(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield each figure that does not fit the unit, that is none, or that is two."""
    for key, indicator, path, points in _series(records):
        unit = line_of(locate(key, ("unit",)))
        for position, point in enumerate(points):
            here = (*path, position)
            given = [name for name in ("value", "people", "missing") if getattr(point, name) is not None]
            if not given:
                yield NO_FIGURE.at(locate(key, here))
            elif len(given) > 1:
                other = line_of(locate(key, (*here, given[0])))
                yield TWO_FIGURES.at(locate(key, (*here, given[1])), other=other)
            if point.value is not None and indicator.unit == "people":
                yield PEOPLE_NEEDED.at(locate(key, (*here, "value")), other=unit)
            if point.people is not None and indicator.unit not in _COUNTED:
                yield VALUE_NEEDED.at(locate(key, (*here, "people")), other=unit)
            yield from _shares(key, indicator, here, point, locate)
            if indicator.unit == "percent" and point.value is not None and not 0 <= point.value <= _WHOLE:
                yield NO_PERCENTAGE.at(locate(key, (*here, "value")), other=unit)


def _shares(key: Key, indicator: Indicator, path: Path, point: Point, locate: Locate) -> Iterator[Problem]:
    """Yield what is wrong with a share of people and the number of all of whom it is a share."""
    unit = line_of(locate(key, ("unit",)))
    if indicator.unit == "percent" and point.people is not None and point.of is None:
        yield OF_NEEDED.at(locate(key, (*path, "people")), other=unit)
    if point.of is not None and (indicator.unit != "percent" or point.people is None):
        yield OF_ALONE.at(locate(key, (*path, "of")), other=unit)
    if point.of is not None and point.people is not None and point.people > point.of:
        yield MORE_THAN_ALL.at(locate(key, (*path, "people")), other=line_of(locate(key, (*path, "of"))))


def _breakdowns(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield each breakdown of the whole that does not add up, and what makes this impossible to see."""
    for key, indicator in _indicators(records):
        for number, breakdown in enumerate(indicator.breakdowns):
            path: Path = ("breakdowns", number)
            if breakdown.whole:
                hidden = [
                    where
                    for where, each in models_in(breakdown)
                    if isinstance(each, Withholdable) and each.is_concealed
                ]
                for where in hidden:
                    line = line_of(locate(key, (*path, "whole")))
                    yield WHOLE_CONCEALED.at(locate(key, (*path, *where)), other=line)
                for total in () if hidden else indicator.points:
                    if not _adds_up(total, breakdown):
                        yield NOT_WHOLE.at(locate(key, (*path, "name")), period=total.period)


def _adds_up(total: Point, breakdown: Breakdown) -> bool:
    """Return whether the categories make up the figure for one time, as far as each of them has one."""
    found = [point for each in breakdown.categories for point in each.points if _span(point) == _span(total)]
    for field in ("people", "of"):
        counts = [count for count in (getattr(point, field) for point in found) if count is not None]
        whole = getattr(total, field)
        if whole is not None and len(counts) == len(breakdown.categories) and sum(counts) != whole:
            return False
    return True


def _years(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield each figure that the periods within it do not add up to, where they should."""
    for key, indicator, path, points in _series(records):
        known = {_span(point): (position, point) for position, point in enumerate(points)}
        for span, (position, point) in known.items() if indicator.adds_up else ():
            for parts in parts_of(span, known):
                for field in ("people", "of", "value"):
                    counts = [getattr(known[each][1], field) for each in parts if each in known]
                    whole = getattr(point, field)
                    if whole is None or None in counts or len(counts) < len(parts):
                        continue
                    if sum(counts) != whole:
                        yield NOT_ADDED_UP.at(locate(key, (*path, position, field)), period=point.period)


def _periods(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield each period that stands twice or out of order, and each hole in a series."""
    for key, indicator, path, points in _series(records):
        first: dict[Span, int] = {}
        for position, point in enumerate(points):
            earlier = first.setdefault(span_of(point.period), position)
            if earlier != position:
                other = line_of(locate(key, (*path, earlier, "period")))
                yield SAME_PERIOD.at(locate(key, (*path, position, "period")), other=other)
        for position, (before, after) in enumerate(pairwise(map(_span, points)), 1):
            other = line_of(locate(key, (*path, position - 1, "period")))
            place = locate(key, (*path, position, "period"))
            if after.starts < before.starts:
                yield PERIODS_ORDER.at(place, other=other)
            elif missing := _missing_between(before, after, indicator):
                yield HOLE.at(place, other=other, missing=missing)


def _targets(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield each target without a direction or outside the unit, and a baseline that the series lacks."""
    for key, indicator in _indicators(records):
        if indicator.targets and indicator.direction == "neither":
            other = line_of(locate(key, ("direction",)))
            yield NO_DIRECTION.at(locate(key, ("targets",)), other=other)
        for position, target in enumerate(indicator.targets):
            if indicator.unit == "percent" and not 0 <= target.value <= _WHOLE:
                other = line_of(locate(key, ("unit",)))
                yield NO_PERCENTAGE.at(locate(key, ("targets", position, "value")), other=other)
        if indicator.baseline and span_of(indicator.baseline) not in set(map(_span, indicator.points)):
            yield NO_BASELINE.at(locate(key, ("baseline",)))


def _missing_between(before: Span, after: Span, indicator: Indicator) -> int:
    """Return how many periods have no entry between two that follow each other."""
    step = _STEPS.get(indicator.frequency or "")
    if step is None:
        return 0
    months = (after.starts.year - before.starts.year) * 12 + after.starts.month - before.starts.month
    return max(months // step - 1, 0)


def _span(point: Point) -> Span:
    return span_of(point.period)


def _indicators(records: Mapping[Key, Any]) -> Iterator[tuple[Key, Indicator]]:
    return ((key, record) for key, record in records.items() if isinstance(record, Indicator))


KIND = Kind(
    name="indicators",
    model=Indicator,
    word="indicator",
    title="What is counted",
    order=15,
    example={"id": "first-visits", "title": "First visits within ten days"},
    checks=(_figures, _periods, _targets, _breakdowns, _years),
)
