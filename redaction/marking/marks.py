"""What a text of a private record says to the public, read from the marks in it.

The text is read raw, before Markdown or a template sees it, and wholly: each character belongs to a
mark or to the words between, and whatever resembles a mark and is not one is a problem
(decisions/inline-marks.md).
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from bisect import bisect
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NewType, cast

from editions.marks import Placement, PlacementKind, Words, is_public
from problems import Place, Problem
from redaction.marking import messages
from redaction.marking.damages import ID, Finding, find_damages, fold_around
from redaction.marking.lookalikes import DOUBLE_CLOSE, DOUBLE_OPEN, INVISIBLE, fold, look

PublicText = NewType("PublicText", str)
"""Text that went through `public_text`, and so may be published."""

_MARK = re.compile(
    rf"\[\[(?:redact (?P<redact>{ID})\|(?P<text>[^\[\]|]*+)|withheld (?P<withheld>{ID})"
    rf"|(?P<kind>action|decision) (?P<id>{ID}))\]\]"
)
_BLANK_LINE = re.compile(r"(?:\r\n?+|\n)[^\S\n\r]*+[\n\r]")
_CODED = re.compile(
    r"&(?:#0*(?:91|93|124)|#x0*(?:5b|5d|7c)|[lr]sqb|[lr]brack|vert|verbar|verticalline);?|%5b|%5d|%7c"
)
_JOINERS = (
    "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}'\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}*_~`@"
)
"""Characters that do not end a word when a letter stands on their other side."""
_PLAIN = r"[A-Za-z0-9 \n.,;:!?'\"/)\u00a3\u2013\u2014\u2018\u2019\u201c\u201d-]*+"
_ORDINARY = re.compile(rf"{_PLAIN}(?:\((?![ \n]*(?i:redact|withheld|action|decision)){_PLAIN})*+")
_BRACKETS = f"[]{DOUBLE_OPEN}{DOUBLE_CLOSE}"
_EMOJI_JOINER = "\N{ZERO WIDTH JOINER}"
_LONGEST_REASON = 80
"""Characters of an unknown reason that are compared with the known ones."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """Words that are not published, and why."""

    reason: str
    """The id of a reason of the policy."""
    text: str = field(repr=False)
    """The words, empty when they are kept elsewhere. Left out of `repr()`, so that no log holds them."""


Piece = Words | Hidden | Placement


@dataclass(frozen=True, slots=True)
class Lexed:
    """A text taken apart; only one without problems can be published."""

    pieces: tuple[Piece, ...]
    """The words and marks in order. With problems, a damaged mark stands among the words."""
    problems: tuple[Problem, ...]


def lex(raw: str, place: Place, reasons: Collection[str]) -> Lexed:
    """Return the pieces of a text and everything that is wrong with its marks, for any text at all.

    `place` is where the text begins; `reasons` are the ids of the policy's reasons.
    """
    if is_ordinary(raw):
        return Lexed((Words(raw),) if raw else (), ())
    marks = tuple(_MARK.finditer(raw))
    seen = fold_around(raw, (mark.span() for mark in marks))
    found = [*find_damages(raw, seen, reasons)]
    for mark in marks:
        found.extend(_check_mark(mark, reasons))
        found.extend(_check_neighbours(raw, seen, mark))
    pieces = tuple(_pieces(raw, marks))
    if not found and not is_public(_write(pieces)):
        found.append(Finding(0, len(raw), messages.MARK_UNCLEAR))
    found.sort(key=lambda finding: finding.start)
    return Lexed(pieces, tuple(_problems(raw, place, found)))


def is_ordinary(raw: str) -> bool:
    """Return whether a text has such characters only that no mark, damaged or not, can stand in it."""
    return _ORDINARY.fullmatch(raw) is not None


def public_text(lexed: Lexed) -> PublicText:
    """Return the text with a notice in place of each passage that is not published.

    Notices of one reason with nothing but white space between them become one, within a paragraph.
    Raises ValueError when the text has problems; the error does not quote it.
    """
    if lexed.problems:
        raise ValueError("A text with damaged marks cannot be made public.")
    return PublicText(_write(lexed.pieces))


def hidden_texts(lexed: Lexed) -> tuple[str, ...]:
    """Return the words in the marks that must not be published, in order."""
    return tuple(piece.text for piece in lexed.pieces if isinstance(piece, Hidden) and piece.text)


def _pieces(raw: str, marks: Iterable[re.Match[str]]) -> Iterator[Piece]:
    end = 0
    for mark in marks:
        if mark.start() > end:
            yield Words(raw[end : mark.start()])
        if mark["kind"]:
            yield Placement(cast("PlacementKind", mark["kind"]), mark["id"])
        else:
            yield Hidden(mark["redact"] or mark["withheld"], mark["text"] or "")
        end = mark.end()
    if end < len(raw):
        yield Words(raw[end:])


def _write(pieces: Iterable[Piece]) -> str:
    """Return the public form of the pieces."""
    parts: list[str] = []
    reason, gap = "", ""
    for piece in pieces:
        if isinstance(piece, Words):
            gap += piece.text
            continue
        is_neighbour = gap.strip() == "" and not _BLANK_LINE.search(gap)
        if isinstance(piece, Hidden):
            if not (is_neighbour and piece.reason == reason):
                parts += [gap, f"[[withheld {piece.reason}]]"]
            reason = piece.reason
        else:
            parts += [gap, f"[[{piece.kind} {piece.id}]]"]
            reason = ""
        gap = ""
    return "".join([*parts, gap])


def _check_mark(mark: re.Match[str], reasons: Collection[str]) -> Iterator[Finding]:
    """Yield what is wrong within a whole mark."""
    reason = mark["redact"] or mark["withheld"]
    if reason and reason not in reasons:
        advice = {"advice": _advise_reason(reason, reasons)}
        yield Finding(mark.start(), mark.end(), messages.MARK_UNKNOWN_REASON, advice)
    text = mark["text"]
    if text is None:
        return
    shown = fold(text)
    checks = {
        messages.MARK_EMPTY: not text.strip(),
        messages.MARK_EDGE_SPACE: text.strip() not in ("", text),
        messages.MARK_BLANK_LINE: text.strip() != "" and _BLANK_LINE.search(text) is not None,
        messages.MARK_BACKSLASH: text.startswith("\\") or text.endswith("\\"),
        messages.MARK_LOOK_ALIKE: any(c in shown for c in f"{_BRACKETS}|"),
        messages.MARK_ENCODED: _CODED.search(shown) is not None,
        messages.MARK_INVISIBLE: any(_is_invisible(c) for c in set(text)),
    }
    for wording, is_wrong in checks.items():
        if is_wrong:
            yield Finding(mark.start(), mark.end(), wording)


def _check_neighbours(raw: str, seen: str, mark: re.Match[str]) -> Iterator[Finding]:
    """Yield what is wrong with the characters that stand right before and after a whole mark."""
    start, end = mark.span()
    before, after = seen[max(start - 1, 0) : start], seen[end : end + 1]
    while start > 0 and raw[start - 1] in _JOINERS:
        start -= 1
    while end < len(raw) and raw[end] in _JOINERS:
        end += 1
    checks = {
        messages.MARK_TOUCHES_WORD: _is_of_word(raw[max(start - 1, 0) : start] + raw[end : end + 1]),
        messages.MARK_TOUCHES_BRACKET: any(c in _BRACKETS for c in before + after) or after == "(",
        messages.MARK_BACKSLASH: "\\" in before + after,
        messages.MARK_INVISIBLE: INVISIBLE in before + after,
    }
    for wording, is_wrong in checks.items():
        if is_wrong:
            yield Finding(*mark.span(), wording)


def _is_of_word(characters: str) -> bool:
    """Return whether one of these is a letter, a digit or a vowel sign."""
    return any(c.isalnum() or unicodedata.category(c) == "Mc" for c in characters)


def _is_invisible(character: str) -> bool:
    """Return whether a reader cannot see a character of hidden text; accents and joined emoji are fine."""
    is_accent = unicodedata.category(character) in ("Mn", "Me")
    return look(character) == INVISIBLE and not is_accent and character != _EMOJI_JOINER


def _advise_reason(written: str, reasons: Collection[str]) -> str:
    """Return what to write in place of a reason that is not known, without quoting it."""
    if not reasons:
        return "Write reasons for withholding into the policy first."
    close = difflib.get_close_matches(written[:_LONGEST_REASON], reasons, n=1)
    guess = f"Did you mean {close[0]}? " if close else ""
    return f"{guess}The reasons are: {', '.join(sorted(reasons))}."


def _problems(raw: str, place: Place, found: Iterable[Finding]) -> Iterator[Problem]:
    """Yield the problems, each on the line on which its mark begins when the line of the text is known."""
    lines = [line.end() for line in re.finditer("\n", raw)]
    for finding in found:
        below = bisect(lines, finding.start)
        there = replace(place, line=place.line + below, column=0) if place.line and below else place
        yield finding.wording.at(there, private_text=raw[finding.start : finding.end], **finding.gaps)
