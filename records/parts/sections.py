"""Sections and paragraphs of a document, numbered or not, at any depth."""

from __future__ import annotations

from typing import ClassVar

from records.fields import (
    Answer,
    ArrangementsRef,
    Day,
    DocumentRef,
    Id,
    Line,
    PriorityRef,
    Private,
    Prose,
    Public,
    RiskRef,
)
from records.parts.actions import Parties
from records.parts.items import Link, Paper
from records.parts.section_tables import SectionTable
from records.withholding import Withholdable


class Paragraph(Withholdable):
    """A numbered paragraph, which others can point to."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"id", "label"})

    id: Public[Id]
    """Id within the document: `#paragraph-` and this is its address."""

    label: Public[Line | None] = None
    """The number as printed: 5.20. It may repeat or be missing."""

    text: Public[Prose]
    """The paragraph."""


class Section(Withholdable):
    """A section of a document. Sections nest; each is an address."""

    id: Public[Id]
    """Id within the document: `#section-` and this is its address."""

    label: Public[Line | None] = None
    """The number as printed: 4, 2.1, Appendix A."""

    title: Public[Line]
    """The heading."""

    by: Public[Parties] = ()
    """Who wrote it, where that is not whoever issues the document: the scrutineer, one of the partners."""

    agreed_by_author: Public[Day | None] = None
    """The day on which whoever wrote it agreed it as it stands here. Nobody else alters it after that."""

    priorities: Public[tuple[PriorityRef, ...]] = ()
    """The priorities it concerns."""

    arrangements: Public[tuple[ArrangementsRef, ...]] = ()
    """The versions of the arrangements that it concerns."""

    risks: Public[tuple[RiskRef, ...]] = ()
    """The risk registers that it concerns."""

    documents: Public[tuple[DocumentRef, ...]] = ()
    """The documents that it concerns."""

    to_write: Private[Answer] = False
    """Whether it is still to be written. While it says `yes`, the record cannot be signed off."""

    text: Public[Prose | None] = None
    """Its text, with lists and tables."""

    paragraphs: Public[tuple[Paragraph, ...]] = ()
    """Its numbered paragraphs, where others point to them one by one."""

    tables: Public[tuple[SectionTable, ...]] = ()
    """Tables whose rows lead to what they are about; others can stand in the text."""

    papers: Public[tuple[Paper, ...]] = ()
    """Appendices and background papers of this section."""

    links: Public[tuple[Link, ...]] = ()
    """Pages elsewhere."""

    sections: Public[tuple[Section, ...]] = ()
    """Sections under this one."""
