"""A yearly report put together from the newest editions: all that it counts, and what it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from editions.datasets import Dataset
from editions.kinds.plans import PublicPlan
from editions.kinds.reports import PublicReport
from macros.open_data.sources import Source, source_of
from macros.yearly import actions, changing, meetings, money, priorities, reviews
from macros.yearly.parts import Part, parts_of
from macros.yearly.tables import Attendance, Count, Table
from macros.yearly.years import ReportingYear, reporting_year, year_before, year_from


@dataclass(frozen=True, slots=True)
class YearlyReport:
    """What the public records already say of a year, in the order of the report."""

    year: ReportingYear
    issued_by: tuple[str, ...]
    """The safeguarding partners, by the ids of their records."""

    names: Mapping[str, tuple[str, ...]]
    """What it is about, by the key that a report has for it: `plans`, `reviews`."""

    follows: str | None
    """The yearly report of the year before."""

    counts: tuple[Count, ...]
    parts: tuple[Part, ...]
    attendance: tuple[Attendance, ...]

    @property
    def tables(self) -> Mapping[str, Table]:
        """Every table by its id."""
        return {table.id: table for part in _every(self.parts) for table in part.tables}


def year_of(dataset: Dataset, words: str) -> ReportingYear | None:
    """Return the partnership's reporting year that words mean; None where it is not written as it must be."""
    return reporting_year(words, _begins(source_of(dataset, "")))


def year_meant(dataset: Dataset, years: str | None, first: str | None) -> ReportingYear | None:
    """Return the year that a report is about, by its `years` or its first day; None where neither says it."""
    if first and len(first) == len("2025-04-01") and first.endswith("-01"):
        return year_from(int(first[:4]), int(first[5:7]))
    return year_of(dataset, years) if years else None


def assemble_report(dataset: Dataset, year: ReportingYear) -> YearlyReport:
    """Return the yearly report of a year as far as the newest editions say it. It sees nothing private."""
    source = source_of(dataset, "")
    partnership = source.lookups.partnership
    return YearlyReport(
        year=year,
        issued_by=tuple(each.id for each in (partnership.partners if partnership else ()) if each.id),
        names={name: found for name, found in _names(source, year) if found},
        follows=_follows(source, year),
        counts=(*meetings.counts(source, year), *actions.counts(source, year)),
        parts=parts_of(source, year),
        attendance=meetings.attendance(source, year),
    )


def _begins(source: Source) -> str:
    partnership = source.lookups.partnership
    return (partnership.year_begins if partnership else None) or "april"


def _names(source: Source, year: ReportingYear) -> Iterator[tuple[str, tuple[str, ...]]]:
    plans = source.lookups.dataset.records(PublicPlan)
    yield "priorities", tuple(each.id for each in priorities.priorities(source, year))
    yield (
        "plans",
        tuple(
            each.id
            for each in plans
            if year.overlaps(each.period_from, each.extended_until or each.period_until)
        ),
    )
    yield "budgets", tuple(each.id for each in money.budgets(source, year))
    yield "reviews", tuple(each.id for each in reviews.reviews(source, year))
    yield "arrangements", tuple(each.id for each in changing.arrangements(source, year))


def _follows(source: Source, year: ReportingYear) -> str | None:
    before = year_before(year)
    found = source.lookups.dataset.records(PublicReport)
    return next((each.id for each in found if reviews.is_yearly_of(each, before)), None)


def _every(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        yield part
        yield from _every(part.parts)
