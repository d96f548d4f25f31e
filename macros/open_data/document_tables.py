"""Tables of what stands inside plans, reports, reviews, budgets, indicators and risk registers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editions.kinds.budgets import PublicBudget
from editions.kinds.indicators import PublicIndicator
from editions.kinds.plans import PublicPlan, PublicPlanAction, PublicPlanPriority
from editions.kinds.risks import PublicRegister
from editions.parts.amounts import PublicMoneyLine
from editions.parts.figures import PublicPoint
from editions.parts.recommendations import PublicRecommendation, PublicRecommendationResponse
from editions.parts.risks import PublicRisk
from macros.kinds import address_of, kind_of
from macros.open_data.meeting_tables import ADDRESS, LINE, WITHHELD, why
from macros.open_data.sources import BETWEEN, Source
from macros.open_data.tables import Cell, Column, Reference, Row, Table, column
from macros.views.recommendations import recommendations
from macros.views.risks import ScoreView, view_risks


def _recommendations(source: Source) -> Iterator[Row]:
    for each in recommendations(source.lookups):
        asked, record = each.recommendation, each.record
        yield (
            f"{record.id}/{asked.id}",
            kind_of(record),
            record.id,
            source.line(record.title),
            source.line(asked.label),
            source.line(asked.title),
            source.text(asked.text),
            source.parties(asked.to),
            asked.asked,
            asked.due,
            source.line(asked.due_words),
            asked.status,
            BETWEEN.join(_answer(source, answer) for answer in asked.responses),
            why(asked),
            source.at(f"{address_of(record)}#{PublicRecommendation.anchor}{asked.id}"),
        )


def _answer(source: Source, answer: PublicRecommendationResponse) -> str:
    by = source.parties(answer.by)
    return ": ".join(part for part in (by, (answer.answer or "").replace("-", " ")) if part)


RECOMMENDATIONS = Table(
    name="recommendations",
    title="Recommendations",
    meaning="One row for each recommendation of a report or review.",
    columns=(
        Column("id", "string", "The report or review and the id of the recommendation within it."),
        Column("kind", "string", "Whether it stands in one of the reports or of the reviews."),
        Column("record", "string", "The id of the report or review."),
        Column("record_title", "string", "The title of the report or review."),
        *(
            column(PublicRecommendation, name)
            for name in ("label", "title", "text", "to", "asked", "due", "due_words", "status")
        ),
        Column("answers", "string", "Who answered, and with what word. Several are parted by a semicolon."),
        WITHHELD,
        ADDRESS,
    ),
    key=("kind", "id"),
    rows=_recommendations,
)


def _plan_actions(source: Source) -> Iterator[Row]:
    for plan in source.lookups.dataset.records(PublicPlan):
        for part in (*plan.priorities, None):
            for action in _under(part.actions if part else plan.actions):
                yield (
                    f"{plan.id}/{action.id}",
                    plan.id,
                    part.priority if part else None,
                    source.line(action.label),
                    source.text(action.text),
                    source.parties(action.leads),
                    source.parties(action.helpers),
                    action.starts,
                    action.due,
                    action.first_due,
                    source.line(action.due_words),
                    action.status,
                    source.line(action.rag),
                    action.added.on if action.added else None,
                    action.ended.on if action.ended else None,
                    why(action),
                    source.at(f"{address_of(plan)}#{PublicPlanAction.anchor}{action.id}"),
                )


def _under(actions: Iterable[PublicPlanAction]) -> Iterator[PublicPlanAction]:
    for action in actions:
        yield action
        yield from _under(action.actions)


PLAN_ACTIONS = Table(
    name="plan-actions",
    title="Actions of plans",
    meaning="One row for each action of a plan.",
    columns=(
        Column("id", "string", "The plan and the id of the action within it."),
        Column("plan", "string", "The id of the plan."),
        column(PublicPlanPriority, "priority"),
        *(
            column(PublicPlanAction, name)
            for name in ("label", "text", "leads", "helpers", "starts", "due", "first_due", "due_words")
        ),
        *(column(PublicPlanAction, name) for name in ("status", "rag")),
        Column("added", "string", "When it was added, if the plan did not have it from the beginning."),
        Column("ended", "string", "When it was taken out of the plan, if it was."),
        WITHHELD,
        ADDRESS,
    ),
    key=("id",),
    rows=_plan_actions,
    references=(Reference("plan", "plans"), Reference("priority", "priorities")),
)


def _budget_lines(source: Source) -> Iterator[Row]:
    for budget in source.lookups.dataset.records(PublicBudget):
        for number, (part, line) in enumerate(_lines(budget), 1):
            contributor = getattr(line, "contributor", None)
            heading = getattr(line, "heading", None) or getattr(line, "description", None)
            yield (
                budget.id,
                number,
                budget.year,
                part,
                source.party(contributor) if contributor else None,
                source.line(heading),
                source.line(getattr(line, "purpose", None)),
                budget.currency,
                line.planned,
                line.forecast,
                line.actual,
                source.line(line.note),
                why(line),
            )


def _lines(budget: PublicBudget) -> Iterator[tuple[str, PublicMoneyLine]]:
    yield from (("contribution", each) for each in budget.contributions)
    yield from (("income", each) for each in budget.income)
    yield from (("carried-in", each) for each in (budget.carried_in,) if each)
    yield from (("spending", each) for each in budget.spending)
    yield from (("carried-out", each) for each in (budget.carried_out,) if each)
    yield from (("in-kind", each) for each in budget.in_kind)


BUDGET_LINES = Table(
    name="budget-lines",
    title="Lines of budgets",
    meaning="One row for each line of a budget.",
    columns=(
        Column("budget", "string", "The id of the budget."),
        LINE,
        column(PublicBudget, "year"),
        Column("part", "string", "contribution, income, carried-in, spending, carried-out, or in-kind."),
        Column("contributor", "string", "Who gives it."),
        Column("heading", "string", "Where it comes from, what it is spent on, or what is given in kind."),
        Column("purpose", "string", "What it is for, if not for everything."),
        column(PublicBudget, "currency"),
        *(column(PublicMoneyLine, name) for name in ("planned", "forecast", "actual", "note")),
        WITHHELD,
    ),
    key=("budget", "line"),
    rows=_budget_lines,
    references=(Reference("budget", "budgets"),),
)


def _indicator_values(source: Source) -> Iterator[Row]:
    for indicator in source.lookups.dataset.records(PublicIndicator):
        for number, (what, where, point) in enumerate(_points(source, indicator), 1):
            yield (
                indicator.id,
                number,
                what,
                where,
                point.period,
                point.value,
                point.people,
                indicator.unit,
                source.line(point.missing),
                point.provisional,
                source.line(point.note),
                why(point),
            )


def _points(source: Source, indicator: PublicIndicator) -> Iterator[tuple[str, str | None, PublicPoint]]:
    yield from (("figure", None, each) for each in indicator.points)
    for target in indicator.targets:
        as_point = PublicPoint(
            period=target.by,
            value=target.value,
            note=target.note,
            withheld=target.withheld,
            withheld_fields=target.withheld_fields,
        )
        yield "target", None, as_point
    for other in indicator.comparisons:
        yield from (("comparison", source.line(other.name), each) for each in other.points)


INDICATOR_VALUES = Table(
    name="indicator-values",
    title="Figures of indicators",
    meaning="One row for each figure of an indicator, each target, and each figure that it is compared with.",
    columns=(
        Column("indicator", "string", "The id of the indicator."),
        LINE,
        Column("what", "string", "figure, target, or comparison."),
        Column("compared_with", "string", "Where the figure is from, if it is a comparison."),
        column(PublicPoint, "period"),
        column(PublicPoint, "value"),
        Column("people", "string", "The number of people, coarsely: 0, 1 to 7, or to the nearest five."),
        column(PublicIndicator, "unit"),
        *(column(PublicPoint, name) for name in ("missing", "provisional", "note")),
        WITHHELD,
    ),
    key=("indicator", "line"),
    rows=_indicator_values,
    references=(Reference("indicator", "indicators"),),
)


def _register_risks(source: Source) -> Iterator[Row]:
    for register in source.lookups.dataset.records(PublicRegister):
        for view in (*view_risks(register, closed=False), *view_risks(register, closed=True)):
            risk = view.risk
            yield (
                f"{register.id}/{risk.id}",
                register.id,
                register.as_of,
                source.line(risk.label),
                source.line(risk.title),
                source.line(risk.category),
                "; ".join(
                    part for part in (source.parties(risk.owners), source.line(risk.owner_words)) if part
                ),
                *_score(source, view.inherent),
                *_score(source, view.residual),
                *_score(source, view.target),
                risk.trend,
                risk.response,
                risk.opened,
                risk.closed,
                why(risk),
                source.at(f"{address_of(register)}#{PublicRisk.anchor}{risk.id}"),
            )


def _owners(source: Source, risk: PublicRisk) -> str:
    return BETWEEN.join(part for part in (source.parties(risk.owners), source.line(risk.owner_words)) if part)


def _score(source: Source, view: ScoreView | None) -> tuple[Cell, Cell]:
    return (view.mark, source.line(view.word)) if view else (None, None)


def _scored(name: str, meaning: str) -> tuple[Column, Column]:
    return (
        Column(f"{name}_score", "string", f"{meaning} As printed, or worked out by the scheme."),
        Column(f"{name}_word", "string", f"{meaning} In a word: high, medium, low."),
    )


REGISTER_RISKS = Table(
    name="register-risks",
    title="Risks",
    meaning="One row for each risk of a register.",
    columns=(
        Column("id", "string", "The register and the id of the risk within it."),
        Column("register", "string", "The id of the register."),
        column(PublicRegister, "as_of"),
        *(column(PublicRisk, name) for name in ("label", "title", "category")),
        Column(
            "owners", "string", "Who owns it: a post where there is one. Several are parted by a semicolon."
        ),
        *_scored("inherent", "The score if nothing were done."),
        *_scored("residual", "The score as things are, with the controls."),
        *_scored("target", "The score that is aimed at."),
        *(column(PublicRisk, name) for name in ("trend", "response", "opened", "closed")),
        WITHHELD,
        ADDRESS,
    ),
    key=("id",),
    rows=_register_risks,
    references=(Reference("register", "risks"),),
)
