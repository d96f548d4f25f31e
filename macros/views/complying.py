"""How law, guidance and the partnership's own rules are kept, as the public records show it."""

from __future__ import annotations

from dataclasses import dataclass

from editions.datasets import Dataset
from editions.fields import PublicRecord
from editions.rules.judging import LOCAL, Judgement, Switched, judge, switches
from editions.rules.packs import Pack
from editions.rules.rule import Named, Rule, State
from macros.views.lookups import Lookups

PARTS = {"clause": "clauses", "section": "sections"}
"""What references call the parts whose addresses begin so."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A record, or a place in one, that shows how a rule is kept."""

    record: PublicRecord

    part: tuple[str, str] | None
    """The sort and the id of the part of it that shows it; None for the whole."""


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
    """Return a rule with what is found about it; what is said in the same words is said once."""
    told: dict[tuple[State, tuple[str, ...], str], list[Shown]] = {}
    for each in reversed(judgement.findings):
        by = "" if each.state == "met" else each.by
        places = told.setdefault((each.state, each.lacks, by), [])
        shown = (_shown(lookups, one) for one in each.shown_by)
        places += [one for one in shown if one is not None and one not in places]
    found = (Found(state, tuple(places), lacks, by) for (state, lacks, by), places in told.items())
    return Duty(judgement.rule, tuple(found))


def _shown(lookups: Lookups, named: Named) -> Shown | None:
    """Return a record by its name; None if it is not public any more."""
    entry = lookups.by_id.get((named.kind, named.id))
    if entry is None or entry.record is None:
        return None
    sort, _, part = named.anchor.partition("-")
    return Shown(entry.record, (PARTS[sort], part) if sort in PARTS else None)
