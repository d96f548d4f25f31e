"""Actions and decisions of meetings, and actions of plans: how they stand by what can be downloaded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from tests.counting.files import Files, Record, groups_of, hides, items_of

ENDED = {"done", "closed", "superseded", "dropped", "no-longer-needed"}
PLAN_STATES = {
    "done": "complete",
    "on-track": "on track",
    "in-progress": "under way",
    "delayed": "late",
    "not-started": "not begun",
    "carried-over": "carried over to a later plan",
    "superseded": "replaced by another action",
    "stopped": "dropped",
}
"""How actions of plans stand, as pages say it and in the order in which they say it."""


@dataclass(frozen=True)
class Deed:
    """An action of a meeting, and how it stands today."""

    meeting: Record
    action: Record
    news: tuple[tuple[Record, Record], ...]
    """Each later report, behind its meeting."""

    today: str

    @property
    def told(self) -> list[tuple[Record, Record]]:
        """The reports that say how it stands."""
        return [each for each in self.news if each[1].get("status") not in {None, "no-update"}]

    @property
    def state(self) -> str | None:
        """The last word on it."""
        return self.told[-1][1]["status"] if self.told else self.action.get("status")

    @property
    def standing(self) -> str:
        """`open`, `closed` or `withheld`."""
        if self.state in ENDED:
            return "closed"
        return "withheld" if self.state is None and hides(self.action, "status") else "open"

    @property
    def is_overdue(self) -> bool:
        """Whether it is open and its last date is over, or the last minutes say so."""
        if self.standing != "open":
            return False
        dated = [each for _, each in self.news if each.get("due") or each.get("due_words")]
        due = (dated[-1] if dated else self.action).get("due")
        said = self.state == "overdue" and not (self.told and self.told[-1][1].get("due"))
        return said or bool(due and due < self.today[: len(due)])

    @property
    def closed_on(self) -> str | None:
        """The day of the first of the reports that closed it for good."""
        if self.state not in ENDED:
            return None
        found: str | None = None
        for meeting, update in reversed(self.told):
            if update["status"] not in ENDED:
                return found
            found = update.get("on") or meeting["date"]
        return self.meeting["date"] if self.action.get("status") in ENDED else found or self.meeting["date"]

    @property
    def carried(self) -> int:
        """How many later meetings left it open."""
        last = {meeting["id"]: update["status"] for meeting, update in self.news if update.get("status")}
        return sum(status not in {*ENDED, "reopened"} for status in last.values())

    @property
    def reopened(self) -> int:
        """How often it was opened again."""
        return sum(update.get("status") == "reopened" for _, update in self.news)

    @property
    def days(self) -> int:
        """How many days it has been open, or was."""
        first, last = self.action.get("since") or self.meeting["date"], self.closed_on or self.today
        return max((_whole(last) - _whole(first)).days, 0)

    @property
    def owners(self) -> list[Record]:
        """Who is to do it, by the last word."""
        owners = [update["owners"] for _, update in self.news if update.get("owners")]
        parties = owners[-1] if owners else self.action.get("owners", [])
        return [each["who"] for each in parties if each.get("who")]

    @property
    def groups(self) -> set[str]:
        """The groups that agreed on it or own it."""
        owning = {who["id"] for who in self.owners if who["kind"] == "group" and who.get("id")}
        return owning | set(groups_of(self.meeting))

    @property
    def agencies(self) -> set[str]:
        """The organizations that own it; `all` for all partners."""
        own = {who["id"] for who in self.owners if who["kind"] == "organization" and who.get("id")}
        through = {who.get("organization_id") for who in self.owners if who["kind"] in {"person", "post"}}
        return (
            own | {each for each in through if each} | {"all" for who in self.owners if who["kind"] == "all"}
        )

    @property
    def age(self) -> str:
        """How long ago it was agreed, in the words of the chart."""
        then, now = _whole(self.meeting["date"]), _whole(self.today)
        months = (now.year - then.year) * 12 + now.month - then.month - (now.day < then.day)
        ages = ((3, "Under 3 months"), (6, "3 to 6 months"), (12, "6 to 12 months"))
        return next((words for limit, words in ages if months < limit), "A year or more")

    @property
    def look(self) -> str:
        """How it stands, in the words of the chart."""
        if self.standing == "open":
            return "Open, past its date" if self.is_overdue else "Open, not past its date"
        return "Closed" if self.standing == "closed" else "State withheld"


@cache
def deeds(files: Files) -> dict[str, Deed]:
    """Return the actions of all meetings by meeting and id."""
    news: dict[str, list[tuple[Record, Record]]] = {}
    for meeting in files.meetings:
        for update in (each for item in items_of(meeting) for each in item.get("updates", ())):
            news.setdefault(update.get("action") or "", []).append((meeting, update))
    return {
        name: Deed(meeting, action, tuple(news.get(name, ())), files.today)
        for meeting in files.meetings
        for item in items_of(meeting)
        for action in item.get("actions", ())
        for name in [f"{meeting['id']}/{action['id']}"]
    }


@dataclass(frozen=True)
class Ruling:
    """A decision."""

    meeting: Record
    decision: Record
    is_between: bool
    is_replaced: bool


@cache
def decided(files: Files) -> list[Ruling]:
    """Return the decisions of all meetings."""
    found = [
        (meeting, one, between or bool(one.get("means") or one.get("between_meetings")))
        for meeting in files.meetings
        for between, holders in ((True, [meeting]), (False, list(items_of(meeting))))
        for holder in holders
        for one in holder.get("decisions_between" if between else "decisions", ())
    ]
    gone = {one.get(how) for _, one, _ in found for how in ("replaces", "reverses")}
    return [Ruling(meeting, one, how, f"{meeting['id']}/{one['id']}" in gone) for meeting, one, how in found]


def planned(holder: Record) -> Iterator[Record]:
    """Yield the actions under a plan or a priority of it, at any depth."""
    for place in holder.get("priorities", ()):
        yield from planned(place)
    for action in holder.get("actions", ()):
        yield action
        yield from planned({"actions": action.get("actions", ())})


def standing(actions: list[Record]) -> str:
    """Return how actions of plans stand, as a sentence of the page."""
    if not actions:
        return "No actions"
    found = Counter(each.get("status") for each in actions)
    parts = [f"{found[state]} {said}" for state, said in PLAN_STATES.items() if found[state]]
    parts += [f"{found[None]} withheld"] if found[None] else []
    return f"{len(actions)} action{'' if len(actions) == 1 else 's'}: {', '.join(parts)}"


def of_priority(files: Files, priority: str, plan: str | None = None) -> list[Record]:
    """Return the actions for a priority: in one plan; else in those that run, or in all if none does."""
    found = [
        (each, [*planned(place)])
        for each in files.records("plans")
        for place in each.get("priorities", ())
        if place.get("priority") == priority and plan in {None, each["id"]}
    ]
    running = [each for each in found if _runs(files, each[0])] if plan is None else found
    return [action for _, actions in running or found for action in actions]


def _runs(files: Files, plan: Record) -> bool:
    first, last = plan["period_from"], plan.get("extended_until") or plan.get("period_until")
    is_over = last is not None and last < files.today[: len(last)]
    gone = plan.get("status") in {"superseded", "withdrawn", "archived"}
    return first <= files.today[: len(first)] and not is_over and not gone


def _whole(day: str) -> date:
    return date.fromisoformat((day + "-01-01")[: len("2026-01-01")])
