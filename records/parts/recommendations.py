"""Recommendations of reports and reviews, and what those to whom they are made answer."""

from __future__ import annotations

from typing import ClassVar, Literal

from records.fields import (
    ActionRef,
    Id,
    Line,
    MeetingRef,
    PartialDay,
    PlanActionRef,
    PriorityRef,
    Prose,
    Public,
)
from records.parts.actions import Parties
from records.withholding import Withholdable


class RecommendationResponse(Withholdable):
    """What somebody answers to a recommendation. It never changes the words of whoever made it."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"by", "on", "answer"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset()

    by: Public[Parties] = ()
    """Who answers: one partner, several, all."""

    on: Public[PartialDay | None] = None
    """When."""

    meeting: Public[MeetingRef | None] = None
    """The meeting that settled the answer."""

    answer: Public[Literal["accepted", "accepted-in-part", "not-accepted", "noted"] | None] = None
    """Whether the recommendation is accepted."""

    text: Public[Prose | None] = None
    """The answer in words: what will be done, or why it will not."""

    due: Public[PartialDay | None] = None
    """By when it will be done."""

    actions: Public[tuple[ActionRef, ...]] = ()
    """The actions of meetings by which it is carried out."""

    plan_actions: Public[tuple[PlanActionRef, ...]] = ()
    """The actions of plans by which it is carried out."""


class Recommendation(Withholdable):
    """Something that a report or a review asks somebody to do, decide or note."""

    id: Public[Id]
    """Id within the document: `#recommendation-` and this is its address."""

    label: Public[Line | None] = None
    """The number as printed: 7.1, R2. It may repeat or be missing."""

    title: Public[Line | None] = None
    """A heading in a few words."""

    asked: Public[Literal["act", "decide", "agree", "endorse", "comment", "note"] | None] = None
    """What those to whom it is made are asked to do with it."""

    text: Public[Prose]
    """The recommendation, in the words of whoever made it."""

    to: Public[Parties] = ()
    """To whom it is made."""

    reason: Public[Prose | None] = None
    """Why, where the document gives the reason beside it."""

    due: Public[PartialDay | None] = None
    """By when it should be done."""

    due_words: Public[Line | None] = None
    """By when, in words: at once, within six months of publication."""

    priorities: Public[tuple[PriorityRef, ...]] = ()
    """The priorities it concerns."""

    status: Public[Literal["open", "in-progress", "done", "late", "superseded", "dropped"]] = "open"
    """How it stands."""

    status_words: Public[Line | None] = None
    """The status as printed."""

    progress: Public[Prose | None] = None
    """What has been done so far."""

    responses: Public[tuple[RecommendationResponse, ...]] = ()
    """What the partners answer, each in words of their own."""
