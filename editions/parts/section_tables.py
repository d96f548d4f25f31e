"""The public form of tables in a section of a document."""

from __future__ import annotations

from editions.fields import (
    ActionId,
    ArrangementsId,
    BudgetId,
    DecisionId,
    IndicatorId,
    MeetingId,
    PlanActionId,
    PlanId,
    Printed,
    PriorityId,
    PublicLine,
    PublicUnit,
    RecommendationId,
    RecordId,
    ReportId,
    ReviewId,
    Word,
)


class PublicTableRow(PublicUnit):
    """A row of a table. A key beside `cells` can say what it is about; its first cell leads there."""

    cells: tuple[PublicLine, ...] = ()
    """Its cells, one for each column. The first names the row."""

    meeting: MeetingId | None = None
    """The meeting that it is about."""

    decision: DecisionId | None = None
    """The decision that it is about."""

    action: ActionId | None = None
    """The action of a meeting that it is about."""

    group: Printed | None = None
    """The group that it is about."""

    priority: PriorityId | None = None
    """The priority that it is about."""

    plan: PlanId | None = None
    """The plan that it is about."""

    plan_action: PlanActionId | None = None
    """The action of a plan that it is about."""

    indicator: IndicatorId | None = None
    """The indicator that it is about."""

    budget: BudgetId | None = None
    """The budget that it is about."""

    review: ReviewId | None = None
    """The practice review that it is about."""

    report: ReportId | None = None
    """The report that it is about."""

    recommendation: RecommendationId | None = None
    """The recommendation that it is about."""

    arrangements: ArrangementsId | None = None
    """The version of the arrangements that it is about."""


class PublicSectionTable(PublicUnit):
    """A table of a section."""

    anchor = "table-"

    id: RecordId
    """Id within the document: `#table-` and this is its address."""

    title: PublicLine
    """What it shows."""

    columns: tuple[PublicLine, ...] = ()
    """The headings of its columns."""

    rows: tuple[PublicTableRow, ...] = ()
    """Its rows."""

    chart: Word | None = None
    """How its numbers are drawn above it, if they are: a bar for each number, or one bar a row of which the
    numbers are the pieces. Columns that hold nothing but numbers are drawn."""

    note: PublicLine | None = None
    """What the reader needs to know to understand it."""

    counted: str | None = None
    """The day on which `pages new` counted it from the public records. While the document is a draft,
    `pages check` says when they say something else. Take it out when you change the table by hand."""
