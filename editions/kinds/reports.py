"""The public form of reports."""

from __future__ import annotations

from editions.fields import (
    ArrangementsId,
    BudgetId,
    DocumentId,
    PlanId,
    PriorityId,
    PublicLine,
    PublicProse,
    ReportId,
    ReviewId,
    RiskId,
    Word,
)
from editions.kind import PublicKind
from editions.parts.actions import PublicParty
from editions.parts.figures import PublicSmallNumbers
from editions.parts.issued import PublicIssued
from editions.parts.items import PublicPaper
from editions.parts.recommendations import PublicRecommendation
from editions.parts.reporting import (
    PublicAttendanceTable,
    PublicExemption,
    PublicFigure,
    PublicImplication,
    PublicPlacedPart,
    PublicPresentation,
    PublicReportContact,
    PublicReportOption,
    PublicStatutoryContent,
)
from editions.parts.sections import PublicSection


class PublicReport(PublicIssued):
    """A report: what was done in a period, what came of it, and what is asked of whom."""

    kind: Word
    """What sort of report. `scrutiny` is a report of the independent scrutineer."""

    years: str | None = None
    """The year it is about."""

    period_from: str | None = None
    """First day of the period it is about."""

    period_until: str | None = None
    """Last day of the period it is about."""

    reference: PublicLine | None = None
    """The number of the report as printed."""

    presented: tuple[PublicPresentation, ...] = ()
    """The bodies that it goes to, with the date of their meetings."""

    presented_by: tuple[PublicParty, ...] = ()
    """From whom it comes, as printed over it: Report from …"""

    authors: tuple[PublicParty, ...] = ()
    """Who wrote it."""

    agreed_by_author: str | None = None
    """The day on which the independent scrutineer agreed the words of this version, if they are the
    scrutineer's. The partners answer in `responses` and do not alter them."""

    contact: tuple[PublicReportContact, ...] = ()
    """Whom to ask about it."""

    areas: tuple[PublicLine, ...] = ()
    """Wards or areas affected, as printed."""

    cover: tuple[PublicLine, ...] = ()
    """Whatever else is printed on its first page: key decision, portfolio, urgency."""

    follows: ReportId | None = None
    """The report before it of the same sort."""

    other_languages: tuple[ReportId, ...] = ()
    """The same report in other languages."""

    priorities: tuple[PriorityId, ...] = ()
    """The priorities that it is about."""

    plans: tuple[PlanId, ...] = ()
    """The plans that it reports on."""

    budgets: tuple[BudgetId, ...] = ()
    """The budgets that it reports on."""

    reviews: tuple[ReviewId, ...] = ()
    """The practice reviews that it reports on."""

    arrangements: tuple[ArrangementsId, ...] = ()
    """The versions of the arrangements that it is about."""

    risks: tuple[RiskId, ...] = ()
    """The risk registers that it is about."""

    documents: tuple[DocumentId, ...] = ()
    """The procedures, threshold documents and letters that it is about."""

    purpose: PublicProse | None = None
    """What the report is for."""

    decision_requested: PublicProse | None = None
    """What those to whom it goes are asked to decide."""

    figures: tuple[PublicFigure, ...] = ()
    """Its key figures, in one table."""

    small_numbers: PublicSmallNumbers | None = None
    """How its numbers of people are shown, if not as `1 to 7` and to the nearest five."""

    attendance: tuple[PublicAttendanceTable, ...] = ()
    """Who came to the meetings, by agency."""

    options: tuple[PublicReportOption, ...] = ()
    """The courses that were open, the rejected ones among them."""

    reasons: PublicProse | None = None
    """The reasons for what it recommends."""

    implications: tuple[PublicImplication, ...] = ()
    """What follows for money, law, equality, climate, risk, each under its heading."""

    consultation: PublicProse | None = None
    """Who was asked, and what they said."""

    recommendations: tuple[PublicRecommendation, ...] = ()
    """What it asks of whom, with the answers."""

    exempt: tuple[PublicExemption, ...] = ()
    """Parts that were taken without the public."""

    nothing_exempt: bool = False
    """Whether the report says that none of it is exempt."""

    background_papers: tuple[PublicPaper, ...] = ()
    """Papers on which it rests. Appendices stand under `papers`."""

    no_background_papers: bool = False
    """Whether the report says that there are none."""

    placed: tuple[PublicPlacedPart, ...] = ()
    """Parts of the report that stand under the heading of a section: the recommendations under 7. Others
    follow the sections, or stand before them, under headings of ours."""

    statutory: tuple[PublicStatutoryContent, ...] = ()
    """Where a yearly report holds what the law and the guidance ask for."""


KIND = PublicKind(
    name="reports",
    model=PublicReport,
    order=9,
    parts={"recommendations": PublicRecommendation, "sections": PublicSection},
)
