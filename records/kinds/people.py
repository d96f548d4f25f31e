"""People: who they are, which posts they hold and when, and how the public may see them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from problems import Problem, Severity, Wording
from records import model_messages as messages
from records.fields import (
    Derived,
    EmailAddress,
    Line,
    Model,
    Note,
    OrganizationRef,
    PartialDay,
    PostRef,
    Private,
    Public,
    PublicId,
    Telephone,
)
from records.kind import Key, Kind, Locate
from records.kinds.organizations import Level
from records.periods import first_day, is_before, last_day, line_of
from records.withholding import Record

TWO_HOLDERS = Wording(
    "two-holders",
    "Two people hold this post for good at the same time: the other is at {other}.",
    "Correct `since` or `until` of one of them, or write `standing: acting` for whoever stood in. If they "
    "share the post, leave it.",
    Severity.WARNING,
)


class Holding(Model):
    """A post that a person holds or held."""

    post: Public[PostRef | None] = None
    """The post, by organization and post id: `police/head-of-safeguarding`."""

    title: Public[Line | None] = None
    """The post in words, where the organization lists no such post."""

    organization: Public[OrganizationRef | None] = None
    """The organization, where `title` is used."""

    level: Derived[Level | None] = None
    """How senior the post is, where `title` is used."""

    since: Public[PartialDay | None] = None
    """First day in the post, or its month or year: nobody is named for it on a day that may be before it."""

    until: Public[PartialDay | None] = None
    """Last day in the post, or its month or year; missing while the person still holds it."""

    standing: Public[Literal["substantive", "acting", "interim", "temporary"]] = "substantive"
    """Whether the person holds the post for good or for a time."""

    @model_validator(mode="after")
    def _one_name_and_right_order(self) -> Self:
        if (self.post is None) == (self.title is None):
            raise PydanticCustomError("one_of", "one of two", {"first": "post", "second": "title"})
        if self.since and self.until and is_before(self.until, self.since):
            raise PydanticCustomError(
                "ends_before_start", "ends first", {"first": "since", "second": "until"}
            )
        return self


class Contact(Model):
    """How the office reaches a person. Never published."""

    email: Private[EmailAddress | None] = None
    """E-mail address."""

    telephone: Private[Telephone | None] = None
    """Telephone number."""

    address: Private[Note | None] = None
    """Postal address."""


class Person(Record):
    """A person, after Popolo's Person. The file name is private; the public id is random."""

    public_id: Derived[PublicId]
    """The id the public sees: `p-` and eight random letters or digits. `pages new people` makes one."""

    name: Derived[Line]
    """The name as it should be printed."""

    sort_name: Derived[Line | None] = None
    """The name as it should be sorted, surname first."""

    honorific: Derived[Line | None] = None
    """Title or rank printed before the name: Dr, Detective Superintendent."""

    letters: Derived[Line | None] = None
    """Letters after the name."""

    initials: Derived[Line | None] = None
    """Initials by which minutes refer to the person. They need be unique in one meeting only."""

    former_names: Private[tuple[Line, ...]] = ()
    """Names the person had before."""

    spellings: Private[tuple[Line, ...]] = ()
    """Other spellings and short forms that occur in papers."""

    show: Derived[Literal["level", "name", "role"]] = "level"
    """How the public sees the person: by `name`, by `role` only, or as the policy says for the `level` of
    the post."""

    posts: Derived[tuple[Holding, ...]] = ()
    """Posts, in order of time."""

    contact: Private[Contact | None] = None
    """How the office reaches the person."""


def _one_public_id_each(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each person who has the public id of another."""
    ids = {key: record.public_id for key, record in records.items() if isinstance(record, Person)}
    often = {public_id for public_id, times in Counter(ids.values()).items() if times > 1}
    for key, public_id in ids.items():
        if public_id in often:
            other = next(one for one, its in ids.items() if its == public_id and one != key)
            yield messages.SAME_PUBLIC_ID.at(locate(key, ("public_id",)), other=other[1])


def _one_holder_each(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each post that two people hold for good at the same time.

    On the day of a handover both may hold it. Who acts for somebody holds the post beside them.
    """
    held: dict[str, list[tuple[Key, int, Holding]]] = {}
    for key, person in records.items():
        for position, each in enumerate(person.posts if isinstance(person, Person) else ()):
            if each.post is not None and each.standing == "substantive":
                held.setdefault(each.post, []).append((key, position, each))
    for holdings in held.values():
        for (key, first, one), (other_key, second, other) in combinations(holdings, 2):
            if key != other_key and one.since and other.since and _at_once(one, other):
                place = locate(other_key, ("posts", second))
                yield TWO_HOLDERS.at(place, other=line_of(locate(key, ("posts", first))))


def _at_once(one: Holding, other: Holding) -> bool:
    """Return whether two holdings, of which the beginning is known, surely overlap by more than a day."""
    ends = [first_day(each.until) for each in (one, other) if each.until is not None]
    begins = max(last_day(each.since) for each in (one, other) if each.since is not None)
    return not ends or begins < min(ends)


KIND = Kind(
    name="people",
    model=Person,
    word="person",
    title="First Name Surname",
    order=4,
    example={"id": "calloway", "title": "Ines Calloway", "public_id": "p-4k7dm2xa"},
    checks=(_one_public_id_each, _one_holder_each),
)
