"""Whether each of the three statutory safeguarding partners took part in a meeting, and by whom."""

from __future__ import annotations

from dataclasses import dataclass

from editions.kinds.meetings import MINUTES, NOT_HELD, PublicMeeting
from editions.kinds.organizations import PublicOrganization
from editions.parts.attendance import PublicAttendance
from macros.language.words import SECTORS
from macros.views.agencies import Mark, best, is_partly_withheld, lists_who_came, marks
from macros.views.lookups import Lookups
from macros.views.meetings import is_coming
from macros.views.periods import is_over

_SECTOR_OF = {
    "local-authority": "local-authority",
    "police": "police",
    "integrated-care-board": "health",
    "clinical-commissioning-group": "health",
}
_CAME = frozenset({"present", "part", "deputy"})


@dataclass(frozen=True, slots=True)
class Partner:
    """One of the statutory partners at one meeting."""

    sector: str
    bodies: tuple[PublicOrganization, ...]
    """The partner, or the partners of this sector, of that day."""

    how: str
    """How the meeting marks them, or `unknown` where that is withheld."""

    rows: tuple[PublicAttendance, ...]
    """Who came for them, as the minutes list it."""


def partners_at(lookups: Lookups, meeting: PublicMeeting) -> tuple[Partner, ...]:
    """Return how the statutory partners of the day took part; nothing where no attendance is published.

    Nobody counts as absent where part of the attendance is withheld: who is withheld may have come for them.
    """
    minuted = meeting.status in MINUTES and meeting.happened not in NOT_HELD
    hidden = is_partly_withheld(meeting)
    if not minuted or is_coming(lookups, meeting) or not (meeting.attendance or hidden):
        return ()
    found = tuple(marks(meeting))
    return tuple(
        _partner(sector, bodies, found, hidden=hidden)
        for sector in SECTORS
        if (bodies := _bodies(lookups, sector, meeting.date))
    )


def series(lookups: Lookups, group: str) -> tuple[tuple[PublicMeeting, tuple[Partner, ...]], ...]:
    """Return the same for each meeting of a group that lists who came, the newest first."""
    found = (
        (meeting, partners_at(lookups, meeting))
        for meeting in reversed(lookups.of_group.get(group, ()))
        if lists_who_came(lookups, meeting)
    )
    return tuple(each for each in found if each[1])


def _bodies(lookups: Lookups, sector: str, day: str) -> tuple[PublicOrganization, ...]:
    """Return the statutory partners of a sector that existed on a day."""
    return tuple(
        body
        for body in lookups.dataset.records(PublicOrganization)
        if body.statutory_partner
        and _SECTOR_OF.get(body.kind) == sector
        and not (body.dissolved and is_over(body.dissolved, day))
        and not (body.founded and is_over(day, body.founded))
    )


def _partner(
    sector: str, bodies: tuple[PublicOrganization, ...], found: tuple[Mark, ...], *, hidden: bool
) -> Partner:
    names = {body.id for body in bodies} | {body.name for body in bodies}
    its = tuple(each for each in found if each.agency in names)
    how = best(each.how for each in its)
    if how not in _CAME and hidden:
        return Partner(sector, bodies, "unknown", ())
    came = tuple(each.row for each in its if each.how == how and how in _CAME)
    return Partner(sector, bodies, how, came)
