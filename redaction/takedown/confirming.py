"""The second person who looks at a takedown afterwards, and the reminder until they did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from pydantic import ValidationError

from editions.frozen import Edition, confirmed
from editions.published import FOLDER, History, Published
from problems import Place, Problem
from records.kinds.policies import Policy
from records.loading import FOLDER as DATA
from records.loading import TAKEN_DOWN
from redaction import takedown_messages as messages
from redaction.projecting.cutting_out import shown_parts
from redaction.signing_off.signing import write_edition
from redaction.takedown_lists import confirm_in_list, read_list

DAYS = 7
"""Within how many days a second person confirms, where the policy does not say."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What confirming a takedown would write, or why it cannot be."""

    name: str
    role: str
    edition: Edition | None = None
    """The edition with the second role; None where the private list holds the takedown."""

    problems: tuple[Problem, ...] = ()


def prepare(
    project: Path, published: Published, kind: str, record_id: str, part: str | None, *, role: str
) -> Confirmation:
    """Return the confirmation of the newest takedown of a record or part by a second person."""
    name = "/".join(each for each in (kind, record_id, part) if each)
    place = Place(f"{FOLDER}/{kind}/{record_id}")
    history = published.histories.get((kind, record_id))
    edition = next((each for each in takedowns_of(history) if _is_of(each, history, part)), None)
    if edition is None:
        listed = next((each for each in read_list(project) or () if each.name == name), None)
        if listed is None:
            return Confirmation(name, role, problems=(messages.NOT_TAKEN_DOWN.at(place),))
        already = (messages.CONFIRMED_ALREADY.at(place),) if listed.role else ()
        return Confirmation(name, role, problems=already or _same_role(listed.taken_by, role, place))
    if edition.checked_by:
        return Confirmation(name, role, problems=(messages.CONFIRMED_ALREADY.at(place),))
    if problems := _same_role(edition.redacted_by or "", role, place):
        return Confirmation(name, role, problems=problems)
    try:
        return Confirmation(name, role, confirmed(edition, role))
    except ValidationError:
        return Confirmation(name, role, problems=(messages.TAKEDOWN_NOTE_WITH_MARK.at(place),))


def carry_out(project: Path, confirmation: Confirmation) -> None:
    """Write a confirmation."""
    if confirmation.edition is not None:
        write_edition(project, confirmation.edition, replacing=True)
    else:
        confirm_in_list(project, confirmation.name, confirmation.role)


def takedowns_of(history: History | None) -> Iterator[Edition]:
    """Yield the editions that took something down, newest first, back to where somebody else looked.

    A sign-off that a second person checked is such a look. One by a single person is not.
    """
    for edition in reversed(history.editions if history is not None else ()):
        if edition.state == "withdrawn" or edition.taken_down:
            yield edition
        elif edition.checked_by or edition.checked_for:
            return


def to_confirm(
    project: Path, policy: Policy | None, published: Published, today: date
) -> tuple[Problem, ...]:
    """Return a reminder for each takedown that no second person has confirmed."""
    days = days_to_confirm(policy)
    if days is None:
        return ()
    found = [
        _reminder(Place(f"{FOLDER}/{history.kind}/{history.id}"), name, edition.date, days, today)
        for history in published.histories.values()
        for name, edition in _down_still(history).items()
        if not edition.checked_by
    ]
    listed = read_list(project)
    if listed is None:
        found.append(messages.TAKEDOWNS_UNREADABLE.at(Place(f"{DATA}/{TAKEN_DOWN}")))
    for number, each in enumerate(listed or (), 1):
        if each.day and not each.role:
            found.append(_reminder(Place(f"{DATA}/{TAKEN_DOWN}", number), "RECORD", each.day, days, today))
    return tuple(found)


def days_to_confirm(policy: Policy | None) -> int | None:
    """Return within how many days a second person confirms a takedown; None when the policy wants nobody."""
    for check in policy.checks if policy else ():
        if check.change == "takedown":
            wanted = {"within": check.days, "before": 0, "none": None}
            return wanted[check.second_person]
    return DAYS


def _same_role(taken_by: str, role: str, place: Place) -> tuple[Problem, ...]:
    """Return that whoever took something down would confirm it themselves."""
    words = [each.replace(">", " ").casefold().split() for each in (taken_by, role)]
    return (messages.SAME_ROLE_CONFIRMS.at(place),) if words[0] == words[1] else ()


def _down_still(history: History) -> dict[str, Edition]:
    """Return what of a record is down, as `pages withdraw` names it, with the newest edition that did it."""
    newest = history.newest
    public = {*shown_parts(newest.record), *([] if newest.state == "withdrawn" else [None])}
    found: dict[str, Edition] = {}
    for edition in takedowns_of(history):
        for part in (None, *edition.taken_down):
            if _is_of(edition, history, part) and part not in public:
                name = "/".join(each for each in (history.kind, history.id, part) if each)
                found.setdefault(name, edition)
    return found


def _reminder(place: Place, record: str, taken: str, days: int, today: date) -> Problem:
    due = date.fromisoformat(taken) + timedelta(days=days)
    wording = messages.CONFIRM_LATE if due < today else messages.CONFIRM_DUE
    return wording.at(place, record=record, taken=taken, day=due.isoformat())


def _is_of(edition: Edition, history: History | None, part: str | None) -> bool:
    """Return whether an edition is the one that took down a part, or the record."""
    if part is None:
        return edition.state == "withdrawn"
    earlier = [each for each in history.editions if each.number == edition.number - 1] if history else []
    return part in edition.taken_down and not any(part in each.taken_down for each in earlier)
