"""The public form of topics."""

from __future__ import annotations

from editions.fields import PriorityId, PublicLine, PublicProse, PublicRecord, TopicId
from editions.kind import PublicKind
from editions.parts.items import PublicLink


class PublicTopic(PublicRecord):
    """A matter that comes back through meetings: a form, a building, a question that is open for years."""

    title: PublicLine
    """What it is called, in a few words."""

    summary: PublicProse | None = None
    """What it is about, in two or three plain sentences."""

    also: tuple[PublicLine, ...] = ()
    """Other names, by which it can be found."""

    priorities: tuple[PriorityId, ...] = ()
    """The priorities it belongs to."""

    see_also: tuple[TopicId, ...] = ()
    """Other topics that are near it."""

    links: tuple[PublicLink, ...] = ()
    """Pages elsewhere."""


KIND = PublicKind(name="topics", model=PublicTopic, order=17)
