"""Who was who: chairs, posts and bodies by date, without pages of persons."""

from __future__ import annotations

import re

import pytest

from editions.datasets import Dataset
from macros.all_macros import macros_for
from macros.arguments import MacroProblem
from macros.views.lookups import look_up
from macros.views.offices import offices, predecessors
from macros.views.periods import holds, is_over
from tests.macros.samples_time import FINCH, holding, meeting

STOOD_IN = meeting(
    "2025-06-12",
    ("2025-06-20", "approved"),
    chair=[{"person": FINCH, "role": "stand-in", "note": "The chair was ill"}],
)
DATASET = holding(STOOD_IN, today="2026-05-01")


def words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", text))


def chairs(on: str | None = None) -> dict[str, list[str | None]]:
    return {
        each.group.name: [seat.person.name if seat.person else None for seat in each.seats]
        for each in offices(look_up(DATASET), on).chairs
    }


@pytest.mark.parametrize(
    ("first", "second", "over"),
    [("2025", "2026-01", True), ("2026", "2026-01", False), ("2026-01-02", "2026-01", False)],
)
def test_when_something_is_over(first: str, second: str, over: bool) -> None:  # noqa: FBT001  # a case of the table
    """A month and a year last to their ends."""
    assert is_over(first, second) == over


def test_what_is_not_known_held() -> None:
    """A term without a beginning or an end is not cut off."""
    assert (holds(None, None, "2025-06"), holds("2025-07", None, "2025-06")) == (True, False)
    assert (holds(None, "2025-05-31", "2025-06"), holds("2025-06-30", "2025-06-30", "2025-06")) == (
        False,
        True,
    )


def test_who_chaired_in_june_2025() -> None:
    """One chair held the month; of the group that had ended none is left."""
    assert chairs("2025-06") == {"Executive": ["Bea Finch"]}
    assert chairs("2024-06-12") == {"Executive": ["Ada Rook"], "Forms Group": ["Ada Rook"]}
    assert chairs("2025") == {"Executive": ["Ada Rook", "Bea Finch"]}


def test_the_page_lists_every_chair_in_order_of_time() -> None:
    """Those of groups of today first; a group's last day ends the term of whoever had no other."""
    assert chairs() == {
        "Executive": ["Ada Rook", "Bea Finch", "Cy Wren"],
        "Forms Group": ["Ada Rook"],
    }
    text = words(macros_for(DATASET)["who_was_who"]())
    assert "Bea Finch, Head, Larkmere Police 1 April 2025 31 March 2026" in text
    assert "Ada Rook, Head, Larkmere Council 31 December 2024" in text
    assert "Bea Finch, Head, Larkmere Police 12 June 2025 in place of the chair; The chair was ill" in text


def test_the_next_handover_and_the_vacant_seats_are_told() -> None:
    """On the page of all, and on the page of the group."""
    macros = macros_for(DATASET)
    text = words(macros["who_was_who"]())
    assert "Executive : the next handover is on record for April 2027, to Larkmere Health Board ." in text
    assert "Executive : Vacant Larkmere Trust , since 12 January 2026" in text
    group = words(macros["group"]("executive"))
    assert "The next handover is on record for April 2027. The chair then: Larkmere Health Board ." in group


def test_a_handover_whose_day_is_over_is_no_coming_one() -> None:
    """The page of the group says that the record is behind."""
    dataset = holding(STOOD_IN, today="2027-05-01")
    assert offices(look_up(dataset)).handovers == ()
    text = words(macros_for(dataset)["group"]("executive"))
    assert "The handover on record was for April 2027." in text


def test_posts_with_those_who_held_them() -> None:
    """By organization and post, in order of time; who is not named stands nowhere."""
    ((body, posts),) = offices(look_up(DATASET)).posts
    assert body.name == "Larkmere Police"
    assert [(each.title, [(term.name, term.since, term.until) for term in each.terms]) for each in posts] == [
        ("Chief", [("Bea Finch", "2025-10-01", None)]),
        ("Head of Safeguarding", [("Bea Finch", "2024-04-01", "2025-09-30")]),
    ]
    ((_, then),) = offices(look_up(DATASET), "2025-06").posts
    assert [each.title for each in then] == ["Head of Safeguarding"]
    assert "Bea Finch (acting)" in words(macros_for(DATASET)["who_was_who"]())
    assert "Officer" not in words(macros_for(DATASET)["who_was_who"]())


def test_bodies_lead_to_those_before_and_after_them() -> None:
    """Both ways, on the page of all, of the partners and of the group."""
    found = predecessors(DATASET)
    assert [each.id for each in found["organizations", "board"]] == ["old-board"]
    assert [each.id for each in found["groups", "executive"]] == ["forms"]
    macros = macros_for(DATASET)
    text = words(macros["who_was_who"]())
    assert "Larkmere Commissioners ; ended 30 June 2022; followed by Larkmere Health Board" in text
    assert "Larkmere Health Board ; took over from Larkmere Commissioners" in text
    assert "Forms Group ; ended 31 December 2024; followed by Executive" in text
    partners = words(macros["partners"]())
    assert "Took over from Larkmere Commissioners" in partners
    assert "Followed by Larkmere Health Board" in partners
    assert "Took over from Forms Group" in words(macros["group"]("executive"))
    assert "Its work went to Executive ." in words(macros["group"]("forms"))


def test_the_page_is_one_click_from_home() -> None:
    """The ways in lead there, once there is a group with members."""
    assert 'href="/who-was-who/"' in macros_for(DATASET)["ways_in"]()
    assert "/who-was-who/" not in macros_for(Dataset())["ways_in"]()


@pytest.mark.parametrize("on", ["yesterday", "2025-13", "25", "2025-06-31", True])
def test_a_time_that_is_none_is_told(on: object) -> None:
    """The message says how a day, a month and a year are written."""
    with pytest.raises(MacroProblem, match="2025-06-30"):
        macros_for(DATASET)["who_was_who"](on=on)
