"""Reading a record from the disk, and nothing that is not one: no links out, no pipes, no giants."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path, PurePosixPath

from problems import Place, Problem
from records.yaml_files import reading_messages as messages
from records.yaml_files.reading import LARGEST, Reading, read, too_large

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
"""A folder's name, and a file's before its ending: an id."""

PAPERS = frozenset(
    ".pdf .jpg .jpeg .png .webp .csv .doc .docx .odt .rtf .xls .xlsx .ods .ppt .pptx .odp".split()  # noqa: SIM905  # reads better
)
"""Endings of files that may be papers: those that can be published, and those of office programs."""


def read_file(path: Path, root: Path) -> Reading:
    """Return what a file in the data folder `root` holds, and every problem; never raises.

    Messages name the file by the data folder's name and its path within, with `/`.
    """
    label = name_for_messages(path, root)
    place = Place(label)
    wrong = _name_problem(path, root, place)
    if wrong:
        return Reading(None, (wrong,))
    try:
        if not path.resolve(strict=True).is_relative_to(root.resolve(strict=True)):
            return Reading(None, (messages.FILE_OUTSIDE.at(place),))
        raw = _bytes(path)
    except FileNotFoundError:
        return Reading(None, (messages.FILE_MISSING.at(place),))
    except (OSError, RuntimeError):
        # A link that leads to itself raises RuntimeError up to Python 3.12.
        return Reading(None, (messages.FILE_UNREADABLE.at(place),))
    if raw is None:
        return Reading(None, (messages.FILE_IRREGULAR.at(place),))
    return too_large(label) if len(raw) > LARGEST else read(raw, label)


def read_anywhere(path: Path, label: str) -> Reading | None:
    """Return what a file holds, wherever it lies; None when it is missing, unreadable or no ordinary file.

    `label` is what messages call it.
    """
    try:
        raw = _bytes(path)
    except (OSError, RuntimeError, ValueError):
        return None
    if raw is None:
        return None
    return too_large(label) if len(raw) > LARGEST else read(raw, label)


def leads_outside(folder: Path, root: Path) -> bool:
    """Return whether a folder is a link that ends outside the data folder, or nowhere at all."""
    try:
        return not folder.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        # A link that leads to itself.
        return True


def name_for_messages(path: Path, root: Path) -> str:
    """Return the path of a file from the data folder's parent on, with nothing that cannot be printed."""
    try:
        within = path.relative_to(root).as_posix()
    except ValueError:
        within = path.name
    whole = str(PurePosixPath(root.name) / within)
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in whole)


def _name_problem(path: Path, root: Path, place: Place) -> Problem | None:
    """Return what is wrong with the names on the way from the data folder to a file, if anything is."""
    try:
        parts = path.relative_to(root).parts
    except ValueError:
        return messages.FILE_OUTSIDE.at(place)
    if ".." in parts or not parts:
        return messages.FILE_OUTSIDE.at(place)
    stem, ending, rest = parts[-1].rpartition(".yml")
    if not ending or rest:
        is_paper = path.suffix.lower() in PAPERS
        return (messages.FILE_IS_PAPER if is_paper else messages.FILE_ENDING).at(place)
    if all(NAME.match(name) for name in (*parts[:-1], stem)):
        return None
    return messages.FILE_NAME.at(place)


def _bytes(path: Path) -> bytes | None:
    """Return the bytes of an ordinary file, at most one more than is read; None for anything else.

    The file is opened first and looked at then, so that it cannot be exchanged in between; a pipe
    does not block.
    """
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            return None
        with os.fdopen(opened, "rb", closefd=False) as stream:
            return stream.read(LARGEST + 1)
    finally:
        os.close(opened)
