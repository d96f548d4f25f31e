"""Redirects: where something stands now that once stood elsewhere, as redirects.yml says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editions.storing import write_whole
from macros.project_files import permanence_messages as messages
from macros.project_files.allowed_settings import Key
from macros.project_files.settings_files import read_settings_file
from problems import Place, Problem

FILE = "redirects.yml"

_ADDRESS = re.compile(r"/(?:(?!\.{1,2}/)[A-Za-z0-9._-]+/)*(?:#[a-z0-9]+(?:-[a-z0-9]+)*)?")
"""No step is `.` or `..`, which would lead to a file outside the site."""

_ELSEWHERE = re.compile(r"https://[^\s\"'<>]+")


@dataclass(frozen=True, slots=True)
class Redirect:
    """One address at which something stood, and where it stands now."""

    old: str
    """An address of this site: `/meetings/2026-03-12-exec/`, or that of a part, `/plans/a/#action-x`."""

    new: str
    """An address of this site, or the whole address of a page elsewhere."""

    line: int
    """Where it stands in the file."""

    @property
    def page(self) -> str:
        """The address of the page on which it stood."""
        return self.old.partition("#")[0]

    @property
    def part(self) -> str:
        """The part of that page; empty for the page itself."""
        return self.old.partition("#")[2]


def read_redirects(project: Path) -> tuple[tuple[Redirect, ...], tuple[Problem, ...]]:
    """Return the redirects of a project and what is wrong with their file; none without one."""
    if not (project / FILE).exists():
        return (), ()
    read = read_settings_file(project / FILE)
    if isinstance(read, Problem):
        return (), (read,)
    values, lines = read
    found: list[Redirect] = []
    problems: list[Problem] = []
    for old, new in values.items():
        line = _line(lines, old)
        if not _ADDRESS.fullmatch(old) or not isinstance(new, str) or not _is_target(new) or old == new:
            problems.append(messages.REDIRECT_FORM.at(Place(FILE, line)))
        else:
            found.append(Redirect(old, new, line))
    return tuple(found), tuple(problems)


def wrong_redirects(redirects: Collection[Redirect], standing: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each redirect from where something stands, or to where nothing does."""
    moved = {each.old for each in redirects}
    for each in redirects:
        place = Place(FILE, each.line)
        if each.old in standing:
            yield messages.REDIRECT_FROM_STANDING.at(place)
        if each.part and each.page not in standing:
            yield messages.REDIRECT_WITHOUT_PAGE.at(place)
        if each.new.startswith("/") and (each.new not in standing or each.new in moved):
            yield messages.REDIRECT_TO_NOTHING.at(place)


def bound_to(redirects: Iterable[Redirect], addresses: Collection[str]) -> tuple[Redirect, ...]:
    """Return the redirects that lead to one of these addresses of the site, or stand at the foot of one."""
    return tuple(
        each for each in redirects if each.new in addresses or (each.part and each.page in addresses)
    )


def take_out(project: Path, gone: Collection[Redirect]) -> bool:
    """Take lines out of the file of redirects; return whether just these went.

    Where a redirect is written in another way than as one line, the file stays as it is.
    """
    path = project / FILE
    before, _ = read_redirects(project)
    raw = path.read_bytes()
    lines = {each.line for each in gone}
    kept = (line for number, line in enumerate(raw.splitlines(keepends=True), 1) if number not in lines)
    write_whole(path, b"".join(kept), replacing=True)
    after, problems = read_redirects(project)
    wanted = [(each.old, each.new) for each in before if each not in gone]
    if not problems and [(each.old, each.new) for each in after] == wanted:
        return True
    write_whole(path, raw, replacing=True)
    return False


def pages_moved(redirects: Iterable[Redirect]) -> Iterator[Redirect]:
    """Yield the redirects of whole pages."""
    return (each for each in redirects if not each.part)


def parts_moved(redirects: Iterable[Redirect], page: str) -> tuple[Redirect, ...]:
    """Return the redirects of parts of the page with this address."""
    return tuple(each for each in redirects if each.part and each.page == page)


def _is_target(new: str) -> bool:
    return bool(_ADDRESS.fullmatch(new) or _ELSEWHERE.fullmatch(new))


def _line(lines: dict[Key, int], key: Any) -> int:
    return lines.get((str(key),), 0)
