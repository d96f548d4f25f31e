"""The public form of priorities."""

from __future__ import annotations

from editions.fields import PriorityId, PublicLine, PublicProse, PublicRecord
from editions.kind import PublicKind
from editions.parts.actions import PublicParty
from editions.parts.items import PublicLink


class PublicPriority(PublicRecord):
    """A priority of the partnership. It has one record, however many plans it stands in."""

    title: PublicLine
    """Its name."""

    summary: PublicProse | None = None
    """What it is, in two or three plain sentences."""

    why: PublicProse | None = None
    """Why it matters."""

    since: str | None = None
    """When it became a priority."""

    until: str | None = None
    """When it stopped being one; missing while it lasts."""

    ended_because: PublicProse | None = None
    """Why it stopped being one."""

    successor: PriorityId | None = None
    """The priority that took over from it."""

    lead: tuple[PublicParty, ...] = ()
    """Who leads on it."""

    scope: PublicLine | None = None
    """To what it is limited: young people only, the north of the area only."""

    joint_with: tuple[PublicLine, ...] = ()
    """The areas, partnerships or boards with which it is shared."""

    links: tuple[PublicLink, ...] = ()
    """Pages elsewhere."""


KIND = PublicKind(name="priorities", model=PublicPriority, order=7)
