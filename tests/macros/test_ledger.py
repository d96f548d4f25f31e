"""The ledger tells of each action its whole story, on any day, and its counts add up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.language.words import ACTIONS
from macros.views.ledger import ALL, CLOSED, ENDED, OPEN, OVERDUE, WITHHELD, Ledger, Story, ledger
from macros.views.lookups import look_up
from tests.macros.samples_actions import FORM, JANUARY, LEAFLET, MARCH, MAY, TEST, dataset, meeting

TODAY = "2026-06-01"
PAGE, QUIET = f"{MARCH}/page", f"{JANUARY}/quiet"


def on(day: str | None = None, *meetings: dict[str, Any]) -> Ledger:
    """Return the ledger of a day."""
    return ledger(look_up(dataset(*meetings)), day)


def story(name: str = FORM, day: str | None = None, *meetings: dict[str, Any]) -> Story:
    return on(day, *meetings).stories[name]


def names(stories: list[Story]) -> set[str]:
    return {each.name for each in stories}


def course(*updates: dict[str, Any], **action: Any) -> Story:
    """Return the story of an action of January with these updates, one a month from February."""
    plain = {"id": "form", "text": "Merge the forms.", "status": "open"} | action
    later = [
        meeting(f"2026-{month:02}-10-executive", updates=[{"action": FORM} | each])
        for month, each in enumerate(updates, 2)
    ]
    return story(FORM, None, meeting(JANUARY, actions=[plain]), *later)


def test_today_is_the_day_of_the_newest_edition() -> None:
    """A page never depends on the clock."""
    assert (on().day, on("2026-02-01").day) == (TODAY, "2026-02-01")


def test_an_action_is_one_from_birth_to_closure() -> None:
    """Wherever it is reported on, its story is in one place, in order."""
    found = story()
    assert [(each.meeting.id, each.update.status) for each in found.news] == [
        (MARCH, "carried-over"),
        (MAY, "overdue"),
    ]
    assert (found.standing, found.state, found.is_overdue) == (OPEN, "overdue", True)
    assert (found.carried, found.age, found.closed_on) == (2, 137, None)


@pytest.mark.parametrize(
    ("day", "due", "late"),
    [
        ("2026-02-28", "2026-02-28", False),
        ("2026-03-01", "2026-02-28", True),
        ("2026-03-12", "2026-04-30", False),
        ("2026-04-30", "2026-04-30", False),
        ("2026-05-01", "2026-04-30", True),
    ],
)
def test_an_action_is_overdue_when_its_newest_date_is_over(day: str, due: str, *, late: bool) -> None:
    """The date of March counts from the meeting of March on."""
    found = story(FORM, day)
    assert (found.due, found.is_overdue) == (due, late)


@pytest.mark.parametrize(
    ("due", "day", "late"),
    [("2026-05", "2026-05-31", False), ("2026-05", "2026-06-01", True), ("2026", "2026-12-31", False)],
)
def test_a_month_and_a_year_last_to_their_end(due: str, day: str, *, late: bool) -> None:
    """Nobody is late before the last day."""
    plain = meeting(JANUARY, actions=[{"id": "form", "text": "Merge.", "due": due, "status": "open"}])
    assert story(FORM, day, plain).is_overdue == late


def test_what_minutes_call_overdue_is_overdue_without_a_date() -> None:
    """Unless they give a new date with it."""
    assert course({"status": "overdue"}).is_overdue
    assert not course({"status": "overdue", "due": "2026-12-31"}).is_overdue
    assert not course({"status": "overdue"}, {"status": "in-progress"}).is_overdue


def test_an_action_stands_as_on_the_day_that_is_asked() -> None:
    """What was reported later does not count, and what was agreed later is not there."""
    assert names(on("2026-01-14").of()) == set()
    assert names(on("2026-01-15").of(OPEN)) == {FORM, TEST, LEAFLET}
    assert names(on("2026-02-02").of(CLOSED)) == {TEST}
    assert names(on("2026-03-12").of(CLOSED)) == {TEST, LEAFLET}
    assert names(on().of(CLOSED)) == {LEAFLET}
    assert PAGE not in on("2026-03-11").stories


def test_an_action_that_is_opened_again_is_open() -> None:
    """It was done on a day of its own, and keeps both in its story."""
    done, again = story(TEST, "2026-03-12"), story(TEST)
    assert (done.standing, done.closed_on, done.age) == (CLOSED, "2026-02-02", 18)
    assert (again.standing, again.closed_on, again.reopened, again.carried) == (OPEN, None, 1, 0)
    assert (
        course({"status": "closed"}, {"status": "reopened"}, {"status": "closed"}).closed_on == "2026-04-10"
    )


def test_one_action_takes_the_place_of_another() -> None:
    """Each says so of the other, as long as it holds."""
    assert (story(LEAFLET).superseded_by, story(PAGE).supersedes) == (PAGE, (LEAFLET,))
    earlier = on("2026-03-11").stories[LEAFLET]
    assert (earlier.superseded_by, earlier.standing) == (None, OPEN)
    again = course({"status": "superseded", "superseded_by": PAGE}, {"status": "reopened"})
    assert again.superseded_by is None


def test_what_is_done_and_then_closed_was_closed_when_it_was_done() -> None:
    """The first report after which nobody opened it again."""
    found = course({"status": "in-progress"}, {"status": "done"}, {"status": "closed"})
    assert found.closed_by is not None
    assert (found.closed_on, found.closed_by.update.status) == ("2026-03-10", "done")
    at_once = course({"status": "closed"}, status="done")
    assert (at_once.closed_on, at_once.closed_by, at_once.age) == ("2026-01-15", None, 0)


def test_no_news_changes_nothing() -> None:
    """A meeting that hears of an action and nothing new leaves it as it was, and carries it over."""
    assert (story(PAGE).state, story(PAGE).carried) == ("open", 1)
    closed = course({"status": "closed"}, {"status": "no-update"})
    assert (closed.standing, closed.closed_on) == (CLOSED, "2026-02-10")


def test_an_older_action_counts_from_when_it_was_agreed() -> None:
    """A month counts from its first day."""
    assert story(PAGE, "2026-03-12").age == (date(2026, 3, 12) - date(2025, 11, 1)).days


def test_news_of_what_is_older_than_the_records_stands_apart() -> None:
    """It is no action of the ledger, and is counted nowhere."""
    assert [each.update.about for each in on().older] == ["Page 3 of the minutes of 2024"]
    assert on("2026-03-11").older == ()


def test_a_withheld_action_is_neither_open_nor_closed() -> None:
    """It is among all, so that the register is whole, until public news says how it stands."""
    found = story(QUIET)
    assert (found.standing, found.is_overdue) == (WITHHELD, False)
    assert names(on().of()) - names(on().of(OPEN)) - names(on().of(CLOSED)) == {QUIET}
    told = course({"status": "done"}, status=None, text="", withheld={"reason": "personal"})
    assert told.standing == CLOSED
    field = {"withheld_fields": [{"field": "status", "reason": "personal"}]}
    assert course(status=None, **field).standing == WITHHELD
    assert course(status=None).standing == OPEN


def test_groups_and_agencies_are_those_of_the_minutes_and_the_owners() -> None:
    """A group has what it agreed and what was given to it; a person and a post stand for their agency."""
    assert story(FORM).groups == ("executive", "learning")
    assert story(FORM).agencies == ("council",)
    assert (story(TEST).agencies, story(LEAFLET).agencies) == ((ALL,), ("police",))
    assert names(on().of(group="learning")) == {FORM}
    assert names(on().of(agency="police")) == {LEAFLET}
    assert names(on().of(OPEN, agency="police")) == set()


def test_a_new_owner_takes_over_from_the_report_on() -> None:
    """Where an update names owners, they are those who have it now."""
    body = {"kind": "organization", "id": "police", "name": "Larkmere Police"}
    found = course({"status": "in-progress", "owners": [{"who": body}]})
    assert found.agencies == ("police",)


def test_the_newest_meeting_comes_first() -> None:
    """In each list, and in the order of the document within a meeting."""
    assert [each.name for each in on().of()] == [PAGE, FORM, TEST, LEAFLET, QUIET]


def test_every_state_is_open_or_ended() -> None:
    """A new word of the format is put on one side on purpose."""
    assert set(ACTIONS) - ENDED == {
        "open", "in-progress", "overdue", "carried-over", "reopened", "no-update",
    }  # fmt: skip


STATES = st.sampled_from(sorted(ACTIONS))
UPDATES = st.lists(
    st.tuples(
        st.integers(0, 3), STATES, st.integers(0, 300), st.sampled_from([None, "2026-04", "2026-06-30"])
    ),
    max_size=12,
)


@given(UPDATES, st.integers(0, 330))
def test_open_and_closed_are_all_on_every_day(
    updates: list[tuple[int, str, int, str | None]], day: int
) -> None:
    """Whatever is reported, each action is counted once, and what is overdue is open."""
    first = date(2026, 1, 15)
    plain = [{"id": f"a{number}", "text": "Do it.", "status": "open"} for number in range(4)]
    days: dict[str, list[dict[str, Any]]] = {}
    for number, status, after, due in updates:
        told = {"action": f"{JANUARY}/a{number}", "status": status, "due": due}
        days.setdefault((first + timedelta(after)).isoformat(), []).append(told)
    later = [meeting(f"{when}-learning", updates=found) for when, found in days.items()]
    wanted = (first + timedelta(day)).isoformat()
    found = on(wanted, meeting(JANUARY, actions=plain), *later)
    open_, closed = found.of(OPEN), found.of(CLOSED)
    assert len(open_) + len(closed) == len(found.stories) == 4
    assert names(found.of(OVERDUE)) <= names(open_)
    for each in found.stories.values():
        assert (each.closed_on is not None) == (each.standing == CLOSED)
        assert each.carried + each.reopened <= len(each.news)
        assert 0 <= each.age <= day


def test_may_is_the_last_meeting_of_the_samples() -> None:
    """The other tests rest on it."""
    assert max(each.meeting.id for found in on().stories.values() for each in found.news) == MAY
