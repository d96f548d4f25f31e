"""Who is meant by a name, a post or initials in a register: exactly one record, or nobody."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from records.kinds.groups import Group
from records.kinds.organizations import Organization
from records.kinds.people import Person
from records.loading import Records
from records.registers.columns import folded

Known = Mapping[str, frozenset[str]]
"""Ids by name, initials or title, in small letters without signs."""

_PARTS = re.compile(r"\s*(?:[,;/&+\n]|\band\b)\s*")
_TITLES = re.compile(r"^(?:mr|mrs|ms|miss|mx|dr|prof|professor|cllr|rev|sir|dame)\.? ", re.IGNORECASE)


def known_names(records: Records) -> Known:
    """Return every name by which a person, post, organization or group can be meant."""
    found: dict[str, set[str]] = defaultdict(set)

    def add(record_id: str, names: Iterable[str | None]) -> None:
        for name in names:
            if name and folded(name):
                found[folded(name)].add(record_id)

    for (_, record_id), loaded in records.loaded.items():
        record = loaded.record
        if isinstance(record, Person):
            whole = " ".join(part for part in (record.honorific, record.name) if part)
            add(record_id, (record.name, whole, record.initials, *record.spellings, *record.former_names))
        elif isinstance(record, Organization):
            add(record_id, (record.name, record.short_name, *record.abbreviations))
            for post in record.posts:
                named = (post.title, f"{post.title} {record.name}", f"{post.title} {record.short_name or ''}")
                add(f"{record_id}/{post.id}", named)
        elif isinstance(record, Group):
            add(record_id, (record.name, record.short_name))
    add("all", ("all", "all partners", "all members", "everyone"))
    return {name: frozenset(ids) for name, ids in found.items()}


def one(name: str, known: Known) -> str | None:
    """Return the id of the one record that a name means; None where there is none, or several."""
    for form in (name, _TITLES.sub("", name), re.sub(r"\s*\(.*?\)", "", name)):
        ids = known.get(folded(form), frozenset())
        if len(ids) == 1:
            return next(iter(ids))
    return None


def several(text: str, known: Known) -> list[str] | None:
    """Return the ids of those whom a cell names, in its order; None unless each of them is known."""
    whole = one(text, known)
    if whole is not None:
        return [whole]
    ids = [one(part, known) for part in _PARTS.split(text) if part]
    return list(dict.fromkeys(each for each in ids if each)) if ids and all(ids) else None
