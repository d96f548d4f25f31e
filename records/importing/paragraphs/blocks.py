"""The neutral form into which every format is read: paragraphs, headings, list items and tables in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

BULLET = "\N{BULLET}"
"""The number of a list item that has none."""


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in the source document, as a person can find it there. Both count from 1; 0 is unknown."""

    page: int = 0
    paragraph: int = 0

    def __str__(self) -> str:
        page = f"page {self.page}, " if self.page else ""
        return f"{page}paragraph {self.paragraph}"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look within a paragraph."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    """Where the words lead, if they are a link."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or an item of a list."""

    runs: tuple[Run, ...]
    spot: Spot = field(default_factory=Spot)
    heading: int = 0
    """The level of a heading; 0 for what is none."""
    depth: int = -1
    """How deep an item of a list lies, from 0; -1 for what is no item of a list."""
    number: str = ""
    """What the source prints before the words: `4.`, `a)`, or `BULLET`."""
    indent: int = 0
    """How far from the left the words begin, in letters, where the source has no other structure."""
    margin: str = ""
    """What stands beside it in a narrow column at the right."""
    top: float = 0
    """How high it begins, where pages are drawn: less from page to page; 0 if that is not known."""

    @property
    def text(self) -> str:
        """The words without their look."""
        return "".join(run.text for run in self.runs).strip()

    @property
    def is_bold(self) -> bool:
        """Whether all of its words are bold."""
        told = [run for run in self.runs if any(sign.isalnum() for sign in run.text)]
        return bool(told) and all(run.bold for run in told)


Cell: TypeAlias = tuple[Block, ...]
Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table, row by row; a cell holds blocks."""

    rows: tuple[Row, ...]
    spot: Spot = field(default_factory=Spot)


Part: TypeAlias = Block | Table

OddityKind = Literal[
    "inserted",
    "deleted",
    "comment",
    "hidden",
    "header",
    "footer",
    "note",
    "embedded",
    "picture",
    "macro",
    "box",
    "lost-letters",
]


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something that is not plain text of the document, and that somebody must look at."""

    kind: OddityKind
    spot: Spot
    text: str = ""
    """Its words. Those of inserted text and of boxes stand among the parts too."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it was read."""

    parts: tuple[Part, ...]
    oddities: tuple[Oddity, ...] = ()
    pages: int = 0
    """How many pages it has, where the format has pages."""


def blocks_in(parts: Iterable[Part]) -> Iterator[Block]:
    """Yield every block in order, those in the cells of tables too."""
    for part in parts:
        if isinstance(part, Block):
            yield part
            continue
        for row in part.rows:
            for cell in row:
                yield from cell


def words_of(cell: Cell) -> str:
    """Return the words of a cell on one line."""
    return " ".join(block.text for block in cell if block.text)


def before(runs: Sequence[Run], signs: int) -> tuple[Run, ...]:
    """Return the first so many signs of runs, spaces before the words not counted."""
    whole = "".join(run.text for run in runs)
    left = signs + len(whole) - len(whole.lstrip())
    kept: list[Run] = []
    for run in runs:
        if run.text[:left]:
            kept.append(replace(run, text=run.text[:left]))
        left = max(0, left - len(run.text))
    return tuple(kept)


def after(runs: Sequence[Run], signs: int) -> tuple[Run, ...]:
    """Return runs without so many signs at their start, spaces before the words not counted."""
    whole = "".join(run.text for run in runs)
    left = signs + len(whole) - len(whole.lstrip())
    kept: list[Run] = []
    for run in runs:
        taken = min(left, len(run.text))
        left -= taken
        if run.text[taken:]:
            kept.append(replace(run, text=run.text[taken:]))
    return tuple(kept)
