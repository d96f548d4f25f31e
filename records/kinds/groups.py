"""Groups: the executive, its sub-groups, forums and task groups, with their members and terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from problems import Problem, Severity, Wording
from records.checks.chairs import handover_ahead, one_chair
from records.checks.circles import no_circles
from records.fields import (
    Answer,
    GroupRef,
    Line,
    MeetingRef,
    OrganizationRef,
    PartialDay,
    PartyRef,
    PersonRef,
    PostRef,
    Prose,
    Public,
    one_or_more,
)
from records.kind import Key, Kind, Locate
from records.kinds.organizations import FormerName
from records.periods import is_before, line_of
from records.withholding import Record, Withholdable

ENDS_FIRST = Wording(
    "group-ends-first",
    "The group ended before it began: `created` is at {other}.",
    "Correct whichever of the two days is wrong.",
)
MEMBER_TOO_EARLY = Wording(
    "member-before-group",
    "This seat begins before the group did: `created` is at {other}.",
    "Correct whichever of the two days is wrong; leave it if an earlier group had the seat already.",
    Severity.WARNING,
)
MEMBER_TOO_LATE = Wording(
    "member-after-group",
    "This seat begins or goes on after the group ended: `ended` is at {other}.",
    "Correct whichever of the two days is wrong.",
    Severity.WARNING,
)
OUTLIVES_PARENT = Wording(
    "group-outlives-parent",
    "This group goes on and reports to a group that ended: see {other}.",
    "Name the group that it reports to now under `parent`, or say when it ended.",
    Severity.WARNING,
)
TERMS_OUT_OF_ORDER = Wording(
    "terms-out-of-order",
    "This version of the terms was agreed before the one that stands above it, at {other}.",
    "Put the versions in the order in which they were agreed, or correct the day.",
)


class Membership(Withholdable):
    """A seat in a group, after Popolo's Membership: of a person, a post, or an organization."""

    person: Public[PersonRef | None] = None
    """Who has the seat."""

    post: Public[PostRef | None] = None
    """The post that the seat belongs to, whoever holds it."""

    organization: Public[OrganizationRef | None] = None
    """The organization that the seat belongs to."""

    name: Public[Line | None] = None
    """Who or what has the seat, where there is no record of it."""

    category: Public[Line | None] = None
    """The category of the seat as printed: statutory partner, co-opted."""

    role: Public[
        Literal[
            "chair", "co-chair", "deputy-chair", "member", "adviser", "observer", "secretary", "scrutineer"
        ]
    ] = "member"
    """What the member is in the group."""

    since: Public[PartialDay | None] = None
    """First day, month or year."""

    until: Public[PartialDay | None] = None
    """Last day, month or year; missing while it lasts, or if it lasted as long as the group."""

    appointed_until: Public[PartialDay | None] = None
    """When the term for which the member was appointed runs out; `until` is when the member left."""

    vacant: Public[Answer] = False
    """Whether the seat is empty."""

    note: Public[Line | None] = None
    """Anything else the public should know: shares the seat, resigned, appointed for a term."""

    @model_validator(mode="after")
    def _somebody_in_order(self) -> Self:
        if not any((self.person, self.post, self.organization, self.name)):
            raise PydanticCustomError("one_of", "one of two", {"first": "person", "second": "name"})
        if self.since and self.until and is_before(self.until, self.since):
            raise PydanticCustomError(
                "ends_before_start", "ends first", {"first": "since", "second": "until"}
            )
        return self


class Terms(Withholdable):
    """One version of a group's terms of reference."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"version", "agreed"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"version"})

    version: Public[Line]
    """The version as printed: 2, v1.3, 2026."""

    missing: Public[Line | None] = None
    """Why nothing more is known of this version: never written down, no copy survives."""

    agreed: Public[PartialDay | None] = None
    """When it was agreed."""

    agreed_by: Public[GroupRef | None] = None
    """The group that agreed it."""

    agreed_at: Public[MeetingRef | None] = None
    """The meeting that agreed it."""

    changes: Public[Line | None] = None
    """What changed in it."""

    review: Public[PartialDay | None] = None
    """When it is to be reviewed."""

    purpose: Public[Prose | None] = None
    """What the group is for."""

    membership: Public[Prose | None] = None
    """Who its members are and how they are found, in words."""

    quorum: Public[Line | None] = None
    """How many must be there, and who."""

    voting: Public[Line | None] = None
    """How the group votes."""

    decision_making: Public[Prose | None] = None
    """How the group decides, where a line about voting is not enough."""

    frequency: Public[Line | None] = None
    """How often it meets."""

    reporting: Public[Prose | None] = None
    """To whom it reports, and how."""

    text: Public[Prose | None] = None
    """The terms, or what else they say."""


class Group(Record):
    """A group of the partnership, in the tree under its parent."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"id", "name", "kind"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"id", "kind"})

    name: Public[Line]
    """The full name."""

    short_name: Public[Line | None] = None
    """The name in short."""

    proposed: Public[Answer] = False
    """Whether it is only proposed, and does not exist yet."""

    former_names: Public[tuple[FormerName, ...]] = ()
    """Names it had before."""

    kind: Public[
        Literal[
            "executive",
            "board",
            "sub-group",
            "task-and-finish",
            "forum",
            "reference-group",
            "conference",
            "network",
        ]
    ]
    """What sort of group it is."""

    parent: Public[GroupRef | None] = None
    """The group it reports to."""

    joint_with: Public[tuple[Line, ...]] = ()
    """The areas or partnerships with which it is shared."""

    created: Public[PartialDay | None] = None
    """When it began."""

    ended: Public[PartialDay | None] = None
    """When it ended."""

    successor: Public[GroupRef | None] = None
    """The group that took over from it."""

    purpose: Public[Prose | None] = None
    """What it is for, in a paragraph or two."""

    frequency: Public[Line | None] = None
    """How often it meets."""

    chairing: Public[Line | None] = None
    """How its chair is found: rotates yearly between the partners, shared by two."""

    next_handover: Public[PartialDay | None] = None
    """When the chair is next handed over, as far as it is known."""

    next_chair: Public[PartyRef | None] = None
    """Who takes the chair then."""

    members: Public[tuple[Membership, ...]] = ()
    """Its members, present and past."""

    terms: Public[Annotated[tuple[Terms, ...], one_or_more()]] = ()
    """Its terms of reference, one entry a version, the newest last."""


def _groups(records: Mapping[Key, Any]) -> Iterator[tuple[Key, Group]]:
    return ((key, record) for key, record in records.items() if isinstance(record, Group))


def _within_its_life(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each group that ended before it began, and for seats outside its life."""
    for key, group in _groups(records):
        began, ended = (line_of(locate(key, (name,))) for name in ("created", "ended"))
        if group.created and group.ended and is_before(group.ended, group.created):
            yield ENDS_FIRST.at(locate(key, ("ended",)), other=began)
            continue
        for position, seat in enumerate(group.members):
            for name, day in (("since", seat.since), ("until", seat.until)):
                place = locate(key, ("members", position, name))
                if day and group.ended and is_before(group.ended, day):
                    yield MEMBER_TOO_LATE.at(place, other=ended)
                    break
                if name == "since" and day and group.created and is_before(day, group.created):
                    yield MEMBER_TOO_EARLY.at(place, other=began)


def _under_a_living_parent(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each group that goes on although the one it reports to has ended."""
    for key, group in _groups(records):
        above = ("groups", group.parent or "")
        parent = records.get(above)
        if parent is not None and parent.ended and not group.ended:
            place = locate(key, ("parent",))
            yield OUTLIVES_PARENT.at(place, other=line_of(locate(above, ("ended",))))


def _terms_in_order(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each version of terms that is older than the one before it; gaps may be."""
    for key, group in _groups(records):
        dated = [(position, each.agreed) for position, each in enumerate(group.terms) if each.agreed]
        for (first, earlier), (second, later) in pairwise(dated):
            if is_before(later, earlier):
                place = locate(key, ("terms", second, "agreed"))
                yield TERMS_OUT_OF_ORDER.at(place, other=line_of(locate(key, ("terms", first, "agreed"))))


def _gaps(answers: Mapping[str, str]) -> Mapping[str, str]:
    return {"parent": f"parent: {answers['parent']}" if answers["parent"] else "#parent: executive"}


KIND = Kind(
    name="groups",
    model=Group,
    word="group",
    title="Executive",
    order=5,
    example={"id": "executive", "title": "Safeguarding Executive", "kind": "executive", "parent": ""},
    gaps=_gaps,
    checks=(
        no_circles("groups", "parent"),
        no_circles("groups", "successor"),
        one_chair,
        handover_ahead,
        _within_its_life,
        _under_a_living_parent,
        _terms_in_order,
    ),
)
