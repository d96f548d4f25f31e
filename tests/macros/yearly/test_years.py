"""The reporting year: how it is written, from when to when it lasts, and what lies in it."""

from __future__ import annotations

import pytest

from macros.language.months import MONTHS
from macros.yearly.years import reporting_year, year_before, year_from


@pytest.mark.parametrize(
    ("words", "begins", "days"),
    [
        ("2025-26", "april", ("2025-04-01", "2026-03-31")),
        ("1999-00", "april", ("1999-04-01", "2000-03-31")),
        ("2025-26", "september", ("2025-09-01", "2026-08-31")),
        ("2023-24", "march", ("2023-03-01", "2024-02-29")),
        ("2025", "january", ("2025-01-01", "2025-12-31")),
    ],
)
def test_a_year_lasts_twelve_months(words: str, begins: str, days: tuple[str, str]) -> None:
    """A year begins on the first day of its month, and is written as the records write it."""
    year = reporting_year(words, begins)
    assert year is not None
    assert (year.first, year.last, year.words) == (*days, words)


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("2025", "april"),
        ("2025-26", "january"),
        ("2025-27", "april"),
        ("2025/26", "april"),
        ("25-26", "april"),
        ("", "april"),
        ("\u0662\u0660\u0662\u0665-26", "april"),
    ],
)
def test_a_year_that_is_written_otherwise_is_none(words: str, begins: str) -> None:
    """Nothing is guessed: a number alone is a year only where it begins in January."""
    assert reporting_year(words, begins) is None


@pytest.mark.parametrize("month", range(1, 13))
def test_years_follow_each_other_without_a_hole(month: int) -> None:
    """The day after the last day of a year is the first of the next, in whichever month it begins."""
    year = year_from(2025, month)
    earlier = year_before(year)
    assert reporting_year(year.words, MONTHS[month - 1]) == year
    assert (earlier.last < year.first, earlier.holds(year.first), year.holds(earlier.last)) == (
        True,
        False,
        False,
    )
    assert year.holds(year.first)
    assert year.holds(year.last)


def test_days_months_and_years_lie_in_it_as_far_as_they_are_known() -> None:
    """A month lies in the year that holds it; a year alone in that which begins in it."""
    year = year_from(2025, 4)
    found = [
        each
        for each in ("2025-03", "2025-04", "2026-03", "2026-04", "2025", "2026", "", None)
        if year.holds(each)
    ]
    assert found == ["2025-04", "2026-03", "2025"]


def test_times_overlap_it_also_without_an_end() -> None:
    """What began before and has not ended lies in it; what ended before or begins later does not."""
    year = year_from(2025, 4)
    times = [
        (None, None),
        ("2020", "2025-03-31"),
        ("2020", "2025-04"),
        ("2026-03-31", None),
        ("2026-04-01", None),
    ]
    assert [year.overlaps(*each) for each in times] == [True, False, True, True, False]
