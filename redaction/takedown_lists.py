"""The private list of what was taken down without trace: `data/taken-down.txt`.

One line each: KIND/ID or KIND/ID/PART, the day, the role of whoever took it down with `>` where it was given,
and the role of the second person once they confirmed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from editions.canonical import to_plain
from editions.fields import PublicRecord
from editions.storing import write_whole
from problems import Place, Problem
from records.loading import FOLDER as DATA
from records.loading import TAKEN_DOWN
from redaction import signing_messages, takedown_messages
from redaction.projecting.cutting_out import part_ids


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list."""

    name: str
    day: str = ""
    """When it was taken down; empty where that is not known."""

    role: str = ""
    """The role of the second person, if they confirmed."""

    taken_by: str = ""
    """The role of whoever took it down, if they gave it."""

    def __str__(self) -> str:
        first, second = (" ".join(each.replace(">", " ").split()) for each in (self.taken_by, self.role))
        return " ".join(each for each in (self.name, self.day, first, ">" if first else "", second) if each)


def read_list(project: Path) -> tuple[Listed, ...] | None:
    """Return what was taken down without trace; None when the list is unreadable."""
    path = project / DATA / TAKEN_DOWN
    try:
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
    except (OSError, UnicodeDecodeError):
        return None
    return tuple(_listed(line) for line in lines if line.strip())


def names_in_list(project: Path) -> frozenset[str] | None:
    """Return the names of what was taken down without trace; None when the list is unreadable."""
    found = read_list(project)
    return None if found is None else frozenset(each.name for each in found)


def remember(project: Path, name: str, day: date, role: str | None = None) -> None:
    """Add a line to the list, unless it is there. A list that cannot be read is kept as it is above it.

    A line that a second person confirmed is of an earlier takedown: a new one takes its place.
    """
    path = project / DATA / TAKEN_DOWN
    lines = path.read_bytes().splitlines() if path.exists() else []
    listed = [_listed(line.decode("utf-8", "replace")) for line in lines]
    if any(each.name == name and not each.role for each in listed):
        return
    kept = [line for line, each in zip(lines, listed, strict=True) if each.name != name]
    new = Listed(name, day.isoformat(), taken_by=role or "")
    write_whole(path, b"".join(line + b"\n" for line in [*kept, f"{new}".encode()]), replacing=True)


def confirm_in_list(project: Path, name: str, role: str) -> None:
    """Write the role of the second person beside a line of the list."""
    _write(
        project,
        [replace(each, role=role) if each.name == name else each for each in read_list(project) or ()],
    )


def forget_shown(project: Path, kind: str, record: Mapping[str, Any], record_id: str) -> None:
    """Take a record, and its parts that plain public values have, off the list.

    For what has just been signed off: somebody said that it may be public again, or it was refused.
    """
    name = f"{kind}/{record_id}"
    shown = {name, *(f"{name}/{part}" for part in part_ids(record))}
    listed = read_list(project) or ()
    kept = [each for each in listed if each.name not in shown]
    if len(kept) < len(listed):
        _write(project, kept)


def objections(
    project: Path, kind: str, record: PublicRecord, place: Place, restore: frozenset[str] = frozenset()
) -> tuple[Problem, ...]:
    """Return why a record must not be published as it is: it, or a part, was taken down without trace.

    `restore` holds the parts that may be public again, or `*` for the whole record.
    """
    gone = names_in_list(project)
    if gone is None:
        return (takedown_messages.TAKEDOWNS_UNREADABLE.at(Place(f"{DATA}/{TAKEN_DOWN}")),)
    if f"{kind}/{record.id}" in gone and "*" not in restore:
        return (signing_messages.TAKEN_DOWN_RECORD.at(place),)
    shown = set(part_ids(to_plain(record))) - restore
    return tuple(
        signing_messages.TAKEN_DOWN_PART.at(place, part=part)
        for part in sorted(shown)
        if f"{kind}/{record.id}/{part}" in gone
    )


def parts_gone_since(project: Path, record: str, day: str) -> tuple[str, ...]:
    """Return the parts of a record, as KIND/ID, that were taken down without trace on a day or after it."""
    listed = (each for each in read_list(project) or () if each.day >= day)
    return tuple(
        each.name.removeprefix(f"{record}/") for each in listed if each.name.startswith(f"{record}/")
    )


def _write(project: Path, lines: Iterable[Listed]) -> None:
    content = "".join(f"{each}\n" for each in lines)
    write_whole(project / DATA / TAKEN_DOWN, content.encode(), replacing=True)


def _listed(line: str) -> Listed:
    name, day, role = [*line.split(maxsplit=2), "", "", ""][:3]
    try:
        date.fromisoformat(day)
    except ValueError:
        day = ""
    first, _, second = role.rpartition(">")
    return Listed(name, day, second.strip(), first.strip())
