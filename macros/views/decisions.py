"""The register of decisions: each with what it replaced, and what replaced it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from macros.views.lookups import Lookups, Settled

BETWEEN, REPLACED = "between-meetings", "replaced"
STATES = (BETWEEN, REPLACED)
"""What decisions can be filtered by, besides kind and group. What was reversed counts as replaced."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision in the register."""

    name: str
    """By meeting and id: `2026-01-15-executive/d1`."""

    settled: Settled
    """The decision, and where it was made."""

    day: str
    """The day on which it was made."""

    is_between: bool
    """Whether it was made between meetings."""

    replaced_by: tuple[str, ...]
    """The later decisions that replaced it."""

    reversed_by: tuple[str, ...]
    """The later decisions that took it back."""

    groups: tuple[str, ...]
    """The ids of the groups that made it."""

    @property
    def stands(self) -> bool:
        """Whether no later decision replaced or reversed it."""
        return not (self.replaced_by or self.reversed_by)


@lru_cache(maxsize=1)
def rulings(lookups: Lookups) -> Mapping[str, Ruling]:
    """Return every decision by meeting and id, in the order of the meetings."""
    replaced: dict[str, list[str]] = {}
    reversed_: dict[str, list[str]] = {}
    for name, settled in lookups.decisions.items():
        if settled.decision.replaces:
            replaced.setdefault(settled.decision.replaces, []).append(name)
        if settled.decision.reverses:
            reversed_.setdefault(settled.decision.reverses, []).append(name)
    return {
        name: Ruling(
            name=name,
            settled=settled,
            day=settled.decision.on or settled.meeting.date,
            is_between=settled.item is None
            or bool(settled.decision.means or settled.decision.between_meetings),
            replaced_by=tuple(replaced.get(name, ())),
            reversed_by=tuple(reversed_.get(name, ())),
            groups=tuple(
                dict.fromkeys(
                    each.id for each in (settled.meeting.group, *settled.meeting.with_groups) if each.id
                )
            ),
        )
        for name, settled in lookups.decisions.items()
    }


def chosen(
    register: Mapping[str, Ruling],
    kind: str | None = None,
    group: str | None = None,
    state: str | None = None,
) -> list[Ruling]:
    """Return the decisions of a kind, of a group, or in a state, those of the newest meeting first."""
    found = [
        each
        for each in register.values()
        if (kind is None or each.settled.decision.kind == kind)
        and (group is None or group in each.groups)
        and (state is None or (each.is_between if state == BETWEEN else not each.stands))
    ]
    return sorted(found, key=lambda each: each.settled.meeting.date, reverse=True)
