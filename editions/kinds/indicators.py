"""The public form of indicators."""

from __future__ import annotations

from editions.fields import (
    PlanActionId,
    PriorityId,
    PublicLine,
    PublicProse,
    PublicRecord,
    RecommendationId,
    Word,
)
from editions.kind import PublicKind
from editions.parts.actions import PublicParty
from editions.parts.figures import (
    PublicBreakdown,
    PublicComparison,
    PublicPoint,
    PublicSmallNumbers,
    PublicTarget,
)
from editions.parts.items import PublicLink


class PublicIndicator(PublicRecord):
    """A figure that is followed over time."""

    title: PublicLine
    """What is counted, in a few words."""

    definition: PublicProse | None = None
    """Exactly what is counted, and how."""

    why: PublicProse | None = None
    """Why it is followed, and what it does not show."""

    taken_from: PublicLine | None = None
    """Where the figures come from."""

    kept_by: tuple[PublicParty, ...] = ()
    """Who keeps them."""

    area: PublicLine | None = None
    """What area they are for, if it is not that of the partnership."""

    unit: Word
    """What its figures are. With `people` each figure stands under `people`, else under `value`."""

    unit_words: PublicLine | None = None
    """The unit in full: per 10,000 children, a year."""

    direction: Word
    """Whether more or less is better; `neither` where a rise or a fall can mean either."""

    frequency: Word | None = None
    """How often there is a figure. If it is left out, holes in the series are not looked for."""

    priorities: tuple[PriorityId, ...] = ()
    """The priorities it belongs to."""

    plan_actions: tuple[PlanActionId, ...] = ()
    """The actions of plans that it measures."""

    recommendations: tuple[RecommendationId, ...] = ()
    """The recommendations of reports and reviews of which it shows what came."""

    baseline: str | None = None
    """The time with which later figures are compared. Its figure stands under `points`."""

    targets: tuple[PublicTarget, ...] = ()
    """What it is to reach."""

    points: tuple[PublicPoint, ...] = ()
    """Its figures, the oldest first."""

    adds_up: bool = False
    """Whether the figures of months or quarters add up to those of the year: so with events, not with numbers
    on a day."""

    breakdowns: tuple[PublicBreakdown, ...] = ()
    """The same figures by age, by place, by need."""

    small_numbers: PublicSmallNumbers | None = None
    """How its numbers of people are shown, if not as `1 to 7` and to the nearest five."""

    comparisons: tuple[PublicComparison, ...] = ()
    """The same figure elsewhere."""

    note: PublicProse | None = None
    """What the figures say, and what the partners do about it."""

    links: tuple[PublicLink, ...] = ()
    """Pages elsewhere: the national figures."""


KIND = PublicKind(name="indicators", model=PublicIndicator, order=15)
