"""Whatever resembles a mark and is not one, found in the text around the whole marks.

Every expression here is linear: none can begin a second time within what it has already read, or it
reads a bounded number of characters.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from problems import Wording
from redaction.marking import messages
from redaction.marking.lookalikes import DOUBLE_CLOSE, DOUBLE_OPEN, INVISIBLE, fold

KEYWORDS = ("redact", "withheld", "action", "decision")
ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
BLANK = "\x01"
"""Stands for each character of a whole mark; it cannot come out of `fold`."""

_LONGEST_KEYWORD = 20
"""Letters of a word that are compared with the keywords; enough for one that is misspelt."""


def _spelt(word: str) -> str:
    """Return an expression for a keyword, with invisible characters between its letters."""
    return f"{INVISIBLE}*".join(word)


_ANY_KEYWORD = "|".join(_spelt(word) for word in KEYWORDS)
_HIDING = f"(?:{_spelt('redact')}|{_spelt('withheld')})"
_CODED_OPEN = r"(?:&(?:#0*91|#x0*5b|lsqb|lbrack);?|%5b)"
_CODED_CLOSE = r"(?:&(?:#0*93|#x0*5d|rsqb|rbrack);?|%5d)"
_CODED_BAR = r"(?:&(?:#0*124|#x0*7c|vert|verbar|verticalline);?|%7c)"

_OPENED = re.compile(
    rf"(?P<open>\[(?:\0*+\[)++|{DOUBLE_OPEN})"
    rf"(?P<inside>[^\[\]{DOUBLE_OPEN}{DOUBLE_CLOSE}]*+)"
    rf"(?P<close>\](?:\0*+\])++|{DOUBLE_CLOSE})?"
)
_CLOSED = re.compile(rf"\](?:\0*+\])++|{DOUBLE_CLOSE}")
_BRACKETED = re.compile(
    rf"(?P<bracket>[\[({{<])[ \t\0]*+(?P<word>{_ANY_KEYWORD})(?![^\W_])"
    rf"(?P<rest>[^\[\](){{}}<>|\n{BLANK}{DOUBLE_OPEN}{DOUBLE_CLOSE}]*+)(?P<end>[\])}}>|]?)(?P<link>[(\[]?)"
)
_BARRED = re.compile(
    rf"(?<![^\W_])(?P<word>{_HIDING})(?P<gap>[\s\0:=_-]{{0,4}}+)(?P<id>[a-z0-9][a-z0-9-]{{0,63}}+)?+"
    rf"(?P<space>[ \t\0]{{0,4}}+)(?:\||{_CODED_BAR})"
)
_CODED = re.compile(
    rf"{_CODED_OPEN}\s?{_CODED_OPEN}(?:\s?{_HIDING})?|{_CODED_OPEN}\s?{_HIDING}(?![^\W_])"
    rf"|(?P<close>{_CODED_CLOSE}\s?{_CODED_CLOSE})"
)
_BLANK_LINE = re.compile(r"\n[ \t\r\0]*+(?=\n)")
_HEAD = re.compile(rf"(?P<word>{'|'.join(KEYWORDS)})(?: {ID})")
_LETTERS = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Finding:
    """One damage, by its place in the text."""

    start: int
    end: int
    wording: Wording
    gaps: dict[str, str] = field(default_factory=dict)
    is_close: bool = False
    """Whether this is nothing but closing brackets."""
    is_open: bool = False
    """Whether closing brackets that follow in the same paragraph belong to this damage."""


def fold_around(raw: str, marks: Iterable[tuple[int, int]]) -> str:
    """Return the text as a hurried reader sees it, with `BLANK` for each character of a whole mark.

    `marks` are the start and end of each whole mark, in order.
    """
    seen = fold(raw)
    parts: list[str] = []
    end = 0
    for start, next_end in marks:
        parts += [seen[end:start], BLANK * (next_end - start)]
        end = next_end
    return "".join([*parts, seen[end:]])


def find_damages(raw: str, seen: str, reasons: Collection[str]) -> tuple[Finding, ...]:
    """Return what resembles a mark, in order, each damaged mark once.

    `seen` is the text as `fold_around` returns it, of the same length as `raw`.
    """
    found = [*_opened(raw, seen), *_closed(seen), *_bracketed(raw, seen, reasons), *_barred(seen, reasons)]
    found += _coded(seen)
    found.sort(key=lambda finding: (finding.start, -finding.end))
    blank_lines = [line.start() for line in _BLANK_LINE.finditer(seen)]
    kept: list[Finding] = []
    covered, awaited = 0, -1
    for finding in found:
        if finding.start < covered:
            continue
        paragraph = bisect(blank_lines, finding.start)
        if finding.is_close and awaited == paragraph:
            awaited = -1
            continue
        kept.append(finding)
        covered = finding.end
        awaited = paragraph if finding.is_open else awaited
    return tuple(kept)


def _opened(raw: str, seen: str) -> Iterator[Finding]:
    """Yield each pair of opening brackets that begins no whole mark, to its end as far as it has one."""
    for found in _OPENED.finditer(seen):
        inside, *later = _BLANK_LINE.split(found["inside"], maxsplit=1)
        close = "" if later else found["close"] or ""
        end = found.end("open") + len(inside) + len(close)
        keyword = _keyword(inside)
        if keyword in KEYWORDS:
            following = seen[end : end + 2]
            wording = _explain(raw[found.start() : end], found["open"], inside, close, following)
            gaps = {"keyword": keyword}
        else:
            wording, gaps = messages.MARK_UNKNOWN, {"advice": _advise_keyword(keyword)}
        yield Finding(found.start(), end, wording, gaps, is_open=close == "")


def _keyword(inside: str) -> str:
    """Return the first word between two brackets, if there is one."""
    letters = _LETTERS.match(inside.replace(INVISIBLE, "").lstrip())
    return letters[0] if letters else ""


def _explain(raw: str, opening: str, inside: str, close: str, following: str) -> Wording:
    """Return what is wrong with a mark that has a keyword; `raw` is as typed, the rest as it looks."""
    head = inside.partition("|")[0]
    before_text = len(opening) + len(head) + 1
    # Without a bar nobody knows where the text begins, so its capitals are not those of the mark.
    has_end = "|" in inside or not head.lstrip().startswith("redact")
    looks = (opening + inside)[:before_text] + close
    typed = raw[: len(opening) + len(inside)][:before_text] + raw[len(opening) + len(inside) :]
    if BLANK in inside or following == "[[":
        wording = messages.MARK_NESTED
    elif INVISIBLE in looks:
        wording = messages.MARK_INVISIBLE
    elif typed.lower() != looks or DOUBLE_OPEN in looks or DOUBLE_CLOSE in looks:
        wording = messages.MARK_LOOK_ALIKE
    elif typed != looks and has_end:
        wording = messages.MARK_WRONG_CASE
    elif close == "":
        wording = messages.MARK_BRACKET_INSIDE if following.startswith("[") else messages.MARK_UNCLOSED
    else:
        wording = _explain_head(head.split(), inside.count("|"))
    return wording


def _explain_head(words: list[str], bars: int) -> Wording:
    """Return what is wrong between the brackets of a mark that is closed and has its keyword."""
    is_redact = words[0].startswith("redact")
    if is_redact and bars == 0:
        wording = messages.MARK_NO_BAR
    elif is_redact and bars > 1:
        wording = messages.MARK_BAR_INSIDE
    elif bars and not is_redact:
        wording = messages.MARK_TEXT_NOT_ALLOWED
    elif words[0] in KEYWORDS and len(words) == 1:
        wording = messages.MARK_NO_ID
    else:
        wording = messages.MARK_SPACING if _HEAD.fullmatch(" ".join(words)) else messages.MARK_BAD_ID
    return wording


def _advise_keyword(word: str) -> str:
    """Return a sentence with the keyword that this word is most like, or nothing."""
    close = difflib.get_close_matches(word[:_LONGEST_KEYWORD], KEYWORDS, n=1)
    return f"Did you mean the keyword {close[0]}? " if close else ""


def _closed(seen: str) -> Iterator[Finding]:
    """Yield each pair of closing brackets."""
    for found in _CLOSED.finditer(seen):
        yield Finding(found.start(), found.end(), messages.MARK_STRAY_CLOSE, is_close=True)


def _bracketed(raw: str, seen: str, reasons: Collection[str]) -> Iterator[Finding]:
    """Yield each keyword that stands in brackets other than a mark's, as ordinary prose would not have it."""
    for found in _BRACKETED.finditer(seen):
        keyword = found["word"].replace(INVISIBLE, "")
        is_doubled = seen[max(found.start() - 1, 0)] == found["bracket"] and found.start() > 0
        is_hiding = keyword in ("redact", "withheld")
        as_typed = raw[found.start() : found.end("end")] == found[0].removesuffix(found["link"])
        if is_hiding and not _hides(found, keyword, reasons, is_doubled=is_doubled):
            continue
        if not is_hiding and not (as_typed and _places(found, is_doubled=is_doubled)):
            continue
        opening = slice(found.start(), found.end("word"))
        if raw[opening].lower() != seen[opening]:
            wording = messages.MARK_LOOK_ALIKE
        elif found["bracket"] == "[":
            wording = messages.MARK_SINGLE_BRACKET
        else:
            wording = messages.MARK_OTHER_BRACKETS
        yield Finding(found.start(), found.end("end"), wording, {"keyword": keyword}, is_open=True)


def _hides(found: re.Match[str], keyword: str, reasons: Collection[str], *, is_doubled: bool) -> bool:
    """Return whether a bracketed `redact` or `withheld` resembles a mark rather than prose or a link."""
    rest = found["rest"].strip(" \t\0")
    if found["bracket"] == "[":
        is_link = found["end"] == "]" and found["link"] != ""
        return rest in reasons or not is_link
    if found["bracket"] != "(" or is_doubled or rest in reasons:
        return True
    first = re.match(ID, rest)
    return keyword == "redact" and first is not None and first[0] in reasons


def _places(found: re.Match[str], *, is_doubled: bool) -> bool:
    """Return whether a bracketed `action` or `decision` resembles a mark rather than prose or a link."""
    ends = {"[": "]", "{": "}", "(": ")" if is_doubled else ""}
    is_whole = found["end"] != "" and found["end"] == ends.get(found["bracket"])
    return is_whole and found["link"] == "" and re.fullmatch(ID, found["rest"].strip(" \t")) is not None


def _barred(seen: str, reasons: Collection[str]) -> Iterator[Finding]:
    """Yield each `redact` or `withheld` that stands before a bar; a table has a space before its bars."""
    for found in _BARRED.finditer(seen):
        keyword = found["word"].replace(INVISIBLE, "")
        is_reason = found["id"] in reasons
        is_touching = found["space"] == "" and (found["id"] is None or found["gap"] != "")
        if found["id"] is None and found["gap"].isspace():
            is_touching = False
        if is_reason or (keyword == "redact" and is_touching):
            yield Finding(
                found.start(), found.end(), messages.MARK_NO_BRACKETS, {"keyword": keyword}, is_open=True
            )


def _coded(seen: str) -> Iterator[Finding]:
    """Yield brackets that are written as HTML or address codes, where they are doubled or have a keyword."""
    for found in _CODED.finditer(seen):
        is_close = found["close"] is not None
        yield Finding(
            found.start(), found.end(), messages.MARK_ENCODED, is_close=is_close, is_open=not is_close
        )
