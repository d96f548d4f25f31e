"""Reminders of handovers and appointments: when they begin, and when they end."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from records.loading import Records
from redaction.reminders import appointments_due, handovers_due, held_ahead
from redaction.searching.decided import expired
from tests.redaction.in_memory import POLICY, records_of


def group(**more: Any) -> Records:
    return records_of({("groups", "learning"): {"name": "Learning", "kind": "forum", **more}})


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2026-03-01", None),
        ("2026-03-02", "handover-near"),
        ("2026-04-01", "handover-near"),
        ("2026-04-02", "handover-over"),
    ],
)
def test_a_handover_is_told_a_month_before_and_until_the_record_says_it_is_done(
    day: str, code: str | None
) -> None:
    """On its day it is still ahead; afterwards the record is behind."""
    found = handovers_due(group(next_handover="2026-04-01"), date.fromisoformat(day))
    assert [each.code for each in found] == ([code] if code else [])


def test_a_month_of_a_handover_lasts_to_its_end() -> None:
    """Where only the month is known it is over with the month."""
    known = group(next_handover="2026-04")
    codes = [
        [each.code for each in handovers_due(known, date(2026, month, day))]
        for month, day in ((2, 20), (3, 10), (4, 30), (5, 1))
    ]
    assert codes == [[], ["handover-near"], ["handover-near"], ["handover-over"]]


def test_a_group_that_ended_has_no_handover() -> None:
    """Nor has anybody in it an appointment."""
    seats = [{"name": "A", "appointed_until": "2026-04-01"}]
    ended = group(next_handover="2026-04-01", ended="2026-03-31", members=seats)
    assert [*handovers_due(ended, date(2026, 5, 1)), *appointments_due(ended, date(2026, 5, 1))] == []


def test_an_appointment_is_told_before_it_ends_and_after() -> None:
    """Not one of somebody who has left."""
    known = group(
        members=[
            {"name": "A", "appointed_until": "2026-04-01"},
            {"name": "B", "appointed_until": "2026-04-01", "until": "2026-02-01"},
            {"name": "C"},
        ]
    )
    codes = [
        [each.code for each in appointments_due(known, date(2026, month, day))]
        for month, day in ((3, 1), (3, 2), (4, 2))
    ]
    assert codes == [[], ["appointment-near"], ["appointment-over"]]


@pytest.mark.parametrize(
    ("until", "day", "codes"),
    [
        ("2026-03-01", "2026-03-01", []),
        ("2026-03-01", "2026-03-02", ["decision-expired"]),
        (None, "2026-03-02", []),
    ],
)
def test_words_that_the_policy_allows_are_looked_at_again_after_their_day(
    until: str | None, day: str, codes: list[str]
) -> None:
    """On its day a decision still holds."""
    allowed = {"words": "Quince", "reason": "A street.", "role": "Manager"} | (
        {"until": until} if until else {}
    )
    records = records_of({("policy", "policy"): {**POLICY, "allow": [allowed]}})
    assert [each.code for each in expired(records, date.fromisoformat(day))] == codes


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"date": "2026-03-13"}, True),
        ({"date": "2026-04"}, True),
        ({"date": "2026-03-12"}, False),
        ({"date": "2026-03"}, False),
        ({"date": "2026-03-13", "status": "agenda"}, False),
        ({"date": "2026-03-13", "happened": "cancelled"}, False),
    ],
)
def test_minutes_of_a_day_that_is_still_to_come_are_told(written: dict[str, str], *, told: bool) -> None:
    """A mistyped year would publish them under a day of the future, among the meetings that were held."""
    meeting = {"title": "Executive", "group": "executive", "status": "draft", **written}
    group = {"name": "Executive", "kind": "executive"}

    found = held_ahead(
        records_of({("groups", "executive"): group, ("meetings", "m"): meeting}), date(2026, 3, 12)
    )

    assert [each.code for each in found] == (["held-ahead"] if told else [])
