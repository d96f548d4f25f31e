"""What a PDF of earlier years is: its day, group and title, by its name and its first page."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from problems import Place, Problem
from records.months import NUMBERS
from records.registers.meanings import day_of
from redaction.archiving import archive_messages as messages

FIRST_WORDS = 2_000
"""So many signs of the first page are looked at."""

LONGEST_TITLE = 140

_MONTH = "|".join(sorted(NUMBERS, key=len, reverse=True))
_DAYS = (
    re.compile(
        r"(?<!\d)(?P<y>(?:19|20)\d\d)[-_. ]?(?P<m>0[1-9]|1[0-2])[-_. ]?(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"
    ),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})[-_./ ](?P<m>\d{1,2})[-_./ ](?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[-_ ](?:of )?(?P<w>{_MONTH})\.?[-_, ]{{1,2}}"
        r"(?P<y>(?:19|20)\d\d)(?!\d)",
        re.IGNORECASE,
    ),
)
_MONTHS = re.compile(rf"(?<![a-z])(?P<w>{_MONTH})\.?[-_ ](?P<y>(?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_NO_TITLE = re.compile(r"[|<>*:#]|^\d+[.)]|^[a-z]|[.!?] |[.,;]$")
_SURE = re.compile(r"\b(?:minutes|agenda|terms of reference)\b", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:minutes|agenda|notes|report|plan|strategy|policy|protocol|procedure|guidance|terms of reference"
    r"|bulletin|newsletter|briefing|review|framework)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Described:
    """What is known of a PDF."""

    title: str
    day: str
    """A day or a month; empty where nothing tells it."""
    group: str
    """The id of a group; empty where nothing tells it."""
    questions: tuple[Problem, ...]


def described(name: str, first_page: str, groups: Mapping[str, tuple[str, ...]]) -> Described:
    """Return what a file's name and first page say. `groups` are the names of each group by its id."""
    place = Place(name)
    start = first_page[:FIRST_WORDS]
    stem = PurePosixPath(name).stem
    questions: list[Problem] = []
    day = _day(stem, start, place, questions)
    group = _group(f"{name} {start}", groups)
    if not group:
        questions.append(messages.NO_GROUP.at(place))
    title, is_sure = _title(start)
    if not is_sure:
        questions.append(messages.TITLE_UNSURE.at(place))
    if not title:
        title = " ".join(re.split(r"[\s_-]+", stem)).strip() or stem
    if day and day[:4] not in title:
        title = f"{title[:LONGEST_TITLE].strip()}, {_in_words(day)}"
    return Described(title.strip(), day, group, tuple(questions))


def _day(stem: str, text: str, place: Place, questions: list[Problem]) -> str:
    """Return the day; a question is noted where none is told, or several."""
    named, printed = list(dict.fromkeys(_days(stem))), list(dict.fromkeys(_days(text)))
    if not named and not printed:
        named, printed = list(dict.fromkeys(_months(stem))), list(dict.fromkeys(_months(text)))
    found = named + printed
    if not found:
        questions.append(messages.NO_DAY.at(place))
        return ""
    if named and named[0] in printed:
        return named[0]
    day = (printed or named)[0]
    if len(set(found)) > 1:
        questions.append(messages.TWO_DAYS.at(place, day=day))
    return day


def _days(text: str) -> Iterator[str]:
    found = []
    for pattern in _DAYS:
        for each in pattern.finditer(text):
            parts = each.groupdict()
            month = str(NUMBERS[parts["w"].lower()]) if parts.get("w") else parts["m"]
            day = day_of(f"{parts['d']}/{month}/{parts['y']}")
            if day:
                found.append((each.start(), day))
    yield from (day for _, day in sorted(found))


def _months(text: str) -> Iterator[str]:
    for each in _MONTHS.finditer(text):
        found = day_of(f"{each['w']} {each['y']}")
        if found:
            yield found


def _group(text: str, groups: Mapping[str, tuple[str, ...]]) -> str:
    """Return the one group that a text names; of a name inside another's name only the longer counts."""
    words = f" {' '.join(re.findall(r'[a-z0-9]+', text.lower()))} "
    found: list[tuple[str, str]] = []
    for group, names in groups.items():
        for name in names:
            folded = " ".join(re.findall(r"[a-z0-9]+", name.lower()))
            if folded and f" {folded} " in words:
                found.append((folded, group))
    longest = {
        group for name, group in found if not any(name != other and name in other for other, _ in found)
    }
    return next(iter(longest)) if len(longest) == 1 else ""


def _in_words(day: str) -> str:
    """Return a day or month as it is printed: 12 March 2019."""
    year, month, *rest = day.split("-")
    return " ".join([*(str(int(each)) for each in rest), month_name[int(month)], year])


def _title(text: str) -> tuple[str, bool]:
    """Return the first line on a page that may be a title, and whether it surely is; empty where none may.

    It is sure with a word such as minutes, or where a word for a sort of paper begins or ends it.
    """
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()][:15]
    fitting = [
        line
        for line in lines
        if _TITLE.search(line) and len(line) <= LONGEST_TITLE and not _NO_TITLE.search(line)
    ]
    sure = (line for line in fitting if _SURE.search(line) or _at_an_end(line))
    found = next(sure, "")
    return (found, True) if found else (next(iter(fitting), ""), False)


def _at_an_end(line: str) -> bool:
    """Return whether a line begins with a word for a sort of paper, or ends with one and perhaps a year."""
    bare = re.sub(r"[\s,()/\u2013-]*(?:(?:19|20)?\d\d[\s)/\u2013-]*)*$", "", line)
    return any(found.start() == 0 or found.end() == len(bare) for found in _TITLE.finditer(bare))


def word_for(title: str) -> str:
    """Return what sort of paper a title says it is, by one word of a closed list; empty for none."""
    found = _TITLE.search(title)
    return "-".join(found[0].lower().split()) if found else ""
