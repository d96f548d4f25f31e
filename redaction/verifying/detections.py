"""What no published file should hold, whatever the records say: traces of errors, marks, macros, paths.

What a signed-off text says is let through, because somebody decided to publish it: a meeting may have
talked about macros.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from problems import Place, Problem, Wording
from redaction import verification_messages as messages
from redaction.opening.readings import SCRIPT, visible
from redaction.watermarks import SHOWN, SIGN

_ERROR = re.compile(
    r"Traceback \(most recent call last\)|Macro (?:Rendering|Syntax) Error|\bobject at 0x[0-9a-fA-F]{4,}"
    r"|\bjinja2\.exceptions\.|\bat 0x[0-9a-fA-F]{8,}(?:>|&gt;)"
    r"|\bFile (?:\"|&quot;|&#34;)[^\"&\n]{1,200}(?:\"|&quot;|&#34;), line \d"
)
_PRIVATE_MARK = re.compile(r"\[\[\s*redact\b(?! REASON\|text\]\])", re.IGNORECASE)
_ANY_MARK = re.compile(
    r"\[\[\s*(?:redact\b(?! REASON\|text\]\])|withheld\b(?! REASON\]\])|(?:action|decision)\b(?! ID\]\]))",
    re.IGNORECASE,
)
"""Marks, but for the patterns by which a page explains them."""
_TEMPLATE = re.compile(r"\{\{[^{}]{0,200}\}\}|\{%[^{}%]{0,200}%\}|\{\{|\}\}|\{%|%\}")
_PATH = re.compile(
    r"(?<![\w./:-])(?:/(?:home|root|tmp|Users|var/folders)/\w|[A-Z]:\\\w|file:///?\w)[\w./\\-]*"
)
_LINK = re.compile(r"\b(?:href|src|action|content)=(?:\"[^\"]*\"|'[^']*'|[^\s>]+)")
_CODE = re.compile(r"<(code|pre)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)

_ASKING = re.compile(
    r"<(?:script|link|img|iframe|frame|form|input|button|source|video|audio|track|embed|object|image|use|base"
    r"|meta)\b",
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
_HANDLER = re.compile(
    r"<[a-z](?:[^\"'>]|\"[^\"]*\"|'[^']*')*?[\s\"'/]"
    r"(?:on[a-z]{3,}\s*=|(?:href|src|(?:form)?action)\s*=\s*[\"']?\s*javascript:)",
    re.IGNORECASE,
)
_ERROR_SIGNS = (
    "Traceback",
    "Macro ",
    "at 0x",
    "jinja2.exceptions",
    '", line ',
    "quot;, line ",
    "#34;, line ",
)
_TEMPLATE_SIGNS = ("{{", "}}", "{%", "%}")
_PATH_SIGNS = ("/home/", "/root/", "/tmp/", "/Users/", "/var/folders/", ":\\", "file://")  # noqa: S108  # searched for
_INLINE_SCRIPT = re.compile(
    r"<script\b(?![^>]*\bsrc\s*=)([^>]*)>(.*?)</script\s*>", re.IGNORECASE | re.DOTALL
)
_DATA_BLOCK = re.compile(r'\s+(?:id="__config"\s+)?type="application/(?:ld\+)?json"\s*')
"""What stands in the tag of a script that no browser runs: the settings of the theme, and linked data."""

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_DEPTH = re.compile(r"([\"'])(?:/|\.|(?:\.\./)*\.\.)\1")
_SPACE = re.compile(r"\s+")
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


def detect(
    name: str, text: str, signed: Callable[[], str], tags: Collection[str] = ()
) -> tuple[Problem, ...]:
    """Return what a text file of the site should not hold.

    `signed` gives everything that was signed off, on one line; what stands there too is let through. `tags`
    are the different tags of a page or drawing.
    """
    return tuple(wording.at(Place(name)) for wording in dict.fromkeys(_detect(name, text, signed, tags)))


def page_of(name: str, text: str) -> Page:
    """Return the inline scripts and comments of a page, without what differs by its depth in the site."""
    scripts = (
        ("script", _DEPTH.sub("", body))
        for attributes, body in _INLINE_SCRIPT.findall(text)
        if body.strip() and not _DATA_BLOCK.fullmatch(attributes)
    )
    held = SCRIPT.sub("", text) if "<!--" in text else ""
    comments = (("comment", each) for each in _COMMENT.findall(held))
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


def _detect(name: str, text: str, signed: Callable[[], str], tags: Collection[str]) -> Iterator[Wording]:
    is_page = name.endswith((".html", ".htm"))
    yield from _detect_anywhere(text, signed)
    if "[[" in text and (_PRIVATE_MARK if name.startswith("data/") else _ANY_MARK).search(text):
        yield messages.PAGE_MARK
    if any(sign in text for sign in _PATH_SIGNS) and _has(_PATH, _LINK.sub("", text), signed):
        yield messages.PAGE_PATH
    if is_page and _shows_template(text, signed):
        yield messages.PAGE_TEMPLATE
    if any(_asks_elsewhere(tag) for tag in tags if "//" in tag) or _draws_elsewhere(name, text):
        yield messages.PAGE_FOREIGN
    if any(map(_acts, tags)) or (tags and not is_page and "<script" in text.lower()):
        yield messages.PAGE_SCRIPT


def detect_opened(name: str, words: str, signed: Callable[[], str]) -> tuple[Problem, ...]:
    """Return what the words inside a PDF, a picture or an archive should not say."""
    wordings = [
        *_detect_anywhere(words, signed),
        *([messages.PAGE_MARK] if _PRIVATE_MARK.search(words) else []),
    ]
    return tuple(wording.at(Place(name)) for wording in dict.fromkeys(wordings))


def _detect_anywhere(text: str, signed: Callable[[], str]) -> Iterator[Wording]:
    """Yield what no file may say: that it is private, or how a program failed."""
    if SIGN in text or any(words in text for words in SHOWN):
        yield messages.PAGE_PRIVATE_VIEW
    if any(sign in text for sign in _ERROR_SIGNS) and _has(_ERROR, text, signed):
        yield messages.PAGE_ERROR


@lru_cache(maxsize=65_536)
def _acts(tag: str) -> bool:
    """Return whether a tag runs a script of its own. Pages share most of their tags."""
    return _HANDLER.match(tag) is not None


def _shows_template(text: str, signed: Callable[[], str]) -> bool:
    if not any(sign in text for sign in _TEMPLATE_SIGNS) or not _TEMPLATE.search(SCRIPT.sub(" ", text)):
        return False
    return _has(_TEMPLATE, visible(_CODE.sub(" ", text)), signed)


def _draws_elsewhere(name: str, text: str) -> bool:
    """Return whether a style asks another host for a picture, a font or more styles."""
    if not name.endswith((".html", ".htm", ".svg", ".css")):
        return False
    return ("url(" in text or "@import" in text) and _STYLE.search(text) is not None


def _asks_elsewhere(tag: str) -> bool:
    if not _ASKING.match(tag) or _HARMLESS_LINK.match(tag):
        return False
    return bool(_ADDRESS.search(tag) or _REFRESH.search(tag))


def _has(pattern: re.Pattern[str], text: str, signed: Callable[[], str]) -> bool:
    """Return whether a text has something of this form that was not signed off in the same words."""
    return any(one_line(found[0]) not in signed() for found in pattern.finditer(text))
