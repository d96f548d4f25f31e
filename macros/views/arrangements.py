"""What the pages of the published arrangements need: which are in force, and what stands at which clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from editions.datasets import Dataset, Entry
from editions.kinds.arrangements import BINDS_NOBODY, PublicArrangements
from editions.parts.clauses import PublicClause, clauses_of
from macros.views.lookups import Lookups

PARTS = {
    "contacts": (("contacts",), "Whom to turn to"),
    "laws": (("law",), "The law"),
    "partners": (("partners", "delegation"), "The safeguarding partners"),
    "groups": (("structure",), "The groups"),
    "joint_work": (("joint-working", "area"), "Work with other areas"),
    "options": (("options",), "Options that were considered"),
    "scrutiny": (("scrutiny",), "Independent scrutiny"),
    "agencies": (("relevant-agencies",), "The relevant agencies"),
    "thresholds": (("thresholds",), "Thresholds"),
    "child_deaths": (("child-deaths",), "Reviews of child deaths"),
    "funding": (("funding",), "Funding"),
    "disputes": (("disputes",), "Settling disputes"),
    "preparation": (("consultation", "changes"), "How the arrangements were prepared"),
    "consultation": (("consultation", "changes"), "Consultation"),
    "timetable": (("timetable", "consultation", "changes"), "Timetable"),
    "risks": (("risks",), "Risks"),
}
"""The lists of the arrangements: the topics of clauses at which each is shown, the most fitting first, and
its heading where there is no such clause."""

BELONGS_TO = {"structure": "groups", "agencies_note": "agencies"}
"""Texts that are shown with a list."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the arrangements, as the list of versions shows it."""

    record: PublicArrangements
    when: str
    """`now`, `later`, `earlier` or `proposed`."""


@dataclass(frozen=True, slots=True)
class ArrangementsView:
    """What a page of arrangements needs besides the record."""

    record: PublicArrangements
    when: str
    """`now`, `later`, `earlier` or `proposed`, as of the newest edition of all."""

    successor: PublicArrangements | None
    """The version that replaced this one, or will."""

    at: Mapping[str, tuple[str, ...]]
    """The lists that are shown at a clause, by its id."""

    rest: tuple[tuple[str, str], ...]
    """The lists that no clause shows, with their headings."""


def versions(lookups: Lookups) -> tuple[Version, ...]:
    """Return every version that is public: the newest first, proposals before all others."""
    found = [Version(record, _when(record, lookups.as_of)) for record in _records(lookups)]
    found.sort(key=lambda each: (each.record.in_force_from or "", each.record.id), reverse=True)
    return tuple(sorted(found, key=lambda each: each.when != "proposed"))


def in_force(lookups: Lookups) -> Entry[PublicArrangements] | None:
    """Return the version in force on the day of the newest edition of all; None if there is none."""
    return in_force_on(lookups, lookups.as_of)


def in_force_on(lookups: Lookups, day: str) -> Entry[PublicArrangements] | None:
    """Return the version in force on a day, the one that began last if several are; None if there is none."""
    found = [
        entry
        for entry in lookups.dataset.of(PublicArrangements)
        if entry.record is not None and _when(entry.record, day) == "now"
    ]
    return max(
        found, key=lambda entry: entry.record.in_force_from or "" if entry.record else "", default=None
    )


def predecessor(lookups: Lookups, record: PublicArrangements) -> PublicArrangements | None:
    """Return the public version that a version replaces, if it says so."""
    return next((each for each in _records(lookups) if each.id == record.replaces), None)


def former_clauses(
    dataset: Dataset, shown: PublicArrangements | None
) -> Iterator[tuple[PublicArrangements, PublicClause]]:
    """Yield each clause that the version shown does not have, of the newest other version that has it.

    Whoever linked to a clause of what is in force finds it, although another version is in force by now.
    """
    known = {clause.id for clause in clauses_of(shown.clauses)} if shown else set()
    others = sorted(
        dataset.records(PublicArrangements), key=lambda each: each.in_force_from or "", reverse=True
    )
    for version in others:
        if version.status in BINDS_NOBODY or version.in_force_from is None:
            continue
        for clause in clauses_of(version.clauses):
            if clause.id not in known:
                known.add(clause.id)
                yield version, clause


def view_arrangements(lookups: Lookups, record: PublicArrangements) -> ArrangementsView:
    """Return what the page of one version needs."""
    clauses = tuple(clauses_of(record.clauses))
    at: dict[str, tuple[str, ...]] = {}
    rest = []
    for part, (topics, title) in PARTS.items():
        texts = [text for text, of in BELONGS_TO.items() if of == part]
        if not any(getattr(record, name) for name in (part, *texts)):
            continue
        clause = _clause_on(topics, clauses)
        if clause is None:
            rest.append((part, title))
        else:
            at[clause.id] = (*at.get(clause.id, ()), part)
    return ArrangementsView(
        record=record,
        when=_when(record, lookups.as_of),
        successor=next((each for each in _records(lookups) if each.replaces == record.id), None),
        at=at,
        rest=tuple(rest),
    )


def _clause_on(topics: tuple[str, ...], clauses: tuple[PublicClause, ...]) -> PublicClause | None:
    """Return the first clause on the first of the topics that any clause has."""
    return next((clause for topic in topics for clause in clauses if clause.topic == topic), None)


def _when(record: PublicArrangements, day: str) -> str:
    """Return whether a version is in force on a day, was, will be, or is only proposed."""
    if record.status in BINDS_NOBODY or record.in_force_from is None:
        return "proposed"
    if record.in_force_from > day:
        return "later"
    ended = record.in_force_until is not None and record.in_force_until < day
    return "earlier" if ended else "now"


def _records(lookups: Lookups) -> tuple[PublicArrangements, ...]:
    return lookups.dataset.records(PublicArrangements)
