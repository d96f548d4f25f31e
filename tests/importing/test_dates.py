"""Days and hours as minutes print them."""

from __future__ import annotations

import pytest

from records.importing.paragraphs.dates import days_in, hours_in, without_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Thursday 12th March 2026", ["2026-03-12"]),
        ("12 th of March, 2026", ["2026-03-12"]),
        ("March 12th, 2026", ["2026-03-12"]),
        ("2026-03-12 Executive", ["2026-03-12"]),
        ("13/03/2026 and 14.03.26", ["2026-03-13", "2026-03-14"]),
        ("December 2026 TBC", ["2026-12"]),
        ("no day at all, 12 of 30", []),
        ("31 June 2026", ["2026-06"]),
    ],
)
def test_a_day_is_read_in_every_form(text: str, days: list[str]) -> None:
    assert [found.day for found in days_in(text)] == days


def test_several_days_are_a_span() -> None:
    (first,) = days_in("30 April - 1 May 2026 Wharf House")
    assert (first.day, first.until) == ("2026-04-30", "2026-05-01")
    (second,) = days_in("26 and 27 March 2026")
    assert (second.day, second.until) == ("2026-03-26", "2026-03-27")


def test_what_contradicts_itself_is_marked() -> None:
    """A wrong weekday, a day and month that could be exchanged, and a day that no calendar has."""
    assert [found.wrong_weekday for found in days_in("Monday 12 March 2026")] == [True]
    assert [found.wrong_weekday for found in days_in("Thurs 12 March 2026")] == [False]
    assert [found.doubtful for found in days_in("03/04/2026 13/04/2026 04/04/2026")] == [True, False, False]
    assert [found.doubtful for found in days_in("30 February 2026")] == [True]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("3.30 \u2013 5pm", "15:30\u201317:00"),
        ("9.30am - 11.30am", "09:30\u201311:30"),
        ("10am to 12noon", "10:00\u201312:00"),
        ("10:15-12:30", "10:15\u201312:30"),
        ("11 - 1pm", "11:00\u201313:00"),
        ("from 2 \u2013 4 p.m.", "14:00\u201316:00"),
        ("at 12am", "00:00"),
        ("at 2.15", "14:15"),
        ("opened 7pm", "19:00"),
        ("1 to 7", ""),
        ("rooms 25:99", ""),
        ("5pm - 3pm", "17:00"),
    ],
)
def test_hours_are_read_on_the_24_hour_clock(text: str, hours: str) -> None:
    found = hours_in(text)
    assert (found[0] if found else "") == hours


def test_what_stands_around_a_day_is_left() -> None:
    pieces = [piece.strip(" ,") for piece in without_days("8 October 2026, 10am - 12noon, Room 4")]
    assert [piece for piece in pieces if piece] == ["Room 4"]
