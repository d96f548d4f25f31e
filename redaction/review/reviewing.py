"""The review of a record: what the public will and will not see, and what stands in the way of a sign-off.

It is confidential. Nothing here writes or prints it.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from editions.canonical import to_plain
from editions.fields import PublicRecord
from editions.frozen import Edition
from editions.published import History, Published
from problems import Place, Problem, Severity, errors, in_order
from records.kind import Key
from records.kinds import KINDS
from records.loading import FOLDER, Records
from redaction import signing_messages, verification_messages
from redaction.projecting.projection import Projection, project
from redaction.review.deciding import allowing
from redaction.review.differing import Differences, differences
from redaction.review.office import stays_in_office
from redaction.review.pairing import pair
from redaction.review.pairs import Kept, Row, Unit, Way, rows_in
from redaction.searching.names import Familiar, Named, familiar_names, names_to_look_at
from redaction.searching.placing import placing
from redaction.searching.questions import WORDINGS
from redaction.searching.scanning import Scanner
from redaction.signing_off.second_people import check_for, checkers
from redaction.signing_off.signing import Prepared, Request, is_unchanged, prepare

NOT_OF_THE_RECORD = frozenset({signing_messages.NOTHING_CHANGED.code, signing_messages.CHECKER_OF_AREA.code})
"""What a sign-off would say of itself, and not of the record."""

NOBODY = "-"
"""Stands for a role and a note that are not known before the sign-off."""

ALLOWABLE = frozenset(
    {
        signing_messages.DETECTED.code,
        signing_messages.PEOPLE_AS_NUMBER.code,
        signing_messages.SMALL_NUMBER_IN_TABLE.code,
        verification_messages.SECRET_IN_RECORD.code,
        *(wording.code for wording in WORDINGS.values()),
    }
)
"""Codes of the findings that a decision can settle."""


class State(Enum):
    """How a record stands to what is published of it."""

    NEVER = "never published"
    CHANGED = "changed since its edition"
    UNCHANGED = "unchanged since its edition"
    WITHDRAWN = "taken down"
    NOTHING = "has no public values"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong, or that somebody should look at."""

    number: int
    problem: Problem
    place: Place
    """Where it stands in `data/`, as exactly as is known."""

    row: Row | None
    """The row of the review that it is about."""

    words: str = field(default="", repr=False)
    """The words concerned."""

    decision: str = field(default="", repr=False)
    """The command that says that the words may be public, where that would settle it."""

    @property
    def is_error(self) -> bool:
        """Whether it stops a sign-off."""
        return self.problem.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Review:
    """Everything that somebody needs who looks before a sign-off."""

    kind: str
    id: str
    file: str
    day: date
    state: State
    newest: int | None
    """The number of the newest edition."""

    code: str | None
    """The short code of exactly these public values; None when there are none."""

    unit: Unit | None
    """The record; None when it is not valid."""

    office: tuple[Kept, ...]
    """What no public field exists for."""

    findings: tuple[Finding, ...]
    names: tuple[Named, ...]
    """Names in the public prose that nobody is known by. None of them stops a sign-off."""

    differences: Differences
    emptied: int
    """How many earlier editions would lose their content."""

    notices: tuple[tuple[str, str], ...]
    """The notices of the policy, with what the public reads for each."""

    command: str | None
    """What to type to sign exactly this off."""

    @property
    def name(self) -> str:
        """The record as the commands name it."""
        return f"{self.kind}/{self.id}"

    @property
    def is_projected(self) -> bool:
        """Whether there are public values at all."""
        return self.code is not None

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop a sign-off."""
        return tuple(each for each in self.findings if each.is_error)


@dataclass(frozen=True, slots=True)
class Glance:
    """How one record stands, in a list of many."""

    kind: str
    id: str
    state: State
    code: str | None
    errors: int
    warnings: int

    @property
    def name(self) -> str:
        """The record as the commands name it."""
        return f"{self.kind}/{self.id}"

    @property
    def is_settled(self) -> bool:
        """Whether there is nothing to look at: it is published as it is."""
        return self.state is State.UNCHANGED and not self.errors


def review(
    records: Records,
    published: Published,
    scanner: Scanner,
    key: Key,
    day: date,
    *,
    more: Iterable[Problem] = (),
    familiar: Familiar | None = None,
) -> Review:
    """Return the review of one record, whatever is wrong with it.

    `more` are problems found elsewhere: by comparing the record with its twin, in the list of takedowns. The
    code, and what stops a sign-off, are those that `prepare` gives a sign-off on the same day. `familiar` is
    worked out if it is not given.
    """
    kind, record_id = key
    loaded = records.loaded.get(key)
    prepared = _prepared(records, published, scanner, key, day)
    history = _history(published, kind, prepared.record)
    unit = pair(records, loaded, _projection(records, prepared)) if loaded else None
    earlier = history.newest.record if history else None
    plain = to_plain(prepared.record) if prepared.record is not None else None
    policy = records.policy
    return Review(
        kind=kind,
        id=record_id,
        file=_file(records, key),
        day=day,
        state=_state(prepared.record, history),
        newest=history.newest.number if history else None,
        code=prepared.code,
        unit=unit,
        office=stays_in_office(loaded) if loaded else (),
        findings=tuple(_findings(_problems(records, prepared, more), unit)),
        names=_names(
            records, prepared, history, familiar or familiar_names(records, day, published.suppressed)
        ),
        differences=differences(earlier, plain) if earlier and plain else Differences(),
        emptied=len(prepared.emptied),
        notices=tuple((f"[[withheld {each.id}]]", each.words) for each in policy.reasons) if policy else (),
        command=_command(records, published, history, prepared),
    )


def _names(
    records: Records, prepared: Prepared, history: History | None, familiar: Familiar
) -> tuple[Named, ...]:
    """Return the names in what would be published that nobody is known by."""
    key = (prepared.request.kind, prepared.request.id)
    if prepared.record is None:
        return ()
    locate = placing(records.loaded[key], project(records, *key))
    return names_to_look_at(prepared.record, locate, familiar, history.record if history else None)


def glance(records: Records, published: Published, scanner: Scanner, key: Key, day: date) -> Glance:
    """Return how one record stands, for a list of many. It is not compared with its twin."""
    prepared = _prepared(records, published, scanner, key, day)
    problems = in_order(_problems(records, prepared, ()))
    return Glance(
        kind=key[0],
        id=key[1],
        state=_state(prepared.record, _history(published, key[0], prepared.record)),
        code=prepared.code,
        errors=len(errors(problems)),
        warnings=len(_others(problems)),
    )


def _prepared(records: Records, published: Published, scanner: Scanner, key: Key, day: date) -> Prepared:
    """Return what a sign-off would write, if somebody gave roles and a note."""
    request = Request(*key, redacted_by="", day=day, checked_by=NOBODY, note=NOBODY)
    return prepare(records, published, scanner, request)


def _projection(records: Records, prepared: Prepared) -> Projection:
    """Return what the public would see, with its files; of a record with a refused file, all but files."""
    request = prepared.request
    attached = prepared.attached.projection if prepared.attached else None
    found = attached if attached is not None and attached.record is not None else None
    return found or project(records, request.kind, request.id)


def _problems(records: Records, prepared: Prepared, more: Iterable[Problem]) -> list[Problem]:
    """Return all that is wrong with a record, but not that there is nothing new to sign off."""
    file = _file(records, (prepared.request.kind, prepared.request.id))
    return [
        *(each for each in records.problems if each.place.file == file),
        *(each for each in prepared.problems if each.code not in NOT_OF_THE_RECORD),
        *more,
    ]


def _file(records: Records, key: Key) -> str:
    loaded = records.loaded.get(key)
    return loaded.file if loaded else f"{FOLDER}/{KINDS[key[0]].path_of(key[1])}"


def _history(published: Published, kind: str, public: PublicRecord | None) -> History | None:
    return published.histories.get((kind, public.id)) if public is not None else None


def _state(public: PublicRecord | None, history: History | None) -> State:
    if public is None:
        return State.NOTHING
    if history is None:
        return State.NEVER
    if history.newest.state == "withdrawn":
        return State.WITHDRAWN
    return State.UNCHANGED if is_unchanged(public, history) else State.CHANGED


def _findings(problems: Iterable[Problem], unit: Unit | None) -> Iterator[Finding]:
    """Yield every problem, errors first, with the row that it is about."""
    rows = tuple(rows_in(unit)) if unit is not None else ()
    ordered = in_order(problems)
    for number, problem in enumerate([*errors(ordered), *_others(ordered)], 1):
        row = _row_of(problem, rows)
        words = problem.private_text
        yield Finding(
            number=number,
            problem=problem,
            place=row.place
            if row is not None and row.place.line and not problem.place.line
            else problem.place,
            row=row,
            words=words,
            decision=allowing(words) if problem.code in ALLOWABLE and words else "",
        )


def _others(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(each for each in problems if each.severity is not Severity.ERROR)


def _row_of(problem: Problem, rows: tuple[Row, ...]) -> Row | None:
    """Return the row that a problem is about: by its place in the public values, or in the file.

    Problems with a line are found in the file; the others name the way to a public value.
    """
    field = problem.place.field
    if not field:
        return None
    best: tuple[int, Row] | None = None
    for row in rows:
        way: Way = row.place.field if problem.place.line else row.way
        if way and field[: len(way)] == way and (best is None or len(way) > best[0]):
            best = (len(way), row)
    return best[1] if best else None


def _command(
    records: Records, published: Published, history: History | None, prepared: Prepared
) -> str | None:
    """Return the command that signs exactly these values off; words in capitals are to be replaced."""
    if prepared.code is None or (prepared.record is not None and is_unchanged(prepared.record, history)):
        return None
    request = prepared.request
    last = _latest(published, history)
    parts = ["pages", "sign-off", f"{request.kind}/{request.id}"]
    parts += ["--redacted-by", (last.redacted_by if last else None) or "ROLE OF WHO PREPARED IT"]
    roles = [each.role for each in checkers(records.policy, request.kind, prepared.record)]
    if not roles and check_for(records.policy, request.kind, minor=False).second_person == "before":
        roles = [(last.checked_by if last else None) or "ROLE OF THE SECOND PERSON"]
    parts += [part for role in roles for part in ("--checked-by", role)]
    if history is not None:
        parts += ["--note", "WHAT CHANGED, FOR THE PUBLIC"]
    return shlex.join([*parts, "--code", prepared.code])


def _latest(published: Published, history: History | None) -> Edition | None:
    """Return the edition whose roles are most likely those of the next: of this record, or of any."""
    histories = (history,) if history is not None else tuple(published.histories.values())
    editions = [each for one in histories for each in one.editions if each.checked_by and each.redacted_by]
    return max(editions, key=lambda each: each.date, default=None)
