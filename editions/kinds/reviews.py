"""The public form of practice reviews."""

from __future__ import annotations

from editions.fields import (
    DocumentId,
    PriorityId,
    PublicLine,
    PublicModel,
    PublicProse,
    PublicUnit,
    RecordId,
    Word,
)
from editions.kind import PublicKind
from editions.parts.actions import PublicParty
from editions.parts.issued import PublicIssued
from editions.parts.recommendations import PublicRecommendation
from editions.parts.sections import PublicSection


class PublicReviewer(PublicModel):
    """Somebody who carries out the review."""

    who: tuple[PublicParty, ...] = ()
    """Who: a person, a post, or a `name` as printed: an independent reviewer."""

    independent: bool = False
    """Whether the reviewer had nothing to do with the services concerned."""

    note: PublicLine | None = None
    """Where the reviewer comes from; for which part."""


class PublicTheme(PublicUnit):
    """Something that runs through the review."""

    anchor = "theme-"

    id: RecordId
    """Id within the review: `#theme-` and this is its address."""

    title: PublicLine
    """The theme in a few words."""

    text: PublicProse | None = None
    """What is meant."""


class PublicReviewFinding(PublicUnit):
    """Something that the review found out about how services work."""

    anchor = "finding-"

    id: RecordId
    """Id within the review: `#finding-` and this is its address."""

    label: PublicLine | None = None
    """The number as printed."""

    title: PublicLine | None = None
    """A heading in a few words."""

    text: PublicProse
    """What was found."""


class PublicReview(PublicIssued):
    """A practice review. Its id and its title name nobody: they stay even when all else is withheld."""

    kind: Word
    """What sort of review: `lcspr` is a local child safeguarding practice review, `sar` a safeguarding adult
    review, `scr` a serious case review of the time before 2019."""

    stage: Word | None = None
    """How far it has come."""

    stage_words: PublicLine | None = None
    """The stage as printed."""

    known_as: PublicLine | None = None
    """What the child is called in it: a letter, a made-up name. Never the child's own name."""

    when: PublicLine | None = None
    """When it happened, no closer than the public may know: in the summer of 2025."""

    incident_reported: str | None = None
    """When the serious incident was notified to the Panel."""

    rapid_review_done: str | None = None
    """When the rapid review was finished."""

    panel_replied: str | None = None
    """When the Panel said what it thought of the rapid review."""

    decided: str | None = None
    """When it was decided that there would be a review."""

    begun: str | None = None
    """When the reviewers began."""

    shown_to_family: str | None = None
    """When the family saw the report."""

    completed: str | None = None
    """When the review was finished."""

    notice_given: str | None = None
    """When the Secretary of State and the Panel were sent the report, at least seven days before others."""

    published: str | None = None
    """When it was published, or will be."""

    remove_after: str | None = None
    """The last day on which it must stay public: a year after publication, or later."""

    reviewers: tuple[PublicReviewer, ...] = ()
    """Who carries it out."""

    agencies: tuple[PublicParty, ...] = ()
    """The agencies that took part."""

    priorities: tuple[PriorityId, ...] = ()
    """The priorities it concerns."""

    terms: PublicProse | None = None
    """What it was asked to find out."""

    method: PublicProse | None = None
    """How it was done."""

    family: PublicProse | None = None
    """How the family took part, and what they want others to know."""

    themes: tuple[PublicTheme, ...] = ()
    """What runs through it."""

    findings: tuple[PublicReviewFinding, ...] = ()
    """What it found about how services work."""

    analysis: PublicProse | None = None
    """Why things happened as they did: the systemic reasons."""

    recommendations: tuple[PublicRecommendation, ...] = ()
    """What should be improved, by whom, with the answers."""

    improvements: PublicProse | None = None
    """What has been improved since."""

    briefing: DocumentId | None = None
    """The briefing in which its learning is passed on."""

    not_published: PublicProse | None = None
    """Why the report is not published, where the law allows that. What was improved must be said all the
    same."""


KIND = PublicKind(
    name="reviews",
    model=PublicReview,
    order=10,
    parts={"recommendations": PublicRecommendation, "sections": PublicSection},
)
