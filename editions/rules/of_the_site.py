"""Whether the site itself is as it has to be: accessible, and open about what is withheld."""

from __future__ import annotations

from collections.abc import Iterator

from editions.datasets import Dataset
from editions.kinds.meetings import PublicMeeting
from editions.kinds.partnerships import PublicPartnership
from editions.kinds.policies import PublicPolicy
from editions.rules.days import days_after, is_over, months_after
from editions.rules.rule import Finding, Named, Rule, State, named

PARTNERSHIP = Named("partnership", "partnership")
POLICY = Named("policy", "policy")
LATE = 28
"""Days from a meeting to its minutes, if a rule does not say."""


def accessible(dataset: Dataset, _: Rule, today: str) -> Iterator[Finding]:
    """Yield whether the accessibility statement says that the standard is met in full."""
    told = next((each.accessibility for each in dataset.records(PublicPartnership)), None)
    if told is None:
        yield Finding("cannot-tell", today, PARTNERSHIP, lacks=("accessibility",))
        return
    state: State = {"full": "met", "partial": "due"}.get(told.status, "missing")  # type: ignore[assignment]  # a closed list
    ends = [each.mended_by for each in told.problems if each.mended_by]
    yield Finding(state, today, PARTNERSHIP, (PARTNERSHIP,), by=max(ends, default=""))


def statement(dataset: Dataset, rule: Rule, today: str) -> Iterator[Finding]:
    """Yield whether there is an accessibility statement that was looked at within `limit` months."""
    told = next((each.accessibility for each in dataset.records(PublicPartnership)), None)
    if told is None:
        yield Finding("missing", today, PARTNERSHIP, lacks=("accessibility",))
        return
    last = told.review or months_after(told.reviewed or told.prepared, rule.limit or 12)
    yield Finding("due" if is_over(last, today) else "met", today, PARTNERSHIP, (PARTNERSHIP,), by=last)


def reasons(dataset: Dataset, _: Rule, today: str) -> Iterator[Finding]:
    """Yield whether each reason for withholding says on what it rests, and why that serves the public."""
    for policy in dataset.records(PublicPolicy):
        lacks = tuple(
            name for name in ("basis", "interest") if not all(getattr(each, name) for each in policy.reasons)
        )
        yield Finding("missing" if lacks else "met", today, POLICY, (POLICY,), lacks)


def second_person(dataset: Dataset, _: Rule, today: str) -> Iterator[Finding]:
    """Yield whether a second person looked at the newest edition of each meeting."""
    entries = [each for each in dataset.of(PublicMeeting) if each.record is not None and each.issues]
    without = tuple(Named("meetings", each.id) for each in entries if not each.issues[-1].checked_by)
    if entries:
        lacks = ("checked_by",) if without else ()
        yield Finding("missing" if without else "met", today, None, without or (POLICY,), lacks)


def minutes_in_time(dataset: Dataset, rule: Rule, today: str) -> Iterator[Finding]:
    """Yield whether the minutes of each meeting that was held are here `limit` days after it."""
    for meeting in dataset.records(PublicMeeting):
        held = meeting.until or meeting.date
        is_minutes = meeting.status not in {"planned", "agenda"}
        none_come = meeting.happened in {"cancelled", "abandoned", "postponed"} or meeting.missing
        if len(held) < len("2026-01-01") or held > today or none_come:
            continue
        last = days_after(held, rule.limit or LATE)
        state: State = "met" if is_minutes else "due" if today <= last else "missing"
        about = named("meetings", meeting)
        yield Finding(state, held, about, (about,), by=last, is_newest=not is_minutes)


def by_the_software(_: Dataset, __: Rule, today: str) -> Iterator[Finding]:
    """Yield that the software sees to it whenever it makes the site."""
    yield Finding("met", today, None, (POLICY,))


def by_hand(_: Dataset, __: Rule, today: str) -> Iterator[Finding]:
    """Yield that no software can tell, so that somebody has to look."""
    yield Finding("cannot-tell", today)
