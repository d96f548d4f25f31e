"""How law, guidance and the partnership's own rules are kept, as the public records show it."""

from __future__ import annotations

from dataclasses import dataclass

from editions.datasets import Dataset
from editions.fields import PublicRecord
from editions.rules.judging import LOCAL, Judgement, Switched, judge, switches
from editions.rules.packs import Pack
from editions.rules.rule import Finding, Named, Rule, State
from macros.views.lookups import Lookups


@dataclass(frozen=True, slots=True)
class Shown:
    """A record, or a place in one, that shows how a rule is kept."""

    record: PublicRecord

    anchor: str
    """What stands behind the `#` of its address; empty for the whole."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is found about one record, or about the partnership as a whole."""

    state: State
    places: tuple[Shown, ...]
    lacks: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class Duty:
    """A rule with all that is found about it, the newest first."""

    rule: Rule
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """The rules out of one source that count here."""

    pack: Pack
    duties: tuple[Duty, ...]

    @property
    def is_local(self) -> bool:
        """Whether these are the partnership's own rules."""
        return self.pack.id == LOCAL


@dataclass(frozen=True, slots=True)
class Complying:
    """What the page shows."""

    is_on: bool
    """Whether the partnership shows it at all."""

    sources: tuple[Source, ...] = ()
    off: tuple[Switched, ...] = ()
    """Rules that the policy switched off, with its reason."""


def view(lookups: Lookups) -> Complying:
    """Return what the page shows; nothing unless the partnership switched it on."""
    partnership = lookups.partnership
    if partnership is None or not partnership.how_we_comply:
        return Complying(is_on=False)
    by_pack: dict[str, list[Judgement]] = {}
    for each in judge(lookups.dataset, lookups.as_of):
        by_pack.setdefault(each.switched.pack.id, []).append(each)
    return Complying(
        is_on=True,
        sources=tuple(
            Source(found[0].switched.pack, tuple(_duty(lookups, each) for each in found))
            for found in by_pack.values()
        ),
        off=tuple(each for each in switches(lookups.dataset) if not each.is_on and each.because),
    )


def is_shown(dataset: Dataset) -> bool:
    """Return whether the partnership has a page about it."""
    return any(getattr(each, "how_we_comply", False) for each in _partnerships(dataset))


def _partnerships(dataset: Dataset) -> list[object]:
    return [entry.record for entry in dataset.kinds.get("partnership", ()) if entry.record is not None]


def _duty(lookups: Lookups, judgement: Judgement) -> Duty:
    return Duty(judgement.rule, tuple(_found(lookups, each) for each in reversed(judgement.findings)))


def _found(lookups: Lookups, finding: Finding) -> Found:
    places = (_shown(lookups, each) for each in finding.shown_by)
    return Found(
        finding.state,
        tuple(each for each in places if each is not None),
        finding.lacks,
        finding.by,
    )


def _shown(lookups: Lookups, named: Named) -> Shown | None:
    """Return a record by its name; None if it is not public any more."""
    entry = lookups.by_id.get((named.kind, named.id))
    return Shown(entry.record, named.anchor) if entry is not None and entry.record is not None else None
