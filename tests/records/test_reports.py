"""Reports: what their checks tell, with both places, and how the scrutineer's words are kept apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from problems import errors
from records.loading import load
from tests.partnerships import copy_to
from tests.records.telling import told_of

START = "title: Report\nkind: {kind}\nstatus: {status}\n"
SCRUTINEER = """\
name: Partnership office
kind: other
posts:
  - id: scrutineer
    title: Independent Scrutineer
    duty: scrutineer
"""
HOLDER = "public_id: p-aaaaaaa9\nname: Wren Osprey\nposts:\n  - post: office/scrutineer\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the partnership of the tests with an independent scrutineer."""
    project = copy_to(tmp_path)
    (project / "data/organizations/office.yml").write_text(SCRUTINEER)
    (project / "data/people/osprey.yml").write_text(HOLDER)
    return project


def told(project: Path, text: str, kind: str = "other", status: str = "final") -> list[str]:
    """Return the problems of a report whose first four lines are its title, kind and status."""
    return told_of(project, "data/reports/report.yml", START.format(kind=kind, status=status) + text)


def test_a_period_that_ends_before_it_starts(project: Path) -> None:
    """The message names the place of the end, and the line of the beginning."""
    assert told(project, "period_from: 2026-04\nperiod_until: 2026-03-31\n") == [
        (
            "data/reports/report.yml:5:15: period_until: `period_until` is earlier than `period_from`, in "
            "data/reports/report.yml:4. Correct whichever of the two is wrong. [report-period]"
        )
    ]


def test_a_period_of_one_month_is_in_order(project: Path) -> None:
    """A month holds its days, whichever of the two is written more closely."""
    assert told(project, "period_from: 2026-03-02\nperiod_until: 2026-03\n") == []


def test_an_agency_that_came_too_often(project: Path) -> None:
    """An agency cannot come to more meetings than were held, by its own number or that of the table."""
    text = (
        "attendance:\n  - held: 3\n    agencies:\n      - agency: council\n        attended: 4\n"
        "      - agency: police\n        attended: 2\n        held: 1\n"
        "      - agency: police\n        attended: 3\n"
    )
    lines = [each.split(": ")[0] for each in told(project, text)]
    assert lines == ["data/reports/report.yml:8:19", "data/reports/report.yml:10:19"]
    assert told(project, text)[0] == (
        "data/reports/report.yml:8:19: attendance › 1 › agencies › 1 › attended: More meetings were "
        "attended here "
        "than were held, in data/reports/report.yml:5. Correct whichever number is wrong. "
        "[attended-too-often]"
    )


@pytest.mark.parametrize("who", ["office/scrutineer", "osprey"])
def test_a_section_of_the_scrutineer_needs_agreement(project: Path, who: str) -> None:
    """Words of the scrutineer, named by post or as a person, need the day on which they were agreed."""
    text = f"sections:\n  - id: word\n    title: A word\n    by: {who}\n    text: Well done.\n"
    assert [each.rsplit(" ", 1)[1] for each in told(project, text)] == ["[scrutineer-has-not-agreed]"]
    assert told(project, text, status="draft") == []
    assert told(project, text + "    agreed_by_author: 2026-07-01\n") == []


def test_a_section_of_somebody_else_needs_none(project: Path) -> None:
    """Nobody else's words are guarded like that."""
    assert told(project, "sections:\n  - id: word\n    title: A word\n    by: abara\n    text: Hm.\n") == []


def test_a_report_of_the_scrutineer_needs_agreement(project: Path) -> None:
    """The whole report is the scrutineer's; one warning is enough for it."""
    text = "sections:\n  - id: word\n    title: A word\n    by: osprey\n    text: Well done.\n"
    assert told(project, text, kind="scrutiny") == [
        (
            "data/reports/report.yml:1:1: These are words of the independent scrutineer, and the record "
            "does not say "
            "when the scrutineer agreed them; the report's status is `final`. Write the day under "
            "`agreed_by_author` here. Answers of the partners belong under `responses` of a "
            "recommendation, never "
            "in the scrutineer's text. [scrutineer-has-not-agreed]"
        )
    ]


def test_a_change_after_the_agreement(project: Path) -> None:
    """A version that is younger than the agreement is told, with the line of the version."""
    text = "agreed_by_author: 2026-07-01\nversions:\n  - version: 1\n    date: {}\n"
    assert told(project, text.format("2026-07-01"), kind="scrutiny") == []
    assert told(project, text.format("2026-07-02"), kind="scrutiny") == [
        (
            "data/reports/report.yml:4:19: agreed_by_author: The newest entry of `versions`, in "
            "data/reports/report.yml:6, is later than the day on which the scrutineer agreed this text. "
            "Ask the "
            "scrutineer to agree the text as it is now and write that day, or correct the wrong date. "
            "[changed-since-agreed]"
        )
    ]


def test_what_a_yearly_report_must_say(project: Path) -> None:
    """What was done and how effective it was must be somewhere in a finished yearly report, by law."""
    section = "sections:\n  - id: done\n    title: What we did\n    text: Much.\n"
    partly = section + "statutory:\n  - requirement: what-was-done\n    section: done\n"
    whole = partly + "  - requirement: effectiveness\n    note: At the end\n"
    assert [told(project, text, kind="yearly") for text in (section, partly, whole)] == [
        [
            f"data/reports/report.yml:1:1: Under `statutory`, nothing is listed as `{each}`, which a "
            f"yearly report "
            "must have by law. Name the section that holds it (Children Act 2004, section 16G(7)). "
            "[statutory-content-missing]"
            for each in ("effectiveness", "what-was-done")
        ],
        [
            (
                "data/reports/report.yml:9:3: statutory: Under `statutory`, nothing is listed as "
                "`effectiveness`, which "
                "a yearly report must have by law. Name the section that holds it (Children Act 2004, "
                "section "
                "16G(7)). [statutory-content-missing]"
            )
        ],
        [],
    ]
    assert told(project, section, kind="yearly", status="draft") == []


def test_a_section_that_does_not_exist(project: Path) -> None:
    """What the law asks for can only be said to stand in a section of the same report."""
    found = told(project, "statutory:\n  - requirement: impact\n    section: nowhere\n")
    assert [each.rsplit(" ", 1)[1] for each in found] == ["[unknown-reference]"]


def test_a_report_that_follows_itself(project: Path) -> None:
    """Reports that follow each other do not go round in a circle."""
    assert [each.rsplit(" ", 1)[1] for each in told(project, "follows: report\n")] == ["[cycle]"]


def test_warnings_stop_nothing(project: Path) -> None:
    """A report without the scrutineer's agreement can be signed off all the same."""
    told(project, "", kind="scrutiny")
    assert errors(load(project).problems) == ()


def test_a_part_placed_twice_is_told_with_both_places(project: Path) -> None:
    """A part stands in one place of the document, so the second placing names the first."""
    text = (
        "sections:\n  - id: a\n    title: A\n  - id: b\n    title: B\n"
        "placed:\n  - part: papers\n    section: a\n  - part: reasons\n    section: a\n"
        "  - part: papers\n    section: b\n"
    )
    assert told(project, text) == [
        (
            "data/reports/report.yml:14:11: placed › 3 › part: This part of the report is placed twice: it "
            "is placed already in data/reports/report.yml:10. Keep the one that says where it stands in the "
            "document, and remove the other. [placed-twice]"
        )
    ]


def test_a_report_names_arrangements_risk_registers_and_documents(project: Path) -> None:
    """A report and a section of it name them by id; an id that is nowhere is told."""
    (project / "data/arrangements").mkdir(exist_ok=True)
    (project / "data/arrangements/new.yml").write_text("title: A proposal\nstatus: consultation\n")
    assert told(project, "arrangements: [new]\n") == []
    text = (
        "arrangements: [none]\nrisks: [none]\ndocuments: [none]\n"
        "sections:\n  - id: a\n    title: A\n    arrangements: [new]\n    risks: [none]\n"
        "    documents: [none]\n"
    )
    found = [each.split(": ")[1] for each in told(project, text) if each.endswith("[unknown-reference]")]
    assert found == [
        "arrangements › 1",
        "risks › 1",
        "documents › 1",
        "sections › a › risks › 1",
        "sections › a › documents › 1",
    ]
