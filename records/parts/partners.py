"""Who stands behind arrangements: safeguarding partners, scrutineers, relevant agencies, and who signed."""

from __future__ import annotations

from typing import ClassVar, Literal, Self, TypeVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from records.fields import (
    Line,
    Model,
    OrganizationRef,
    PartialDay,
    PartyRef,
    PersonRef,
    PostRef,
    Prose,
    Public,
)
from records.parts.actions import Parties
from records.periods import is_before
from records.withholding import Withholdable


class OfficeHolder(Withholdable):
    """Somebody who acts under the arrangements for a time: a person, a post, or both."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset(
        {"post", "title", "role_words", "since", "until"}
    )
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset()

    person: Public[PersonRef | None] = None
    """Who it is."""

    post: Public[PostRef | None] = None
    """The post that it goes with, whoever holds it."""

    name: Public[Line | None] = None
    """Who it is, where there is no record of the person."""

    title: Public[Line | None] = None
    """The post as printed, where it differs or there is no record of it."""

    role_words: Public[Line | None] = None
    """The part as printed, where ours is not the word of the day: representative of the council."""

    since: Public[PartialDay | None] = None
    """First day."""

    since_words: Public[Line | None] = None
    """From when, in words: from the spring. The page shows them in place of the date."""

    until: Public[PartialDay | None] = None
    """Last day; missing while it lasts."""

    until_words: Public[Line | None] = None
    """Until when, in words: until somebody is appointed."""

    functions: Public[Prose | None] = None
    """What this person or post does under the arrangements: the functions that were delegated."""

    note: Public[Line | None] = None
    """Anything else: interim, until somebody is appointed."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.since and self.until and is_before(self.until, self.since):
            raise PydanticCustomError(
                "ends_before_start", "ends first", {"first": "since", "second": "until"}
            )
        return self


class SafeguardingPartner(Withholdable):
    """One of the safeguarding partners, with who leads for it and to whom that is delegated."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"organization", "name"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset()

    organization: Public[OrganizationRef | None] = None
    """Which body it is."""

    name: Public[Line | None] = None
    """Which body it is, where there is no record of it."""

    leads: Public[tuple[OfficeHolder, ...]] = ()
    """The lead safeguarding partner, one entry for each who was it."""

    delegates: Public[tuple[OfficeHolder, ...]] = ()
    """The delegated safeguarding partner, one entry for each who was it."""

    text: Public[Prose | None] = None
    """Anything else about this partner."""

    @model_validator(mode="after")
    def _one_body(self) -> Self:
        return _one_of(self, "organization", "name")


class ScrutinyRole(Withholdable):
    """A part of independent scrutiny: who does it, how much, and of what."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"title"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset()

    title: Public[Line | None] = None
    """What it is called: independent scrutineer, scrutiny of the secure estate."""

    holders: Public[tuple[OfficeHolder, ...]] = ()
    """Who does it, one entry for each term."""

    days: Public[Line | None] = None
    """For how long in a year, as printed."""

    since: Public[PartialDay | None] = None
    """When this part of scrutiny began, or will begin."""

    since_words: Public[Line | None] = None
    """When, in words. The page shows them in place of the date."""

    until: Public[PartialDay | None] = None
    """When it ends, if it is for a time only."""

    until_words: Public[Line | None] = None
    """Until when, in words: until the new office opens."""

    tasks: Public[tuple[Line, ...]] = ()
    """What is scrutinised, one task a line."""

    attends: Public[Parties] = ()
    """The groups whose meetings are attended, with how often in the note."""

    reports_to: Public[Parties] = ()
    """To whom reports are made, with how often in the note."""

    review: Public[PartialDay | None] = None
    """When this is to be looked at again."""

    review_words: Public[Line | None] = None
    """When and why, in words: after the inspection."""

    text: Public[Prose | None] = None
    """Anything else."""


class RelevantAgency(Withholdable):
    """A body, or a sort of bodies, that must act in accordance with the arrangements."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"organization", "name", "sector"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset()

    organization: Public[OrganizationRef | None] = None
    """Which body it is."""

    name: Public[Line | None] = None
    """Which body or sort of bodies it is, where there is no record: all sports clubs."""

    sector: Public[
        Literal[
            "education",
            "early-years",
            "early-help",
            "health",
            "primary-care",
            "public-health",
            "adult-services",
            "childrens-homes",
            "secure-estate",
            "police",
            "probation",
            "youth-justice",
            "family-courts",
            "housing",
            "fire-and-rescue",
            "voluntary",
            "faith",
            "sport",
            "other",
        ]
    ]
    """Its sector, by which the list is ordered."""

    reason: Public[Prose | None] = None
    """Why it was chosen."""

    duty: Public[Prose | None] = None
    """What is expected of it."""

    since: Public[PartialDay | None] = None
    """Since when it has been on the list."""

    until: Public[PartialDay | None] = None
    """When it came off the list."""

    note: Public[Line | None] = None
    """Anything else."""

    @model_validator(mode="after")
    def _one_body(self) -> Self:
        return _one_of(self, "organization", "name")


class SignOff(Model):
    """That somebody signed a document, or approved it in their own name."""

    by: Public[PartyRef | None] = None
    """Who signed: a person, a post, a body."""

    name: Public[Line | None] = None
    """Who signed, where there is no record."""

    on: Public[PartialDay | None] = None
    """When."""

    note: Public[Line | None] = None
    """Anything else that is printed beside it."""

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        return _one_of(self, "by", "name")


M = TypeVar("M", bound=Model)


def _one_of(model: M, first: str, second: str) -> M:
    """Return the model if exactly one of two of its fields has a value."""
    if (getattr(model, first) is None) == (getattr(model, second) is None):
        raise PydanticCustomError("one_of", "one of two", {"first": first, "second": second})
    return model
