"""How people, posts and bodies are printed on a day: by name, or by role below the level of the policy."""

from __future__ import annotations

from typing import Any, get_args

from editions.marks import Placement
from problems import Place
from records.kinds.groups import Group
from records.kinds.organizations import FormerName, Level, Organization, Post
from records.kinds.people import Holding, Person
from records.loading import Records
from records.periods import first_day, has_sure_day, last_day
from records.withholding import FieldWithhold, Withhold, Withholdable
from redaction.marking.marks import lex, public_text

LEVELS: tuple[str, ...] = get_args(Level)
"""The levels of posts, most senior first."""

UNREADABLE = "[[withheld unreadable]]"
"""What stands for a name whose marks are damaged. No record in which it stands can be signed off."""

UNKNOWN_ROLE = "Name not published"
"""What stands for a person who is not named and has no post on record."""

Plain = dict[str, Any]


def is_named(person: Person, records: Records, day: str | None) -> bool:
    """Return whether the public sees a person by name on a day.

    Somebody without a post, or whose post has no known level, is shown by role: the careful default. So is
    whoever took up or left the post in a month or year that may lie after or before the day.
    """
    if person.withhold is not None and "name" not in kept_when_withheld(person, person.withhold):
        return False
    if person.show != "level":
        return person.show == "name"
    held = holdings_on(person, day)
    return any(
        _is_level_named(holding, records) and _surely_holds(holding, first_day(day) if day else None)
        for holding in held
    )


def is_named_as(person: Person, holding: Holding, records: Records) -> bool:
    """Return whether the public may see a person who is named as the holder of one of their posts.

    Whoever rose from a post whose holders are shown by role would else be named in what was written then. A
    lesser post beside one whose holders are named, for all of its days, tells of nobody else.
    """
    return person.show == "name" or any(
        _is_level_named(other, records) and _lies_within(holding, other) for other in person.posts
    )


def kept_when_withheld(unit: Withholdable, withhold: Withhold) -> frozenset[str]:
    """Return the fields of a unit that stay public although it is withheld."""
    kept = {"text": unit.kept_when_text_withheld, "whole": unit.kept_when_whole_withheld}
    return kept.get(withhold.what, frozenset())


def holdings_on(person: Person, day: str | None) -> tuple[Holding, ...]:
    """Return the posts a person held on a day, newest first; without a day, the present or last ones.

    `day` may be a month or a year; its first day counts then. Where the record of a post gives a month or a
    year, all of its days count.
    """
    posts = sorted(person.posts, key=lambda holding: holding.since or "", reverse=True)
    if day is None:
        lasting = tuple(holding for holding in posts if holding.until is None)
        return lasting or tuple(posts[:1])
    moment = first_day(day)
    return tuple(
        holding
        for holding in posts
        if (holding.since is None or first_day(holding.since) <= moment)
        and (holding.until is None or moment <= last_day(holding.until))
    )


def _surely_holds(holding: Holding, moment: str | None) -> bool:
    """Return whether a post was held on a day, or on any, whatever the day in the month of its record."""
    if moment is None:
        return has_sure_day(holding.since, holding.until)
    return (holding.since is None or last_day(holding.since) <= moment) and (
        holding.until is None or moment <= first_day(holding.until)
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
        return print_organization(organization, records, day)
    group = records.get("groups", party)
    return print_group(group, records, day) if isinstance(group, Group) else None


def print_person(person: Person, records: Records, day: str | None) -> Plain:
    """Return how a person is printed on a day. The id stands only beside a name.

    Without it, the appearances of somebody who is not named cannot be put together. Somebody whose record
    is withheld has no post, and a name only where it stays.
    """
    plain: Plain = {"kind": "person"}
    withheld = person.withhold is not None
    for holding in () if withheld else holdings_on(person, day)[:1]:
        plain |= _print_holding(holding, records, day)
    if is_named(person, records, day):
        parts = (person.name,) if withheld else (person.honorific, person.name, person.letters)
        name = public_line(" ".join(part for part in parts if part), records)
        return plain | {"id": person.public_id, "name": name}
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
    why = _why_withheld(organization, "posts")
    role = notice(why.reason) if why else public_line(found.title, records)
    return {"kind": "post", "role": role} | _print_belonging(organization, records, day)


def print_organization(organization: Organization, records: Records, day: str | None) -> Plain:
    """Return how an organization is printed on a day."""
    return _print_body("organization", organization, records, day)


def print_group(group: Group, records: Records, day: str | None) -> Plain:
    """Return how a group is printed on a day."""
    return _print_body("group", group, records, day)


def tells_of_concealed(printed: Plain) -> bool:
    """Return whether a notice stands for a body of which nobody may know: it is printed without id."""
    if printed["kind"] in {"organization", "group"}:
        return "id" not in printed
    return "organization" in printed and "organization_id" not in printed


def public_line(text: str, records: Records) -> str:
    """Return what a line of another record says to the public.

    `UNREADABLE` stands for one whose marks are damaged, or that names an action or decision of a record of
    its own; nothing of it is shown.
    """
    reasons = [reason.id for reason in records.policy.reasons] if records.policy else []
    lexed = lex(text, Place("data"), reasons)
    placed = any(isinstance(piece, Placement) for piece in lexed.pieces)
    return UNREADABLE if lexed.problems or placed else public_text(lexed)


def notice(reason: str) -> str:
    """Return what stands in the place of words that are withheld."""
    return f"[[withheld {reason}]]"


def find_post(organization: Organization, post_id: str) -> Post | None:
    """Return the post of an organization with this id, if there is one."""
    return next((post for post in organization.posts if post.id == post_id), None)


def _print_holding(holding: Holding, records: Records, day: str | None) -> Plain:
    standing = "" if holding.standing == "substantive" else f" ({holding.standing})"
    if holding.post is not None:
        plain = print_post(holding.post, records, day) or {}
        return plain | {"kind": "person", "role": f"{plain.get('role', UNKNOWN_ROLE)}{standing}"}
    plain = {"role": f"{public_line(holding.title or '', records)}{standing}"}
    organization = records.get("organizations", holding.organization) if holding.organization else None
    if isinstance(organization, Organization):
        plain |= _print_belonging(organization, records, day)
    return plain


def _print_belonging(organization: Organization, records: Records, day: str | None) -> Plain:
    printed = print_organization(organization, records, day)
    ids = {"organization_id": printed["id"]} if "id" in printed else {}
    return {"organization": printed["name"], **ids}


def _print_body(kind: str, body: Organization | Group, records: Records, day: str | None) -> Plain:
    """Return how a body is printed: where its own record withholds the name, as it is shown there."""
    why = _why_withheld(body, "name")
    if why is None:
        former = () if _why_withheld(body, "former_names") else body.former_names
        name = public_line(_name_on(body.name, former, day), records)
    elif isinstance(why, FieldWithhold) and why.instead:
        name = public_line(why.instead, records)
    else:
        name = notice(why.reason)
    concealed = body.withhold is not None and body.withhold.what == "concealed"
    return {"kind": kind, "name": name} | ({} if concealed else {"id": body.id})


def _why_withheld(body: Organization | Group, name: str) -> Withhold | FieldWithhold | None:
    """Return what withholds one of the fields of a body, if anything does."""
    if body.withhold is not None and name not in kept_when_withheld(body, body.withhold):
        return body.withhold
    return (body.withhold_fields or {}).get(name)


def _is_level_named(holding: Holding, records: Records) -> bool:
    """Return whether the policy names the holders of a post; not where its level is not known."""
    level = _level(holding, records)
    return (
        records.policy is not None
        and level is not None
        and LEVELS.index(level) <= LEVELS.index(records.policy.names_from)
    )


def _lies_within(holding: Holding, other: Holding) -> bool:
    """Return whether all days of a post are days of another; a day that is not known is none of them."""
    if holding == other:
        return True
    begins = other.since is None or (
        holding.since is not None and last_day(other.since) <= first_day(holding.since)
    )
    ends = other.until is None or (
        holding.until is not None and last_day(holding.until) <= first_day(other.until)
    )
    return begins and ends


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
