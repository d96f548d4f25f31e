"""People: who they are, which posts they hold and when, and how the public may see them."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from records.fields import (
    Day,
    Derived,
    EmailAddress,
    Line,
    Model,
    Note,
    OrganizationRef,
    PostRef,
    Private,
    Public,
    PublicId,
    Telephone,
)
from records.organizations import Level
from records.withholding import Record


class Holding(Model):
    """A post that a person holds or held."""

    post: Public[PostRef | None] = None
    """The post, by organization and post id: `police/head-of-safeguarding`."""

    title: Public[Line | None] = None
    """The post in words, where the organization lists no such post."""

    organization: Public[OrganizationRef | None] = None
    """The organization, where `title` is used."""

    level: Derived[Level | None] = None
    """How senior the post is, where `title` is used."""

    since: Public[Day | None] = None
    """First day in the post."""

    until: Public[Day | None] = None
    """Last day in the post; missing while the person still holds it."""

    standing: Public[Literal["substantive", "acting", "interim", "temporary"]] = "substantive"
    """Whether the person holds the post for good or for a time."""

    @model_validator(mode="after")
    def _one_name_and_right_order(self) -> Self:
        if (self.post is None) == (self.title is None):
            raise PydanticCustomError("one_of", "one of two", {"first": "post", "second": "title"})
        if self.since and self.until and self.until < self.since:
            raise PydanticCustomError(
                "ends_before_start", "ends first", {"first": "since", "second": "until"}
            )
        return self


class Contact(Model):
    """How the office reaches a person. Never published."""

    email: Private[EmailAddress | None] = None
    """E-mail address."""

    telephone: Private[Telephone | None] = None
    """Telephone number."""

    address: Private[Note | None] = None
    """Postal address."""


class Person(Record):
    """A person, after Popolo's Person. The file name is private; the public id is random."""

    public_id: Derived[PublicId]
    """The id the public sees: `p-` and eight random letters or digits. `pages new people` makes one."""

    name: Derived[Line]
    """The name as it should be printed."""

    sort_name: Derived[Line | None] = None
    """The name as it should be sorted, surname first."""

    honorific: Derived[Line | None] = None
    """Title or rank printed before the name: Dr, Detective Superintendent."""

    letters: Derived[Line | None] = None
    """Letters after the name."""

    initials: Derived[Line | None] = None
    """Initials by which minutes refer to the person. They need be unique in one meeting only."""

    former_names: Private[tuple[Line, ...]] = ()
    """Names the person had before."""

    spellings: Private[tuple[Line, ...]] = ()
    """Other spellings and short forms that occur in papers."""

    show: Derived[Literal["level", "name", "role"]] = "level"
    """How the public sees the person: by `name`, by `role` only, or as the policy says for the `level` of
    the post."""

    posts: Derived[tuple[Holding, ...]] = ()
    """Posts, in order of time."""

    contact: Private[Contact | None] = None
    """How the office reaches the person."""
