"""What no published file should hold, whatever the records say: traces of errors, marks, macros, paths.

What a signed-off text says is let through, because somebody decided to publish it: a meeting may have
talked about macros.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from problems import Place, Problem, Wording
from redaction import verification_messages as messages
from redaction.views import visible

_ERROR = re.compile(
    r"Traceback \(most recent call last\)|Macro (?:Rendering|Syntax) Error|\bobject at 0x[0-9a-fA-F]{4}"
)
_PRIVATE_MARK = re.compile(r"\[\[\s*redact\b")
_ANY_MARK = re.compile(r"\[\[\s*(?:redact|withheld|action|decision)\b")
_TEMPLATE = re.compile(r"\{\{|\}\}|\{%|%\}")
_PATH = re.compile(r"(?<![\w./:-])(?:/(?:home|root|tmp|Users|var/folders)/\w|[A-Z]:\\\w|file:///?\w)")
_LINK = re.compile(r"\b(?:href|src|action|content)=(?:\"[^\"]*\"|'[^']*'|[^\s>]+)")
_CODE = re.compile(r"<(code|pre)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)

_TAG = re.compile(
    r"<(?:script|link|img|iframe|frame|form|input|button|source|video|audio|track|embed|object|image|use|base"
    r"|meta)\b[^>]*>",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\b(?:src|srcset|href|action|formaction|data|poster|background|xlink:href)\s*=\s*[\"']?"
    r"[^\"'>]*?(?<![\w:])(?:(?:https?|wss?):)?//[^\"'\s>]",
    re.IGNORECASE,
)
_HARMLESS_LINK = re.compile(
    r"<link\b[^>]*\brel\s*=\s*[\"']?(?:canonical|alternate|next|prev|license|author|help)\b", re.IGNORECASE
)
_REFRESH = re.compile(r"http-equiv\s*=\s*[\"']?refresh[^>]*//", re.IGNORECASE)
_STYLE = re.compile(r"(?:url\(\s*[\"']?|@import\s+[\"'])(?:https?:)?//", re.IGNORECASE)
_HANDLER = re.compile(r"<[a-zA-Z][^<>]*\s(?:on[a-z]{3,}\s*=|(?:href|src|action)\s*=\s*[\"']?\s*javascript:)")
_INLINE_SCRIPT = re.compile(
    r"<script\b(?![^>]*\bsrc\s*=)([^>]*)>(.*?)</script\s*>", re.IGNORECASE | re.DOTALL
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_DEPTH = re.compile(r"([\"'])(?:/|\.|(?:\.\./)*\.\.)\1")
_SPACE = re.compile(r"\s+")
_SNIPPET = 24
"""Characters that a finding and a signed-off text must share to be the same words."""

_FEW = 2
"""With fewer pages than this, what they share says nothing."""


@dataclass(frozen=True, slots=True)
class Page:
    """What one page holds that all pages should share."""

    name: str
    parts: frozenset[tuple[str, str]] = field(repr=False)
    """Inline scripts and comments, with the word `script` or `comment` before each."""


def one_line(text: str) -> str:
    """Return a text with a single space for all white space, as detectors compare it."""
    return _SPACE.sub(" ", text)


def detect(name: str, text: str, signed: str) -> tuple[Problem, ...]:
    """Return what a text file of the site should not hold.

    `signed` is everything that was signed off, on one line; what stands there too is let through.
    """
    return tuple(wording.at(Place(name)) for wording in dict.fromkeys(_detect(name, text, signed)))


def page_of(name: str, text: str) -> Page:
    """Return the inline scripts and comments of a page, without what differs by its depth in the site."""
    scripts = (
        ("script", _DEPTH.sub("", body))
        for kind, body in _INLINE_SCRIPT.findall(text)
        if body.strip() and "json" not in kind
    )
    comments = (("comment", each) for each in _COMMENT.findall(_INLINE_SCRIPT.sub("", text)))
    return Page(name, frozenset([*scripts, *comments]))


def odd_parts(pages: Iterable[Page]) -> tuple[Problem, ...]:
    """Return a problem for each page with a script or comment that most other pages do not have."""
    known = tuple(pages)
    counts = Counter(part for page in known for part in page.parts)
    if len(known) < _FEW:
        return ()
    wordings = {"script": messages.PAGE_SCRIPT, "comment": messages.PAGE_COMMENT}
    found = (
        wordings[part[0]].at(Place(page.name))
        for page in known
        for part in page.parts
        if counts[part] * 2 <= len(known)
    )
    return tuple(dict.fromkeys(found))


def _detect(name: str, text: str, signed: str) -> Iterator[Wording]:
    is_page = name.endswith((".html", ".htm"))
    is_data = name.startswith("data/")
    if _has(_ERROR, text, signed):
        yield messages.PAGE_ERROR
    if _has(_PRIVATE_MARK if is_data else _ANY_MARK, text, signed):
        yield messages.PAGE_MARK
    if _PATH.search(text) and _has(_PATH, _LINK.sub("", text), signed):
        yield messages.PAGE_PATH
    if is_page and _TEMPLATE.search(text) and _has(_TEMPLATE, visible(_CODE.sub(" ", text)), signed):
        yield messages.PAGE_TEMPLATE
    is_drawn = is_page or name.endswith(".svg")
    asks = is_drawn and any(_asks_elsewhere(tag) for tag in _TAG.findall(text))
    if asks or ((is_drawn or name.endswith(".css")) and _STYLE.search(text)):
        yield messages.PAGE_FOREIGN
    has_script = _HANDLER.search(text) or (name.endswith(".svg") and "<script" in text.lower())
    if has_script and name.endswith((".html", ".htm", ".svg")):
        yield messages.PAGE_SCRIPT


def _asks_elsewhere(tag: str) -> bool:
    if _HARMLESS_LINK.match(tag):
        return False
    return bool(_ADDRESS.search(tag) or _REFRESH.search(tag))


def _has(pattern: re.Pattern[str], text: str, signed: str) -> bool:
    """Return whether a text has something of this form that was not signed off in the same words."""
    for found in pattern.finditer(text):
        snippet = one_line(text[found.start() : found.start() + _SNIPPET])
        if not signed or snippet not in signed:
            return True
    return False
