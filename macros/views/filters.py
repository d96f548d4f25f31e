"""The parts of the two registers that have addresses of their own: open actions, the decisions of a group."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from editions.kinds.organizations import PublicOrganization
from macros.language.words import ACTIONS, DECISION_PARTS, DECISIONS
from macros.texts import prose
from macros.views import decisions as decision_views
from macros.views import ledger as ledger_views
from macros.views.decisions import Ruling
from macros.views.ledger import Ledger
from macros.views.lookups import Lookups

STATE, GROUP, AGENCY, KIND = "state", "group", "agency", "kind"

ACTIONS_TITLES = {"open": "Open actions", "overdue": "Overdue actions", "closed": "Closed actions"}
"""The titles of the pages of actions in one state."""

DECISIONS_TITLES = {
    "between-meetings": "Decisions between meetings",
    "replaced": "Decisions that were replaced",
}
"""The titles of the pages of decisions in one state."""

_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_ADDRESS = re.compile(
    rf"/(?:(actions)/({'|'.join(ledger_views.STATES)})|(decisions)/({'|'.join(decision_views.STATES)})"
    rf"|(actions)/(group|agency)/({_ID})|(decisions)/(group|kind)/({_ID}))/"
)


@dataclass(frozen=True, slots=True)
class Filter:
    """One part of a register."""

    register: str
    """`actions` or `decisions`."""

    by: str
    """What it is limited by: `state`, `group`, `agency`, `kind`."""

    value: str
    """To what: `open`, `executive`."""

    words: str
    """The same in plain words, as a link says it. May hold words of a record."""

    title: str
    """The title of its page, in plain words."""

    count: int
    """How many rows it has."""

    @property
    def path(self) -> str:
        """Its address from the root of the site, without the `/` at both ends."""
        return f"{self.register}/{self.value if self.by == STATE else f'{self.by}/{self.value}'}"


def action_filters(lookups: Lookups, ledger: Ledger, kept: Collection[str] = ()) -> tuple[Filter, ...]:
    """Return the parts of the ledger: its states, and each group and agency that has an action.

    `kept` are addresses that were published once: theirs stay, with whatever rows are left.
    """
    said = lookups.language.gettext
    stories = ledger.stories.values()
    groups = Counter(group for story in stories for group in story.groups)
    agencies = Counter(agency for story in stories for agency in story.agencies)
    states = (
        Filter(
            "actions",
            STATE,
            state,
            lookups.language.label("action", ACTIONS, state),
            said(title),
            len(ledger.of(state)),
        )
        for state, title in ACTIONS_TITLES.items()
    )
    titled = said("Actions: %(name)s")
    return (
        *states,
        *_named("actions", GROUP, groups, _group_names(lookups), title=titled, kept=kept),
        *_named("actions", AGENCY, agencies, _agency_names(lookups), title=titled, kept=kept),
    )


def decision_filters(
    lookups: Lookups, register: Mapping[str, Ruling], kept: Collection[str] = ()
) -> tuple[Filter, ...]:
    """Return the parts of the register of decisions: its states, kinds, and each group that made one."""
    language = lookups.language
    groups = Counter(group for ruling in register.values() for group in ruling.groups)
    kinds = Counter(each.settled.decision.kind or "" for each in register.values())
    states = (
        Filter(
            "decisions",
            STATE,
            state,
            language.label("decision-part", DECISION_PARTS, state),
            language.gettext(title),
            len(decision_views.chosen(register, state=state)),
        )
        for state, title in DECISIONS_TITLES.items()
    )
    titled = language.gettext("Decisions: %(name)s")
    names = {kind: language.label("decision", DECISIONS, kind) for kind in DECISIONS}
    return (
        *states,
        *_named("decisions", KIND, kinds, names, title=titled, kept=kept),
        *_named("decisions", GROUP, groups, _group_names(lookups), title=titled, kept=kept),
    )


def filters_among(addresses: Iterable[str]) -> frozenset[str]:
    """Return those of some addresses that are parts of a register: `/actions/open/`."""
    return frozenset(address for address in addresses if _ADDRESS.fullmatch(address))


def filters_named(kind: str, record_id: str) -> frozenset[str]:
    """Return the addresses of the parts of registers that are named after a record."""
    if kind == "groups":
        return frozenset(f"/{register}/group/{record_id}/" for register in ("actions", "decisions"))
    return frozenset({f"/actions/agency/{record_id}/"}) if kind == "organizations" else frozenset()


def _named(
    register: str,
    by: str,
    counts: Mapping[str, int],
    names: Mapping[str, str],
    *,
    title: str,
    kept: Collection[str],
) -> Iterator[Filter]:
    """Yield a part for each value that has rows, or had, in the order of the names."""
    for value, name in sorted(names.items(), key=lambda each: (each[1].casefold(), each[0])):
        if counts.get(value) or f"/{register}/{by}/{value}/" in kept:
            yield Filter(register, by, value, name, title % {"name": name}, counts.get(value, 0))


def _group_names(lookups: Lookups) -> dict[str, str]:
    records = (entry.record for entry in lookups.groups.values())
    return {each.id: prose.plain(each.name) for each in records if each is not None}


def _agency_names(lookups: Lookups) -> dict[str, str]:
    bodies = lookups.dataset.records(PublicOrganization)
    return {ledger_views.ALL: lookups.language.gettext("All partners")} | {
        each.id: prose.plain(each.name) for each in bodies
    }
