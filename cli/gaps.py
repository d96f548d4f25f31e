"""What is missing between a priority and what came of it, told to the office by `pages check`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from cli.gap_messages import BY_GAP
from editions.datasets import Dataset
from editions.fields import PublicRecord
from macros.views.gaps import Gap, gaps
from macros.views.threads import thread
from problems import Problem
from records.loading import Loaded, Records
from records.shapes import Path, models_in
from redaction.projecting.projection import Projection


def gaps_on(
    records: Records, projections: Mapping[tuple[str, str], Projection], prepared: Dataset, day: date
) -> Iterator[Problem]:
    """Yield a note for each thing that is missing on a day, at its place in data/.

    What is in data/ and could be signed off counts as if it were: a meeting that is written up is no gap.
    `prepared` is what the public would see then.
    """
    drafts = [(key, each.record) for key, each in projections.items() if each.record is not None]
    known: dict[tuple[str, str], tuple[str, str]] = {(key[0], record.id): key for key, record in drafts}
    for gap in gaps(thread(prepared), day.isoformat()):
        key = known.get((gap.thing.kind, gap.thing.record.id))
        if key is not None:
            told, never = BY_GAP[gap.what]
            wording = told if gap.since else never
            yield wording.at(records.loaded[key].place(_path_of(gap, records.loaded[key])), since=gap.since)


def _path_of(gap: Gap, loaded: Loaded) -> Path:
    """Return the way to what the gap is of, in the private record."""
    if isinstance(gap.thing.unit, PublicRecord) or loaded.record is None:
        return ()
    name = type(gap.thing.unit).__name__.removeprefix("Public")
    wanted = getattr(gap.thing.unit, "id", None)
    found = (
        path
        for path, model in models_in(loaded.record)
        if type(model).__name__ == name and getattr(model, "id", None) == wanted
    )
    return next(((*path, "id") for path in found), ())
