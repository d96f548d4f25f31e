"""How people, posts and bodies are printed on a day: by name, or by role below the level of the policy."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

from records.groups import Group
from records.loading import Records
from records.organizations import FormerName, Level, Organization, Post
from records.people import Holding, Person

LEVELS: tuple[str, ...] = get_args(Level)
"""The levels of posts, most senior first."""

UNKNOWN_ROLE = "Name not published"
"""What stands for a person who is not named and has no post on record."""

Plain = dict[str, Any]


def is_named(person: Person, records: Records, day: str | None) -> bool:
    """Return whether the public sees a person by name on a day.

    Somebody without a post, or whose post has no known level, is shown by role: the careful default.
    """
    if person.show != "level":
        return person.show == "name"
    policy = records.policy
    levels = [_level(holding, records) for holding in holdings_on(person, day)]
    if policy is None or not any(levels):
        return False
    lowest = LEVELS.index(policy.names_from)
    return any(level is not None and LEVELS.index(level) <= lowest for level in levels)


def is_ever_named(person: Person, records: Records) -> bool:
    """Return whether the public sees a person by name on any day, so that the name is no secret."""
    days = [holding.since for holding in person.posts] + [holding.until for holding in person.posts]
    return any(is_named(person, records, day.isoformat() if day else None) for day in [*days, None])


def holdings_on(person: Person, day: str | None) -> tuple[Holding, ...]:
    """Return the posts a person held on a day, newest first; without a day, the present or last ones.

    `day` may be a month or a year; its first day counts then.
    """
    posts = sorted(person.posts, key=lambda holding: holding.since or date.min, reverse=True)
    if day is None:
        lasting = tuple(holding for holding in posts if holding.until is None)
        return lasting or tuple(posts[:1])
    moment = date.fromisoformat((day + "-01-01")[:10] if len(day) == len("2026") else (day + "-01")[:10])
    return tuple(
        holding
        for holding in posts
        if (holding.since is None or holding.since <= moment)
        and (holding.until is None or moment <= holding.until)
    )


def print_party(party: str, records: Records, day: str | None) -> Plain | None:
    """Return how the holder of an id is printed on a day; None when there is no such record."""
    if party == "all":
        return {"kind": "all"}
    if "/" in party:
        return print_post(party, records, day)
    person = records.get("people", party)
    if isinstance(person, Person):
        return print_person(person, records, day)
    organization = records.get("organizations", party)
    if isinstance(organization, Organization):
        return print_organization(organization, day)
    group = records.get("groups", party)
    return print_group(group, day) if isinstance(group, Group) else None


def print_person(person: Person, records: Records, day: str | None) -> Plain:
    """Return how a person is printed on a day. The id stands only beside a name.

    Without it, the appearances of somebody who is not named cannot be put together.
    """
    plain: Plain = {"kind": "person"}
    for holding in holdings_on(person, day)[:1]:
        plain |= _print_holding(holding, records, day)
    if is_named(person, records, day):
        parts = (person.honorific, person.name, person.letters)
        return plain | {"id": person.public_id, "name": " ".join(part for part in parts if part)}
    return {"role": UNKNOWN_ROLE} | plain


def print_post(post: str, records: Records, day: str | None) -> Plain | None:
    """Return how a post is printed on a day."""
    organization_id, post_id = post.split("/")
    organization = records.get("organizations", organization_id)
    if not isinstance(organization, Organization):
        return None
    found = find_post(organization, post_id)
    if found is None:
        return None
    return {"kind": "post", "role": found.title} | _print_belonging(organization, day)


def print_organization(organization: Organization, day: str | None) -> Plain:
    """Return how an organization is printed on a day."""
    name = _name_on(organization.name, organization.former_names, day)
    return {"kind": "organization", "id": organization.id, "name": name}


def print_group(group: Group, day: str | None) -> Plain:
    """Return how a group is printed on a day."""
    return {"kind": "group", "id": group.id, "name": _name_on(group.name, group.former_names, day)}


def find_post(organization: Organization, post_id: str) -> Post | None:
    """Return the post of an organization with this id, if there is one."""
    return next((post for post in organization.posts if post.id == post_id), None)


def _print_holding(holding: Holding, records: Records, day: str | None) -> Plain:
    standing = "" if holding.standing == "substantive" else f" ({holding.standing})"
    if holding.post is not None:
        plain = print_post(holding.post, records, day) or {}
        return plain | {"kind": "person", "role": f"{plain.get('role', UNKNOWN_ROLE)}{standing}"}
    plain = {"role": f"{holding.title}{standing}"}
    organization = records.get("organizations", holding.organization) if holding.organization else None
    if isinstance(organization, Organization):
        plain |= _print_belonging(organization, day)
    return plain


def _print_belonging(organization: Organization, day: str | None) -> Plain:
    printed = print_organization(organization, day)
    return {"organization": printed["name"], "organization_id": printed["id"]}


def _level(holding: Holding, records: Records) -> str | None:
    if holding.post is None:
        return holding.level
    organization_id, post_id = holding.post.split("/")
    organization = records.get("organizations", organization_id)
    post = find_post(organization, post_id) if isinstance(organization, Organization) else None
    return post.level if post is not None else None


def _name_on(name: str, former_names: tuple[FormerName, ...], day: str | None) -> str:
    """Return the name that a body had on a day: the first former name that had not ended by then."""
    if day is None:
        return name
    ended_later = [
        former for former in former_names if former.until is not None and day <= former.until[: len(day)]
    ]
    return min(ended_later, key=lambda former: former.until or "").name if ended_later else name
