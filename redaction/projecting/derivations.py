"""Public values that are not copied from a field but worked out."""

from __future__ import annotations

from typing import Any

from records.fields import Model
from records.kinds.groups import Group, Membership
from records.kinds.organizations import Organization
from records.kinds.people import Holding, Person
from records.loading import Records
from redaction.projecting.naming import (
    holdings_on,
    is_named,
    is_named_as,
    print_group,
    print_organization,
    print_party,
    print_person,
    print_post,
    public_line,
)

Plain = dict[str, Any]


def print_at(value: str, kinds: tuple[str, ...], records: Records, day: str | None) -> Plain | None:
    """Return how something of these kinds is printed on a day."""
    if kinds == ("people",):
        person = records.get("people", value)
        return print_person(person, records, day) if isinstance(person, Person) else None
    if kinds == ("organizations",):
        organization = records.get("organizations", value)
        return (
            print_organization(organization, records, day) if isinstance(organization, Organization) else None
        )
    if kinds == ("groups",):
        group = records.get("groups", value)
        return print_group(group, records, day) if isinstance(group, Group) else None
    return print_party(value, records, day)


def has_no_post(value: str, kinds: tuple[str, ...], records: Records, day: str | None) -> bool:
    """Return whether a person is shown without a name only because no post is on record for the day."""
    person = records.get("people", value) if "people" in kinds else None
    return isinstance(person, Person) and person.show == "level" and not holdings_on(person, day)


def day_of_seat(seat: Membership, records: Records) -> str | None:
    """Return the day as on which the holder of a seat is printed: its last, where that is on record.

    None, which is as now, for a seat that lasts, for a person of whom no post is known on that day, and where
    the day is withheld, for then nothing may be made of it.
    """
    if seat.withhold is not None or "until" in (seat.withhold_fields or {}):
        return None
    person = records.get("people", seat.person) if seat.person else None
    if isinstance(person, Person) and not holdings_on(person, seat.until):
        return None
    return seat.until


def derived(model: Model, records: Records) -> Plain:
    """Return the values of a model that are worked out: for a person, how the public sees them."""
    return _person(model, records) if isinstance(model, Person) else {}


def _person(person: Person, records: Records) -> Plain:
    """Return the public form of a person: under the random id, never under the private file name."""
    printed = print_person(person, records, None)
    plain: Plain = {"id": person.public_id, "role": printed.get("role")}
    if not is_named(person, records, None):
        return plain
    if person.withhold is not None:
        return plain | {"name": printed["name"]}
    posts = [
        _holding(holding, records)
        for holding in reversed(holdings_on_every_day(person))
        if is_named_as(person, holding, records)
    ]
    sort_name = public_line(person.sort_name, records) if person.sort_name else None
    return plain | {"name": printed["name"], "sort_name": sort_name, "posts": posts}


def holdings_on_every_day(person: Person) -> tuple[Holding, ...]:
    """Return all posts of a person, newest first."""
    known = holdings_on(person, None)
    rest = [holding for holding in person.posts if holding not in known]
    return tuple(sorted([*known, *rest], key=lambda holding: str(holding.since or ""), reverse=True))


def _holding(holding: Holding, records: Records) -> Plain:
    return {
        "post": print_post(holding.post, records, holding.until) if holding.post else None,
        "title": public_line(holding.title, records) if holding.title else None,
        "organization": print_at(holding.organization, ("organizations",), records, holding.until)
        if holding.organization
        else None,
        "since": holding.since,
        "until": holding.until,
        "standing": holding.standing,
    }
