"""Whether the records that a record names are valid, so that nothing is missing where they are printed."""

from __future__ import annotations

from collections.abc import Iterator

from records.kinds.people import Person
from records.loading import Records

HOLDERS = {"people": "people", "organizations": "organizations", "groups": "groups", "posts": "organizations"}
"""The kind of record in which something that can be named stands, for all that is printed by name."""


def broken_behind(value: str, kinds: tuple[str, ...], records: Records) -> tuple[str, ...]:
    """Return the records, as KIND/ID, with mistakes that printing something of these kinds would need.

    A person is printed with a post, which stands in the record of a body.
    """
    holders = dict.fromkeys(HOLDERS[kind] for kind in kinds if kind in HOLDERS)
    if value == "all" or not holders:
        return ()
    named = value.partition("/")[0]
    for holder in holders:
        record = records.get(holder, named)
        if record is not None:
            return broken_behind_person(record, records) if isinstance(record, Person) else ()
    return (next((f"{holder}/{named}" for holder in holders if (holder, named) in records.loaded), named),)


def broken_behind_person(person: Person, records: Records) -> tuple[str, ...]:
    """Return the bodies with mistakes in which a person holds or held posts."""
    return tuple(
        dict.fromkeys(f"organizations/{body}" for body in _bodies(person) if _is_broken(body, records))
    )


def _bodies(person: Person) -> Iterator[str]:
    for holding in person.posts:
        named = holding.post or holding.organization
        if named is not None:
            yield named.partition("/")[0]


def _is_broken(body: str, records: Records) -> bool:
    return records.get("organizations", body) is None
