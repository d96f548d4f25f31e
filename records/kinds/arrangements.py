"""Published arrangements: how the safeguarding partners say that they work together, one record a version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar

from problems import Place, Problem, Severity, Wording
from records.checks.circles import no_circles
from records.fields import ArrangementsRef, Day, DocumentRef, Line, Prose, Public, RiskRef
from records.kind import Key, Kind, Locate, Part
from records.parts.actions import Parties
from records.parts.arranging import (
    ChildDeathReview,
    EscalationStep,
    Funding,
    JointWork,
    LawInForce,
    Option,
    PlaceInStructure,
    RoleContact,
    Step,
)
from records.parts.clauses import Clause
from records.parts.issued import Issued
from records.parts.partners import RelevantAgency, SafeguardingPartner, ScrutinyRole, SignOff
from records.periods import line_of

ENDS_FIRST = Wording(
    "arrangements-end-first",
    "These arrangements end before they come into force: `in_force_from` is at {other}.",
    "Correct whichever of the two days is wrong.",
)
TWO_IN_FORCE = Wording(
    "arrangements-two-in-force",
    "Two arrangements are in force at the same time: these, and `{other}` ({where}).",
    "Give the older of the two an `in_force_until`, which is the day before the newer one begins.",
)
GAP = Wording(
    "arrangements-gap",
    "For some time before these begin no arrangements are in force: `{other}` ends at {where}.",
    "Let the older of the two last until the day before these begin, or correct `in_force_from` here.",
    severity=Severity.WARNING,
)

_A_DAY = timedelta(days=1)

NOT_IN_FORCE = frozenset({"draft", "consultation", "withdrawn"})
"""The states of a document in which it binds nobody, whatever its dates say."""


class Arrangements(Issued):
    """One version of the arrangements that the safeguarding partners publish (Children Act 2004 s16G)."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset(
        {"id", "title", "status", "version", "in_force_from", "in_force_until", "areas"}
    )
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"id", "status"})

    partnership_name: Public[Line | None] = None
    """What the partnership is called under these arrangements."""

    in_force_from: Public[Day | None] = None
    """The first day on which they are in force; missing for a proposal."""

    in_force_until: Public[Day | None] = None
    """The last day; missing while nothing has replaced them."""

    replaces: Public[ArrangementsRef | None] = None
    """The version that they replace."""

    replaces_words: Public[Line | None] = None
    """What they replace, where there is no record of it: the former safeguarding board."""

    authors: Public[Parties] = ()
    """Who wrote them, and from whom they come."""

    areas: Public[tuple[Line, ...]] = ()
    """The area or areas for which they are made."""

    laws: Public[tuple[LawInForce, ...]] = ()
    """The law and guidance on which they rest, as it was in force."""

    partners: Public[tuple[SafeguardingPartner, ...]] = ()
    """The safeguarding partners, who leads for each, and to whom that is delegated."""

    signed: Public[tuple[SignOff, ...]] = ()
    """Who signed them, and when."""

    structure: Public[Prose | None] = None
    """How the groups fit together, in words."""

    groups: Public[tuple[PlaceInStructure, ...]] = ()
    """The groups, in the order in which they should be shown."""

    joint_work: Public[tuple[JointWork, ...]] = ()
    """What is done together with other areas."""

    options: Public[tuple[Option, ...]] = ()
    """The options that were considered."""

    scrutiny: Public[tuple[ScrutinyRole, ...]] = ()
    """Who looks at the partnership from outside, and at what."""

    agencies: Public[tuple[RelevantAgency, ...]] = ()
    """The relevant agencies, each with its sector and why it was chosen."""

    agencies_note: Public[Prose | None] = None
    """How the list of agencies was made, and when it is looked at again."""

    thresholds: Public[tuple[DocumentRef, ...]] = ()
    """The threshold document that applies."""

    funding: Public[Funding | None] = None
    """How the partnership is paid for."""

    child_deaths: Public[ChildDeathReview | None] = None
    """How the deaths of children are reviewed."""

    disputes: Public[tuple[EscalationStep, ...]] = ()
    """How disputes between partners are settled, step by step."""

    preparation: Public[tuple[Step, ...]] = ()
    """How the arrangements were prepared."""

    consultation: Public[tuple[Step, ...]] = ()
    """Who was consulted when, and what came of it."""

    timetable: Public[tuple[Step, ...]] = ()
    """When each part is approved, published and carried out."""

    risks: Public[tuple[RiskRef, ...]] = ()
    """The risks that go with the arrangements."""

    contacts: Public[tuple[RoleContact, ...]] = ()
    """Whom to turn to, by role."""

    clauses: Public[tuple[Clause, ...]] = ()
    """The arrangements themselves, clause by clause."""


def _ends_first(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each version that ends before it comes into force."""
    for key, each in records.items():
        dated = key[0] == KIND.name and each.in_force_from and each.in_force_until
        if dated and each.in_force_until < each.in_force_from:
            other = line_of(locate(key, ("in_force_from",)))
            yield ENDS_FIRST.at(locate(key, ("in_force_until",)), other=other)


@dataclass(frozen=True, slots=True)
class _Span:
    """The days on which one version is in force."""

    version: Arrangements
    first: date
    last: date | None
    """None while nothing has replaced it."""


def _one_in_force(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each two versions in force on one day for one area, and a warning for each gap."""
    spans = _spans(records)
    for position, newer in enumerate(spans):
        earlier = spans[:position]
        here = locate((KIND.name, newer.version.id), ("in_force_from",))
        ends = [older.last for older in earlier if older.last is not None and older.last < newer.first]
        for older in earlier:
            if (older.last is None or older.last >= newer.first) and _share_an_area(older, newer):
                where = line_of(_end_of(older, locate))
                day = newer.first.isoformat()
                yield TWO_IN_FORCE.at(here, other=older.version.id, where=where, private_text=day)
        if ends and len(ends) == len(earlier) and max(ends) + _A_DAY < newer.first:
            older = next(each for each in earlier if each.last == max(ends))
            days = f"{(max(ends) + _A_DAY).isoformat()} to {(newer.first - _A_DAY).isoformat()}"
            yield GAP.at(
                here, other=older.version.id, where=line_of(_end_of(older, locate)), private_text=days
            )


def _spans(records: Mapping[Key, Any]) -> list[_Span]:
    """Return when each version is in force, by the first day; those that end first are left out."""
    versions = [
        each for (kind, _), each in records.items() if kind == KIND.name and each.status not in NOT_IN_FORCE
    ]
    found = [_Span(each, each.in_force_from, each.in_force_until) for each in versions if each.in_force_from]
    in_order = [each for each in found if each.last is None or each.first <= each.last]
    return sorted(in_order, key=lambda each: (each.first, each.version.id))


def _share_an_area(first: _Span, second: _Span) -> bool:
    """Return whether two versions are made for one area; one that names none is for all."""
    areas = set(first.version.areas), set(second.version.areas)
    return not all(areas) or bool(areas[0] & areas[1])


def _end_of(span: _Span, locate: Locate) -> Place:
    """Return the place of the last day of a version, or of its first if it has no last day."""
    field = "in_force_from" if span.last is None else "in_force_until"
    return locate((KIND.name, span.version.id), (field,))


def _day(version: Arrangements) -> str | None:
    """Return the day on which a version prints names: when it was signed, approved, or came into force."""
    signed = max((each.on for each in version.signed if each.on), default=None)
    first = version.in_force_from.isoformat() if version.in_force_from else None
    return signed or version.approved_on or first


KIND = Kind(
    name="arrangements",
    model=Arrangements,
    word="version of the arrangements",
    title="Published arrangements",
    order=11,
    example={
        "id": "2026",
        "title": "Arrangements for safeguarding children",
        "date": "2026-11-01",
        "years": "2026-27",
    },
    parts={"clauses": Part(Clause, "clause")},
    day=_day,
    checks=(no_circles("arrangements", "replaces"), _ends_first, _one_in_force),
)
