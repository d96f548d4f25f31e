"""Whether arrangements are published, and say what they have to.

The version in force is held against the law of today, an earlier one against that of its first day.
"""

from __future__ import annotations

from collections.abc import Iterator

from editions.datasets import Dataset
from editions.fields import PublicRecord
from editions.kinds.arrangements import BINDS_NOBODY, PublicArrangements
from editions.kinds.documents import PublicDocument
from editions.kinds.organizations import PublicOrganization
from editions.kinds.partnerships import PublicPartnership
from editions.parts.clauses import clauses_of
from editions.parts.partners import PublicOfficeHolder, PublicSignOff
from editions.rules.days import has_come, is_over
from editions.rules.rule import Finding, Named, Rule, judged, named

KIND = "arrangements"
THREE = 3
"""How many safeguarding partners there are at least, so many sign."""


def in_force(dataset: Dataset, _: Rule, today: str) -> Iterator[Finding]:
    """Yield whether a dated version of the arrangements is in force."""
    current = [each for each, _day, is_newest in versions(dataset, today) if is_newest]
    undated = [each for each in dataset.records(PublicArrangements) if not each.in_force_from]
    if current:
        found = tuple(named(KIND, each) for each in current)
        yield Finding("met", today, None, found)
    elif undated:
        yield Finding("cannot-tell", today, named(KIND, undated[-1]), lacks=("in_force_from",))
    else:
        yield Finding("missing", today)


def says(dataset: Dataset, rule: Rule, today: str) -> Iterator[Finding]:
    """Yield whether each version has a clause, or a list, on each of the topics that the rule is `about`."""
    for version, day, is_newest in versions(dataset, today):
        clauses = [each for each in clauses_of(version.clauses) if each.topic in rule.about]
        lists = _lists(version)
        told = {str(each.topic) for each in clauses if not each.withheld}
        told |= {topic for topic in rule.about if lists.get(topic)}
        shown = tuple(named(KIND, version, f"clause-{each.id}") for each in clauses if not each.withheld)
        yield judged(
            KIND,
            version,
            day,
            lacks=tuple(topic for topic in rule.about if topic not in told),
            hidden=len(told) < len({*told, *(each.topic for each in clauses)}),
            shown_by=shown,
            is_newest=is_newest,
        )


def joint_areas(dataset: Dataset, _: Rule, today: str) -> Iterator[Finding]:
    """Yield, for arrangements made for several areas, whether they say how that was agreed."""
    for version, day, is_newest in versions(dataset, today):
        if len(version.areas) > 1:
            topics = {each.topic for each in clauses_of(version.clauses)}
            there = bool(version.joint_work) or not topics.isdisjoint({"joint-working", "delegation"})
            lacks = () if there else ("joint_work",)
            yield judged(KIND, version, day, lacks=lacks, hidden=False, is_newest=is_newest)


def agencies(dataset: Dataset, _: Rule, today: str) -> Iterator[Finding]:
    """Yield whether each version names relevant agencies, and says of each why it was chosen."""
    for version, day, is_newest in versions(dataset, today):
        without = [each for each in version.agencies if not each.reason]
        lacks = ("agencies",) if not version.agencies else ("reason",) if without else ()
        hidden = any(each.withheld or each.withheld_fields for each in without)
        yield judged(KIND, version, day, lacks=lacks, hidden=hidden, is_newest=is_newest)


def partners(dataset: Dataset, rule: Rule, today: str) -> Iterator[Finding]:
    """Yield whether a body of each sort that the rule is `about` is among the safeguarding partners.

    Those of today are asked for: of the arrangements in force, else those that the partnership names.
    """
    bodies = {each.id: each for each in dataset.records(PublicOrganization)}
    found = [
        each.organization.id
        for version, _, is_newest in versions(dataset, today)
        if is_newest
        for each in version.partners
        if each.organization
    ]
    partnership = next(iter(dataset.records(PublicPartnership)), None)
    if not found and partnership is not None:
        found = [each.id for each in partnership.partners]
    known = [bodies[each] for each in dict.fromkeys(found) if each in bodies]
    lacks = tuple(sort for sort in rule.about if sort not in {each.kind for each in known})
    shown = tuple(Named("organizations", each.id) for each in known if each.kind in rule.about)
    unknown = len(known) < len(set(found)) or not found
    state = "met" if not lacks else "cannot-tell" if unknown else "missing"
    yield Finding(state, today, None, shown, lacks)  # type: ignore[arg-type]  # mypy widens the three words


def led(dataset: Dataset, rule: Rule, today: str) -> Iterator[Finding]:
    """Yield whether each partner has those that the rule is `about` (`leads`, `delegates`), with a date."""
    for version, day, is_newest in versions(dataset, today):
        lacks = tuple(
            what
            for what in rule.about
            if not version.partners
            or not all(any(map(_is_dated, getattr(each, what))) for each in version.partners)
        )
        hidden = any(each.withheld or each.withheld_fields for each in version.partners)
        yield judged(KIND, version, day, lacks=lacks, hidden=hidden, is_newest=is_newest)


def signed(dataset: Dataset, _: Rule, today: str) -> Iterator[Finding]:
    """Yield whether each version was signed, with a date, by as many as there are partners."""
    for version, day, is_newest in versions(dataset, today):
        lacks = _unsigned(version.signed, len(version.partners))
        yield judged(KIND, version, day, lacks=lacks, hidden=False, is_newest=is_newest)


def documents(dataset: Dataset, rule: Rule, today: str) -> Iterator[Finding]:
    """Yield whether there is a document of the rule's `kinds` that applies today."""
    found = _applying(dataset, rule, today)
    yield Finding(
        "met" if found else "missing", today, None, tuple(named("documents", each) for each in found)
    )


def documents_signed(dataset: Dataset, rule: Rule, today: str) -> Iterator[Finding]:
    """Yield whether each document of the rule's `kinds` that applies today was signed by the partners."""
    for each in _applying(dataset, rule, today):
        yield judged("documents", each, today, lacks=_unsigned(each.signed, THREE), hidden=False)


def versions(dataset: Dataset, today: str) -> list[tuple[PublicArrangements, str, bool]]:
    """Return the versions that bind or bound somebody, with the day whose law counts for each, in order."""
    binding = [
        each
        for each in dataset.records(PublicArrangements)
        if each.status not in BINDS_NOBODY and has_come(each.in_force_from, today)
    ]
    found = []
    for each in sorted(binding, key=lambda version: (version.in_force_from or "", version.id)):
        is_newest = not is_over(each.in_force_until, today)
        found.append((each, today if is_newest else str(each.in_force_from), is_newest))
    return found


def _lists(version: PublicArrangements) -> dict[str, object]:
    """Return what a version says in lists of their own, by topic."""
    return {
        "area": version.areas,
        "partners": version.partners,
        "structure": version.groups or version.structure,
        "joint-working": version.joint_work,
        "scrutiny": version.scrutiny,
        "relevant-agencies": version.agencies,
        "thresholds": version.thresholds,
        "funding": version.funding,
        "child-deaths": version.child_deaths,
        "disputes": version.disputes,
    }


def _is_dated(holder: PublicOfficeHolder) -> bool:
    return bool(holder.since or holder.since_words)


def _unsigned(signatures: tuple[PublicSignOff, ...], needed: int) -> tuple[str, ...]:
    """Return what is lacking if fewer signatures with a date are there than are needed."""
    dated = sum(bool(each.on) for each in signatures)
    return () if dated >= max(needed, THREE) else ("signed",)


def _applying(dataset: Dataset, rule: Rule, today: str) -> list[PublicDocument]:
    """Return the documents of the rule's kinds that apply on a day."""
    return [
        each
        for each in dataset.records(PublicDocument)
        if each.kind in rule.kinds
        and each.status not in BINDS_NOBODY
        and has_come(each.effective_from or _issued(each), today)
        and not is_over(each.effective_until, today)
    ]


def _issued(record: PublicRecord) -> str | None:
    """Return a day on which a document was there already, if it does not say from when it applies."""
    known = (getattr(record, name, None) for name in ("first_published", "approved_on"))
    return next((each for each in known if each), "1900")
