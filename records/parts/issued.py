"""What every document has that somebody issues: plans, reports, arrangements, reviews, policies."""

from __future__ import annotations

from typing import ClassVar, Literal

from records.fields import (
    DecisionRef,
    GroupRef,
    LanguageTag,
    Line,
    MeetingRef,
    Model,
    PartialDay,
    Prose,
    Public,
)
from records.parts.actions import Parties
from records.parts.items import Link, Paper
from records.parts.sections import Section
from records.withholding import Record

Status = Literal[
    "draft", "consultation", "final", "approved", "in-force", "superseded", "withdrawn", "archived"
]
"""The state of a document, apart from whether this site publishes it: a public draft exists."""


class Version(Model):
    """One entry of a document's own history of versions."""

    version: Public[Line]
    """The version as printed: 2, v1.3, 2026."""

    date: Public[PartialDay | None] = None
    """When it was made or agreed."""

    by: Public[Parties] = ()
    """Who wrote or agreed it."""

    note: Public[Line | None] = None
    """What changed in it."""


class Issued(Record):
    """A document that somebody issues."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"id", "title", "status", "version"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"id", "status"})

    title: Public[Line]
    """The title as printed."""

    issued_by: Public[Parties] = ()
    """Whose document it is: groups, bodies, all partners."""

    status: Public[Status] = "final"
    """The state of the document."""

    status_words: Public[Line | None] = None
    """The status as printed."""

    version: Public[Line | None] = None
    """The version as printed: V0.4, 2026."""

    versions: Public[tuple[Version, ...]] = ()
    """Its own history of versions, the newest last."""

    approved_by: Public[GroupRef | None] = None
    """The group that approved it."""

    approved_at: Public[MeetingRef | None] = None
    """The meeting that approved it."""

    decision: Public[DecisionRef | None] = None
    """The decision that approved it."""

    approved_on: Public[PartialDay | None] = None
    """When it was approved, if not at a meeting on record."""

    first_published: Public[PartialDay | None] = None
    """When it was first published, if that was elsewhere."""

    review: Public[PartialDay | None] = None
    """When it is to be looked at again."""

    language: Public[LanguageTag | None] = None
    """Its language, if it is not that of the site."""

    notice: Public[Prose | None] = None
    """A notice on top of it: extended until March, replaced by another."""

    summary: Public[Prose | None] = None
    """What it says, in two or three plain sentences."""

    sections: Public[tuple[Section, ...]] = ()
    """Its sections, in the order of the document."""

    papers: Public[tuple[Paper, ...]] = ()
    """Appendices and background papers."""

    links: Public[tuple[Link, ...]] = ()
    """Pages elsewhere."""
