"""The public form of what every issued document has."""

from __future__ import annotations

from editions.fields import (
    DecisionId,
    MeetingId,
    Printed,
    PublicLine,
    PublicModel,
    PublicProse,
    PublicRecord,
    Word,
)
from editions.parts.actions import PublicParty
from editions.parts.items import PublicLink, PublicPaper
from editions.parts.sections import PublicSection


class PublicVersion(PublicModel):
    """One entry of a document's own history of versions."""

    version: PublicLine
    """The version as printed: 2, v1.3, 2026."""

    date: str | None = None
    """When it was made or agreed."""

    by: tuple[PublicParty, ...] = ()
    """Who wrote or agreed it."""

    note: PublicLine | None = None
    """What changed in it."""


class PublicIssued(PublicRecord):
    """A document that somebody issues."""

    title: PublicLine
    """The title as printed."""

    issued_by: tuple[PublicParty, ...] = ()
    """Whose document it is: groups, bodies, all partners."""

    status: Word = "final"
    """The state of the document."""

    status_words: PublicLine | None = None
    """The status as printed."""

    version: PublicLine | None = None
    """The version as printed: V0.4, 2026."""

    versions: tuple[PublicVersion, ...] = ()
    """Its own history of versions, the newest last."""

    approved_by: Printed | None = None
    """The group that approved it."""

    approved_at: MeetingId | None = None
    """The meeting that approved it."""

    decision: DecisionId | None = None
    """The decision that approved it."""

    approved_on: str | None = None
    """When it was approved, if not at a meeting on record."""

    first_published: str | None = None
    """When it was first published, if that was elsewhere."""

    review: str | None = None
    """When it is to be looked at again."""

    language: str | None = None
    """Its language, if it is not that of the site."""

    notice: PublicProse | None = None
    """A notice on top of it: extended until March, replaced by another."""

    summary: PublicProse | None = None
    """What it says, in two or three plain sentences."""

    sections: tuple[PublicSection, ...] = ()
    """Its sections, in the order of the document."""

    papers: tuple[PublicPaper, ...] = ()
    """Appendices and background papers."""

    links: tuple[PublicLink, ...] = ()
    """Pages elsewhere."""
