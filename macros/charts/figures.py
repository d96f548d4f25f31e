"""The figures of an indicator over time, as bars or, where there are many or others beside, as lines."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from editions.kinds.indicators import PublicIndicator
from editions.parts.figures import PublicPoint, PublicTarget
from macros.charts.charts import Chart
from macros.charts.marks import Aim, Part, Row, Scale, Series, bars, lines, scale_of, stroke, swatch
from macros.charts.shapes import Mark, Picture, Rule
from macros.language.formats import months, short_months
from macros.language.languages import ENGLISH, Language
from macros.views.indicators import figure, period_words, point_words

FEWEST = 2
"""Fewer figures than this are no series to be drawn."""

MANY = 12
"""From more figures than this on, lines are easier to follow than bars."""

MOST_LINES = 4
"""So many lines can be told apart without colours."""

PER_CENT = Scale(tuple(map(Decimal, (0, 25, 50, 75, 100))))

Span = tuple[Decimal, Decimal]


def figures_chart(
    indicator: PublicIndicator, plain: Callable[[str], str], language: Language = ENGLISH
) -> Chart | None:
    """Return the chart of an indicator; None with too few figures. `plain` makes words of a marked line.

    A percentage that is shown as a span is drawn from end to end: a bar to its middle would say more.
    Per cent always run from 0 to 100.
    """
    spans = [span_of(each) for each in indicator.points]
    if sum(each is not None for each in spans) < FEWEST:
        return None
    target = indicator.targets[-1] if indicator.targets else None
    aim = _aim(target, indicator, language) if target else None
    others = _others(indicator)
    shown = [*spans, *(value for each in others for value in each.values)]
    known = [end for each in shown if each for end in each]
    inside = all(0 <= each <= PER_CENT.ticks[-1] for each in known)
    fixed = PER_CENT if indicator.unit == "percent" and inside else None
    scale = fixed or scale_of([*known, *([aim.value] if aim else [])], whole=indicator.unit == "people")
    name = plain(indicator.title)
    as_lines = bool(others) or len(spans) > MANY
    return Chart(
        id=f"figures-{indicator.id}",
        title=name,
        description=_description(language, as_lines=as_lines),
        picture=_lines(indicator, spans, others, scale, aim, language=language)
        if as_lines
        else _bars(indicator, spans, scale, aim, language),
        key=_key(indicator, others, plain, language, as_lines=as_lines),
        head=(language.gettext("Time"), name, *(plain(each.name) for each in indicator.comparisons)),
        rows=tuple(_cells(each, indicator, language) for each in indicator.points),
    )


def _description(language: Language, *, as_lines: bool) -> str:
    if as_lines:
        return language.gettext(
            "A line from left to right, the newest on the right. The table has the same figures."
        )
    return language.gettext("A bar for each time, the earliest at the top. The table has the same figures.")


def _cells(point: PublicPoint, indicator: PublicIndicator, language: Language) -> tuple[str, ...]:
    """Return the row of the table for the time of a point: the figure here and those elsewhere."""
    elsewhere = ({each.period: each for each in other.points} for other in indicator.comparisons)
    beside = (found.get(point.period) for found in elsewhere)
    said = (_said(each, indicator, language) if each else "" for each in beside)
    return period_words(point.period, language), _said(point, indicator, language), *said


def span_of(point: PublicPoint) -> Span | None:
    """Return between which numbers the figure of a point lies, twice the same if it is shown as one number.

    None where there is nothing to draw. Of a number of people that is shown as a span, the words say it all.
    """
    if point.share is None and point.people is not None and not point.people.isdecimal():
        return None
    text = point.share or point.people or point.value
    if text is None:
        return None
    ends = [Decimal(each) for each in text.split(" to ")]
    return ends[0], ends[-1]


def _bars(
    indicator: PublicIndicator,
    spans: list[Span | None],
    scale: Scale,
    aim: Aim | None,
    language: Language,
) -> Picture:
    rows = [
        Row(
            _short(point.period, language),
            _said(point, indicator, language),
            (_parts(span, point),) if span else (),
        )
        for point, span in zip(indicator.points, spans, strict=True)
    ]
    return bars(rows, scale, lambda each: figure(f"{each:f}", indicator, language), aim)


def _parts(span: Span, point: PublicPoint) -> tuple[Part, ...]:
    low, high = span
    sure = Part(Decimal(0), low, "broken" if point.provisional else "full")
    return tuple(each for each in (sure, Part(low, high, "lined")) if each.start != each.end)


def _lines(
    indicator: PublicIndicator,
    spans: list[Span | None],
    others: tuple[Series, ...],
    scale: Scale,
    aim: Aim | None,
    *,
    language: Language,
) -> Picture:
    periods = [_short(each.period, language) for each in indicator.points]
    series = (Series("", tuple(spans)), *others)
    return lines(series, periods, scale, lambda each: figure(f"{each:f}", indicator, language), aim)


def _others(indicator: PublicIndicator) -> tuple[Series, ...]:
    """Return the same figure elsewhere, at the times of the indicator, where it has two or more."""
    found = []
    for other in indicator.comparisons:
        at = {point.period: span_of(point) for point in other.points}
        values = tuple(at.get(point.period) for point in indicator.points)
        if sum(each is not None for each in values) >= FEWEST:
            found.append(Series(other.name, values))
    return tuple(found[: MOST_LINES - 1])


def _key(
    indicator: PublicIndicator,
    others: tuple[Series, ...],
    plain: Callable[[str], str],
    language: Language,
    *,
    as_lines: bool,
) -> tuple[tuple[tuple[Mark, ...], str], ...]:
    """Return what needs explaining: which line is whose, what is a span, what may still change."""
    known = [span for point in indicator.points if (span := span_of(point))]
    key: list[tuple[tuple[Mark, ...], str]] = []
    if others:
        key = [(stroke(1), plain(indicator.area) if indicator.area else language.gettext("Here"))]
        key += [(stroke(number), plain(each.name)) for number, each in enumerate(others, 2)]
    if any(low != high for low, high in known):
        shown: tuple[Mark, ...] = (
            (Rule("50%", "0.1em", "50%", "1.1em", "span"),) if as_lines else swatch("lined")
        )
        key.append((shown, language.gettext("Somewhere between the two ends")))
    if not as_lines and any(point.provisional and span_of(point) for point in indicator.points):
        key.append((swatch("broken"), language.gettext("May still change")))
    return tuple(key)


def _aim(target: PublicTarget, indicator: PublicIndicator, language: Language) -> Aim | None:
    if target.value is None:
        return None
    words = language.gettext("target %(figure)s") % {"figure": figure(target.value, indicator, language)}
    return Aim(Decimal(target.value), words)


def _said(point: PublicPoint, indicator: PublicIndicator, language: Language) -> str:
    if point.share:
        words = figure(point.share, indicator, language)
    else:
        words = point_words(point, indicator, language)
    if words:
        return f"{words}*" if point.provisional else words
    withheld = point.withheld is not None or point.withheld_fields
    return language.gettext("withheld") if withheld else language.gettext("no figure")


def _short(period: str, language: Language) -> str:
    """Return the time of a figure in few words: Jul to Sep 2025."""
    words = period_words(period, language)
    for number, month in months(language).items():
        words = words.replace(month, short_months(language)[number])
    return words
