"""Which slip of prose a YAML syntax error comes from, judged by the lines and not by the parser's words.

The parser reports one error and quotes values in it. Here the line is looked at instead, and mended with
a stand-in, so that reading can go on to the next mistake.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from problems import Wording
from records.yaml_files import yaml_messages as messages
from records.yaml_files.reading_messages import ALIAS, ANCHOR, BACKSLASH, TAG
from records.yaml_files.trees import NOWHERE, Halt

KEY = re.compile(r"""(?:[A-Za-z0-9_][\w-]*|"[^"]*"|'[^']*') *\Z""")
"""What looks like a key of the data format or an id, and not like words before a colon."""

NO_SPACE = re.compile(r" *(?:- +)*[A-Za-z_][\w-]*:(?=[^\s/])")
"""A key whose colon has no space after it; two slashes would make it an address on the web."""

HYPHENS = re.compile(r" *(?:-(?: +|$))*")
KEY_COLON = re.compile(r":(?= |$)")

STAND_IN = "x"

AT_START: dict[str, Wording] = {
    "[": messages.SQUARE_BRACKET,
    "{": messages.BRACE,
    "*": ALIAS,
    "&": ANCHOR,
    "!": TAG,
    "%": messages.PERCENT,
    "@": messages.AT_SIGN,
    "`": messages.BACKTICK,
    "|": messages.WORDS_AFTER_BAR,
    ">": messages.GREATER_THAN,
    ",": messages.COMMA,
    "]": messages.CLOSING_BRACKET,
    "}": messages.CLOSING_BRACKET,
}
"""What a value that YAML cannot read starts with."""

AT_START_WITH_SPACE: dict[str, Wording] = {
    "-": messages.HYPHEN,
    "?": messages.QUESTION,
    ":": messages.COLON_AT_START,
}
"""The same for signs that count only before a space."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, taken apart."""

    indent: int
    owner: int
    """Where the key stands, or the innermost hyphen; deeper lines below belong to its value."""
    key: bool
    hyphen: bool
    start: int
    """Where the value starts."""
    value: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong, where (from 0), and the lines without it."""

    wording: Wording
    line: int
    column: int
    mended: tuple[str, ...] | None
    """None where it is not sure what the lines should be: reading stops then."""


def apart(line: str) -> Line:
    """Return the parts of a line: hyphens, a key, the value."""
    indent = len(line) - len(line.lstrip(" "))
    hyphens = HYPHENS.match(line)
    at = hyphens.end() if hyphens else indent
    hyphen = at > indent
    owner = line.rfind("-", indent, at) if hyphen else indent
    colon = KEY_COLON.search(line, at)
    if colon and KEY.match(line[at : colon.start()]):
        start = colon.end() + len(line[colon.end() :]) - len(line[colon.end() :].lstrip(" "))
        return Line(indent, at, key=True, hyphen=hyphen, start=start, value=line[start:].rstrip())
    return Line(indent, owner, key=False, hyphen=hyphen, start=at, value=line[at:].rstrip())


def explain(lines: tuple[str, ...], halt: Halt) -> Mistake:  # noqa: PLR0911 (one return for each kind of mistake is plainest)
    """Return the mistake at which the parser gave up. The lines are those that it was given."""
    last = len(lines) - 1
    at = min(halt.line, last)
    if "mapping values" in halt.problem:
        return _colon(lines, at, halt)
    if "expected ':'" in halt.problem:
        return _loose(lines, min(max(halt.context_line, 0), last), halt)
    for number in _suspects(halt, at):
        mistake = _value_mistake(lines, min(number, last), halt)
        if mistake:
            return mistake
    if "escape" in halt.problem or "hexdecimal" in halt.problem:
        return _mended(lines, at, BACKSLASH)
    if "expected key" in halt.problem or "'-' indicator" in halt.problem:
        return _displaced(lines, at, halt)
    line = apart(lines[at])
    if not line.key and not line.hyphen and line.value:
        return _loose(lines, at, halt)
    return Mistake(messages.NOT_YAML, at, halt.column, None)


def _suspects(halt: Halt, at: int) -> Iterable[int]:
    """Return the lines on which the value that confused the parser may start, likeliest first."""
    if halt.bracket_line != NOWHERE:
        return (halt.bracket_line,)
    open_quotation = halt.scalar is not None and halt.scalar.style in {"'", '"'}
    if open_quotation and halt.scalar and halt.scalar_end == at and halt.scalar.line - 1 < at:
        return (halt.scalar.line - 1,)
    if halt.context_line != NOWHERE and "expected key" not in halt.problem and "'-'" not in halt.problem:
        return (halt.context_line, at)
    return (at,)


def value_fault(value: str) -> Wording | None:  # noqa: PLR0911 (the same)
    """Return why YAML cannot read a value that starts like this, or None for one that it may read."""
    first = value[:1]
    if value.startswith("[["):
        return messages.MARK_AT_START
    if first in AT_START:
        return AT_START[first]
    if first in AT_START_WITH_SPACE and value[1:2] in ("", " "):
        return AT_START_WITH_SPACE[first]
    if first == '"':
        return _quotation_fault(re.sub(r"\\.", "", value[1:]), '"')
    if first == "'":
        return _quotation_fault(value[1:].replace("''", ""), "'")
    if ": " in value or value.endswith(":"):
        return messages.COLON
    return None


def _quotation_fault(rest: str, mark: str) -> Wording | None:
    """Return what is wrong with a quotation, given what follows its first mark, without escapes."""
    inside, closing, after = rest.partition(mark)
    if not closing:
        return messages.QUOTES_OPEN if mark == '"' else messages.APOSTROPHE
    if not after.strip() or after.lstrip().startswith("#"):
        return None
    return messages.WORDS_AFTER_QUOTES if mark == '"' or inside.endswith(" ") else messages.APOSTROPHE


def _value_mistake(lines: tuple[str, ...], at: int, halt: Halt) -> Mistake | None:
    """Return the mistake in the value of a line, if there is one."""
    line = apart(lines[at])
    wording = value_fault(line.value)
    if wording is None:
        return None
    above = _above(lines, at)
    waiting = above is not None and not apart(lines[above]).value
    if line.key or line.hyphen or waiting:
        return _mended(lines, at, wording)
    return _loose(lines, at, halt)


def _mended(lines: tuple[str, ...], at: int, wording: Wording, column: int | None = None) -> Mistake:
    """Return a mistake in a value, whose line and the deeper ones below it get a stand-in."""
    line = apart(lines[at])
    mended = list(lines)
    mended[at] = lines[at][: line.start] + STAND_IN
    for number in range(at + 1, len(lines)):
        below = lines[number]
        if below.strip() and len(below) - len(below.lstrip(" ")) <= line.owner:
            break
        mended[number] = ""
    return Mistake(wording, at, line.start if column is None else column, tuple(mended))


def _colon(lines: tuple[str, ...], at: int, halt: Halt) -> Mistake:
    """Return the mistake behind a colon that YAML did not expect."""
    line = apart(lines[at])
    first = halt.scalar.line - 1 if halt.scalar else at
    above = _above(lines, at)
    if above is not None and above >= first and NO_SPACE.match(lines[above]):
        return _spaced(lines, above)
    if first < at or (line.key and halt.column < line.start):
        if (
            above is not None
            and not apart(lines[above]).key
            and not apart(lines[above]).hyphen
            and above == first
        ):
            return _loose(lines, above, halt)
        return Mistake(messages.COLON_ON_NEXT_LINE, at, line.indent, _blanked(lines, at, at + 1))
    fault = value_fault(line.value) if line.value[:1] in {"[", "{", '"', "'"} else None
    return _mended(lines, at, fault or messages.COLON, halt.column)


def _loose(lines: tuple[str, ...], at: int, halt: Halt) -> Mistake:
    """Return the mistake behind a line that is neither key nor item: one for all such lines together."""
    if NO_SPACE.match(lines[at]):
        return _spaced(lines, at)
    line = apart(lines[at])
    end = at + 1
    while end < len(lines) and not (apart(lines[end]).key or apart(lines[end]).hyphen):
        end += 1
    in_block = halt.scalar is not None and halt.scalar.style in {"|", ">"} and _above(lines, at) is not None
    wording = messages.TEXT_LEFT_BLOCK if in_block else value_fault(line.value) or messages.LOOSE_LINE
    return Mistake(wording, at, line.indent, _blanked(lines, at, end))


def _displaced(lines: tuple[str, ...], at: int, halt: Halt) -> Mistake:
    """Return the mistake behind a line in the wrong column."""
    line = apart(lines[at])
    if not line.key and not line.hyphen and line.value:
        return _loose(lines, at, halt)
    return Mistake(messages.INDENTATION, at, line.indent, None)


def _spaced(lines: tuple[str, ...], at: int) -> Mistake:
    """Return the mistake of a colon without a space, and the lines with that space."""
    found = NO_SPACE.match(lines[at])
    end = found.end() if found else 0
    mended = (*lines[:at], f"{lines[at][:end]} {STAND_IN}", *lines[at + 1 :])
    return Mistake(messages.NO_SPACE_AFTER_COLON, at, max(end - 1, 0), mended)


def _blanked(lines: tuple[str, ...], start: int, end: int) -> tuple[str, ...]:
    return (*lines[:start], *("" for _ in range(start, end)), *lines[end:])


def _above(lines: tuple[str, ...], at: int) -> int | None:
    """Return the nearest line above that is neither empty nor a comment."""
    for number in range(at - 1, -1, -1):
        if lines[number].strip() and not lines[number].lstrip().startswith("#"):
            return number
    return None
