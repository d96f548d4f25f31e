"""Parts of documents that are still to be written, and required parts in which nothing stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from problems import Problem, Severity, Wording
from records.kind import Key, Locate
from records.parts.reporting import StatutoryContent
from records.parts.section_tables import SectionTable
from records.parts.sections import Section
from records.shapes import Path, models_in

TO_WRITE = Wording(
    "part-to-write",
    "This part is still to be written.",
    "Write it under `text`, as the comment above asks, and take out `to_write: yes`. Until then the record "
    "cannot be signed off.",
    Severity.WARNING,
)
PART_EMPTY = Wording(
    "required-part-empty",
    "Nothing stands in this section, which `statutory` names as `{requirement}`.",
    "Write it, or name the section that holds it. Until then the report cannot be signed off.",
    Severity.WARNING,
)
CELLS_WRONG = Wording(
    "cells-and-columns",
    "This row has {cells} cells, and its table has {columns} columns.",
    "Give each row one cell for each column, with a dash where there is nothing to say.",
)


def unfinished_parts(record: Any) -> Iterator[tuple[Path, Wording, Mapping[str, str]]]:
    """Yield what is not finished in a record: where, what is said of it, and what fills its gaps."""
    for path, model in models_in(record):
        if isinstance(model, Section) and model.to_write:
            yield (*path, "to_write"), TO_WRITE, {}
    if getattr(record, "kind", None) != "yearly":
        return
    named = {each.section: each for each in record.statutory if each.section is not None}
    used = {each.section for each in (*record.placed, *record.implications)}
    for path, model in models_in(record):
        if isinstance(model, Section) and model.id in named and model.id not in used and _is_empty(model):
            yield path, PART_EMPTY, {"requirement": _requirement(named[model.id])}


def parts_checked(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield what is not finished in any document, and rows that do not fit their tables."""
    for key, record in records.items():
        if not hasattr(record, "sections"):
            continue
        for path, wording, gaps in unfinished_parts(record):
            yield wording.at(locate(key, path), **gaps)
        for path, model in models_in(record):
            if isinstance(model, SectionTable):
                yield from _cells(key, path, model, locate)


def _cells(key: Key, path: Path, table: SectionTable, locate: Locate) -> Iterator[Problem]:
    """Yield each row that has more or fewer cells than its table has columns."""
    columns = len(table.columns)
    for number, row in enumerate(table.rows):
        if row.cells and len(row.cells) != columns:
            place = locate(key, (*path, "rows", number))
            yield CELLS_WRONG.at(place, cells=len(row.cells), columns=columns)


def _is_empty(section: Section) -> bool:
    """Return whether nothing stands in a section or under it, not even that it is still to be written."""
    if section.to_write or section.text or section.paragraphs or section.tables:
        return False
    return not (section.papers or section.links) and all(map(_is_empty, section.sections))


def _requirement(named: StatutoryContent) -> str:
    return named.requirement
