"""The dataset: the newest edition of every record, which is all that the pages and the public ever see.

Each kind is one file, `meetings.json`. What the macros can read is exactly what the public can download.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from pydantic import BaseModel

from editions.attachments import Attachment, attachments_of
from editions.canonical import to_bytes, to_plain
from editions.downloads import PublicDownload
from editions.fields import PublicModel, PublicRecord, Word
from editions.frozen import FORMAT, AreaCheck
from editions.kinds import KINDS, PUBLIC_KINDS
from editions.neighbours import SHARED_FILE, Shared, bytes_of_shared, shared_in
from editions.parts.items import PublicPaper
from editions.published import History, Published
from editions.resolving import resolved, without
from editions.storing import write_whole
from editions.walking import named_parts, units_in

R = TypeVar("R", bound=PublicRecord)
M = TypeVar("M", bound=BaseModel)


class Issue(PublicModel):
    """What the public is told of one edition."""

    number: int
    """Its number."""

    date: str
    """When it was signed off."""

    note: str
    """What changed."""

    minor: bool = False
    """Whether the change is too small to be announced."""

    checked_by: str | None = None
    """The role of the second person."""

    checked_for: tuple[AreaCheck, ...] = ()
    """Who looked for which area, at a record of a group that is shared."""

    state: Word = "published"
    """`published`, `removed` (its content was taken out later) or `withdrawn`."""

    replaced_by: str | None = None
    """The record, as KIND/ID, that takes the place of a withdrawn one; left out if it is not public."""

    status: Word | None = None
    """How far the document had come in this edition, of a meeting: `agenda`, `draft`, `approved`."""


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """One record of the dataset with the story of its editions."""

    id: str
    record: R | None
    """The public record; None when it was withdrawn."""

    issues: tuple[Issue, ...]
    """Its editions, oldest first. Empty in a preview of a record that nobody signed off."""

    draft: bool = False
    """Whether this is a preview of values that nobody signed off. Never true in a published site."""

    pdf: PublicDownload | None = None
    """The record as a document to keep, if one was made when it was signed off."""

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was public once, and is no more."""
        return self.record is None and bool(self.issues)


@dataclass(frozen=True, eq=False)
class Dataset:
    """Everything public, by kind and id. It holds no private value, for it is made of editions only.

    None equals another, so that what is worked out of one can be remembered.
    """

    kinds: dict[str, tuple[Entry[PublicRecord], ...]] = field(default_factory=dict)

    attachments: dict[str, Attachment] = field(default_factory=dict)
    """The files of papers and the documents to keep, by their addresses below the root of the site."""

    shared: Shared = field(default_factory=Shared)
    """The meetings of joint groups that neighbours publish."""

    def of(self, model: type[R]) -> tuple[Entry[R], ...]:
        """Return the entries of the kind that a public model belongs to, by id, withdrawn ones among them."""
        kind = next(name for name, known in PUBLIC_KINDS.items() if known is model)
        return cast("tuple[Entry[R], ...]", self.kinds.get(kind, ()))

    def records(self, model: type[R]) -> tuple[R, ...]:
        """Return the public records of a kind by id, without those that were withdrawn."""
        return tuple(entry.record for entry in self.of(model) if entry.record is not None)

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """The files by name. A build needs them three times."""
        shared = {SHARED_FILE: bytes_of_shared(self.shared)} if self.shared != Shared() else {}
        return shared | {
            f"{kind}.json": to_bytes(
                {
                    "format": FORMAT,
                    "kind": kind,
                    "records": [_plain_entry(entry) for entry in self.kinds.get(kind, ())],
                }
            )
            for kind in PUBLIC_KINDS
        }


def assemble(
    published: Published,
    drafts: Iterable[tuple[str, PublicRecord]] = (),
    attachments: Mapping[str, Attachment] | None = None,
) -> Dataset:
    """Return the dataset of the newest editions.

    What refers to something that is not public is left out, so that its id and title appear nowhere.
    People who are no longer named appear by role. `drafts` (kind and record) are shown by a preview in
    place of, or beside, what was signed off; a published site has none. `attachments` are files of theirs.
    """
    standing = {key for key, history in published.histories.items() if history.record is not None}
    entries = {key: _entry(history, standing) for key, history in published.histories.items()}
    for kind, record in drafts:
        known = entries.get((kind, record.id), Entry(record.id, None, ()))
        entries[kind, record.id] = replace(known, record=record, pdf=None, draft=True)
    known_ids = _public_ids(entries)
    kinds: dict[str, list[Entry[PublicRecord]]] = {kind: [] for kind in PUBLIC_KINDS}
    for (kind, _), entry in sorted(entries.items()):
        if entry.record is not None:
            left = resolved(entry.record, known_ids, published.suppressed)
            if left is None:
                continue
            if entry.pdf is not None and _is_outdated(entry.record, known_ids, published.suppressed):
                entry = replace(entry, pdf=None)  # noqa: PLW2901  # the same entry without it
            if left is not entry.record:
                left = type(left).model_validate(left.model_dump())
                entry = replace(entry, record=left)  # noqa: PLW2901  # the same entry, resolved
        kinds[kind].append(entry)
    files = attachments_of(published) | dict(attachments or {})
    shown = {path for found in kinds.values() for entry in found for path in _paths(entry)}
    return Dataset(
        {kind: tuple(found) for kind, found in kinds.items()},
        {path: files[path] for path in sorted(shown & set(files))},
        published.shared,
    )


def _paths(entry: Entry[PublicRecord]) -> Iterator[str]:
    """Yield the addresses of the files of papers that a record names, and of its own document to keep."""
    papers = (
        (unit for unit in units_in(entry.record) if isinstance(unit, PublicPaper)) if entry.record else ()
    )
    yield from (paper.download.path for paper in papers if paper.download is not None)
    if entry.pdf is not None:
        yield entry.pdf.path


STAGED = frozenset({"meetings"})
"""The kinds of record of whose editions the public is told how far each had come."""

NAMED = "priorities"
"""The kind of record that the PDF of another names by title."""


def _is_outdated(
    record: PublicRecord, ids: Mapping[str, Collection[str]], suppressed: frozenset[str]
) -> bool:
    """Return whether the PDF of a record may name who is no longer named, or a priority not public."""

    def is_gone(sort: str, name: str) -> bool:
        return sort == NAMED and name not in ids[NAMED]

    return without(record, is_gone, suppressed) is not record


def files_of(dataset: Dataset) -> Mapping[str, bytes]:
    """Return the files of a dataset by name: one JSON file for each kind."""
    return dataset.files


def write(dataset: Dataset, folder: Path) -> None:
    """Write the files of a dataset into a folder, which is made if it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files_of(dataset).items():
        write_whole(folder / name, content, replacing=True)


def load(folder: Path) -> Dataset:
    """Return the dataset in a folder. Raises OSError or ValueError when it is not one that `write` wrote."""
    kinds = {}
    for kind, model in PUBLIC_KINDS.items():
        plain = json.loads((folder / f"{kind}.json").read_bytes())
        kinds[kind] = tuple(
            Entry(
                id=entry["id"],
                record=model.model_validate(entry["record"]) if "record" in entry else None,
                issues=tuple(Issue.model_validate(issue) for issue in entry.get("editions", ())),
                pdf=PublicDownload.model_validate(entry["pdf"]) if "pdf" in entry else None,
                draft=entry.get("draft", False),
            )
            for entry in plain.get("records", ())
        )
    file = folder / SHARED_FILE
    return Dataset(kinds, shared=shared_in(file.read_bytes()) if file.is_file() else Shared())


def _plain_entry(entry: Entry[PublicRecord]) -> dict[str, Any]:
    plain = {
        "id": entry.id,
        "draft": entry.draft,
        "editions": [to_plain(issue) for issue in entry.issues],
        "pdf": to_plain(entry.pdf) if entry.pdf else None,
        "record": to_plain(entry.record) if entry.record else None,
    }
    return {name: value for name, value in plain.items() if value}


def _entry(history: History, standing: Collection[tuple[str, str]]) -> Entry[PublicRecord]:
    return Entry(
        history.id,
        history.record,
        tuple(
            Issue(
                number=edition.number,
                date=edition.date,
                note=edition.note,
                minor=edition.minor,
                checked_by=edition.checked_by,
                checked_for=edition.checked_for,
                state=edition.state,
                replaced_by=_standing_only(edition.replaced_by, standing),
                status=(edition.record or {}).get("status") if history.kind in STAGED else None,
            )
            for edition in history.editions
        ),
        pdf=history.newest.pdf,
    )


def _standing_only(name: str | None, standing: Collection[tuple[str, str]]) -> str | None:
    kind, _, record_id = (name or "").partition("/")
    return name if (kind, record_id) in standing else None


def _public_ids(entries: dict[tuple[str, str], Entry[PublicRecord]]) -> dict[str, frozenset[str]]:
    """Return what can be referred to: ids of records by kind, and of their parts by sort."""
    ids = {
        kind: frozenset(
            record_id for (of, record_id), entry in entries.items() if of == kind and entry.record is not None
        )
        for kind in PUBLIC_KINDS
    }
    parts: dict[str, set[str]] = {name: set() for kind in KINDS.values() for name in kind.parts}
    for (kind, record_id), entry in entries.items():
        if entry.record is not None:
            for name, part in named_parts(kind, entry.record):
                if not (part.withheld and part.withheld.what == "whole"):
                    parts[name].add(f"{record_id}/{getattr(part, 'id', '')}")
    return ids | {name: frozenset(found) for name, found in parts.items()}
