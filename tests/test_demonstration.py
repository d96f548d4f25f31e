"""The published demonstration is as large as it should be, and agrees with itself.

It stands in for a real partnership, so whoever judges the software reads it. A project that has put its own
records in the place of the demonstration is not judged: these tests say so and are passed over.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from editions.datasets import Dataset, assemble
from editions.kinds.arrangements import PublicArrangements
from editions.kinds.budgets import PublicBudget
from editions.kinds.documents import PublicDocument
from editions.kinds.glossary import PublicGlossary
from editions.kinds.groups import PublicGroup
from editions.kinds.indicators import PublicIndicator
from editions.kinds.meetings import PublicMeeting
from editions.kinds.partnerships import PublicPartnership
from editions.kinds.people import PublicPerson
from editions.kinds.plans import PublicPlan
from editions.kinds.priorities import PublicPriority
from editions.kinds.reports import PublicReport
from editions.kinds.reviews import PublicReview
from editions.kinds.risks import PublicRegister
from editions.published import read
from editions.texts import texts_of
from editions.walking import items_of
from macros.views.lookups import look_up
from macros.views.mentions import mentions
from macros.views.withholdings import withholdings

ROOT = Path(__file__).parent.parent


@cache
def dataset() -> Dataset:
    """Return what the demonstration publishes."""
    return assemble(read(ROOT))


def is_demonstration() -> bool:
    """Return whether what is published here is still the demonstration."""
    partnership = next(iter(dataset().records(PublicPartnership)), None)
    return partnership is not None and partnership.fictional and "Aldermere" in partnership.name


pytestmark = pytest.mark.skipif(
    not is_demonstration(), reason="published/ holds the records of a partnership of your own"
)


def meetings() -> list[PublicMeeting]:
    """Return the meetings by date."""
    return sorted(dataset().records(PublicMeeting), key=lambda each: each.date)


def words_of(value: Any) -> int:
    """Return how many words stand in plain values."""
    if isinstance(value, str):
        return len(value.split())
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return sum(map(words_of, inside))


def plan(plan_id: str) -> PublicPlan:
    """Return a plan."""
    return next(each for each in dataset().records(PublicPlan) if each.id == plan_id)


def states(of: PublicPlan) -> Counter[str]:
    """Return how many actions of a plan are in each state."""
    found = [*of.actions, *(action for priority in of.priorities for action in priority.actions)]
    return Counter(action.status for action in found if action.status)


def test_everything_that_was_signed_off_can_be_read() -> None:
    """No edition is damaged."""
    assert read(ROOT).problems == ()


def test_it_is_as_large_as_a_partnership_of_two_years() -> None:
    """There is enough of each kind to judge the software by."""
    groups = [each for each in dataset().records(PublicGroup) if not each.ended]
    full = [each for each in meetings() if each.happened == "held" and words_of(each.model_dump()) >= 800]
    counts = {
        "groups under the executive": sum(each.kind == "sub-group" for each in groups),
        "of them joint": sum(bool(each.joint_with) for each in groups),
        "people": len(dataset().records(PublicPerson)),
        "full minutes": len(full),
        "dates to come": sum(each.happened == "planned" for each in meetings()),
        "actions": len(look_up(dataset()).actions),
        "priorities": len(dataset().records(PublicPriority)),
        "actions of the business plan": sum(states(plan("business-2025")).values()),
        "yearly reports": sum(each.kind == "yearly" for each in dataset().records(PublicReport)),
        "update reports": sum(each.kind == "update" for each in dataset().records(PublicReport)),
        "versions of the arrangements": len(dataset().kinds["arrangements"]),
        "practice reviews": len(dataset().records(PublicReview)),
        "documents": len(dataset().records(PublicDocument)),
        "risk registers": len(dataset().records(PublicRegister)),
        "budgets": len(dataset().records(PublicBudget)),
        "indicators": len(dataset().records(PublicIndicator)),
        "terms": sum(len(each.terms) for each in dataset().records(PublicGlossary)),
        "withholdings": len(withholdings(look_up(dataset()))),
    }
    wanted = {
        "groups under the executive": 6,
        "of them joint": 2,
        "people": 30,
        "full minutes": 18,
        "dates to come": 10,
        "actions": 40,
        "priorities": 6,
        "actions of the business plan": 30,
        "yearly reports": 2,
        "update reports": 1,
        "versions of the arrangements": 2,
        "practice reviews": 1,
        "documents": 5,
        "risk registers": 1,
        "budgets": 2,
        "indicators": 8,
        "terms": 20,
        "withholdings": 15,
    }
    assert {name: counts[name] for name, least in wanted.items() if counts[name] < least} == {}


def test_withholdings_are_of_every_unit_and_reason() -> None:
    """A reader can see what each notice looks like."""
    found = withholdings(look_up(dataset()))
    reasons = {reason.id for reason in look_up(dataset()).reasons.values()}
    assert {each.unit for each in found} == {"words", "text", "whole", "field"}
    assert {each.reason for each in found} == reasons


def test_actions_are_in_all_states() -> None:
    """The list of actions shows every word for how one stands."""
    lookups = look_up(dataset())
    told = {news.update.status for found in lookups.news.values() for news in found}
    assert told >= {"done", "closed", "carried-over", "reopened", "superseded", "dropped", "overdue"}
    assert {each.action.status for each in lookups.actions.values()} >= {"open"}


def test_no_reference_is_lost() -> None:
    """Whatever an edition names is public, but for what is withdrawn or held back on purpose."""
    editions = {key: history.record for key, history in read(ROOT).histories.items()}
    before = mentions(Dataset({kind: _entries(editions, kind) for kind in dataset().kinds}))
    after = mentions(dataset())
    lost = {named for named in before if len(before[named]) != len(after.get(named, ()))}
    assert lost <= {("meetings", "2025-12-04-education"), ("meetings", "2026-09-24-exploitation")}


def _entries(editions: dict[tuple[str, str], Any], kind: str) -> tuple[Any, ...]:
    by_id = {entry.id: entry for entry in dataset().kinds[kind]}
    return tuple(
        type(by_id[record_id])(record_id, record, by_id[record_id].issues)
        for (of, record_id), record in editions.items()
        if of == kind
    )


@pytest.mark.parametrize("column", ["planned", "actual"])
def test_budgets_add_up(column: str) -> None:
    """What comes in is what is spent and what is left, and the next year begins with that."""
    budgets = sorted(dataset().records(PublicBudget), key=lambda each: each.year)
    for budget in budgets:
        comes_in = [
            *budget.contributions,
            *budget.income,
            *([budget.carried_in] if budget.carried_in else []),
        ]
        goes_out = [*budget.spending, *([budget.carried_out] if budget.carried_out else [])]
        totals = [
            sum(Decimal(value) for each in lines if (value := getattr(each, column)) is not None)
            for lines in (comes_in, goes_out)
        ]
        whole = all(getattr(each, column) is not None for each in (*comes_in, *goes_out))
        assert not whole or totals[0] == totals[1]
    first, second = budgets
    assert first.carried_out is not None
    assert second.carried_in is not None
    assert first.carried_out.actual == (second.carried_in.actual or second.carried_in.forecast)


STATES = {
    "Complete": {"done"},
    "On track": {"on-track", "in-progress"},
    "Late": {"delayed"},
    "Not begun": {"not-started"},
    "Dropped": {"stopped"},
}
"""The words of the update report for how an action stands, and those of the plan."""


def test_the_plan_is_counted_alike_everywhere() -> None:
    """The states of the thirty actions are those of the table in the update report."""
    report = next(each for each in dataset().records(PublicReport) if each.kind == "update")
    told = dict(re.findall(r"^\| \**([A-Z][a-z ]+?)\** \| \**(\d+)\** \|$", texts_in(report), re.MULTILINE))
    found = states(plan("business-2025"))
    counted = {word: str(sum(found[state] for state in of)) for word, of in STATES.items()}
    assert told == {**counted, "Total": str(sum(found.values()))}


def texts_in(record: Any) -> str:
    """Return all words of a record."""
    return "\n".join(text for _, text in texts_of(record))


def test_the_arrangements_promise_what_the_budget_says() -> None:
    """Contributions of a year are the same in both, in cash and in kind."""
    arrangements = next(each for each in dataset().records(PublicArrangements) if each.id == "2026")
    budget = next(each for each in dataset().records(PublicBudget) if each.year == "2026-27")
    assert arrangements.funding is not None
    promised = Counter(
        (each.from_whom.who.name, each.given_in, each.amount)
        for each in arrangements.funding.contributions
        if each.from_whom and each.from_whom.who
    )
    told = Counter(
        (each.contributor.who.name, given_in, each.planned)
        for given_in, lines in (("cash", budget.contributions), ("kind", budget.in_kind))
        for each in lines
        if each.contributor and each.contributor.who
    )
    assert promised == told


def test_every_meeting_has_its_group_and_every_decision_its_place() -> None:
    """A decision or action that another names stands in a meeting that is public."""
    lookups = look_up(dataset())
    known = {each.id for each in dataset().records(PublicGroup)}
    assert {each.group.id for each in meetings()} <= known
    for meeting in meetings():
        for item in items_of(meeting.items):
            for update in item.updates:
                assert update.action is None or update.action in lookups.actions
            for decision in item.decisions:
                assert decision.replaces is None or decision.replaces in lookups.decisions


def test_news_of_an_action_comes_after_it() -> None:
    """No meeting reports on an action of a later one."""
    lookups = look_up(dataset())
    early = [
        name
        for name, found in lookups.news.items()
        for news in found
        if name in lookups.actions and news.meeting.date <= lookups.actions[name].meeting.date
    ]
    assert early == []


def test_indicators_are_those_of_priorities() -> None:
    """Each is followed for a priority that is public, and its periods stand in order."""
    known = {each.id for each in dataset().records(PublicPriority)}
    for indicator in dataset().records(PublicIndicator):
        periods = [point.period for point in indicator.points]
        assert set(indicator.priorities) <= known
        assert periods == sorted(set(periods))
