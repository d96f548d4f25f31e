"""The public form of organizations and the posts they have."""

from __future__ import annotations

from editions.fields import Printed, PublicLine, PublicModel, PublicProse, PublicRecord, Word
from editions.kind import PublicKind


class PublicFormerName(PublicModel):
    """A name that a body had before."""

    name: PublicLine
    """The former name."""

    until: str | None = None
    """When it ended."""


class PublicPost(PublicModel):
    """A post of an organization, after Popolo's Post."""

    id: str
    """Id of the post within the organization."""

    title: PublicLine
    """The post in words."""

    duty: Word | None = None
    """A statutory role that goes with the post (Working Together to Safeguard Children)."""

    created: str | None = None
    """When the post was created."""

    ended: str | None = None
    """When the post ended."""


class PublicOrganization(PublicRecord):
    """A body, after Popolo's Organization."""

    name: PublicLine
    """The full name."""

    short_name: PublicLine | None = None
    """The name in short, or the usual abbreviation."""

    abbreviations: tuple[PublicLine, ...] = ()
    """Other abbreviations in use."""

    kind: Word
    """What sort of body it is. The first three are the statutory safeguarding partners (Children Act 2004
s16E(3))."""

    statutory_partner: bool = False
    """Whether it is one of the safeguarding partners of this partnership."""

    areas: tuple[PublicLine, ...] = ()
    """Areas it serves."""

    former_names: tuple[PublicFormerName, ...] = ()
    """Names it had before."""

    founded: str | None = None
    """When it began."""

    dissolved: str | None = None
    """When it ended."""

    successor: Printed | None = None
    """The body that took over from it."""

    description: PublicProse | None = None
    """What it does for children in the area."""

    website: str | None = None
    """Its website."""

    posts: tuple[PublicPost, ...] = ()
    """Posts that matter to the partnership."""


KIND = PublicKind(name="organizations", model=PublicOrganization, order=3)
