"""The yearly report: written from the newest editions, and compared with what they say later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from cli import new_messages as messages
from cli.writing import write_file
from cli.yearly_text import Known, yearly_text
from editions.datasets import Dataset, assemble
from editions.published import read as read_published
from macros.yearly.assembling import YearlyReport, assemble_report, year_meant, year_of
from problems import Place, Problem, errors
from records.kinds import KINDS
from records.kinds.reports import Report
from records.loading import FOLDER, Loaded, Records, load
from records.parts.reporting import AttendanceTable, Figure, Measured
from records.parts.section_tables import SectionTable
from records.references import known_ids, walk
from records.shapes import Path as FieldPath
from records.shapes import models_in
from records.validating import validate
from records.yaml_files.nodes import plain
from records.yaml_files.reading import read

BESIDE = Path("build") / "reports"
"""Where a report is written beside one that exists: never under `data/`, where it would be a record."""

DRAFTS = frozenset({"draft", "consultation"})
"""Where a report stands while its figures can still be counted anew."""


def id_of(words: str) -> str:
    """Return the id of the yearly report of a year: `yearly-2025-26`."""
    return f"yearly-{words}"


def about_year(kind: str, sort: str | None, year: str | None, *, refresh: bool) -> list[Problem]:
    """Return a problem where a year has no meaning for a record of a kind and sort, or is missing."""
    if kind != "reports":
        given = {"--year": bool(year), "--refresh": refresh}
        return [
            messages.NOT_OF_THIS_KIND.at(Place(option), option=option, kind=kind)
            for option, is_given in given.items()
            if is_given
        ]
    if year and sort not in {None, "yearly"}:
        return [messages.NOT_OF_THIS_KIND.at(Place("--sort"), option="--sort", kind="a yearly report")]
    return [messages.YEAR_NEEDED.at(Place("--refresh"))] if refresh and not year else []


def write_yearly(
    project: Path,
    words: str,
    day: date,
    *,
    record_id: str | None = None,
    title: str | None = None,
    refresh: bool = False,
) -> list[Problem]:
    """Write the report of a year into `data/reports/`, and return what went wrong.

    One that exists is never touched: with `refresh` the report is written beside it, below `build/`, and
    there is a warning for each table of it that the public records do not say any more.
    """
    published = read_published(project)
    if errors(published.problems):
        return list(published.problems)
    dataset = assemble(published)
    year = year_of(dataset, words)
    if year is None:
        return [messages.YEAR_WRONG.at(Place("--year"))]
    record_id = record_id or id_of(words)
    file = f"{FOLDER}/{KINDS['reports'].path_of(record_id)}"
    path = project / file
    exists = path.exists() or path.is_symlink()
    if exists and not refresh:
        return [messages.REPORT_EXISTS.at(Place(file), year=year.words)]
    records = load(project)
    report = assemble_report(dataset, year)
    content = yearly_text(report, day, _known(records), title).encode()
    problems = list(_wrong(content, record_id, file))
    if problems:
        return problems
    target = project / BESIDE / f"{record_id}.yml" if exists else path
    found = write_file(project, target, content, replacing=exists)
    existing = records.loaded.get(("reports", record_id))
    if exists and existing is not None:
        found += [*_differences(existing, report)]
    if not report.counts[0].now:
        found.append(messages.NOTHING_COUNTED.at(Place("--year"), year=year.words))
    return found


def outdated(records: Records, dataset: Dataset) -> list[Problem]:
    """Return a warning for each table of a draft report that the public records do not say any more."""
    found: list[Problem] = []
    for loaded in records.loaded.values():
        report = loaded.record
        if not isinstance(report, Report) or report.status not in DRAFTS or not any(_counted(report)):
            continue
        year = year_meant(dataset, report.years, report.period_from)
        if year is not None:
            found += _differences(loaded, assemble_report(dataset, year))
    return found


def _known(records: Records) -> Known:
    """Return what tells whether a record of `data/` may name something."""
    valid = {key: each.record for key, each in records.loaded.items() if each.record is not None}
    ids = known_ids(set(records.loaded), walk(valid)).ids

    def is_known(sort: str, name: str) -> bool:
        return name in ids.get(sort, ())

    return is_known


def _wrong(content: bytes, record_id: str, file: str) -> Iterator[Problem]:
    """Yield what is wrong with a record that is about to be written."""
    reading = read(content, file)
    yield from errors(reading.problems)
    if reading.node is None or errors(reading.problems):
        return
    values = plain(reading.node)
    if isinstance(values, dict):
        yield from errors(validate(KINDS["reports"], {**values, "id": record_id}, reading.node, file)[1])


def _counted(report: Report) -> Iterator[tuple[FieldPath, Any]]:
    """Yield what `pages new` counted in a report, and nobody has changed since."""
    for path, model in models_in(report):
        if isinstance(model, SectionTable | AttendanceTable | Figure) and model.counted is not None:
            yield path, model


def _differences(loaded: Loaded, now: YearlyReport) -> Iterator[Problem]:
    """Yield a warning for each part of a report that was counted and is counted otherwise now."""
    report = loaded.record
    if not isinstance(report, Report):
        return
    counts = {each.name: (each.now, each.before) for each in now.counts}
    groups = {each.group: _came(each.held, each.agencies) for each in now.attendance}
    for path, part in _counted(report):
        if isinstance(part, SectionTable):
            table = now.tables.get(part.id)
            said: Any = (part.columns, *(row.cells for row in part.rows))
            differs = table is None or table.said != said
        elif isinstance(part, Figure):
            differs = counts.get(part.name) != (_number(part.now), _number(part.before))
        else:
            rows = {
                (each.who or each.name): (row.attended, row.held)
                for row in part.agencies
                for each in row.agency
            }
            differs = groups.get(part.group or "") != (part.held, rows)
        if differs:
            place = loaded.place((*path, "counted"))
            yield messages.COUNTED_OTHERWISE.at(place, year=now.year.words)


def _number(measured: Measured | None) -> int | None:
    """Return a number of a figure that was counted; None for one that is no whole number."""
    number = measured.number if measured is not None else None
    return int(number) if number is not None and number % 1 == 0 else None


def _came(held: int, agencies: Any) -> tuple[int, dict[str, tuple[int, int | None]]]:
    return held, {each.agency or each.name: (each.attended, each.held) for each in agencies}
