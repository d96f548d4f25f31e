"""The styles of a Word file: what makes a paragraph a heading, an entry of a list, bold or hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


DEEPEST = 60
"""How deep boxes and tables may stand in each other."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style of paragraphs or letters says."""

    heading: int = 0
    bold: bool = False
    hidden: bool = False
    list_key: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a file."""

    by_id: dict[str, Style]

    @classmethod
    def of(cls, root: Any) -> Styles:
        """Return the styles that a part defines, each with what it takes from the one it is based on."""
        raw = (
            {each.get(f"{W}styleId", ""): each for each in root.iter(f"{W}style")} if root is not None else {}
        )
        return cls({key: _style(key, raw) for key in raw})


def _style(key: str, raw: dict[str, Any]) -> Style:
    chain: list[Any] = []
    here: str | None = key
    while here in raw and len(chain) < DEEPEST and raw[here] not in chain:
        chain.append(raw[here])
        based = raw[here].find(f"{W}basedOn")
        here = based.get(f"{W}val") if based is not None else None
    found = Style()
    for each in reversed(chain):
        name = each.find(f"{W}name")
        words = (name.get(f"{W}val") or "").lower() if name is not None else ""
        level = re.fullmatch(r"heading (\d)", words)
        outline = each.find(f"{W}pPr/{W}outlineLvl")
        numbers = each.find(f"{W}pPr/{W}numPr")
        heading = int(level[1]) if level else found.heading
        if outline is not None and (outline.get(f"{W}val") or "9") < "9":
            heading = int(outline.get(f"{W}val")) + 1
        list_key, at = list_of(numbers) if numbers is not None else (found.list_key, found.level)
        found = Style(
            heading,
            is_on(each.find(f"{W}rPr"), "b", otherwise=found.bold),
            is_on(each.find(f"{W}rPr"), "vanish", otherwise=found.hidden),
            list_key or found.list_key,
            at,
        )
    return found


def list_of(numbers: Any) -> tuple[str, int]:
    """Return the key of the list that an element names, and the level in it."""
    key, level = numbers.find(f"{W}numId"), numbers.find(f"{W}ilvl")
    at = level.get(f"{W}val") if level is not None else "0"
    return (
        key.get(f"{W}val") or "" if key is not None else "",
        int(at) if at and at.isdigit() and len(at) == 1 else 0,
    )


def is_on(properties: Any, name: str, *, otherwise: bool) -> bool:
    """Return whether a property of letters is switched on; it may be there and say no."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    if found is None:
        return otherwise
    return (found.get(f"{W}val") or "true") not in {"0", "false", "off", "none"}
