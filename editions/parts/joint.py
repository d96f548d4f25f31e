"""The public form of what is shared with a neighbour."""

from __future__ import annotations

from editions.fields import Printed, PublicLine, PublicModel, Word


class PublicAreaChecker(PublicModel):
    """Who checks for one area before a record of a joint group is published."""

    area: Word
    """A short id for the area, which messages name: `tarrow-vale`."""

    name: PublicLine
    """The area in words: Tarrow Vale."""

    role: PublicLine
    """The role of whoever checks for it, as it is given with `--checked-by`."""


class PublicJointGroups(PublicModel):
    """Groups that are shared with other areas, and who checks their records for each area."""

    groups: tuple[Printed, ...]
    """The groups."""

    checkers: tuple[PublicAreaChecker, ...]
    """One for each area, our own among them. All of them look before publication."""


class PublicSharedGroup(PublicModel):
    """A group whose meetings the neighbour publishes."""

    group: Printed
    """Our record of the group."""

    theirs: Word
    """The id that it has on the neighbour's site: the last part of its address there."""


class PublicNeighbour(PublicModel):
    """A partnership that publishes the meetings of groups which we share with it."""

    id: Word
    """A short id, which messages name."""

    name: PublicLine
    """Its name."""

    address: str
    """The address of its site, to which the links lead."""

    file: str
    """The file of its meetings in this folder, downloaded from its page of data: `meetings.json`, or
    the folder in which that lies. Nothing is ever fetched for you."""

    groups: tuple[PublicSharedGroup, ...]
    """The groups whose meetings it publishes."""
