"""The bytes of a published file as texts to search: as they stand, decoded, and as a reader sees them."""

from __future__ import annotations

import base64
import binascii
import html
import re
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import unquote

from problems import Wording
from redaction import verification_messages as messages

LARGEST = 50_000_000
"""Bytes of one file, or of what is packed in it."""

DEEPEST = 3
"""How often decoded text is decoded again."""

TEXT_TYPES = frozenset(
    "html htm xml svg json js mjs css txt md ics csv map webmanifest rss atom xsl".split()  # noqa: SIM905  # reads better
)
_TAGGED = frozenset({"html", "htm", "svg"})
SIGNATURES = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
    "webp": (b"RIFF",),
    "ico": (b"\x00\x00\x01\x00",),
    "woff2": (b"wOF2",),
    "woff": (b"wOFF",),
    "pdf": (b"%PDF-",),
    "gz": (b"\x1f\x8b",),
}
"""How files of types that are not text begin. Their words are searched as far as they stand in the open."""


@dataclass(frozen=True, slots=True)
class Views:
    """What can be read in one file."""

    text: str = field(repr=False, default="")
    """The file as text; empty for a picture or font."""
    tags: frozenset[str] = field(repr=False, default=frozenset())
    """The different tags and comments of a page or drawing."""
    readings: tuple[str, ...] = field(repr=False, default=())
    """What is to be searched: the file in every reading, and what is decoded out of it."""
    problem: Wording | None = None
    """Why it cannot be searched, if it cannot."""


def views_of(name: str, raw: bytes, *, searched: bool = True) -> Views:
    """Return the texts to search in a file with this name; without readings if it is not to be searched."""
    kind = name.rpartition("/")[2].rpartition(".")[2].lower() if "." in name else ""
    if len(raw) > LARGEST:
        return Views(problem=messages.SITE_TOO_LARGE)
    if kind in TEXT_TYPES:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            return Views(problem=messages.SITE_NOT_TEXT)
        parts = ANY_TAG.split(text) if "<" in text else [text]
        tags = frozenset(parts[1::2]) if kind in _TAGGED else frozenset()
        return Views(text, tags, tuple(_readings(text, kind, 0, parts)) if searched else ())
    if not raw.startswith(SIGNATURES.get(kind, (b"\0no such type",))):
        return Views(problem=messages.SITE_UNKNOWN_TYPE)
    if kind == "gz":
        packed = unpack(raw)
        return (
            views_of(name[: -len(".gz")], packed, searched=searched) if packed is not None else _unpackable()
        )
    return Views(readings=tuple(_open_words(raw, kind)) if searched else ())


def unpack(raw: bytes) -> bytes | None:
    """Return what is packed in gzip or zlib bytes; None when it is damaged or too large."""
    machine = zlib.decompressobj(wbits=47)
    try:
        content = machine.decompress(raw, LARGEST)
    except zlib.error:
        return None
    is_whole = machine.eof and not machine.unconsumed_tail and not machine.unused_data
    return content if is_whole else None


def _unpackable() -> Views:
    return Views(problem=messages.SITE_UNREADABLE)


_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_CODE = re.compile(r"\\(?:u\{[0-9a-fA-F]|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})")
_CSS_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
ANY_TAG = re.compile(
    r"(<!--.*?-->|</?[a-zA-Z!?][^<>\"']*+(?:(?:\"[^\"]*\"|'[^']*')[^<>\"']*+)*+>)", re.DOTALL
)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|del|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var|wbr)"
    r"[\s/>]|<!--",
    re.IGNORECASE,
)
SCRIPT = re.compile(r"<(script|style)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_PERCENT = re.compile(r"[^\s\"'<>]*%[0-9a-fA-F]{2}[^\s\"'<>]*")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{8,}={0,2}")
_MIXED = re.compile(r"[A-Za-z0-9+/_-][a-z+/_-]*[A-Z0-9]")
_ENTITY = re.compile(r"&(?!amp;(?![#a-zA-Z]))(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")
"""What `html.unescape` resolves, but for the sign `&` itself."""
_RARE = 200
_SOME_WORDS = re.compile(r"(?:.*?[A-Za-z0-9] ){8}", re.DOTALL)
"""More words than a term has, with the space after the last."""
_FOLDED_LINE = re.compile(r"\r?\n[ \t]")


def visible(text: str) -> str:
    """Return the words of a page that a reader sees, without tags, comments, scripts and styles."""
    return html.unescape(ANY_TAG.sub(" ", SCRIPT.sub(" ", text)))


def _readings(text: str, kind: str, depth: int, parts: list[str] | None = None) -> Iterator[str]:
    """Yield the texts to search in a text, so that each of its characters is in one of them.

    `parts` is the text split at its tags, where that is known.
    """
    plain = text
    is_script = kind in {"json", "map", "webmanifest", "js", "mjs"}
    if "\\" in text and (is_script or _CODE.search(text)):
        yield from _near_escapes(text)
        plain, parts = _ESCAPE.sub(_escaped, text), None
    if kind in {"css", "html", "svg"} and "\\" in text:
        yield _CSS_ESCAPE.sub(lambda found: _character(found[1], 16), text)
    if kind == "ics":
        yield _FOLDED_LINE.sub("", text).replace("\\n", " ").replace("\\N", " ").replace("\\", "")
    readings = list(_without_tags(plain, parts))
    if ("&lt;" in plain or "&#" in plain) and _may_make_tags(plain):
        readings += _without_tags(html.unescape(plain))
    yield from readings
    for inner in _decoded("\n".join(dict.fromkeys(readings))) if depth < DEEPEST else ():
        yield from _readings(inner, "", depth + 1)


def _near_escapes(text: str) -> Iterator[str]:
    """Yield a text as it stands, as far as resolving its escapes could take a term apart.

    Where escapes are rare that is some words on both sides of each; the rest is in the other readings.
    """
    if text.count("\\") * _RARE > len(text):
        yield text
        return
    end = 0
    kept = ""
    for found in _ESCAPE.finditer(text):
        between = text[end : found.start()]
        head, tail = _SOME_WORDS.match(between), _SOME_WORDS.match(between[::-1])
        if head and tail and head.end() + tail.end() < len(between):
            yield kept + head[0]
            kept = tail[0][::-1] + found[0]
        else:
            kept += between + found[0]
        end = found.end()
    yield kept + text[end:]


def _may_make_tags(text: str) -> bool:
    """Return whether resolving the entities of a text could make a tag, or end or change one."""
    return any(
        sign != entity
        and (not sign or any(each.isalnum() or each.isspace() or each in "<>\"'&/!?" for each in sign))
        for entity in set(_ENTITY.findall(text))
        for sign in [html.unescape(entity)]
    )


def _without_tags(text: str, parts: list[str] | None = None) -> Iterator[str]:
    """Yield a page without tags, inline ones dissolved, and then each different tag.

    Where a dissolved tag has joined two words, the page follows once more with a space for each tag.
    """
    if "<" not in text:
        yield text
        if "&" in text:
            yield html.unescape(text)
        return
    parts = parts or ANY_TAG.split(text)
    texts, tags = parts[::2], parts[1::2]
    gaps = {tag: "" if _INLINE.match(tag) else " " for tag in dict.fromkeys(tags)}
    between = parts[:]
    between[1::2] = map(gaps.__getitem__, tags)
    yield html.unescape("".join(between))
    if any(
        after and before and not gaps[tag] and before[-1].isalnum() and after[0].isalnum()
        for before, tag, after in zip(texts, tags, texts[1:], strict=False)
    ):
        yield html.unescape(" ".join(texts))
    yield "\n".join(gaps)
    coded = [tag for tag in gaps if "&" in tag]
    if coded:
        yield html.unescape("\n".join(coded))


def _decoded(text: str) -> Iterator[str]:
    """Yield what is percent-encoded or base64-encoded in a text."""
    if "%" in text:
        for found in set(_PERCENT.findall(text)):
            yield unquote(found.replace("+", " "))
    # No code holds white space, and most words stand in a page many times.
    for found in set(_BASE64.findall("\n".join(set(text.split())))):
        inner = _base64(found) if _MIXED.match(found) else None
        if inner is not None:
            yield inner


@lru_cache(maxsize=65_536)
def _base64(text: str) -> str | None:
    """Return what base64 text stands for, if that is text itself."""
    standard = text.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        raw = base64.b64decode(standard + "=" * (-len(standard) % 4))
    except binascii.Error:
        return None
    text = raw.decode("utf-8", "replace")
    strange = sum(text.count(sign) for sign in {*text} if not sign.isprintable() and sign not in "\r\n\t")
    return text if strange + text.count("\ufffd") <= len(text) // 10 else None


def _escaped(found: re.Match[str]) -> str:
    for number in found.group(1, 2, 3):
        if number:
            return _character(number, 16)
    return {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " "}.get(found[4], found[4])


def _character(digits: str, base: int) -> str:
    number = int(digits, base)
    return chr(number) if number <= sys.maxunicode else " "


_OPEN_WORDS = re.compile(rb"[\x09\x0a\x0d\x20-\x7e\x80-\xff]{4,}")
_OPEN_WIDE = re.compile(rb"(?:[\x20-\x7e]\x00){4,}|(?:\x00[\x20-\x7e]){4,}")


def _open_words(raw: bytes, kind: str) -> Iterator[str]:
    """Yield what can be read in a picture, font or PDF: words in the open, and packed text of a PNG."""
    if kind == "png":
        parts = list(_png_texts(raw))
    elif kind in {"woff", "woff2"}:
        parts = []
    else:
        parts = [raw]
    for part in parts:
        for found in _OPEN_WORDS.findall(part):
            if not found.isascii():
                yield found.decode("utf-8", "replace")
            yield found.decode("latin-1")
        for found in _OPEN_WIDE.findall(part):
            yield found.replace(b"\0", b"").decode("ascii")


def _png_texts(raw: bytes) -> Iterator[bytes]:
    """Yield the content of the chunks of a PNG that hold no picture, unpacked where it is packed."""
    position = 8
    name = b""
    while position + 8 <= len(raw) and name != b"IEND":
        length = int.from_bytes(raw[position : position + 4], "big")
        name, content = raw[position + 4 : position + 8], raw[position + 8 : position + 8 + length]
        if name != b"IDAT" or len(content) < length:
            yield content
        if name in {b"zTXt", b"iTXt", b"iCCP"}:
            for found in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", content):
                yield unpack(content[found.start() :]) or b""
        position += 12 + length
    yield raw[position:]
