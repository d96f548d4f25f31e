"""The items, actions and decisions of a meeting, and which of them the public may know of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from records.actions import Action, Decision
from records.items import Item
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
    items = list(_items(record.items, public=record.withhold is None))
    decisions = [(decision, record.withhold is None) for decision in record.decisions_between]
    actions: list[tuple[Action, bool]] = []
    for item, public in items:
        within = public and item.withhold is None
        actions += [(action, within) for action in item.actions]
        decisions += [(decision, within) for decision in item.decisions]
    return Parts(
        public_items=frozenset(item.id for item, public in items if public and not _concealed(item)),
        actions=_known(actions),
        decisions=_known(decisions),
    )


def _items(items: Iterable[Item], *, public: bool) -> Iterator[tuple[Item, bool]]:
    """Yield every item, and whether the unit that it stands in is public."""
    for item in items:
        yield item, public
        yield from _items(item.items, public=public and item.withhold is None)


def _known(parts: Iterable[tuple[Action | Decision, bool]]) -> Known:
    found = list(parts)
    return Known(
        frozenset(part.id for part, _ in found),
        frozenset(part.id for part, within in found if within and not _concealed(part)),
    )


def _concealed(unit: Withholdable) -> bool:
    return unit.withhold is not None and unit.withhold.what == "concealed"
