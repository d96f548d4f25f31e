"""Breaking long lines where nothing is lost: between words, never in a mark, a link or a table."""

from __future__ import annotations

import re

WIDTH = 110
"""How long a line may be."""

_MARK = re.compile(r"\[\[.*?\]\]")
_WHOLE = re.compile(r"\[\[.*?\]\]|!?\[[^\]]*\]\([^)]*\)|`+[^`]*`+|<[^>]*>")
"""What is never broken: marks, links, pictures, code."""

_BREAK = re.compile(r"(?<=[^\s\\]) (?=[A-Za-z(\u201c\u2018\u00c0-\u024f])")
"""One space, after which a line can begin with no other meaning: a letter or an opening sign."""

_LIKE_A_LIST = re.compile(r"(?:[-*+>|#]|\d{1,4}[.)])(?: |$)|-\S")

_ITEM = re.compile(r"(?P<lead> {0,3}(?:[-*+]|\d{1,3}[.)]) )?(?=[^\s#>|=~+*-])")
_FENCE = re.compile(r"^ *(?:```|~~~)", re.MULTILINE)
_LEFT_ALONE = re.compile(r"\||^ {4}|\[\[(?!.*\]\])|^ *\[[^\[\]]+\]:")


def folded(text: str, width: int) -> list[str]:
    """Return the lines of a text of one line, which YAML joins again; empty where that would change it."""
    if text != text.strip() or "\n" in text or not text or _LIKE_A_LIST.match(text):
        return []
    return _broken(text, width)


def wrapped(prose: str, width: int) -> str:
    """Return prose in Markdown with its long lines broken: a break is then a space to whoever reads it.

    Code, tables, headings, quotations and lines with part of a mark stay as they are.
    """
    if _FENCE.search(prose):
        return prose
    depth = 0
    lines: list[str] = []
    for line in prose.split("\n"):
        apart = depth == 0 and len(line) > width and not _LEFT_ALONE.search(_MARK.sub("", line))
        depth = max(0, depth + line.count("[[") - line.count("]]"))
        start = _ITEM.match(line) if apart else None
        if start is None:
            lines.append(line)
            continue
        lead = start["lead"] or ""
        first, *rest = _broken(line[len(lead) :], width - len(lead))
        lines += [lead + first, *(" " * len(lead) + each for each in rest)]
    return "\n".join(lines)


def _broken(text: str, width: int) -> list[str]:
    whole = [found.span() for found in _WHOLE.finditer(text)]
    places = [
        found.start()
        for found in _BREAK.finditer(text)
        if not any(start < found.start() < end for start, end in whole)
    ]
    lines: list[str] = []
    start = last = 0
    for place in [*places, len(text)]:
        if place - start > width and last > start:
            lines.append(text[start:last])
            start = last + 1
        last = place
    return [*lines, text[start:]]
