"""Meetings of joint groups that neighbours publish on sites of their own."""

from __future__ import annotations

from dataclasses import dataclass

from editions.neighbours import SharedMeeting
from editions.parts.joint import PublicNeighbour
from macros.views.lookups import Lookups


@dataclass(frozen=True, slots=True)
class SharedList:
    """What one neighbour publishes."""

    neighbour: PublicNeighbour

    meetings: tuple[SharedMeeting, ...]
    """The newest first."""

    is_absent: bool
    """Whether its file was not at hand when the site was made."""


def shared(lookups: Lookups, group: str | None = None) -> tuple[SharedList, ...]:
    """Return what each neighbour publishes of one group, or of all groups that we share with it."""
    found = lookups.dataset.shared
    lists = []
    for neighbour in lookups.partnership.neighbours if lookups.partnership else ():
        groups = {each.group.id for each in neighbour.groups}
        if group is not None and group not in groups:
            continue
        meetings = [
            each
            for each in found.meetings
            if each.neighbour == neighbour.id and each.group in ({group} if group else groups)
        ]
        newest = sorted(meetings, key=lambda each: (each.date, each.id), reverse=True)
        lists.append(SharedList(neighbour, tuple(newest), neighbour.id in found.absent))
    return tuple(lists)
