"""Documents: thresholds, strategies, protocols, policies, briefings; what the partnership issues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal

from problems import Problem, Wording
from records.checks.circles import no_circles
from records.fields import (
    Count,
    DocumentRef,
    Line,
    PartialDay,
    PriorityRef,
    Public,
    ReviewRef,
    WebAddress,
)
from records.kind import Key, Kind, Locate
from records.parts.actions import Parties
from records.parts.issued import Issued
from records.parts.partners import SignOff
from records.periods import is_before, line_of

ENDS_FIRST = Wording(
    "document-ends-first",
    "The document ends before it takes effect: `effective_from` is at {other}.",
    "Correct whichever of the two days is wrong.",
)
STILL_IN_FORCE = Wording(
    "document-still-in-force",
    "This document is in force, and `{other}` replaces it ({where}) and is in force too.",
    "Write `status: superseded` here, or correct the one of the two lines that says which replaces which.",
)
TWO_SUCCESSORS = Wording(
    "document-two-successors",
    "This document says that `{named}` replaces it, and `{other}` says that it does ({where}).",
    "Correct whichever of the two records is wrong.",
)


class Document(Issued):
    """A document that the partnership issues. Its text stands here, or this record says where it is held."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset(
        {"id", "title", "kind", "status", "version", "effective_from", "effective_until"}
    )
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"id", "status"})

    kind: Public[
        Literal[
            "threshold",
            "strategy",
            "protocol",
            "policy",
            "procedure",
            "briefing",
            "toolkit",
            "terms",
            "leaflet",
            "other",
        ]
    ]
    """What sort of document it is."""

    audience: Public[
        tuple[
            Literal["everyone", "children", "parents", "practitioners", "managers", "schools", "partners"],
            ...,
        ]
    ] = ()
    """For whom it is written."""

    for_whom: Public[Line | None] = None
    """For whom it is written, in words: anybody who lets homes to families."""

    areas: Public[tuple[Line, ...]] = ()
    """The areas in which it applies."""

    owner: Public[Parties] = ()
    """Who looks after it and answers questions."""

    authors: Public[Parties] = ()
    """Who wrote it, if not the owner."""

    effective_from: Public[PartialDay | None] = None
    """From when it applies."""

    effective_until: Public[PartialDay | None] = None
    """Until when it applied, or will apply."""

    signed: Public[tuple[SignOff, ...]] = ()
    """Who signed it, and when."""

    replaces: Public[DocumentRef | None] = None
    """The document that it replaces. An earlier version of this one belongs to `versions`."""

    replaces_words: Public[Line | None] = None
    """What it replaces, where there is no record of it: seven older forms."""

    replaced_by: Public[DocumentRef | None] = None
    """The document that replaced it."""

    held_at: Public[WebAddress | None] = None
    """Where the text is, if it does not stand here."""

    held_note: Public[Line | None] = None
    """What to know about that place: a paper copy at the office, an account is needed."""

    pages: Public[Count | None] = None
    """How many pages."""

    formats: Public[
        tuple[
            Literal[
                "web",
                "pdf",
                "word",
                "print",
                "easy-read",
                "large-print",
                "braille",
                "audio",
                "video",
                "sign-language",
            ],
            ...,
        ]
    ] = ()
    """The forms in which it can be had."""

    other_languages: Public[tuple[DocumentRef, ...]] = ()
    """The same document in other languages."""

    priorities: Public[tuple[PriorityRef, ...]] = ()
    """The priorities it concerns."""

    reviews: Public[tuple[ReviewRef, ...]] = ()
    """The practice reviews from which it learns."""

    documents: Public[tuple[DocumentRef, ...]] = ()
    """Other documents that go with it."""


def _ends_first(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each document that ends before it takes effect."""
    for key, each in records.items():
        dated = key[0] == KIND.name and each.effective_from and each.effective_until
        if dated and is_before(each.effective_until, each.effective_from):
            other = line_of(locate(key, ("effective_from",)))
            yield ENDS_FIRST.at(locate(key, ("effective_until",)), other=other)


def _successions(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each document in force that is replaced, or that two others would replace."""
    documents = {record_id: each for (kind, record_id), each in records.items() if kind == KIND.name}
    said = [
        *((each.replaces, newer, newer, "replaces") for newer, each in documents.items() if each.replaces),
        *((older, each.replaced_by, older, "replaced_by") for older, each in documents.items()),
    ]
    told: set[tuple[str, str]] = set()
    for older, newer, holder, field in said:
        if older not in documents or newer not in documents or older == newer or (older, newer) in told:
            continue
        told.add((older, newer))
        where = line_of(locate((KIND.name, holder), (field,)))
        named = documents[older].replaced_by
        if documents[older].status == documents[newer].status == "in-force":
            yield STILL_IN_FORCE.at(locate((KIND.name, older), ("status",)), other=newer, where=where)
        elif named and named != newer:
            here = locate((KIND.name, older), ("replaced_by",))
            yield TWO_SUCCESSORS.at(here, named=named, other=newer, where=where)


def _day(document: Document) -> str | None:
    """Return the day on which a document prints names: when it was signed, approved, or took effect."""
    signed = max((each.on for each in document.signed if each.on), default=None)
    return signed or document.approved_on or document.effective_from


KIND = Kind(
    name="documents",
    model=Document,
    word="document",
    title="Document",
    order=12,
    example={
        "id": "threshold-guide",
        "title": "The right help at the right time",
        "kind": "threshold",
        "date": "2026-11-02",
        "next_year": "2027",
    },
    checks=(
        no_circles("documents", "replaces"),
        no_circles("documents", "replaced_by"),
        _ends_first,
        _successions,
    ),
)
