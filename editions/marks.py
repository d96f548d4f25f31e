"""The marks that public text may hold, split off from its words.

Three marks are public: `[[withheld REASON]]`, `[[action ID]]` and `[[decision ID]]`. This reader
shares no code with the lexer of private text, so that each checks the other.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Literal, cast

PlacementKind = Literal["action", "decision"]

MARK = re.compile(
    r"(?<![\[\\])\[\[(?P<kind>withheld|action|decision) (?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\]\](?![\](\\])"
)
DAMAGED = re.compile(r"\[\[|\]\]|\bredact(?: [a-z0-9-]+)?\|")


@dataclass(frozen=True, slots=True)
class Words:
    """Text between marks, never empty."""

    text: str = field(repr=False)
    """Left out of `repr()`, because the text of a record does not belong in a log."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """The place where words were left out."""

    reason: str
    """The id of a reason of the policy."""


@dataclass(frozen=True, slots=True)
class Placement:
    """The place at which an action or a decision is shown."""

    kind: PlacementKind
    id: str
    """The id of the action or decision, unique in its record."""


def is_public(text: str) -> bool:
    """Return whether text holds the three public marks only, each whole, and nothing like a damaged one."""
    if text.isascii() and "[[" not in text and "]]" not in text and "|" not in text:
        return True  # Most text is so, and none of it can match.
    rest = unicodedata.normalize("NFKC", MARK.sub("\n", text)).lower()
    if not rest.isascii():
        rest = "".join(character for character in rest if unicodedata.category(character) != "Cf")
    return DAMAGED.search(rest) is None


def split(text: str) -> tuple[Words | Withheld | Placement, ...]:
    """Return the words and marks of public text, in order.

    Raises ValueError when the text is not public text; the error does not quote it.
    """
    if not is_public(text):
        raise ValueError("This is not public text: it holds a mark that is private or damaged.")
    parts: list[Words | Withheld | Placement] = []
    end = 0
    for mark in MARK.finditer(text):
        if mark.start() > end:
            parts.append(Words(text[end : mark.start()]))
        if mark["kind"] == "withheld":
            parts.append(Withheld(mark["id"]))
        else:
            parts.append(Placement(cast("PlacementKind", mark["kind"]), mark["id"]))
        end = mark.end()
    if end < len(text):
        parts.append(Words(text[end:]))
    return tuple(parts)
