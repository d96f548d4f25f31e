"""Characters that nobody sees or nobody can print, found before a file is read as YAML.

Rows 1 and 11 of the threats: an invisible character makes another key, or hides a name from a search.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from problems import Place, Problem, Wording
from records.yaml_files import reading_messages as messages

ORDINARY_ONLY = re.compile("[\n -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u20ac]*")
"""A text of these alone, and most are, needs no closer look: English, Welsh, printed quotes and dashes."""

EMOJI = (
    "(?:[\U0001f000-\U0001faff\u2190-\u27bf\u2b00-\u2bff\u3030\u303d\u3297\u3299\u00a9\u00ae\u203c\u2049])"
)
IN_EMOJI = re.compile(
    rf"{EMOJI}[\ufe0e\ufe0f]?[\U0001f3fb-\U0001f3ff]?(?:\u200d{EMOJI}\ufe0f?[\U0001f3fb-\U0001f3ff]?)+"
    rf"|{EMOJI}[\ufe0e\ufe0f]"
    "|[0-9#*]\ufe0f\u20e3"
    "|\U0001f3f4\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074"
    "|\U000e0077\U000e006c\U000e0073)\U000e007f"
)
"""Pictures made of several characters, some of them invisible; the last are the flags of three nations."""

BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u2800\u3164\uffa0")
"""Characters that print nothing although their category does not say so."""

BIDIRECTIONAL = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that change the direction in which the words beside them are shown."""

TAB_IN_INDENTATION = re.compile(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)
BLANK_LINE = re.compile(r"^ *\t[ \t]*$", re.MULTILINE)
ANY_SPACE = re.compile("[^\\S\n\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")


SHOWN = 5
"""How many places or characters a message lists."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text that holds ordinary characters only, and what was wrong with the original."""

    text: str
    """Has as many lines as the original."""
    problems: tuple[Problem, ...]


def clean(text: str, file: str) -> Cleaned:
    """Return a text without doubtful characters: folded with a warning, or replaced with an error.

    Lines must end in line feeds. Accents are composed (NFC), which changes nothing that can be seen.
    """
    if ORDINARY_ONLY.fullmatch(text):
        return Cleaned(text, ())
    text = BLANK_LINE.sub("", text)
    problems: list[Problem] = []
    indented = [found.start() for found in TAB_IN_INDENTATION.finditer(text)]
    if indented:
        problems.append(_problem(messages.TAB_IN_INDENTATION, text, file, indented))
        text = TAB_IN_INDENTATION.sub(lambda found: found[0].replace("\t", "  "), text)
    strange = {sign for sign in set(text) if _kind(sign)}
    if strange:
        problems += _strange(text, file, strange)
        text = _without(text, strange)
    return Cleaned(unicodedata.normalize("NFC", text), tuple(problems))


BY_CATEGORY: dict[str, Wording] = {
    "Zs": messages.SPECIAL_SPACE,
    "Cc": messages.CONTROL_CHARACTER,
    "Zl": messages.CONTROL_CHARACTER,
    "Zp": messages.CONTROL_CHARACTER,
    "Cf": messages.INVISIBLE_CHARACTER,
    "Co": messages.PRIVATE_CHARACTER,
    "Cs": messages.PRIVATE_CHARACTER,
    "Cn": messages.UNKNOWN_CHARACTER,
}
"""What is wrong with a character of a category of Unicode."""

BY_CHARACTER: dict[str, Wording] = {
    "\t": messages.TAB_IN_TEXT,
    "\u00ad": messages.SOFT_HYPHEN,
    "\ufffd": messages.LOST_CHARACTER,
    **dict.fromkeys(BIDIRECTIONAL, messages.DIRECTION_CONTROL),
    **dict.fromkeys(BLANKS, messages.INVISIBLE_CHARACTER),
    **dict.fromkeys(map(chr, range(0xFE00, 0xFE10)), messages.INVISIBLE_CHARACTER),
    **dict.fromkeys(map(chr, range(0xE0000, 0xE0200)), messages.INVISIBLE_CHARACTER),
}
"""The same for single characters, which goes before their category."""


@cache
def _kind(sign: str) -> Wording | None:
    """Return what is wrong with a character, or None for one that may stand anywhere.

    An emoji newer than this Python's Unicode passes.
    """
    if sign in "\n " or "\U0001f000" <= sign <= "\U0001faff":
        return None
    return BY_CHARACTER.get(sign) or BY_CATEGORY.get(unicodedata.category(sign))


def _strange(text: str, file: str, strange: Iterable[str]) -> Iterator[Problem]:
    """Yield one problem for each kind of doubtful character, at the first of them."""
    found: dict[Wording, list[int]] = {}
    for offset in _offsets(text, strange):
        wording = _kind(text[offset])
        if wording:
            found.setdefault(wording, []).append(offset)
    for wording, offsets in found.items():
        yield _problem(wording, text, file, offsets)


def _pattern(strange: Iterable[str]) -> re.Pattern[str]:
    """Return what finds pictures, in order to step over them, and these characters (group 1)."""
    return re.compile(f"{IN_EMOJI.pattern}|([{''.join(map(re.escape, sorted(strange)))}])")


def _offsets(text: str, strange: Iterable[str]) -> Iterator[int]:
    """Yield where these characters stand, outside pictures."""
    return (found.start() for found in _pattern(strange).finditer(text) if found[1])


def _without(text: str, strange: Iterable[str]) -> str:
    """Return the text with spaces folded, soft hyphens dropped and the rest replaced by U+FFFD."""

    def put(found: re.Match[str]) -> str:
        if not found[1]:
            return found[0]
        if found[1] == "\u00ad":
            return ""
        return " " if ANY_SPACE.fullmatch(found[1]) else "\ufffd"

    return _pattern(strange).sub(put, text)


def _problem(wording: Wording, text: str, file: str, offsets: list[int]) -> Problem:
    """Return the problem at the first place, which says how many lines have the same."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    lines = sorted({bisect_right(starts, offset) for offset in offsets})
    first = min(offsets)
    column = first - starts[lines[0] - 1] + 1
    names = sorted({f"U+{ord(text[offset]):04X}" for offset in offsets})
    shown = ", ".join(names[:SHOWN]) + (" and others" if len(names) > SHOWN else "")
    return wording.at(Place(file, lines[0], column), characters=shown, lines=_listed(lines))


def _listed(lines: list[int]) -> str:
    """Return line numbers as words: "line 3", "lines 3, 8 and 40 more"."""
    shown = ", ".join(map(str, lines[:SHOWN]))
    more = f" and {len(lines) - SHOWN} more" if len(lines) > SHOWN else ""
    return f"line{'s' if len(lines) > 1 else ''} {shown}{more}"
