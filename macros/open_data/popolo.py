"""People, organizations, memberships and posts in the form of Popolo, the standard for civic data.

Whoever the public sees by role only is no person here: the post stands among the posts, without a holder.
An id is the kind and the id of the record, so that a group and an organization never share one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from editions.canonical import to_bytes, without_nothing
from editions.fields import Printed
from editions.kinds.groups import PublicGroup
from editions.kinds.organizations import PublicFormerName, PublicOrganization
from editions.kinds.people import PublicPerson
from macros.kinds import address_of
from macros.open_data.sources import Source

Plain = dict[str, Any]


def popolo(source: Source) -> bytes:
    """Return the file: four lists, in the order of the dataset."""
    people = source.lookups.dataset.records(PublicPerson)
    named = [person for person in people if person.name is not None]
    bodies = source.lookups.dataset.records(PublicOrganization)
    groups = source.lookups.dataset.records(PublicGroup)
    ids = frozenset(person.id for person in named)
    titles = {
        (body.id, source.line(post.title)): f"organizations/{body.id}/{post.id}"
        for body in bodies
        for post in body.posts
    }
    held = (each for person in named for each in _held(source, person, titles))
    seats = (each for group in groups for each in _seats(source, group, ids, titles))
    return to_bytes(
        without_nothing(
            {
                "persons": [_person(source, person) for person in named],
                "organizations": [
                    *(_organization(source, body) for body in bodies),
                    *(_group(source, group) for group in groups),
                ],
                "posts": [post for body in bodies for post in _posts(source, body)],
                "memberships": [*held, *seats],
            }
        )
    )


def _person(source: Source, person: PublicPerson) -> Plain:
    return {
        "id": f"people/{person.id}",
        "name": source.line(person.name),
        "sort_name": source.line(person.sort_name) or None,
    }


def _organization(source: Source, body: PublicOrganization) -> Plain:
    return {
        "id": f"organizations/{body.id}",
        "name": source.line(body.name),
        "other_names": [
            *_short(source, body.short_name, *body.abbreviations),
            *_former(source, body.former_names),
        ],
        "classification": body.kind,
        "founding_date": body.founded,
        "dissolution_date": body.dissolved,
        "links": [{"url": source.at(address_of(body))}, *([{"url": body.website}] if body.website else [])],
    }


def _group(source: Source, group: PublicGroup) -> Plain:
    return {
        "id": f"groups/{group.id}",
        "name": source.line(group.name),
        "other_names": [*_short(source, group.short_name), *_former(source, group.former_names)],
        "classification": group.kind,
        "parent_id": _body(group.parent),
        "founding_date": group.created,
        "dissolution_date": group.ended,
        "links": [{"url": source.at(address_of(group))}],
    }


def _short(source: Source, *names: str | None) -> list[Plain]:
    return [{"name": source.line(name), "note": "In short."} for name in names if name]


def _former(source: Source, names: tuple[PublicFormerName, ...]) -> list[Plain]:
    return [{"name": source.line(each.name), "end_date": each.until} for each in names]


def _posts(source: Source, body: PublicOrganization) -> Iterator[Plain]:
    for post in body.posts:
        title = source.line(post.title)
        yield {
            "id": f"organizations/{body.id}/{post.id}",
            "label": title,
            "role": post.duty or title,
            "organization_id": f"organizations/{body.id}",
            "start_date": post.created,
            "end_date": post.ended,
        }


def _held(source: Source, person: PublicPerson, titles: dict[tuple[str, str], str]) -> Iterator[Plain]:
    """Yield the posts that somebody who is named holds or held, where the organization is public."""
    for holding in person.posts:
        post, body = holding.post, holding.organization
        body_id = post.organization_id if post else body.id if body else None
        if body_id is None:
            continue
        title = source.line(post.role if post else holding.title)
        yield {
            "person_id": f"people/{person.id}",
            "organization_id": f"organizations/{body_id}",
            "post_id": titles.get((body_id, title)),
            "role": title,
            "label": None if holding.standing == "substantive" else holding.standing,
            "start_date": holding.since,
            "end_date": holding.until,
        }


def _seats(
    source: Source, group: PublicGroup, named: frozenset[str], titles: dict[tuple[str, str], str]
) -> Iterator[Plain]:
    """Yield the seats of a group that a named person or an organization has."""
    for seat in group.members:
        person = seat.person.id if seat.person and seat.person.id in named else None
        body = _body(seat.organization) if seat.organization else None
        if seat.withheld is not None or seat.vacant or not (person or body):
            continue
        behalf = seat.person.organization_id if person and seat.person else None
        # Without a person, Popolo says by `member` that an organization is the member.
        member = None if person else {"id": body, "name": source.who(seat.organization)}
        yield {
            "person_id": f"people/{person}" if person else None,
            "member": member,
            "organization_id": f"groups/{group.id}",
            "on_behalf_of_id": f"organizations/{behalf}" if behalf else body if person else None,
            "post_id": _post(source, seat.post, titles),
            "role": seat.role,
            "label": source.line(seat.category) or None,
            "start_date": seat.since,
            "end_date": seat.until,
        }


def _post(source: Source, post: Printed | None, titles: dict[tuple[str, str], str]) -> str | None:
    return titles.get((post.organization_id or "", source.line(post.role))) if post else None


def _body(printed: Printed | None) -> str | None:
    """Return the id of a group or organization that is public."""
    if printed is None or printed.id is None:
        return None
    return f"{'groups' if printed.kind == 'group' else 'organizations'}/{printed.id}"
