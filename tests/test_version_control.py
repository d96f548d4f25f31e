"""What git does to the files of a partnership, by the rules of `.gitattributes`."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from editions.published import read
from tests.partnerships import signed_copy_to

RULES = Path(__file__).parent.parent / ".gitattributes"
WHO = ("-c", "user.name=Office", "-c", "user.email=office@example.org", "-c", "init.defaultBranch=main")


def git(folder: Path, *words: str) -> str:
    command = (str(shutil.which("git")), *WHO, *words)
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return ran.stdout


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a partnership under version control in which everything is signed off."""
    found = signed_copy_to(tmp_path / "project")
    shutil.copy(RULES, found)
    git(found, "init", "--quiet")
    git(found, "add", "--all")
    git(found, "commit", "--quiet", "--message", "One")
    return found


def test_a_copy_for_windows_reads_every_edition(project: Path) -> None:
    """Git writes other ends of lines there, and an edition is checked by its bytes."""
    git(project.parent, "clone", "--quiet", "-c", "core.autocrlf=true", "project", "copy")

    copy = project.parent / "copy"
    assert b"\r\n" in (copy / "mkdocs.yml").read_bytes()
    assert read(copy).problems == ()
    assert read(copy).histories.keys() == read(project).histories.keys()


@pytest.mark.parametrize("name", ["published/suppressed.txt", "data/taken-down.txt", "published.lock"])
def test_what_two_people_took_down_stays_down(project: Path, name: str) -> None:
    """Each added a line at the end of the list, and git keeps both."""
    file = project / name
    before = file.read_text("utf-8") if file.exists() else ""
    git(project, "switch", "--quiet", "--create", "other")
    for branch, line in (("other", "p-aaaaaaaa"), ("main", "p-bbbbbbbb")):
        git(project, "switch", "--quiet", branch)
        file.write_text(f"{before}{line}\n", "utf-8")
        git(project, "add", "--all")
        git(project, "commit", "--quiet", "--message", branch)

    git(project, "merge", "--quiet", "--message", "Both", "other")

    assert {"p-aaaaaaaa", "p-bbbbbbbb"} <= set(file.read_text("utf-8").splitlines())
    assert "<<<<<<<" not in file.read_text("utf-8")
