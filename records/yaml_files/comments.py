"""Comments in a YAML file, which may stand on lines of their own only: elsewhere they eat words of a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from problems import Place, Problem
from records.yaml_files import reading_messages as messages
from records.yaml_files.trees import NOWHERE, Span, Tree

WIDEST = 200
"""How far from the margin a key is looked for; nothing that is nested as deep as allowed lies further."""

BLOCK_FOLLOWS = re.compile(r"(?:^|[:-] +)[|>][-+0-9]*$")
"""The end of a line after which a block of text follows."""


def comment_problems(text: str, tree: Tree, file: str) -> tuple[Problem, ...]:
    """Return a problem for each comment that shares a line with a value or stands within a text."""
    if "#" not in text:
        return ()
    found = outside(after_space(text, "#"), text, tree)
    return tuple(_found(text, found, tree, file)) if found else ()


def question_problems(text: str, tree: Tree, file: str) -> tuple[Problem, ...]:
    """Return a problem for each key that is written with a question mark."""
    if "?" not in text:
        return ()
    offsets = (offset for offset in after_space(text, "?") if _starts_line(text, offset))
    found = outside(offsets, text, tree)
    lines = _line_starts(text) if found else ()
    return tuple(messages.COMPLEX_KEY.at(_place(offset, lines, file)) for offset in found)


def after_space(text: str, sign: str) -> Iterator[int]:
    """Yield where a sign follows a space or starts a line: within a word it means nothing to YAML."""
    offset = text.find(sign)
    while offset != NOWHERE:
        if offset == 0 or text[offset - 1] in " \n":
            yield offset
        offset = text.find(sign, offset + 1)


def _starts_line(text: str, offset: int) -> bool:
    """Say whether a question mark has a space behind it and only spaces and hyphens before it."""
    start = text.rfind("\n", max(0, offset - WIDEST), offset) + 1
    if not start and offset > WIDEST:
        return False
    before = text[start:offset]
    return text[offset + 1 : offset + 2] in ("", " ", "\n") and not before.strip(" -")


def outside(offsets: Iterable[int], text: str, tree: Tree) -> tuple[int, ...]:
    """Return the offsets that the parser got to and that lie in no key or value."""
    starts = [span[0] for span in tree.spans]
    end = tree.halt.offset if tree.halt else len(text)
    return tuple(
        offset for offset in offsets if offset < end and not _within(offset, text, tree.spans, starts)
    )


def _within(offset: int, text: str, spans: Sequence[Span], starts: Sequence[int]) -> bool:
    """Say whether a place lies within a key or value; the line that opens a block does not."""
    at = bisect_right(starts, offset) - 1
    if at < 0 or offset >= spans[at].end:
        return False
    start = spans[at].start
    return text[start] not in "|>" or text.find("\n", start, offset) != NOWHERE


def _found(text: str, outside: Iterable[int], tree: Tree, file: str) -> Iterator[Problem]:
    """Yield a problem for each comment among these hash signs that is not on a line of its own."""
    empty = {place.line for place in tree.empty}
    starts = [span.start for span in tree.spans]
    lines = _line_starts(text)
    commented = 0
    for offset in outside:
        place = _place(offset, lines, file)
        if place.line == commented:
            continue
        commented = place.line
        if text[lines[place.line - 1] : offset].strip():
            wording = messages.VALUE_IS_COMMENT if place.line in empty else messages.COMMENT_AFTER_VALUE
            yield wording.at(place)
        elif _in_text(offset, place.column, tree.spans, starts):
            yield messages.COMMENT_IN_TEXT.at(place)


def _in_text(offset: int, column: int, spans: Sequence[Span], starts: Sequence[int]) -> bool:
    """Say whether a comment on a line of its own looks like a line of the text before or after it."""
    after = bisect_right(starts, offset)
    if not after:
        return False
    before = spans[after - 1]
    continues = before.owner != NOWHERE and column > before.owner + 1
    return continues or (after < len(spans) and spans[after].key == before.start)


def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(found.end() for found in re.finditer("\n", text)))


def _place(offset: int, lines: Sequence[int], file: str) -> Place:
    line = bisect_right(lines, offset)
    return Place(file, line, offset - lines[line - 1] + 1)


def unread_problems(lines: Sequence[str], first: int, file: str) -> tuple[Problem, ...]:
    """Return what can be said of the lines from `first` (from 0) on, where the parser did not get to.

    Blocks of text are stepped over. What a quotation that is still open holds is taken for YAML, so
    only what is wrong in nearly every such file is reported.
    """
    return tuple(_unread_found(lines, first, file))


def _unread_found(lines: Sequence[str], first: int, file: str) -> Iterator[Problem]:
    block = NOWHERE
    for number in range(first, len(lines)):
        line = lines[number]
        indent = len(line) - len(line.lstrip(" "))
        if block != NOWHERE and (not line.strip() or indent > block):
            continue
        block = NOWHERE
        if line == "---" or line.startswith("--- "):
            yield messages.SECOND_DOCUMENT.at(Place(file, number + 1, 1))
        bare, sign, _ = line.partition(" #")
        if sign and bare.strip() and not set(bare) & set("'\""):
            wording = (
                messages.VALUE_IS_COMMENT if bare.rstrip().endswith(":") else messages.COMMENT_AFTER_VALUE
            )
            yield wording.at(Place(file, number + 1, len(bare) + 2))
        if BLOCK_FOLLOWS.search(line.rstrip()):
            block = indent
