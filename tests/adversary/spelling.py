"""The ways in which a withheld phrase can be spelled, by the names that the cases use."""

from __future__ import annotations

import base64
from collections.abc import Callable
from urllib.parse import quote


def _each(text: str, form: str) -> str:
    return "".join(form.format(ord(sign)) for sign in text)


def _inside(text: str, opening: str, closing: str) -> str:
    """Return a text with something put around the third letter of its longest word."""
    word = max(text.split(), key=len)
    return text.replace(word, f"{word[:2]}{opening}{word[2]}{closing}{word[3:]}")


def _apart(text: str, between: str) -> str:
    return between.join(text.split())


SPELLINGS: dict[str, Callable[[str], str]] = {
    "entities": lambda text: _each(text, "&#{};"),
    "open entities": lambda text: _each(text, "&#x{:x}"),
    "percent code": quote,
    "percent code twice": lambda text: quote(quote(text)),
    "plus signs": lambda text: _apart(text, "+").replace("l", "%6C"),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base64 for addresses": lambda text: base64.urlsafe_b64encode(f"{text}???".encode()).decode(),
    "tags within": lambda text: _inside(text, "<b>", "</b><wbr>"),
    "tags between": lambda text: "<span>" + _apart(text, "</span><span>") + "</span>",
    "a list": lambda text: "<li>" + _apart(text, "<li>"),
    "comments within": lambda text: _inside(text, "<!-- x -->", ""),
    "escaped tags": lambda text: _inside(text, "&lt;b&gt;", "&lt;/b&gt;"),
    "soft entities": lambda text: _inside(text, "&shy;", "&#173;").replace(" ", "&nbsp;"),
    "escapes": lambda text: _each(text, "\\u{:04x}"),
    "style escapes": lambda text: text.replace("W", "\\57 "),
    "new lines": lambda text: _apart(text, "\\n"),
    "hyphens": lambda text: _apart(text.lower(), "-"),
    "folders": lambda text: _apart(text.lower(), "/"),
    "folded lines": lambda text: f"{text[:9]}\r\n {text[9:]}",
    "cells": lambda text: _apart(text, ";"),
    "points": lambda text: _apart(text, ". "),
    "lines": lambda text: _apart(text, "\n"),
    "capitals": str.upper,
    "bold within": lambda text: _inside(text, "**", "**"),
    "a link within": lambda text: _inside(text, "[", "](https://example.org/)"),
    "italics between": lambda text: " ".join(f"*{word}*" for word in text.split()),
    "soft hyphens": lambda text: _inside(text, "\u00ad", "\u00ad"),
    "zero width": lambda text: _inside(text, "\u200b", ""),
    "turned around": lambda text: _inside(text, "\u202e", "\u202c"),
    "no-break spaces": lambda text: _apart(text, "\u00a0"),
    "full width": lambda text: "".join(chr(ord(sign) + 0xFEE0) if sign.isalpha() else sign for sign in text),
    "look-alikes": lambda text: text.translate(str.maketrans("aceo", "\u0430\u0441\u0435\u043e")),
    "accents": lambda text: text.replace("e", "\u00e9").replace("a", "\u00e0"),
}
"""Each gives the phrase as it is to be written."""
