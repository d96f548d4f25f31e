"""Coming meetings and papers, which minutes announce at their end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from records.importing.drafting.drafting import Values
from records.importing.drafting.prose import plain_line
from records.importing.paragraphs.blocks import Block, Part, Table, words_of
from records.importing.paragraphs.dates import days_in, hours_in, without_days
from records.importing.recognising.outlines import Section

COMING = re.compile(
    r".*\b(?:dates? and times? of|dates?,? times? and venues? of|dates? of|confirm the (?:host|date) "
    r"of|time of)?\s*(?:the )?(?:next|future|forthcoming|coming) (?:\w+ )?meetings?\b.*",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"\s*(?:the )?(?:date (?:and time )?of (?:the )?)?(?:next|future) meetings?(?: dates?| will be(?: "
    r"held)?| is(?: scheduled for| on)?| date)?\s*[:\u2013-]?\s+(?P<rest>.*\d.*)",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"(?:appendi(?:x|ces)|annex(?:es)?|background (?:papers|documents)|papers"
    r"|attachments)\b\s*:?(?P<rest>.*)",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?P<label>(?:appendix|annex|paper|attachment|enclosure"
    r"|enc\.?)\s+[A-Z0-9]{1,3}[a-z]?)\s*[:.\u2013\u2014-]\s*(?P<title>\S.*)",
    re.IGNORECASE,
)
_TBC = re.compile(r"\b(?:tbc|tba|to be (?:confirmed|arranged|advised|agreed))\b", re.IGNORECASE)


def coming_meetings(section: Section) -> Iterator[Values]:
    """Yield the meetings that an item announces."""
    if COMING.fullmatch(section.title):
        yield from _dated(section.title)
        for part in section.parts:
            yield from _announced(part)
        return
    for part in section.parts:
        if isinstance(part, Block) and (found := _LINE.fullmatch(part.text)):
            yield from _dated(found["rest"])


def announced_in(parts: Sequence[Part]) -> Iterator[Values]:
    """Yield the meetings that lines before or after the items announce."""
    for part in parts:
        if isinstance(part, Block) and (found := _LINE.fullmatch(part.text)):
            yield from _dated(found["rest"])


def _announced(part: Part) -> Iterator[Values]:
    if isinstance(part, Table):
        for row in part.rows:
            yield from _dated(", ".join(words_of(cell) for cell in row if words_of(cell)))
        return
    yield from _dated(part.text)


def _dated(text: str) -> Iterator[Values]:
    """Yield a meeting for each day in a text; hours and place belong to it where there is only one."""
    days = days_in(text)
    for day in days:
        values: Values = {"date": day.day}
        if len(day.day) < len("2026-03-12") or _TBC.search(text[day.end : day.end + 30]):
            values["date_words"] = plain_line(
                text[day.start : day.end]
                + (_TBC.search(text[day.end : day.end + 12]) or [""])[0].join([" ", ""])
            ).strip()
        if len(days) == 1:
            told = hours_in(text)
            if told:
                values["time"] = told[0]
            place = _place(text)
            if place:
                values["place"] = place
        yield values


def _place(text: str) -> str:
    """Return the place beside a day: what follows it and is not a sentence."""
    pieces = [
        re.sub(r"^(?:at|in|from|on|,|\W)+\s*", "", piece.strip(" ,.;:|-\u2013()"))
        for piece in without_days(text)
    ]
    last = pieces[-1].strip(" ,.;") if len(pieces) > 1 else ""
    told = last if 2 < len(last) <= 90 and len(last.split()) <= 12 else ""
    return plain_line(told) if told[:1].isupper() and not _TBC.fullmatch(told) else ""


def is_list_of_papers(section: Section) -> bool:
    """Return whether a heading is that of papers or appendices."""
    return _PAPERS.fullmatch(section.title) is not None


def papers_in(section: Section) -> Iterator[tuple[str, str, Part | None]]:
    """Yield the label, title and part of each paper that the end of the document lists."""
    own = _LABELLED.fullmatch(section.title)
    if own:
        yield own["label"], own["title"].strip(), None
    if not is_list_of_papers(section):
        return
    for part in section.parts:
        if isinstance(part, Block) and (found := _LABELLED.fullmatch(part.text)):
            yield found["label"], found["title"].strip(), part
