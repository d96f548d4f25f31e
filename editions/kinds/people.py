"""The public form of people."""

from __future__ import annotations

from editions.fields import Printed, PublicLine, PublicModel, PublicRecord, Word
from editions.kind import PublicKind


class PublicHolding(PublicModel):
    """A post that a person holds or held."""

    post: Printed | None = None
    """The post, where its organization lists it."""

    title: PublicLine | None = None
    """The post in words, where it does not."""

    organization: Printed | None = None
    """The organization."""

    since: str | None = None
    """First day in the post, or its month or year."""

    until: str | None = None
    """Last day in the post, or its month or year."""

    standing: Word = "substantive"
    """Whether the person holds the post for good or for a time."""


class PublicPerson(PublicRecord):
    """A person under a random id, by name or by role only. The posts stand only with a name."""

    name: PublicLine | None = None
    """The name, if the policy names people of this level."""

    sort_name: PublicLine | None = None
    """The name as it is sorted."""

    role: PublicLine | None = None
    """The present or last post, in words."""

    posts: tuple[PublicHolding, ...] = ()
    """Posts, in order of time."""


KIND = PublicKind(name="people", model=PublicPerson, order=4)
