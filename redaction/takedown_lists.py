"""The private list of what was taken down without trace: `data/taken-down.txt`.

One line each: KIND/ID or KIND/ID/PART, the day, and the role of the second person once they confirmed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

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

    def __str__(self) -> str:
        return " ".join(each for each in (self.name, self.day, self.role) if each)


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


def remember(project: Path, name: str, day: date) -> None:
    """Add a line to the list, unless it is there. A list that cannot be read is kept as it is above it."""
    path = project / DATA / TAKEN_DOWN
    raw = path.read_bytes() if path.exists() else b""
    if name in {_listed(line.decode("utf-8", "replace")).name for line in raw.splitlines() if line.strip()}:
        return
    before = raw if not raw or raw.endswith(b"\n") else raw + b"\n"
    write_whole(path, before + f"{name} {day.isoformat()}\n".encode(), replacing=True)


def confirm_in_list(project: Path, name: str, role: str) -> None:
    """Write the role of the second person beside a line of the list."""
    lines = (
        Listed(each.name, each.day, role) if each.name == name else each for each in read_list(project) or ()
    )
    content = "".join(f"{each}\n" for each in lines)
    write_whole(project / DATA / TAKEN_DOWN, content.encode(), replacing=True)


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


def _listed(line: str) -> Listed:
    name, day, role = [*line.split(maxsplit=2), "", "", ""][:3]
    try:
        date.fromisoformat(day)
    except ValueError:
        day = ""
    return Listed(name, day, role.strip())
