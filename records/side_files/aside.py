"""The private files beside the records: the known terms, and what was decided about words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from problems import Place, Problem
from records.side_files import side_messages as messages
from records.side_files.decisions import FILE, Decisions, read_decisions
from records.side_files.known_terms import DEFAULT, KnownTerm, read_terms
from records.yaml_files.files import name_for_messages

ELSEWHERE = "the file of known terms"
"""What messages call a file outside `data/`: its real name may tell something."""


@dataclass(frozen=True, slots=True)
class Source:
    """A known term with the file in which it stands."""

    term: KnownTerm = field(repr=False)
    place: Place


@dataclass(frozen=True, slots=True)
class Aside:
    """What stands beside the records. With a problem that is an error, nothing may be published."""

    terms: tuple[Source, ...] = ()
    decisions: Decisions = field(default=Decisions(), repr=False)
    places: tuple[Place, ...] = ()
    """The place of each decision."""

    problems: tuple[Problem, ...] = ()


def read_aside(project: Path, folder: str, named: object, place: Place) -> Aside:
    """Return what stands beside the records of a project, in whose `folder` they are.

    `named` is where the policy says that the known terms are, relative to the project, and `place` is where
    it says so. A file in the default place is read in any case.
    """
    terms: list[Source] = []
    problems: list[Problem] = []
    default = project / folder / DEFAULT
    files: list[tuple[Path, str]] = []
    if os.path.lexists(default):
        files.append((default, f"{folder}/{DEFAULT}"))
    if named is not None:
        path = project / named if isinstance(named, str) else None
        if path is None or not path.is_file():
            problems.append(messages.TERMS_UNREADABLE.at(place))
        elif not files or not (default.exists() and path.samefile(default)):
            files.append((path, ELSEWHERE))
    if not files and named is None:
        problems += map(messages.TERMS_MISNAMED.at, _alike(project / folder))
    for path, label in files:
        known, found = read_terms(path, label)
        terms += (
            Source(each, Place(label).inside("terms", str(at))) for at, each in enumerate(known.terms, 1)
        )
        problems += found
    decisions, places, found = read_decisions(project / folder / FILE, f"{folder}/{FILE}")
    return Aside(tuple(terms), decisions, places, (*problems, *found))


def _alike(folder: Path) -> Iterator[Place]:
    """Yield the files in a folder by whose names somebody may have meant the known terms: `Terms.yml`."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.casefold().startswith("term") and path.name != DEFAULT:
            yield Place(name_for_messages(path, folder))
