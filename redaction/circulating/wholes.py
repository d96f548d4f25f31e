"""The whole of a text, with what its marks withhold, shaded so that readers know what is not public."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from editions.marks import Placement, Words
from editions.prose import MARK_TOKEN, parse
from problems import Place, Problem
from redaction.circulating.blocks import Block, Paragraph, Piece, Placed, Style, Table
from redaction.marking.marks import Lexed, lex
from redaction.marking.marks import Piece as Mark

_BEGINS, _ENDS = "\ue000", "\ue001"
"""Stand around withheld words while Markdown is read. No record holds them: they are private characters."""

KEPT_ELSEWHERE = "kept elsewhere"


@dataclass(frozen=True, slots=True)
class Reading:
    """How texts are read: the reasons of the policy, and where what is wrong is noted."""

    reasons: Mapping[str, str]
    """The words of each reason."""
    problems: list[Problem] = field(default_factory=list)


def line(raw: str, reading: Reading, place: Place) -> tuple[Piece, ...]:
    """Return the pieces of a line of text."""
    return tuple(_toggled(_with_signs(_lexed(raw, reading, place), reading), Piece("")))


def prose(raw: str, reading: Reading, place: Place) -> list[Block]:
    """Return the blocks of a text in Markdown."""
    return list(_blocks(parse(_with_signs(_lexed(raw, reading, place), reading))))


def _lexed(raw: str, reading: Reading, place: Place) -> Lexed:
    found = lex(raw, place, reading.reasons.keys())
    reading.problems.extend(found.problems)
    return found


def _with_signs(lexed: Lexed, reading: Reading) -> str:
    """Return a text whose withheld words stand between two signs."""

    def shown(piece: Mark) -> str:
        if isinstance(piece, Words):
            return piece.text
        if isinstance(piece, Placement):
            return f"[[{piece.kind} {piece.id}]]"
        words = piece.text or f"[{KEPT_ELSEWHERE}: {reading.reasons.get(piece.reason, piece.reason)}]"
        return f"{_BEGINS}{words}{_ENDS}"

    return "".join(map(shown, lexed.pieces))


@dataclass(slots=True)
class _State:
    """Where in a text the reading is."""

    lists: list[int | None] = field(default_factory=list)
    """For each list that is open, the number of the next item; None for points."""
    marker: str = ""
    quotes: int = 0
    rows: list[list[tuple[Piece, ...]]] = field(default_factory=list)
    in_table: bool = False
    heading: bool = False


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    state = _State()
    shaded = False
    for token in tokens:
        _enter(token, state)
        if token.type in {"fence", "code_block"}:
            text = token.content.replace(_BEGINS, "").replace(_ENDS, "").rstrip("\n")
            yield Paragraph((Piece(text),), "code", len(state.lists))
        elif token.type == "inline":
            children = token.children or []
            if len(children) == 1 and children[0].type == MARK_TOKEN:
                yield Placed(children[0].info, children[0].content)
                continue
            pieces = tuple(_inline(children, shaded=shaded))
            shaded = _is_open(token.content, before=shaded)
            if state.in_table:
                state.rows[-1].append(pieces)
                continue
            style: Style = "quoted" if state.quotes else ""
            bold = tuple(replace(piece, bold=True) for piece in pieces) if state.heading else pieces
            yield Paragraph(bold, style, len(state.lists), state.marker)
            state.marker = ""
        elif token.type == "table_close":
            yield Table(tuple(map(tuple, state.rows)))
            state.in_table = False


def _enter(token: Token, state: _State) -> None:
    """Note what a token opens or closes."""
    kind = token.type
    if kind == "bullet_list_open":
        state.lists.append(None)
    elif kind == "ordered_list_open":
        state.lists.append(int(token.attrGet("start") or 1))
    elif kind in {"bullet_list_close", "ordered_list_close"}:
        state.lists.pop()
    elif kind == "list_item_open":
        number = state.lists[-1]
        state.marker = "•" if number is None else f"{number}."
        if number is not None:
            state.lists[-1] = number + 1
    elif kind in {"blockquote_open", "blockquote_close"}:
        state.quotes += token.nesting
    elif kind in {"heading_open", "heading_close"}:
        state.heading = kind == "heading_open"
    elif kind == "table_open":
        state.rows, state.in_table = [], True
    elif kind == "tr_open":
        state.rows.append([])


def _inline(children: list[Token], *, shaded: bool) -> Iterator[Piece]:
    style = Piece("", shaded=shaded)
    addresses: list[str] = []
    for child in children:
        if child.type in {"strong_open", "strong_close"}:
            style = replace(style, bold=child.nesting > 0)
        elif child.type in {"em_open", "em_close"}:
            style = replace(style, italic=child.nesting > 0)
        elif child.type == "link_open":
            addresses.append(str(child.attrGet("href") or ""))
        elif child.type == "link_close":
            yield replace(style, text=f" ({addresses.pop()})")
        elif child.type in {"softbreak", "hardbreak"}:
            yield replace(style, text=" " if child.type == "softbreak" else "\n")
        else:
            text = f"[{child.info} {child.content}]" if child.type == MARK_TOKEN else child.content
            yield from _toggled(text, style)
            style = replace(style, shaded=_is_open(text, before=style.shaded))


def _toggled(text: str, style: Piece) -> Iterator[Piece]:
    """Yield the parts of a text, shaded between the two signs."""
    shaded = style.shaded
    part = ""
    for sign in text:
        if sign in {_BEGINS, _ENDS}:
            if part:
                yield replace(style, text=part, shaded=shaded)
            part, shaded = "", sign == _BEGINS
        else:
            part += sign
    if part:
        yield replace(style, text=part, shaded=shaded)


def _is_open(text: str, *, before: bool) -> bool:
    begins, ends = text.rfind(_BEGINS), text.rfind(_ENDS)
    return before if begins == ends else begins > ends
