"""Tables in a section of a document, of which each row can lead to the record that it is about."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from records.fields import (
    ActionRef,
    ArrangementsRef,
    BudgetRef,
    Day,
    DecisionRef,
    GroupRef,
    Id,
    IndicatorRef,
    Line,
    MeetingRef,
    PlanActionRef,
    PlanRef,
    PriorityRef,
    Public,
    RecommendationRef,
    ReportRef,
    ReviewRef,
    one_or_more,
)
from records.withholding import Withholdable


class TableRow(Withholdable):
    """A row of a table. A key beside `cells` can say what it is about; its first cell leads there."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset()
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset()

    cells: Public[Annotated[tuple[Line, ...], one_or_more()]] = ()
    """Its cells, one for each column. The first names the row."""

    meeting: Public[MeetingRef | None] = None
    """The meeting that it is about."""

    decision: Public[DecisionRef | None] = None
    """The decision that it is about."""

    action: Public[ActionRef | None] = None
    """The action of a meeting that it is about."""

    group: Public[GroupRef | None] = None
    """The group that it is about."""

    priority: Public[PriorityRef | None] = None
    """The priority that it is about."""

    plan: Public[PlanRef | None] = None
    """The plan that it is about."""

    plan_action: Public[PlanActionRef | None] = None
    """The action of a plan that it is about."""

    indicator: Public[IndicatorRef | None] = None
    """The indicator that it is about."""

    budget: Public[BudgetRef | None] = None
    """The budget that it is about."""

    review: Public[ReviewRef | None] = None
    """The practice review that it is about."""

    report: Public[ReportRef | None] = None
    """The report that it is about."""

    recommendation: Public[RecommendationRef | None] = None
    """The recommendation that it is about."""

    arrangements: Public[ArrangementsRef | None] = None
    """The version of the arrangements that it is about."""


class SectionTable(Withholdable):
    """A table of a section."""

    id: Public[Id]
    """Id within the document: `#table-` and this is its address."""

    title: Public[Line]
    """What it shows."""

    columns: Public[tuple[Line, ...]] = ()
    """The headings of its columns."""

    rows: Public[tuple[TableRow, ...]] = ()
    """Its rows."""

    chart: Public[Literal["bars", "stacked"] | None] = None
    """How its numbers are drawn above it, if they are: a bar for each number, or one bar a row of which the
    numbers are the pieces. Columns that hold nothing but numbers are drawn."""

    note: Public[Line | None] = None
    """What the reader needs to know to understand it."""

    counted: Public[Day | None] = None
    """The day on which `pages new` counted it from the public records. While the document is a draft,
    `pages check` says when they say something else. Take it out when you change the table by hand."""
