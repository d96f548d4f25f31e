"""A finding stops a sign-off until somebody has decided."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from editions.published import read
from problems import Problem
from records.loading import load
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import scanner_for
from redaction.signing_off.signing import Request, prepare, store
from tests.partnerships import DAY, copy_to

KEY = ("meetings", "2026-03-12-executive")
NUMBER = "943 476 5919"
"""A number that passes the check sum of the health service: its documented example, which is nobody's."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_to(tmp_path)


def say(project: Path, words: str) -> None:
    """Add a sentence to the preamble of a meeting."""
    path = project / "data" / "meetings" / f"{KEY[1]}.yml"
    path.write_text(path.read_text("utf-8") + f"\npreamble: |\n  {words}\n", "utf-8")


def allow(project: Path, words: str, until: str = "") -> None:
    """Add a decision to the policy."""
    path = project / "data" / "policy.yml"
    text = path.read_text("utf-8")
    entry = f"  - words: {words}\n    reason: It is an example.\n    role: Business manager\n{until}"
    text = text.replace("allow:\n", f"allow:\n{entry}") if "allow:\n" in text else f"{text}\nallow:\n{entry}"
    path.write_text(text, "utf-8")


def found(project: Path, note: str = "Minutes approved.", day: date = DAY) -> list[Problem]:
    """Return what the detectors say of signing off."""
    records = load(project)
    assert [problem for problem in records.problems if problem.place.file.endswith(f"{KEY[1]}.yml")] == []
    request = Request(*KEY, redacted_by="Business manager", day=day, checked_by="Chair", note=note)
    prepared = prepare(records, read(project), scanner_for(harvest(records)), request)
    return [problem for problem in prepared.problems if problem.code.startswith("detected")]


def test_a_finding_names_the_place_and_not_the_words(project: Path) -> None:
    """The message says what it looks like; only a terminal that asks for it sees the text."""
    say(project, f"The number {NUMBER} was read out.")
    (problem,) = found(project)
    assert problem.place.file == f"data/meetings/{KEY[1]}.yml"
    assert problem.place.field == ("preamble",)
    assert (project / problem.place.file).read_text("utf-8").splitlines()[problem.place.line - 1] == (
        f"  The number {NUMBER} was read out."
    )
    assert (NUMBER in str(problem), problem.private_text) == (False, NUMBER)


def test_a_decision_settles_it(project: Path) -> None:
    """What the policy allows is not asked about, wherever it stands."""
    say(project, f"The number {NUMBER} was read out. Again: 943-476-5919.")
    assert found(project)
    allow(project, NUMBER)
    assert found(project) == []


def test_a_decision_that_has_expired_settles_nothing(project: Path) -> None:
    """After its last day the question comes back."""
    say(project, f"The number {NUMBER} was read out.")
    allow(project, NUMBER, until="    until: 2026-05-31\n")
    assert found(project, day=date(2026, 5, 31)) == []
    assert found(project, day=date(2026, 6, 1))


def test_a_withheld_number_is_no_finding(project: Path) -> None:
    """Only what the public would see is looked at."""
    say(project, f"The number [[redact personal|{NUMBER}]] was read out.")
    assert found(project) == []


def test_what_an_edition_says_already_is_not_asked_again(project: Path) -> None:
    """Somebody signed it off; a new number beside it is a new question."""
    say(project, f"The number {NUMBER} was read out.")
    allow(project, NUMBER)
    records = load(project)
    request = Request(*KEY, redacted_by="Business manager", day=DAY, checked_by="Chair")
    store(project, prepare(records, read(project), scanner_for(harvest(records)), request))
    policy = project / "data" / "policy.yml"
    policy.write_text(policy.read_text("utf-8").replace(f"words: {NUMBER}", "words: something else"), "utf-8")
    assert found(project) == []
    meeting = project / "data" / "meetings" / f"{KEY[1]}.yml"
    meeting.write_text(meeting.read_text("utf-8").replace("was read out", "and JG 12 34 56 C were"), "utf-8")
    assert [problem.private_text for problem in found(project)] == ["JG 12 34 56 C"]


def test_the_note_of_a_sign_off_is_looked_at_too(project: Path) -> None:
    """It is published beside the record."""
    (problem,) = found(project, note="Corrected after a call from 07700 900123.")
    assert (problem.code, "07700" in str(problem)) == ("detected-in-note", False)


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("[office@larkmere.example]", ["j.quibble@larkmere.example"]),
        ("[office@]", ["j.quibble@larkmere.example"]),
        ("['@larkmere.example']", []),
        ("[other@larkmere.example, fice@]", ["office at larkmere dot example", "j.quibble@larkmere.example"]),
    ],
)
def test_the_address_of_a_role_is_not_asked_about(project: Path, listed: str, asked: list[str]) -> None:
    """Whole addresses, and parts of them, that the policy lists pass, also where written in words."""
    path = project / "data" / "policy.yml"
    path.write_text(path.read_text("utf-8") + f"\nrole_addresses: {listed}\n", "utf-8")
    say(project, "Write to office at larkmere dot example or to j.quibble@larkmere.example.")
    assert [problem.private_text for problem in found(project)] == asked


def test_a_role_address_needs_its_sign(project: Path) -> None:
    """A bare word would let too much pass."""
    path = project / "data" / "policy.yml"
    path.write_text(path.read_text("utf-8") + "\nrole_addresses: [office]\n", "utf-8")
    assert [problem.code for problem in load(project).problems] == ["wrong-form"]
