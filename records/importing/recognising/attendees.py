"""Who was at the meeting, as lists, lines and sentences print it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from records.importing.paragraphs.blocks import Spot
from records.importing.recognising.names import Printed, is_name, printed

_MARKS = {
    "present": ("present", ""),
    "attendees": ("present", ""),
    "in-attendance": ("present", "attendee"),
    "invited": ("present", "invited"),
    "guests": ("present", "guest"),
    "observers": ("observer", ""),
    "apologies": ("apologies", ""),
    "absent": ("absent", ""),
    "presenters": ("present", "presenter"),
    "support": ("present", "support"),
    "public": ("present", "public"),
    "remote": ("present", ""),
}
"""The status and the category that each word for a group of people means."""

_LABELS = (
    (
        "apologies",
        r"apolog(?:ies|y)(?: for absence)?(?: (?:were )?received)?(?: from)?|regrets|sent apologies|apols?",
    ),
    (
        "absent",
        (
            r"absent(?: without apolog(?:ies|y))?|absentees?|not present|not in attendance|did not attend"
            r"|non[- ]attendance"
        ),
    ),
    (
        "in-attendance",
        (
            r"in attendance|also (?:present|in attendance|attending)|also attended|attending|officers(?: "
            r"present| in attendance)?"
        ),
    ),
    ("invited", r"invited|invitees|by invitation"),
    ("guests", r"guests?|visitors?"),
    ("observers", r"observers?|observing"),
    ("presenters", r"presenters?|speakers?"),
    (
        "remote",
        (
            r"on the (?:tele)?(?:phone|line|call)|(?:by|via) (?:tele)?phone|dial(?:led|ing)?[- ]in|remotely"
            r"|joined (?:by phone|online|remotely)|online|(?:by|via) (?:video|teams|zoom)(?: \w+)?"
        ),
    ),
    ("support", r"support|secretariat"),
    (
        "present",
        (
            r"(?:members?|governors?|trustees?|directors?|councillors?|partners?|delegates?|those"
            r"|people|also|core members?|voting members?)?"
            r"\s*(?:present|attendees?|attendance|attended|participants?|participating|members)(?: at "
            r"(?:the )?meeting)?"
            r"|present (?:at (?:the )?meeting|were|members)|members?'? attendance(?: at (?:the "
            r")?meeting)?|attendees? list|list of attendees"
        ),
    ),
)
_LABEL = re.compile(
    r"\s*(?:\d{1,2}[.)]\s*)?(?P<label>"
    + "|".join(f"(?P<{name.replace('-', '_')}>{form})" for name, form in _LABELS)
    + r")\s*(?:\((?P<note>[^)]{0,80})\))?\s*(?P<sign>[:;\u2013\u2014-]|$)\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCES = (
    (
        "apologies",
        re.compile(
            r"apologies(?: for absence)?(?:\s+(?:were|was|had been|have been|has been))?"
            r"(?:\s+(?:received|given|noted|sent|tendered|submitted|accepted|made))?(?:\s+(?:from|by"
            r"|on behalf of)|\s*[:;])\s+(?P<names>[^\n]+)",
            re.IGNORECASE,
        ),
    ),
    (
        "apologies",
        re.compile(
            r"(?:^|[.;]\s+)(?P<names>[^.;\n]{3,300}?)\s+(?:sent|gave|had sent|had given|has sent|have "
            r"sent|(?:also )?tendered)\s+(?:\w+\s+)?apologies\b",
            re.IGNORECASE,
        ),
    ),
    (
        "remote",
        re.compile(
            r"(?:^|[.;]\s+)(?P<names>[^.;\n]{3,400}?)\s+(?:joined|attended|participated)(?: in)?(?: "
            r"the)?(?: meeting)?\s+(?P<how>remotely|by (?:tele)?phone|via \w+|by \w+|online|virtually)",
            re.IGNORECASE,
        ),
    ),
    (
        "present",
        re.compile(
            r"(?:the following (?:members |people )?(?:were|was) present|were in attendance|present at "
            r"the meeting were)\s*:\s*(?P<names>[^\n]+)",
            re.IGNORECASE,
        ),
    ),
)
_AND = re.compile(r",?\s+(?:and|&)\s+|\s*;\s*|\s*\n\s*|\s*\u2022\s*", re.IGNORECASE)
_BRACKETED = re.compile(r"(\([A-Z][\w. -]{0,5}\))\.?\s+(?=[A-Z])")
"""Initials in brackets with another name right behind them: they end a person where no sign does."""

NONE = re.compile(
    r"\W*(?:none|nil|no apologies|n/a|none received|there were none|no apologies (?:were )?received)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Attendee:
    """One row of the attendance, with where it is printed."""

    who: Printed
    status: str = "present"
    category: str = ""
    spot: Spot = field(default_factory=Spot)
    also: str = ""
    """A second status that contradicts the first."""


@dataclass(frozen=True, slots=True)
class Label:
    """A word that says what the people after it are, and what stands behind it."""

    group: str
    rest: str
    words: str


def label_in(text: str) -> Label | None:
    """Return the label that a text begins with: `Present:`, `Apologies –`."""
    found = _LABEL.fullmatch(text.strip())
    if not found:
        return None
    group = next(name for name, _ in _LABELS if found[name.replace("-", "_")])
    note = f"({found['note']}) " if found["note"] and found["rest"] else ""
    return Label(group, note + found["rest"].strip(), found["label"])


def marks_of(group: str) -> tuple[str, str]:
    """Return the status and the category that a group of people has."""
    return _MARKS[group]


def people_in(text: str) -> tuple[list[Printed], str]:
    """Return the people in a list on one line, and the words that name none of them."""
    people: list[Printed] = []
    rest: list[str] = []
    if len(_BRACKETED.findall(text)) > 1:
        text = _BRACKETED.sub(r"\1; ", text)
    for piece in _pieces(text):
        who = printed(piece) or (Printed(piece) if _is_first_name(piece) else None)
        if who is None:
            rest.append(piece)
        else:
            people.append(who)
    return people, "; ".join(rest)


def _is_first_name(piece: str) -> bool:
    """Return whether a piece of a list is one word with a capital that is no post, body or abbreviation."""
    return re.fullmatch(r"[A-Z][a-z\u00df-\u00ff]{2,}", piece) is not None and is_name(f"Dr {piece}")


def _pieces(text: str) -> Iterator[str]:
    """Yield the text of each person: at commas where a name follows, at semicolons and `and`.

    Two words after each other that could be first names are: a body would stand alone behind a name.
    """
    for part in _outside_brackets(text.strip().rstrip("."), _AND):
        held: list[str] = []
        pieces = _outside_brackets(part, re.compile(r"\s*,\s*"))
        lone = any(_is_first_name(one) and _is_first_name(other) for one, other in pairwise(pieces))
        for piece in pieces:
            bare = re.sub(r"\([^()]*\)?", "", piece).strip()
            apart = re.search(r"\s[-\u2013\u2014]\s", piece) is not None
            named = is_name(bare) or (printed(piece, commas=False) is not None and (apart or not held))
            named = named or (lone and _is_first_name(piece))
            if held and named and not _is_swapped(held):
                yield ", ".join(held)
                held = []
            held.append(piece)
        if held:
            yield ", ".join(held)


def _is_swapped(held: list[str]) -> bool:
    """Return whether what was held so far is a body or post whose holder's name follows."""
    return len(held) == 1 and printed(held[0]) is None and not _is_first_name(held[0])


def _outside_brackets(text: str, sign: re.Pattern[str]) -> list[str]:
    """Return the pieces of a text between signs that stand in no brackets."""
    pieces, start, depth, at = [], 0, 0, 0
    while at < len(text):
        if text[at] == "(":
            depth += 1
        elif text[at] == ")":
            depth = max(0, depth - 1)
        elif not depth and (found := sign.match(text, at)) and found.end() > at:
            pieces.append(text[start:at])
            start = at = found.end()
            continue
        at += 1
    pieces.append(text[start:])
    return [piece.strip() for piece in pieces if piece.strip(" .,;")]


_CHAIRED = re.compile(
    r"(?:^|[.;]\s+)(?P<name>[A-Z][^.;,\n]{3,60}?)(?:,| \([^)]{1,60}\))?\s+(?:(?P<stand_in>stood in as"
    r"|standing in as|acting as|acted as|as acting)\s+(?:the )?chair\b"
    r"|(?:took|was in|in) the chair\b|chaired (?:the|this) meeting)",
)


def chairs_in(text: str) -> Iterator[tuple[str, bool]]:
    """Yield who is said in a sentence to have chaired, and whether in somebody's place."""
    for found in _CHAIRED.finditer(text):
        who = printed(found["name"])
        if who is not None:
            yield who.name, found["stand_in"] is not None


def rows_of(group: str, people: Iterable[Printed], spot: Spot) -> Iterator[Attendee]:
    """Yield a row of the attendance for each person of a group."""
    status, category = marks_of(group)
    for who in people:
        told = replace(who, mode=who.mode or "phone") if group == "remote" else who
        yield Attendee(told, status, category, spot)


def told_in(text: str, spot: Spot) -> Iterator[Attendee]:
    """Yield who is said in a sentence to have come or to have sent apologies."""
    for kind, form in _SENTENCES:
        for found in form.finditer(text):
            names = re.split(r"(?<=[a-z)])\.(?:\s|$)", found["names"])[0]
            names = re.sub(r"\b(?:who|as|due to|because)\b.*", "", names).strip(" .:,")
            people, _ = people_in(names)
            if kind == "remote":
                remote = found["how"].lower()
                mode = "phone" if "phone" in remote else "video"
                yield from (Attendee(replace(who, mode=who.mode or mode), spot=spot) for who in people)
            else:
                yield from rows_of(kind, people, spot)
