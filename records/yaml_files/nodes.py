"""What strict reading makes of a YAML file: text, lists and mappings, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from problems import Place

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
"""What a model is given: text, and lists and dictionaries of it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A value: always text, whatever it looks like. The model gives it a type."""

    value: str
    line: int
    """From 1, as for every node."""
    column: int
    style: str = ""
    """How it is written: nothing, `'`, `"`, or the sign of a block, `|` or `>`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping, with the key's own place, and its value."""

    key: str
    line: int
    column: int
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, in the order of the file; no key stands twice."""

    entries: tuple[Entry, ...]
    line: int
    column: int
    flow: bool = False
    """Whether it is written in braces."""

    def entry(self, key: str) -> Entry | None:
        """Return the entry with this key, if there is one."""
        return next((entry for entry in self.entries if entry.key == key), None)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, in the order of the file."""

    items: tuple[Node, ...]
    line: int
    column: int
    flow: bool = False
    """Whether it is written in square brackets."""


Node: TypeAlias = Text | Mapping | Sequence


def plain(node: Node) -> Plain:
    """Return the values without their places, for a model to check."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {entry.key: plain(entry.value) for entry in node.entries}


def position_of(node: Node, path: Iterable[str | int], *, key: bool = False) -> tuple[int, int]:
    """Return the line and column of the deepest node that a path leads to.

    A step which leads nowhere is skipped: pydantic puts names of its own in the `loc` of an error, and
    the path to a missing key ends at the mapping that lacks it. With `key`, the position is that of the
    last key on the way, not of its value.
    """
    here = (node.line, node.column)
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str):
            entry = node.entry(step)
            if entry is None:
                continue
            node = entry.value
            here = (entry.line, entry.column) if key else (node.line, node.column)
        elif isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
            node = node.items[step]
            here = (node.line, node.column)
    return here


def place_of(node: Node, path: Iterable[str | int], file: str, *, key: bool = False) -> Place:
    """Return the place in a file that a path leads to, as `position_of` finds it; its field is empty."""
    line, column = position_of(node, path, key=key)
    return Place(file, line, column)
