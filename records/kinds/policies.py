"""The policy: reasons for withholding, who is named, who checks, and what may pass the search for leaks."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from records.fields import (
    Count,
    Day,
    Id,
    Line,
    Model,
    Note,
    Private,
    Public,
    Reference,
    exactly,
    one_or_more,
)
from records.kind import Kind, Part
from records.kinds.organizations import Level
from records.parts.joint import JointGroups
from records.parts.promises import Promptness
from records.parts.rules import LocalRule, RuleSwitch
from records.withholding import Record

RoleAddress = Annotated[
    str,
    exactly(
        "role-address",
        r"[A-Za-z0-9._%+'-]{1,64}@([A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+)?|@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+",
    ),
]
"""An e-mail address, what stands before its `@`, or what stands behind it."""


class Reason(Model):
    """A reason for withholding: one entry of the policy's closed list."""

    id: Public[Id]
    """The word used in marks: `[[redact personal|…]]`."""

    words: Public[Line]
    """What the public reads in the notice: information about a person."""

    basis: Public[Line | None] = None
    """The legal provision that it is modelled on (for instance Local Government Act 1972 Schedule 12A)."""

    interest: Public[Line | None] = None
    """Why withholding serves the public better than publishing."""


class Check(Model):
    """When a second person looks at what is to be published."""

    kinds: Public[Annotated[tuple[Id, ...], one_or_more()]]
    """The kinds of record that this is about, or `all`."""

    change: Public[Literal["any", "edition", "minor", "takedown"]] = "any"
    """Which changes: new `edition`s, `minor` corrections, `any` of both, or a `takedown`, which a second
    person can only confirm afterwards."""

    second_person: Public[Literal["before", "within", "none"]]
    """Whether the second person looks `before` publication, `within` some days after it, or not at all."""

    days: Public[Count | None] = None
    """How many days, for `within`."""

    @model_validator(mode="after")
    def _days_with_within(self) -> Self:
        if (self.second_person == "within") != (self.days is not None):
            raise PydanticCustomError(
                "goes_with", "goes with", {"first": "days", "second": "second_person: within"}
            )
        return self


OwnReason = Annotated[Id, Reference(("reasons",), within=True)]
"""A reason of this policy, by its id."""


class Registering(Model):
    """How exactly the public register of what is withheld tells of some reasons."""

    reasons: Public[tuple[OwnReason, ...]] = ()
    """The reasons that this is about; without any, all of them."""

    show: Public[Literal["record", "year"]]
    """`record`: each place, with a link. `year`: only about how many places in a year, because a reason
    beside a meeting and its month can already say whom it is about."""


class Concealed(Model):
    """About how much was concealed in the meetings and other dated records of one year."""

    year: Public[Count]
    """The year. It is over."""

    roughly: Public[Literal["fewer-than-8", "about-10", "about-15", "about-20", "about-25", "30-or-more"]]
    """About how many items, as `pages check` proposes it. Nothing is told more exactly."""


class SmallNumbers(Model):
    """How numbers of people are shown, so that no small group can be made out."""

    largest: Public[Count] = 7
    """Up to this many, the public sees only that there were some: `1 to 7`."""

    step: Public[Count] = 5
    """Larger numbers are shown to the nearest of this."""

    narrowest: Public[Count] = 3
    """So many numbers must stay possible for each, whatever is reckoned from the others of a table."""

    @model_validator(mode="after")
    def _useful(self) -> Self:
        limits = {"largest": (2, 99), "step": (3, 100), "narrowest": (3, 10)}
        for name, (fewest, most) in limits.items():
            if not fewest <= getattr(self, name) <= most:
                raise PydanticCustomError(
                    "small_number", "silly", {"name": name, "fewest": fewest, "most": most}
                )
        if self.narrowest > min(self.largest, self.step):
            raise PydanticCustomError("small_number_narrow", "narrow")
        if (self.largest + 1 + self.step // 2) % self.step:
            fits = [each for each in range(2, 100) if (each + 1 + self.step // 2) % self.step == 0]
            nearest = sorted(sorted(fits, key=lambda each: abs(each - self.largest))[:3])
            raise PydanticCustomError("small_number_step", "odd", {"step": self.step, "fits": nearest})
        return self


class Allowed(Model):
    """Words that may be published although they also stand in something withheld. Never published itself."""

    words: Private[Note]
    """The words."""

    reason: Private[Note]
    """Why they give nothing away."""

    role: Private[Line]
    """The role of whoever decided."""

    until: Private[Day | None] = None
    """When the decision should be looked at again; after this day it no longer holds."""


class Policy(Record):
    """The publication policy. There is one such record: `data/policy.yml`."""

    title: Public[Line] = "Publication policy"
    """Its title."""

    reasons: Public[tuple[Reason, ...]]
    """The closed list of reasons for withholding."""

    names_from: Public[Level] = "manager"
    """The lowest level of post whose holders are named; people below it are shown by their role."""

    checks: Public[tuple[Check, ...]] = ()
    """When a second person looks. The first entry that fits counts; without one, the second person looks
    before."""

    in_register: Public[tuple[Registering, ...]] = ()
    """How exactly the public register tells of each reason. The first entry that fits counts; without one,
    each place is listed."""

    concealed: Public[tuple[Concealed, ...]] = ()
    """For each year that is over, about how many items were concealed. Nothing else tells of them."""

    small_numbers: Public[SmallNumbers | None] = None
    """How numbers of people are shown, if not as `1 to 7` and to the nearest five."""

    without_pdf: Public[tuple[Id, ...]] = ()
    """The kinds of record of which a sign-off makes no PDF, or `all`. A PDF that was signed off stays."""

    joint: Public[tuple[JointGroups, ...]] = ()
    """Groups that are shared with other areas, and who checks their records for each area."""

    rules: Public[tuple[LocalRule, ...]] = ()
    """Rules that the partnership gave itself. `pages check` says whether they are kept."""

    rule_switches: Public[tuple[RuleSwitch, ...]] = ()
    """Which rules of law and guidance count, where that is not as the software has it."""

    promptness: Public[Promptness | None] = None
    """How soon agendas and minutes are published. The site says where one is late."""

    role_addresses: Private[tuple[RoleAddress, ...]] = ()
    """E-mail addresses that belong to a role and not to a person, so that nobody is asked about them:
    `office@aldermere.example`, `training@` at any place, `@helpline.example` for all of one place."""

    allow: Private[tuple[Allowed, ...]] = ()
    """Words that pass the search for leaks, each with a reason. `pages decide` keeps decisions in a file of
    their own, `data/decisions.yml`."""

    terms: Private[Note | None] = None
    """Where the private file of known terms lies: a path from the partnership's folder on, or a whole one.
    It may lie outside the repository. `data/terms.yml` is read in any case."""

    @model_validator(mode="after")
    def _reasons_differ(self) -> Self:
        ids = [reason.id for reason in self.reasons]
        if len(set(ids)) != len(ids):
            raise PydanticCustomError("reasons_twice", "same id twice")
        return self


KIND = Kind(
    name="policy",
    model=Policy,
    word="policy",
    title="Publication policy",
    order=2,
    single=True,
    example={"title": "What we publish and what we withhold"},
    parts={"reasons": Part(Reason, "reason of the policy")},
)
