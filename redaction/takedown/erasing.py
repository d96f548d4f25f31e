"""Taking down without trace: no page, no address, no title, no data, and no edition that tells of it."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from editions.fields import PublicRecord
from editions.frozen import Edition, record_of, rewritten
from editions.kinds import PUBLIC_KINDS
from editions.published import FOLDER, SUPPRESSED, History, Published
from editions.storing import LEFTOVER, flush_entries, remove_leftovers, write_whole
from problems import Problem
from records.loading import FOLDER as DATA
from redaction import takedown_messages as messages
from redaction.projecting.cutting_out import part_ids, without_part
from redaction.projecting.leaving_out import left_out
from redaction.searching.mentions import Mention, mentions
from redaction.signing_off.signing import write_edition
from redaction.takedown.withdrawing import Request, broken_editions
from redaction.takedown_lists import names_in_list, remember


@dataclass(frozen=True, slots=True)
class Erasure:
    """What taking down without trace would do, or why it cannot be."""

    request: Request
    rewritten: tuple[Edition, ...] = ()
    """Editions in the place of those of the same number, without the part or a reference to the target.

    Date, note and roles stay.
    """

    mentioned_in: tuple[Mention, ...] = ()
    """The other records whose words mention the target, which nobody can take out but a person."""

    problems: tuple[Problem, ...] = ()

    is_listed: bool = False
    """Whether the private list names it already: it was begun before, or done."""


def prepare(project: Path, published: Published, request: Request) -> Erasure:
    """Return what leaves no trace of a record or part. One that was stopped half-way is taken to its end."""
    kind, record_id, part = request.kind, request.id, request.part
    history = published.histories.get((kind, record_id))
    broken = tuple(broken_editions(published, kind, record_id))
    if kind not in PUBLIC_KINDS:
        return Erasure(request, problems=(messages.NOT_PUBLISHED.at(request.folder),))
    if part is not None and broken:
        name = f"{kind}/{record_id}"
        return Erasure(request, problems=(messages.PART_OF_BROKEN.at(request.folder, name=name),))
    own, problems = _own(history, request) if history and part else ((), ())
    others = tuple(_others(published, request))
    is_listed = request.name in (names_in_list(project) or ())
    begun = is_listed and (bool(others) or _has_leftovers(project))
    found = own if part else (history or broken)
    if not (found or begun):
        done = (messages.DOWN_ALREADY.at(request.folder),) if is_listed else ()
        return Erasure(request, problems=done or problems or (messages.NOT_PUBLISHED.at(request.folder),))
    left = {(each.kind, each.id, each.number): each for each in others}
    return Erasure(request, (*own, *others), tuple(_left(published, request, left)), is_listed=is_listed)


def carry_out(project: Path, erasure: Erasure) -> tuple[Path, ...]:
    """Erase, and return the files and folders that changed.

    First the private list in `data/`, where there is one, remembers it, so that a later sign-off asks before
    it publishes the target again. A person's random id also joins the list of those who are no longer named.
    The folder of a record goes in one step; should the machine stop later, the same command again finishes.
    """
    request = erasure.request
    if (project / DATA).is_dir():
        remember(project, request.name, request.day, request.role)
    changed: list[Path] = []
    if request.part is None and request.kind == "people":
        changed += _suppress(project, request.id)
    folder = project / FOLDER / request.kind / request.id
    if request.part is None and os.path.lexists(folder):
        passing = folder.parent.parent / f".part-{secrets.token_hex(8)}"
        folder.rename(passing)
        flush_entries(folder.parent)
        if not any(folder.parent.iterdir()):
            folder.parent.rmdir()
        shutil.rmtree(passing)
        changed.append(folder)
    changed += [write_edition(project, each, replacing=True) for each in erasure.rewritten]
    remove_leftovers(project / FOLDER)
    return tuple(changed)


def _suppress(project: Path, public_id: str) -> Iterator[Path]:
    """Add a person to those who are no longer named, and yield the file, unless they stand there."""
    path = project / FOLDER / SUPPRESSED
    raw = path.read_bytes() if path.exists() else b""
    if public_id.encode() not in raw.split():
        before = raw if not raw or raw.endswith(b"\n") else raw + b"\n"
        write_whole(path, before + f"{public_id}\n".encode(), replacing=True)
        yield path


def _own(history: History, request: Request) -> tuple[tuple[Edition, ...], tuple[Problem, ...]]:
    """Return every edition of a record that shows a part, or says that it was taken down, without it."""
    part = request.part or ""
    found: list[Edition] = []
    known: set[str] = set()
    for edition in history.editions:
        ids = set(part_ids(edition.record or {}))
        known |= ids
        record: PublicRecord | None = record_of(edition)
        if part in ids and edition.record is not None:
            record = without_part(request.kind, request.id, edition.record, part)
            if record is None:
                problem = messages.PART_NEEDED.at(request.folder, name=f"{request.kind}/{request.id}")
                return (), (problem,)
        elif part not in edition.taken_down or record is None:
            continue
        others = tuple(each for each in edition.taken_down if each != part)
        found.append(rewritten(edition, record, taken_down=others))
    if found:
        return tuple(found), ()
    return (), (messages.NO_SUCH_PART.at(request.folder, parts=", ".join(sorted(known)) or "none"),)


def _others(published: Published, request: Request) -> Iterator[Edition]:
    """Yield the editions of other records without their references to the target."""
    gone = frozenset({request.name})
    for key, history in published.histories.items():
        if key == (request.kind, request.id):
            continue
        for edition in history.editions:
            record = record_of(edition)
            left = left_out(record, gone) if record is not None else None
            if left is not None and left is not record:
                yield rewritten(edition, left)


def _left(
    published: Published, request: Request, changed: dict[tuple[str, str, int], Edition]
) -> Iterator[Mention]:
    """Yield the mentions that would stand after the references are out."""
    histories = {}
    for key, history in published.histories.items():
        editions = tuple(changed.get((*key, each.number), each) for each in history.editions)
        histories[key] = History(history.kind, history.id, editions, history.record)
    after = Published(histories, published.suppressed, ())
    yield from mentions(after, request.kind, request.id, request.part)


def _has_leftovers(project: Path) -> bool:
    return any(LEFTOVER.fullmatch(path.name) for path in (project / FOLDER).rglob(".part-*"))
