"""What is left of public values when something that they name is not public, or no longer."""

from __future__ import annotations

from editions.fields import Printed
from editions.parts.actions import PublicUpdate
from editions.parts.attendance import PublicAttendance
from editions.resolving import resolved

NOTHING: dict[str, frozenset[str]] = {"actions": frozenset(), "items": frozenset()}
NEWS = PublicUpdate(action="2026-01-15-executive/hush", status="in-progress", due="2026-05")


def test_news_of_an_action_that_is_not_public_goes_unless_it_has_words() -> None:
    """That something is in progress would only tell that there is an action which nobody may know of."""
    told = NEWS.model_copy(update={"note": "The date was moved."})

    assert resolved(NEWS, NOTHING, frozenset()) is None
    assert resolved(told, NOTHING, frozenset()) == told.model_copy(update={"action": None})


def test_news_of_a_public_action_stays_as_it_is() -> None:
    known = {**NOTHING, "actions": frozenset({"2026-01-15-executive/hush"})}

    assert resolved(NEWS, known, frozenset()) is NEWS


def test_the_initials_of_somebody_who_is_no_longer_named_go_with_the_name() -> None:
    """Beside the post they would say who it was, and find every text in which they stand."""
    known = {"people": frozenset({"p-aaaaaaa1", "p-aaaaaaa2"}), "organizations": frozenset({"council"})}
    person = Printed(kind="person", id="p-aaaaaaa1", name="Ife Abara", role="Director")
    row = PublicAttendance(person=person, initials="IA", status="present")
    by_role = Printed(kind="person", role="Director")
    ids = {sort: known.get(sort, frozenset()) for sort in ("people", "organizations", "groups", "items")}

    assert resolved(row, ids, frozenset({"p-aaaaaaa2"})) is row
    assert resolved(row, ids, frozenset({"p-aaaaaaa1"})) == PublicAttendance(person=by_role, status="present")
