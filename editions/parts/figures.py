"""The public form of the figures of an indicator."""

from __future__ import annotations

from editions.fields import Amount, Coarse, PublicLine, PublicModel, PublicProse, PublicUnit


class PublicSmallNumbers(PublicModel):
    """How numbers of people are shown, so that no small group can be made out."""

    largest: int = 7
    """Up to this many, the public sees only that there were some: `1 to 7`."""

    step: int = 5
    """Larger numbers are shown to the nearest of this."""

    narrowest: int = 3
    """So many numbers must stay possible for each, whatever is reckoned from the others of a table."""


class PublicPoint(PublicUnit):
    """One figure of a series, or the reason why there is none."""

    period: str
    """The time it is for."""

    value: Amount | None = None
    """The figure, unless it is a number of people."""

    people: Coarse | None = None
    """The number of people. Write the exact one: the public sees `0`, `1 to 7`, or the nearest five."""

    of: Coarse | None = None
    """Of how many people these are a share, where the unit is per cent. Write the exact number: the public
    sees the percentage only as far as it follows from what it sees of the two."""

    share: Coarse | None = None
    """The percentage, as far as it follows from the two numbers of people that are shown: `42 to 48`."""

    missing: PublicLine | None = None
    """Why there is no figure for this time. It stands in place of one."""

    provisional: bool = False
    """Whether it may still change."""

    note: PublicLine | None = None
    """What the reader should know about it."""


class PublicCategory(PublicUnit):
    """One part of those who are counted: the children under five."""

    name: PublicLine
    """Who is counted here."""

    points: tuple[PublicPoint, ...] = ()
    """Its figures, the oldest first."""

    note: PublicLine | None = None
    """What the reader should know about it."""


class PublicBreakdown(PublicUnit):
    """The same figures by age, by place, by need."""

    name: PublicLine
    """By what: By age."""

    whole: bool = False
    """Whether everybody is in one of the categories and in no other, so that they add up to the figures of
    the indicator."""

    categories: tuple[PublicCategory, ...] = ()
    """The categories, in the order printed."""

    note: PublicLine | None = None
    """What the reader should know about it."""


class PublicTarget(PublicUnit):
    """What an indicator is to reach."""

    by: str
    """By when."""

    value: Amount | None = None
    """The figure, also where people are counted: a target is a number of nobody."""

    note: PublicLine | None = None
    """Anything else: who set it."""


class PublicComparison(PublicUnit):
    """The same figure elsewhere: England, the region, similar areas."""

    name: PublicLine
    """Where."""

    points: tuple[PublicPoint, ...] = ()
    """Its figures, the oldest first."""

    note: PublicProse | None = None
    """How far the two can be compared."""
