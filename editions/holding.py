"""The mark that the whole site is taken down: `published/holding.json`.

While it is there, every build puts a holding page in the place of the site, wherever the site is built.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from editions.canonical import to_bytes
from editions.storing import write_whole

HOLD = "holding.json"
_PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Hold:
    """That the whole site is taken down."""

    day: str = ""
    """Since when; empty where the mark cannot be read."""

    note: str = ""
    """What the public reads about it, if anything."""


def read_hold(project: Path) -> Hold | None:
    """Return the mark, or None. One that cannot be read counts: it was put there to take the site down."""
    path = project / _PUBLISHED / HOLD
    if not (path.exists() or path.is_symlink()):
        return None
    try:
        plain = json.loads(path.read_bytes())
        return Hold(str(plain.get("day", "")), str(plain.get("note", "")))
    except (OSError, ValueError, AttributeError, RecursionError):
        return Hold()


def write_hold(project: Path, hold: Hold) -> None:
    """Write the mark, in place of one that is there. Raises OSError when it cannot be written."""
    path = project / _PUBLISHED / HOLD
    path.parent.mkdir(exist_ok=True)
    write_whole(path, to_bytes({"day": hold.day, "note": hold.note}), replacing=True)


def remove_hold(project: Path) -> None:
    """Remove the mark."""
    (project / _PUBLISHED / HOLD).unlink()
