"""Whether the yearly report comes in time, and says what it has to.

A report is held against the law and the guidance of the day on which it was published.
"""

from __future__ import annotations

from collections.abc import Iterator

from editions.datasets import Dataset, Entry
from editions.kinds.plans import PublicPlan
from editions.kinds.reports import PublicReport
from editions.parts.sections import PublicSection
from editions.rules.days import has_come, is_over, months_after
from editions.rules.rule import Finding, Named, Rule, judged, named

KIND = "reports"
YEAR = 12
EARLIER = 2
"""How many months before the end of the time a report is due."""


def in_time(dataset: Dataset, rule: Rule, today: str) -> Iterator[Finding]:
    """Yield whether each yearly report came within `limit` months of the one before, and the next is due."""
    months = rule.limit or YEAR
    before = ""
    for report, day in yearly(dataset, today):
        if before:
            last = months_after(before, months)
            state = "met" if day <= last else "missing"
            about = named(KIND, report)
            yield Finding(state, day, about, (about,), by=last, is_newest=False)  # type: ignore[arg-type]  # one of two words
        before = day
    if not before:
        yield Finding("missing", today)
        return
    last = months_after(before, months)
    state = "met" if today < months_after(before, months - EARLIER) else "due" if today <= last else "missing"
    newest = named(KIND, yearly(dataset, today)[-1][0])
    yield Finding(state, today, None, (newest,), by=last)  # type: ignore[arg-type]  # one of three words


def by_day(dataset: Dataset, rule: Rule, today: str) -> Iterator[Finding]:
    """Yield whether each yearly report came by the day that the rule is `about`: `09-30` after its period."""
    found = yearly(dataset, today)
    for report, day in found:
        if not report.period_until or not rule.about:
            continue
        ended = report.period_until
        last = f"{ended[:4]}-{rule.about[0]}"
        if last < ended:
            last = f"{int(ended[:4]) + 1}-{rule.about[0]}"
        about = named(KIND, report)
        is_newest = report is found[-1][0]
        state = "met" if day <= last else "missing"
        yield Finding(state, day, about, (about,), by=last, is_newest=is_newest)  # type: ignore[arg-type]  # one of two words


def says(dataset: Dataset, rule: Rule, today: str) -> Iterator[Finding]:
    """Yield whether each yearly report names, under `statutory`, where it holds what the rule is `about`."""
    found = yearly(dataset, today)
    for report, day in found:
        sections = {each.id: each for each in sections_of(report.sections)}
        told: set[str] = set()
        hidden = False
        shown: list[Named] = []
        for each in report.statutory:
            if each.requirement not in rule.about:
                continue
            section = sections.get(each.section or "")
            if section is not None and not section.withheld and _is_written(section):
                told.add(each.requirement)
                shown.append(named(KIND, report, f"section-{section.id}"))
            else:  # It stands elsewhere, is withheld, or the note says why it is missing.
                hidden = hidden or section is not None or each.note is not None
        yield judged(
            KIND,
            report,
            day,
            lacks=tuple(each for each in rule.about if each not in told),
            hidden=hidden,
            shown_by=tuple(shown),
            is_newest=report is found[-1][0],
        )


def plan_in_force(dataset: Dataset, rule: Rule, today: str) -> Iterator[Finding]:
    """Yield whether there is a plan of the rule's `kinds` for today."""
    plans = [
        named("plans", each)
        for each in dataset.records(PublicPlan)
        if each.kind in rule.kinds
        and has_come(each.period_from, today)
        and not is_over(each.extended_until or each.period_until, today)
    ]
    yield Finding("met" if plans else "missing", today, None, tuple(plans))


def yearly(dataset: Dataset, today: str) -> list[tuple[PublicReport, str]]:
    """Return the yearly reports with the day on which each was published, in order of these days."""
    found = [
        (entry.record, published_on(entry, today))
        for entry in dataset.of(PublicReport)
        if entry.record is not None and entry.record.kind == "yearly" and entry.record.status != "draft"
    ]
    return sorted(found, key=lambda each: (each[1], each[0].id))


def published_on(entry: Entry[PublicReport], today: str) -> str:
    """Return when a report was published: elsewhere, or here; today if nobody has signed it off."""
    first = entry.issues[0].date if entry.issues else today
    return (entry.record.first_published if entry.record else None) or first


def sections_of(sections: tuple[PublicSection, ...]) -> Iterator[PublicSection]:
    """Yield sections and everything under them."""
    for section in sections:
        yield section
        yield from sections_of(section.sections)


def _is_written(section: PublicSection) -> bool:
    return bool(section.text or section.paragraphs) or any(map(_is_written, section.sections))
