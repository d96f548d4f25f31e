"""What changed in a year: seats, chairs, posts, groups, bodies and the arrangements."""

from __future__ import annotations

from collections.abc import Iterator

from editions.kinds.arrangements import PublicArrangements
from editions.kinds.groups import PublicGroup, PublicMembership
from editions.kinds.organizations import PublicOrganization
from editions.kinds.people import PublicPerson
from macros.language.formats import day
from macros.open_data.sources import Source
from macros.yearly.tables import Row, Table, cells
from macros.yearly.years import ReportingYear

CHAIRS = {"chair": "chair", "co-chair": "co-chair", "deputy-chair": "deputy chair"}
Change = tuple[str, str, str, tuple[str, str] | None]
"""When, what, who, and what it is about."""


def people_and_groups(source: Source, year: ReportingYear) -> Table:
    """Return the changes of seats, chairs, posts, groups and bodies, in order of time.

    Only those whose day or month is on record, and only people who are named in public.
    """
    found = [
        each
        for change in (*_seats(source), *_posts(source), *_bodies(source))
        for each in [change]
        if year.holds(each[0])
    ]
    rows = (
        Row(cells(day(source.language, when), what, who), about)
        for when, what, who, about in sorted(found, key=lambda each: each[:3])
    )
    return Table("people-and-groups", "People, posts and groups", ("When", "What", "Who"), tuple(rows))


def arrangements(source: Source, year: ReportingYear) -> tuple[PublicArrangements, ...]:
    """Return the versions of the arrangements that were in force on a day of the year."""
    found = source.lookups.dataset.records(PublicArrangements)
    return tuple(
        each
        for each in found
        if each.in_force_from and year.overlaps(each.in_force_from, each.in_force_until)
    )


def arrangements_of_year(source: Source, year: ReportingYear) -> Table:
    """Return the versions of the arrangements that came into force or ended in the year."""
    rows = (
        Row(
            cells(
                source.line(each.title),
                day(source.language, each.in_force_from) if each.in_force_from else "",
                day(source.language, each.in_force_until) if each.in_force_until else "",
                source.line(each.versions[-1].note) if each.versions else "",
            ),
            ("arrangements", each.id),
        )
        for each in arrangements(source, year)
        if year.holds(each.in_force_from) or year.holds(each.in_force_until)
    )
    return Table(
        "arrangements",
        "The published arrangements",
        ("Version", "In force from", "Until", "What changed"),
        tuple(rows),
    )


def _seats(source: Source) -> Iterator[Change]:
    for group in source.lookups.dataset.records(PublicGroup):
        name = source.line(group.name)
        for seat in group.members:
            who = _sitting(source, seat)
            if seat.withheld is not None or not who:
                continue
            chair = CHAIRS.get(seat.role or "")
            begun = f"Became {chair} of {name}" if chair else f"Joined {name}"
            ended = f"Ceased to be {chair} of {name}" if chair else f"Left {name}"
            about = ("group", group.id)
            yield from ((seat.since, begun, who, about),) if seat.since else ()
            yield from ((seat.until, ended, who, about),) if seat.until else ()


def _sitting(source: Source, seat: PublicMembership) -> str:
    """Return who has a seat, with the post or body for which they have it; empty if nobody is named."""
    if seat.vacant:
        return "Vacant seat"
    who = seat.person or seat.post
    body = who.organization if who else None
    if who is not None and (who.name or who.role):
        named = source.who(who)
        return f"{named}, {source.line(body)}" if who.name and body else named
    return source.who(seat.organization) if seat.organization else source.line(seat.name)


def _posts(source: Source) -> Iterator[Change]:
    for person in source.lookups.dataset.records(PublicPerson):
        for holding in person.posts if person.name else ():
            post = holding.post.role if holding.post else holding.title
            body = holding.organization or holding.post
            place = source.line(body.name or body.organization) if body else ""
            said = ", ".join(part for part in (source.line(post), place) if part)
            name = source.line(person.name)
            if said and holding.since:
                yield holding.since, f"Took up the post: {said}", name, None
            if said and holding.until:
                yield holding.until, f"Left the post: {said}", name, None


def _bodies(source: Source) -> Iterator[Change]:
    for group in source.lookups.dataset.records(PublicGroup):
        name, about = source.line(group.name), ("group", group.id)
        yield from ((group.created, "Group created", name, about),) if group.created else ()
        yield from ((group.ended, "Group ended", name, about),) if group.ended else ()
        for former in group.former_names:
            yield from (
                ((former.until, f"Renamed to {name}", source.line(former.name), about),)
                if former.until
                else ()
            )
    for body in source.lookups.dataset.records(PublicOrganization):
        name = source.line(body.name)
        yield from ((body.founded, "Body founded", name, None),) if body.founded else ()
        yield from ((body.dissolved, "Body dissolved", name, None),) if body.dissolved else ()
        for former in body.former_names:
            yield from (
                ((former.until, f"Renamed to {name}", source.line(former.name), None),)
                if former.until
                else ()
            )
