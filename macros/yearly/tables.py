"""What is counted for a report: tables, key figures and attendance, as plain values that can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from editions.fields import Printed
from editions.parts.actions import PublicParty
from macros.open_data.sources import Source
from macros.texts.plain_words import cut_short, plain_words

NOTHING = "\u2013"
"""What stands in a cell that has nothing to say."""

LONGEST = 60
"""A list with more rows than this is left to the site; the report has its numbers."""

_BRIEF = 200
_BRACKETS = str.maketrans("[]", "()")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[str, ...]
    about: tuple[str, str] | None = None
    """What it is about: the key that a record has for it, and the id."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the report."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    chart: str | None = None
    note: str | None = None

    @property
    def said(self) -> tuple[tuple[str, ...], ...]:
        """All that it says, to be compared: its headings, then its rows."""
        return (self.columns, *(row.cells for row in self.rows))


@dataclass(frozen=True, slots=True)
class Count:
    """A key figure of the year beside that of the year before."""

    name: str
    now: int
    before: int | None
    """None where no meeting of that year is public."""


@dataclass(frozen=True, slots=True)
class Came:
    """At how many meetings an agency was."""

    agency: str | None
    """The id of its record, if that is public."""

    name: str
    attended: int
    held: int | None
    """How many meetings list it, if that is not all that were held."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who came to the meetings of a group."""

    group: str
    held: int
    agencies: tuple[Came, ...]
    note: str | None = None


def words(text: object) -> str:
    """Return a text or number on one line, without the brackets that a record takes for marks."""
    return " ".join(str("" if text is None else text).split()).translate(_BRACKETS)


def cells(*texts: object) -> tuple[str, ...]:
    """Return texts and numbers as cells, none of them empty."""
    return tuple(words(each) or NOTHING for each in texts)


def brief(source: Source, text: str) -> str:
    """Return the beginning of public prose in plain words on one line, cut between two words."""
    return cut_short(plain_words(text, source.reasons, source.language), _BRIEF)


def by_role(source: Source, parties: Iterable[PublicParty]) -> str:
    """Return who owns or leads something, people by their posts: a report outlives who holds them."""
    return source.parties(
        party.model_copy(update={"who": _unnamed(party.who), "through": _unnamed(party.through)})
        for party in parties
    )


def _unnamed(who: Printed | None) -> Printed | None:
    """Return a person without the name, where the post is known."""
    if who is None or who.kind != "person" or not who.role:
        return who
    return who.model_copy(update={"name": None})


def some(table: Table) -> tuple[Table, ...]:
    """Return a table as a list of one, or of none if it has no rows or too many to be listed."""
    return (table,) if 0 < len(table.rows) <= LONGEST else ()


def filled(tables: Iterable[Table]) -> tuple[Table, ...]:
    """Return the tables that have rows."""
    return tuple(each for each in tables if each.rows)
