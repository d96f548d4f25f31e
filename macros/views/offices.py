"""Who chaired each group and held each post, when, and which bodies followed which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from editions.datasets import Dataset
from editions.fields import Printed
from editions.kinds.groups import PublicGroup, PublicMembership
from editions.kinds.meetings import PublicMeeting
from editions.kinds.organizations import PublicOrganization
from editions.kinds.people import PublicPerson
from editions.parts.attendance import PublicChairing
from macros.views.lookups import Lookups
from macros.views.periods import holds, is_over

CHAIRS = frozenset({"chair", "co-chair"})
_EXECUTIVE = frozenset({"executive", "board"})


@dataclass(frozen=True, slots=True)
class Chairs:
    """Who chairs a group when."""

    group: PublicGroup
    seats: tuple[PublicMembership, ...]
    """The first in time first."""

    stood_in: tuple[tuple[PublicMeeting, PublicChairing], ...]
    """The meetings that somebody else chaired, in place of the chair."""


@dataclass(frozen=True, slots=True)
class Term:
    """Somebody named in public who holds or held a post."""

    name: str
    since: str | None
    until: str | None
    standing: str


@dataclass(frozen=True, slots=True)
class Post:
    """A post with those who held it."""

    title: str
    terms: tuple[Term, ...]
    """The first in time first."""


@dataclass(frozen=True, slots=True)
class Offices:
    """Everything on the page that says who was who."""

    chairs: tuple[Chairs, ...]
    handovers: tuple[PublicGroup, ...]
    """The groups of which a coming handover of the chair is known, the soonest first."""

    vacancies: tuple[tuple[PublicGroup, PublicMembership], ...]
    """The seats that are empty today."""

    posts: tuple[tuple[Printed, tuple[Post, ...]], ...]
    """The posts of each organization, by name."""

    bodies: tuple[PublicOrganization | PublicGroup, ...]
    """Those that followed another, were followed by one, or had another name."""


def offices(lookups: Lookups, on: str | None = None) -> Offices:
    """Return who was who, at any time or on a day, or at some time of a month or year."""
    groups = _groups(lookups)
    found = (_chairs(lookups, group, on) for group in groups)
    today = lookups.as_of
    ahead = (each for each in groups if each.next_handover and not is_over(each.next_handover, today))
    return Offices(
        chairs=tuple(each for each in found if each.seats or each.stood_in),
        handovers=tuple(sorted(ahead, key=lambda each: each.next_handover or "")),
        vacancies=tuple(
            (group, seat)
            for group in groups
            for seat in group.members
            if seat.vacant and not group.ended and holds(seat.since, seat.until, on or today)
        ),
        posts=_posts(lookups, on),
        bodies=tuple(_with_history(lookups)),
    )


def predecessors(dataset: Dataset) -> Mapping[tuple[str, str], tuple[Printed, ...]]:
    """Return the bodies that each organization and group took over from, by kind and id, the oldest first."""
    found: dict[tuple[str, str], list[tuple[str, Printed]]] = {}
    for body in dataset.records(PublicOrganization):
        if body.successor is not None and body.successor.id:
            printed = Printed(kind="organization", id=body.id, name=body.name)
            found.setdefault(("organizations", body.successor.id), []).append((body.dissolved or "", printed))
    for group in dataset.records(PublicGroup):
        if group.successor is not None and group.successor.id:
            printed = Printed(kind="group", id=group.id, name=group.name)
            found.setdefault(("groups", group.successor.id), []).append((group.ended or "", printed))
    return {key: tuple(printed for _, printed in sorted(each, key=_by_day)) for key, each in found.items()}


def _by_day(found: tuple[str, Printed]) -> tuple[str, str]:
    return found[0], found[1].name or ""


def _groups(lookups: Lookups) -> tuple[PublicGroup, ...]:
    """Return the groups of today and then those that ended: the executive first, then by name."""
    found = lookups.dataset.records(PublicGroup)
    return tuple(
        sorted(
            found,
            key=lambda each: (
                bool(each.ended),
                each.kind not in _EXECUTIVE,
                each.name.casefold(),
                each.id,
            ),
        )
    )


def _chairs(lookups: Lookups, group: PublicGroup, on: str | None) -> Chairs:
    seats = [
        seat
        for seat in group.members
        if seat.role in CHAIRS and (on is None or holds(seat.since, seat.until or group.ended, on))
    ]
    stood_in = (
        (meeting, chairing)
        for meeting in lookups.of_group.get(group.id, ())
        for chairing in meeting.chair
        if chairing.role == "stand-in" and (on is None or holds(meeting.date, meeting.date, on))
    )
    return Chairs(group, tuple(sorted(seats, key=lambda each: each.since or "")), tuple(stood_in))


def _posts(lookups: Lookups, on: str | None) -> tuple[tuple[Printed, tuple[Post, ...]], ...]:
    """Return the posts of each organization with those who held them, as far as they are named in public."""
    bodies: dict[str, Printed] = {}
    found: dict[str, dict[str, list[Term]]] = {}
    for person in lookups.dataset.records(PublicPerson):
        for body, title, term in _terms(person):
            if on is None or holds(term.since, term.until, on):
                name = body.name or ""
                bodies[name] = body
                found.setdefault(name, {}).setdefault(title, []).append(term)
    return tuple(
        (
            bodies[name],
            tuple(
                Post(title, tuple(sorted(terms, key=lambda each: (each.since or "", each.name))))
                for title, terms in sorted(posts.items(), key=lambda each: each[0].casefold())
            ),
        )
        for name, posts in sorted(found.items(), key=lambda each: each[0].casefold())
    )


def _terms(person: PublicPerson) -> Iterator[tuple[Printed, str, Term]]:
    for holding in person.posts if person.name else ():
        post = holding.post
        title = post.role if post else holding.title
        body = (
            Printed(kind="organization", id=post.organization_id, name=post.organization)
            if post
            else holding.organization
        )
        if title and person.name and body is not None and body.name:
            yield body, title, Term(person.name, holding.since, holding.until, holding.standing)


def _with_history(lookups: Lookups) -> Iterator[PublicOrganization | PublicGroup]:
    before = predecessors(lookups.dataset)
    bodies: list[tuple[str, PublicOrganization | PublicGroup]] = [
        *(("organizations", each) for each in lookups.dataset.records(PublicOrganization)),
        *(("groups", each) for each in lookups.dataset.records(PublicGroup)),
    ]
    for kind, body in sorted(bodies, key=lambda each: (each[0] == "groups", each[1].name.casefold())):
        if body.successor or body.former_names or (kind, body.id) in before:
            yield body
