"""What stays in the office: every value of a record that no public field exists for."""

from __future__ import annotations

from collections.abc import Iterator

from records.fields import Model, Visibility
from records.loading import Loaded
from records.shapes import Path, shapes_of
from records.withholding import FieldWithhold, Withhold
from redaction.review.pairs import Kept, as_written


def stays_in_office(loaded: Loaded) -> tuple[Kept, ...]:
    """Return every value of a record whose field is never published.

    Left out are the notes beside what is withheld, which a review shows there.
    """
    return tuple(_kept(loaded.record, (), loaded)) if loaded.record is not None else ()


def _kept(model: Model, path: Path, loaded: Loaded) -> Iterator[Kept]:
    for shape in shapes_of(type(model)):
        value = getattr(model, shape.name)
        if isinstance(model, Withhold | FieldWithhold):
            continue
        for position, inner in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            here = (*path, shape.name) if position is None else (*path, shape.name, position)
            if isinstance(inner, Model):
                yield from _kept(inner, here, loaded)
            elif shape.visibility is Visibility.PRIVATE and inner is not None:
                yield Kept(loaded.place(here), as_written(inner))
