"""From the events of PyYAML's C parser to nodes, step by step and never deeper than a record needs.

Only events are taken from the parser: its `compose` crashes on deeply nested brackets.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from problems import Place, Problem, Wording
from records.yaml_files import reading_messages as messages
from records.yaml_files.nodes import Entry, Mapping, Node, Sequence, Text

DEEPEST = 50
"""How many lists and mappings may stand inside each other."""

NOWHERE = -1

ESCAPES = re.compile(r"""\\["\\]""")
"""The two escapes in double quotes that mean what they look like: a quotation mark and a backslash."""

LOST_WHEN_FOLDED = re.compile(r"\n[ \t]*(?:\n|(?:[-*+>|#]|\d{1,4}[.)])(?:[ \t]|$)|-\S)")
"""In a text whose lines YAML joins: an empty line, or a line that starts like one of a list or table."""

QUOTED = ("'", '"')
"""Styles in which an empty text was meant."""


class Span(NamedTuple):
    """Where a key or a value stands in the text, as offsets of its first character and behind its last."""

    start: int
    end: int
    owner: int
    """The column, from 0, of the key or hyphen that a value belongs to; NOWHERE for a key and in brackets."""
    key: int
    """The offset of the key that a value belongs to; NOWHERE for a key and for an item of a list."""


@dataclass(frozen=True, slots=True)
class Halt:
    """Where the parser gave up, and its own constant words, which are never shown."""

    problem: str
    offset: int
    line: int
    """From 0, as in the parser."""
    column: int
    context_line: int
    """The line at which the thing began that could not be read; NOWHERE if the parser does not say."""
    bracket_line: int
    """The line of the outermost bracket or brace that is open; NOWHERE if none is."""
    scalar: Text | None
    """The last key or value before the place."""
    scalar_end: int
    """The line, from 0, on which that one ended."""


@dataclass(frozen=True, slots=True)
class Tree:
    """What came out of one pass of the parser."""

    node: Node | None
    problems: tuple[Problem, ...]
    spans: tuple[Span, ...]
    empty: tuple[Place, ...]
    """Where a key or hyphen stands without a value; among the problems too."""
    halt: Halt | None
    second: int
    """The line, from 0, on which a second document starts; NOWHERE if none does."""


@dataclass(slots=True)
class Frame:
    """A list or mapping that is being read."""

    mapping: bool
    flow: bool
    line: int
    column: int
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: str | None = None
    key_line: int = 0
    key_column: int = 0
    key_offset: int = NOWHERE


@dataclass(slots=True)
class Reader:
    """What is known so far in one pass over the events.

    The events are Any below: the stubs say that each may lack its marks, and the C parser's never do.
    """

    text: str
    file: str
    root: Node | None = None
    done: bool = False
    frames: list[Frame] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    empty: list[Place] = field(default_factory=list)
    second: int = NOWHERE
    started: bool = False
    scalar: Text | None = None
    scalar_end: int = NOWHERE


def build(text: str, file: str) -> Tree:
    """Return the tree of a text without doubtful characters; never raises for anything in it."""
    reader = Reader(text, file)
    halt = None
    try:
        parser = yaml.CSafeLoader(text)
        while not reader.done:
            event: Any = parser.get_event()
            if isinstance(event, yaml.StreamEndEvent):
                break
            act = ACTIONS.get(type(event))
            if act:
                act(reader, event)
    except yaml.YAMLError as error:
        halt = _halt(reader, error)
    return Tree(
        reader.root,
        tuple(reader.problems),
        tuple(reader.spans),
        tuple(reader.empty),
        halt,
        reader.second,
    )


def _place(reader: Reader, mark: Any) -> Place:
    return Place(reader.file, mark.line + 1, mark.column + 1)


def _report(reader: Reader, wording: Wording, mark: Any) -> None:
    reader.problems.append(wording.at(_place(reader, mark)))


def _scalar(reader: Reader, event: Any) -> None:
    """Take a key or a value."""
    start, end = event.start_mark, event.end_mark
    value, style, line = event.value, event.style, start.line
    reader.scalar = node = Text(value, line + 1, start.column + 1, style)
    reader.scalar_end = end.line
    if event.anchor is not None or event.tag is not None:
        _named(reader, event)
    if style == '"' or (style != "|" and end.line > line):
        _check_style(reader, style, start, end)
    frame = reader.frames[-1] if reader.frames else None
    if frame is None or not frame.mapping:
        owner = frame.column if frame and not frame.flow else NOWHERE
        reader.spans.append(Span(start.index, end.index, owner, NOWHERE))
        if not value and style not in QUOTED and frame:
            _missing(reader, messages.EMPTY_VALUE, start)
        _put(reader, node)
    elif frame.key is None:
        reader.spans.append(Span(start.index, end.index, NOWHERE, NOWHERE))
        frame.key, frame.key_line, frame.key_column = value, line, start.column
        frame.key_offset = start.index
        if not value:
            _report(reader, messages.EMPTY_KEY, start)
        elif value == "<<" and not style:
            _report(reader, messages.MERGE_KEY, start)
    else:
        owner = NOWHERE if frame.flow else frame.column
        reader.spans.append(Span(start.index, end.index, owner, frame.key_offset))
        if not value and style not in QUOTED:
            wording = messages.EMPTY_IN_BRACES if frame.flow else messages.EMPTY_VALUE
            _missing(reader, wording, start)
        _put(reader, node)


def _check_style(reader: Reader, style: str, start: Any, end: Any) -> None:
    """Report escapes that change letters, and lines whose joining loses something."""
    written = reader.text[start.index : end.index]
    if style == '"' and "\\" in ESCAPES.sub("", written):
        _report(reader, messages.BACKSLASH, start)
    if end.line > start.line and LOST_WHEN_FOLDED.search(written.rstrip()):
        _report(reader, messages.TEXT_FOLDED, start)


def _missing(reader: Reader, wording: Wording, mark: Any) -> None:
    """Report that a value is missing."""
    _report(reader, wording, mark)
    reader.empty.append(_place(reader, mark))


def _start(reader: Reader, event: Any) -> None:
    """Open a list or mapping."""
    if event.anchor is not None or event.tag is not None:
        _named(reader, event)
    mark = event.start_mark
    if len(reader.frames) >= DEEPEST:
        reader.problems.append(messages.TOO_DEEP.at(_place(reader, mark), limit=DEEPEST))
        reader.root, reader.done = None, True
        return
    parent = reader.frames[-1] if reader.frames else None
    if parent and parent.mapping and parent.key is None:
        _report(reader, messages.COMPLEX_KEY, mark)
    mapping = isinstance(event, yaml.MappingStartEvent)
    reader.frames.append(Frame(mapping, bool(event.flow_style), mark.line, mark.column))


def _end(reader: Reader, _event: yaml.Event) -> None:
    """Close the innermost list or mapping and put it where it belongs."""
    frame = reader.frames.pop()
    line, column = frame.line + 1, frame.column + 1
    if frame.mapping:
        _put(reader, Mapping(tuple(frame.entries.values()), line, column, frame.flow))
    else:
        _put(reader, Sequence(tuple(frame.items), line, column, frame.flow))


def _put(reader: Reader, node: Node) -> None:
    """Put a finished node into the list or mapping around it; of two equal keys the first is kept."""
    if not reader.frames:
        reader.root = node
        return
    frame = reader.frames[-1]
    if not frame.mapping:
        frame.items.append(node)
    elif frame.key is None:
        # A list or mapping as a key, or the name of another value: reported, and its value is dropped.
        frame.key = ""
    else:
        key, frame.key = frame.key, None
        line = frame.key_line + 1
        first = frame.entries.setdefault(key, Entry(key, line, frame.key_column + 1, node))
        if first.value is not node and key:
            place = Place(reader.file, line, frame.key_column + 1)
            reader.problems.append(messages.DUPLICATE_KEY.at(place, first=first.line, second=line))


def _named(reader: Reader, event: Any) -> None:
    """Report an anchor or a tag."""
    _report(reader, messages.ANCHOR if event.anchor is not None else messages.TAG, event.start_mark)


def _alias(reader: Reader, event: Any) -> None:
    """Report an alias, and put an empty text in its place."""
    mark = event.start_mark
    _report(reader, messages.ALIAS, mark)
    _put(reader, Text("", mark.line + 1, mark.column + 1))


def _document(reader: Reader, event: Any) -> None:
    """Take the first document, and stop at a second."""
    if reader.started:
        _report(reader, messages.SECOND_DOCUMENT, event.start_mark)
        reader.second, reader.done = event.start_mark.line, True
    elif event.version or event.tags:
        _report(reader, messages.DIRECTIVE, event.start_mark)
    reader.started = True


def _document_end(reader: Reader, event: Any) -> None:
    """Report three dots at the margin."""
    if event.explicit:
        _report(reader, messages.DOCUMENT_END, event.start_mark)


ACTIONS: dict[type[yaml.Event], Callable[[Reader, Any], None]] = {
    yaml.ScalarEvent: _scalar,
    yaml.MappingStartEvent: _start,
    yaml.SequenceStartEvent: _start,
    yaml.MappingEndEvent: _end,
    yaml.SequenceEndEvent: _end,
    yaml.AliasEvent: _alias,
    yaml.DocumentStartEvent: _document,
    yaml.DocumentEndEvent: _document_end,
}


def _halt(reader: Reader, error: yaml.YAMLError) -> Halt:
    """Return where the parser gave up; its words are constants of libyaml and are compared, never shown."""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    brackets = [frame.line for frame in reader.frames if frame.flow]
    return Halt(
        problem=str(getattr(error, "problem", None) or ""),
        offset=mark.index if mark else 0,
        line=mark.line if mark else 0,
        column=mark.column if mark else 0,
        context_line=context.line if context else NOWHERE,
        bracket_line=brackets[0] if brackets else NOWHERE,
        scalar=reader.scalar,
        scalar_end=reader.scalar_end,
    )
