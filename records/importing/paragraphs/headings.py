"""Lines that may be the heading of an item: numbered, bold, or what minutes always print by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from records.importing.paragraphs.blocks import BULLET, Block, Part, Run, after
from records.importing.paragraphs.dates import days_in
from records.importing.paragraphs.markers import depth_of, label_of, value_of, without_marker

_SET_APART = re.compile(
    r"\W*(?:actions?|decisions?|resolved|agreed|motion|votes?|update|post[- ]meeting note)\b"
    r"(?: (?:points?|items?))?"
    r"(?: ?[\w./-]*\d[\w./-]*)?\s*\W?\s*[:;\u2013-]\s*\S",
    re.IGNORECASE,
)
"""An action or a decision that is set apart in bold is no heading."""

_MEETING = re.compile(r"\b(?:minutes|meeting)\b", re.IGNORECASE)
NEAR_THE_TOP = 6
"""Among how many of the first lines the title of the minutes is looked for."""

LONGEST_TITLE = 16
"""How many words a heading of an item has at most, where it is not a heading of its own in the source."""


_FRONT = re.compile(
    r"(?:present|in attendance|attendees?|attending|members present|apologies(?: for absence)?|also present|"
    r"those present|members(?:hip)?|invitees?|invited|guests?|observers?|absent|not present"
    r"|distribution|circulation|"
    r"attendance|members'? attendance.*|action points?|actions?|agreed|resolved|decisions?|action|main "
    r"outcomes?|key)"
    r"(?: members?)?\s*:?",
    re.IGNORECASE,
)


CLOSING = re.compile(
    r"(?:any other (?:urgent )?business|aob|a\.o\.b\.?|(?:date|time|dates?|date and time|date, time "
    r"and venue)s? of (?:the )?"
    r"(?:next|future)\b.*|matters arising\b.*|next meetings?|future meetings?|close(?: of meeting)?"
    r"|(?:meeting )?closed?)\s*[:.]?",
    re.IGNORECASE,
)


ENDING = re.compile(
    r"(?:next meetings?|future meetings?|dates? of (?:next|future) meetings?|appendi(?:x|ces)\b.*|annex\b.*|"
    r"background (?:papers|documents)|action(?:s)? (?:log|table|list|summary|tracker|sheet|points?"
    r"|plan)|summary of actions|"
    r"list of actions|actions (?:arising|from|agreed)\b.*|papers|attachments|lead officer contact"
    r"|signed|notes?)\s*:?",
    re.IGNORECASE,
)


_ALONE = re.compile(
    r"(?:new |agreed )?(?:actions?(?: points?)?|decisions?|resolved|agreed)\s*:", re.IGNORECASE
)


_KEYED = re.compile(
    r"(?:members )?(?:present|apologies|in attendance|attendees|absent|date|time|venue|place|location"
    r"|chair(?:ed by)?"
    r"|minutes(?: by)?|actions?(?: points?)?)\s*[:;]\s",
    re.IGNORECASE,
)


def begins_alone(text: str) -> bool:
    """Return whether a line begins with a key that begins a paragraph in minutes: `Present: …`."""
    return text[:1].isupper() and _KEYED.match(text) is not None


def stands_alone(text: str) -> bool:
    """Return whether a line is one that minutes always print by itself: `Action:`, `Any other business`."""
    plain = text.strip()
    return plain[:1].isupper() and any(form.fullmatch(plain) for form in (CLOSING, ENDING, _ALONE))


@dataclass(frozen=True, slots=True)
class Head:
    """A line that may be the heading of an item."""

    at: int
    label: str
    title: str
    block: Block
    rest: tuple[Run, ...] = ()
    """What stands behind the title on the same line."""


def head_of(at: int, block: Block, flat: Sequence[Part]) -> Head | None:  # noqa: C901, PLR0911 (one return for each kind is plainest)
    """Return the heading that a block may be, or None."""
    text = block.text
    number, runs = block.number, block.runs
    if number in {"", BULLET}:
        marked = without_marker(text)
        if marked.number and marked.number != BULLET:
            number, runs = marked.number, after(runs, len(text) - len(marked.text))
    label = label_of(number) if number not in {"", BULLET} else ""
    if not label and (_SET_APART.match(text) or _is_title(at, text)):
        return None
    title, rest = _title(runs, heading=bool(block.heading))
    if not title or (not label and _FRONT.fullmatch(title)):
        return None
    if not label and block.heading and not rest:
        return Head(at, "", title, block)
    if not label and block.is_bold and not rest and len(title.split()) <= LONGEST_TITLE and block.depth <= 0:
        return Head(at, "", title, block) if title[-1:] not in ".;," and block.number != BULLET else None
    if not label and CLOSING.fullmatch(title) and not rest and block.depth < 0:
        return Head(at, "", title, block)
    if not label and ENDING.fullmatch(title) and not rest and block.depth < 0:
        return Head(at, "", title, block)
    if not label or not (value_of(label) or depth_of(label) > 1 or label.isalpha()):
        return None
    if block.number == BULLET and not (block.is_bold or runs[0].bold):
        return None
    return Head(at, label, title, block, rest) if _may_head(block, title, rest, flat, at) else None


_TO_DO = re.compile(r"[A-Z][\w'/&-]*(?: [\w'/&,-]+){0,6} (?:to|will) [a-z]")
"""Somebody is to do something: an action, however short, is no heading."""


def _is_title(at: int, text: str) -> bool:
    """Return whether a line near the beginning is the title: it speaks of a meeting on a day."""
    return at < NEAR_THE_TOP and _MEETING.search(text) is not None and bool(days_in(text))


def _may_head(block: Block, title: str, rest: tuple[Run, ...], flat: Sequence[Part], at: int) -> bool:
    """Return whether a numbered block is the heading of an item and not a numbered paragraph."""
    if block.heading or (block.runs and block.runs[0].bold) or block.is_bold:
        return True
    if rest:
        return False
    words = title.split()
    if len(words) > LONGEST_TITLE or title.endswith((";", ",")) or not title[:1].isupper():
        return False
    deep = block.depth > 0 or depth_of(label_of(block.number)) > 1
    if (title.endswith(".") and (len(words) > 6 or deep)) or (deep and _TO_DO.match(title)):
        return False
    followed = flat[at + 1] if at + 1 < len(flat) else None
    return (
        block.depth < 0 or not isinstance(followed, Block) or followed.depth != block.depth or len(words) <= 8
    )


def _title(runs: Sequence[Run], *, heading: bool) -> tuple[str, tuple[Run, ...]]:
    """Return the words of a heading, and what stands behind it: bold words are a heading of the rest."""
    text = "".join(run.text for run in runs).strip()
    if heading and len(text.split()) > LONGEST_TITLE * 2:
        return _first_words(text), tuple(runs)
    if heading or all(run.bold or not run.text.strip() for run in runs):
        return text, ()
    if runs and runs[0].bold and len(runs[0].text.strip()) > 2:
        count = next((at for at, run in enumerate(runs) if not run.bold and run.text.strip()), len(runs))
        title = "".join(run.text for run in runs[:count]).strip()
        rest = runs[count:]
        words = "".join(run.text for run in rest).strip(" :.-\u2013")
        if len(words.split()) <= 3:
            return text, ()
        return title.rstrip(" :.-\u2013") or title, tuple(rest)
    return text, ()


def _first_words(text: str) -> str:
    """Return the first sentence of a long text that stands where a heading should, or its first words."""
    words = text.split()[:LONGEST_TITLE]
    end = next((at for at, word in enumerate(words) if word.endswith((".", ":", ";"))), LONGEST_TITLE // 2)
    return " ".join(words[: end + 1]).rstrip(".:;")
