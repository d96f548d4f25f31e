"""What `pages check` tells the office of what is missing: a note at its place, which stops nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import run
from tests.partnerships import copy_to, secrets_in


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_to(tmp_path / "project")


def test_check_tells_what_is_missing_on_a_day(project: Path) -> None:
    """A priority that no meeting has discussed for half a year is told with the day of the last one."""
    early, late = (run(project, "check", "--date", day) for day in ("2026-06-01", "2026-10-01"))
    told = "note: data/priorities/neglect.yml"
    assert told not in early.stdout
    assert told in late.stdout
    assert "No meeting has discussed this priority since 2026-03-12." in late.stdout
    assert (late.exit_code, secrets_in(late.stdout)) == (0, [])
    assert "no problems." in late.stdout


def test_a_gap_is_told_at_the_line_of_its_action(project: Path) -> None:
    """The place is that of the id in the private file."""
    path = project / "data/plans/business-2025.yml"
    path.write_text(path.read_text("utf-8").replace("        leads: [police]\n", ""), "utf-8")
    line = path.read_text("utf-8").split("\n").index("      - id: toolkit") + 1
    found = run(project, "check", "--date", "2026-06-01").stdout
    assert f"note: data/plans/business-2025.yml:{line}:" in found
    assert "[action-without-lead]" in found
