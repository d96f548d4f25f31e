"""The public form of documents that the partnership issues."""

from __future__ import annotations

from editions.fields import DocumentId, PriorityId, PublicLine, ReviewId, Word
from editions.kind import PublicKind
from editions.parts.actions import PublicParty
from editions.parts.issued import PublicIssued
from editions.parts.partners import PublicSignOff


class PublicDocument(PublicIssued):
    """A document that the partnership issues. Its text stands here, or this record says where it is held."""

    kind: Word | None = None
    """What sort of document it is."""

    audience: tuple[Word, ...] = ()
    """For whom it is written."""

    for_whom: PublicLine | None = None
    """For whom it is written, in words: anybody who lets homes to families."""

    areas: tuple[PublicLine, ...] = ()
    """The areas in which it applies."""

    owner: tuple[PublicParty, ...] = ()
    """Who looks after it and answers questions."""

    authors: tuple[PublicParty, ...] = ()
    """Who wrote it, if not the owner."""

    effective_from: str | None = None
    """From when it applies."""

    effective_until: str | None = None
    """Until when it applied, or will apply."""

    signed: tuple[PublicSignOff, ...] = ()
    """Who signed it, and when."""

    replaces: DocumentId | None = None
    """The document that it replaces. An earlier version of this one belongs to `versions`."""

    replaces_words: PublicLine | None = None
    """What it replaces, where there is no record of it: seven older forms."""

    replaced_by: DocumentId | None = None
    """The document that replaced it."""

    held_at: str | None = None
    """Where the text is, if it does not stand here."""

    held_note: PublicLine | None = None
    """What to know about that place: a paper copy at the office, an account is needed."""

    pages: int | None = None
    """How many pages."""

    formats: tuple[Word, ...] = ()
    """The forms in which it can be had."""

    other_languages: tuple[DocumentId, ...] = ()
    """The same document in other languages."""

    priorities: tuple[PriorityId, ...] = ()
    """The priorities it concerns."""

    reviews: tuple[ReviewId, ...] = ()
    """The practice reviews from which it learns."""

    documents: tuple[DocumentId, ...] = ()
    """Other documents that go with it."""


KIND = PublicKind(name="documents", model=PublicDocument, order=12)
