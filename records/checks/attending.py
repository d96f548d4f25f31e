"""What must hold between the rows of an attendance, and between a meeting and its approval."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from problems import Problem, Severity, Wording
from records.kind import Key, Locate
from records.parts.attendance import Attendance
from records.periods import is_before, line_of

DEPUTY_FOR_PRESENT = Wording(
    "deputy-for-present",
    "Somebody came instead of a person who was present the whole time: see {other}.",
    "Correct the `status` of that person, or say for which part they were there; else remove the deputy.",
    Severity.WARNING,
)
OWN_DEPUTY = Wording(
    "own-deputy",
    "A person cannot be their own deputy.",
    "Name whoever came instead, or remove the line.",
    Severity.WARNING,
)
DEPUTY_AWAY = Wording(
    "deputy-away",
    "The deputy named here was away too: see {other}.",
    "Correct whichever of the two is wrong.",
    Severity.WARNING,
)
LISTED_TWICE = Wording(
    "attends-twice",
    "This person stands in the attendance already, at {other}.",
    "Make one row of the two. A second mark that was printed goes under `also`.",
    Severity.WARNING,
)
CHAIR_AWAY = Wording(
    "chair-away",
    "The chair named here was away, as the attendance says at {other}.",
    "Correct the row, or name who chaired instead, with `role: stand-in`.",
    Severity.WARNING,
)
CAME_CONCEALED = Wording(
    "came-concealed",
    "Somebody who came is concealed here, so pages may say that nobody came from their agency.",
    "If no other row stands for the agency, write `what: whole`: a notice is shown, and nobody is absent.",
    Severity.WARNING,
)
APPROVED_FIRST = Wording(
    "approved-before-meeting",
    "These minutes were approved before the meeting took place: see {other}.",
    "Correct the day or the meeting that approved them.",
    Severity.WARNING,
)

_AWAY = frozenset({"apologies", "absent", "did-not-attend", "deputy-sent", "represented", "excluded"})


def attendance_in_order(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each deputy, person or chair of a meeting whom its attendance contradicts."""
    for key, meeting in records.items():
        if key[0] == "meetings" and meeting.attendance:
            yield from _rows(key, meeting.attendance, locate)
            yield from _chairs(key, meeting, locate)
            yield from _concealed(key, meeting.attendance, locate)


def approved_afterwards(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each meeting whose minutes were approved before it took place."""
    for key, meeting in records.items():
        if key[0] != "meetings":
            continue
        end = meeting.until.isoformat() if meeting.until else meeting.date
        approving = records.get(("meetings", meeting.approved or ""))
        if approving is not None and (is_before(approving.date, end) or approving is meeting):
            other = line_of(locate(("meetings", meeting.approved), ("date",)))
            yield APPROVED_FIRST.at(locate(key, ("approved",)), other=other)
        if meeting.approved_on and is_before(meeting.approved_on, end):
            yield APPROVED_FIRST.at(locate(key, ("approved_on",)), other=line_of(locate(key, ("date",))))


def _rows(key: Key, rows: tuple[Attendance, ...], locate: Locate) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for position, row in enumerate(rows):
        if row.person is None:
            continue
        if row.person in first:
            other = line_of(locate(key, ("attendance", first[row.person])))
            yield LISTED_TWICE.at(locate(key, ("attendance", position, "person")), other=other)
        first.setdefault(row.person, position)
    for position, row in enumerate(rows):
        yield from _deputies(key, rows, first, position, locate)
        if row.deputy is None and row.deputy_name is not None and _is_whole(row):
            place = locate(key, ("attendance", position, "deputy_name"))
            yield DEPUTY_FOR_PRESENT.at(place, other=line_of(locate(key, ("attendance", position))))


def _deputies(
    key: Key, rows: tuple[Attendance, ...], first: Mapping[str, int], position: int, locate: Locate
) -> Iterator[Problem]:
    """Yield what is wrong with the deputies whom one row names."""
    row = rows[position]
    if row.deputy is not None:
        place = locate(key, ("attendance", position, "deputy"))
        at = first.get(row.deputy)
        if row.deputy == row.person:
            yield OWN_DEPUTY.at(place)
        elif _is_whole(row):
            yield DEPUTY_FOR_PRESENT.at(place, other=line_of(locate(key, ("attendance", position))))
        elif at is not None and rows[at].status in _AWAY and "present" not in rows[at].also:
            yield DEPUTY_AWAY.at(place, other=line_of(locate(key, ("attendance", at))))
    for number, person in enumerate(row.deputy_for):
        place = locate(key, ("attendance", position, "deputy_for", number))
        at = first.get(person)
        if person == row.person:
            yield OWN_DEPUTY.at(place)
        elif at is not None and _is_whole(rows[at]):
            yield DEPUTY_FOR_PRESENT.at(place, other=line_of(locate(key, ("attendance", at))))


def _is_whole(row: Attendance) -> bool:
    """Return whether somebody was present, and nothing says that it was for a part only."""
    part = row.items or row.left_for or row.arrived or row.left or row.part or row.also
    return row.status == "present" and not part


def _chairs(key: Key, meeting: Any, locate: Locate) -> Iterator[Problem]:
    away = {
        row.person: position
        for position, row in enumerate(meeting.attendance)
        if row.person and row.status in _AWAY and "present" not in row.also
    }
    for position, chairing in enumerate(meeting.chair):
        if chairing.person in away:
            other = line_of(locate(key, ("attendance", away[chairing.person])))
            yield CHAIR_AWAY.at(locate(key, ("chair", position, "person")), other=other)


def _concealed(key: Key, rows: tuple[Attendance, ...], locate: Locate) -> Iterator[Problem]:
    """Yield a warning for each row that leaves a false picture of who came, because nothing tells of it."""
    for position, row in enumerate(rows):
        if row.withhold is not None and row.withhold.what == "concealed" and row.status not in _AWAY:
            yield CAME_CONCEALED.at(locate(key, ("attendance", position, "withhold")))
