"""The numbers that Word prints before paragraphs: they stand nowhere in the text and must be counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from records.importing.paragraphs.blocks import BULLET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    form: str = "decimal"
    text: str = "%1."
    start: int = 1


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a list is numbered; lists of one scheme count on from each other, unless one begins anew."""

    abstract: str
    levels: Mapping[int, Level]
    restarts: Mapping[int, int] = field(default_factory=dict)


@dataclass
class Numbering:
    """The numbers given so far, paragraph by paragraph."""

    schemes: Mapping[str, Scheme]
    counts: dict[tuple[str, int], int] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def next(self, key: str, level: int) -> str:
        """Return the number of the next paragraph of a list at a level; `BULLET` for one with a sign."""
        scheme = self.schemes.get(key)
        if scheme is None or level not in scheme.levels:
            return BULLET if scheme is None else ""
        if key not in self.begun:
            self.begun.add(key)
            for at, start in scheme.restarts.items():
                self.counts[scheme.abstract, at] = start - 1
        own = scheme.levels[level]
        self.counts[scheme.abstract, level] = self.counts.get((scheme.abstract, level), own.start - 1) + 1
        for deeper in range(level + 1, DEEPEST):
            self.counts.pop((scheme.abstract, deeper), None)
        if own.form in {"bullet", "none"}:
            return BULLET if own.form == "bullet" else ""
        text = own.text
        for at in range(level + 1):
            there = scheme.levels.get(at, Level())
            count = self.counts.get((scheme.abstract, at), there.start)
            text = text.replace(f"%{at + 1}", _written(count, there.form))
        return text.strip()


def numbering_of(root: Any) -> dict[str, Scheme]:
    """Return the schemes of a file by the key that paragraphs give."""
    if root is None:
        return {}
    abstracts = {each.get(f"{W}abstractNumId"): _levels(each) for each in root.iter(f"{W}abstractNum")}
    found: dict[str, Scheme] = {}
    for num in root.iter(f"{W}num"):
        link = num.find(f"{W}abstractNumId")
        key = link.get(f"{W}val") if link is not None else None
        restarts: dict[int, int] = {}
        levels = dict(abstracts.get(key, {}))
        for override in num.iter(f"{W}lvlOverride"):
            at = _number(override.get(f"{W}ilvl"))
            start = override.find(f"{W}startOverride")
            if start is not None:
                restarts[at] = _number(start.get(f"{W}val"), 1)
            levels |= _levels(override)
        found[num.get(f"{W}numId", "")] = Scheme(key or "", levels, restarts)
    return found


def _levels(element: Any) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for level in element.iter(f"{W}lvl"):
        values = {name: level.find(f"{W}{name}") for name in ("numFmt", "lvlText", "start")}
        told = {name: each.get(f"{W}val") for name, each in values.items() if each is not None}
        found[_number(level.get(f"{W}ilvl"))] = Level(
            told.get("numFmt") or "decimal", told.get("lvlText") or "", _number(told.get("start"), 1)
        )
    return found


def _number(text: str | None, otherwise: int = 0) -> int:
    return (
        int(text)
        if text and text.isascii() and text.lstrip("-").isdigit() and len(text) < len("1000000")
        else otherwise
    )


def _written(count: int, form: str) -> str:
    """Return a number in the form that Word prints."""
    if form in {"lowerLetter", "upperLetter"}:
        letter = (
            chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if 0 < count < 1000 else str(count)
        )
        return letter if form == "lowerLetter" else letter.upper()
    if form in {"lowerRoman", "upperRoman"} and 0 < count < 4000:
        roman = _roman(count)
        return roman.lower() if form == "lowerRoman" else roman
    return f"{count:02}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    found = ""
    for value, sign in (
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        found += sign * (count // value)
        count %= value
    return found
