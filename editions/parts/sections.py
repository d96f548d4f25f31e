"""The public form of sections and paragraphs of a document."""

from __future__ import annotations

from editions.fields import (
    ArrangementsId,
    DocumentId,
    PriorityId,
    PublicLine,
    PublicProse,
    PublicUnit,
    RecordId,
    RiskId,
)
from editions.parts.actions import PublicParty
from editions.parts.items import PublicLink, PublicPaper
from editions.parts.section_tables import PublicSectionTable


class PublicParagraph(PublicUnit):
    """A numbered paragraph, which others can point to."""

    anchor = "paragraph-"

    id: RecordId
    """Id within the document: `#paragraph-` and this is its address."""

    label: PublicLine | None = None
    """The number as printed: 5.20. It may repeat or be missing."""

    text: PublicProse
    """The paragraph."""


class PublicSection(PublicUnit):
    """A section of a document. Sections nest; each is an address."""

    anchor = "section-"

    id: RecordId
    """Id within the document: `#section-` and this is its address."""

    label: PublicLine | None = None
    """The number as printed: 4, 2.1, Appendix A."""

    title: PublicLine
    """The heading."""

    by: tuple[PublicParty, ...] = ()
    """Who wrote it, where that is not whoever issues the document: the scrutineer, one of the partners."""

    agreed_by_author: str | None = None
    """The day on which whoever wrote it agreed it as it stands here. Nobody else alters it after that."""

    priorities: tuple[PriorityId, ...] = ()
    """The priorities it concerns."""

    arrangements: tuple[ArrangementsId, ...] = ()
    """The versions of the arrangements that it concerns."""

    risks: tuple[RiskId, ...] = ()
    """The risk registers that it concerns."""

    documents: tuple[DocumentId, ...] = ()
    """The documents that it concerns."""

    text: PublicProse | None = None
    """Its text, with lists and tables."""

    paragraphs: tuple[PublicParagraph, ...] = ()
    """Its numbered paragraphs, where others point to them one by one."""

    tables: tuple[PublicSectionTable, ...] = ()
    """Tables whose rows lead to what they are about; others can stand in the text."""

    papers: tuple[PublicPaper, ...] = ()
    """Appendices and background papers of this section."""

    links: tuple[PublicLink, ...] = ()
    """Pages elsewhere."""

    sections: tuple[PublicSection, ...] = ()
    """Sections under this one."""
