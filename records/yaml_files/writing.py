"""Writing records as YAML, laid out in one way, so that strict reading gives back the same values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from records.yaml_files.nodes import Entry, Mapping, Node, Plain, Sequence, Text
from records.yaml_files.wrapping import WIDTH, folded

STEP = 2
"""By how many spaces each level is indented."""

_KEY = re.compile(r"[A-Za-z0-9_][\w-]*", re.ASCII)
_BARE = re.compile(r"[A-Za-z0-9](?:[\w .()/£%&+\u2013\u2019-]*[\w.()/%+\u2019-])?")
"""A text that needs no quotation marks anywhere, and that is no list, mark or comment to anybody."""

_IN_BRACKETS = re.compile(r"[A-Za-z0-9](?:[\w ./@\u2013\u2019-]*[\w./@-])?")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"'})


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, which has a line of its own."""

    line: int
    """Its line in the file that it comes from, from 1."""
    column: int
    """How many spaces stand before it."""
    text: str
    """With its `#`."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands in a file beside its values."""

    comments: tuple[Comment, ...] = ()
    """In the order of the file."""
    gaps: frozenset[int] = frozenset()
    """The lines, from 1, above which a line is empty."""


Frames = tuple[tuple[int, int], ...]
"""The columns of the lists and mappings around a place: as they were, and as they are written."""


@dataclass(slots=True)
class _Sheet:
    """The lines written so far, and the comments that are still to be written."""

    comments: list[Comment]
    gaps: frozenset[int]
    lines: list[str] = field(default_factory=list)
    frames: Frames = ()
    ends_open: bool = False
    """Whether the last text keeps the empty lines below it, so that one more would belong to it."""


def node_of(plain: Plain) -> Node:
    """Return plain values as nodes, each text in the style that suits it."""
    if isinstance(plain, str):
        style = "|" if "\n" in plain else "" if _BARE.fullmatch(plain) else '"'
        return Text(plain, 0, 0, style)
    if isinstance(plain, list):
        texts = all(isinstance(each, str) and _IN_BRACKETS.fullmatch(each) for each in plain)
        return Sequence(tuple(map(node_of, plain)), 0, 0, flow=texts)
    return Mapping(tuple(Entry(key, 0, 0, node_of(value)) for key, value in plain.items()), 0, 0)


def written(node: Mapping, beside: Beside | None = None) -> str:
    """Return the text of a file with these values and comments. Marks stay as they are, on one line each.

    Values keep their style where it can carry them; a text of one line that is too long is folded.
    """
    beside = beside or Beside()
    sheet = _Sheet(list(beside.comments), beside.gaps)
    _mapping(sheet, node, 0, ())
    for comment in sheet.comments:
        _comment(sheet, comment, sheet.frames)
    return "\n".join(sheet.lines) + "\n"


def _mapping(sheet: _Sheet, node: Mapping, column: int, frames: Frames, lead: str = "") -> None:
    """Write the entries of a mapping; the first stands behind `lead`, which has written what is before it."""
    for entry in node.entries:
        here = (*frames, (entry.column - 1, column))
        if not lead:
            _before(sheet, entry.line, here)
        sheet.frames = here
        key = entry.key if _KEY.fullmatch(entry.key) else f'"{entry.key.translate(_ESCAPES)}"'
        _value(sheet, f"{lead or ' ' * column}{key}:", entry.value, column, here)
        lead = ""


def _sequence(sheet: _Sheet, node: Sequence, column: int, frames: Frames) -> None:
    here = (*frames, (node.column - 1, column))
    dash = " " * column + "-"
    for item in node.items:
        _before(sheet, item.line, here)
        sheet.frames = here
        if isinstance(item, Mapping) and _in_brackets(item) is None:
            _mapping(sheet, item, column + STEP, here, f"{dash} ")
        else:
            _value(sheet, dash, item, column, here)


def _value(sheet: _Sheet, head: str, node: Node, column: int, frames: Frames) -> None:
    """Write what stands behind a key or a hyphen, and below it."""
    sheet.ends_open = False
    if isinstance(node, Text):
        first, *rest = _text(node, column, len(head) + 1)
        sheet.lines += [f"{head} {first}", *rest]
        sheet.ends_open = first.endswith("+") and bool(rest)
        return
    line = _in_brackets(node)
    if line is not None and len(head) + 1 + len(line) <= WIDTH:
        sheet.lines.append(f"{head} {line}")
        return
    sheet.lines.append(head)
    if isinstance(node, Mapping):
        _mapping(sheet, node, column + STEP, frames)
    else:
        _sequence(sheet, node, column + STEP, frames)


def _in_brackets(node: Mapping | Sequence) -> str | None:
    """Return a list or mapping on one line; None where it was not written so or cannot be."""
    if isinstance(node, Sequence):
        parts = [("", item) for item in node.items]
        opening, closing = "[]"
    else:
        parts = [(f"{entry.key}: ", entry.value) for entry in node.entries]
        opening, closing = "{}"
    texts = [key + _short(item) for key, item in parts if isinstance(item, Text) and _is_simple(item)]
    simple = (node.flow or not parts) and len(texts) == len(parts)
    return f"{opening}{', '.join(texts)}{closing}" if simple else None


def _is_simple(node: Text) -> bool:
    return _IN_BRACKETS.fullmatch(node.value) is not None


def _short(node: Text) -> str:
    return f'"{node.value}"' if node.style in {"'", '"'} else node.value


def _text(node: Text, column: int, used: int) -> list[str]:
    """Return the lines of a text: the first for behind the key, the others as they stand below."""
    value, pad = node.value, " " * (column + STEP)
    if node.style == ">" and value.endswith("\n") and "\n" not in value[:-1]:
        lines = folded(value[:-1], WIDTH - len(pad))
        if lines:
            return [">", *(pad + line for line in lines)]
    if "\n" in value or node.style == "|":
        return _block(value, pad)
    line = value if node.style == "" and value else _quoted(value, node.style)
    if used + len(line) <= WIDTH:
        return [line]
    lines = folded(value, WIDTH - len(pad))
    return [">-", *(pad + each for each in lines)] if len(lines) > 1 else [line]


def _block(value: str, pad: str) -> list[str]:
    """Return a text under `|`."""
    body = value.rstrip("\n")
    ends = len(value) - len(body)
    keeps = "-" if not ends else "" if ends == 1 and body else "+"
    first = next((line for line in body.split("\n") if line), "")
    indent = str(STEP) if first.startswith(" ") else ""
    lines = value.split("\n")
    return [f"|{indent}{keeps}", *(pad + line if line else "" for line in (lines[:-1] if ends else lines))]


def _quoted(value: str, style: str) -> str:
    """Return a text on one line in the quotation marks that it needs; none, if it had none and needs none."""
    if style == ">" and _BARE.fullmatch(value):
        return value
    if style == "'" and ("\\" in value or '"' in value):
        return "'" + value.replace("'", "''") + "'"
    return f'"{value.translate(_ESCAPES)}"'


def _before(sheet: _Sheet, line: int, frames: Frames) -> None:
    """Write the comments that stand above a line, and the empty line above it if there was one."""
    while sheet.comments and sheet.comments[0].line < line:
        _comment(sheet, sheet.comments.pop(0), (*sheet.frames, frames[-1]))
    _gap(sheet, line)


def _comment(sheet: _Sheet, comment: Comment, frames: Iterable[tuple[int, int]]) -> None:
    _gap(sheet, comment.line)
    known = list(frames)
    if known and comment.column <= known[-1][0]:
        left = known[-1][1]
    else:
        left = max(((before, now) for before, now in known if before <= comment.column), default=(0, 0))[1]
    sheet.lines.append(" " * (left if comment.column else 0) + comment.text)
    sheet.ends_open = False


def _gap(sheet: _Sheet, line: int) -> None:
    if line in sheet.gaps and sheet.lines and sheet.lines[-1] and not sheet.ends_open:
        sheet.lines.append("")
