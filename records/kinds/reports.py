"""Reports: yearly reports, updates to a committee, reports of the scrutineer, audits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar, Literal

from problems import Problem, Severity, Wording
from records.checks.circles import no_circles
from records.checks.report_figures import figures_checked
from records.checks.unfinished import parts_checked
from records.fields import (
    Answer,
    ArrangementsRef,
    BudgetRef,
    Day,
    DocumentRef,
    Line,
    PartialDay,
    PlanRef,
    PriorityRef,
    Prose,
    Public,
    ReportRef,
    ReviewRef,
    RiskRef,
    Years,
)
from records.kind import Key, Kind, Locate, Part
from records.kinds.organizations import Organization
from records.kinds.people import Person
from records.parts.actions import Parties
from records.parts.issued import Issued
from records.parts.items import Paper
from records.parts.recommendations import Recommendation
from records.parts.reporting import (
    AttendanceTable,
    Exemption,
    Figure,
    Implication,
    PlacedPart,
    Presentation,
    ReportContact,
    ReportOption,
    StatutoryContent,
)
from records.parts.sections import Section
from records.periods import is_before, line_of
from records.shapes import Path, models_in

SETTLED = frozenset({"final", "approved", "in-force", "superseded", "archived"})
"""Where a report stands when its words are no longer being written."""

SCRUTINEER = "scrutineer"
"""The duty of a post whose holder's words the partners do not alter."""

NOT_AGREED = Wording(
    "scrutineer-has-not-agreed",
    "These are words of the independent scrutineer, and the record does not say when the scrutineer "
    "agreed them; the report's status is `{status}`.",
    "Write the day under `agreed_by_author` here. Answers of the partners belong under `responses` of a "
    "recommendation, never in the scrutineer's text.",
    Severity.WARNING,
)
CHANGED_SINCE_AGREED = Wording(
    "changed-since-agreed",
    "The newest entry of `versions`, in {line}, is later than the day on which the scrutineer agreed "
    "this text.",
    "Ask the scrutineer to agree the text as it is now and write that day, or correct the wrong date.",
    Severity.WARNING,
)
CONTENT_MISSING = Wording(
    "statutory-content-missing",
    "Under `statutory`, nothing is listed as `{requirement}`, which a yearly report must have by law.",
    "Name the section that holds it (Children Act 2004, section 16G(7)).",
    Severity.WARNING,
)
PERIOD_BACKWARDS = Wording(
    "report-period",
    "`period_until` is earlier than `period_from`, in {line}.",
    "Correct whichever of the two is wrong.",
)
ATTENDED_TOO_OFTEN = Wording(
    "attended-too-often",
    "More meetings were attended here than were held, in {line}.",
    "Correct whichever number is wrong.",
)
PLACED_TWICE = Wording(
    "placed-twice",
    "This part of the report is placed twice: it is placed already in {line}.",
    "Keep the one that says where it stands in the document, and remove the other.",
)


class Report(Issued):
    """A report: what was done in a period, what came of it, and what is asked of whom."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset(
        {"id", "title", "kind", "years", "status", "version"}
    )
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"id", "kind", "status"})

    kind: Public[Literal["yearly", "update", "scrutiny", "committee", "audit", "other"]]
    """What sort of report. `scrutiny` is a report of the independent scrutineer."""

    years: Public[Years | None] = None
    """The year it is about."""

    period_from: Public[PartialDay | None] = None
    """First day of the period it is about."""

    period_until: Public[PartialDay | None] = None
    """Last day of the period it is about."""

    reference: Public[Line | None] = None
    """The number of the report as printed."""

    presented: Public[tuple[Presentation, ...]] = ()
    """The bodies that it goes to, with the date of their meetings."""

    presented_by: Public[Parties] = ()
    """From whom it comes, as printed over it: Report from …"""

    authors: Public[Parties] = ()
    """Who wrote it."""

    agreed_by_author: Public[Day | None] = None
    """The day on which the independent scrutineer agreed the words of this version, if they are the
    scrutineer's. The partners answer in `responses` and do not alter them."""

    contact: Public[tuple[ReportContact, ...]] = ()
    """Whom to ask about it."""

    areas: Public[tuple[Line, ...]] = ()
    """Wards or areas affected, as printed."""

    cover: Public[tuple[Line, ...]] = ()
    """Whatever else is printed on its first page: key decision, portfolio, urgency."""

    follows: Public[ReportRef | None] = None
    """The report before it of the same sort."""

    other_languages: Public[tuple[ReportRef, ...]] = ()
    """The same report in other languages."""

    priorities: Public[tuple[PriorityRef, ...]] = ()
    """The priorities that it is about."""

    plans: Public[tuple[PlanRef, ...]] = ()
    """The plans that it reports on."""

    budgets: Public[tuple[BudgetRef, ...]] = ()
    """The budgets that it reports on."""

    reviews: Public[tuple[ReviewRef, ...]] = ()
    """The practice reviews that it reports on."""

    arrangements: Public[tuple[ArrangementsRef, ...]] = ()
    """The versions of the arrangements that it is about."""

    risks: Public[tuple[RiskRef, ...]] = ()
    """The risk registers that it is about."""

    documents: Public[tuple[DocumentRef, ...]] = ()
    """The procedures, threshold documents and letters that it is about."""

    purpose: Public[Prose | None] = None
    """What the report is for."""

    decision_requested: Public[Prose | None] = None
    """What those to whom it goes are asked to decide."""

    figures: Public[tuple[Figure, ...]] = ()
    """Its key figures, in one table."""

    attendance: Public[tuple[AttendanceTable, ...]] = ()
    """Who came to the meetings, by agency."""

    options: Public[tuple[ReportOption, ...]] = ()
    """The courses that were open, the rejected ones among them."""

    reasons: Public[Prose | None] = None
    """The reasons for what it recommends."""

    implications: Public[tuple[Implication, ...]] = ()
    """What follows for money, law, equality, climate, risk, each under its heading."""

    consultation: Public[Prose | None] = None
    """Who was asked, and what they said."""

    recommendations: Public[tuple[Recommendation, ...]] = ()
    """What it asks of whom, with the answers."""

    exempt: Public[tuple[Exemption, ...]] = ()
    """Parts that were taken without the public."""

    nothing_exempt: Public[Answer] = False
    """Whether the report says that none of it is exempt."""

    background_papers: Public[tuple[Paper, ...]] = ()
    """Papers on which it rests. Appendices stand under `papers`."""

    no_background_papers: Public[Answer] = False
    """Whether the report says that there are none."""

    placed: Public[tuple[PlacedPart, ...]] = ()
    """Parts of the report that stand under the heading of a section: the recommendations under 7. Others
    follow the sections, or stand before them, under headings of ours."""

    statutory: Public[tuple[StatutoryContent, ...]] = ()
    """Where a yearly report holds what the law and the guidance ask for."""


def _scrutineers_words_agreed(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a warning for words of the scrutineer that the scrutineer has not agreed as they are now."""
    scrutineers = _scrutineers(records)
    for key, report in _reports(records):
        if report.status not in SETTLED:
            continue
        for path, words in _by_the_scrutineer(report, scrutineers):
            if words.agreed_by_author is None:
                yield NOT_AGREED.at(locate(key, path), status=report.status)
            elif _changed_since(report, words.agreed_by_author):
                newest = locate(key, ("versions", len(report.versions) - 1))
                place = locate(key, (*path, "agreed_by_author"))
                yield CHANGED_SINCE_AGREED.at(place, line=line_of(newest))


def _by_the_scrutineer(report: Report, scrutineers: frozenset[str]) -> Iterator[tuple[Path, Any]]:
    """Yield a report of the scrutineer, or else the sections of a report that are the scrutineer's."""
    if report.kind == "scrutiny":
        yield (), report
        return
    for path, section in models_in(report):
        if isinstance(section, Section) and scrutineers & {party.who for party in section.by}:
            yield path, section


def _scrutineers(records: Mapping[Key, Any]) -> frozenset[str]:
    """Return how the scrutineers, present and past, can be named: their posts, and who holds or held one."""
    posts = {
        f"{key[1]}/{post.id}"
        for key, record in records.items()
        if isinstance(record, Organization)
        for post in record.posts
        if post.duty == SCRUTINEER
    }
    people = {
        key[1]
        for key, record in records.items()
        if isinstance(record, Person) and posts & {holding.post for holding in record.posts}
    }
    return frozenset(posts | people)


def _changed_since(report: Report, agreed: date) -> bool:
    """Return whether the newest version is later than a day, as far as its date says."""
    newest = report.versions[-1].date if report.versions else None
    return newest is not None and is_before(agreed.isoformat(), newest)


def _statutory_content(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a warning for each thing that a finished yearly report must say by law and does not list."""
    for key, report in _reports(records):
        if report.kind == "yearly" and report.status in SETTLED and report.withhold is None:
            listed = {each.requirement for each in report.statutory}
            for requirement in ("what-was-done", "effectiveness"):
                if requirement not in listed:
                    path: Path = ("statutory",) if report.statutory else ()
                    yield CONTENT_MISSING.at(locate(key, path), requirement=requirement)


def _in_order(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each period that ends before it starts."""
    for key, report in _reports(records):
        first, last = report.period_from, report.period_until
        if first and last and is_before(last, first):
            line = line_of(locate(key, ("period_from",)))
            yield PERIOD_BACKWARDS.at(locate(key, ("period_until",)), line=line)


def _attended_at_most(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each agency that came more often than there were meetings."""
    for key, report in _reports(records):
        for number, table in enumerate(report.attendance):
            for position, row in enumerate(table.agencies):
                path: Path = ("attendance", number, "agencies", position)
                held = table.held if row.held is None else row.held
                if row.attended is not None and held is not None and row.attended > held:
                    whose = ("attendance", number, "held") if row.held is None else (*path, "held")
                    line = line_of(locate(key, whose))
                    yield ATTENDED_TOO_OFTEN.at(locate(key, (*path, "attended")), line=line)


def _placed_once(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each part of a report that is placed a second time."""
    for key, report in _reports(records):
        first: dict[str, int] = {}
        for number, each in enumerate(report.placed):
            earlier = first.setdefault(each.part, number)
            if earlier != number:
                line = line_of(locate(key, ("placed", earlier, "part")))
                yield PLACED_TWICE.at(locate(key, ("placed", number, "part")), line=line)


def _reports(records: Mapping[Key, Any]) -> Iterator[tuple[Key, Report]]:
    return ((key, record) for key, record in records.items() if isinstance(record, Report))


def _day(report: Report) -> str | None:
    """Return the day on which a report prints names: when it was approved, or first shown to somebody."""
    dates = (report.approved_on, report.first_published, *(each.date for each in report.presented))
    return next((each for each in dates if each is not None), report.period_until)


KIND = Kind(
    name="reports",
    model=Report,
    word="report",
    title="Report",
    order=9,
    example={"id": "yearly-2025-26", "title": "Yearly report 2025 to 2026", "kind": "yearly"},
    parts={
        "recommendations": Part(Recommendation, "recommendation"),
        "sections": Part(Section, "section"),
    },
    day=_day,
    checks=(
        _scrutineers_words_agreed,
        _statutory_content,
        _in_order,
        _attended_at_most,
        _placed_once,
        figures_checked,
        parts_checked,
        no_circles("reports", "follows"),
    ),
)
