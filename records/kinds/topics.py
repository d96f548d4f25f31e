"""Topics: matters that come back through the meetings of all groups, each with its history on one page."""

from __future__ import annotations

from typing import Annotated, ClassVar

from records.fields import Line, PriorityRef, Prose, Public, TopicRef, one_or_more
from records.kind import Kind
from records.parts.items import Link
from records.withholding import Record


class Topic(Record):
    """A matter that comes back through meetings: a form, a building, a question that is open for years."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"id", "title"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"id"})

    title: Public[Line]
    """What it is called, in a few words."""

    summary: Public[Prose | None] = None
    """What it is about, in two or three plain sentences."""

    also: Public[Annotated[tuple[Line, ...], one_or_more()]] = ()
    """Other names, by which it can be found."""

    priorities: Public[Annotated[tuple[PriorityRef, ...], one_or_more()]] = ()
    """The priorities it belongs to."""

    see_also: Public[Annotated[tuple[TopicRef, ...], one_or_more()]] = ()
    """Other topics that are near it."""

    links: Public[tuple[Link, ...]] = ()
    """Pages elsewhere."""


KIND = Kind(
    name="topics",
    model=Topic,
    word="topic",
    title="A matter",
    order=17,
    example={"id": "neglect-toolkit", "title": "The neglect toolkit"},
)
