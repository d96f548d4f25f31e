"""How numbers become marks: bars, lines, a grid of signs, and an axis with round numbers.

Across, all is in per cent of the room there is; down, all is in heights of a letter. So a chart fits any
width, and grows with the reader's text, without a script and without letters that shrink.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from macros.charts.shapes import Box, Dot, Mark, Picture, Rule, Words
from macros.views.structure import measured, wrapped

ROOM = 18.0
"""Letters' heights across the narrowest picture, on a phone. Words are broken to fit it."""

LETTER = 0.8
"""How wide letters are here, as a share of those that `measured` thinks of, which are broad and bold."""

LINE = 1.4
"""Height of a line of words."""

STRIP, APART, BETWEEN = 0.95, 0.2, 0.7
"""Height of a bar, the space between two bars of a row, and that between two rows."""

LEFT, RIGHT = Decimal(16), Decimal(96)
"""Where the first and the last point of a line stand, past the words of the axis."""

DEEP = 11.0
"""Height of a picture of lines, without what stands above and below."""

_STEPS = tuple(map(Decimal, ("1", "2", "2.5", "5", "10")))
_PIECES = 4


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis: its ends, and the round numbers that stand at it."""

    ticks: tuple[Decimal, ...]

    def at(self, value: Decimal) -> Decimal:
        """Return how far along a value stands, in per cent; beyond an end, that end."""
        low, high = self.ticks[0], self.ticks[-1]
        return (min(max(value, low), high) - low) * 100 / (high - low)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar, between two values."""

    start: Decimal
    end: Decimal
    look: str


@dataclass(frozen=True, slots=True)
class Row:
    """Something that is counted, with a bar for each way in which it is."""

    label: str
    said: str
    """Its number in words, at the end of the line."""

    bars: tuple[tuple[Part, ...], ...]
    """The pieces of each bar. Without any, the words stand alone."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A value that is to be reached, drawn as a line across each bar."""

    value: Decimal
    said: str


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one line, at the same distances. None is a gap; two that differ are a span."""

    name: str
    values: tuple[tuple[Decimal, Decimal] | None, ...]


def scale_of(values: Iterable[Decimal], *, whole: bool = False) -> Scale:
    """Return an axis that holds nothing and all values, with three to six round numbers.

    `whole` is for what cannot be halved.
    """
    known = [Decimal(0), *values]
    low, high = min(known), max(known)
    if low == high:
        high = Decimal(1)
    rough = (high - low) / _PIECES
    unit = Decimal(1).scaleb(rough.adjusted())
    steps = [unit * each for each in _STEPS if not whole or (unit * each) % 1 == 0]
    step = next((each for each in steps if each >= rough), Decimal(1))
    first = int((low / step).to_integral_value(ROUND_FLOOR))
    last = int((high / step).to_integral_value(ROUND_CEILING))
    return Scale(tuple((step * each).normalize() for each in range(first, last + 1)))


def stacked(counts: Iterable[tuple[int, str]]) -> tuple[Part, ...]:
    """Return counts with their looks as the pieces of one bar, one after the other."""
    parts: list[Part] = []
    end = Decimal(0)
    for count, look in counts:
        if count:
            parts.append(Part(end, end + count, look))
            end += count
    return tuple(parts)


def bars(
    rows: Sequence[Row], scale: Scale, said: Callable[[Decimal], str], aim: Aim | None = None
) -> Picture:
    """Return rows of bars that lie, each under its words, over an axis; `said` makes words of its numbers."""
    front: list[Mark] = []
    top = y = LINE if aim else 0.0
    for row in rows:
        words, y = _named(row.label, row.said, y)
        front += words
        for bar in row.bars:
            front += (_piece(part, scale, y) for part in bar)
            front += _reached(scale.at(aim.value), y - 0.15, y + STRIP + 0.15) if aim else ()
            y += STRIP + APART
        y += BETWEEN - (APART if row.bars else 0)
    axis = [_upright(scale.at(each), top, y, "axis" if each == 0 else "grid") for each in scale.ticks]
    front += _numbers(scale, said, y + LINE - 0.2)
    if aim:
        front.append(_beside(scale.at(aim.value), LINE - 0.4, aim.said, "strong"))
    return Picture(_down(y + LINE + 0.2), (*axis, *front))


def lines(
    series: Sequence[Series],
    periods: Sequence[str],
    scale: Scale,
    said: Callable[[Decimal], str],
    aim: Aim | None = None,
) -> Picture:
    """Return lines from left to right, of which each has its own stroke and its own sign.

    No line is drawn through a gap or a span: where between its ends a number lies is not known.
    """

    def height(value: Decimal) -> float:
        return LINE + DEEP * (1 - float(scale.at(value)) / 100)

    places = [LEFT + (RIGHT - LEFT) * each / max(len(periods) - 1, 1) for each in range(len(periods))]
    bottom = LINE + DEEP
    marks: list[Mark] = []
    for tick in scale.ticks:
        marks.append(_level(height(tick), "axis" if tick == 0 else "grid"))
        marks.append(Words("0%", _down(height(tick) - 0.2), said(tick), look="quiet"))
    if aim:
        y = _down(height(aim.value))
        marks.append(Rule(_across(LEFT - 2), y, "100%", y, "aim dashed"))
        marks.append(Words("100%", _down(height(aim.value) - 0.3), aim.said, "end", "strong"))
    for number, each in enumerate(series, 1):
        marks += _line(each, places, height, number)
    ends = {0: "start", len(periods) - 1: "end"} if len(periods) > 1 else {0: "middle"}
    for place, anchor in ends.items():
        marks.append(_upright(places[place], bottom, bottom + 0.3, "axis"))
        marks.append(Words(_across(places[place]), _down(bottom + LINE + 0.1), periods[place], anchor))
    return Picture(_down(bottom + LINE + 0.5), tuple(marks))


def grid(heads: Sequence[tuple[str, ...]], rows: Sequence[tuple[str, str, tuple[str, ...]]]) -> Picture:
    """Return rows of signs, each under its words, with headings of several lines above the columns.

    A row is its label, its number in words, and the name of the sign in each column.
    """
    middles = [(Decimal(200) * each + 100) / (2 * max(len(heads), 1)) for each in range(len(heads))]
    marks: list[Mark] = [
        Words(_across(middle), _down((line + 1) * LINE - 0.35), text, "middle", "quiet")
        for middle, head in zip(middles, heads, strict=True)
        for line, text in enumerate(head)
        if text
    ]
    y = max(map(len, heads), default=0) * LINE
    for label, said, signs in rows:
        marks.append(_level(y + 0.15, "grid"))
        words, y = _named(label, said, y + 0.3)
        marks += words
        for middle, look in zip(middles, signs, strict=True):
            marks += sign(look, _across(middle), y)
        y += STRIP + BETWEEN / 2
    return Picture(_down(y + 0.1), tuple(marks))


def sign(name: str, x: str = "50%", y: float = 0.1) -> tuple[Mark, ...]:
    """Return the sign of a grid with this name, which no other sign is like in shape."""
    middle = _down(y + STRIP / 2)
    if name == "none":
        return (Words(x, _down(y + STRIP - 0.15), "\u2013", "middle", "quiet"),)
    if name == "block":
        return (Rule(x, _down(y), x, _down(y + STRIP), name),)
    outer = Dot(x, middle, _down(STRIP / 2 - 0.05), "full" if name == "full" else "empty")
    return (outer, Dot(x, middle, _down(STRIP / 4 - 0.02), "full")) if name == "inner" else (outer,)


def swatch(look: str) -> tuple[Mark, ...]:
    """Return a piece of a bar, for the key."""
    return (Box("0%", "0.1em", "100%", _down(STRIP), look),)


def stroke(number: int) -> tuple[Mark, ...]:
    """Return a piece of a line with its sign, for the key; the number is its place, from 1."""
    return (
        Rule("0%", "0.6em", "100%", "0.6em", f"line-{number}"),
        *_point(number, "50%", 0.6),
    )


def _named(label: str, said: str, y: float) -> tuple[list[Mark], float]:
    """Return the words of a row, and where they end. Long numbers have a line of their own."""
    beside = ROOM - measured(said, 1) - 0.5
    apart = beside < ROOM / 2
    texts = wrapped(label, LETTER, ROOM if apart else beside) or ("",)
    marks: list[Mark] = [
        Words("0%", _down(y + (number + 1) * LINE - 0.35), text) for number, text in enumerate(texts)
    ]
    if said:
        last = len(texts) + 1 if apart else 1
        anchor = "start" if apart else "end"
        marks.append(Words("0%" if apart else "100%", _down(y + last * LINE - 0.35), said, anchor, "strong"))
    return marks, y + (len(texts) + (apart and bool(said))) * LINE


def _line(
    series: Series, places: Sequence[Decimal], height: Callable[[Decimal], float], number: int
) -> Iterator[Mark]:
    """Yield the strokes of a line, then its signs and spans."""
    known = [
        (_across(place), height(low), height(high), high)
        for place, value in zip(places, series.values, strict=True)
        for low, high in [value or (Decimal(0), Decimal(0))]
    ]
    drawn = [value is not None for value in series.values]
    for (one, other), both in zip(pairwise(known), pairwise(drawn), strict=True):
        if all(both) and one[1] == one[2] and other[1] == other[2]:
            yield Rule(one[0], _down(one[1]), other[0], _down(other[1]), f"line-{number}")
    for (x, low, high, _), is_drawn in zip(known, drawn, strict=True):
        if is_drawn and low != high:
            yield Rule(x, _down(low), x, _down(high), "span")
        elif is_drawn:
            yield from _point(number, x, low)


def _point(number: int, x: str, y: float) -> tuple[Mark, ...]:
    """Return the sign of a line: a full or an empty circle, then a full or an empty square."""
    if number <= 2:  # noqa: PLR2004  # two circles
        return (Dot(x, _down(y), "0.3em", f"point-{number}"),)
    square = Rule(x, _down(y - 0.3), x, _down(y + 0.3), "square")
    inner = Rule(x, _down(y - 0.15), x, _down(y + 0.15), "hole")
    return (square,) if number == 3 else (square, inner)  # noqa: PLR2004  # the full one


def _piece(part: Part, scale: Scale, y: float) -> Box:
    low, high = sorted((scale.at(part.start), scale.at(part.end)))
    return Box(_across(low), _down(y), _across(high - low), _down(STRIP), part.look)


def _numbers(scale: Scale, said: Callable[[Decimal], str], y: float) -> Iterator[Words]:
    """Yield the numbers of an axis: the first and the last, and each between for which a phone has room."""
    first, *between, last = scale.ticks
    end = measured(said(first), LETTER)
    limit = ROOM - measured(said(last), LETTER)
    yield Words("0%", _down(y), said(first), look="quiet")
    for tick in between:
        middle, half = ROOM * float(scale.at(tick)) / 100, measured(said(tick), LETTER) / 2
        if middle - half > end and middle + half < limit:
            end = middle + half
            yield Words(_across(scale.at(tick)), _down(y), said(tick), "middle", "quiet")
    yield Words("100%", _down(y), said(last), "end", "quiet")


def _beside(at: Decimal, y: float, text: str, look: str) -> Words:
    """Return words at a place across, on the side of it where there is more room."""
    return Words(_across(at), _down(y), text, "end" if at >= 50 else "start", look)  # noqa: PLR2004  # the middle


def _reached(at: Decimal, top: float, bottom: float) -> tuple[Rule, Rule]:
    """Return the line to be reached across a bar, with an edge that sets it off from the bar."""
    return _upright(at, top, bottom, "edge"), _upright(at, top, bottom, "aim")


def _upright(at: Decimal, top: float, bottom: float, look: str) -> Rule:
    return Rule(_across(at), _down(top), _across(at), _down(bottom), look)


def _level(y: float, look: str) -> Rule:
    return Rule("0%", _down(y), "100%", _down(y), look)


def _across(value: Decimal) -> str:
    return f"{round(value, 2).normalize():f}%"


def _down(value: float) -> str:
    return f"{round(value, 2):g}em"
