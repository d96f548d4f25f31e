"""A yearly report as the text of its record: in block style, in the order of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from textwrap import wrap

from macros.yearly.assembling import YearlyReport
from macros.yearly.parts import Part
from macros.yearly.tables import Attendance, Count, Table
from records.starting import quoted

Known = Callable[[str, str], bool]
"""Whether a record of `data/` may name something: the sort of thing, and its id."""

HEADER = """\
# The yearly report, as far as the public records say it. Everything counted here was counted from the
# newest editions on the day under `counted`; the figures stay as they are.
# What people must write is asked in lines like this one. Write your words under `text`, and take out
# `to_write: yes`. While one is left, the report cannot be signed off. Lines like this are never published.
"""
SORTS = {
    "meeting": "meetings",
    "decision": "decisions",
    "action": "actions",
    "group": "groups",
    "priority": "priorities",
    "plan": "plans",
    "plan_action": "plan-actions",
    "indicator": "indicators",
    "budget": "budgets",
    "review": "reviews",
    "report": "reports",
    "recommendation": "recommendations",
    "arrangements": "arrangements",
}
"""What each key of a row names."""

Lines = Iterator[str]


def yearly_text(report: YearlyReport, day: date, is_known: Known, title: str | None = None) -> str:
    """Return the text of the record of a report that was counted on a day.

    What `is_known` does not know is not named, because a record can name only what stands in `data/`.
    """
    lines = (
        *_opening(report, is_known, title),
        *_figures(report.counts, day),
        "",
        "sections:",
        *_sections(report.parts, day, is_known),
        *_attendance(report.attendance, day, is_known),
        *_statutory(report.parts),
    )
    return "\n".join(lines) + "\n"


def _opening(report: YearlyReport, is_known: Known, title: str | None) -> Lines:
    year = report.year
    yield from HEADER.splitlines()
    yield ""
    yield f"title: {quoted(title or f'Yearly report {year.title}')}"
    yield "kind: yearly"
    yield "status: draft"
    yield from _ids("issued_by", (each for each in report.issued_by if is_known("organizations", each)))
    if year.runs_from_april:
        yield f"years: {year.words}"
    yield f"period_from: {year.first}"
    yield f"period_until: {year.last}"
    for name, found in report.names.items():
        yield from _ids(name, (each for each in found if is_known(name, each)))
    if report.follows and is_known("reports", report.follows):
        yield f"follows: {report.follows}"
    yield ""
    yield "# What it says, in two or three plain sentences that a parent can understand."
    yield "#summary: |"
    yield "#  Fewer families came back for help a second time, and we do not yet know why."


def _ids(key: str, found: Iterable[str]) -> Lines:
    ids = tuple(found)
    if ids:
        yield f"{key}:"
        yield from (f"  - {quoted(each)}" for each in ids)


def _figures(counts: Iterable[Count], day: date) -> Lines:
    yield ""
    yield "figures:"
    for each in counts:
        yield f"  - name: {quoted(each.name)}"
        yield from ("    now:", f"      number: {each.now}")
        yield from ("    before:", f"      number: {each.before}") if each.before is not None else ()
        yield f"    counted: {day}"


def _sections(parts: Iterable[Part], day: date, is_known: Known, before: str = "") -> Lines:
    indent = "  " * (2 * before.count(".") + 1)
    for number, part in enumerate(parts, 1):
        label = f"{before}{number}"
        lines = _section(part, label, day, is_known)
        yield from ("", f"{indent}- id: {part.id}") if number > 1 else (f"{indent}- id: {part.id}",)
        yield from (f"{indent}  {line}" if line else "" for line in lines)
        if part.parts:
            yield f"{indent}  sections:"
            yield from _sections(part.parts, day, is_known, f"{label}.")


def _section(part: Part, label: str, day: date, is_known: Known) -> Lines:
    yield f"label: {quoted(label)}"
    yield f"title: {quoted(part.title)}"
    if part.priority and is_known("priorities", part.priority):
        yield from _ids("priorities", [part.priority])
    if part.question:
        yield from (f"# {line}" for line in wrap(part.question, 90))
        yield "to_write: yes"
        yield from ("#text: |", "#  Write here.")
    if part.tables:
        yield "tables:"
        for table in part.tables:
            yield from (f"  {line}" for line in _table(table, day, is_known))


def _table(table: Table, day: date, is_known: Known) -> Lines:
    yield f"- id: {table.id}"
    yield f"  title: {quoted(table.title)}"
    yield "  columns:"
    yield from (f"    - {quoted(each)}" for each in table.columns)
    yield "  rows:"
    for row in table.rows:
        yield "    - cells:"
        yield from (f"        - {quoted(each)}" for each in row.cells)
        if row.about is not None and is_known(SORTS[row.about[0]], row.about[1]):
            yield f"      {row.about[0]}: {quoted(row.about[1])}"
    yield from (f"  chart: {table.chart}",) if table.chart else ()
    yield from (f"  note: {quoted(table.note)}",) if table.note else ()
    yield f"  counted: {day}"


def _attendance(tables: Iterable[Attendance], day: date, is_known: Known) -> Lines:
    found = [each for each in tables if is_known("groups", each.group)]
    if not found:
        return
    yield from ("", "attendance:")
    for table in found:
        yield f"  - group: {quoted(table.group)}"
        yield f"    held: {table.held}"
        yield "    agencies:"
        for each in table.agencies:
            if each.agency is not None and is_known("organizations", each.agency):
                yield f"      - agency: {quoted(each.agency)}"
            else:
                yield from ("      - agency:", f"          - name: {quoted(each.name)}")
            yield f"        attended: {each.attended}"
            yield from (f"        held: {each.held}",) if each.held is not None else ()
        yield from (f"    note: {quoted(table.note)}",) if table.note else ()
        yield f"    counted: {day}"
    yield from ("", "placed:", "  - part: attendance", "    section: attendance")


def _statutory(parts: Iterable[Part]) -> Lines:
    yield from ("", "# Where the report holds what the law and the guidance ask for.", "statutory:")
    for part in parts:
        if part.requirement is not None:
            yield f"  - requirement: {part.requirement}"
            yield f"    section: {part.id}"
