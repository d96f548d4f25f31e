"""Whether rules are kept: in what is published, and in what would be if all in data/ were signed off now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from editions.datasets import Dataset
from editions.rules.judging import LOCAL, Judgement, judge, packs_for, switches
from editions.rules.rule import Finding, Named, Rule, State
from problems import Place, Problem
from records.loading import Records
from redaction import rules_messages as messages

PENDING = frozenset({"due", "missing"})


@dataclass(frozen=True, slots=True)
class Told:
    """One line about a rule. The words of a rule that the partnership wrote itself are not in it."""

    pack: str
    """The id of its pack."""

    title: str
    """The title of its pack; empty for the partnership's own."""

    rule: Rule
    state: State | None
    """None where there is nothing to judge yet."""

    about: Named | None = None
    lacks: tuple[str, ...] = ()
    by: str = ""
    once_signed: bool = False
    """Whether what is in `data/` keeps the rule, once it is signed off."""

    is_newest: bool = True

    @property
    def is_own(self) -> bool:
        """Whether the partnership wrote the rule itself."""
        return self.pack == LOCAL


def told(published: Dataset, prepared: Dataset, today: str) -> tuple[Told, ...]:
    """Return a line for each thing that was found about a rule, by packs and rules.

    `prepared` is what would be published if everything in `data/` were signed off now.
    """
    later = {each.rule.id: each for each in judge(prepared, today)}
    now = {each.rule.id: each for each in judge(published, today)}
    lines: list[Told] = []
    for name in dict.fromkeys([*now, *later]):
        one, two = now.get(name), later.get(name)
        judgement = one or two
        if judgement is not None:
            lines += _about(judgement, one.findings if one else (), two.findings if two else ())
    return tuple(lines)


def due(lines: Iterable[Told]) -> tuple[Told, ...]:
    """Return the lines that say that something is due or missing and can still be done."""
    return tuple(each for each in lines if each.state in PENDING and each.is_newest)


def wrong(records: Records, published: Dataset) -> Iterator[Problem]:
    """Yield what is wrong with the rules and switches of the policy itself."""
    policy = records.policy
    loaded = records.loaded.get(("policy", "policy"))
    if policy is None or loaded is None:
        return
    known = {rule.id for pack in packs_for(published) for rule in pack.rules}
    packs = {pack.id for pack in packs_for(published)} | {LOCAL}
    own: set[str] = set()
    for position, rule in enumerate(policy.rules):
        place = loaded.place(("rules", position, "id"))
        if rule.id in known | packs | own:
            yield messages.RULE_TWICE.at(place, rule=rule.id)
        own.add(rule.id)
        yield from _without(rule, place)
    said: set[str] = set()
    for position, switch in enumerate(policy.rule_switches):
        place = loaded.place(("rule_switches", position, "rule"))
        if switch.rule not in known | packs | own:
            yield messages.RULE_UNKNOWN.at(place, rule=switch.rule)
        if switch.rule in said:
            yield messages.SWITCH_TWICE.at(place, rule=switch.rule)
        said.add(switch.rule)


NEEDS = {
    "arrangements-say": "about",
    "partners": "about",
    "partners-led": "about",
    "yearly-report-by-day": "about",
    "yearly-report-says": "about",
    "review-says": "about",
    "review-published": "kinds",
    "review-notice": "kinds",
    "review-kept": "kinds",
    "document-in-force": "kinds",
    "document-signed": "kinds",
    "plan-in-force": "kinds",
}
"""What a test has to be told, by its name."""


def _without(rule: object, place: Place) -> Iterator[Problem]:
    key = NEEDS.get(getattr(rule, "test", ""))
    if key is not None and not getattr(rule, key):
        yield messages.RULE_NEEDS.at(place, key=key, test=getattr(rule, "test", ""))


def _about(judgement: Judgement, now: tuple[Finding, ...], later: tuple[Finding, ...]) -> Iterator[Told]:
    """Yield the lines about one rule: what is published first, then what only `data/` has."""
    pack, rule = judgement.switched.pack, judgement.rule
    kept = {each.about for each in later if each.state == "met"}
    seen = {each.about for each in now}
    for finding in (*now, *(each for each in later if each.about not in seen)):
        yield Told(
            pack.id,
            pack.title,
            rule,
            finding.state,
            finding.about,
            finding.lacks,
            finding.by,
            once_signed=finding.state in PENDING and finding.about in kept,
            is_newest=finding.is_newest,
        )
    if not now and not later:
        yield Told(pack.id, pack.title, rule, None)


def switched_off(dataset: Dataset) -> tuple[tuple[str, Rule], ...]:
    """Return the rules that do not count here, each with the id of its pack."""
    return tuple((each.pack.id, each.rule) for each in switches(dataset) if not each.is_on)
