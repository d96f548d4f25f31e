"""`pages build` killed at any moment: one whole site stands, and the next build succeeds."""

from __future__ import annotations

import hashlib
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.partnerships import signed_copy_to

ROOT = Path(__file__).parents[2]
LINES = ("The first generation.", "The second generation, which is longer.")


@pytest.mark.long
@pytest.mark.parametrize("kills", [50])
def test_one_whole_site_stands_after_every_kill(tmp_path: Path, kills: int) -> None:
    """After a kill all files are of one generation, the one that stood or the one that was being built."""
    project = signed_copy_to(tmp_path / "project")
    index = project / "docs" / "index.md"
    home = index.read_text("utf-8")
    draw = random.Random(kills)  # noqa: S311  # moments, not secrets
    sites: list[dict[str, str]] = []
    took = 0.0
    for line in LINES:
        index.write_text(f"{home}\n\n{line}\n", "utf-8")
        began = time.monotonic()
        assert start(project).wait() == 0
        took = time.monotonic() - began
        sites.append(digests(project))
    standing = 1
    left: list[list[int]] = []
    for number in range(kills):
        index.write_text(f"{home}\n\n{LINES[number % 2]}\n", "utf-8")
        build = start(project)
        # Half of the kills fall into the last third, in which the finished site is put in place.
        time.sleep(took * (draw.random() if number % 2 else draw.uniform(0.65, 1.0)))
        build.kill()
        build.wait()
        found = digests(project)
        left.append([generation for generation in (standing, number % 2) if sites[generation] == found])
        standing = left[-1][0] if left[-1] else standing
    index.write_text(f"{home}\n\n{LINES[0]}\n", "utf-8")

    assert [number for number, whole in enumerate(left) if not whole] == []
    assert sites[0] != sites[1]
    assert start(project).wait() == 0
    assert digests(project) == sites[0]
    assert [path.name for path in (project / "build").iterdir() if "scratch" in path.name] == []


def start(project: Path) -> subprocess.Popen[bytes]:
    """Start a build in a process of its own."""
    command = [sys.executable, "-m", "cli", "build", "--project", str(project)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def digests(project: Path) -> dict[str, str]:
    """Return the digest of every file of the site."""
    site = project / "site"
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }
