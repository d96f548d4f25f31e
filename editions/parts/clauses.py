"""The public form of the clauses of arrangements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import StringConstraints

from editions.fields import (
    ID,
    DocumentId,
    PriorityId,
    PublicLine,
    PublicProse,
    PublicUnit,
    RecordId,
    RefersTo,
    Word,
)

ClauseId = Annotated[str, StringConstraints(pattern=rf"\A{ID}/{ID}\z", max_length=161), RefersTo("clauses")]
"""A clause, by the version of the arrangements that has it: `2024/funding`."""


class PublicClause(PublicUnit):
    """A clause, or a numbered paragraph. Clauses nest; each is an address that others link to."""

    anchor = "clause-"

    id: RecordId
    """Id within the arrangements: `#clause-` and this is its address. Keep it from version to version."""

    label: PublicLine | None = None
    """The number as printed: 4, 4.2. It may repeat or be missing."""

    title: PublicLine | None = None
    """The heading; missing for a numbered paragraph without one."""

    topic: Word | None = None
    """What it is about. The lists of partners, agencies, contributions and so on are shown at the clause
    with their topic."""

    text: PublicProse | None = None
    """Its text, with lists and tables."""

    documents: tuple[DocumentId, ...] = ()
    """Documents that say more."""

    priorities: tuple[PriorityId, ...] = ()
    """The priorities it concerns."""

    replaces: tuple[ClauseId, ...] = ()
    """The clauses of earlier arrangements that it takes the place of: `2024/early-help`."""

    clauses: tuple[PublicClause, ...] = ()
    """Clauses under this one."""


def clauses_of(clauses: tuple[PublicClause, ...]) -> Iterator[PublicClause]:
    """Yield clauses and all under them, in the order of the document."""
    for clause in clauses:
        yield clause
        yield from clauses_of(clause.clauses)
