"""The public form of groups, their members and terms."""

from __future__ import annotations

from editions.fields import (
    MeetingId,
    Printed,
    PublicLine,
    PublicProse,
    PublicRecord,
    PublicUnit,
    Word,
)
from editions.kind import PublicKind
from editions.kinds.organizations import PublicFormerName


class PublicMembership(PublicUnit):
    """A seat in a group, after Popolo's Membership: of a person, a post, or an organization."""

    person: Printed | None = None
    """Who has the seat."""

    post: Printed | None = None
    """The post that the seat belongs to, whoever holds it."""

    organization: Printed | None = None
    """The organization that the seat belongs to."""

    name: PublicLine | None = None
    """Who or what has the seat, where there is no record of it."""

    category: PublicLine | None = None
    """The category of the seat as printed: statutory partner, co-opted."""

    role: Word | None = None
    """What the member is in the group."""

    since: str | None = None
    """First day, month or year."""

    until: str | None = None
    """Last day, month or year; missing while it lasts, or if it lasted as long as the group."""

    appointed_until: str | None = None
    """When the term for which the member was appointed runs out; `until` is when the member left."""

    vacant: bool = False
    """Whether the seat is empty."""

    note: PublicLine | None = None
    """Anything else the public should know: shares the seat, resigned, appointed for a term."""


class PublicTerms(PublicUnit):
    """One version of a group's terms of reference."""

    version: PublicLine
    """The version as printed: 2, v1.3, 2026."""

    missing: PublicLine | None = None
    """Why nothing more is known of this version: never written down, no copy survives."""

    agreed: str | None = None
    """When it was agreed."""

    agreed_by: Printed | None = None
    """The group that agreed it."""

    agreed_at: MeetingId | None = None
    """The meeting that agreed it."""

    changes: PublicLine | None = None
    """What changed in it."""

    review: str | None = None
    """When it is to be reviewed."""

    purpose: PublicProse | None = None
    """What the group is for."""

    membership: PublicProse | None = None
    """Who its members are and how they are found, in words."""

    quorum: PublicLine | None = None
    """How many must be there, and who."""

    voting: PublicLine | None = None
    """How the group votes."""

    decision_making: PublicProse | None = None
    """How the group decides, where a line about voting is not enough."""

    frequency: PublicLine | None = None
    """How often it meets."""

    reporting: PublicProse | None = None
    """To whom it reports, and how."""

    text: PublicProse | None = None
    """The terms, or what else they say."""


class PublicGroup(PublicRecord):
    """A group of the partnership, in the tree under its parent."""

    name: PublicLine
    """The full name."""

    short_name: PublicLine | None = None
    """The name in short."""

    proposed: bool = False
    """Whether it is only proposed, and does not exist yet."""

    former_names: tuple[PublicFormerName, ...] = ()
    """Names it had before."""

    kind: Word
    """What sort of group it is."""

    parent: Printed | None = None
    """The group it reports to."""

    joint_with: tuple[PublicLine, ...] = ()
    """The areas or partnerships with which it is shared."""

    created: str | None = None
    """When it began."""

    ended: str | None = None
    """When it ended."""

    successor: Printed | None = None
    """The group that took over from it."""

    purpose: PublicProse | None = None
    """What it is for, in a paragraph or two."""

    frequency: PublicLine | None = None
    """How often it meets."""

    chairing: PublicLine | None = None
    """How its chair is found: rotates yearly between the partners, shared by two."""

    next_handover: str | None = None
    """When the chair is next handed over, as far as it is known."""

    next_chair: Printed | None = None
    """Who takes the chair then."""

    members: tuple[PublicMembership, ...] = ()
    """Its members, present and past."""

    terms: tuple[PublicTerms, ...] = ()
    """Its terms of reference, one entry a version, the newest last."""


KIND = PublicKind(name="groups", model=PublicGroup, order=5)
