"""By what a page can be found in a list or in the search: its kind, year, groups and priorities."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from editions.datasets import Dataset
from editions.fields import Printed, PublicRecord
from editions.kinds.groups import PublicGroup
from editions.kinds.priorities import PublicPriority
from macros.kinds import KINDS, address_of
from macros.language.languages import language_of
from macros.links import title_of
from macros.texts import prose
from macros.views.mentions import mentions

R = TypeVar("R", bound=PublicRecord)

NAMES = ("kind", "group", "year", "priority")
"""The facets, in their order."""

_DAYS = (
    "date",
    "year",
    "years",
    "period_from",
    "in_force_from",
    "effective_from",
    "published",
    "completed",
    "first_published",
    "approved_on",
)
"""The fields that say when a record is of, the first that is there."""

_YEAR = re.compile(r"[0-9]{4}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Filed:
    """A record that has a page, with what it is found by."""

    kind: str
    record: PublicRecord
    year: str
    """The year in which it begins; empty for what has no year, such as a group."""

    groups: tuple[str, ...]
    """The ids of the public groups it belongs to."""

    priorities: tuple[str, ...]
    """The ids of the public priorities it names."""

    @property
    def address(self) -> str:
        """Its address from the root of the site."""
        return address_of(self.record)


def filed(dataset: Dataset) -> tuple[Filed, ...]:
    """Return every record that has a page of its own, by kind and id."""
    groups = {group.id for group in dataset.records(PublicGroup)}
    named: dict[tuple[str, str], dict[str, None]] = {}
    places = mentions(dataset)
    for priority in dataset.records(PublicPriority):
        named.setdefault(("priorities", priority.id), {})[priority.id] = None
        for mention in places.get(("priorities", priority.id), ()):
            named.setdefault((mention.kind, mention.record.id), {})[priority.id] = None
    return tuple(
        Filed(
            kind,
            entry.record,
            year_of(entry.record),
            tuple(each for each in _groups_of(entry.record) if each in groups),
            tuple(named.get((kind, entry.id), ())),
        )
        for kind, entries in dataset.kinds.items()
        if KINDS[kind].page is not None
        for entry in entries
        if entry.record is not None
    )


def year_of(record: PublicRecord) -> str:
    """Return the year of a record, the first of several: 2025 for 2025-26. Empty if it has none."""
    for name in _DAYS:
        value = getattr(record, name, None)
        found = _YEAR.match(value) if isinstance(value, str) else None
        if found is not None:
            return found[0]
    return ""


def labels(dataset: Dataset) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the words of each facet of each record, by its address and the name of the facet."""
    groups = {group.id: prose.plain(group.name) for group in dataset.records(PublicGroup)}
    priorities = {each.id: prose.plain(each.title) for each in dataset.records(PublicPriority)}
    language = language_of(dataset)
    kinds = {name: language.pgettext("kind", kind.title) for name, kind in KINDS.items()}
    return {each.address: _labels_of(each, kinds, groups, priorities) for each in filed(dataset)}


@dataclass(frozen=True, slots=True)
class Everything:
    """Every page of a record, by what it can be found by."""

    kinds: tuple[tuple[str, str, int], ...]
    """Name of each kind, the address of its list, and the number of its pages."""

    groups: tuple[tuple[PublicGroup, int], ...]
    """The groups by name, with the number of pages of other records."""

    priorities: tuple[tuple[PublicPriority, int], ...]
    """The same for priorities."""

    years: tuple[tuple[str, tuple[Filed, ...]], ...]
    """The newest year first, and in it the newest first; what has no year comes last."""


def view(dataset: Dataset) -> Everything:
    """Return what the list of everything shows."""
    found = filed(dataset)
    kinds = Counter(each.kind for each in found)
    groups = Counter(group for each in found for group in each.groups if each.kind != "groups")
    priorities = Counter(named for each in found for named in each.priorities if each.kind != "priorities")
    years: dict[str, list[Filed]] = {}
    for each in sorted(found, key=lambda each: str(getattr(each.record, "date", None) or ""), reverse=True):
        years.setdefault(each.year, []).append(each)
    return Everything(
        kinds=tuple(
            (name, f"{kind.list_at or kind.list}/", kinds[name])
            for name, kind in KINDS.items()
            if kinds[name] and kind.list is not None
        ),
        groups=tuple((each, groups[each.id]) for each in _by_name(dataset.records(PublicGroup))),
        priorities=tuple((each, priorities[each.id]) for each in _by_name(dataset.records(PublicPriority))),
        years=tuple((year, tuple(years[year])) for year in sorted(years, reverse=True)),
    )


def _by_name(records: tuple[R, ...]) -> list[R]:
    return sorted(records, key=lambda each: prose.plain(title_of(each)).lower())


def _labels_of(
    each: Filed, kinds: Mapping[str, str], groups: Mapping[str, str], priorities: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    return {
        "kind": (kinds[each.kind],),
        "group": tuple(groups[group] for group in each.groups),
        "year": (each.year,) if each.year else (),
        "priority": tuple(priorities[priority] for priority in each.priorities),
    }


def _groups_of(record: PublicRecord) -> tuple[str, ...]:
    """Return the ids of the groups that a record is of: its own, others that met with it, who issued it."""
    if isinstance(record, PublicGroup):
        return (record.id,)
    owners = [getattr(record, "group", None), *getattr(record, "with_groups", ())]
    owners += [party.who for party in getattr(record, "issued_by", ())]
    found = (each.id for each in owners if isinstance(each, Printed) and each.kind == "group" and each.id)
    return tuple(dict.fromkeys(found))
