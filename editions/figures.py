"""The public form of the figures of an indicator."""

from __future__ import annotations

from editions.fields import Amount, Coarse, PublicLine, PublicProse, PublicUnit


class PublicPoint(PublicUnit):
    """One figure of a series, or the reason why there is none."""

    period: str
    """The time it is for."""

    value: Amount | None = None
    """The figure, unless it is a number of people."""

    people: Coarse | None = None
    """The number of people. Write the exact one: the public sees `0`, `1 to 7`, or the nearest five."""

    missing: PublicLine | None = None
    """Why there is no figure for this time. It stands in place of one."""

    provisional: bool = False
    """Whether it may still change."""

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
