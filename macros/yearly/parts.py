"""The parts of a yearly report in their order: what is counted for each, and what people must write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editions.kinds.priorities import PublicPriority
from macros.open_data.sources import Source
from macros.yearly import actions, changing, meetings, money, priorities, reviews
from macros.yearly.tables import Table, filled, some, words
from macros.yearly.years import ReportingYear


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the report."""

    id: str
    title: str
    question: str | None = None
    """What somebody must write here. It is told to whoever writes, and never published."""

    tables: tuple[Table, ...] = ()
    requirement: str | None = None
    """Which of the things that the law and the guidance ask for it holds."""

    priority: str | None = None
    """The priority that it is about."""

    parts: tuple[Part, ...] = ()


def parts_of(source: Source, year: ReportingYear) -> tuple[Part, ...]:
    """Return the sections of the report of a year.

    What must be in it follows the Children Act 2004, section 16G(7), and Working Together. Titles are of four
    words at most: so short ones are not searched for on the site while the report is a draft.
    """
    return (
        _what_we_did(source, year),
        Part(
            "priorities",
            "What changed for children",
            tables=filled([priorities.progress(source, year)]),
            requirement="impact",
            parts=tuple(_priority(source, year, each) for each in priorities.priorities(source, year)),
        ),
        Part(
            "effectiveness",
            "How effective this was",
            "How effective was the work of the partners in practice, and how do you know? Say also what you "
            "cannot judge.",
            requirement="effectiveness",
        ),
        Part(
            "little-progress",
            "What did not work",
            "Where was there little or no progress, why, and what will be done differently? Each late or "
            "dropped action below needs a reason.",
            some(priorities.delayed(source, year)) + some(actions.actions_late(source, year)),
            "little-progress",
        ),
        Part(
            "reviews",
            "Reviews and recommendations",
            "What was decided and done about each recommendation, and what became better for children?",
            filled([reviews.reviews_of_year(source, year), reviews.recommendations_of_year(source, year)]),
            "review-recommendations",
        ),
        Part(
            "audits",
            "Audits",
            "What did audits of this year find, and what was changed because of them? If there was none, say "
            "so.",
            filled([reviews.reports_of_year(source, year, "audit", "audits", "Reports of audits")]),
        ),
        *_people(source, year),
        *_means(source, year),
    )


def _what_we_did(source: Source, year: ReportingYear) -> Part:
    return Part(
        "what-we-did",
        "What we did",
        "What did the partners do together in the year? Three to six plain paragraphs; the tables below say "
        "how often you met and what you decided.",
        requirement="what-was-done",
        parts=tuple(
            part
            for part in (
                Part(
                    "meetings",
                    "Meetings",
                    tables=filled([meetings.meetings_by_group(source, year)])
                    + some(meetings.meetings_held(source, year)),
                ),
                Part(
                    "decisions",
                    "Decisions",
                    tables=filled([meetings.decisions_by_kind(source, year)])
                    + some(meetings.decisions_made(source, year)),
                ),
                Part(
                    "actions",
                    "Actions",
                    tables=filled([actions.actions_by_group(source, year)])
                    + some(actions.actions_closed(source, year))
                    + some(actions.actions_open(source, year)),
                ),
            )
            if part.tables
        ),
    )


def _priority(source: Source, year: ReportingYear, priority: PublicPriority) -> Part:
    return Part(
        f"priority-{priority.id}",
        words(source.line(priority.title)),
        "What became different for children because of this work, and what shows it? Say so if nothing did.",
        some(priorities.actions_of_priority(source, year, priority.id))
        + some(priorities.figures_of_priority(source, year, priority.id)),
        priority=priority.id,
    )


def _people(source: Source, year: ReportingYear) -> Iterator[Part]:
    """Yield the parts about those who were asked, and those who look from outside."""
    yield Part(
        "voice",
        "How children were heard",
        "How were children, parents and carers asked, what did they say, and what was done because of it?",
        requirement="feedback",
    )
    yield Part(
        "disproportionality",
        "Who is affected more",
        "Which children are affected more than others, how do you know, and what is done about it?",
        requirement="disproportionality",
    )
    yield Part(
        "other-partners",
        "What other partners did",
        "What did schools, relevant agencies and other partners do, in their own words?",
    )
    yield Part(
        "scrutiny",
        "Independent scrutiny",
        "What did the independent scrutineer find? These words are the scrutineer's: add `by` and "
        "`agreed_by_author`.",
        filled(
            [
                reviews.reports_of_year(
                    source, year, "scrutiny", "scrutiny-reports", "Reports of the scrutineer"
                )
            ]
        ),
        "scrutiny",
    )


def _means(source: Source, year: ReportingYear) -> Iterator[Part]:
    """Yield the parts about training, money, attendance and what changed."""
    yield Part(
        "training",
        "Training",
        "Which training was offered, who came, and what did they do differently afterwards?",
        some(money.training(source, year)),
        "training",
    )
    yield Part(
        "funding",
        "Cost and funding",
        "Was the money enough for what was to be done? Explain what differs from the plan.",
        filled(
            table
            for budget in money.budgets(source, year)
            for table in (
                money.contributions(source, budget),
                money.income(source, budget),
                money.spending(source, budget),
            )
        ),
        "funding",
    )
    yield Part("attendance", "Attendance by agency")
    changes = filled([changing.people_and_groups(source, year), changing.arrangements_of_year(source, year)])
    if changes:
        yield Part("changes", "Changes in the partnership", tables=changes)
