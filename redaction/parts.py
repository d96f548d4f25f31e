"""The items, actions and decisions of a meeting, and which of them the public may know of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from records.actions import Action, Decision
from records.items import Item
from records.loading import Records
from records.meetings import Meeting
from records.withholding import Record, Withholdable


@dataclass(frozen=True, slots=True)
class Known:
    """Ids of one sort of part."""

    every: frozenset[str] = frozenset()
    public: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a record that others can refer to."""

    public_items: frozenset[str] = frozenset()
    actions: Known = Known()
    decisions: Known = Known()

    def of(self, kind: str) -> Known:
        """Return the actions or the decisions, by the word used in a mark."""
        return self.actions if kind == "action" else self.decisions


def parts_of(record: Record) -> Parts:
    """Return the parts of a record; only a meeting has any."""
    if not isinstance(record, Meeting):
        return Parts()
    items = list(_items(record.items, public=_shows(record, "items")))
    decisions = [(decision, _shows(record, "decisions_between")) for decision in record.decisions_between]
    actions: list[tuple[Action, bool]] = []
    for item, public in items:
        actions += [(action, public and _shows(item, "actions")) for action in item.actions]
        decisions += [(decision, public and _shows(item, "decisions")) for decision in item.decisions]
    return Parts(
        public_items=frozenset(item.id for item, public in items if public and not _concealed(item)),
        actions=_known(actions),
        decisions=_known(decisions),
    )


def is_hidden_part(name: str, kind: str, records: Records) -> bool:
    """Return whether a text `MEETING/ID` names an action or decision that the public may not know of.

    Of a meeting that cannot be read nothing is known, and nothing else is hidden.
    """
    meeting_id, _, part = name.partition("/")
    meeting = records.get("meetings", meeting_id)
    if kind not in {"actions", "decisions"} or meeting is None:
        return False
    return part not in parts_of(meeting).of(kind.removesuffix("s")).public


def _items(items: Iterable[Item], *, public: bool) -> Iterator[tuple[Item, bool]]:
    """Yield every item, and whether the unit that it stands in is public."""
    for item in items:
        yield item, public
        yield from _items(item.items, public=public and _shows(item, "items"))


def _known(parts: Iterable[tuple[Action | Decision, bool]]) -> Known:
    found = list(parts)
    return Known(
        frozenset(part.id for part, _ in found),
        frozenset(part.id for part, within in found if within and not _concealed(part)),
    )


def _shows(unit: Withholdable, name: str) -> bool:
    """Return whether the public sees what stands in a list of a unit, which is itself public."""
    return unit.withhold is None and name not in (unit.withhold_fields or {})


def _concealed(unit: Withholdable) -> bool:
    return unit.withhold is not None and unit.withhold.what == "concealed"
