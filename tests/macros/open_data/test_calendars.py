"""Calendars, read back with the package that reads everybody's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar, Timezone

from editions.datasets import Dataset, Issue
from macros.open_data.calendars import calendar_files
from tests.macros.open_data.small import ADDRESS, CANCELLED, DAYS, HOSTILE, JULY, MARCH, MONTH, source, titled
from tests.macros.samples import entry, sample

BOARD = "board."


def events(dataset: Dataset | None = None, name: str = "calendar.ics") -> dict[str, Any]:
    """Return the events of a calendar by their names, without what stands in all."""
    found = Calendar.from_ical(calendar_files(source(dataset))[name]).walk("VEVENT")
    assert len({each["UID"] for each in found}) == len(found)
    return {str(each["UID"]).removeprefix(BOARD).removesuffix("@larkmere.example"): each for each in found}


def of(*meetings: dict[str, Any]) -> Dataset:
    """Return a dataset of meetings, known on a day in May."""
    first = Issue(number=1, date="2026-05-01", note="First published.")
    return Dataset({"meetings": tuple(entry("meetings", each, first) for each in meetings)})


def test_the_calendar_is_as_it_was(golden: Callable[[Path | str, str], str]) -> None:
    """Whatever changes in the calendar is seen in the difference of this file."""
    actual = calendar_files(source())["calendar.ics"].decode().replace("\r\n", "\n")
    assert actual == golden("calendar.ics", actual)


@pytest.mark.parametrize(
    ("meeting", "in_greenwich"),
    [("2026-03-12-executive", 14), ("2026-07-09-executive", 13), ("2026-11-12-executive", 14)],
)
def test_a_meeting_is_at_the_same_hour_in_winter_and_summer(meeting: str, in_greenwich: int) -> None:
    """Two in the afternoon is two in the afternoon, on both sides of the change of the clocks."""
    event = events()[meeting]
    assert event.start.astimezone(UTC).hour == in_greenwich
    assert event.end - event.start == timedelta(hours=2, minutes=10)
    assert event["DTSTART"].params["TZID"] == "Europe/London"


def test_the_time_zone_stands_in_the_file_and_is_right() -> None:
    """A program that knows no time zones finds the rules, which give what the list of zones gives."""
    calendar = Calendar.from_ical(calendar_files(source())["calendar.ics"])
    (zone,) = calendar.walk("VTIMEZONE")
    assert isinstance(zone, Timezone)
    ours, theirs = zone.to_tz(lookup_tzid=False), Timezone.from_tzid("Europe/London").to_tz(lookup_tzid=False)
    moments = [
        *(
            f"{year}-{month:02}-{day}T12:00"
            for year in (2019, 2026, 2035)
            for month in range(1, 13)
            for day in ("01", "28")
        ),
        *("2026-03-29T00:30", "2026-03-29T03:00", "2026-10-25T00:30", "2026-10-25T03:00"),
    ]
    clocks = [datetime.fromisoformat(each) for each in moments]
    assert [ours.utcoffset(each) for each in clocks] == [theirs.utcoffset(each) for each in clocks]


def test_an_event_says_what_the_page_says() -> None:
    """Title, place, address, the edition as its version, and the day of the edition as its stamp."""
    event = events()["2026-03-12-executive"]
    assert event["SUMMARY"] == "Executive meeting"
    assert event["LOCATION"] == "Long Room, Larkmere Town Hall"
    assert event["URL"] == f"{ADDRESS}meetings/2026-03-12-executive/"
    assert event["STATUS"] == "CONFIRMED"
    assert event["SEQUENCE"] == 3
    stamp: datetime = event.DTSTAMP
    assert stamp == datetime(2026, 4, 20, tzinfo=UTC)
    assert str(event["DESCRIPTION"]).endswith(f"\n{ADDRESS}meetings/2026-03-12-executive/")


def test_a_new_edition_keeps_the_name_and_raises_the_number() -> None:
    """So a calendar program replaces the meeting instead of showing it twice."""
    later = Issue(number=2, date="2026-05-20", note="Moved.")
    moved = JULY | {"date": "2026-07-10"}
    before = of(JULY)
    after = Dataset({"meetings": (entry("meetings", moved, before.kinds["meetings"][0].issues[0], later),)})
    old, new = (events(each)["2026-07-09-executive"] for each in (before, after))
    assert (old["SEQUENCE"], new["SEQUENCE"]) == (1, 2)
    assert (old.start.date(), new.start.date()) == (date(2026, 7, 9), date(2026, 7, 10))


def test_a_meeting_without_a_day_lasts_its_month_and_is_not_settled() -> None:
    """No day is made up: the entry says in words that it is to be confirmed, and occupies nobody."""
    event = events()["2026-09-executive"]
    assert (event.start, event.end) == (date(2026, 9, 1), date(2026, 10, 1))
    assert (event["STATUS"], event["TRANSP"]) == ("TENTATIVE", "TRANSPARENT")
    assert event["SUMMARY"] == "Date to be confirmed: Executive meeting"
    assert "The day in September 2026 is not settled yet." in event["DESCRIPTION"]


def test_the_last_month_of_a_year_ends_with_the_year() -> None:
    """December is followed by the January of the next year."""
    event = events(of(MONTH | {"date": "2026-12"}))["2026-09-executive"]
    assert (event.start, event.end) == (date(2026, 12, 1), date(2027, 1, 1))


def test_words_about_a_date_make_it_tentative() -> None:
    """A day that is printed as not settled is marked so."""
    event = events(of(JULY | {"date_words": "9 July, to be confirmed"}))["2026-07-09-executive"]
    assert event["STATUS"] == "TENTATIVE"
    assert "9 July, to be confirmed" in event["DESCRIPTION"]


@pytest.mark.parametrize(("happened", "word"), [("cancelled", "Cancelled"), ("postponed", "Postponed")])
def test_a_cancelled_meeting_is_cancelled(happened: str, word: str) -> None:
    """Calendar programs strike it out, and the title says it for those that do not."""
    event = events(of(CANCELLED | {"happened": happened}))["2026-05-14-executive"]
    assert event["STATUS"] == "CANCELLED"
    assert event["SUMMARY"] == f"{word}: Executive meeting"


def test_a_withdrawn_meeting_is_cancelled_and_says_nothing_else() -> None:
    """Calendars that kept it take it out; its title is not told again."""
    event = events()["2025-11-06-executive"]
    assert (event["STATUS"], event["SUMMARY"], event["SEQUENCE"]) == ("CANCELLED", "Withdrawn", 2)
    assert event.start == date(2025, 11, 6)
    assert "LOCATION" not in event


def test_several_days_are_whole_days() -> None:
    """The end of a whole day is the next day, as calendars count."""
    event = events()["2026-10-01-days"]
    assert (event.start, event.end) == (date(2026, 10, 1), date(2026, 10, 3))
    assert DAYS["until"] == "2026-10-02"


def test_a_beginning_without_an_end_has_no_end() -> None:
    """How long a meeting lasts is not guessed."""
    event = events(of(JULY | {"time": "10:00"}))["2026-07-09-executive"]
    assert "DTEND" not in event
    assert event.start.hour == 10


def test_what_minutes_announce_is_tentative_until_it_is_on_record() -> None:
    """The minutes of March announce a meeting; once that has a record, it stands there once."""
    told = MARCH | {"next_meetings": [{"date": "2026-06-18", "time": "10:00", "place": "to be confirmed"}]}
    announced = events(of(told))["announced-2026-06-18-executive"]
    assert announced["STATUS"] == "TENTATIVE"
    assert announced.start.hour == 10
    on_record = JULY | {"id": "2026-06-18-executive", "date": "2026-06-18"}
    assert set(events(of(told, on_record))) == {"2026-03-12-executive", "2026-06-18-executive"}


def test_a_meeting_of_which_not_even_the_month_is_known_is_left_out() -> None:
    """An entry for a whole year helps nobody."""
    assert events(of(JULY | {"date": "2026"})) == {}
    assert events(of(MARCH | {"date": "2026-03"})) == {}


def test_a_group_has_its_own_meetings() -> None:
    """Also those that it holds with others, and none of another group."""
    own = events(name="groups/executive/calendar.ics")
    assert "2026-03-12-executive" in own
    assert "2026-10-01-days" not in own


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_breaks_a_calendar(title: str) -> None:
    """It comes back as it was, in the title, the place, and the name of the calendar."""
    line = " ".join(title.split())
    (event,) = events(titled(title)).values()
    assert event["SUMMARY"] == line
    assert event["LOCATION"] == line


@pytest.mark.parametrize("name", ["calendar.ics", "groups/executive/calendar.ics"])
def test_lines_are_short_and_end_as_they_should(name: str) -> None:
    """RFC 5545: at most 75 bytes a line, each ended by CR and LF."""
    raw = calendar_files(source(sample()))[name]
    lines = raw.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in raw.replace(b"\r\n", b"")
