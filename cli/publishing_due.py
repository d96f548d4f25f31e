"""Publishing what waits in `data/pending/` and whose day has come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from cli.keeping import renew_lock
from cli.reading import read_project, scanner_of, stop_if_unsearchable
from cli.telling import FINE, WRONG, say, tell
from problems import Place
from redaction import signing_messages as messages
from redaction.signing_off.embargoes import (
    Waiting,
    due_now,
    objections,
    read_pending,
    release,
    withheld_since,
)
from redaction.takedown_lists import Listed, forget_shown, read_list
from redaction.takedown_messages import TAKEDOWNS_UNREADABLE


def publish_due(project: Path, day: date) -> int:
    """Publish the editions whose day has come, and return the exit code."""
    pending = read_pending(project)
    due = list(due_now(pending, day))
    if not due:
        tell(pending.problems)
        if not pending.problems:
            say("No waiting edition is due.")
        return WRONG if pending.problems else FINE
    listed = read_list(project)
    if listed is None:
        tell([TAKEDOWNS_UNREADABLE.at(Place("data/taken-down.txt"))])
        return WRONG
    records, published = read_project(project)
    stop_if_unsearchable(records)
    scanner = scanner_of(records, published, day)
    failures = list(pending.problems)
    for waiting in due:
        against = objections(project, waiting, scanner, _gone_since(waiting, listed))
        against = against or withheld_since(project, waiting, records, published)
        if against:
            failures += against
            continue
        try:
            path = release(project, waiting)
        except FileExistsError:
            place = Place(waiting.path.relative_to(project).as_posix())
            failures.append(messages.EDITION_EXISTS.at(place))
        else:
            edition = waiting.edition
            forget_shown(project, edition.kind, edition.record or {}, edition.id)
            say(f"Published {path.relative_to(project).as_posix()}.")
    renew_lock(project)
    tell(failures)
    return WRONG if failures else FINE


def _gone_since(waiting: Waiting, listed: Iterable[Listed]) -> frozenset[str]:
    """Return the names of what was taken down, but for what somebody restored by signing this edition off.

    That was on a later day than the takedown; of the same day, nobody can tell which came first.
    """
    name = f"{waiting.edition.kind}/{waiting.edition.id}"
    return frozenset(
        each.name
        for each in listed
        if not (f"{each.name}/".startswith(f"{name}/") and "" < each.day < waiting.edition.date)
    )
