"""What the pages of groups need."""

from __future__ import annotations

from dataclasses import dataclass

from editions.datasets import Entry
from editions.fields import Printed
from editions.kinds.groups import PublicGroup, PublicMembership
from editions.kinds.meetings import PublicMeeting
from macros.language.words import SEATS
from macros.views import agencies
from macros.views.lookups import Lookups
from macros.views.meetings import Coming, coming
from macros.views.offices import predecessors
from macros.views.periods import is_over
from macros.views.representation import Partner, series
from macros.views.sharing import SharedList, shared


@dataclass(frozen=True, slots=True)
class Branch:
    """A group with the groups under it."""

    group: PublicGroup
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Seats:
    """The seats of a group by time."""

    now: tuple[PublicMembership, ...]
    """Those held today, the chair first; of a group that has ended, those held to its end."""

    to_come: tuple[PublicMembership, ...]
    """Those that begin later."""

    former: tuple[PublicMembership, ...]
    """Those that ended earlier, but for chairs where these have a table of their own."""

    chairs: tuple[PublicMembership, ...]
    """Who chairs when, the first in time first; empty where there is only the chair of today."""


@dataclass(frozen=True, slots=True)
class GroupView:
    """What the page of a group needs besides the group."""

    group: PublicGroup
    seats: Seats

    children: tuple[PublicGroup, ...]
    """The groups that report to it."""

    meetings: tuple[PublicMeeting, ...]
    """Its meetings, the newest first."""

    coming: tuple[Coming, ...]

    handover_over: bool
    """Whether the day on record for the next handover is over, so that the record is behind."""

    before: tuple[Printed, ...]
    """The groups that it took over from."""

    attendance: tuple[agencies.Year, ...]
    """Its attendance by agency, the newest year first."""

    partners: tuple[tuple[PublicMeeting, tuple[Partner, ...]], ...]
    """How the statutory partners took part in its meetings, the newest first."""

    shared: tuple[SharedList, ...] = ()
    """What neighbours publish of it."""


def view_group(lookups: Lookups, entry: Entry[PublicGroup]) -> GroupView:
    """Return what the page of a group needs. Raises ValueError for an entry without a record."""
    group = entry.record
    if group is None:
        raise ValueError("This entry has no record.")
    return GroupView(
        group=group,
        seats=seats(group, lookups.as_of),
        children=tuple(each for each in _groups(lookups) if each.parent and each.parent.id == group.id),
        meetings=tuple(reversed(lookups.of_group.get(group.id, ()))),
        coming=coming(lookups, group.id),
        shared=shared(lookups, group.id),
        handover_over=bool(group.next_handover and is_over(group.next_handover, lookups.as_of)),
        before=predecessors(lookups.dataset).get(("groups", group.id), ()),
        attendance=agencies.years(lookups, group.id),
        partners=series(lookups, group.id),
    )


def seats(group: PublicGroup, today: str) -> Seats:
    """Return the seats of a group as they are on a day; without a day, none has ended that does not say so.

    A month or year lasts to its end. In a group that has ended, the day of its end counts instead.
    """
    on = min(today, group.ended) if group.ended and today else group.ended or today
    former = [each for each in group.members if each.until and on and is_over(each.until, on)]
    to_come = [each for each in group.members if each.since and on and is_over(on, each.since)]
    now = [each for each in group.members if each not in former and each not in to_come]
    order = list(SEATS)
    now.sort(key=lambda each: order.index(each.role) if each.role in order else len(order))
    chairs = [each for each in group.members if each.role in {"chair", "co-chair"}]
    several = any(each in former or each in to_come for each in chairs)
    shown = sorted(chairs, key=lambda each: each.since or "") if several else []
    return Seats(
        now=tuple(now),
        to_come=tuple(each for each in to_come if each not in shown),
        former=tuple(each for each in former if each not in shown),
        chairs=tuple(shown),
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
