"""Organizations: the safeguarding partners, the relevant agencies and others, and the posts they have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal, Self, get_args

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from problems import Problem, Severity, Wording
from records.checks.circles import no_circles
from records.fields import (
    Answer,
    Derived,
    Id,
    Line,
    Model,
    OrganizationRef,
    PartialDay,
    Prose,
    Public,
    WebAddress,
)
from records.kind import Key, Kind, Locate, Part
from records.periods import is_before, line_of
from records.withholding import Record

Level = Literal["lead", "senior", "manager", "officer", "support"]
"""How senior a post is, from `lead` downwards. The policy says from which level people are named."""


class Post(Model):
    """A post of an organization, after Popolo's Post."""

    id: Public[Id]
    """Id of the post within the organization."""

    title: Public[Line]
    """The post in words."""

    level: Derived[Level] = "officer"
    """How senior the post is, which decides whether its holder is named."""

    duty: Public[
        Literal["lead-safeguarding-partner", "delegated-safeguarding-partner", "scrutineer"] | None
    ] = None
    """A statutory role that goes with the post (Working Together to Safeguard Children)."""

    created: Public[PartialDay | None] = None
    """When the post was created."""

    ended: Public[PartialDay | None] = None
    """When the post ended."""


class FormerName(Model):
    """A name that a body had before."""

    name: Public[Line]
    """The former name."""

    until: Public[PartialDay | None] = None
    """When it ended."""


class Organization(Record):
    """A body, after Popolo's Organization."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"id", "name", "kind"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"id", "kind"})

    name: Public[Line]
    """The full name."""

    short_name: Public[Line | None] = None
    """The name in short, or the usual abbreviation."""

    abbreviations: Public[tuple[Line, ...]] = ()
    """Other abbreviations in use."""

    kind: Public[
        Literal[
            "local-authority",
            "police",
            "integrated-care-board",
            "clinical-commissioning-group",
            "health-provider",
            "education",
            "early-years",
            "probation",
            "youth-justice",
            "fire-and-rescue",
            "housing",
            "secure-estate",
            "voluntary",
            "faith",
            "sport",
            "inspectorate",
            "government",
            "neighbouring-partnership",
            "other",
        ]
    ]
    """What sort of body it is. The first three are the statutory safeguarding partners (Children Act 2004
    s16E(3))."""

    statutory_partner: Public[Answer] = False
    """Whether it is one of the safeguarding partners of this partnership."""

    areas: Public[tuple[Line, ...]] = ()
    """Areas it serves."""

    former_names: Public[tuple[FormerName, ...]] = ()
    """Names it had before."""

    founded: Public[PartialDay | None] = None
    """When it began."""

    dissolved: Public[PartialDay | None] = None
    """When it ended."""

    successor: Public[OrganizationRef | None] = None
    """The body that took over from it."""

    description: Public[Prose | None] = None
    """What it does for children in the area."""

    website: Public[WebAddress | None] = None
    """Its website."""

    posts: Public[tuple[Post, ...]] = ()
    """Posts that matter to the partnership."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.founded and self.dissolved and self.dissolved < self.founded[: len(self.dissolved)]:
            raise PydanticCustomError(
                "ends_before_start", "ends first", {"first": "founded", "second": "dissolved"}
            )
        return self


STATUTORY = get_args(Organization.model_fields["kind"].annotation)[:3]
"""The kinds of body that are statutory safeguarding partners (Children Act 2004 s16E(3))."""


def _gaps(answers: Mapping[str, str]) -> Mapping[str, str]:
    return {"statutory": "yes" if answers["kind"] in STATUTORY else "no"}


NOT_A_PARTNER = Wording(
    "statutory-partner-not-named",
    "The site lists this organization as a safeguarding partner, and `partners` of the partnership does not, "
    "at {other}.",
    "Write `statutory_partner: no`, or name it under `partners` in data/partnership.yml.",
    Severity.WARNING,
)


SUCCESSOR_ENDED = Wording(
    "successor-ended-first",
    "The body that took over from this one ended before it did: see {other}.",
    "Correct whichever of the two days is wrong, or name the body that really took over.",
)


def _successors_follow(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield each organization whose successor was gone before it ended itself."""
    for key, record in records.items():
        after = ("organizations", (record.successor or "") if key[0] == "organizations" else "")
        its = records.get(after)
        if (
            its is not None
            and its.dissolved
            and record.dissolved
            and is_before(its.dissolved, record.dissolved)
        ):
            other = line_of(locate(after, ("dissolved",)))
            yield SUCCESSOR_ENDED.at(locate(key, ("successor",)), other=other)


def _partners_are_named(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield each organization of today that calls itself a safeguarding partner and is none of this area."""
    key = ("partnership", "partnership")
    if key not in records:
        return
    place = locate(key, ("partners",))
    for (kind, record_id), record in records.items():
        wrong = kind == "organizations" and record.statutory_partner and not record.dissolved
        if wrong and record_id not in records[key].partners:
            here = locate((kind, record_id), ("statutory_partner",))
            yield NOT_A_PARTNER.at(here, other=f"{place.file}:{place.line}")


KIND = Kind(
    name="organizations",
    model=Organization,
    word="organization",
    title="New organization",
    order=3,
    example={"id": "council", "title": "Tarrowmere Council", "kind": "local-authority"},
    parts={"posts": Part(Post, "post")},
    gaps=_gaps,
    checks=(no_circles("organizations", "successor"), _successors_follow, _partners_are_named),
)
