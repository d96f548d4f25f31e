"""Where a public value comes from: the line in `data/` of a value that the public would see."""

from __future__ import annotations

from collections.abc import Callable

from problems import Place
from records.loading import Loaded
from records.shapes import Path
from redaction.projecting.projection import Projection

Locate = Callable[[tuple[str, ...]], Place]
"""Returns the place in `data/` of a public value, by the names of its fields and positions from 1."""


def placing(loaded: Loaded, projection: Projection) -> Locate:
    """Return what finds the place of a public value of a record.

    Members of a list that the public does not see are counted in, so that the line is that of the file.
    """

    def locate(path: tuple[str, ...]) -> Place:
        private: Path = ()
        for step in path:
            if step.isdigit():
                kept = projection.kept.get(private, ())
                position = int(step) - 1
                private = (*private, kept[position] if position < len(kept) else position)
            else:
                private = (*private, step)
        return loaded.place_of_text(private)

    return locate
