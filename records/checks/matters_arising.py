"""Actions that are still open, and those of which the newest meeting of a group says nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from typing import Any

from problems import Problem, Severity, Wording
from records.checks.following import Followed, followed, meetings_in_order
from records.kind import Key, Locate
from records.periods import is_before

MATTERS_ARISING = Wording(
    "matters-arising",
    "This is the newest meeting of its group, and of the actions that are open it neither closes nor carries "
    "over: {actions}.",
    "If they were looked at, report on each under `updates` of an item; if not, nothing needs to be done.",
    Severity.WARNING,
)

WRITTEN_UP = frozenset({"draft", "circulated", "final", "approved", "corrected"})
"""States of a meeting's record in which it says what was done."""

WITHOUT_ACTIONS = frozenset({"development-day", "by-email"})
"""Meetings that do not go through the actions."""


def open_actions(records: Mapping[Key, Any], group: str, before: str | None = None) -> tuple[Followed, ...]:
    """Return the open actions of a group's meetings, the oldest first; `before` a day if one is given."""
    return tuple(
        each
        for each in followed(records).values()
        if group in each.groups and each.is_open and (before is None or is_before(each.day, before))
    )


def matters_arising(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield one reminder for each group whose newest minutes say nothing of actions that are open.

    An action of which a meeting of another group told at the same time or later is not among them.
    """
    known = followed(records)
    for group, (key, meeting) in _newest(records).items():
        left = sorted(
            name
            for name, each in known.items()
            if group in each.groups
            and each.is_open
            and is_before(each.day, meeting.date)
            and all(is_before(report.day, meeting.date) for report in each.reports)
        )
        if left:
            yield MATTERS_ARISING.at(locate(key, ("items",)), actions=", ".join(left))


def _newest(records: Mapping[Key, Any]) -> dict[str, tuple[Key, Any]]:
    """Return the newest meeting of each group that was held and written up."""
    found: dict[str, tuple[Key, Any]] = {}
    for key, meeting in meetings_in_order(records):
        is_held = meeting.happened == "held" and meeting.status in WRITTEN_UP
        if is_held and meeting.kind not in WITHOUT_ACTIONS:
            found |= dict.fromkeys((meeting.group, *meeting.with_groups), (key, meeting))
    return found


def as_item(found: Iterable[Followed]) -> str:
    """Return optional lines of a starting file: an item with a report to be written on each action.

    A comment before each says what it is about, but nothing of what is withheld. Without actions it is empty.
    """
    lines = [line for each in found for line in _report(each)]
    return "\n".join((*_ITEM, *lines, "")) if lines else ""


_ITEM = (
    "#  - id: earlier-actions",
    "#    title: Actions of earlier meetings",
    "#    # These are open. Say of each how it stands: done, closed, in-progress, carried-over, superseded,",
    "#    # no-longer-needed. Keep those of which the meeting spoke, and remove the others.",
    "#    updates:",
)


def _report(each: Followed) -> tuple[str, ...]:
    action = each.action
    said = [] if each.is_withheld else [action.label, action.text]
    words = " ".join(" ".join(part.split()) for part in said if part)
    due = next((report.update.due for report in reversed(each.reports) if report.update.due), action.due)
    told = f"{words} (by {due})" if words and due else words
    about = [f"#      # {line}" for line in wrap(told, width=90)]
    return (*about, f"#      - action: {each.name}", "#        status: in-progress")
