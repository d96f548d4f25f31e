"""Taking down what the law says must be public is warned about, and never stopped."""

from __future__ import annotations

from datetime import date

import pytest

from editions.frozen import Edition
from editions.kinds import PUBLIC_KINDS
from editions.published import History, Published
from problems import Severity
from redaction.takedown.duties import duties
from redaction.takedown.withdrawing import Request


def published(*keys: tuple[str, str]) -> Published:
    """Return records first published on the first day of 2026, of which nothing else is known."""
    return Published({key: _history(*key) for key in keys}, frozenset(), ())


def _history(kind: str, record_id: str) -> History:
    first = Edition.model_construct(date="2026-01-01")
    last = Edition.model_construct(date="2026-05-01")
    return History(kind, record_id, (first, last), PUBLIC_KINDS[kind].model_construct(id=record_id))


def codes(
    known: Published, kind: str, record_id: str, day: str = "2026-06-01", part: str | None = None
) -> list[str]:
    found = duties(known, Request(kind, record_id, date.fromisoformat(day), part))
    assert {each.severity for each in found} <= {Severity.WARNING}
    return [each.code for each in found]


@pytest.mark.parametrize(("day", "warned"), [("2026-12-31", ["review-public-a-year"]), ("2027-01-01", [])])
def test_a_review_is_public_for_a_year_from_its_first_edition(day: str, warned: list[str]) -> None:
    assert codes(published(("reviews", "a")), "reviews", "a", day) == warned


def test_the_last_arrangements_are_missed() -> None:
    """With another version that is public nothing has to be said."""
    assert codes(published(("arrangements", "2025")), "arrangements", "2025") == ["arrangements-public"]
    both = published(("arrangements", "2025"), ("arrangements", "2026"), ("groups", "a"))
    assert codes(both, "arrangements", "2025") == []


def test_other_records_parts_and_what_is_not_published_have_no_duty() -> None:
    known = published(("groups", "a"), ("reviews", "a"))
    assert codes(known, "groups", "a") == []
    assert codes(known, "reviews", "a", part="section") == []
    assert codes(known, "reviews", "b") == []
