"""The words inside a picture: what a camera or a program wrote beside what is seen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from redaction.opening import opening_messages as messages
from redaction.opening.opened import Opened, open_words, unpack

PICTURES = frozenset({"png", "jpg", "jpeg", "gif", "webp", "ico"})
"""The endings of names of pictures that can be opened."""

_PLACE = 0x8825
"""The number of the part of a photograph's data that says where it was taken."""
_PARTS = (0x8769, _PLACE, 0xA005)
"""Parts of a photograph's data that stand by themselves."""
_CODES = (b"ASCII\0\0\0", b"UNICODE\0", b"JIS\0\0\0\0\0")
_PNG_PACKED = frozenset({b"zTXt", b"iTXt", b"iCCP"})
_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]")

_JPEG_MARK, _JPEG_LAST, _JPEG_PIXELS = 0xFF, 0xD9, 0xDA
_JPEG_AFTER_PIXELS = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_GIF_LAST, _GIF_EXTENSION, _GIF_PICTURE = 0x3B, 0x21, 0x2C


def open_picture(kind: str, raw: bytes) -> Opened:
    """Return the texts in a picture of this kind; a problem for a damaged one, and for what follows it.

    Its pixels are not looked at, and stay packed.
    """
    parts = list(_png_parts(raw)) if kind == "png" else [raw]
    texts = [text for part in parts for text in open_words(part)]
    problems = [] if _is_all(kind, raw) else [messages.PICTURE_FOLLOWED]
    said = _data(raw)
    return Opened((*texts, *said.texts), said.files, (*said.problems, *problems))


def _data(raw: bytes) -> Opened:
    """Return what the data of a picture say."""
    from io import BytesIO  # noqa: PLC0415  # with the library it is for

    from PIL import Image, IptcImagePlugin  # noqa: PLC0415  # many sites hold no picture of their own

    try:
        with Image.open(BytesIO(raw)) as picture:
            exif = picture.getexif()
            parts = {number: exif.get_ifd(number) for number in _PARTS}
            iptc = IptcImagePlugin.getiptcinfo(picture) or {}
            info = dict(picture.info)
    except Exception:  # noqa: BLE001  # whatever a damaged picture makes Pillow raise, it could not be read
        return Opened(problems=(messages.PICTURE_UNREADABLE,))
    place = (messages.PICTURE_PLACE,) if parts[_PLACE] else ()
    texts = _texts([info, dict(exif), *parts.values(), iptc])
    return Opened(tuple(texts), tuple(_descriptions(info)), place)


def _descriptions(info: Mapping[Any, Any]) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of the data that are XML, which has escapes of its own."""
    for name, value in info.items():
        if "xmp" in str(name).lower():
            yield "metadata.xml", value if isinstance(value, bytes) else str(value).encode()


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in the data of a picture, and every name of one."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes):
        plain = value[8:] if value.startswith(_CODES) else value
        yield from open_words(plain)
        if value.startswith(_CODES[1]) or b"\0" in plain:
            yield plain.decode("utf-16-le", "replace")
            yield plain.decode("utf-16-be", "replace")
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(name)
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def _png_parts(raw: bytes) -> Iterator[bytes]:
    """Yield the content of the chunks of a PNG that hold no picture, unpacked where it is packed."""
    position = 8
    name = b""
    while position + 8 <= len(raw) and name != b"IEND":
        length = int.from_bytes(raw[position : position + 4], "big")
        name, content = raw[position + 4 : position + 8], raw[position + 8 : position + 8 + length]
        if name not in {b"IDAT", b"fdAT"} or len(content) < length:
            yield content
        if name in _PNG_PACKED:
            for found in _PACKED.finditer(content):
                yield unpack(content[found.start() :]) or b""
        position += 12 + length
    yield raw[position:]


def _is_all(kind: str, raw: bytes) -> bool:
    """Return whether a picture is all that stands in its file; true also where its end cannot be told."""
    if kind == "png":
        end = raw.find(b"IEND")
        return end < 0 or end + 8 >= len(raw)
    if kind in {"jpg", "jpeg", "gif"}:
        last = _jpeg_end(raw) if kind != "gif" else _gif_end(raw)
        return last is None or not raw[last:].strip(b"\0")
    if kind == "webp":
        return len(raw) <= int.from_bytes(raw[4:8], "little") + 9
    return True


def _jpeg_end(raw: bytes) -> int | None:
    """Return where the first picture in a JPEG ends; None when that cannot be told."""
    position = 2
    while position + 4 <= len(raw) and raw[position] == _JPEG_MARK:
        mark = raw[position + 1]
        if mark == _JPEG_LAST:
            return position + 2
        if mark == _JPEG_MARK:
            position += 1
            continue
        position += 2 + int.from_bytes(raw[position + 2 : position + 4], "big")
        if mark == _JPEG_PIXELS:
            found = _JPEG_AFTER_PIXELS.search(raw, position)
            if found is None:
                return None
            position = found.start()
    return None


def _gif_end(raw: bytes) -> int | None:
    """Return where a GIF ends; None when that cannot be told."""
    try:
        position = 13 + _colours(raw[10])
        while raw[position] != _GIF_LAST:
            if raw[position] == _GIF_EXTENSION:
                position += 2
            elif raw[position] == _GIF_PICTURE:
                position += 11 + _colours(raw[position + 9])
            else:
                return None
            while raw[position]:
                position += raw[position] + 1
            position += 1
    except IndexError:
        return None
    return position + 1


def _colours(flags: int) -> int:
    """Return how many bytes a table of colours takes."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0
