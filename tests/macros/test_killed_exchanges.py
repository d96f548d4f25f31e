"""A build may be killed at any moment, and one whole site stands."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("way", ["at-once", "two-renames"])
def test_fifty_kills_at_random_moments_leave_one_whole_site(tmp_path: Path, way: str) -> None:
    """After every kill and recovery all files are of one generation, later than that of the kill before.

    On Linux, exchanged at once, the site is whole before any recovery and is never seen missing.
    """
    found = kill(tmp_path, way, "50")

    recovered = found["recovered"]
    assert (recovered, len(recovered)) == (sorted(set(recovered)), 50)
    assert (found["leftovers"], found["refused"]) == ([], False)
    if way == "at-once" and sys.platform == "linux":
        assert (found["left"], found["missing"]) == (recovered, False)


@pytest.mark.parametrize(
    "moments", ["each-call", pytest.param("each-call-after-a-kill", marks=pytest.mark.long)]
)
@pytest.mark.parametrize("way", ["at-once", pytest.param("two-renames", marks=pytest.mark.long)])
def test_a_kill_before_any_call_leaves_one_whole_site(tmp_path: Path, way: str, moments: str) -> None:
    """Killed before each call to the file system in turn, a build leaves the old site and then the new.

    So it does when it has first to put back the site that another killed build left aside. The next build
    is never refused.
    """
    found = kill(tmp_path, way, moments)

    recovered = found["recovered"]
    assert (recovered, set(recovered)) == (sorted(recovered), {1, 2})
    assert (found["leftovers"], found["refused"]) == ([], False)


def kill(folder: Path, way: str, moments: str) -> dict[str, Any]:
    (folder / "kills").mkdir()
    command = [sys.executable, "-m", "tests.macros.killed_exchanges", str(folder / "kills"), way, moments]
    script = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert script.stderr == ""
    found: dict[str, Any] = json.loads(script.stdout)
    return found
