"""What the paper for a meeting is made of, before it is Word or PDF."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Style = Literal["", "quiet", "boxed", "quoted", "code"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line that look alike."""

    text: str = field(repr=False)
    bold: bool = False
    italic: bool = False
    shaded: bool = False
    """Whether the public does not see them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a part."""

    level: int
    """From 1, which is the title."""
    pieces: tuple[Piece, ...]
    item: str = ""
    """The id of the item that begins here."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or one of a list."""

    pieces: tuple[Piece, ...]
    style: Style = ""
    depth: int = 0
    """How many lists and quotations it stands in."""
    marker: str = ""
    """What stands before it in a list: a point or its number."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first row is its head."""

    rows: tuple[tuple[tuple[Piece, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """The place in a text at which an action or a decision stands."""

    kind: str
    id: str


Block: TypeAlias = Heading | Paragraph | Table | Placed


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper for a meeting, whole."""

    blocks: tuple[Block, ...] = field(repr=False)
    warning: str
    """What stands at the top of each page."""
    watermark: str
    """What stands across each page."""
    day: str
    """The day that its file says it was made: that of the meeting, so that the bytes are always the same."""
