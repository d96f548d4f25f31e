"""What the pages of indicators need: periods in words, and the series side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass

from editions.kinds.indicators import PublicIndicator
from editions.parts.figures import PublicBreakdown, PublicPoint, PublicSmallNumbers
from macros.language.formats import day, money, number, percent, quarter
from macros.language.formats import years as written_years
from macros.language.languages import ENGLISH, Language
from macros.views.lookups import Lookups

_QUARTER = re.compile(r"(\d{4})(-\d{2})?-Q([1-4])", re.ASCII)
_MONTHS_OF_YEAR = 12
_YEARS = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Row:
    """The figures for one time: of the indicator, and of each series it is compared with."""

    period: str
    """In words."""

    point: PublicPoint | None
    compared: tuple[PublicPoint | None, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of all categories of a breakdown for one time."""

    period: str
    """In words."""

    points: tuple[PublicPoint | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A breakdown with its figures by time."""

    breakdown: PublicBreakdown
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    """What is said of categories and figures, each with the name before it."""


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """An indicator with what its page needs."""

    indicator: PublicIndicator
    rows: tuple[Row, ...]
    tables: tuple[Table, ...]
    """The breakdowns."""

    latest: PublicPoint | None
    """The newest point that has a figure."""

    counts_people: bool
    rounding: PublicSmallNumbers
    """How numbers of people are shown."""

    has_notes: bool
    """Whether there is anything to say beside a figure."""


def view_indicator(indicator: PublicIndicator, language: Language = ENGLISH) -> IndicatorView:
    """Return an indicator with what its page needs."""
    figures = [each for each in indicator.points if point_words(each, indicator)]
    compared = [point for other in indicator.comparisons for point in other.points]
    return IndicatorView(
        indicator=indicator,
        rows=_rows(indicator, language),
        tables=tuple(_table(each, language) for each in indicator.breakdowns),
        latest=figures[-1] if figures else None,
        counts_people=indicator.unit == "people" or any(point.of is not None for point in indicator.points),
        rounding=indicator.small_numbers or PublicSmallNumbers(),
        has_notes=any(point.note or point.missing for point in (*indicator.points, *compared)),
    )


def indicators(lookups: Lookups, priority: str | None = None) -> tuple[IndicatorView, ...]:
    """Return the indicators by title, all or those of one priority."""
    found = lookups.dataset.records(PublicIndicator)
    chosen = [each for each in found if priority is None or priority in each.priorities]
    return tuple(
        view_indicator(each, lookups.language)
        for each in sorted(chosen, key=lambda each: each.title.casefold())
    )


def period_words(period: str, language: Language = ENGLISH) -> str:
    """Return the time of a figure in words: `2025-26-Q2` as July to September 2025."""
    matched = _QUARTER.fullmatch(period)
    if matched:
        first = (int(matched[3]) - 1) * 3 + (3 if matched[2] else 0)
        year = int(matched[1]) + first // 12
        number_of = first % 12 + 1
        return quarter(language, f"{year}-{number_of:02}", f"{year}-{number_of + 2:02}")
    years = _YEARS.fullmatch(period)
    if years and not 1 <= int(years[2]) <= _MONTHS_OF_YEAR:
        return written_years(language, period)
    return day(language, period)


def figure(value: str, indicator: PublicIndicator, language: Language = ENGLISH) -> str:
    """Return a figure with the sign of its unit: 63%, £1,200. Others have theirs in the heading."""
    if indicator.unit == "money":
        return money(language, value)
    return percent(language, value) if indicator.unit == "percent" else number(language, value)


def point_words(point: PublicPoint, indicator: PublicIndicator, language: Language = ENGLISH) -> str:
    """Return the figure of a point in words; empty where it has none."""
    words = [figure(each, indicator, language) for each in (point.share, point.value) if each is not None]
    if point.people is not None:
        people = number(language, point.people)
        if point.of is not None:
            whole = number(language, point.of)
            people = language.gettext("%(part)s of %(whole)s") % {"part": people, "whole": whole}
        words.append(people)
    return ", ".join(words)


def _rows(indicator: PublicIndicator, language: Language) -> tuple[Row, ...]:
    """Return the points by time: those of the indicator in its order, then times that only others have."""
    periods = [point.period for point in indicator.points]
    periods += [point.period for other in indicator.comparisons for point in other.points]
    return tuple(
        Row(
            period_words(period, language),
            _at(indicator.points, period),
            tuple(_at(other.points, period) for other in indicator.comparisons),
        )
        for period in dict.fromkeys(periods)
    )


def _table(breakdown: PublicBreakdown, language: Language) -> Table:
    """Return a breakdown with a line for each time for which a category has a point."""
    categories = breakdown.categories
    periods = dict.fromkeys(point.period for each in categories for point in each.points)
    lines = (
        Line(period_words(period, language), tuple(_at(each.points, period) for each in categories))
        for period in sorted(periods)
    )
    notes = (
        f"{each.name}: {said}"
        for each in categories
        for said in (each.note, *(words for point in each.points for words in (point.missing, point.note)))
        if said
    )
    return Table(breakdown, tuple(lines), tuple(dict.fromkeys(notes)))


def _at(points: tuple[PublicPoint, ...], period: str) -> PublicPoint | None:
    return next((point for point in points if point.period == period), None)
