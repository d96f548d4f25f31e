"""What the pages of groups need."""

from __future__ import annotations

from dataclasses import dataclass

from editions.datasets import Entry
from editions.kinds.groups import PublicGroup, PublicMembership
from editions.kinds.meetings import PublicMeeting
from macros.views.lookups import Lookups
from macros.views.meetings import Coming, coming
from macros.words import SEATS


@dataclass(frozen=True, slots=True)
class Branch:
    """A group with the groups under it."""

    group: PublicGroup
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """What the page of a group needs besides the group."""

    group: PublicGroup
    members: tuple[PublicMembership, ...]
    """Those who have a seat, the chair first."""

    former: tuple[PublicMembership, ...]
    """Those who had one."""

    children: tuple[PublicGroup, ...]
    """The groups that report to it."""

    meetings: tuple[PublicMeeting, ...]
    """Its meetings, the newest first."""

    coming: tuple[Coming, ...]


def view_group(lookups: Lookups, entry: Entry[PublicGroup]) -> GroupView:
    """Return what the page of a group needs. Raises ValueError for an entry without a record.

    A seat has ended when its last day is before the day of the newest edition.
    """
    group = entry.record
    if group is None:
        raise ValueError("This entry has no record.")
    seen_on = entry.issues[-1].date if entry.issues else ""
    now = [
        member for member in group.members if member.until is None or (seen_on and member.until >= seen_on)
    ]
    order = list(SEATS)
    now.sort(key=lambda member: order.index(member.role) if member.role in order else len(order))
    return GroupView(
        group=group,
        members=tuple(now),
        former=tuple(member for member in group.members if member not in now),
        children=tuple(each for each in _groups(lookups) if each.parent and each.parent.id == group.id),
        meetings=tuple(reversed(lookups.of_group.get(group.id, ()))),
        coming=coming(lookups, group.id),
    )


def tree(lookups: Lookups, *, ended: bool = False) -> tuple[Branch, ...]:
    """Return the groups of today under their parents, or those that have ended.

    A group whose parent is not among them stands at the top. A circle of parents, which no check lets
    through, shows none of its groups twice.
    """
    groups = [group for group in _groups(lookups) if bool(group.ended) == ended]
    ids = {group.id for group in groups}
    under: dict[str, list[PublicGroup]] = {}
    for group in groups:
        parent = group.parent.id if group.parent and group.parent.id in ids else None
        under.setdefault(parent or "", []).append(group)
    return tuple(_branch(group, under) for group in under.get("", ()))


def _branch(group: PublicGroup, under: dict[str, list[PublicGroup]]) -> Branch:
    return Branch(group, tuple(_branch(child, under) for child in under.get(group.id, ())))


def _groups(lookups: Lookups) -> tuple[PublicGroup, ...]:
    """Return the groups: the executive and the board first, then by name."""
    found = (entry.record for entry in lookups.groups.values() if entry.record is not None)
    return tuple(
        sorted(
            found, key=lambda each: (each.kind not in {"executive", "board"}, each.name.casefold(), each.id)
        )
    )
