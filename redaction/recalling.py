"""What the records are told of what is public: names that were taken off, and numbers that were shown."""

from __future__ import annotations

from dataclasses import replace

from editions.published import Published
from records.loading import Records
from redaction.suppressing import suppress
from redaction.tables import COUNTING


def recall(records: Records, published: Published) -> Records:
    """Return the records with suppressed people by role, and with the editions of those that count people."""
    earlier = {
        key: tuple(each.record for each in history.editions if each.record is not None)
        for key, history in published.histories.items()
        if history.kind in COUNTING
    }
    return suppress(replace(records, earlier=earlier), published.suppressed)
