"""What the lists of reports, reviews and recommendations need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editions.kinds.reports import PublicReport
from editions.kinds.reviews import PublicReview
from editions.parts.recommendations import PublicRecommendation
from macros.views.lookups import Lookups

ENDED = frozenset({"done", "superseded", "dropped"})
"""States in which nothing more is to be done."""


@dataclass(frozen=True, slots=True)
class Recommended:
    """A recommendation with the report or review that made it."""

    record: PublicReport | PublicReview
    recommendation: PublicRecommendation

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.recommendation.status not in ENDED


def reports(lookups: Lookups, kind: str | None = None) -> tuple[PublicReport, ...]:
    """Return the reports of one kind or of all, those of the newest period first."""
    found = [report for report in lookups.dataset.records(PublicReport) if kind in {None, report.kind}]
    return tuple(sorted(found, key=lambda report: (day_of(report), report.id), reverse=True))


def reviews(lookups: Lookups) -> tuple[PublicReview, ...]:
    """Return the reviews, the newest first."""
    found = lookups.dataset.records(PublicReview)
    return tuple(sorted(found, key=lambda review: (day_of(review), review.id), reverse=True))


def recommendations(lookups: Lookups, *, still_open: bool | None = None) -> tuple[Recommended, ...]:
    """Return the recommendations of all reports and reviews, those of the newest first.

    `still_open` keeps to those of which something is still to be done, or to the others.
    """
    found = [Recommended(record, each) for record in _by_day(lookups) for each in record.recommendations]
    return tuple(each for each in found if still_open in {None, each.is_open})


def day_of(record: PublicReport | PublicReview) -> str:
    """Return the day by which a report or review stands in a list; empty if it has none."""
    return next(filter(None, _days(record)), "")


def _days(record: PublicReport | PublicReview) -> Iterator[str | None]:
    if isinstance(record, PublicReport):
        yield record.first_published
        yield record.approved_on
        yield from (each.date for each in record.presented)
        yield from (record.period_until, record.period_from, record.years)
    else:
        yield from (record.published, record.completed, record.decided, record.incident_reported)


def _by_day(lookups: Lookups) -> list[PublicReport | PublicReview]:
    found: list[PublicReport | PublicReview] = [*reports(lookups), *reviews(lookups)]
    return sorted(found, key=lambda record: (day_of(record), record.id), reverse=True)
