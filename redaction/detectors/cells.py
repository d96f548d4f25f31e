"""Small numbers of people in tables and figures: the heading says who is counted, and the cell how many.

A cell is no sentence, so it is read together with the headings it stands under.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from redaction.detectors.detector import normal
from redaction.detectors.people import CASE, OTHERS, VICTIMS, WORDS

_SMALL_WORDS = r"(?:about|by|for|from|in|of|on|or|per|to|with|and)\b"
_MANY = r"(?:(?:child|infant|baby) deaths?|deaths?|suicides?|homicides?|survivors|homicide victims)"
_PLURALS = "|".join((*(each for each in OTHERS if each not in {"child", "young person"}), "siblings"))
_NOT_PEOPLE = (
    r"(?:meetings?|visits?|sessions?|audits?|partners?|agenc(?:y|ies)|organi[sz]ations?|schools?|settings?"
    r"|homes?|staff|members?|professionals?|practitioners?|places?|courses?|events?|workshops?|posts?|teams?"
    r"|trained|training|attended|attendance|taken up|booked|scores?|ratings?|rank(?:ing)?|targets?|pages?"
    r"|versions?|items?|levels?|stages?|quarters?|sections?|papers?|appendi(?:x|ces)|actions?"
    r"|recommendations?|questions?|priorit(?:y|ies)|lessons?|services?|centres?|policies|strateg(?:y|ies)"
    r"|surveys?|months?|weeks?|days?|hours?|times?)\b"
)
_PEOPLE = re.compile(
    r"(?:how many |(?:(?:the|total|overall|all|average) ){0,2}(?:numbers?|no\.?|counts?|totals?) of )?"
    rf"(?:(?!{_SMALL_WORDS})[\w-]{{1,30}} ){{0,3}}"
    rf"(?:(?:deaths? of )?(?:{_PLURALS}|(?:{'|'.join(VICTIMS)})s?)|{_MANY})\b"
    rf"(?!['\u2019]| {_NOT_PEOPLE}| first\b)",
    re.IGNORECASE,
)
"""How a heading begins that counts people: Children who died. Not: Plans for children."""

_OTHER = re.compile(
    rf"(?:numbers? of )?(?:(?!{_SMALL_WORDS})[\w'\u2019-]{{1,30}} ){{0,3}}{_NOT_PEOPLE}"
    r"|(?:average|mean|median|years?|age|ages|aged? in|date|length|duration|waiting)\b(?! (?:\d|under|over))",
    re.IGNORECASE,
)
"""How a heading begins that counts something else: Meetings held."""

_UNIT = re.compile(
    r"%|\u00a3|\bper ?cent|\bpercentages?\b|\bproportions?\b|\bshare of\b|\brates?\b|\bratios?\b|\bper \d"
    r"|\bcosts?\b|\bspen[dt]|\bin (?:days|weeks|months|hours|years)\b|\((?:days|weeks|months|hours|years)\)",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(r"(?:the )?(?:numbers?|no\.?|counts?|totals?|how many)\b(?! of\b)", re.IGNORECASE)
_IN_A_CASE = re.compile(
    rf"{CASE}|\b(?:exploit|traffick|neglect|radicali[sz])\w{{0,8}}|\babus(?:e|ed)\b|\bforced marriages?\b"
    r"|\bfgm\b|\bgenital mutilation\b|\bchild protection\b|\bsubject of a plan\b|\bin care\b"
    r"|\blooked[- ]after\b",
    re.IGNORECASE,
)
_ANYBODY = re.compile(rf"\b(?:{'|'.join((*OTHERS, *VICTIMS))})s?\b(?!['\u2019])", re.IGNORECASE)
_WHOLE = re.compile(r"\d{1,3}(?:,\d{3}){1,2}|\d{1,9}")
_HIDDEN = re.compile(
    r"\*{1,3}|[-\u2013\u2014xcsz:]|(?:<|\u2264|&lt;) ?\d{1,3}|(?:fewer|less) than \w{1,20}|under \w{1,20}"
    r"|\d{1,3} ?(?:to|-|\u2013) ?\d{1,3}|withheld|suppressed|\[\[withheld [^\]]{1,80}\]\]",
    re.IGNORECASE,
)
"""A cell in which a number is kept back."""

_ALL = re.compile(r"(?:grand )?totals?\b|all\b|overall\b|sum\b|altogether\b|together\b", re.IGNORECASE)
_SIGN_OF_NOTE = re.compile("[\u00b9\u00b2\u00b3\u2070-\u2079\u2020\u2021]")


@dataclass(frozen=True, slots=True)
class Cell:
    """A small number of people in a table."""

    row: int
    """From 0."""

    column: int
    """From 0."""

    words: str = field(repr=False)
    """Its headings and the number: `Girls, under 1: 3`."""


def small_cells(
    titles: Sequence[str], columns: Sequence[str], rows: Sequence[Sequence[str]], few: int
) -> Iterator[Cell]:
    """Yield the cells of a table that hold a small number of people, or from which one can be reckoned.

    The first cell of a row names it. `titles` are what may be its title: the line above, that of the section.
    `few` is the largest number that the policy calls small.
    """
    kept_back = dict(_reckoned(columns, rows, few))
    width = max((len(columns), *map(len, rows)), default=0)
    for at, cells in enumerate(rows):
        for column in range(width):
            heading = columns[column] if column < len(columns) else ""
            row = cells[0] if column and cells else ""
            # What stands first in a row names it, unless its heading says that it counts.
            if column == 0 and not _PEOPLE.match(normal(heading).strip()):
                continue
            said = kept_back.get((at, column)) or (cells[column] if column < len(cells) else "")
            if any(is_small(title, heading, row, said, few) for title in titles or ("",)):
                yield Cell(at, column, in_words(heading, row, said))


def is_small(title: str, column: str, row: str, said: str, few: int) -> bool:
    """Return whether a value under these headings is a small number of people, up to `few`.

    The heading nearest to the value decides that says what is counted. Where none does, it is people if they
    and a case are spoken of together. Of a figure the column is its unit, and the row the part of it.
    """
    match = _value(few).fullmatch(normal(_SIGN_OF_NOTE.sub("", said)).strip())
    headings = [normal(each).strip() for each in (column, row, title)]
    if match is None or any(map(_UNIT.search, headings[:2])):
        return False
    if _UNIT.search(headings[2]) and not _NUMBER_ALONE.match(headings[0]):
        return False
    after = (match["after"] or "").strip()
    together = " ".join((after, *headings))
    in_a_case = bool(_IN_A_CASE.search(together) and _ANYBODY.search(together))
    if after:
        return bool(_PEOPLE.match(after)) and (in_a_case or any(map(_PEOPLE.match, headings)))
    for each in headings:
        if _PEOPLE.match(each):
            return True
        if _OTHER.match(each):
            return False
    return in_a_case


def in_words(*said: str) -> str:
    """Return headings and the value under them in one line, the value last."""
    *headings, value = (" ".join(each.split()) for each in said)
    named = ", ".join(each for each in headings if each)
    return f"{named}: {value}" if named else value


@cache
def _value(few: int) -> re.Pattern[str]:
    """Return what a cell looks like that holds a small number: 3, three, 3 (12%), 3 of 40, 3 children."""
    words = "|".join(sorted(WORDS[:few], key=len, reverse=True))
    digits = "|".join(map(str, range(few, 0, -1)))
    return re.compile(
        rf"(?:(?:about|around|only|just|c\.|~) ?)?(?:0{{0,3}}(?:{digits})(?:\.0{{1,2}})?|(?:{words})\b)"
        r"\.?(?: ?[\[(].{0,80}[\])]| (?:out )?of \d[\d,]{0,12}|(?P<after> [a-z].{0,80}))?",
        re.IGNORECASE,
    )


def _reckoned(
    columns: Sequence[str], rows: Sequence[Sequence[str]], few: int
) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield where the only number of a row or column that is kept back is small: the total less the others.

    The zeros among the others give it away as much as the rest.
    """
    width = max((len(columns), *map(len, rows)), default=0)
    down = [[(at, column) for at in range(len(rows))] for column in range(1, width)]
    across = [[(at, column) for column in range(1, width)] for at in range(len(rows))]
    names = {
        **{(at, 0): cells[0] for at, cells in enumerate(rows) if cells},
        **{(-1, column): each for column, each in enumerate(columns)},
    }
    for places, by_column in (*((each, False) for each in down), *((each, True) for each in across)):
        totals = [
            place
            for place in places
            if _ALL.match(normal(names.get((-1, place[1]) if by_column else (place[0], 0), "")).strip())
        ]
        if len(totals) != 1:
            continue
        hidden = [place for place in places if _is_hidden(rows, place)]
        numbers = {place: _number(rows, place) for place in places if place not in hidden}
        if len(hidden) == 1 and hidden != totals and None not in numbers.values():
            left = 2 * (numbers[totals[0]] or 0) - sum(each or 0 for each in numbers.values())
            if 1 <= left <= few:
                yield hidden[0], str(left)


def _is_hidden(rows: Sequence[Sequence[str]], place: tuple[int, int]) -> bool:
    """Return whether a cell is kept back, by itself or with its row."""
    row, column = place
    return column >= len(rows[row]) or _HIDDEN.fullmatch(rows[row][column].strip()) is not None


def _number(rows: Sequence[Sequence[str]], place: tuple[int, int]) -> int | None:
    found = _WHOLE.fullmatch(normal(rows[place[0]][place[1]]).strip())
    return int(found[0].replace(",", "")) if found else None
