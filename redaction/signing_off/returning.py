"""What was taken down and comes back under another id: the id is all by which a takedown knows its part."""

from __future__ import annotations

from collections.abc import Iterable

from editions.canonical import to_plain
from editions.fields import PublicRecord
from editions.published import History
from problems import Place, Problem
from records.loading import Loaded
from redaction import signing_messages as messages
from redaction.projecting.cutting_out import part_ids


def under_other_ids(
    public: PublicRecord,
    history: History | None,
    loaded: Loaded,
    gone: Iterable[str],
    restore: frozenset[str],
) -> tuple[Problem, ...]:
    """Return a problem for each part in `gone` that the private record no longer has, where others are new.

    Nobody but a person can tell a part with a new id from a new part, so it is asked once: what the newest
    edition shows already is not new. `restore` holds the parts of which somebody said that they may return.
    """
    if history is None or history.record is None:
        return ()
    new = set(part_ids(to_plain(public))) - set(part_ids(to_plain(history.record)))
    lost = set(gone) - set(part_ids(loaded.plain)) - restore
    if not new:
        return ()
    return tuple(
        messages.PART_UNDER_ANOTHER_ID.at(Place(loaded.file), part=part, others=", ".join(sorted(new)))
        for part in sorted(lost)
    )
