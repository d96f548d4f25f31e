"""Strict reading of one YAML file: all of it is text, and whatever could be misread is a problem.

YAML's own rules lose words without saying so: a repeated key, ` #` in a text, a text that starts with
`&` or `!`. Here each of them is a problem that says how to write it. decisions/strict-reading.md has why.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import yaml

from problems import Place, Problem, in_order
from records.yaml_files import reading_messages as messages
from records.yaml_files.characters import clean
from records.yaml_files.comments import comment_problems, question_problems, unread_problems
from records.yaml_files.nodes import Mapping, Node, Sequence
from records.yaml_files.trees import NOWHERE, Tree, build
from records.yaml_files.yaml_mistakes import explain

LARGEST = 1_000_000
"""The largest file that is read, in bytes."""

MOST_ATTEMPTS = 30
MOST_PARSED = 3_000_000
"""How often a broken file is read again with one more mistake mended, and how many characters in all."""

MOST_PROBLEMS = 100
"""How many problems of one file are listed."""

UTF16_AND_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
BINARY = (b"\x00", b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
"""How files begin that are no text, or what they hold: PDF, Office, pictures."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds, and what is wrong with it."""

    node: Mapping | None
    """None where the file could not be read to its end. It may be here although there are errors, so that
    a model can add its own; a record with an error is never used."""
    problems: tuple[Problem, ...]
    """In the order of the file, at most 101: the last then says how many more there are."""


def read(raw: bytes, file: str) -> Reading:
    """Return what the bytes of a file hold, and every problem that could be found; never raises.

    `file` is the name for messages: relative to the project, with `/`.
    """
    decoded = _decode(raw, file)
    if isinstance(decoded, Problem):
        return Reading(None, (decoded,))
    text = decoded.replace("\r\n", "\n").replace("\r", "\n")
    problems: list[Problem] = []
    if raw.startswith(BYTE_ORDER_MARK):
        problems.append(messages.FILE_BYTE_ORDER_MARK.at(Place(file, 1, 1)))
        text = text[1:]
    conflicts = _conflicts(text, file)
    if conflicts:
        return Reading(None, _listed([*problems, *conflicts], file))
    cleaned = clean(text, file)
    problems += cleaned.problems
    if not hasattr(yaml, "CSafeLoader"):
        return Reading(None, (*problems, messages.NO_FAST_PARSER.at(Place(file))))
    node, found = _parse(cleaned.text, file)
    return Reading(node, _listed([*problems, *found], file))


def expected_text(node: Node, place: Place) -> Problem:
    """Return the problem of a list or mapping that stands where the model expects a text."""
    if isinstance(node, Sequence):
        doubled = node.flow and len(node.items) == 1 and isinstance(node.items[0], Sequence)
        return (messages.TEXT_IS_MARK if doubled else messages.TEXT_IS_LIST).at(place)
    braces = isinstance(node, Mapping) and node.flow
    return (messages.TEXT_IS_BRACES if braces else messages.TEXT_IS_MAPPING).at(place)


def too_large(file: str) -> Reading:
    """Return the reading of a file that is too large to look into."""
    return Reading(None, (messages.FILE_TOO_LARGE.at(Place(file), limit=LARGEST),))


def _decode(raw: bytes, file: str) -> str | Problem:
    """Return the text of a file, or why it is not one."""
    if len(raw) > LARGEST:
        return messages.FILE_TOO_LARGE.at(Place(file), limit=LARGEST)
    if raw.startswith(UTF16_AND_32) or _every_other_zero(raw):
        return messages.FILE_UTF16.at(Place(file))
    if b"\x00" in raw or raw.startswith(BINARY):
        return messages.FILE_BINARY.at(Place(file))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        return messages.FILE_NOT_UTF8.at(Place(file, line))


def _every_other_zero(raw: bytes) -> bool:
    """Say whether bytes without a mark look like letters in UTF-16 or UTF-32: half or more are zero."""
    start = raw[:400]
    return len(start) > 1 and (not any(start[::2]) or not any(start[1::2]))


def _conflicts(text: str, file: str) -> list[Problem]:
    """Return a problem for each place at which git left two versions for somebody to choose from."""
    return [
        messages.FILE_IN_CONFLICT.at(Place(file, number, 1))
        for number, line in enumerate(text.split("\n"), 1)
        if line.startswith("<<<<<<< ")
    ]


def _parse(text: str, file: str) -> tuple[Mapping | None, list[Problem]]:
    """Return the tree of a text and its problems, mending one mistake after the other to find the next."""
    lines = tuple(text.split("\n"))
    mistakes: list[Problem] = []
    mended: set[int] = set()
    budget = MOST_PARSED
    for _ in range(MOST_ATTEMPTS):
        current = "\n".join(lines)
        budget -= len(current)
        tree = build(current, file)
        repaired = _repaired(lines, tree, file, mistakes)
        if repaired is None or budget < len(current):
            break
        mended |= {at for at, pair in enumerate(zip(lines, repaired, strict=True)) if pair[0] != pair[1]}
        lines = repaired
    found = [*tree.problems, *comment_problems(current, tree, file), *question_problems(current, tree, file)]
    swallowed = {problem.place.line for problem in found if problem.code == messages.VALUE_IS_COMMENT.code}
    kept = [
        problem
        for problem in found
        if problem.place.line - 1 not in mended
        and not (problem.code == messages.EMPTY_VALUE.code and problem.place.line in swallowed)
    ]
    if tree.halt:
        kept += unread_problems(lines, tree.halt.line + 1, file)
    elif not mistakes and not isinstance(tree.node, Mapping):
        kept += _no_mapping(tree, file)
    whole = tree.node if isinstance(tree.node, Mapping) and not mistakes and not tree.halt else None
    last = len(text.rstrip().split("\n"))
    return whole, [_within(problem, last) for problem in (*mistakes, *kept)]


def _within(problem: Problem, last: int) -> Problem:
    """Return a problem that the parser saw behind the end of the file as one on the last line."""
    if problem.place.line <= last:
        return problem
    return replace(problem, place=replace(problem.place, line=last, column=1))


def _repaired(
    lines: tuple[str, ...], tree: Tree, file: str, mistakes: list[Problem]
) -> tuple[str, ...] | None:
    """Note what stopped the parser; return lines without it, or None if nothing did or can be mended."""
    dots = [problem.place.line - 1 for problem in tree.problems if problem.code == messages.DOCUMENT_END.code]
    if dots and (tree.halt or tree.second != NOWHERE):
        mistakes.append(messages.DOCUMENT_END.at(Place(file, dots[0] + 1, 1)))
        return (*lines[: dots[0]], "", *lines[dots[0] + 1 :])
    if tree.halt:
        mistake = explain(lines, tree.halt)
        mistakes.append(mistake.wording.at(Place(file, mistake.line + 1, mistake.column + 1)))
        return mistake.mended if mistake.mended != lines else None
    if tree.second != NOWHERE:
        mistakes.append(messages.SECOND_DOCUMENT.at(Place(file, tree.second + 1, 1)))
        return (*lines[: tree.second], "", *lines[tree.second + 1 :])
    return None


def _no_mapping(tree: Tree, file: str) -> list[Problem]:
    """Return the problem of a file that has no keys."""
    if tree.node is None:
        return [] if tree.problems else [messages.FILE_EMPTY.at(Place(file))]
    if getattr(tree.node, "value", None) == "":
        return [messages.FILE_EMPTY.at(Place(file))]
    return [messages.NOT_A_MAPPING.at(Place(file, tree.node.line, tree.node.column))]


def _listed(problems: list[Problem], file: str) -> tuple[Problem, ...]:
    """Return the problems in order, each once, and how many more there are than can be listed."""
    ordered = in_order(problems)
    more = len(ordered) - MOST_PROBLEMS
    if more <= 0:
        return ordered
    return (*ordered[:MOST_PROBLEMS], messages.MORE_PROBLEMS.at(Place(file), more=more))
