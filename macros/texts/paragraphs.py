"""Paragraphs and lists in which no sign of Markdown stands, as HTML without a parser.

Nearly all of a set of minutes is so, and reading it as CommonMark took a third of the rendering. Whatever
is in doubt is left to the parser; a test with random text holds that both give the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.common.utils import escapeHtml

_REACHES_FAR = re.compile(r"```|~~~|\]:|^[^\S\n]*(?:#|=+[^\S\n]*$|-+[^\S\n]*$)", re.MULTILINE)
"""What may change the reading of other blocks: fences, definitions of links, and headings, which are moved
down together."""

_SIGN = re.compile(
    r"[\\`*_\[\]<>&|~\x00-\x09\x0b-\x1f\x7f\x85\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]"
)
"""A sign of Markdown, or white space other than a space or a line break."""

_BEGINS = r"[^\W\d_]|[(\"'‘“£€]|\d+(?![\d.)])"
"""How a line begins that is a paragraph: not as a list, a quotation, a heading or a rule."""

_ODD_LINE = re.compile(rf"\n(?!{_BEGINS})")
_ODD_POINT = re.compile(rf"\n(?!- (?:{_BEGINS}))")


@dataclass(frozen=True, slots=True)
class Ordinary:
    """A paragraph or list without a sign of Markdown."""

    html: str


def ordinary(text: str) -> list[Ordinary | str] | None:
    """Return the blocks of prose, those for the parser as they are; None when they depend on each other.

    Neighbouring blocks for the parser are one, because a list may go on after an empty line.
    """
    if _REACHES_FAR.search(text):
        return None
    found: list[Ordinary | str] = []
    unread: list[str] = []
    for block in text.strip("\n").split("\n\n"):
        if _SIGN.search(block) or " \n" in block or block.endswith(" ") or _ODD_LINE.search(f"\n{block}"):
            unread.append(block)
        else:
            found += _together(unread)
            unread = []
            found.append(Ordinary(f"<p>{escapeHtml(block)}</p>\n"))
    return [*found, *_together(unread)]


def _together(blocks: list[str]) -> list[Ordinary | str]:
    """Return neighbouring blocks that are no paragraphs: as a list, if they are one, or for the parser."""
    if not blocks:
        return []
    if len(blocks) > 1 or not _is_list(blocks[0]):
        return ["\n\n".join(blocks)]
    points = "".join(f"<li>{escapeHtml(point[2:])}</li>\n" for point in blocks[0].split("\n"))
    return [Ordinary(f"<ul>\n{points}</ul>\n")]


def _is_list(block: str) -> bool:
    """Return whether every line of a block is a point of a list, with nothing but words."""
    return not (
        _SIGN.search(block) or " \n" in block or block.endswith(" ") or _ODD_POINT.search(f"\n{block}")
    )
