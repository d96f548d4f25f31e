"""Markdown read into blocks by the parser that reads the texts of records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from records.importing import import_messages as messages
from records.importing.paragraphs.blocks import (
    BULLET,
    Block,
    Cell,
    Oddity,
    Part,
    Run,
    Source,
    Spot,
    Table,
    after,
)
from records.importing.paragraphs.markers import without_marker
from records.importing.paragraphs.signs import lost_letters, plain_signs
from records.importing.readers.refusals import Refusal
from records.importing.readers.text_files import decoded

_FRONT = re.compile(r"\A(?:<!--.*?-->\s*)*---\n(?P<keys>.*?\n)---\n", re.DOTALL)
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_TAG = re.compile(r"<[^<>]{1,300}>")
_STARS = re.compile(r"\*\*")
DEEPEST = 100
"""How deep lists and quotations may stand in each other."""

SHORT, LONG = 60, 120
"""A line break after a line shorter or longer than this was meant: it is not from wrapping."""


@dataclass(frozen=True, slots=True)
class _List:
    ordered: bool
    number: int
    delimiter: str


def read_markdown(raw: bytes) -> Source:
    """Return what a Markdown file holds; comments and the keys before the text are told apart."""
    text = decoded(raw).replace("\r\n", "\n").replace("\r", "\n")
    lost = lost_letters(text)
    text = plain_signs(text).replace("\f", "\n")
    oddities = [Oddity("lost-letters", Spot(), str(lost))] if lost else []
    comments = [found[1].strip() for found in _COMMENT.finditer(text)]
    oddities += (Oddity("comment", Spot(), comment) for comment in comments if comment)
    front = _FRONT.match(text)
    keys = front["keys"] if front else ""
    body = _COMMENT.sub("", text[front.end() :] if front else text)
    parts: list[Part] = [
        Block((Run(line.strip()),), Spot(0, at))
        for at, line in enumerate(keys.split("\n"), 1)
        if line.strip()
    ]
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST})
    tokens = parser.enable(["table", "strikethrough"]).parse(body)
    if any(token.level >= DEEPEST - 1 for token in tokens):
        # The parser leaves out what lies deeper.
        raise Refusal(messages.DAMAGED)
    parts += _parts(tokens, len(parts))
    oddities += (Oddity("deleted", Spot(), words) for token in tokens if (words := _struck_out(token)))
    return Source(tuple(parts), tuple(oddities))


def _struck_out(token: Token) -> str:
    """Return the words of a paragraph that are struck out."""
    found: list[str] = []
    struck = False
    for child in token.children or []:
        struck = child.type == "s_open" or (struck and child.type != "s_close")
        if struck:
            found.append(" " if child.type.endswith("break") else child.content)
    return " ".join("".join(found).split())


def _parts(tokens: Sequence[Token], before: int) -> Iterator[Part]:
    """Yield the parts of parsed Markdown, counted on from those before."""
    lists: list[_List] = []
    fresh = False
    count = before
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.type in {"ordered_list_open", "bullet_list_open"}:
            first = int(token.attrGet("start") or 1) - 1
            lists.append(_List(token.type.startswith("ordered"), first, token.markup))
        elif token.type in {"ordered_list_close", "bullet_list_close"}:
            lists.pop()
        elif token.type == "list_item_open":
            delimiter = token.markup or "."
            lists[-1] = replace(lists[-1], number=lists[-1].number + 1, delimiter=delimiter)
            fresh = True
        elif token.type == "table_open":
            end = next(i for i in range(at, len(tokens)) if tokens[i].type == "table_close")
            count += 1
            yield _table(tokens[at:end], Spot(0, count))
            at = end
        elif token.type in {"inline", "code_block", "fence", "html_block"}:
            level = int(tokens[at - 1].tag[1]) if tokens[at - 1].type == "heading_open" else 0
            for runs in _lines(token):
                count += 1
                yield _block(runs, Spot(0, count), level, lists, fresh=fresh)
                fresh = False
        at += 1


def _block(runs: tuple[Run, ...], spot: Spot, level: int, lists: Sequence[_List], *, fresh: bool) -> Block:
    depth = len(lists) - 1
    if fresh and lists:
        number = f"{lists[-1].number}{lists[-1].delimiter}" if lists[-1].ordered else BULLET
        return Block(runs, spot, level, depth, number)
    words = "".join(run.text for run in runs)
    marked = without_marker(words)
    if marked.number and marked.number != BULLET and runs[0].text.startswith(marked.number):
        return Block(after(runs, len(words) - len(marked.text)), spot, level, depth, marked.number)
    return Block(runs, spot, level, depth)


def _table(tokens: Iterable[Token], spot: Spot) -> Table:
    rows: list[list[Cell]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            runs = [run for line in _lines(token) for run in (*line, Run(" "))]
            rows[-1].append((Block(tuple(runs[:-1]), spot),) if runs else ())
    return Table(tuple(tuple(row) for row in rows), spot)


def _lines(token: Token) -> Iterator[tuple[Run, ...]]:
    """Yield the runs of a paragraph: more than once where its line breaks were meant."""
    if token.type == "inline":
        yield from _broken(token)
        return
    for line in _TAG.sub("", token.content).split("\n"):
        if line.strip():
            yield (Run(line.strip()),)


def _broken(token: Token) -> Iterator[tuple[Run, ...]]:
    lines: list[list[Run]] = [[]]
    hard: list[bool] = []
    look = Run("")
    struck = False
    for child in token.children or []:
        if child.type in {"s_open", "s_close"}:
            struck = child.type == "s_open"
        elif struck:
            continue
        elif child.type in {"softbreak", "hardbreak"}:
            lines.append([])
            hard.append(child.type == "hardbreak")
        elif child.type.endswith(("_open", "_close")):
            look = _look(look, child)
        elif child.type == "image" or (child.type != "html_inline" and child.content):
            lines[-1].append(replace(look, text=child.content))
    joined: list[Run] = []
    for at, line in enumerate(lines):
        joined += line
        if at == len(lines) - 1 or hard[at] or not _is_wrapped(line) or _is_label(lines[at + 1]):
            runs = _loose_stars(joined)
            if any(run.text.strip() for run in runs):
                yield _stripped(runs)
            joined = []
        else:
            joined.append(Run(" "))


def _is_label(line: Iterable[Run]) -> bool:
    """Return whether a line begins in bold, as a label does, so that it goes on with nothing."""
    first = next((run for run in line if run.text.strip()), None)
    return first is not None and (first.bold or first.text.startswith("**"))


def _is_wrapped(line: Iterable[Run]) -> bool:
    return SHORT <= len("".join(run.text for run in line)) <= LONG


def _look(look: Run, token: Token) -> Run:
    opened = token.type.endswith("_open")
    name = token.type.rsplit("_", 1)[0]
    if name == "strong":
        return replace(look, bold=opened)
    if name == "em":
        return replace(look, italic=opened)
    return replace(look, link=str(token.attrGet("href") or "") if opened else "")


def _loose_stars(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs in which stars that were meant to make words bold, and do not in Markdown, do so."""
    bold = False
    found: list[Run] = []
    for run in runs:
        for at, piece in enumerate(_STARS.split(run.text)):
            if at:
                bold = not bold
            if piece:
                found.append(replace(run, text=piece, bold=run.bold or bold))
    return tuple(found)


def _stripped(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return (replace(runs[0], text=runs[0].text.lstrip()), *runs[1:]) if runs else runs
