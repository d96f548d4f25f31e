"""For which agencies somebody came to a meeting: agencies, never people, and what is public of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from editions.fields import Printed
from editions.kinds.meetings import NOT_HELD, PublicMeeting
from editions.parts.attendance import PublicAttendance
from macros.language.words import REPRESENTED
from macros.views.lookups import Lookups
from macros.views.meetings import is_coming

VISITORS = frozenset({"invited", "support", "guest", "presenter", "public", "press"})
"""Who takes part in these capacities does not sit in the group for an agency."""

_AWAY = {"apologies": "apologies", "absent": "absent", "did-not-attend": "absent", "excluded": "absent"}
_IN_PLACE = frozenset({"deputy-sent", "represented"})
_MATTERS = frozenset(
    {"person", "organization", "name", "status", "category", "deputy", "deputy_name", "deputy_for"}
)
"""What of a row must be known to tell for whom somebody came."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How a meeting marks an agency."""

    agency: str
    """Its id, or else its name."""

    id: str | None
    name: str
    how: str
    """`present`, `part`, `deputy`, `apologies`, `absent`, or `none` where a row says nothing of that."""

    row: PublicAttendance


@dataclass(frozen=True, slots=True)
class Agency:
    """How often somebody came for an agency to the meetings of a group in a year."""

    id: str | None
    name: str
    """As the last of these meetings prints it."""

    counts: Mapping[str, int]
    """So many meetings by mark: `present`, `part`, `deputy`, `apologies`, `absent`."""

    @property
    def listed(self) -> int:
        """The number of meetings that list the agency."""
        return sum(self.counts.values())

    @property
    def came(self) -> int:
        """The number of meetings to which somebody came, for a part or as a deputy too."""
        return self.counts["present"] + self.counts["part"] + self.counts["deputy"]

    @property
    def share(self) -> int:
        """The same in hundredths of the meetings that list it."""
        return round(100 * self.came / self.listed) if self.listed else 0


@dataclass(frozen=True, slots=True)
class Year:
    """The attendance of a group by agency in one year."""

    year: str
    meetings: int
    """Its meetings that list who was there."""

    withheld: int
    """Those of them where part of that is withheld, so that an agency may have come that is not counted."""

    agencies: tuple[Agency, ...]


def years(lookups: Lookups, group: str) -> tuple[Year, ...]:
    """Return the attendance of a group by agency, the newest year first."""
    found: dict[str, list[PublicMeeting]] = {}
    for meeting in lookups.of_group.get(group, ()):
        if lists_who_came(lookups, meeting):
            found.setdefault(meeting.date[:4], []).append(meeting)
    return tuple(counted(year, those) for year, those in sorted(found.items(), reverse=True))


def counted(year: str, meetings: list[PublicMeeting]) -> Year:
    """Return how often somebody came for each agency to meetings that list who was there."""
    names: dict[str, tuple[str | None, str]] = {}
    counts: dict[str, Counter[str]] = {}
    for meeting in meetings:
        found = tuple(marks(meeting))
        names |= {each.agency: (each.id, each.name) for each in found}
        for agency in dict.fromkeys(each.agency for each in found):
            how = best(each.how for each in found if each.agency == agency)
            if how != "none":
                counts.setdefault(agency, Counter())[how] += 1
    agencies = (Agency(*names[agency], counts=counted) for agency, counted in counts.items())
    return Year(
        year,
        len(meetings),
        sum(map(is_partly_withheld, meetings)),
        tuple(sorted(agencies, key=lambda each: (each.name.casefold(), each.id or ""))),
    )


def lists_who_came(lookups: Lookups, meeting: PublicMeeting) -> bool:
    """Return whether a meeting was held and lists who was there."""
    return bool(meeting.attendance) and meeting.happened not in NOT_HELD and not is_coming(lookups, meeting)


def marks(meeting: PublicMeeting) -> Iterator[Mark]:
    """Yield how each row of the attendance marks its agency, visitors and observers left out.

    A deputy marks the agency of whoever they stood in for.
    """
    for row in meeting.attendance:
        if row.category in VISITORS or row.status == "observer":
            continue
        body, name = agency_of(row)
        others = _stood_in_for(row)
        if name:
            yield Mark(body or name, body, name, "deputy" if (body or name) in others else mark_of(row), row)
        for agency, (other, its_name) in others.items():
            if agency != (body or name):
                yield Mark(agency, other, its_name, "deputy", row)


def agency_of(row: PublicAttendance) -> tuple[str | None, str | None]:
    """Return the id and the name of the agency of a row of the attendance, if they are public."""
    if row.organization is not None:
        return row.organization.id, row.organization.name
    who: Printed | None = row.person
    return (who.organization_id, who.organization) if who is not None else (None, None)


def mark_of(row: PublicAttendance) -> str:
    """Return how a row marks the agency it belongs to."""
    if row.status == "present":
        return "part" if row.items or row.part or row.arrived or row.left else "present"
    if row.status in _IN_PLACE or (row.status in _AWAY and (row.deputy or row.deputy_name)):
        return "deputy"
    return _AWAY.get(row.status or "", "none")


def best(found: Iterator[str]) -> str:
    """Return the mark that counts most; `none` of none."""
    return min(found, key=list(REPRESENTED).index, default="none")


def is_partly_withheld(meeting: PublicMeeting) -> bool:
    """Return whether it is withheld who some of those are that a meeting lists, or whether they came."""
    return (
        meeting.withheld is not None
        or any(each.field == "attendance" for each in meeting.withheld_fields)
        or any(
            row.withheld is not None or any(each.field in _MATTERS for each in row.withheld_fields)
            for row in meeting.attendance
        )
    )


def _stood_in_for(row: PublicAttendance) -> dict[str, tuple[str | None, str]]:
    """Return the agencies of those for whom somebody who was there stood in: id and name."""
    if row.status != "present":
        return {}
    return {
        each.organization_id or each.organization: (each.organization_id, each.organization)
        for each in row.deputy_for
        if each.organization
    }
