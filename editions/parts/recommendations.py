"""The public form of recommendations, and of what is answered to them."""

from __future__ import annotations

from editions.fields import (
    ActionId,
    MeetingId,
    PlanActionId,
    PriorityId,
    PublicLine,
    PublicProse,
    PublicUnit,
    RecordId,
    Word,
)
from editions.parts.actions import PublicParty


class PublicRecommendationResponse(PublicUnit):
    """What somebody answers to a recommendation. It never changes the words of whoever made it."""

    by: tuple[PublicParty, ...] = ()
    """Who answers: one partner, several, all."""

    on: str | None = None
    """When."""

    meeting: MeetingId | None = None
    """The meeting that settled the answer."""

    answer: Word | None = None
    """Whether the recommendation is accepted."""

    text: PublicProse | None = None
    """The answer in words: what will be done, or why it will not."""

    due: str | None = None
    """By when it will be done."""

    actions: tuple[ActionId, ...] = ()
    """The actions of meetings by which it is carried out."""

    plan_actions: tuple[PlanActionId, ...] = ()
    """The actions of plans by which it is carried out."""


class PublicRecommendation(PublicUnit):
    """Something that a report or a review asks somebody to do, decide or note."""

    anchor = "recommendation-"

    id: RecordId
    """Id within the document: `#recommendation-` and this is its address."""

    label: PublicLine | None = None
    """The number as printed: 7.1, R2. It may repeat or be missing."""

    title: PublicLine | None = None
    """A heading in a few words."""

    asked: Word | None = None
    """What those to whom it is made are asked to do with it."""

    text: PublicProse
    """The recommendation, in the words of whoever made it."""

    to: tuple[PublicParty, ...] = ()
    """To whom it is made."""

    reason: PublicProse | None = None
    """Why, where the document gives the reason beside it."""

    due: str | None = None
    """By when it should be done."""

    due_words: PublicLine | None = None
    """By when, in words: at once, within six months of publication."""

    priorities: tuple[PriorityId, ...] = ()
    """The priorities it concerns."""

    status: Word | None = None
    """How it stands."""

    status_words: PublicLine | None = None
    """The status as printed."""

    progress: PublicProse | None = None
    """What has been done so far."""

    responses: tuple[PublicRecommendationResponse, ...] = ()
    """What the partners answer, each in words of their own."""
