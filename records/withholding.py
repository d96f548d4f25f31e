"""How a record says that something of it must not be published, and why."""

from __future__ import annotations

from typing import ClassVar, Literal

from records.fields import Day, Derived, Id, Line, Model, Note, Private, Public, ReasonRef


class Withhold(Model):
    """Withholds the unit it stands in. The public sees that something was withheld, and the reason."""

    reason: Public[ReasonRef]
    """Why: one of the reasons of the policy."""

    what: Public[Literal["text", "whole", "concealed"]] = "text"
    """How much: `text` keeps label, title and outcome; `whole` keeps only the label and a neutral title;
    `concealed` keeps nothing, not even the notice."""

    title: Public[Line | None] = None
    """The neutral title that the public sees when the whole unit is withheld."""

    review: Public[Day | None] = None
    """When somebody should look again. It reminds; it never publishes."""

    note: Private[Note | None] = None
    """A note for the office about the reason. Never published."""


class FieldWithhold(Model):
    """Withholds one field of the object it stands in."""

    reason: Public[ReasonRef]
    """Why: one of the reasons of the policy."""

    instead: Public[Line | None] = None
    """Words that the public sees in place of the field."""

    review: Public[Day | None] = None
    """When somebody should look again. It reminds; it never publishes."""

    note: Private[Note | None] = None
    """A note for the office about the reason. Never published."""


class Withholdable(Model):
    """An object that can be withheld, as a whole or in single fields."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"id", "label", "title", "outcome"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"id", "label"})

    withhold: Derived[Withhold | None] = None
    """Withholds this whole unit, or its text."""

    withhold_fields: Derived[dict[str, FieldWithhold] | None] = None
    """Withholds single fields of this unit: the name of each field, and why."""

    @property
    def is_concealed(self) -> bool:
        """Whether the public may not even know that this unit is there."""
        return self.withhold is not None and self.withhold.what == "concealed"


class Source(Model):
    """Where a record was taken from, so that a doubt can be settled later."""

    address: Private[Line | None] = None
    """Web address or repository."""

    file: Private[Line | None] = None
    """File name or path of the source document."""

    page: Private[Line | None] = None
    """Page or place in it."""

    checksum: Private[Line | None] = None
    """Checksum of the source file."""

    printed: Private[Note | None] = None
    """The text as printed, where the record had to normalise it."""


class Record(Withholdable):
    """What every record has. Its id is its file name without `.yml`, and never changes."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"id", "title", "name", "group", "date"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"id", "group", "date"})

    id: Public[Id]
    """The id, taken from the file name; not written in the file."""

    source: Private[Source | None] = None
    """Where the record was taken from."""

    office_note: Private[Note | None] = None
    """A note for the office. Never published."""
