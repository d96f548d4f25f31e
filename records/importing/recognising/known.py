"""Who and what the records know: people with their names and posts, bodies, groups, and how they are found.

Nobody is found by likeness: a name must be the one of the record, a former one, or one of its spellings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from records.importing.recognising.names import folded
from records.kinds.groups import Group
from records.kinds.meetings import Meeting
from records.kinds.organizations import Organization
from records.kinds.partnerships import Partnership
from records.kinds.people import Person
from records.loading import Records
from records.months import MONTHS
from records.parts.items import Item
from records.periods import first_day, last_day

_MEETING_WORDS = frozenset(
    [
        "meeting",
        "meetings",
        "minutes",
        "of",
        "the",
        "a",
        "notes",
        "draft",
        "agenda",
        "held",
        "on",
        "at",
        "from",
        "open",
        "ordinary",
        "special",
        "extraordinary",
        "annual",
        *MONTHS,
    ]
)


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of the records."""

    id: str
    name: str
    names: frozenset[str]
    """Every name that is certainly this person's, folded."""
    initials: str
    posts: tuple[tuple[str, str, str], ...] = ()
    """Each post by its reference, with its first and last day as text; empty where not known."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the records know."""

    people: tuple[KnownPerson, ...] = ()
    bodies: Mapping[str, str] = field(default_factory=dict)
    """The ids of organizations by each of their names, folded."""
    groups: Mapping[str, str] = field(default_factory=dict)
    """The ids of groups by each of their names, folded."""
    posts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The references of posts by their titles, folded."""
    partnership: tuple[str, ...] = ()
    """The names of the partnership itself, folded, the longest first."""
    actions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The references of actions by their printed numbers."""

    def person(self, name: str) -> tuple[KnownPerson, ...]:
        """Return the people who have this name."""
        wanted = folded(name)
        return tuple(each for each in self.people if wanted and wanted in each.names)

    def bare(self, title: str) -> str:
        """Return the words of a title without those for a meeting, its day and the partnership."""
        words = f" {body_key(title)} "
        for name in self.partnership:
            words = words.replace(f" {name} ", " ")
        return " ".join(word for word in words.split() if word not in _MEETING_WORDS and not word.isdigit())

    def by_initials(self, initials: str) -> tuple[KnownPerson, ...]:
        """Return the people whose record gives these initials."""
        return tuple(each for each in self.people if initials and each.initials == initials)

    def holders(self, post: str, day: str) -> tuple[KnownPerson, ...]:
        """Return who held a post on a day; all who ever did where no day is given."""
        return tuple(
            each
            for each in self.people
            if any(
                held == post and (not day or ((not since or since <= day) and (not until or day <= until)))
                for held, since, until in each.posts
            )
        )


def known_from(records: Records) -> Known:
    """Return what valid records know."""
    people = tuple(map(_person, records.of(Person)))
    bodies: dict[str, set[str]] = {}
    posts: dict[str, set[str]] = {}
    for body in records.of(Organization):
        names = (body.name, body.short_name, *body.abbreviations, *(each.name for each in body.former_names))
        _add(bodies, names, body.id)
        for post in body.posts:
            _add(posts, (post.title,), f"{body.id}/{post.id}")
    groups: dict[str, set[str]] = {}
    for group in records.of(Group):
        names = (group.name, group.short_name, *(each.name for each in group.former_names))
        _add(groups, names, group.id)
    actions: dict[str, set[str]] = {}
    for meeting in records.of(Meeting):
        for item in _items(meeting.items):
            for action in item.actions:
                if action.label:
                    actions.setdefault(action.label, set()).add(f"{meeting.id}/{action.id}")
    return Known(
        people,
        _certain(bodies),
        _certain(groups),
        {name: tuple(sorted(found)) for name, found in posts.items()},
        _names_of(records),
        {label: tuple(sorted(found)) for label, found in actions.items()},
    )


def _names_of(records: Records) -> tuple[str, ...]:
    """Return the names of the partnership, folded, the longest first."""
    partnership = next(records.of(Partnership), None)
    names = (partnership.name, partnership.short_name) if partnership else ()
    return tuple(sorted({body_key(name) for name in names if name}, key=lambda name: (-len(name), name)))


def _person(person: Person) -> KnownPerson:
    names = [person.name, *person.former_names, *person.spellings]
    if person.sort_name and "," in person.sort_name:
        last, _, first = person.sort_name.partition(",")
        names.append(f"{first} {last}")
    posts = tuple(
        (
            held.post,
            first_day(held.since) if held.since else "",
            last_day(held.until) if held.until else "",
        )
        for held in person.posts
        if held.post
    )
    return KnownPerson(person.id, person.name, frozenset(map(folded, names)), person.initials or "", posts)


def _items(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _items(item.items)


def _add(found: dict[str, set[str]], names: Iterable[str | None], named: str) -> None:
    for name in names:
        if name and body_key(name):
            found.setdefault(body_key(name), set()).add(named)


def _certain(found: Mapping[str, set[str]]) -> dict[str, str]:
    """Return the names that only one has."""
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def body_key(name: str) -> str:
    """Return the name of a body or post by which it is compared: without case, signs and a leading `the`."""
    words = "".join(sign if sign.isalnum() else " " for sign in name.casefold()).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)
