"""Clauses of arrangements, which others can name, and the topics by which they are found."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from records.fields import ID, DocumentRef, Id, Line, PriorityRef, Prose, Public, Reference, exactly
from records.withholding import Withholdable

ClauseRef = Annotated[str, exactly("clause", rf"{ID}/{ID}"), Reference(("clauses",))]
"""A clause, by the version of the arrangements that has it: `2024/funding`."""

Topic = Literal[
    "law",
    "area",
    "partners",
    "delegation",
    "chair",
    "structure",
    "joint-working",
    "options",
    "scrutiny",
    "relevant-agencies",
    "education",
    "early-years",
    "voluntary",
    "needs",
    "family-help",
    "thresholds",
    "information",
    "voice",
    "learning",
    "reviews",
    "child-deaths",
    "custody",
    "training",
    "funding",
    "disputes",
    "other-boards",
    "yearly-report",
    "consultation",
    "timetable",
    "risks",
    "changes",
    "contacts",
    "other",
]
"""What a clause is about. Working Together asks for most of these."""


class Clause(Withholdable):
    """A clause, or a numbered paragraph. Clauses nest; each is an address that others link to."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"id", "label", "title", "topic"})

    id: Public[Id]
    """Id within the arrangements: `#clause-` and this is its address. Keep it from version to version."""

    label: Public[Line | None] = None
    """The number as printed: 4, 4.2. It may repeat or be missing."""

    title: Public[Line | None] = None
    """The heading; missing for a numbered paragraph without one."""

    topic: Public[Topic | None] = None
    """What it is about. The lists of partners, agencies, contributions and so on are shown at the clause
    with their topic."""

    text: Public[Prose | None] = None
    """Its text, with lists and tables."""

    documents: Public[tuple[DocumentRef, ...]] = ()
    """Documents that say more."""

    priorities: Public[tuple[PriorityRef, ...]] = ()
    """The priorities it concerns."""

    replaces: Public[tuple[ClauseRef, ...]] = ()
    """The clauses of earlier arrangements that it takes the place of: `2024/early-help`."""

    clauses: Public[tuple[Clause, ...]] = ()
    """Clauses under this one."""
