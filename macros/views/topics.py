"""The history of a matter through the meetings of all groups, in order of time."""

from __future__ import annotations

from dataclasses import dataclass

from editions.kinds.meetings import PublicMeeting
from editions.kinds.topics import PublicTopic
from editions.parts.items import PublicItem
from editions.walking import items_of
from macros.views.lookups import Asked, Lookups, Settled


@dataclass(frozen=True, slots=True)
class Discussed:
    """A meeting's item on a matter, with what it settled."""

    meeting: PublicMeeting
    item: PublicItem
    decisions: tuple[Settled, ...]
    actions: tuple[Asked, ...]
    joined: bool = False
    """Whether it belongs here only because it goes on from, or is gone on with by, an item of the matter."""


@dataclass(frozen=True, slots=True)
class TopicView:
    """A matter with its history."""

    topic: PublicTopic
    history: tuple[Discussed, ...]
    """The items in order of time."""

    near: tuple[PublicTopic, ...]
    """Other matters that name this one."""

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the groups in whose meetings it came up, with marks."""
        names = (each.meeting.group.name or "" for each in self.history)
        return tuple(name for name in dict.fromkeys(names) if name)


def view_topic(lookups: Lookups, topic: PublicTopic) -> TopicView:
    """Return a matter with its history."""
    named = _items(lookups)
    chosen = {name for name, (_, item) in named.items() if topic.id in item.topics}
    every = _chained(named, chosen)
    return TopicView(
        topic=topic,
        history=tuple(
            _discussed(lookups, *named[name], joined=name not in chosen) for name in named if name in every
        ),
        near=tuple(
            each
            for each in lookups.dataset.records(PublicTopic)
            if topic.id in each.see_also and each.id not in topic.see_also
        ),
    )


def view_topics(lookups: Lookups) -> list[TopicView]:
    """Return all matters with their history, by name."""
    views = [view_topic(lookups, topic) for topic in lookups.dataset.records(PublicTopic)]
    return sorted(views, key=lambda view: (view.topic.title.casefold(), view.topic.id))


def _items(lookups: Lookups) -> dict[str, tuple[PublicMeeting, PublicItem]]:
    """Return every item by its meeting and id, in order of date."""
    meetings = (entry.record for entry in lookups.meetings.values() if entry.record is not None)
    return {
        f"{meeting.id}/{item.id}": (meeting, item) for meeting in meetings for item in items_of(meeting.items)
    }


def _chained(named: dict[str, tuple[PublicMeeting, PublicItem]], chosen: set[str]) -> set[str]:
    """Return items together with all that they go on from and all that goes on from them."""
    beside: dict[str, set[str]] = {}
    for name, (_, item) in named.items():
        for earlier in item.continues:
            beside.setdefault(name, set()).add(earlier)
            beside.setdefault(earlier, set()).add(name)
    every: set[str] = set()
    waiting = sorted(chosen)
    while waiting:
        name = waiting.pop()
        if name not in every:
            every.add(name)
            waiting += sorted(beside.get(name, ()))
    return every


def _discussed(lookups: Lookups, meeting: PublicMeeting, item: PublicItem, *, joined: bool) -> Discussed:
    return Discussed(
        meeting,
        item,
        tuple(lookups.decisions[f"{meeting.id}/{each.id}"] for each in item.decisions),
        tuple(lookups.actions[f"{meeting.id}/{each.id}"] for each in item.actions),
        joined,
    )
