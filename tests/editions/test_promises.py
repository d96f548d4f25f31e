"""By which day something is promised, and how many days late it is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.parts.promises import PublicPromptness, day_after, day_of, days_between

CALENDAR = PublicPromptness(draft_days=20)
WORKING = PublicPromptness(draft_days=20, counted="working-days", closed=("2026-05-04",))
"""4 May 2026 is a Monday."""

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31)).map(date.isoformat)


@pytest.mark.parametrize(
    ("promise", "start", "days", "expected"),
    [
        (CALENDAR, "2026-03-12", 20, "2026-04-01"),
        (CALENDAR, "2026-03-12", -5, "2026-03-07"),
        (WORKING, "2026-04-30", 1, "2026-05-01"),
        (WORKING, "2026-05-01", 1, "2026-05-05"),
        (WORKING, "2026-05-02", 1, "2026-05-05"),
        (WORKING, "2026-05-05", -1, "2026-05-01"),
        (WORKING, "2026-03-12", 20, "2026-04-09"),
        (CALENDAR, "2026-03", 20, None),
        (CALENDAR, "2026-02-30", 20, None),
        (CALENDAR, "9999-12-31", 1, None),
    ],
)
def test_the_day_of_a_promise(promise: PublicPromptness, start: str, days: int, expected: str | None) -> None:
    """The day it starts from is not counted; weekends and closed days are not, where working days are."""
    assert day_after(promise, start, days) == expected


@pytest.mark.parametrize(
    ("promise", "first", "last", "expected"),
    [
        (None, "2026-03-12", "2026-03-31", 19),
        (CALENDAR, "2026-03-31", "2026-03-12", -19),
        (WORKING, "2026-05-01", "2026-05-04", 0),
        (WORKING, "2026-05-01", "2026-05-08", 4),
        (WORKING, "2026-05-08", "2026-05-01", -4),
        (CALENDAR, "2026-05", "2026-05-01", None),
    ],
)
def test_the_days_between(
    promise: PublicPromptness | None, first: str, last: str, expected: int | None
) -> None:
    """They are counted as the promise counts them; without one, as the calendar does."""
    assert days_between(promise, first, last) == expected


@given(start=DAYS, days=st.integers(1, 120), promise=st.sampled_from([CALENDAR, WORKING]))
def test_counting_agrees_with_adding(start: str, days: int, promise: PublicPromptness) -> None:
    """So many days after a day there are just so many days between, and the last of them counts itself."""
    end = day_after(promise, start, days)
    assert end is not None
    assert days_between(promise, start, end) == days
    before = (date.fromisoformat(end) - timedelta(days=1)).isoformat()
    assert days_between(promise, start, before) == days - 1


@pytest.mark.parametrize("text", [None, "", "2026", "2026-03", "w7001x", "2026-13-01", "20260312"])
def test_what_is_no_whole_day(text: str | None) -> None:
    """A month, a year and nonsense are no day, and nothing is reckoned from them."""
    assert day_of(text) is None
