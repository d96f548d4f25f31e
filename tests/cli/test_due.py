"""`pages check` reminds of agendas and minutes that the policy promises, privately."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.commands import run
from tests.partnerships import copy_to, sign_off

PROMISE = "promptness:\n  agenda_days: 5\n  draft_days: 20\n  approved_days: 10\n  since: 2026-05-01\n"
HELD = "title: Executive meeting\ngroup: executive\ndate: 2026-05-14\nstatus: draft\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the partnership with a promise, a meeting that was held and one to come, none of it public."""
    project = copy_to(tmp_path_factory.mktemp("project"))
    policy = project / "data/policy.yml"
    policy.write_text(policy.read_text("utf-8") + PROMISE, "utf-8")
    folder = project / "data/meetings"
    (folder / "2026-05-14-executive.yml").write_text(HELD, "utf-8")
    coming = HELD.replace("2026-05-14", "2026-07-09").replace("draft", "planned\nhappened: planned")
    (folder / "2026-07-09-executive.yml").write_text(coming, "utf-8")
    return project


def due(project: Path, day: str) -> list[tuple[str, str]]:
    """Return the meeting and the message of each reminder of a day."""
    text = run(project, "check", "--date", day).stderr
    return re.findall(r"(2026-\d\d-\d\d)-executive.*\[(publication-\w+)\]", text)


def test_it_reminds_a_week_before_and_until_it_is_done(project: Path) -> None:
    """The minutes are due on 3 June, the agenda on 4 July."""
    assert due(project, "2026-05-26") == []
    assert due(project, "2026-05-27") == [("2026-05-14", "publication-near")]
    assert due(project, "2026-06-03") == [("2026-05-14", "publication-near")]
    assert due(project, "2026-06-04") == [("2026-05-14", "publication-late")]
    assert ("2026-07-09", "publication-near") in due(project, "2026-06-28")
    assert ("2026-07-09", "publication-late") in due(project, "2026-07-05")


def test_a_reminder_stops_nothing(project: Path) -> None:
    """It names the day and what is missing, and the exit code stays 0."""
    result = run(project, "check", "--date", "2026-06-04")
    assert result.exit_code == 0
    assert (
        "warning: data/meetings/2026-05-14-executive.yml:3:7: date: Of this meeting, the minutes should have "
        "been public by 2026-06-03" in result.stderr
    )


def test_what_is_signed_off_is_no_longer_due(tmp_path: Path, project: Path) -> None:
    """The edition counts, and not what the record says."""
    signed = tmp_path / "signed"
    shutil.copytree(project, signed)
    sign_off(signed, ("policy", "policy"), ("groups", "executive"), ("meetings", "2026-05-14-executive"))
    assert due(signed, "2026-06-04") == []
