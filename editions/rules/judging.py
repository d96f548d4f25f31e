"""Holding the public records against the rules that are in force and switched on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from editions.datasets import Dataset
from editions.kinds.partnerships import PublicPartnership
from editions.kinds.policies import PublicPolicy
from editions.rules import of_arrangements, of_reports, of_reviews, of_the_site
from editions.rules.packs import Pack, packs
from editions.rules.rule import Finding, Rule, Test

LOCAL = "local"
"""The name of the pack of the partnership's own rules, which stand in its policy."""

CHILDREN = "children"

TESTS: Mapping[str, Test] = {
    "arrangements-in-force": of_arrangements.in_force,
    "arrangements-say": of_arrangements.says,
    "arrangements-of-several-areas": of_arrangements.joint_areas,
    "arrangements-signed": of_arrangements.signed,
    "relevant-agencies": of_arrangements.agencies,
    "partners": of_arrangements.partners,
    "partners-led": of_arrangements.led,
    "document-in-force": of_arrangements.documents,
    "document-signed": of_arrangements.documents_signed,
    "plan-in-force": of_reports.plan_in_force,
    "yearly-report-in-time": of_reports.in_time,
    "yearly-report-by-day": of_reports.by_day,
    "yearly-report-says": of_reports.says,
    "review-published": of_reviews.published,
    "review-says": of_reviews.says,
    "review-notice": of_reviews.notice,
    "review-kept": of_reviews.kept,
    "accessible": of_the_site.accessible,
    "accessibility-statement": of_the_site.statement,
    "reasons-explained": of_the_site.reasons,
    "second-person": of_the_site.second_person,
    "minutes-in-time": of_the_site.minutes_in_time,
    "by-the-software": of_the_site.by_the_software,
    "by-hand": of_the_site.by_hand,
}
"""What decides each rule, by the name that rules use."""


@dataclass(frozen=True, slots=True)
class Switched:
    """A rule with its pack, and whether it counts here."""

    pack: Pack
    rule: Rule
    is_on: bool
    because: str | None = None
    """Why the policy switched it on or off, in its own words; None where it says nothing."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A rule that counts, and all that was found about it; nothing if there is nothing to judge yet."""

    switched: Switched
    findings: tuple[Finding, ...]

    @property
    def rule(self) -> Rule:
        """The rule."""
        return self.switched.rule


def judge(dataset: Dataset, today: str) -> tuple[Judgement, ...]:
    """Return what is found about each rule that is switched on, in the order of packs and rules.

    A finding counts where its rule was in force on the day that it goes by, so that a report of 2022 is
    judged by the rules of 2022. A rule of another time about which nothing is found is left out.
    """
    return tuple(
        judgement
        for switched in switches(dataset)
        if switched.is_on
        for judgement in _of(switched, dataset, today)
    )


def _of(switched: Switched, dataset: Dataset, today: str) -> Iterator[Judgement]:
    rule = switched.rule
    found = tuple(each for each in TESTS[rule.test](dataset, rule, today) if rule.is_in_force(each.day))
    if found or rule.is_in_force(today):
        yield Judgement(switched, found)


def switches(dataset: Dataset) -> tuple[Switched, ...]:
    """Return every rule for this kind of partnership, and whether it counts.

    What the policy says of a rule counts before what it says of its pack. Without a word, only what was
    verified in the source, and the partnership's own rules, are on.
    """
    policy = next(iter(dataset.records(PublicPolicy)), None)
    said = {each.rule: each for each in policy.rule_switches} if policy else {}
    found = []
    for pack in (*packs_for(dataset), own_rules(policy)):
        for rule in pack.rules:
            switch = said.get(rule.id) or said.get(pack.id)
            is_on = switch.on if switch else rule.confidence == "verified"
            found.append(Switched(pack, rule, is_on, switch.reason if switch else None))
    return tuple(found)


def packs_for(dataset: Dataset) -> tuple[Pack, ...]:
    """Return the packs that come with the software for the kind of partnership that this is."""
    partnership = next(iter(dataset.records(PublicPartnership)), None)
    kind = partnership.kind if partnership else CHILDREN
    return tuple(pack for pack in packs() if kind in pack.partnerships)


def own_rules(policy: PublicPolicy | None) -> Pack:
    """Return the rules that the partnership gave itself in its policy."""
    rules = tuple(
        Rule(
            id=each.id,
            words=each.words,
            source=each.source,
            paragraph=each.paragraph,
            level=each.level,  # type: ignore[arg-type]  # The private model has the closed list.
            test=each.test,
            since=each.since or "",
            until=each.until or "",
            about=each.about,
            kinds=each.kinds,
            limit=each.limit,
        )
        for each in (policy.rules if policy else ())
        if each.test in TESTS
    )
    return Pack(LOCAL, "", ("children", "adults", "other"), rules)
