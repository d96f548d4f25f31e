"""A chart with all that stands beside it: what it shows in words, its key, and its numbers as a table."""

from __future__ import annotations

from dataclasses import dataclass

from macros.charts.shapes import Mark, Picture


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture that can be read in three ways: seen, heard, and as a table."""

    id: str
    """What tells its parts from those of other charts on the page."""

    title: str
    description: str
    """How to read it, for whoever cannot see it."""

    picture: Picture
    key: tuple[tuple[tuple[Mark, ...], str], ...]
    """What needs explaining, with its words."""

    head: tuple[str, ...]
    """The headings of the table."""

    rows: tuple[tuple[str, ...], ...]
    """The table, of which the first column names the row."""

    note: str = ""
    """What the reader should know about the numbers."""
