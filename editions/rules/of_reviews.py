"""Whether practice reviews are published as they have to be.

A review is held against the law of the day on which it was published.
"""

from __future__ import annotations

from collections.abc import Iterator

from editions.datasets import Dataset, Entry
from editions.kinds.reviews import PublicReview
from editions.rules.days import days_after, has_come, months_after
from editions.rules.rule import Finding, Rule, State, judged, named

KIND = "reviews"
NOTICE = 7
YEAR = 12


def published(dataset: Dataset, rule: Rule, today: str) -> Iterator[Finding]:
    """Yield whether each finished review is published, or else its improvements and why it is not."""
    for entry, review in _of(dataset, rule):
        about = named(KIND, review)
        if _is_published(review, today):
            yield Finding("met", _day(entry, review), about, (about,))
        elif review.not_published or review.stage == "not-published":
            missing = {"not_published": review.not_published, "improvements": _improvements(review)}
            lacks = tuple(name for name, there in missing.items() if not there)
            yield judged(KIND, review, today, lacks=lacks, hidden=bool(review.withheld_fields))
        elif has_come(review.completed, today):
            yield Finding("due", today, about, (about,), ("published",))


def says(dataset: Dataset, rule: Rule, today: str) -> Iterator[Finding]:
    """Yield whether each published review has the keys that the rule is `about`."""
    for entry, review in _of(dataset, rule):
        if _is_published(review, today):
            lacks = tuple(name for name in rule.about if not getattr(review, name, None))
            hidden = any(each.field in lacks for each in review.withheld_fields)
            yield judged(KIND, review, _day(entry, review), lacks=lacks, hidden=hidden)


def notice(dataset: Dataset, rule: Rule, today: str) -> Iterator[Finding]:
    """Yield whether the Secretary of State and the Panel had each review `limit` days before it came out."""
    for entry, review in _of(dataset, rule):
        about = named(KIND, review)
        given = review.notice_given
        earliest = days_after(given, rule.limit or NOTICE) if given else ""
        if _is_published(review, today):
            day = _day(entry, review)
            lacks = () if given else ("notice_given",)
            state: State = "met" if given and earliest <= day else "missing"
            yield Finding(state, day, about, (about,), lacks, earliest)
        elif has_come(review.completed, today) and review.stage != "not-published":
            yield Finding("due", today, about, (about,), () if given else ("notice_given",), earliest)


def kept(dataset: Dataset, rule: Rule, today: str) -> Iterator[Finding]:
    """Yield whether each review stays public for `limit` months, also of those that were taken down."""
    for entry in dataset.of(PublicReview):
        if not entry.issues and entry.record is None:
            continue
        day = _day(entry, entry.record) if entry.record else entry.issues[0].date
        last = months_after(day, rule.limit or YEAR)
        if entry.record is None:
            state: State = "met" if entry.issues[-1].date >= last else "missing"
            yield Finding(state, day, None, by=last, is_newest=today <= last)
        elif entry.record.kind in rule.kinds and _is_published(entry.record, today):
            about = named(KIND, entry.record)
            yield Finding("met", day, about, (about,), by=last)


def _of(dataset: Dataset, rule: Rule) -> Iterator[tuple[Entry[PublicReview], PublicReview]]:
    """Yield the reviews of the rule's kinds."""
    for entry in dataset.of(PublicReview):
        if entry.record is not None and entry.record.kind in rule.kinds:
            yield entry, entry.record


def _is_published(review: PublicReview, today: str) -> bool:
    return review.stage == "published" or has_come(review.published, today)


def _day(entry: Entry[PublicReview], review: PublicReview) -> str:
    """Return when a review was published: as it says, or when it was first signed off."""
    said = review.published or review.first_published
    return said or (entry.issues[0].date if entry.issues else review.completed or "")


def _improvements(review: PublicReview) -> bool:
    return bool(review.improvements or review.recommendations)
