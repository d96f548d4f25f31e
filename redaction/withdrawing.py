"""Taking down: at once, by one person, from public values only, whatever state the records are in."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from editions.frozen import Edition, emptied, freeze, withdrawn
from editions.kinds import PUBLIC_KINDS
from editions.marks import is_public
from editions.published import FOLDER, History, Published
from editions.storing import write_whole
from problems import Place, Problem
from records.fields import Model
from records.kinds import KINDS
from records.loading import FOLDER as DATA
from records.loading import TAKEN_DOWN
from redaction import signing_messages as messages
from redaction.comparing import is_part
from redaction.signing import write_edition
from redaction.values import fields_of

NOTE = "Withdrawn."
NOTE_PART = "Part of this record was withdrawn."


@dataclass(frozen=True, slots=True)
class Takedown:
    """What taking down would write, or why nothing of the name is published."""

    kind: str
    id: str
    part: str | None
    edition: Edition | None
    """The edition that says so; None when no trace stays, or when there are problems."""

    emptied: tuple[Edition, ...]
    """Every earlier edition without its content."""

    mentioned_in: tuple[str, ...]
    """Editions of other records that mention the target, by KIND/ID."""

    problems: tuple[Problem, ...]


def prepare(
    published: Published,
    kind: str,
    record_id: str,
    part: str | None,
    *,
    day: date,
    note: str | None = None,
    no_trace: bool = False,
) -> Takedown:
    """Return the takedown of a record, or of one part of it, out of its published values alone."""
    history = published.histories.get((kind, record_id))
    place = Place(f"{FOLDER}/{kind}/{record_id}")
    if history is None or (part is not None and history.newest.record is None):
        return Takedown(kind, record_id, part, None, (), (), (messages.NOT_PUBLISHED.at(place),))
    if note is not None and not is_public(note):
        return Takedown(kind, record_id, part, None, (), (), (messages.NOTE_WITH_MARK.at(place),))
    mentioned = tuple(_mentions(published, history, part))
    gone = tuple(emptied(each) for each in history.editions if each.record is not None)
    number, moment = history.newest.number + 1, day.isoformat()
    if part is None:
        told = withdrawn(kind, record_id, number=number, date=moment, note=note or NOTE)
        return Takedown(kind, record_id, None, None if no_trace else told, gone, mentioned, ())
    plain = history.newest.record or {}
    ids = frozenset(_part_ids(plain))
    if part not in ids:
        problem = messages.NO_SUCH_PART.at(place, parts=", ".join(sorted(ids)) or "none")
        return Takedown(kind, record_id, part, None, (), (), (problem,))
    try:
        record = PUBLIC_KINDS[kind].model_validate(
            _without(plain, part, f"{record_id}/{part}", KINDS[kind].model)
        )
    except ValidationError:
        problem = messages.NO_SUCH_PART.at(place, parts=", ".join(sorted(ids - {part})))
        return Takedown(kind, record_id, part, None, (), (), (problem,))
    edition = freeze(
        kind,
        record,
        number=number,
        date=moment,
        note=note or NOTE_PART,
        taken_down=(*history.newest.taken_down, part),
    )
    return Takedown(kind, record_id, part, edition, gone, mentioned, ())


def carry_out(project: Path, takedown: Takedown, *, no_trace: bool = False) -> tuple[Path, ...]:
    """Write a takedown and return the files that changed.

    Without trace, the folder of the record goes, and the private list in `data/`, where there is one,
    remembers it, so that a later sign-off asks before it publishes the record again.
    """
    folder = project / FOLDER / takedown.kind / takedown.id
    if no_trace and takedown.part is None:
        if (project / DATA).is_dir():
            _remember(project / DATA / TAKEN_DOWN, f"{takedown.kind}/{takedown.id}")
        shutil.rmtree(folder)
        return (folder,)
    written = [write_edition(project, takedown.edition)] if takedown.edition else []
    written += [write_edition(project, each, replacing=True) for each in takedown.emptied]
    return tuple(written)


def taken_down_without_trace(project: Path) -> frozenset[str] | None:
    """Return the records, as KIND/ID, taken down without trace; None when the list is unreadable."""
    path = project / DATA / TAKEN_DOWN
    try:
        return frozenset(path.read_text("utf-8").split()) if path.exists() else frozenset()
    except (OSError, UnicodeDecodeError):
        return None


def objections(project: Path, kind: str, public_id: str, place: Place) -> tuple[Problem, ...]:
    """Return why a record must not be published again: it was taken down without trace, or may have been."""
    gone = taken_down_without_trace(project)
    if gone is None:
        return (messages.TAKEDOWNS_UNREADABLE.at(Place(f"{DATA}/{TAKEN_DOWN}")),)
    return (messages.TAKEN_DOWN_RECORD.at(place),) if f"{kind}/{public_id}" in gone else ()


def _remember(path: Path, name: str) -> None:
    known = path.read_text("utf-8").split() if path.exists() else []
    write_whole(path, ("\n".join(sorted({*known, name})) + "\n").encode(), replacing=True)


def _part_ids(value: Any) -> Iterator[str]:
    """Yield the ids of the parts of plain public values that can be taken out: entries of lists."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from _part_ids(inner)
    elif isinstance(value, list):
        for inner in value:
            if isinstance(inner, dict):
                if is_part(inner):
                    yield inner["id"]
                yield from _part_ids(inner)


def _without(value: Any, part: str, far: str, model: type[Model] | None) -> Any:
    """Return plain values without the part of this id, every mark that places it, and all that names it.

    `far` is the part as other records name it; `model` is that of the private values, which knows what names
    a part of its own record.
    """
    if isinstance(value, dict):
        known = fields_of(model) if model is not None else {}
        return {
            name: _without(inner, part, far, known[name].model if name in known else None)
            for name, inner in value.items()
            if inner != far and not (inner == part and name in known and known[name].within)
        }
    if isinstance(value, list):
        return [
            _without(inner, part, far, model)
            for inner in value
            if inner not in (part, far) and not (is_part(inner) and inner["id"] == part)
        ]
    if isinstance(value, str):
        return value.replace(f"[[action {part}]]", "").replace(f"[[decision {part}]]", "")
    return value


def _mentions(published: Published, target: History, part: str | None) -> Iterator[str]:
    """Yield the records, other than the target, whose editions mention it."""
    needle = f'"{target.id}/{part}"' if part else target.id
    for (kind, record_id), history in published.histories.items():
        if (kind, record_id) == (target.kind, target.id):
            continue
        if any(needle in json.dumps(each.record) for each in history.editions if each.record):
            yield f"{kind}/{record_id}"
