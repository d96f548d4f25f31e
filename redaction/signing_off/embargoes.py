"""Editions that wait in `data/pending/` until their day."""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from editions.canonical import to_bytes, to_plain
from editions.downloads import differing
from editions.frozen import Edition, is_intact, record_of
from editions.published import Published, read
from editions.storing import create_whole, write_whole
from problems import Place, Problem, errors
from problems.leavings import is_left_behind
from records.loading import FOLDER, PENDING, Records
from redaction import signing_messages as messages
from redaction.attachments.attaching import attach
from redaction.comparing import withholds_more
from redaction.projecting.cutting_out import part_ids
from redaction.projecting.leaving_out import left_out, still_gone
from redaction.projecting.projection import project as project_one
from redaction.searching.folding import fold_source
from redaction.searching.mentions import words_about
from redaction.searching.scanning import Scanner, find, texts_in
from redaction.signing_off.signing import Prepared, write_edition


@dataclass(frozen=True, slots=True)
class Waiting:
    """One edition that waits, with the earlier ones that it will empty."""

    path: Path
    due: date
    edition: Edition
    emptied: tuple[Edition, ...]

    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """The files of its papers, by their names in the folder of an edition."""


@dataclass(frozen=True, slots=True)
class Pending:
    """Every edition that waits."""

    waiting: tuple[Waiting, ...]
    problems: tuple[Problem, ...]


def hold(project: Path, prepared: Prepared, due: date) -> Path:
    """Write a prepared edition where it waits for its day, and return its path.

    Raises FileExistsError when one of the same record waits already.
    """
    if prepared.edition is None:
        raise ValueError("There is no edition to hold back.")
    edition = prepared.edition
    path = project / FOLDER / PENDING / edition.kind / f"{edition.id}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    files = prepared.contents
    if files and not path.exists():
        create_whole(path.with_suffix(""), files, replacing=True)
    content = {
        "due": due.isoformat(),
        "edition": to_plain(edition),
        "emptied": [to_plain(each) for each in prepared.emptied],
    }
    write_whole(path, to_bytes(content))
    return path


def read_pending(project: Path) -> Pending:
    """Return the editions that wait, and a problem for each that cannot be read."""
    waiting: list[Waiting] = []
    problems: list[Problem] = []
    for path in sorted((project / FOLDER / PENDING).rglob("*.json")):
        if is_left_behind(path.name):
            continue
        try:
            plain = json.loads(path.read_bytes())
            edition = Edition.model_validate(plain["edition"])
            each = Waiting(
                path,
                date.fromisoformat(plain["due"]),
                edition,
                tuple(Edition.model_validate(inner) for inner in plain["emptied"]),
                _files(path, edition),
            )
        except (OSError, ValueError, KeyError, TypeError, ValidationError, RecursionError):
            problems.append(messages.PENDING_UNREADABLE.at(Place(path.relative_to(project).as_posix())))
            continue
        if is_intact(each.edition):
            waiting.append(each)
        else:
            problems.append(messages.PENDING_UNREADABLE.at(Place(path.relative_to(project).as_posix())))
    return Pending(tuple(waiting), tuple(problems))


def waiting_in(project: Path) -> frozenset[tuple[str, str]]:
    """Return the kind and public id of each record of which an edition waits, also of one that is damaged."""
    paths = (project / FOLDER / PENDING).glob("*/*.json")
    return frozenset((path.parent.name, path.stem) for path in paths if not is_left_behind(path.name))


def _files(path: Path, edition: Edition) -> dict[str, bytes]:
    """Return the files that wait with an edition. Raises ValueError when they are not as signed off."""
    folder = path.with_suffix("")
    named = edition.files
    there = [name for name in named if (folder / name).is_file()]
    if any(differing(folder, named, there)):
        raise ValueError("A file that waits is not as it was signed off.")
    return {name: (folder / name).read_bytes() for name in named}


def due_now(pending: Pending, today: date) -> Iterator[Waiting]:
    """Yield the editions whose day has come."""
    return (each for each in pending.waiting if each.due <= today)


def objections(
    project: Path, waiting: Waiting, scanner: Scanner, gone: Collection[str]
) -> tuple[Problem, ...]:
    """Return why an edition whose day has come must not be published as it was signed off.

    `gone` are the records, as KIND/ID, and the parts of records that were taken down without trace meanwhile.
    """
    place = Place(waiting.path.relative_to(project).as_posix())
    name = f"{waiting.edition.kind}/{waiting.edition.id}"
    parts = set(part_ids(waiting.edition.record or {}))
    if name in gone or any(f"{name}/{part}" in gone for part in parts):
        return (messages.WAITING_TAKEN_DOWN.at(place),)
    record = record_of(waiting.edition)
    away = still_gone(gone, read(project)) if gone else frozenset()
    if record is not None and (
        left_out(record, away) is not record or any(words_about(record, away, lambda _: place))
    ):
        return (messages.WAITING_NAMES_GONE.at(place),)
    texts = [text for _, text in texts_in(waiting.edition.record)]
    texts += [content.decode() for name, content in waiting.files.items() if name.endswith((".txt", ".csv"))]
    found = find(scanner, "\n".join(map(fold_source, texts)))
    return tuple(messages.WAITING_WITHHELD.at(place, where=str(secret.where)) for secret in found)


def withheld_since(
    project: Path, waiting: Waiting, records: Records, published: Published
) -> tuple[Problem, ...]:
    """Return why an edition must not be published, if its record withholds by now what the edition shows.

    Days, numbers, and whoever came are no words that could be searched for. Where the record is gone or has
    mistakes, nobody can tell, and that is a reason too.
    """
    key = (waiting.edition.kind, waiting.edition.id)
    loaded = next((each for each in records.loaded.values() if each.public_key == key), None)
    if waiting.edition.record is None:
        return ()
    place = Place(waiting.path.relative_to(project).as_posix())
    if loaded is None:
        return (messages.WAITING_NOT_COMPARED.at(place),)
    projection = attach(project_one(records, loaded.kind, loaded.id), records, published).projection
    if errors(projection.problems):
        return (messages.WAITING_NOT_COMPARED.at(place),)
    now = to_plain(projection.record) if projection.record is not None else {}
    less = withholds_more(waiting.edition.record, now)
    return (messages.WAITING_TELLS_MORE.at(place, where=loaded.file),) if less else ()


def reminders(project: Path, pending: Pending, today: date) -> tuple[Problem, ...]:
    """Return a reminder for each edition whose day has come."""
    return tuple(
        messages.DUE.at(Place(each.path.relative_to(project).as_posix()), day=each.due.isoformat())
        for each in due_now(pending, today)
    )


def release(project: Path, waiting: Waiting) -> Path:
    """Publish an edition that waited, and return the path of its file.

    Raises FileExistsError when another edition took its number meanwhile.
    """
    path = write_edition(project, waiting.edition, waiting.files)
    for each in waiting.emptied:
        write_edition(project, each, replacing=True)
    waiting.path.unlink()
    shutil.rmtree(waiting.path.with_suffix(""), ignore_errors=True)
    return path
