"""The sign of a private view, and files of it: marked on every page, and kept away from what is public."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from problems import Place, Problem
from redaction import review_messages as messages

SIGN = "partnership-pages-private-view"
"""Stands in every private view, so that a verification of a site finds one that came there by mistake."""

SHOWN = (
    "Confidential: for the second person of ",
    "Confidential: for the office, ",
    "Confidential: for those invited to the meeting, ",
)
"""How the words on every page of a private view begin, so that it is known on paper and in a PDF too."""

NEVER_IN = ("docs", "site", "published", "data", "build/public", "build/preview", "build/redacted")
"""Folders of a project that are published, or that hold nothing but records."""


def watermark(name: str, code: str | None, day: date) -> str:
    """Return the words that stand on every page of a private view of a record."""
    seen = f"code {code}" if code else "nothing to publish"
    return f"{SHOWN[0]}{name}, {seen}, {day.isoformat()}"


def several_watermark(number: int, day: date) -> str:
    """Return the words that stand on every page of a private view of several records."""
    return f"{SHOWN[0]}{number} records, {day.isoformat()}"


def office_watermark(day: date) -> str:
    """Return the words that stand on a private list of records."""
    return f"{SHOWN[1]}{day.isoformat()}"


def circulated_warning(what: str) -> str:
    """Return the words that stand on every page of the whole minutes for those who were at the meeting."""
    return f"{SHOWN[2]}{what}. Do not pass on or publish."


def refusal(path: Path, project: Path) -> Problem | None:
    """Return why a private view must not be written to a path, if that is so."""
    target = Path(os.path.realpath(path))
    place = Place(str(path))
    for folder in NEVER_IN:
        if target.is_relative_to(os.path.realpath(project / folder)):
            return messages.FILE_IN_PUBLIC.at(place, folder=folder)
    if os.path.lexists(path):
        return messages.FILE_EXISTS.at(place)
    return None if target.parent.is_dir() else messages.NO_FOLDER.at(place)


def write_private(path: Path, content: bytes) -> None:
    """Write a new file that only its owner can read. Raises FileExistsError for a name that is taken.

    Of a file that could not be written to its end nothing stays; OSError says why.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
