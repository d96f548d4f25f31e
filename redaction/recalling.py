"""What the records are told of what is public, or was: names, numbers, and what was taken down."""

from __future__ import annotations

from dataclasses import replace

from editions.published import Published
from records.loading import Records
from redaction.numbers.tables import COUNTING
from redaction.projecting.leaving_out import people_among, still_gone
from redaction.suppressing import suppress
from redaction.takedown_lists import names_in_list


def recall(records: Records, published: Published) -> Records:
    """Return the records as they stand beside what is published.

    Suppressed people are shown by role. The records hold the editions of those that count people, and the
    names of what was taken down without trace; a list of that which cannot be read stops every sign-off
    elsewhere, and names nothing here.
    """
    earlier = {
        key: tuple(each.record for each in history.editions if each.record is not None)
        for key, history in published.histories.items()
        if history.kind in COUNTING
    }
    listed = names_in_list(records.folder.parent) if records.folder is not None else None
    gone = still_gone(listed or (), published)
    told = replace(records, earlier=earlier, gone=gone)
    return suppress(told, published.suppressed | people_among(gone))
