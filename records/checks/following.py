"""Actions followed through the private meetings: where each was agreed, and every later report on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from records.kind import Key
from records.parts.actions import ENDED, Action, Decision, Update
from records.parts.items import Item
from records.shapes import Path
from records.withholding import Withholdable

MEETINGS = "meetings"


@dataclass(frozen=True, slots=True)
class Report:
    """News of an action, with where it stands."""

    key: Key
    path: Path
    update: Update
    day: str
    """The day of the meeting, or the month while the day is not known."""


@dataclass(frozen=True, slots=True)
class Followed:
    """An action with all later news of it."""

    name: str
    """By meeting and id: `2026-01-15-executive/form`."""

    key: Key
    path: Path
    action: Action
    day: str
    """The day of the meeting that agreed on it."""

    groups: tuple[str, ...]
    """The groups that met."""

    is_withheld: bool
    """Whether something of it, or all that it stands in, is not for the public."""

    reports: tuple[Report, ...] = ()
    """In the order of the meetings."""

    @property
    def is_open(self) -> bool:
        """Whether more is expected of it, by the last word on it."""
        said = (each.update.status for each in reversed(self.reports) if each.update.status != "no-update")
        return next(said, self.action.status) not in ENDED


@dataclass(frozen=True, slots=True)
class Settled:
    """A decision with where it stands."""

    key: Key
    path: Path
    decision: Decision
    day: str
    """The day on which it was made."""


def meetings_in_order(records: Mapping[Key, Any]) -> list[tuple[Key, Any]]:
    """Return the meetings among valid records, the earliest first."""
    found = [(key, record) for key, record in records.items() if key[0] == MEETINGS]
    return sorted(found, key=lambda each: (each[1].date, each[0][1]))


def followed(records: Mapping[Key, Any]) -> dict[str, Followed]:
    """Return every action of valid meetings with the news of it, by meeting and id."""
    found: dict[str, Followed] = {}
    news: dict[str, list[Report]] = {}
    for key, meeting in meetings_in_order(records):
        groups = tuple(dict.fromkeys((meeting.group, *meeting.with_groups)))
        closed_off = [path for path, item in items_in(meeting.items) if _is_withheld(item)]
        for path, item in items_in(meeting.items):
            hidden = _is_withheld(meeting) or any(path[: len(each)] == each for each in closed_off)
            for at, action in enumerate(item.actions):
                name, here = f"{key[1]}/{action.id}", (*path, "actions", at)
                is_withheld = hidden or _is_withheld(action) or "[[" in action.text
                found[name] = Followed(name, key, here, action, meeting.date, groups, is_withheld)
            for at, update in enumerate(item.updates):
                if update.action is not None:
                    report = Report(key, (*path, "updates", at), update, meeting.date)
                    news.setdefault(update.action, []).append(report)
    return {name: replace(each, reports=tuple(news.get(name, ()))) for name, each in found.items()}


def _is_withheld(unit: Withholdable) -> bool:
    return unit.withhold is not None or bool(unit.withhold_fields)


def settled(records: Mapping[Key, Any]) -> dict[str, Settled]:
    """Return every decision of valid meetings, by meeting and id."""
    found: dict[str, Settled] = {}
    for key, meeting in meetings_in_order(records):
        placed: list[tuple[Path, Decision]] = [
            (("decisions_between", at), each) for at, each in enumerate(meeting.decisions_between)
        ]
        placed += [
            ((*path, "decisions", at), each)
            for path, item in items_in(meeting.items)
            for at, each in enumerate(item.decisions)
        ]
        for path, decision in placed:
            day = decision.on.isoformat() if decision.on else meeting.date
            found[f"{key[1]}/{decision.id}"] = Settled(key, path, decision, day)
    return found


def items_in(items: Iterable[Item], path: Path = ()) -> Iterator[tuple[Path, Item]]:
    """Yield each item and those under it, in the order of the document, with the way to it."""
    for at, item in enumerate(items):
        here = (*path, "items", at)
        yield here, item
        yield from items_in(item.items, here)
