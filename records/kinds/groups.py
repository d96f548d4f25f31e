"""Groups: the executive, its sub-groups, forums and task groups, with their members and terms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from records.circles import no_circles
from records.fields import (
    Answer,
    Day,
    GroupRef,
    Line,
    Model,
    OrganizationRef,
    PartialDay,
    PersonRef,
    PostRef,
    Prose,
    Public,
    one_or_more,
)
from records.kind import Kind
from records.kinds.organizations import FormerName
from records.withholding import Record, Withholdable


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

    role: Public[
        Literal[
            "chair", "co-chair", "deputy-chair", "member", "adviser", "observer", "secretary", "scrutineer"
        ]
    ] = "member"
    """What the member is in the group."""

    since: Public[Day | None] = None
    """First day."""

    until: Public[Day | None] = None
    """Last day; missing while it lasts."""

    vacant: Public[Answer] = False
    """Whether the seat is empty."""

    note: Public[Line | None] = None
    """Anything else the public should know: shares the seat, resigned, appointed for a term."""

    @model_validator(mode="after")
    def _somebody_in_order(self) -> Self:
        if not any((self.person, self.post, self.organization, self.name)):
            raise PydanticCustomError("one_of", "one of two", {"first": "person", "second": "name"})
        if self.since and self.until and self.until < self.since:
            raise PydanticCustomError(
                "ends_before_start", "ends first", {"first": "since", "second": "until"}
            )
        return self


class Terms(Model):
    """One version of a group's terms of reference."""

    version: Public[Line]
    """The version as printed: 2, v1.3, 2026."""

    agreed: Public[PartialDay | None] = None
    """When it was agreed."""

    agreed_by: Public[GroupRef | None] = None
    """The group that agreed it."""

    review: Public[PartialDay | None] = None
    """When it is to be reviewed."""

    quorum: Public[Line | None] = None
    """How many must be there, and who."""

    voting: Public[Line | None] = None
    """How the group decides."""

    text: Public[Prose | None] = None
    """The terms."""


class Group(Record):
    """A group of the partnership, in the tree under its parent."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"id", "name", "kind"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"id", "kind"})

    name: Public[Line]
    """The full name."""

    short_name: Public[Line | None] = None
    """The name in short."""

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

    members: Public[tuple[Membership, ...]] = ()
    """Its members, present and past."""

    terms: Public[Annotated[tuple[Terms, ...], one_or_more()]] = ()
    """Its terms of reference, one entry a version, the newest last."""


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
    checks=(no_circles("groups", "parent"), no_circles("groups", "successor")),
)
