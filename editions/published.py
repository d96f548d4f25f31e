"""Reading `published/`: every edition of every record, each proved to be what was signed off."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson
from pydantic import ValidationError

from editions import downloads, messages
from editions.canonical import to_bytes, to_plain
from editions.fields import PublicRecord
from editions.frozen import FORMAT, Edition, is_intact, record_of
from editions.holding import HOLD
from editions.kinds import PUBLIC_KINDS
from editions.neighbours import Shared, read_shared
from editions.storing import LEFTOVER
from problems import Place, Problem
from problems.leavings import is_left_behind

FOLDER = "published"
SUPPRESSED = "suppressed.txt"
"""Public ids of people who are no longer named anywhere, one on each line."""


@dataclass(frozen=True, slots=True)
class History:
    """The editions of one record, oldest first, and the record of the newest."""

    kind: str
    id: str
    editions: tuple[Edition, ...]
    record: PublicRecord | None
    """The public record of the newest edition; None when it was withdrawn."""

    files: Mapping[str, Path] = field(default_factory=dict)
    """The files of the newest edition by name in its folder: `files/toolkit.pdf`, `texts/toolkit.txt`."""

    @property
    def newest(self) -> Edition:
        """The edition that is published."""
        return self.editions[-1]


@dataclass(frozen=True, slots=True)
class Published:
    """Everything that was signed off."""

    histories: dict[tuple[str, str], History]
    """By kind and id, sorted."""

    suppressed: frozenset[str]
    """Public ids of people who are no longer named."""

    problems: tuple[Problem, ...]

    shared: Shared = field(default_factory=Shared)
    """What neighbours publish of the groups that we share with them."""


def path_of(project: Path, kind: str, record_id: str, number: int) -> Path:
    """Return the path of the `record.json` of an edition."""
    return project / FOLDER / kind / record_id / str(number) / "record.json"


def bytes_of(edition: Edition) -> bytes:
    """Return the bytes of the `record.json` of an edition."""
    return to_bytes(to_plain(edition))


def read(project: Path) -> Published:
    """Return what was signed off in a project, with every problem found; a missing folder is empty."""
    found: dict[tuple[str, str], dict[int, _Signed]] = {}
    files: dict[str, list[str]] = {}
    suppressed, problems = _suppressed_in(project)
    for path, name in _standing_in(project):
        beside = _FILE.fullmatch(name)
        if beside is not None and not path.is_symlink():
            files.setdefault(beside[1], []).append(beside[2])
            continue
        signed = _signed_at(path, name)
        if isinstance(signed, Problem):
            problems.append(signed)
        else:
            edition, _ = signed
            found.setdefault((edition.kind, edition.id), {})[edition.number] = signed
    broken = {each.place.file.removesuffix("/record.json") for each in problems}
    problems += _about_files(project, found, files, broken)
    histories = {}
    for key, numbered in sorted(found.items(), key=lambda entry: _order(entry[0])):
        place = Place(f"{FOLDER}/{key[0]}/{key[1]}")
        gaps = [number for number in range(1, max(numbered)) if number not in numbered]
        problems += [messages.MISSING_EDITION.at(place, number=number) for number in gaps]
        histories[key] = _history(project, key, numbered)
    partnership = histories.get(("partnership", "partnership"))
    shared, about_shared = read_shared(project, partnership.record if partnership else None)
    return Published(histories, suppressed, (*problems, *about_shared), shared)


def _standing_in(project: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file that editions may be made of, with its name, and whatever else stands among them.

    What computers and editors leave there is passed over: no edition is made of it, so it is never published.
    """
    folder = project / FOLDER
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        name = path.relative_to(project).as_posix()
        passed = not path.is_symlink() and (path.is_dir() or is_left_behind(path.name))
        if not (passed or LEFTOVER.search(name) or path in {folder / HOLD, folder / SUPPRESSED}):
            yield path, name


def _signed_at(path: Path, name: str) -> _Signed | Problem:
    """Return the edition in a file, or why it is none that was signed off."""
    place = Place(name)
    match = _EDITION.fullmatch(name)
    if match is None or path.is_symlink():
        return messages.UNKNOWN_FILE.at(place)
    try:
        raw = path.read_bytes()
    except OSError:
        return messages.NOT_OPENED.at(place)
    found = _read_edition(raw)
    if isinstance(found, _Unreadable):
        return _why_unreadable(raw, place, newer=found.newer)
    edition, plain = found
    if edition.kind not in PUBLIC_KINDS or (edition.kind, edition.id, str(edition.number)) != match.groups():
        return messages.WRONG_PLACE.at(place)
    record = record_of(edition)
    if not is_intact(edition, plain) or (edition.state == "published") != (record is not None):
        return messages.TAMPERED.at(place)
    return edition, record


def _why_unreadable(raw: bytes, place: Place, *, newer: bool) -> Problem:
    """Return why a file is no edition: what git did to it is told apart, so that nobody removes it."""
    if newer:
        return messages.NEWER_FORMAT.at(place)
    if raw.startswith(b"<<<<<<< ") or b"\n<<<<<<< " in raw:
        return messages.IN_CONFLICT.at(place, folder=place.file.rpartition("/")[0])
    if b"\r\n" in raw and not isinstance(_read_edition(raw.replace(b"\r\n", b"\n")), _Unreadable):
        return messages.OTHER_LINE_ENDS.at(place)
    return messages.NOT_AN_EDITION.at(place)


def _history(project: Path, key: tuple[str, str], numbered: Mapping[int, _Signed]) -> History:
    """Return the history of a record, given its editions by number."""
    last = max(numbered)
    editions = tuple(numbered[number][0] for number in sorted(numbered))
    folder = path_of(project, *key, last).parent
    files = {name: folder / name for name in editions[-1].files}
    return History(*key, editions, numbered[last][1], files)


_Signed = tuple[Edition, PublicRecord | None]
"""An edition, and the public record in it if it has one."""

_EDITION = re.compile(rf"{FOLDER}/([a-z-]+)/([a-z0-9-]+)/([1-9]\d*)/record\.json")
_FILE = re.compile(rf"({FOLDER}/[a-z-]+/[a-z0-9-]+/[1-9]\d*)/({downloads.NAME_IN_EDITION})")


def _about_files(
    project: Path,
    found: Mapping[tuple[str, str], Mapping[int, _Signed]],
    files: Mapping[str, list[str]],
    broken: Collection[str],
) -> Iterator[Problem]:
    """Yield what is wrong with the files beside the editions.

    Nothing is said of files in a `broken` folder: they may well belong to the edition that cannot be read.
    """
    for (kind, record_id), numbered in found.items():
        for number, (edition, _) in numbered.items():
            folder = path_of(project, kind, record_id, number).parent
            label = folder.relative_to(project).as_posix()
            named = edition.files
            for name, is_there in downloads.differing(folder, named, files.get(label, ())):
                wording = messages.FILE_CHANGED if is_there else messages.FILE_MISSING
                yield wording.at(Place(f"{label}/{name}"))
            for name in files.get(label, ()):
                if name not in named:
                    yield messages.UNKNOWN_FILE.at(Place(f"{label}/{name}"))
            if any(
                each.path.rpartition("/")[0] != f"{kind}/{record_id}/{downloads.FILES}"
                for each in edition.downloads
            ):
                yield messages.WRONG_PLACE.at(Place(f"{label}/record.json"))
    whole = {f"{FOLDER}/{kind}/{record_id}" for kind, record_id in found}
    for label in files:
        if label.rpartition("/")[0] not in whole and label not in broken:
            yield messages.RECORD_MISSING.at(Place(f"{label}/record.json"))


@dataclass(frozen=True, slots=True)
class _Unreadable:
    """A file that is no edition as we write them."""

    newer: bool
    """Whether a newer version of the software may have written it."""


def _read_edition(raw: bytes) -> tuple[Edition, dict[str, Any]] | _Unreadable:
    """Return the edition in these bytes with its plain values, if they are exactly what writing it gives."""
    try:
        read = orjson.loads(raw)
        edition = Edition.model_validate(read)
    except ValidationError:
        form = read.get("format") if isinstance(read, dict) else None
        return _Unreadable(newer=isinstance(form, int) and form > FORMAT)
    except (ValueError, RecursionError):
        return _Unreadable(newer=False)
    plain = to_plain(edition)
    return (edition, plain) if to_bytes(plain) == raw else _Unreadable(newer=False)


def _suppressed_in(project: Path) -> tuple[frozenset[str], list[Problem]]:
    """Return the ids of people who are no longer named, and what is wrong with the list of them."""
    path = project / FOLDER / SUPPRESSED
    if not os.path.lexists(path):
        return frozenset(), []
    try:
        lines = path.read_text("utf-8").split()
    except (OSError, UnicodeDecodeError):
        lines = ["?"]
    wrong = any(not re.fullmatch(r"p-[a-z0-9]{8}", line) for line in lines)
    place = Place(f"{FOLDER}/{SUPPRESSED}")
    return frozenset(lines), [messages.BAD_SUPPRESSION.at(place)] if wrong else []


def _order(key: tuple[str, str]) -> tuple[int, str]:
    return list(PUBLIC_KINDS).index(key[0]), key[1]
