"""How far each meeting has come, when its minutes were published, and what is late."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest

from editions.datasets import Dataset, Entry, Issue
from editions.fields import PublicRecord
from macros.all_macros import macros_for
from macros.open_data.data_packages import table_files
from macros.open_data.sources import source_of
from macros.views.lookups import look_up
from macros.views.promptness import Timing, late_meetings, timings, years
from tests.macros.samples_time import PROMISE, holding, meeting

LATE = (
    meeting("2026-01-15", ("2026-01-08", "agenda"), ("2026-02-10", "draft"), ("2026-03-20", "approved")),
    meeting("2026-03-12", ("2026-03-02", "agenda")),
    meeting("2026-05-14", ("2026-04-20", "planned")),
)
"""One whose minutes were in time, one whose minutes are not there, one to come."""


def timed(*meetings: Entry[PublicRecord], today: str = "2026-05-01", promise: Any = PROMISE) -> list[Timing]:
    return list(timings(look_up(holding(*meetings, today=today, promise=promise))))


def dues(timing: Timing) -> list[tuple[str, str, str | None, int]]:
    return [(each.what, each.by, each.done, each.late_by) for each in timing.dues]


def words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", text))


def rows(dataset: Dataset, name: str) -> list[dict[str, str]]:
    raw = table_files(source_of(dataset, "https://larkmere.example"))[name]
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))


@pytest.mark.parametrize(
    ("date", "steps", "stage"),
    [
        ("2026-05-14", (("2026-04-20", "planned"),), "announced"),
        ("2026-05-14", (("2026-04-20", "planned"), ("2026-04-30", "agenda")), "agenda"),
        ("2026-05-01", (("2026-04-20", "agenda"),), "agenda"),
        ("2026-04-16", (("2026-04-10", "agenda"),), "held"),
        ("2026-04-16", (("2026-04-10", "agenda"), ("2026-04-30", "circulated")), "draft"),
        ("2026-04-16", (("2026-04-20", "draft"), ("2026-04-30", "approved")), "approved"),
        ("2026-04-16", (("2026-04-20", "corrected"),), "approved"),
        ("2026-04-16", (("2026-04-20", "final"),), "published"),
    ],
)
def test_how_far_a_meeting_has_come(date: str, steps: tuple[tuple[str, str], ...], stage: str) -> None:
    """The newest edition says it, and the day that stands for today."""
    (found,) = timed(meeting(date, *steps))
    assert found.stage == stage


def test_the_first_edition_with_minutes_counts() -> None:
    """A later correction or approval does not make them later, nor the agenda before make them sooner."""
    found = timed(*LATE)[-1]
    assert (found.minutes, found.days, found.counted, found.approved_minutes) == (
        "2026-02-10",
        26,
        18,
        "2026-03-20",
    )


def test_minutes_that_were_published_elsewhere_first_count_from_there() -> None:
    """The day on record is that of the minutes, if it lies between the meeting and the first edition."""
    steps = ("2026-03-30", "draft")
    days = [
        timed(meeting("2026-03-12", steps, first_published=day))[0].minutes
        for day in ("2026-03-20", "2026-03", "2026-02-01", "2026-04-02")
    ]
    assert days == ["2026-03-20", "2026-03-30", "2026-03-30", "2026-03-30"]


def test_an_edition_that_was_taken_out_counts_as_minutes_if_it_came_after_the_meeting() -> None:
    """Nothing says how far it had come, and minutes that were there are not called late."""
    for day, expected in (("2026-03-20", "2026-03-20"), ("2026-03-01", "2026-04-09")):
        issues = (
            Issue(number=1, date=day, note="First.", state="removed"),
            Issue(number=2, date="2026-04-09", note="A name less.", status="approved"),
        )
        known = meeting("2026-03-12", ("2026-04-09", "approved"))
        (found,) = timed(Entry(known.id, known.record, issues))
        assert found.minutes == expected


def test_what_is_promised_and_what_came_of_it() -> None:
    """Kept, late and not yet due; counted in working days, without the day on which nobody works."""
    coming, late, kept = timed(*LATE)
    assert dues(kept) == [
        ("minutes", "2026-02-12", "2026-02-10", 0),
        ("approved", "2026-03-26", "2026-03-20", 0),
    ]
    assert dues(late) == [("minutes", "2026-04-09", None, 16)]
    assert dues(coming) == [("agenda", "2026-05-07", None, 0), ("minutes", "2026-06-11", None, 0)]


def test_the_day_of_the_approval_counts_where_it_is_on_record() -> None:
    """By a meeting on record, or by a day; else the next meeting of the group that took place."""
    steps = (("2026-01-20", "draft"),)
    after = meeting("2026-03-12", ("2026-03-13", "draft"))
    found = {
        name: timed(meeting("2026-01-15", *steps, **more), after)[-1].dues[-1].by
        for name, more in {
            "meeting": {"approved": "2026-03-12-executive"},
            "day": {"approved_on": "2026-02-02"},
            "month": {"approved_on": "2026-02"},
            "none": {},
        }.items()
    }
    assert found == {
        "meeting": "2026-03-26",
        "day": "2026-02-16",
        "month": "2026-03-26",
        "none": "2026-03-26",
    }


@pytest.mark.parametrize("more", [{"happened": "cancelled"}, {"kind": "by-email"}])
def test_a_meeting_that_could_not_approve_starts_no_promise(more: dict[str, str]) -> None:
    """Minutes wait for the next meeting that takes place and deals with minutes."""
    first = meeting("2026-01-15", ("2026-01-20", "draft"))
    found = timed(first, meeting("2026-03-12", ("2026-03-13", "planned"), **more))
    assert [each.what for each in found[-1].dues] == ["minutes"]


@pytest.mark.parametrize(
    "more",
    [
        {"happened": "cancelled"},
        {"happened": "postponed"},
        {"missing": "The recording was lost"},
        {"withheld": {"reason": "personal", "what": "whole"}},
    ],
)
def test_what_is_never_late(more: dict[str, Any]) -> None:
    """A meeting that did not take place, has no minutes for a reason that is told, or is withheld."""
    assert timed(meeting("2026-03-12", ("2026-03-01", "planned"), **more)) == []


def test_a_month_alone_is_no_day() -> None:
    """Nothing is reckoned from a meeting of which only the month is known."""
    plain = meeting("2026-03-12", ("2026-03-01", "planned")).record
    assert plain is not None
    month = plain.model_copy(update={"date": "2026-03"})
    assert timed(Entry(month.id, month, ())) == []


def test_without_a_promise_nothing_is_late() -> None:
    """Nor is what was held before the promise began."""
    assert [each.dues for each in timed(*LATE, promise=None)] == [(), (), ()]
    later = timed(*LATE, promise=PROMISE | {"since": "2026-03-13"})
    assert [bool(each.dues) for each in later] == [True, False, False]


def test_a_late_meeting_says_so_on_its_page_and_in_the_lists() -> None:
    """In public, in plain words, with the day; nowhere else, and never without a promise."""
    note = "The minutes were to be published by 9 April 2026."
    for promise, expected in ((PROMISE, True), (None, False)):
        dataset = holding(*LATE, today="2026-05-01", promise=promise)
        macros = macros_for(dataset)
        assert (note in words(macros["meeting"]("2026-03-12-executive"))) == expected
        assert (note in words(macros["promptness"]())) == expected
        assert ("Agenda late" in words(macros["meetings"]())) == expected
        assert note not in words(macros["meeting"]("2026-01-15-executive"))
        assert set(late_meetings(look_up(dataset))) == ({"2026-03-12-executive"} if expected else set())


def test_a_document_to_keep_does_not_say_that_it_is_late() -> None:
    """It stays as it is when the minutes are published."""
    paper = macros_for(holding(*LATE, today="2026-05-01"), on_paper=True)
    assert "were to be published" not in paper["meeting"]("2026-03-12-executive")


def test_years_are_reckoned_from_the_meetings() -> None:
    """How many have minutes, what half of them took, the longest, and how many came too late."""
    found = years(
        tuple(
            timed(
                meeting("2026-01-15", ("2026-01-22", "draft")),
                meeting("2026-02-12", ("2026-03-26", "draft")),
                meeting("2026-03-12", ("2026-03-17", "draft")),
                meeting("2025-11-13", ("2025-12-11", "approved")),
                promise=PROMISE | {"counted": "calendar-days", "closed": []},
            )
        )
    )
    assert [(each.year, each.meetings, each.middle, each.longest, each.late) for each in found] == [
        ("2026", 3, 7, 42, 1),
        ("2025", 1, 28, 28, 0),
    ]


def test_the_table_is_what_the_page_says() -> None:
    """Each row of the file can be recomputed from the editions, which are public."""
    dataset = holding(*LATE, today="2026-05-01")
    found = {each["meeting"]: each for each in rows(dataset, "promptness.csv")}
    names = ("stage", "minutes_published", "days", "minutes_due", "minutes_late_by", "approved_published")
    assert {key: [row[name] for name in names] for key, row in found.items()} == {
        "2026-01-15-executive": ["approved", "2026-02-10", "26", "2026-02-12", "0", "2026-03-20"],
        "2026-03-12-executive": ["held", "", "", "2026-04-09", "16", ""],
        "2026-05-14-executive": ["announced", "", "", "2026-06-11", "0", ""],
    }


def test_the_chart_has_a_bar_for_each_meeting_with_minutes() -> None:
    """The table beside it says the same in words; with one meeting there is no chart."""
    two = (*LATE, meeting("2026-02-12", ("2026-03-26", "draft")))
    text = macros_for(holding(*two, today="2026-05-01"))["promptness_chart"]()
    drawn = text.split('class="chart-picture"')[1]
    assert (drawn.count('<rect class="full"'), drawn.count('<rect class="crossed"')) == (1, 1)
    assert "26 March 2026 30 working days" in words(text)
    assert "Promised: 20 working days" in words(text)
    few = macros_for(holding(*LATE, today="2026-05-01"))["promptness_chart"]()
    assert "There are too few meetings for a picture." in words(few)


def test_the_promise_stands_on_the_page_and_with_the_policy() -> None:
    """In words, with how days are counted and on which days nobody works."""
    macros = macros_for(holding(*LATE, today="2026-05-01"))
    for name in ("promptness", "withheld"):
        text = words(macros[name]())
        assert "minutes, in draft or approved, within 20 working days after the meeting" in text
        assert "Monday to Friday, and nobody works on 4 May 2026." in text
        assert "The promise holds for meetings since 1 January 2026." in text


def test_the_list_of_meetings_leads_to_the_page() -> None:
    """One click from the meetings."""
    assert 'href="/promptness/"' in macros_for(holding(*LATE, today="2026-05-01"))["meetings"]()
