"""What the tests of records share: writing records of a partnership, and hearing what is wrong with them."""

from __future__ import annotations

from pathlib import Path

from records.loading import load
from tests.partnerships import copy_to


def told(project: Path, about: str = "") -> list[str]:
    """Return the problems of a project whose file has these words in its path."""
    return [str(problem) for problem in load(project).problems if about in problem.place.file]


def told_of(project: Path, file: str, text: str) -> list[str]:
    """Return the problems of one file, written with this text."""
    path = project / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return [str(problem) for problem in load(project).problems if problem.place.file == file]


def codes(found: list[str]) -> list[str]:
    """Return the codes of problems, in their brackets."""
    return [each.rsplit(" ", 1)[1] for each in found]


def only(project: Path, kind: str, **records: str) -> Path:
    """Return a project with these records of a kind, by id, and no others of it."""
    folder = copy_to(project) / "data" / kind
    for known in folder.glob("*.yml"):
        known.unlink()
    folder.mkdir(exist_ok=True)
    for name, text in records.items():
        (folder / f"{name}.yml").write_text(text, "utf-8")
    return project
