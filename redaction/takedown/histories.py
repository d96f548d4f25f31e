"""What a repository remembers: every version of some files, in every branch.

Nothing is handed to git but the names of folders: a term in its arguments could be seen by others.
"""

from __future__ import annotations

import shutil
import subprocess  # git has no library that we would rather depend on
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

NOTHING = "0" * 40


@dataclass(frozen=True, slots=True)
class Blob:
    """One version of a file."""

    path: str
    commit: str
    """The commit that brought it, short."""

    day: str
    raw: bytes = field(repr=False)


def blobs(project: Path, folders: tuple[str, ...]) -> Iterator[Blob] | None:
    """Return every version of the files in some folders of a project, the newest first.

    Each content comes once for each path that it had, because a path can tell something too. None where there
    is no repository, or no git to read it.
    """
    git = shutil.which("git")
    if git is None:
        return None
    inside = _run(git, project, "rev-parse", "--is-inside-work-tree")
    if inside is None:
        return None
    return _every(git, project, _versions(git, project, folders))


def remotes(project: Path) -> tuple[str, ...]:
    """Return the names of the other places that a repository is sent to."""
    git = shutil.which("git")
    listed = _run(git, project, "remote") if git is not None else None
    return tuple((listed or b"").decode("utf-8", "replace").split())


def _versions(git: str, project: Path, folders: tuple[str, ...]) -> dict[tuple[str, str], tuple[str, str]]:
    """Return the commit and day of every version by the name of its content and its path."""
    log = ("log", "--all", "--raw", "--no-abbrev", "--no-renames", "-m", "-z", "--format=%x02%h %cs")
    listed = _run(git, project, *log, "--relative", "--", *folders) or b""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    commit = day = content = ""
    for token in listed.decode("utf-8", "replace").replace("\n", "\0").split("\0"):
        if token.startswith("\x02"):
            commit, _, day = token[1:].partition(" ")
        elif token.startswith(":"):
            content = token.split(" ")[3]
        elif token and content not in {"", NOTHING}:
            found.setdefault((content, token), (commit, day))
            content = ""
    return found


def _every(git: str, project: Path, versions: dict[tuple[str, str], tuple[str, str]]) -> Iterator[Blob]:
    """Yield the versions with their content."""
    asked = "".join(f"{content}\n" for content, _ in versions).encode()
    given = _run(git, project, "cat-file", "--batch", given=asked) or b""
    at = 0
    for (content, path), (commit, day) in versions.items():
        end = given.find(b"\n", at)
        name, _, size = given[at:end].decode("ascii", "replace").partition(" blob ")
        if name != content:  # Something that is missing, or no file.
            at = end + 1
            continue
        start = end + 1
        yield Blob(path, commit, day, given[start : start + int(size)])
        at = start + int(size) + 1


def _run(git: str, project: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    command = [git, "-C", str(project), "-c", "core.quotePath=false", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False)  # noqa: S603  # fixed words and folders
    return done.stdout if done.returncode == 0 else None
