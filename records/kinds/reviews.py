"""Reviews: what was learnt after a child was seriously harmed, told so that nobody can be recognised."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, ClassVar, Literal

from problems import Place, Problem, Severity, Wording
from records.fields import (
    Answer,
    Day,
    DocumentRef,
    Id,
    Line,
    Model,
    PartialDay,
    PriorityRef,
    Prose,
    Public,
)
from records.kind import Key, Kind, Locate, Part
from records.kinds.people import Person
from records.parts.actions import Parties
from records.parts.issued import Issued
from records.parts.recommendations import Recommendation
from records.parts.sections import Section
from records.periods import is_before, line_of
from records.withholding import Withholdable

NOTICE = 7
"""Days from the notice to the Secretary of State and the Panel to publication (SI 2018/789, reg 16)."""

PANEL = frozenset({"lcspr", "joint"})
"""Kinds of review of which the Panel is given notice."""

SHORTEST = 3
"""A single name shorter than this is not looked for: it would be found by chance."""

NOTICE_TOO_SHORT = Wording(
    "review-notice-too-short",
    "`published` is fewer than {days} days after `notice_given`, in {line}.",
    "Publish later, or correct whichever day is wrong: the Secretary of State and the Panel have the report "
    "at least {days} days before everybody else (SI 2018/789, regulation 16).",
)
NOTICE_MISSING = Wording(
    "review-without-notice",
    "The review has a day of publication, in {line}, and no `notice_given`.",
    "Write the day on which the Secretary of State and the Panel were sent the report.",
    Severity.WARNING,
)
PUBLISHED_UNFINISHED = Wording(
    "review-published-unfinished",
    "`published` is earlier than `completed`, in {line}.",
    "Correct whichever of the two is wrong.",
)
REMOVED_EARLY = Wording(
    "review-removed-early",
    "`remove_after` is less than a year after `published`, in {line}.",
    "Leave the review on the site for at least a year (SI 2018/789, regulation 17): correct the day, or take "
    "the line out and leave it there for good.",
)
DUE_BEFORE_PUBLISHED = Wording(
    "recommendation-due-before-review",
    "This recommendation is due before the review is published, in {line}.",
    "Correct whichever date is wrong; if it was carried out before, write `status: done` and keep the date.",
    Severity.WARNING,
)
CONTENT_MISSING = Wording(
    "review-content-missing",
    "The review is published, by the day in {line}, and has no `{key}`.",
    "Add it: a published review says what should be improved and analyses why things happened as they did "
    "(SI 2018/789, regulation 15).",
    Severity.WARNING,
)
NAMES_A_PERSON = Wording(
    "review-names-a-person",
    "The name of somebody who has a record in data/people/ stands here, as written there or in another "
    "spelling; the address and the title of a review must name nobody.",
    "Use letters or a made-up name that belongs to nobody. For the address, rename the file.",
)
MAY_NAME_A_PERSON = Wording(
    "review-may-name-a-person",
    "A word here is also the first name or surname of somebody who has a record in data/people/.",
    "If it is meant as a name, use letters or a made-up name that belongs to nobody; else leave it.",
    Severity.WARNING,
)


class Reviewer(Model):
    """Somebody who carries out the review."""

    who: Public[Parties] = ()
    """Who: a person, a post, or a `name` as printed: an independent reviewer."""

    independent: Public[Answer] = False
    """Whether the reviewer had nothing to do with the services concerned."""

    note: Public[Line | None] = None
    """Where the reviewer comes from; for which part."""


class Theme(Withholdable):
    """Something that runs through the review."""

    id: Public[Id]
    """Id within the review: `#theme-` and this is its address."""

    title: Public[Line]
    """The theme in a few words."""

    text: Public[Prose | None] = None
    """What is meant."""


class ReviewFinding(Withholdable):
    """Something that the review found out about how services work."""

    id: Public[Id]
    """Id within the review: `#finding-` and this is its address."""

    label: Public[Line | None] = None
    """The number as printed."""

    title: Public[Line | None] = None
    """A heading in a few words."""

    text: Public[Prose]
    """What was found."""


class Review(Issued):
    """A practice review. Its id and its title name nobody: they stay even when all else is withheld."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"id", "title", "kind", "status", "stage"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"id", "kind"})

    kind: Public[Literal["lcspr", "rapid-review", "sar", "scr", "joint", "thematic", "other"]]
    """What sort of review: `lcspr` is a local child safeguarding practice review, `sar` a safeguarding adult
    review, `scr` a serious case review of the time before 2019."""

    stage: Public[
        Literal[
            "notified", "rapid-review", "commissioned", "under-way", "completed", "published", "not-published"
        ]
    ]
    """How far it has come."""

    stage_words: Public[Line | None] = None
    """The stage as printed."""

    known_as: Public[Line | None] = None
    """What the child is called in it: a letter, a made-up name. Never the child's own name."""

    when: Public[Line | None] = None
    """When it happened, no closer than the public may know: in the summer of 2025."""

    incident_reported: Public[PartialDay | None] = None
    """When the serious incident was notified to the Panel."""

    rapid_review_done: Public[PartialDay | None] = None
    """When the rapid review was finished."""

    panel_replied: Public[PartialDay | None] = None
    """When the Panel said what it thought of the rapid review."""

    decided: Public[PartialDay | None] = None
    """When it was decided that there would be a review."""

    begun: Public[PartialDay | None] = None
    """When the reviewers began."""

    shown_to_family: Public[PartialDay | None] = None
    """When the family saw the report."""

    completed: Public[PartialDay | None] = None
    """When the review was finished."""

    notice_given: Public[Day | None] = None
    """When the Secretary of State and the Panel were sent the report, at least seven days before others."""

    published: Public[Day | None] = None
    """When it was published, or will be."""

    remove_after: Public[Day | None] = None
    """The last day on which it must stay public: a year after publication, or later."""

    reviewers: Public[tuple[Reviewer, ...]] = ()
    """Who carries it out."""

    agencies: Public[Parties] = ()
    """The agencies that took part."""

    priorities: Public[tuple[PriorityRef, ...]] = ()
    """The priorities it concerns."""

    terms: Public[Prose | None] = None
    """What it was asked to find out."""

    method: Public[Prose | None] = None
    """How it was done."""

    family: Public[Prose | None] = None
    """How the family took part, and what they want others to know."""

    themes: Public[tuple[Theme, ...]] = ()
    """What runs through it."""

    findings: Public[tuple[ReviewFinding, ...]] = ()
    """What it found about how services work."""

    analysis: Public[Prose | None] = None
    """Why things happened as they did: the systemic reasons."""

    recommendations: Public[tuple[Recommendation, ...]] = ()
    """What should be improved, by whom, with the answers."""

    improvements: Public[Prose | None] = None
    """What has been improved since."""

    briefing: Public[DocumentRef | None] = None
    """The briefing in which its learning is passed on."""

    not_published: Public[Prose | None] = None
    """Why the report is not published, where the law allows that. What was improved must be said all the
    same."""


def _published_in_time(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each day that is too early: of publication, or of the end of it."""
    for key, review in _reviews(records):
        published = review.published
        if published is None:
            continue
        here = locate(key, ("published",))

        def line(name: str, key: Key = key) -> str:
            return line_of(locate(key, (name,)))

        if review.notice_given and published < review.notice_given + timedelta(days=NOTICE):
            yield NOTICE_TOO_SHORT.at(here, days=NOTICE, line=line("notice_given"))
        if review.notice_given is None and review.kind in PANEL:
            yield NOTICE_MISSING.at(locate(key, ()), line=line_of(here))
        if review.completed and is_before(published.isoformat(), review.completed):
            yield PUBLISHED_UNFINISHED.at(here, line=line("completed"))
        if review.remove_after and review.remove_after < _a_year_after(published):
            yield REMOVED_EARLY.at(locate(key, ("remove_after",)), line=line_of(here))
        for position, each in enumerate(review.recommendations):
            if each.due and is_before(each.due, published.isoformat()) and each.status != "done":
                path = ("recommendations", position, "due")
                yield DUE_BEFORE_PUBLISHED.at(locate(key, path), line=line_of(here))


def _complete(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a warning for each thing that a published practice review must hold and does not."""
    for key, review in _reviews(records):
        if review.published is None or review.kind not in PANEL or review.withhold is not None:
            continue
        for name in ("recommendations", "analysis"):
            if not getattr(review, name):
                line = line_of(locate(key, ("published",)))
                yield CONTENT_MISSING.at(locate(key, ()), key=name, line=line)


def _a_year_after(day: date) -> date:
    """Return the same day of the next year, or 1 March after 29 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)


def _names_nobody(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each id, title or name of a child in which the name of a known person stands."""
    whole, single = _names(records)
    for key, review in _reviews(records):
        texts: tuple[tuple[Place, str | None], ...] = (
            (locate(key, ()), key[1]),
            (locate(key, ("title",)), review.title),
            (locate(key, ("known_as",)), review.known_as),
        )
        for place, text in texts:
            words = _folded(text or "")
            if any(f" {name} " in f" {' '.join(words)} " for name in whole):
                yield NAMES_A_PERSON.at(place)
            elif single.intersection(words):
                yield MAY_NAME_A_PERSON.at(place)


def _names(records: Mapping[Key, Any]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of people as they are written whole, and the single words of which they are made."""
    whole: set[str] = set()
    single: set[str] = set()
    for person in records.values():
        if isinstance(person, Person):
            own = [person.name, person.sort_name, *person.former_names, *person.spellings]
            for name in filter(None, own):
                words = _folded(name)
                single |= {word for word in words if len(word) >= SHORTEST}
                if len(words) > 1 or name in person.spellings:
                    whole.add(" ".join(words))
    return frozenset(whole), frozenset(single)


def _folded(text: str) -> list[str]:
    """Return the words of a text in small letters without accents, hyphens and apostrophes apart."""
    apart = unicodedata.normalize("NFKD", text.casefold().replace("\u0142", "l"))
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return re.findall(r"[^\W_]+", plain)


def _reviews(records: Mapping[Key, Any]) -> Iterator[tuple[Key, Review]]:
    return ((key, record) for key, record in records.items() if isinstance(record, Review))


def _day(review: Review) -> str | None:
    """Return the day on which a review prints names: when it was finished, approved or published."""
    published = review.published.isoformat() if review.published else None
    return review.completed or review.approved_on or published


KIND = Kind(
    name="reviews",
    model=Review,
    word="review",
    title="Practice review",
    order=10,
    example={"id": "review-a", "title": "Practice review A", "kind": "lcspr"},
    parts={
        "recommendations": Part(Recommendation, "recommendation"),
        "sections": Part(Section, "section"),
    },
    day=_day,
    checks=(_published_in_time, _complete, _names_nobody),
)
