"""Budgets: they add up, and what one year leaves the next one has."""

from __future__ import annotations

from pathlib import Path

import pytest

from records.loading import load
from tests.records.telling import codes, told_of

FILE = "data/budgets/2024-25.yml"
BUDGET = """\
title: Budget
year: {year}
contributions:
  - contributor: council
    planned: 10,000
    actual: 10,000.50
  - contributor: police
    planned: 5,000
    actual: 5,000
income:
  - {{heading: Fees, planned: 500, actual: 400}}
carried_in: {{planned: 1500, actual: 1500}}
spending:
  - {{heading: Office, planned: 14000, actual: {office}}}
  - {{heading: Training, planned: 2000, actual: 2000}}
carried_out: {{planned: 1000, actual: 900.50}}
"""


def told(project: Path, text: str = "", *, year: str = "2024-25", office: str = "14000") -> list[str]:
    """Return the problems of a budget that balances, with further lines."""
    return told_of(project, f"data/budgets/{year}.yml", BUDGET.format(year=year, office=office) + text)


def test_a_budget_that_adds_up(project: Path) -> None:
    """Each printed total that is the sum of its lines is fine, with and without what is carried over."""
    text = """\
totals:
  contributions: {planned: 15000, actual: 15000.50}
  income: {planned: 17000, actual: 16900.50}
  spending: {planned: 16000, actual: 16000}
  spending_and_carried: {planned: 17000, actual: 16900.50}
"""
    assert told(project, text) == []


def test_a_total_that_is_not_the_sum(project: Path) -> None:
    """The total and its lines are named; the difference is told only to a terminal that asks for it."""
    assert told(project, "totals:\n  spending: {planned: 16100}\n") == [
        (
            "data/budgets/2024-25.yml:18:23: totals › spending › planned: This total of `planned` is not "
            "the sum of its lines, which begin at data/budgets/2024-25.yml:14. Correct the total or the line "
            "that is wrong, or add the line that is missing. `--show-text` tells the difference. "
            "[budget-total-wrong]"
        )
    ]
    assert [each.private_text for each in load(project).problems] == ["100"]


def test_what_is_left_is_carried_forward(project: Path) -> None:
    """Income less spending is what goes into the next year; the difference stands in no log."""
    (found,) = told(project, office="14250")
    assert "`actual`: income less spending is not what is carried forward" in found
    assert ("250" in found, found.endswith("[budget-not-balanced]")) == (False, True)
    assert [each.private_text for each in load(project).problems] == ["250.00"]


@pytest.mark.parametrize(
    "hidden",
    [
        "withhold_fields:\n  summary: {reason: commercial}\n",
        "in_kind:\n  - contributor: council\n    description: Rooms\n    withhold: {reason: commercial}\n",
    ],
)
def test_no_difference_is_told_where_something_is_withheld(project: Path, hidden: str) -> None:
    """A sum could give a withheld amount away in a log, so the message holds no number of it."""
    found = told(project, f"{hidden}totals:\n  spending: {{planned: 16123}}\n", office="14250")
    assert codes(found) == ["[budget-not-balanced]", "[budget-total-wrong]"]
    assert [each for each in found if "123" in each or "250" in each] == []


def test_an_amount_that_the_total_tells(project: Path) -> None:
    """A single withheld line beside a public total is no secret, and an error; two of them are secret."""
    path = project / FILE
    told(project)
    text = path.read_text().replace(
        "  - {heading: Office,", "  - {withhold: {reason: commercial}, heading: Office,"
    )
    path.write_text(text)
    found = [each.code for each in load(project).problems]
    assert found == ["withheld-amount-told", "withheld-amount-told"]
    assert load(project).get("budgets", "2024-25") is None
    path.write_text(
        text.replace("  - {heading: Training,", "  - {withhold: {reason: commercial}, heading: Training,")
    )
    assert [str(each) for each in load(project).problems] == []


def test_what_is_carried_over_is_the_same_in_both_years(project: Path) -> None:
    """The amount of the next year is compared with that of the year before, and both lines are named."""
    told(project)
    (found,) = told(project, year="2025-26")
    assert found == (
        "data/budgets/2025-26.yml:12:37: carried_in › actual: What is carried in from `2024-25` "
        "is not what that "
        "budget carries forward, at data/budgets/2024-25.yml:16. Correct whichever of the two is wrong. "
        "[budget-carried-differs]"
    )


@pytest.mark.parametrize("hidden", ["carried_out", "carried_in"])
def test_what_is_carried_over_is_withheld_in_both_years_or_in_none(project: Path, hidden: str) -> None:
    """An amount that one year withholds and the other shows is no secret."""
    told(project)
    later = "title: Next\nyear: 2025-26\nfollows: 2024-25\ncarried_in: {planned: 950, actual: 900.50}\n"
    files = {"2024-25": (project / FILE).read_text(), "2025-26": later}
    year = {"carried_out": "2024-25", "carried_in": "2025-26"}[hidden]
    reason = f"{hidden}: {{withhold: {{reason: commercial}}, "
    for name, text in files.items():
        shown = text.replace(f"{hidden}: {{", reason) if name == year else text
        (project / f"data/budgets/{name}.yml").write_text(shown)
    found = [each for each in load(project).problems if each.code == "withheld-amount-told"]
    assert [(each.place.file, each.place.field) for each in found if "actual" in each.place.field] == [
        (f"data/budgets/{year}.yml", (hidden, "actual"))
    ]


def test_an_estimate_may_differ(project: Path) -> None:
    """What was planned before the year was over is doubted only."""
    told(project)
    path = project / "data/budgets/2025-26.yml"
    path.write_text("title: Next\nyear: 2025-26\nfollows: 2024-25\ncarried_in: {planned: 950}\n")
    found = load(project).problems
    assert [(each.code, each.severity.value) for each in found] == [("budget-carried-estimated", "warning")]
    path.write_text("title: Next\nyear: 2025-26\ncarried_in: {planned: 950, actual: 900.50}\n")
    assert [str(each) for each in load(project).problems] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("reserve: {target: -5}\n", ["[amount-negative]"]),
        ("in_kind:\n  - {contributor: council, description: Rooms, actual: -5}\n", ["[amount-negative]"]),
        ("reserve: {closing: -5}\n", []),
    ],
)
def test_amounts_below_nothing(project: Path, text: str, expected: list[str]) -> None:
    """Nobody gives less than nothing, but an account can be overdrawn."""
    assert codes(told(project, text)) == expected


def test_a_refund_makes_spending_less(project: Path) -> None:
    """Spending may come to less than nothing; nobody plans that."""
    path = project / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_text("title: B\nyear: 2024-25\nspending:\n  - {heading: A, planned: -1, actual: -1}\n")
    assert [each.place.field for each in load(project).problems] == [("spending", "1", "planned")]


@pytest.mark.parametrize(
    ("contributor", "description", "expected"),
    [("council", "rooms", 1), ("council", "Advice", 0), ("police", "Rooms", 0)],
)
def test_a_contributor_twice(project: Path, contributor: str, description: str, expected: int) -> None:
    """The same contributor may give for several purposes, each once."""
    first = "  - {contributor: council, description: Rooms}\n"
    second = f"  - {{contributor: {contributor}, description: {description}}}\n"
    assert codes(told(project, f"in_kind:\n{first}{second}")) == ["[contributor-twice]"] * expected


@pytest.mark.parametrize("amount", ["£500", "about 500", "1.000,00", "5k"])
def test_words_where_an_amount_belongs(project: Path, amount: str) -> None:
    """Signs and words are refused in plain words, without quoting them."""
    (found,) = told(project, f"reserve: {{target: '{amount}'}}\n")
    assert found.endswith(
        "Write an amount without the sign of the money: `12500` or `12,500.50`. [wrong-form]"
    )
