"""What is still to be written in a record, which keeps it from being signed off, whatever its status."""

from __future__ import annotations

from dataclasses import replace

from problems import Problem, Severity
from records.checks.unfinished import unfinished_parts
from records.loading import Records


def still_to_write(records: Records, kind: str, record_id: str) -> tuple[Problem, ...]:
    """Return an error for each part of a valid record that is still to be written."""
    loaded = records.loaded.get((kind, record_id))
    if loaded is None or loaded.record is None:
        return ()
    return tuple(
        replace(wording.at(loaded.place(path), **gaps), severity=Severity.ERROR)
        for path, wording, gaps in unfinished_parts(loaded.record)
    )
