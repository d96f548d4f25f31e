"""The ledger of actions: each with its whole story, from the meeting that agreed on it until it was closed.

It is worked out from public values alone, and on any day: what was reported later then does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from editions.parts.actions import PublicParty
from editions.walking import items_of
from macros.views.lookups import Asked, Lookups, News

ENDED = frozenset({"done", "closed", "superseded", "dropped", "no-longer-needed"})
"""States of an action of which nothing more is expected."""

OPEN, CLOSED, WITHHELD = "open", "closed", "withheld"
OVERDUE = "overdue"
STATES = (OPEN, OVERDUE, CLOSED)
"""The states by which the ledger can be filtered. What is overdue is open too."""

ALL = "all"
"""Stands for all partners among the agencies. No organization can have this id."""


@dataclass(frozen=True, slots=True)
class Story:
    """One action from birth to closure, as it stood on the day of the ledger."""

    name: str
    """By meeting and id: `2026-01-15-executive/form`."""

    asked: Asked
    """The action, and where it was agreed."""

    news: tuple[News, ...]
    """Every later report on it, in the order of the meetings."""

    state: str | None
    """The last word on how it stands; None if that is withheld or nobody said."""

    standing: str
    """`open`, `closed`, or `withheld` where the public may not know which."""

    is_overdue: bool
    """Whether it is open and its date is over, or the minutes say so."""

    due: str | None
    """By when, after the last change of the date: a day, month or year."""

    due_words: str | None
    """The same in words."""

    owners: tuple[PublicParty, ...]
    """Who is to do it."""

    closed_on: str | None
    """The day on which it was closed for good."""

    closed_by: News | None
    """The report that closed it; None where it was closed in the minutes that agreed on it."""

    carried: int
    """How many later meetings heard of it and left it open."""

    reopened: int
    """How often it was opened again."""

    superseded_by: str | None
    """The action that took its place."""

    supersedes: tuple[str, ...]
    """The actions of which it took the place."""

    age: int
    """How many days it was open, or has been."""

    groups: tuple[str, ...]
    """The ids of the groups that agreed on it, or to which it was given."""

    agencies: tuple[str, ...]
    """The ids of the organizations that own it, by themselves or through a post; `all` for all partners."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every action as it stood on one day."""

    day: str
    """The day; empty where nothing at all is published."""

    stories: Mapping[str, Story]
    """By meeting and id, in the order of the meetings."""

    older: tuple[News, ...]
    """News of actions that are older than these records, in the order of the meetings."""

    def of(
        self, state: str | None = None, group: str | None = None, agency: str | None = None
    ) -> list[Story]:
        """Return the actions in a state, of a group and of an agency, those of the newest meeting first."""
        found = [
            each
            for each in self.stories.values()
            if (state is None or (each.is_overdue if state == OVERDUE else each.standing == state))
            and (group is None or group in each.groups)
            and (agency is None or agency in each.agencies)
        ]
        return sorted(found, key=lambda each: each.asked.meeting.date, reverse=True)


@lru_cache(maxsize=4)
def ledger(lookups: Lookups, on: str | None = None) -> Ledger:
    """Return the ledger of today, which is the day of the newest edition of all, or of an earlier day."""
    day = on or lookups.as_of
    agreed = {
        name: asked
        for name, asked in lookups.actions.items()
        if on is None or _has_begun(asked.meeting.date, on)
    }
    news = {name: _until(lookups.news.get(name, ()), on) for name in agreed}
    took: dict[str, list[str]] = {}
    for name, asked in agreed.items():
        by = _superseded(asked, news[name]) if _state(asked, news[name]) == "superseded" else None
        if by is not None:
            took.setdefault(by, []).append(name)
    return Ledger(
        day=day,
        stories={
            name: _story(name, asked, news[name], day, tuple(took.get(name, ())))
            for name, asked in agreed.items()
        },
        older=_until(_older(lookups), on),
    )


def day_of(news: News) -> str:
    """Return the day of a report: its own, else that of the meeting."""
    return news.update.on or news.meeting.date


def days_between(first: str, second: str) -> int:
    """Return how many days lie between two days; a month or year counts from its beginning.

    An edition may hold other words in the place of a day: then it is 0.
    """
    try:
        return max((_whole(second) - _whole(first)).days, 0)
    except ValueError:
        return 0


def _story(name: str, asked: Asked, news: tuple[News, ...], day: str, supersedes: tuple[str, ...]) -> Story:
    action = asked.action
    state = _state(asked, news)
    ended = state in ENDED
    closing = _closing(asked, news) if ended else None
    closed_on = None if not ended else day_of(closing) if closing else asked.meeting.date
    hidden = action.withheld is not None or any(each.field == "status" for each in action.withheld_fields)
    dated = next((each.update for each in reversed(news) if each.update.due or each.update.due_words), action)
    owners = next((each.update.owners for each in reversed(news) if each.update.owners), action.owners)
    standing = CLOSED if ended else WITHHELD if state is None and hidden else OPEN
    return Story(
        name=name,
        asked=asked,
        news=news,
        state=state,
        standing=standing,
        is_overdue=standing == OPEN and _is_late(news, state, dated.due, day),
        due=dated.due,
        due_words=dated.due_words,
        owners=owners,
        closed_on=closed_on,
        closed_by=closing,
        carried=len(_carried(news)),
        reopened=sum(each.update.status == "reopened" for each in news),
        superseded_by=_superseded(asked, news) if state == "superseded" else None,
        supersedes=supersedes,
        age=days_between(action.since or asked.meeting.date, closed_on or day or asked.meeting.date),
        groups=tuple(dict.fromkeys(_groups(asked, owners))),
        agencies=tuple(dict.fromkeys(_agencies(owners))),
    )


def _told(news: Iterable[News]) -> list[News]:
    """Return the reports that say how an action stands."""
    return [each for each in news if each.update.status not in {None, "no-update"}]


def _state(asked: Asked, news: Iterable[News]) -> str | None:
    told = _told(news)
    return told[-1].update.status if told else asked.action.status


def _closing(asked: Asked, news: Iterable[News]) -> News | None:
    """Return the report that closed an action for good; None if it was closed from the beginning.

    Where one meeting says that it is done and a later one closes it, that is the first of them.
    """
    closing: News | None = None
    for each in reversed(_told(news)):
        if each.update.status not in ENDED:
            return closing
        closing = each
    return None if asked.action.status in ENDED else closing


def _is_late(news: Iterable[News], state: str | None, due: str | None, day: str) -> bool:
    """Return whether the date of an open action is over, or the last minutes say so and give no new date."""
    told = _told(news)
    said = state == OVERDUE and not (told and told[-1].update.due)
    return said or (due is not None and due < day[: len(due)])


def _carried(news: Iterable[News]) -> frozenset[str]:
    """Return the meetings that left an action open: what each said last of it closes nothing."""
    last = {each.meeting.id: each.update.status for each in news if each.update.status is not None}
    return frozenset(meeting for meeting, status in last.items() if status not in {*ENDED, "reopened"})


def _superseded(asked: Asked, news: tuple[News, ...]) -> str | None:
    named = (each.update.superseded_by for each in reversed(news) if each.update.superseded_by)
    return next(named, asked.action.superseded_by)


def _groups(asked: Asked, owners: Iterable[PublicParty]) -> Iterator[str]:
    given = (each.who for each in owners if each.who is not None and each.who.kind == "group")
    yield from (each.id for each in (asked.meeting.group, *asked.meeting.with_groups, *given) if each.id)


def _agencies(owners: Iterable[PublicParty]) -> Iterator[str]:
    for who in (each.who for each in owners if each.who is not None):
        if who.kind == ALL:
            yield ALL
        elif who.kind == "organization" and who.id:
            yield who.id
        elif who.kind in {"person", "post"} and who.organization_id:
            yield who.organization_id


def _older(lookups: Lookups) -> tuple[News, ...]:
    meetings = (entry.record for entry in lookups.meetings.values() if entry.record is not None)
    return tuple(
        News(meeting, item, update)
        for meeting in meetings
        for item in items_of(meeting.items)
        for update in item.updates
        if update.action is None and (update.about or update.label or update.text)
    )


def _until(news: Iterable[News], on: str | None) -> tuple[News, ...]:
    return tuple(each for each in news if on is None or _has_begun(day_of(each), on))


def _has_begun(first: str, day: str) -> bool:
    """Return whether a day, month or year has begun on a day."""
    return first <= day[: len(first)]


def _whole(text: str) -> date:
    """Return a day as a date; a month or a year stands for its first day."""
    return date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < len("2026-01-01") else text)
