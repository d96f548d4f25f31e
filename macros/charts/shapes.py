"""The shapes of which every chart is drawn, with places in units of SVG: `12.5%` across, `3em` down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    shape: ClassVar[str] = "box"
    x: str
    y: str
    width: str
    height: str
    look: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    shape: ClassVar[str] = "rule"
    x1: str
    y1: str
    x2: str
    y2: str
    look: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled or an empty circle."""

    shape: ClassVar[str] = "dot"
    x: str
    y: str
    radius: str
    look: str


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text."""

    shape: ClassVar[str] = "words"
    x: str
    y: str
    """The line on which the letters stand."""

    text: str
    anchor: str = "start"
    look: str = "plain"


Mark = Box | Rule | Dot | Words


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn, from back to front."""

    height: str
    marks: tuple[Mark, ...]

    def looks(self) -> frozenset[str]:
        """Return how its marks look, so that only those patterns are defined which it needs."""
        return frozenset(each.look for each in self.marks)
