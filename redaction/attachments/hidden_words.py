"""Words of a PDF that a program reads and nobody sees: each page is drawn with and without its words.

Where the two drawings do not differ, no word is seen: something covers it, it has the colour of what is
behind it, it is outside the page, or it is written invisibly. Words that are drawn over other words are found
by where their letters stand. The layer of words under a scanned page is let through where the scan shows
something at the place of each word.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from redaction.attachments.ligatures import is_ligature

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_POINTS = 4_000_000
"""Points of the drawing of one page: posters are drawn smaller."""

_SCALE = 1.5
"""Points of a drawing for each point of print."""

_VISIBLE = 12
"""How far, of 255, a point must differ to be seen."""

_SCAN = 32
"""How far the points of a scan must differ where a word stands."""

_SEEN = 0.5
"""The part of the letters of a word that must be seen."""

_SAME_PLACE = 0.6
"""The part of a letter that another covers, so that the two stand on each other."""

_FULL_PAGE = 0.7
"""The part of a page that a scan covers at least."""

_LINE = 2
"""How thin, in points of print, a filled shape is a line."""

_FINER = 64
"""So many times larger is the page of which pdfium is asked where a letter stands. It answers in whole
points, which are too coarse for narrow letters."""

_CELL = 24


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter, or the letters of a ligature."""

    sign: str
    box: tuple[float, float, float, float]
    """Left, top, right, bottom in points of the drawing."""
    is_written_invisibly: bool
    glyph: tuple[float, ...] | None
    """The same for all letters that one glyph may stand for; None for a letter without a place of its own."""


def hidden_words(page: Any) -> tuple[str, ...]:
    """Return the words of a page of pdfium that nobody sees. The page is left without its words."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415  # only where a paper is a PDF

    width, height = page.get_size()
    scale = min(_SCALE, (MOST_POINTS / max(width * height, 1)) ** 0.5)
    words = [word for word in _words(page, scale) if any(letter.sign.isalnum() for letter in word)]
    if not words:
        return ()
    shown = _drawn(page, scale)
    has_scan: bool = _has_scan(page, pdfium)
    for each in objects_in(page):
        if pdfium.FPDFPageObj_GetType(each) == pdfium.FPDF_PAGEOBJ_TEXT:
            pdfium.FPDFPageObj_SetIsActive(each, False)  # noqa: FBT003  # a function of C
    seen = _difference(shown, _drawn(page, scale))
    covered = _on_each_other([letter for word in words for letter in word])

    def is_seen(letter: _Letter) -> bool:
        box = _in_whole_points(letter.box)
        if letter.is_written_invisibly:
            return has_scan and _shows_something(shown.crop(box))
        return id(letter) not in covered and seen.crop(box).getbbox() is not None

    return tuple(
        "".join(letter.sign for letter in word)
        for word in words
        if sum(len(letter.sign) for letter in word if is_seen(letter))
        < _SEEN * sum(len(letter.sign) for letter in word)
    )


def has_boxes_on_scan(page: Any) -> bool:
    """Return whether shapes are painted over the picture of a scanned page, which keeps what they cover."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415  # only where a paper is a PDF

    if not _has_scan(page, pdfium):
        return False
    has_picture = False
    for each in objects_in(page):
        kind = pdfium.FPDFPageObj_GetType(each)
        has_picture = has_picture or kind == pdfium.FPDF_PAGEOBJ_IMAGE
        is_shape = kind == pdfium.FPDF_PAGEOBJ_SHADING or (
            kind == pdfium.FPDF_PAGEOBJ_PATH and (_is_painted(each, pdfium) or _is_broad(each, pdfium))
        )
        if has_picture and is_shape:
            return True
    return False


def _is_broad(path: Any, pdfium: Any) -> bool:
    """Return whether a shape is drawn with a stroke so broad that it covers words, as a marker does."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    width = ctypes.c_float()
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    pdfium.FPDFPageObj_GetStrokeWidth(path, width)
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    scale = abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
    return bool(stroke.value) and width.value * scale > _LINE


def _is_painted(path: Any, pdfium: Any) -> bool:
    """Return whether a shape is filled, and not so thin that it is a line."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    corners = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    pdfium.FPDFPageObj_GetBounds(path, *corners)
    left, bottom, right, top = (corner.value for corner in corners)
    return bool(fill.value) and min(right - left, top - bottom) > _LINE


def objects_in(page: Any) -> Iterator[Any]:
    """Yield everything that a page draws, also inside what it draws as one."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415  # only where a paper is a PDF

    def walk(get: Callable[[int], Any], count: int) -> Iterator[Any]:
        for number in range(count):
            each = get(number)
            yield each
            if pdfium.FPDFPageObj_GetType(each) == pdfium.FPDF_PAGEOBJ_FORM:
                yield from walk(
                    lambda inner, form=each: pdfium.FPDFFormObj_GetObject(form, inner),  # type: ignore[misc]  # form is bound at once
                    pdfium.FPDFFormObj_CountObjects(each),
                )

    yield from walk(
        lambda number: pdfium.FPDFPage_GetObject(page.raw, number), pdfium.FPDFPage_CountObjects(page.raw)
    )


def _words(page: Any, scale: float) -> Iterator[list[_Letter]]:
    """Yield the words of a page as lists of letters, without what pdfium adds between them.

    The letters of a ligature are one.
    """
    import pypdfium2.raw as pdfium  # noqa: PLC0415  # only where a paper is a PDF

    text = page.get_textpage()
    word: list[_Letter] = []
    place = _Placing(page, scale)
    for number in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text.raw, number)
        sign = chr(code) if 0 < code <= sys.maxunicode else "\ufffd"
        if sign.isspace() or pdfium.FPDFText_IsGenerated(text.raw, number) == 1:
            if word:
                yield list(_with_ligatures(word))
            word = []
            continue
        drawn = pdfium.FPDFText_GetTextObject(text.raw, number)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn) if drawn else None
        invisible = mode in {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP}
        glyph = place.glyph(text, number, drawn)
        word.append(_Letter(sign, place.box(text, number), invisible, glyph))
    if word:
        yield list(_with_ligatures(word))
    text.close()


def _with_ligatures(word: list[_Letter]) -> Iterator[_Letter]:
    """Yield the letters of a word, those of a ligature as one, which can still hide and be hidden as a whole.

    Letters of one object of text with the very same box are a ligature only if all that follow each other
    there are one together. One object has one colour, so two glyphs in one place would be seen as a blot.
    But a font may say that one glyph means a whole word, of which nobody sees more than the glyph: those
    stay letters on each other.
    """
    for glyph, together in groupby(word, key=lambda letter: letter.glyph):
        letters = list(together)
        signs = "".join(letter.sign for letter in letters)
        if glyph is not None and is_ligature(signs):
            yield replace(letters[0], sign=signs)
        else:
            yield from letters


class _Placing:
    """Where letters stand in the drawing of a page, turned as the page is."""

    def __init__(self, page: Any, scale: float) -> None:
        import pypdfium2.raw as pdfium  # noqa: PLC0415  # only where a paper is a PDF

        self._pdfium = pdfium
        self._page = page.raw
        width, height = page.get_size()
        self._size = ((int(width * scale) + 1) * _FINER, (int(height * scale) + 1) * _FINER)
        self._corner = [ctypes.c_double() for _ in range(4)]
        self._point = (ctypes.c_int(), ctypes.c_int())

    def box(self, text: Any, number: int) -> tuple[float, float, float, float]:
        """Return the box of a letter; one outside the page for a letter that has none."""
        left, right, bottom, top = self._corner
        if not self._pdfium.FPDFText_GetCharBox(text.raw, number, left, right, bottom, top):
            return (-1, -1, -1, -1)
        one, other = self._at(left.value, top.value), self._at(right.value, bottom.value)
        return (
            min(one[0], other[0]),
            min(one[1], other[1]),
            max(one[0], other[0]),
            max(one[1], other[1]),
        )

    def glyph(self, text: Any, number: int, drawn: Any) -> tuple[float, ...] | None:
        """Return what the letters of one glyph have in common: the object of text, and the exact box."""
        if not drawn or not self._pdfium.FPDFText_GetCharBox(text.raw, number, *self._corner):
            return None
        which = ctypes.cast(drawn, ctypes.c_void_p).value or 0
        return (which, *(each.value for each in self._corner))

    def _at(self, x: float, y: float) -> tuple[float, float]:
        across, down = self._point
        self._pdfium.FPDF_PageToDevice(self._page, 0, 0, *self._size, 0, x, y, across, down)
        return across.value / _FINER, down.value / _FINER


def _drawn(page: Any, scale: float) -> Image:
    image: Image = page.render(scale=scale, may_draw_forms=False, draw_annots=False).to_pil().convert("RGB")
    return image


def _difference(one: Image, other: Image) -> Image:
    """Return where two drawings differ so far that it can be seen."""
    from PIL import ImageChops  # noqa: PLC0415  # only where a paper is a PDF

    red, green, blue = ImageChops.difference(one, other).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point(lambda level: 255 if level > _VISIBLE else 0)


def _in_whole_points(box: tuple[float, float, float, float]) -> tuple[int, int, int, int]:
    left, top, right, bottom = (int(each) for each in box)
    return left, top, max(right, left) + 1, max(bottom, top) + 1


def _shows_something(place: Image) -> bool:
    return any(most - least > _SCAN for least, most in _ranges(place))


def _ranges(place: Image) -> list[tuple[int, int]]:
    extrema: Any = place.getextrema()
    return list(extrema)


def _has_scan(page: Any, pdfium: Any) -> bool:
    """Return whether one picture covers most of a page, or several do together."""
    width, height = page.get_size()
    area = 0.0
    corners = [ctypes.c_float() for _ in range(4)]
    for each in objects_in(page):
        if pdfium.FPDFPageObj_GetType(each) == pdfium.FPDF_PAGEOBJ_IMAGE and pdfium.FPDFPageObj_GetBounds(
            each, *corners
        ):
            left, bottom, right, top = (corner.value for corner in corners)
            area += max(0.0, min(right, width) - max(left, 0)) * max(0.0, min(top, height) - max(bottom, 0))
    return bool(area >= _FULL_PAGE * width * height)


def _on_each_other(letters: list[_Letter]) -> set[int]:
    """Return the ids of letters on which, or under which, another letter of similar size stands."""
    cells: dict[tuple[int, int], list[_Letter]] = {}
    found: set[int] = set()
    for letter in letters:
        left, top, right, bottom = letter.box
        near = {(int(x) // _CELL, int(y) // _CELL) for x in (left, right) for y in (top, bottom)}
        for other in {id(each): each for cell in near for each in cells.get(cell, ())}.values():
            if other.sign != letter.sign and _stand_on_each_other(letter.box, other.box):
                found |= {id(letter), id(other)}
        for cell in near:
            cells.setdefault(cell, []).append(letter)
    return found


_OF_OTHER_SIZE = 10


def _stand_on_each_other(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    if across <= 0 or down <= 0:
        return False
    areas = [(right - left) * (bottom - top) for left, top, right, bottom in (one, other)]
    if max(areas) > _OF_OTHER_SIZE * min(areas):
        return False
    return bool(across * down >= _SAME_PLACE * min(areas))
