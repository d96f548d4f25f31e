"""The dataset with its records by id, read once for a build so that no page searches through all others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from editions.datasets import Dataset, Entry
from editions.fields import PublicRecord
from editions.kinds.groups import PublicGroup
from editions.kinds.meetings import PublicMeeting
from editions.kinds.partnerships import PublicPartnership
from editions.kinds.policies import PublicPolicy, PublicReason
from editions.parts.actions import PublicAction, PublicDecision, PublicUpdate
from editions.parts.items import PublicItem
from editions.walking import items_of
from macros.language.languages import Language, language_of


@dataclass(frozen=True, slots=True)
class Settled:
    """A decision with where it was made."""

    meeting: PublicMeeting
    item: PublicItem | None
    """None for a decision between meetings."""

    decision: PublicDecision


@dataclass(frozen=True, slots=True)
class Asked:
    """An action with where it was agreed."""

    meeting: PublicMeeting
    item: PublicItem
    action: PublicAction


@dataclass(frozen=True, slots=True)
class News:
    """A later report on an action."""

    meeting: PublicMeeting
    item: PublicItem
    update: PublicUpdate


@dataclass(frozen=True, eq=False, slots=True)
class Lookups:
    """The public records by what pages ask for. None equals another, so that views can be remembered."""

    dataset: Dataset
    by_id: Mapping[tuple[str, str], Entry[PublicRecord]]
    """Every entry by kind and id."""

    meetings: Mapping[str, Entry[PublicMeeting]]
    """By id, in order of date, withdrawn ones among them."""

    groups: Mapping[str, Entry[PublicGroup]]
    """By id."""

    of_group: Mapping[str, tuple[PublicMeeting, ...]]
    """The meetings of each group in order of date, joint ones among them."""

    decisions: Mapping[str, Settled]
    """By meeting and id: `2026-03-12-executive/d1`, in order of date."""

    actions: Mapping[str, Asked]
    """By meeting and id, in order of date."""

    news: Mapping[str, tuple[News, ...]]
    """The reports on each action, in order of date."""

    latest: Mapping[str, News]
    """The newest report on each action that says how it stands."""

    as_of: str
    """The day of the newest edition of all, which stands for today: a page never depends on the clock."""

    partnership: PublicPartnership | None
    policy: PublicPolicy | None
    reasons: Mapping[str, PublicReason]
    """By id, in the order of the policy."""

    language: Language
    """The language of the site."""


@lru_cache(maxsize=1)
def look_up(dataset: Dataset) -> Lookups:
    """Return a dataset's records by what pages ask for."""
    entries = {
        entry.id: entry
        for entry in sorted(
            dataset.of(PublicMeeting), key=lambda each: (each.record.date if each.record else "", each.id)
        )
    }
    meetings = [entry.record for entry in entries.values() if entry.record is not None]
    of_group: dict[str, list[PublicMeeting]] = {}
    decisions: dict[str, Settled] = {}
    actions: dict[str, Asked] = {}
    news: dict[str, list[News]] = {}
    for meeting in meetings:
        for group in dict.fromkeys(each.id for each in (meeting.group, *meeting.with_groups) if each.id):
            of_group.setdefault(group, []).append(meeting)
        for decision in meeting.decisions_between:
            decisions[f"{meeting.id}/{decision.id}"] = Settled(meeting, None, decision)
        for item in items_of(meeting.items):
            decisions |= {f"{meeting.id}/{each.id}": Settled(meeting, item, each) for each in item.decisions}
            actions |= {f"{meeting.id}/{each.id}": Asked(meeting, item, each) for each in item.actions}
            for update in item.updates:
                if update.action:
                    news.setdefault(update.action, []).append(News(meeting, item, update))
    policy = next(iter(dataset.records(PublicPolicy)), None)
    return Lookups(
        dataset=dataset,
        by_id={(kind, entry.id): entry for kind, found in dataset.kinds.items() for entry in found},
        meetings=entries,
        groups={entry.id: entry for entry in dataset.of(PublicGroup)},
        of_group={group: tuple(found) for group, found in of_group.items()},
        decisions=decisions,
        actions=actions,
        news={action: tuple(found) for action, found in news.items()},
        latest={
            action: each for action, found in news.items() for each in found if each.update.status is not None
        },
        as_of=max(_days_of_editions(dataset), default=""),
        partnership=next(iter(dataset.records(PublicPartnership)), None),
        policy=policy,
        reasons={reason.id: reason for reason in policy.reasons} if policy else {},
        language=language_of(dataset),
    )


def _days_of_editions(dataset: Dataset) -> Iterator[str]:
    return (issue.date for entries in dataset.kinds.values() for entry in entries for issue in entry.issues)
