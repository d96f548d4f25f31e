"""The groups as a drawing: a box for each, to the right of the one it reports to, joined by lines.

Letters are measured by a table of rough widths, on the wide side, because nobody knows the reader's font.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.language.languages import ENGLISH, Language
from macros.language.words import GROUP_KINDS
from macros.views.groups import Branch

BOX = 248
"""Width of a box, in pixels of the screen."""

ACROSS, DOWN = 44, 14
"""Space between two columns, and between two boxes of one column."""

MARGIN, PADDING = 2, 12
NAME, ABOUT = 16, 13
"""Sizes of the letters of a name, and of what stands under it."""

LINE = 1.3
"""Height of a line of text, by the size of its letters."""

WIDTHS = {"ijl.,:;'’|![] ": 0.4, "ftrI()-": 0.52, "mwMW@%—": 1.1}
"""Widths of letters that are narrower or wider than most, by the size of the letters, in broad bold type."""

SMALL, CAPITAL, OTHER = 0.72, 0.84, 1.1
"""Widths of the other small letters and figures, of capitals, and of signs that are not Latin."""

LATIN = 0x2000
"""Signs from here on are not Latin."""


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text in a box."""

    words: str
    x: float
    y: float
    """The line on which the letters stand."""


@dataclass(frozen=True, slots=True)
class Box:
    """A group in the drawing."""

    id: str
    title: str
    """The whole name."""

    x: float
    y: float
    height: float
    name: tuple[Text, ...]
    """The name in lines."""

    about: tuple[Text, ...]
    """What sort of group it is and with whom it is shared, in words."""

    joint: bool
    """Whether it is shared with another area."""

    width: float = BOX


@dataclass(frozen=True, slots=True)
class Drawing:
    """The boxes and the lines between them."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[tuple[tuple[float, float], ...], ...]
    """The corners of each line, from the group above to the one that reports to it."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A group and all under it, in their places; the first box is the group's own."""

    boxes: tuple[Box, ...]
    lines: tuple[tuple[tuple[float, float], ...], ...]
    bottom: float


@dataclass(frozen=True, slots=True)
class _Words:
    """What makes words of a line of a record, and the language of the others."""

    plain: Callable[[str], str]
    language: Language


def draw(branches: tuple[Branch, ...], plain: Callable[[str], str], language: Language = ENGLISH) -> Drawing:
    """Return the drawing of groups; `plain` makes words of a line that may have something withheld in it."""
    words = _Words(plain, language)
    boxes: list[Box] = []
    lines: list[tuple[tuple[float, float], ...]] = []
    top: float = MARGIN
    for branch in branches:
        placed = _placed(branch, MARGIN, top, words)
        boxes += placed.boxes
        lines += placed.lines
        top = placed.bottom + DOWN
    right = max((box.x + box.width for box in boxes), default=0)
    return Drawing(right + MARGIN, max(top - DOWN, 0) + MARGIN, tuple(boxes), tuple(lines))


def wrapped(text: str, size: float, width: float) -> tuple[str, ...]:
    """Return a text in lines that fit a width; a word that does not fit a line alone is cut."""
    lines: list[str] = []
    for each in text.split():
        longer = f"{lines[-1]} {each}" if lines else each
        if lines and measured(longer, size) <= width:
            lines[-1] = longer
        else:
            lines += _cut(each, size, width)
    return tuple(lines)


def measured(text: str, size: float) -> float:
    """Return how wide a text is at most, in letters of a size."""
    return size * sum(map(_width, text))


def _width(sign: str) -> float:
    known = next((width for signs, width in WIDTHS.items() if sign in signs), None)
    usual = CAPITAL if sign.isupper() else SMALL
    return known or (OTHER if ord(sign) >= LATIN else usual)


def _cut(each: str, size: float, width: float) -> Iterator[str]:
    """Yield a word in pieces, of which each fits a line."""
    while measured(each, size) > width:
        fits = (end for end in range(len(each), 1, -1) if measured(each[:end], size) <= width)
        end = next(fits, 1)
        yield each[:end]
        each = each[end:]
    if each:
        yield each


def _placed(branch: Branch, x: float, top: float, words: _Words) -> _Placed:
    """Return a group beside the middle of those under it, none of them above `top`."""
    box = _box(branch, x, top, words)
    under: list[_Placed] = []
    below = top
    for child in branch.branches:
        under.append(_placed(child, x + BOX + ACROSS, below, words))
        below = under[-1].bottom + DOWN
    if not under:
        return _Placed((box,), (), top + box.height)
    first, last = under[0].boxes[0], under[-1].boxes[0]
    middle = (first.y + last.y + last.height) / 2
    box = _box(branch, x, max(top, middle - box.height / 2), words)
    return _Placed(
        boxes=(box, *(each for placed in under for each in placed.boxes)),
        lines=(
            *(_line(box, placed.boxes[0]) for placed in under),
            *(line for placed in under for line in placed.lines),
        ),
        bottom=max(box.y + box.height, under[-1].bottom),
    )


def _line(above: Box, below: Box) -> tuple[tuple[float, float], ...]:
    """Return the corners of the line from one box to another, half way through the space between."""
    start, end = above.y + above.height / 2, below.y + below.height / 2
    half = below.x - ACROSS / 2
    return ((above.x + BOX, start), (half, start), (half, end), (below.x, end))


def _box(branch: Branch, x: float, y: float, words: _Words) -> Box:
    group = branch.group
    plain, language = words.plain, words.language
    sort = language.label("group", GROUP_KINDS, group.kind)
    if group.proposed:
        sort = language.gettext("Proposed: %(kind)s") % {"kind": sort}
    if group.joint_with:
        areas = ", ".join(map(plain, group.joint_with))
        sort = language.gettext("%(kind)s, shared with %(areas)s") % {"kind": sort, "areas": areas}
    inner = BOX - 2 * PADDING
    title = plain(group.name)
    name = _texts(wrapped(title, NAME, inner), NAME, x + PADDING, y + PADDING / 2)
    below = y + PADDING / 2 + len(name) * NAME * LINE
    about = _texts(wrapped(sort, ABOUT, inner), ABOUT, x + PADDING, below)
    height = below + len(about) * ABOUT * LINE + PADDING - y
    return Box(group.id, title, x, y, height, name, about, joint=bool(group.joint_with))


def _texts(lines: tuple[str, ...], size: float, x: float, top: float) -> tuple[Text, ...]:
    return tuple(Text(each, x, top + (number + 1) * size * LINE) for number, each in enumerate(lines))
