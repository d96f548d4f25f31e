"""Entities of HTML resolved, as a browser does: `&amp;`, `&#8211;`."""

from __future__ import annotations

import html
import re

_HUGE = re.compile(r"(&#\d{1000})\d+")
"""The number of a sign, of more digits than Python turns into a number. No browser knows such a sign."""


def unescape(text: str) -> str:
    """Return a text with its entities resolved; one without end raises nothing."""
    try:
        return html.unescape(text)
    except ValueError:
        return html.unescape(_HUGE.sub(r"\1", text))
