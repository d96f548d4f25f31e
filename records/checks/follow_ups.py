"""What must hold between actions and the news of them, and between decisions and those they replace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from problems import Place, Problem, Severity, Wording
from records import model_messages
from records.checks.circles import circles_in
from records.checks.following import Followed, Settled, followed, settled
from records.kind import Key, Locate
from records.parts.actions import ENDED
from records.periods import is_before, line_of

NEWS_BEFORE_ACTION = Wording(
    "news-before-action",
    "This news is older than the action that it is about, which is at {other}.",
    "Correct the id of the action, or the day under `on`, `since` or `date`.",
)
ACTION_CLOSED = Wording(
    "action-closed-before",
    "This action was closed already, at {other}.",
    "Write `status: reopened` if it was opened again, or correct the status of one of the two.",
)
ACTION_CLOSED_TWICE = Wording(
    "action-closed-twice",
    "This action was closed already, at {other}.",
    "Nothing needs to be done if the minutes say so twice; else take one of the two out.",
    Severity.WARNING,
)
ACTION_NOT_CLOSED = Wording(
    "action-not-closed-before",
    "This action is opened again, and no record says that it was closed: it was agreed at {other}.",
    "Say in the earlier minutes that it was closed, or write `in-progress` here.",
    Severity.WARNING,
)
DECISION_REPLACES_LATER = Wording(
    "decision-replaces-later",
    "The decision named under `{field}` is later than this one: it is at {other}.",
    "Name it the other way round: the later decision says which earlier one it replaces or reverses.",
)


def news_in_order(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for news that comes before its action, or after it was closed."""
    for each in followed(records).values():
        agreed = line_of(locate(each.key, (*each.path, "id")))
        closed: tuple[str, str] | None = (each.action.status, agreed) if each.action.status in ENDED else None
        for report in each.reports:
            update = report.update
            day = update.on.isoformat() if update.on else report.day
            if is_before(day, each.action.since or each.day) or is_before(report.day, each.day):
                name = "on" if update.on else "action"
                yield NEWS_BEFORE_ACTION.at(locate(report.key, (*report.path, name)), other=agreed)
                continue
            if update.status == "no-update":
                continue
            place = locate(report.key, (*report.path, "status"))
            yield from _against(update.status, closed, agreed, place)
            closed = (update.status, line_of(place)) if update.status in ENDED else None


def _against(status: str, closed: tuple[str, str] | None, agreed: str, place: Place) -> Iterator[Problem]:
    """Yield the problem of a status after an action was closed; `closed` has that status and its place."""
    if closed is None:
        if status == "reopened":
            yield ACTION_NOT_CLOSED.at(place, other=agreed)
    elif status not in {"reopened", *ENDED}:
        yield ACTION_CLOSED.at(place, other=closed[1])
    elif status in ENDED and (closed[0], status) != ("done", "closed"):
        yield ACTION_CLOSED_TWICE.at(place, other=closed[1])


def superseded_by_others(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each circle of actions that took each other's place."""
    places = {name: found for name, each in followed(records).items() if (found := _superseded(each, locate))}
    for circle in circles_in({name: by for name, (by, _) in places.items()}):
        told = " → ".join(f"{name} ({line_of(places[name][1])})" for name in circle)
        yield model_messages.CYCLE.at(places[circle[0]][1], field="superseded_by", circle=told)


def _superseded(each: Followed, locate: Locate) -> tuple[str, Place] | None:
    """Return what took the place of an action, and where that is said; the last word counts."""
    for report in reversed(each.reports):
        if report.update.superseded_by is not None:
            return report.update.superseded_by, locate(report.key, (*report.path, "superseded_by"))
    by = each.action.superseded_by
    return (by, locate(each.key, (*each.path, "superseded_by"))) if by is not None else None


def replaced_by_later(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each decision that replaces a later one, and for each circle of such."""
    known = settled(records)
    for field in ("replaces", "reverses"):
        following: dict[str, str] = {}
        for name, each in known.items():
            earlier = known.get(getattr(each.decision, field) or "")
            if earlier is None:
                continue
            if is_before(each.day, earlier.day):
                place = locate(each.key, (*each.path, field))
                yield DECISION_REPLACES_LATER.at(place, field=field, other=_line(earlier, locate))
            else:
                following[name] = getattr(each.decision, field)
        for circle in circles_in(following):
            told = " → ".join(f"{name} ({_line(known[name], locate)})" for name in circle)
            first = known[circle[0]]
            place = locate(first.key, (*first.path, field))
            yield model_messages.CYCLE.at(place, field=field, circle=told)


def _line(each: Settled, locate: Locate) -> str:
    return line_of(locate(each.key, (*each.path, "id")))
