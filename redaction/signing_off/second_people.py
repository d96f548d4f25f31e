"""Who looks before something is published, as the policy says: a second person, or one for each area."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from editions.fields import Printed, PublicRecord
from editions.frozen import AreaCheck
from editions.parts.actions import PublicParty
from editions.published import FOLDER, Published
from problems import Place, Problem
from records.kinds.policies import Check, Policy
from records.parts.joint import AreaChecker
from redaction import signing_messages as messages

FIELDS = ("group", "with_groups", "issued_by", "approved_by", "owner", "authors")
"""The fields of a record that say whose it is."""


def check_for(policy: Policy | None, kind: str, *, minor: bool) -> Check:
    """Return what the policy says of the second person; without a word of it, they look before."""
    change = "minor" if minor else "edition"
    for check in policy.checks if policy else ():
        if ({kind, "all"} & set(check.kinds)) and check.change in {"any", change}:
            return check
    return Check(kinds=("all",), second_person="before")


def second_looks_due(policy: Policy | None, published: Published, today: date) -> tuple[Problem, ...]:
    """Return a reminder for each newest edition that a second person should have looked at by now."""
    found = []
    for history in published.histories.values():
        newest = history.newest
        check = check_for(policy, history.kind, minor=newest.minor)
        if check.second_person != "within" or newest.checked_by or newest.state != "published":
            continue
        if newest.taken_down:  # A takedown is confirmed, and reminded of, in its own way.
            continue
        day = date.fromisoformat(newest.date) + timedelta(days=check.days or 0)
        if day <= today:
            place = Place(f"{FOLDER}/{history.kind}/{history.id}")
            found.append(messages.SECOND_LOOK_DUE.at(place, number=newest.number, day=day.isoformat()))
    return tuple(found)


def about_roles(  # one line for each who looked
    policy: Policy | None,
    kind: str,
    public: PublicRecord,
    prepared_by: str,
    checks: tuple[str, ...],
    *,
    minor: bool,
    place: Place,
) -> list[Problem]:
    """Return what is wrong with who prepared and who checked."""
    asked = checkers(policy, kind, public)
    wrong = list(without_check(asked, checks, place))
    check = check_for(policy, kind, minor=minor)
    if not checks:
        needed = check.second_person == "before" and not asked
        return [*wrong, *([messages.SECOND_PERSON.at(place)] if needed else [])]
    roles = [_folded(role) for role in (prepared_by, *checks)]
    return [*wrong, *([messages.SAME_ROLE.at(place)] if len(set(roles)) < len(roles) else [])]


def groups_of(kind: str, record: PublicRecord) -> frozenset[str]:
    """Return the ids of the groups whose record this is; of a group, itself."""
    found = {record.id} if kind == "groups" else set()
    for name in FIELDS:
        value = getattr(record, name, None)
        found |= set(_ids(value if isinstance(value, tuple) else (value,)))
    return frozenset(found)


def checkers(policy: Policy | None, kind: str, record: PublicRecord | None) -> tuple[AreaChecker, ...]:
    """Return who looks at a record; nobody if it is of no joint group.

    That is one for each area, or more where it is of several joint groups with other checkers for an area.
    """
    groups = groups_of(kind, record) if record is not None else frozenset()
    found = [
        checker
        for joint in (policy.joint if policy else ())
        if not groups.isdisjoint(joint.groups)
        for checker in joint.checkers
    ]
    return tuple({(checker.area, _folded(checker.role)): checker for checker in found}.values())


def checks_made(asked: Iterable[AreaChecker], roles: Iterable[str]) -> tuple[AreaCheck, ...]:
    """Return which of the areas were looked after, given the roles of those who looked."""
    given = {_folded(role) for role in roles}
    return tuple(AreaCheck(area=each.name, role=each.role) for each in asked if _folded(each.role) in given)


def without_check(asked: Iterable[AreaChecker], roles: Iterable[str], place: Place) -> Iterator[Problem]:
    """Yield a problem for each area for which nobody looked."""
    given = {_folded(role) for role in roles}
    for each in asked:
        if _folded(each.role) not in given:
            yield messages.CHECKER_OF_AREA.at(place, area=each.area, private_text=each.role)


def _ids(values: Iterable[object]) -> Iterator[str]:
    for each in values:
        printed = each.who if isinstance(each, PublicParty) else each
        if isinstance(printed, Printed) and printed.kind == "group" and printed.id:
            yield printed.id


def _folded(role: str) -> str:
    """Return a role as it is compared: in small letters, with single spaces."""
    return " ".join(role.casefold().split())
