"""A text as texts to search: as it stands, with its escapes resolved, decoded, and as a reader sees it."""

from __future__ import annotations

import base64
import binascii
import re
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape
from urllib.parse import unquote

from editions.entities import unescape

DEEPEST = 3
"""How often decoded text is decoded again."""

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
"""What `unescape` resolves, but for the sign `&` itself."""
_RARE = 200
_SOME_WORDS = re.compile(r"(?:.*?[A-Za-z0-9] ){8}", re.DOTALL)
"""More words than a term has, with the space after the last."""
_FOLDED_LINE = re.compile(r"\r?\n[ \t]")
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)


def visible(text: str) -> str:
    """Return the words of a page that a reader sees, without tags, comments, scripts and styles."""
    return unescape(ANY_TAG.sub(" ", SCRIPT.sub(" ", text)))


def readings_of(text: str, kind: str, depth: int, parts: list[str] | None = None) -> Iterator[str]:
    """Yield the texts to search in a text, so that each of its characters is in one of them.

    `parts` is the text split at its tags, where that is known.
    """
    yield from _unwrapped(text, kind, depth)
    plain = text
    is_script = kind in {"json", "jsonld", "map", "webmanifest", "js", "mjs"}
    if "\\" in text and (is_script or _CODE.search(text)):
        yield from _near_escapes(text)
        plain, parts = _ESCAPE.sub(_escaped, text), None
    if kind in {"css", "html", "svg"} and "\\" in text:
        yield _CSS_ESCAPE.sub(lambda found: _character(found[1]), text)
    readings = list(_without_tags(plain, parts))
    if ("&lt;" in plain or "&#" in plain) and _may_make_tags(plain):
        readings += _without_tags(unescape(plain))
    yield from readings
    for inner in _decoded("\n".join(dict.fromkeys(readings))) if depth < DEEPEST else ():
        yield from readings_of(inner, "", depth + 1)


def _unwrapped(text: str, kind: str, depth: int) -> Iterator[str]:
    """Yield the readings of what a format wraps: calendar lines, verbatim XML, scripts of a page."""
    if kind == "ics":
        whole = _FOLDED_LINE.sub("", text).replace("\\n", " ").replace("\\N", " ").replace("\\", "")
        yield from readings_of(whole, "", depth)
    if "<![CDATA[" in text:
        yield from readings_of(_CDATA.sub(lambda found: escape(found[1]), text), kind, depth)
    if kind in {"html", "htm", "svg"} and "\\" in text:
        for found in SCRIPT.finditer(text):
            if "\\" in found[0]:
                yield from readings_of(found[0], "js", depth)


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
        for sign in [unescape(entity)]
    )


def _without_tags(text: str, parts: list[str] | None = None) -> Iterator[str]:
    """Yield a page without tags, inline ones dissolved, and then each different tag.

    Where a dissolved tag has joined two words, the page follows once more with a space for each tag.
    """
    if "<" not in text:
        yield text
        if "&" in text:
            yield unescape(text)
        return
    parts = parts or ANY_TAG.split(text)
    texts, tags = parts[::2], parts[1::2]
    gaps = {tag: "" if _INLINE.match(tag) else " " for tag in dict.fromkeys(tags)}
    between = parts[:]
    between[1::2] = map(gaps.__getitem__, tags)
    yield unescape("".join(between))
    if _joins_words(texts, [gaps[tag] for tag in tags]):
        yield unescape(" ".join(texts))
    yield "\n".join(gaps)
    coded = [tag for tag in gaps if "&" in tag]
    if coded:
        yield unescape("\n".join(coded))


def _joins_words(texts: Sequence[str], gaps: Sequence[str]) -> bool:
    """Return whether two words meet where one or several tags between them were dissolved."""
    last = ""
    for text, gap in zip(texts, ("", *gaps), strict=False):
        if gap:
            last = ""
        if text:
            if last.isalnum() and text[0].isalnum():
                return True
            last = text[-1]
    return False


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
            return _character(number)
    return {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " "}.get(found[4], found[4])


def _character(digits: str) -> str:
    """Return the character of a number in hexadecimal; a space for a number that no character has."""
    number = int(digits, 16)
    return chr(number) if number <= sys.maxunicode else " "
