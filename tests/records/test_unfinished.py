"""Parts of documents that are still to be written, and tables whose rows do not fit."""

from __future__ import annotations

from pathlib import Path

from tests.records.telling import told_of

START = "title: Report\nkind: yearly\nstatus: draft\n"


def told(project: Path, text: str, start: str = START) -> list[str]:
    """Return the problems of a report whose first three lines are its title, kind and status."""
    return told_of(project, "data/reports/report.yml", start + text)


def test_a_part_to_be_written_is_told_of_with_its_line(project: Path) -> None:
    """Each is a warning of its own, at any depth."""
    text = (
        "sections:\n  - id: a\n    title: A\n    to_write: yes\n    sections:\n"
        "      - id: b\n        title: B\n        to_write: yes\n  - id: c\n    title: C\n    to_write: no\n"
    )
    said = (
        "This part is still to be written. Write it under `text`, as the comment above asks, and take out "
        "`to_write: yes`. Until then the record cannot be signed off. [part-to-write]"
    )
    assert told(project, text) == [
        f"data/reports/report.yml:7:15: sections \u203a a \u203a to_write: {said}",
        f"data/reports/report.yml:11:19: sections \u203a a \u203a sections \u203a b \u203a to_write: {said}",
    ]


def test_a_part_to_be_written_of_another_document(project: Path) -> None:
    """Plans, arrangements and all other documents have sections too."""
    text = "title: Guide\nkind: policy\nsections:\n  - id: a\n    title: A\n    to_write: yes\n"
    assert [each.rsplit(" ", 1)[1] for each in told_of(project, "data/documents/new.yml", text)] == [
        "[part-to-write]"
    ]


def test_a_required_section_in_which_nothing_stands(project: Path) -> None:
    """The section is named by its line, and the requirement by its word; text further in is enough."""
    text = (
        "sections:\n  - id: a\n    title: A\n  - id: b\n    title: B\n    sections:\n"
        "      - id: c\n        title: C\n        text: Words.\n  - id: d\n    title: D\n"
        "statutory:\n  - requirement: impact\n    section: a\n  - requirement: training\n    section: b\n"
        "  - requirement: funding\n    section: d\nattendance:\n  - held: 1\n"
        "placed:\n  - part: attendance\n    section: d\n"
    )
    assert told(project, text) == [
        (
            "data/reports/report.yml:5:5: sections \u203a a: Nothing stands in this section, which "
            "`statutory` names as `impact`. Write it, or name the section that holds it. Until then the "
            "report cannot be signed off. [required-part-empty]"
        )
    ]


def test_other_reports_may_have_empty_sections(project: Path) -> None:
    """Only a yearly report must hold what the law asks for."""
    text = "sections:\n  - id: a\n    title: A\nstatutory:\n  - requirement: impact\n    section: a\n"
    assert told(project, text, START.replace("yearly", "update")) == []


def test_a_row_has_a_cell_for_each_column(project: Path) -> None:
    """A row with more or fewer cells would stand under the wrong headings."""
    text = (
        "sections:\n  - id: a\n    title: A\n    tables:\n      - id: t\n        title: T\n"
        "        columns: [What, How many]\n        rows:\n          - cells: [One, 1]\n"
        "          - cells: Two\n          - cells: [Three, 3, more]\n"
    )
    assert told(project, text) == [
        (
            f"data/reports/report.yml:{line}:13: sections \u203a a \u203a tables \u203a t \u203a rows \u203a "
            f"{number}: This row has {cells} cells, and its table has 2 columns. Give each row one cell for "
            "each column, with a dash where there is nothing to say. [cells-and-columns]"
        )
        for line, number, cells in ((13, 2, 1), (14, 3, 3))
    ]
