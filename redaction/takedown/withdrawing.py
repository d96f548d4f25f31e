"""Taking down: at once, by one person, from public values only, whatever state the records are in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from editions.frozen import Edition, emptied, freeze, removed, withdrawn
from editions.kinds import PUBLIC_KINDS
from editions.marks import is_public
from editions.published import FOLDER, History, Published
from problems import Place, Problem
from redaction import takedown_messages as messages
from redaction.projecting.cutting_out import part_ids, without_part
from redaction.searching.mentions import Mention, mentions
from redaction.signing_off.signing import write_edition

NOTE = "Withdrawn."
NOTE_PART = "Part of this record was withdrawn."


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks for who takes something down."""

    kind: str
    id: str
    day: date
    part: str | None = None
    """The id of the part; None for the record."""

    note: str | None = None
    """What the public reads about it."""

    role: str | None = None
    """The role of whoever takes it down."""

    replaced_by: str | None = None
    """The record, as KIND/ID, that takes its place."""

    @property
    def name(self) -> str:
        """The target as the commands name it."""
        return "/".join(each for each in (self.kind, self.id, self.part) if each)

    @property
    def folder(self) -> Place:
        """Where the editions of the record stand."""
        return Place(f"{FOLDER}/{self.kind}/{self.id}")


@dataclass(frozen=True, slots=True)
class Takedown:
    """What taking down would write, or why it cannot be."""

    request: Request
    edition: Edition | None = None
    """The edition that says so; None when there is one already, or when there are errors."""

    emptied: tuple[Edition, ...] = ()
    """Every earlier edition without its content."""

    mentioned_in: tuple[Mention, ...] = ()
    """The other records whose editions mention the target."""

    problems: tuple[Problem, ...] = ()


def prepare(published: Published, request: Request) -> Takedown:
    """Return the takedown of a record, or of one part of it, out of its published values alone.

    One that was begun and stopped half-way is taken to its end.
    """
    history = published.histories.get((request.kind, request.id))
    broken = tuple(broken_editions(published, request.kind, request.id))
    problems = tuple(_about_request(published, request, history, broken))
    if problems:
        return Takedown(request, problems=problems)
    found = _of_part(history, request) if history and request.part else _of_record(history, broken, request)
    return replace(found, mentioned_in=mentions(published, request.kind, request.id, request.part))


def prepare_earlier(published: Published, request: Request) -> Takedown:
    """Return the removal of the content of all editions of a record but the newest, which stays as it is."""
    history = published.histories.get((request.kind, request.id))
    if history is None or history.newest.record is None:
        return Takedown(request, problems=(messages.NOT_PUBLISHED.at(request.folder),))
    gone = tuple(emptied(each) for each in history.editions[:-1] if each.record is not None)
    problems = () if gone else (messages.NOTHING_EARLIER.at(request.folder),)
    return Takedown(request, emptied=gone, problems=problems)


def carry_out(project: Path, takedown: Takedown) -> tuple[Path, ...]:
    """Write a takedown and return the files that changed.

    The edition that says so comes first: from then on no build shows what was taken down. Should the machine
    stop in between, the same command again takes it to its end.
    """
    written = [write_edition(project, takedown.edition)] if takedown.edition else []
    written += [write_edition(project, each, replacing=True) for each in takedown.emptied]
    return tuple(written)


def broken_editions(published: Published, kind: str, record_id: str) -> Iterator[int]:
    """Yield the numbers of the editions of a record that cannot be read or were changed."""
    form = re.compile(rf"{FOLDER}/{re.escape(kind)}/{re.escape(record_id)}/([1-9]\d*)/record\.json")
    found = {match[1] for problem in published.problems if (match := form.fullmatch(problem.place.file))}
    yield from sorted(map(int, found))


def _about_request(
    published: Published, request: Request, history: History | None, broken: tuple[int, ...]
) -> Iterator[Problem]:
    """Yield why this cannot be taken down."""
    place = request.folder
    if request.kind not in PUBLIC_KINDS or (history is None and not broken):
        yield messages.NOT_PUBLISHED.at(place)
        return
    if request.part is not None:
        if broken:
            yield messages.PART_OF_BROKEN.at(place, name=f"{request.kind}/{request.id}")
        elif history is not None and history.newest.record is None:
            yield messages.NOT_PUBLISHED.at(place)
        if request.replaced_by:
            yield messages.PART_NOT_REPLACED.at(place)
    if not all(is_public(each) for each in (request.note, request.role) if each):
        yield messages.TAKEDOWN_NOTE_WITH_MARK.at(place)
    if request.replaced_by:
        kind, _, record_id = request.replaced_by.partition("/")
        other = published.histories.get((kind, record_id))
        if other is None or other.record is None or (kind, record_id) == (request.kind, request.id):
            yield messages.REPLACEMENT_NOT_PUBLIC.at(place)


def _of_record(history: History | None, broken: tuple[int, ...], request: Request) -> Takedown:
    """Return the takedown of a record. An edition that cannot be read loses its content with the rest."""
    day, kind, record_id = request.day.isoformat(), request.kind, request.id
    editions = history.editions if history else ()
    gone = [emptied(each) for each in editions if each.record is not None]
    gone += [removed(kind, record_id, number=each, date=day, note=NOTE) for each in broken]
    last = max([*(each.number for each in editions), *broken])
    is_said = bool(editions) and editions[-1].state == "withdrawn" and editions[-1].number == last
    told = None
    if not is_said or request.note or request.replaced_by:
        told = withdrawn(
            kind,
            record_id,
            number=last + 1,
            date=day,
            note=request.note or NOTE,
            redacted_by=request.role,
            replaced_by=request.replaced_by,
        )
    problems = () if told or gone else (messages.DOWN_ALREADY.at(request.folder),)
    return Takedown(request, told, tuple(sorted(gone, key=lambda each: each.number)), problems=problems)


def _of_part(history: History, request: Request) -> Takedown:
    """Return the takedown of a part: the newest edition without it, and the earlier ones without content."""
    newest, part, place = history.newest, request.part or "", request.folder
    plain = newest.record or {}
    ids = frozenset(part_ids(plain))
    if part in newest.taken_down and part not in ids:
        gone = tuple(emptied(each) for each in history.editions[:-1] if each.record is not None)
        return Takedown(request, None, gone, problems=() if gone else (messages.DOWN_ALREADY.at(place),))
    record = without_part(request.kind, request.id, plain, part) if part in ids else None
    if record is None:
        known = ", ".join(sorted(ids - {part})) or "none"
        return Takedown(request, problems=(messages.NO_SUCH_PART.at(place, parts=known),))
    try:
        edition = freeze(
            request.kind,
            record,
            number=newest.number + 1,
            date=request.day.isoformat(),
            note=request.note or NOTE_PART,
            redacted_by=request.role,
            taken_down=(*newest.taken_down, part),
        )
    except ValidationError:
        return Takedown(request, problems=(messages.TAKEDOWN_NOTE_WITH_MARK.at(place),))
    gone = tuple(emptied(each) for each in history.editions if each.record is not None)
    return Takedown(request, edition, gone)
