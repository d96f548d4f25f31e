"""The sections of a finished page, as the search of the theme wants them: one for each heading with an id.

The theme's own reader runs the words of neighbouring cells together and takes a third of a build.
"""

from __future__ import annotations

import re
from html import escape, unescape

_HEADING = re.compile(r'<h([1-6])\b[^>]*?\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|mark|small|span|strong|sub|sup|time|wbr)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def sections(html: str, address: str) -> list[dict[str, str]]:
    """Return location, title and text of each section of a page; the first stands for the page itself.

    `address` is that of the page from the root of the site, without a leading `/`. Title and text are
    escaped, because the search shows them as HTML.
    """
    headings = list(_HEADING.finditer(html))
    ends = [*(heading.start() for heading in headings[1:]), len(html)]
    return [
        {
            "location": f"{address}#{heading[2]}" if number else address,
            "title": words(_PERMALINK.sub("", heading[3])),
            "text": words(html[heading.end() : end]),
        }
        for number, (heading, end) in enumerate(zip(headings, ends, strict=False))
    ]


def words(html: str) -> str:
    """Return the words of HTML on one line, escaped: blocks and cells apart, inline tags left out."""
    text = _TAG.sub(" ", _INLINE.sub("", html))
    return escape(unescape(" ".join(text.split())), quote=False)
