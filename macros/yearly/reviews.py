"""Reviews, recommendations, audits and reports of the scrutineer in a year."""

from __future__ import annotations

from collections.abc import Iterator

from editions.kinds.reports import PublicReport
from editions.kinds.reviews import PublicReview
from macros.kinds.reports import ANSWERS, STATES
from macros.kinds.reviews import STAGES
from macros.language.formats import day
from macros.open_data.sources import Source
from macros.views.recommendations import Recommended, day_of, recommendations
from macros.yearly.tables import Row, Table, brief, by_role, cells
from macros.yearly.years import ReportingYear

STEPS = {
    "incident_reported": "Incident notified",
    "rapid_review_done": "Rapid review done",
    "decided": "Review decided",
    "begun": "Begun",
    "completed": "Completed",
    "published": "Published",
}
"""The days of a review and what happened on each."""

NOT_SAID = "Not said"


def reviews(source: Source, year: ReportingYear) -> tuple[PublicReview, ...]:
    """Return the reviews of which something happened in a year, the newest last."""
    found = source.lookups.dataset.records(PublicReview)
    of_year = (each for each in found if any(year.holds(getattr(each, step)) for step in STEPS))
    return tuple(sorted(of_year, key=lambda each: (day_of(each), each.id)))


def reviews_of_year(source: Source, year: ReportingYear) -> Table:
    """Return the reviews of a year, and what happened when."""
    rows = (
        Row(
            cells(
                source.line(each.title),
                "; ".join(
                    f"{words} {day(source.language, when)}"
                    for step, words in STEPS.items()
                    for when in [getattr(each, step)]
                    if year.holds(when)
                ),
                STAGES.get(each.stage or "") or source.line(each.stage_words),
            ),
            ("review", each.id),
        )
        for each in reviews(source, year)
    )
    return Table("reviews", "Practice reviews", ("Review", "In this year", "Stage"), tuple(rows))


def recommended(source: Source, year: ReportingYear) -> tuple[Recommended, ...]:
    """Return the recommendations made in a year, and those of earlier years that are still open."""
    return tuple(
        each
        for each in recommendations(source.lookups)
        if not is_yearly_of(each.record, year)
        for made in [day_of(each.record)]
        if year.holds(made) or (each.is_open and made and made < year.first[: len(made)])
    )


def recommendations_of_year(source: Source, year: ReportingYear) -> Table:
    """Return the recommendations of reviews and reports, with the answers."""
    return Table(
        "recommendations",
        "Recommendations of reviews and reports, with the answers",
        ("Recommendation", "Made in", "To", "Answers", "State"),
        tuple(_recommendation(source, each) for each in recommended(source, year)),
        note="Those made in the year, and earlier ones that are still open.",
    )


def reports_of_year(source: Source, year: ReportingYear, kind: str, table: str, title: str) -> Table:
    """Return the reports of a kind, `audit` or `scrutiny`, that came out in a year or are about it."""
    rows = (
        Row(
            cells(source.line(each.title), day(source.language, day_of(each)) if day_of(each) else ""),
            ("report", each.id),
        )
        for each in sorted(_reports(source, kind), key=lambda each: (day_of(each), each.id))
        if year.holds(day_of(each))
    )
    return Table(table, title, ("Report", "Day"), tuple(rows))


def is_yearly_of(record: PublicReport | PublicReview, year: ReportingYear) -> bool:
    """Return whether a record is the yearly report of that very year, which must not count itself."""
    if not isinstance(record, PublicReport) or record.kind != "yearly":
        return False
    return record.years == year.words or (record.period_until or "")[: len(year.last)] == year.last


def _reports(source: Source, kind: str) -> Iterator[PublicReport]:
    return (each for each in source.lookups.dataset.records(PublicReport) if each.kind == kind)


def _recommendation(source: Source, each: Recommended) -> Row:
    one = each.recommendation
    answers = [ANSWERS.get(answer.answer or "", "Answered") for answer in one.responses]
    return Row(
        cells(
            source.line(one.title) or brief(source, one.text),
            source.line(each.record.title),
            by_role(source, one.to),
            "; ".join(dict.fromkeys(answers)) or "None yet",
            STATES.get(one.status or "", NOT_SAID),
        ),
        ("recommendation", f"{each.record.id}/{one.id}"),
    )
