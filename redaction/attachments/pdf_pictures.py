"""Pictures inside a PDF, as a camera made them: their data go, their points stay as they are."""

from __future__ import annotations

from typing import Any

_JPEG = "/DCTDecode"
_MARK = 0xFF
_PIXELS = 0xDA
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_ADOBE = 0xEE
"""The one mark of a program that says how colours are to be read."""

_DATA = frozenset({*range(0xE1, 0xF0), 0xFE} - {_ADOBE})
"""The marks of what stands beside the points: where and when, with what, small pictures, comments."""


def without_data(picture: Any) -> None:
    """Take the data out of a picture object of a PDF, in place, if it holds a JPEG as it is."""
    filters = picture.get("/Filter")
    names = filters if isinstance(filters, list) else [filters]
    if [str(each) for each in names] == [_JPEG]:
        picture._data = points_of(picture._data)  # noqa: SLF001  # decoding and encoding would lose points


def points_of(jpeg: bytes) -> bytes:
    """Return a JPEG without the marks that hold data; from a mark that is damaged on, as it was."""
    kept = [jpeg[:2]]
    position = 2
    while position + 4 <= len(jpeg) and jpeg[position] == _MARK:
        mark = jpeg[position + 1]
        if mark == _PIXELS:
            break
        if mark in _ALONE or mark == _MARK:
            kept.append(jpeg[position : position + 1 + (mark != _MARK)])
            position += 1 + (mark != _MARK)
            continue
        end = position + 2 + int.from_bytes(jpeg[position + 2 : position + 4], "big")
        if mark not in _DATA:
            kept.append(jpeg[position:end])
        position = end
    return b"".join((*kept, jpeg[position:]))
