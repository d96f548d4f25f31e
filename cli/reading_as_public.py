"""Public text as the site shows it, for a private view: the same words and marks, and nothing to follow."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape

from editions.entities import unescape
from macros.texts import prose

_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_HEADING = re.compile(r"<h[1-6][^>]*>(.*?)</h[1-6]>", re.DOTALL)
_REGION = re.compile(r'<div class="table-scroll"[^>]*>')


def reader(reasons: Mapping[str, str]) -> Callable[[str, str], str]:
    """Return what shows public text as the public reads it; `reasons` holds the words of each reason.

    It goes through the same parser as the site. Links become their words with the address beside them, so
    that a private view leads nowhere; headings and tables keep their looks only, so that they stand in no way
    of those of the view. What cannot be shown gives nothing.
    """

    def as_read(text: str, written: str) -> str:
        try:
            if written == "line":
                return _harmless(prose.line(text, reasons, linked=False))
            return _harmless(prose.html(text, reasons, _said))
        except ValueError:  # It is no public text; the review says why.
            return ""

    return as_read


def _said(kind: str, name: str) -> str:
    """Return words that say what will stand at a mark which places something."""
    return f'<p class="placed">Here stands the {kind} {escape(name)}.</p>'


def _harmless(shown: str) -> str:
    shown = _HEADING.sub(r'<p class="as-heading">\1</p>', _REGION.sub("<div>", shown))
    return _LINK.sub(_told, shown)


def _told(link: re.Match[str]) -> str:
    address, words = link[1], link[2]
    if address.startswith(("#", "/")):
        return words
    return f'<u>{words}</u> <span class="name">({escape(unescape(address))})</span>'
