"""Signing off: freezing a projection, exactly as it was seen, as the next edition of its record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from editions.canonical import to_plain
from editions.downloads import FILES, TEXTS, gathered
from editions.fields import PublicRecord
from editions.frozen import AreaCheck, Edition, code_of, emptied, freeze
from editions.published import FOLDER, History, Published, bytes_of, path_of
from editions.storing import create_whole, write_whole
from problems import Place, Problem, errors
from records.loading import FOLDER as DATA
from records.loading import Records
from redaction import signing_messages as messages
from redaction.attachments.attaching import Attached, attach
from redaction.attachments.pdfs import Progress
from redaction.attachments.remembered import remember
from redaction.attachments.searching import asked_in_files, find_in_files
from redaction.comparing import withholds_more
from redaction.projecting import projection_messages
from redaction.projecting.cutting_out import shown_parts
from redaction.projecting.projection import project
from redaction.searching.decided import Decided, decided_on
from redaction.searching.finding import findings, findings_beside, secrets_beside
from redaction.searching.mentions import words_about
from redaction.searching.placing import Locate, placing
from redaction.searching.questions import Question, questions_about
from redaction.searching.scanning import Scanner, find_in_record
from redaction.searching.small_numbers import small_numbers
from redaction.signing_off.concealed_totals import totals_wrong
from redaction.signing_off.practice_reviews import recognisable, too_early
from redaction.signing_off.returning import under_other_ids
from redaction.signing_off.second_people import about_roles, checkers, checks_made
from redaction.signing_off.unwritten import still_to_write

FIRST_NOTE = "First published."
"""The note of a first edition for which none was given."""


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks for who signs a record off."""

    kind: str
    id: str
    """The id of the record in `data/`; that of a person is private."""

    redacted_by: str
    """The role of whoever prepared it: business manager."""

    day: date
    """The day of the sign-off."""

    checked_by: str | None = None
    """The role of the second person."""

    also_checked_by: tuple[str, ...] = ()
    """The roles of others who looked, for other areas."""

    note: str | None = None
    """What changed, for the public."""

    minor: bool = False
    """Whether the change is too small to be announced."""

    code: str | None = None
    """The short code of what the second person saw."""

    restore: frozenset[str] = frozenset()
    """Parts that were taken down and may be public again; `*` for the whole record."""

    public_from: date | None = None
    """The day on which it becomes public, if that is not the day of the sign-off."""

    for_pdf: bool = False
    """Whether it may be signed off without a change, because its newest edition has no PDF."""

    remove_earlier: bool = False
    """Whether the content of earlier editions is removed although the new one withholds no more."""

    @property
    def checks(self) -> tuple[str, ...]:
        """The roles of all who looked."""
        return (*((self.checked_by,) if self.checked_by else ()), *self.also_checked_by)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What would be written, or what keeps it from being written."""

    request: Request
    record: PublicRecord | None
    """What the public would see."""

    code: str | None
    """The short code of that."""

    edition: Edition | None
    """The next edition; None when there are errors or nothing changed."""

    emptied: tuple[Edition, ...]
    """Earlier editions whose content goes, because the new one withholds more."""

    problems: tuple[Problem, ...]

    attached: Attached | None = None
    """The projection with the files of its papers."""

    printed: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """The document to keep and the words in it, by their names in the folder of the edition."""

    @property
    def contents(self) -> dict[str, bytes]:
        """The files of the edition by their names in its folder."""
        return {**(self.attached.contents if self.attached else {}), **self.printed}


def prepare(
    records: Records,
    published: Published,
    scanner: Scanner,
    request: Request,
    *,
    progress: Progress | None = None,
) -> Prepared:
    """Return the edition that signing a record off would write. Nothing is written.

    `progress` is told of the pages of each PDF that is looked at.
    """
    attached = attach(project(records, request.kind, request.id), records, published, progress=progress)
    projection = attached.projection
    problems = list(projection.problems)
    if projection.record is None:
        loaded = records.loaded.get((request.kind, request.id))
        if not errors(problems) and loaded is not None:
            problems.append(projection_messages.CONCEALED_RECORD.at(Place(loaded.file)))
        return Prepared(request, None, None, None, (), tuple(problems), attached)
    public = projection.record
    place = Place(records.loaded[request.kind, request.id].file)
    history = published.histories.get((request.kind, public.id))
    code = code_of(request.kind, public)
    made = checks_made(checkers(records.policy, request.kind, public), request.checks)
    problems += _about_words(records, attached, public, scanner, request, history=history)
    problems += _about_publishing(records, published, public, request, history)
    problems += _about_change(public, request, history, code, place, made=made)
    if history is not None:
        loaded, down = records.loaded[request.kind, request.id], history.newest.taken_down
        problems += under_other_ids(public, history, loaded, down, request.restore)
    if errors(problems):
        return Prepared(request, public, code, None, (), tuple(problems), attached)
    try:
        edition = freeze(
            request.kind,
            public,
            number=history.newest.number + 1 if history else 1,
            date=request.day.isoformat(),
            note=request.note or FIRST_NOTE,
            minor=request.minor,
            redacted_by=request.redacted_by,
            checked_by=request.checked_by,
            checked_for=made,
        )
    except ValidationError:
        problems.append(messages.NOTE_WITH_MARK.at(place))
        return Prepared(request, public, code, None, (), tuple(problems), attached)
    gone = tuple(emptied(each) for each in _less_private(history, edition, request))
    return Prepared(request, public, code, edition, gone, tuple(problems), attached)


def asked(
    scanner: Scanner, attached: Attached, locate: Locate, decided: Decided, history: History | None
) -> tuple[Question, ...]:
    """Return the questions about what would be published of a record and its files, the most important first.

    `decided` is what somebody decided about words.
    """
    public = attached.projection.record
    if public is None:
        return ()
    earlier = history.record if history else None
    detected = findings(public, locate, decided, earlier)
    in_files = asked_in_files(scanner, attached.files, locate, decided)
    numbers = small_numbers(public, locate, decided, earlier)
    found = (*questions_about(public, locate, scanner, earlier), *detected, *numbers, *in_files)
    return tuple(sorted(found, key=lambda each: each.rank))


def store(project_folder: Path, prepared: Prepared) -> tuple[Path, ...]:
    """Write a prepared edition and return the files written. Raises FileExistsError if it exists already.

    The new edition is written first: should the machine stop in between, too much is withheld from the
    public site, never too little.
    """
    if prepared.edition is None:
        return ()
    written = [write_edition(project_folder, prepared.edition, prepared.contents)]
    written += [write_edition(project_folder, each, replacing=True) for each in prepared.emptied]
    if prepared.attached:
        remember(project_folder / DATA, prepared.attached.made)
    return tuple(written)


def write_edition(
    project_folder: Path,
    edition: Edition,
    files: Mapping[str, bytes] | None = None,
    *,
    replacing: bool = False,
) -> Path:
    """Write an edition with exactly the files that it names, and return the path of its `record.json`.

    `files` are by their names in the folder of the edition. Those that are not given are taken from the other
    editions of the record, so that an edition without one of its papers keeps the files of the others.
    """
    path = path_of(project_folder, edition.kind, edition.id, edition.number)
    named = edition.files
    has_files = any((path.parent / each).exists() for each in (FILES, TEXTS))
    path.parent.parent.mkdir(parents=True, exist_ok=True)
    if named or has_files:
        missing = {name: digest for name, digest in named.items() if name not in (files or {})}
        kept = {name: content for name, content in (files or {}).items() if name in named}
        kept |= gathered(path.parent.parent, missing)
        create_whole(path.parent, {path.name: bytes_of(edition), **kept}, replacing=replacing)
    else:
        path.parent.mkdir(exist_ok=True)
        write_whole(path, bytes_of(edition), replacing=replacing)
    return path


def _about_words(
    records: Records,
    attached: Attached,
    public: PublicRecord,
    scanner: Scanner,
    request: Request,
    *,
    history: History | None,
) -> Iterator[Problem]:
    """Yield what is wrong with the words that would be published: of the record, its files, and beside it."""
    loaded = records.loaded[request.kind, request.id]
    place = Place(loaded.file)
    locate = placing(loaded, attached.projection)
    decided = decided_on(records, request.day)
    beside = (request.note, request.redacted_by, *request.checks)
    yield from find_in_record(scanner, public, place, locate)
    yield from find_in_files(scanner, attached.files, locate)
    yield from findings_beside(beside, place, decided)
    yield from words_about(public, records.gone, locate)
    yield from secrets_beside(scanner, beside, place)
    yield from (each.problem for each in asked(scanner, attached, locate, decided, history))
    yield from recognisable(public, locate, place)
    yield from errors(records.aside.problems)


def _about_publishing(
    records: Records, published: Published, public: PublicRecord, request: Request, history: History | None
) -> Iterator[Problem]:
    """Yield what keeps a record from being published now, whatever it says: editions, people, days, gaps."""
    place = Place(records.loaded[request.kind, request.id].file)
    broken = f"{FOLDER}/{request.kind}/{public.id}"
    if any(problem.place.file.startswith(broken) for problem in errors(published.problems)):
        yield messages.EDITIONS_BROKEN.at(Place(broken))
    yield from about_roles(
        records.policy,
        request.kind,
        public,
        request.redacted_by,
        request.checks,
        minor=request.minor and history is not None,
        place=place,
    )
    yield from too_early(public, history, request.public_from or request.day, place)
    yield from still_to_write(records, request.kind, request.id)
    if request.kind == "policy":
        yield from totals_wrong(records, published, request.day)


def is_unchanged(public: PublicRecord, history: History | None) -> bool:
    """Return whether the public values of a record are those of its newest edition."""
    return history is not None and history.record == public


def _about_change(
    public: PublicRecord,
    request: Request,
    history: History | None,
    code: str,
    place: Place,
    *,
    made: tuple[AreaCheck, ...],
) -> list[Problem]:
    """Return what is wrong with the change itself: none, no note, another code, something taken down."""
    problems = []
    if request.code is not None and request.code.strip().upper() != code:
        problems.append(messages.OTHER_CODE.at(place))
    if history is None:
        return problems
    newest = history.newest
    late_check = (newest.checked_by is None and request.checked_by is not None) or bool(
        set(made) - set(newest.checked_for)
    )
    lacks_pdf = request.for_pdf and newest.pdf is None
    if is_unchanged(public, history) and not late_check and not lacks_pdf:
        return [messages.NOTHING_CHANGED.at(place, number=newest.number)]
    if not request.note:
        problems.append(messages.NO_NOTE.at(place))
    if newest.state == "withdrawn" and "*" not in request.restore:
        problems.append(messages.TAKEN_DOWN_RECORD.at(place))
    shown = shown_parts(to_plain(public))
    problems += [
        messages.TAKEN_DOWN_PART.at(place, part=part)
        for part in newest.taken_down
        if part in shown and part not in request.restore
    ]
    return problems


def _less_private(history: History | None, edition: Edition, request: Request) -> list[Edition]:
    """Return the earlier editions that show what the new one withholds."""
    if history is None or edition.record is None:
        return []
    return [
        earlier
        for earlier in history.editions
        if earlier.record is not None
        and (request.remove_earlier or withholds_more(earlier.record, edition.record))
    ]
