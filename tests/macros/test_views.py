"""What is worked out of the dataset for the pages, and the words in which it is said."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Literal, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

import records
from editions.datasets import Dataset, Issue
from macros.kinds import KINDS
from macros.language import formats, words
from macros.language.languages import ENGLISH
from macros.rendering import Heading, Html, assemble_markdown, cut, in_place
from macros.views.changes import changes
from macros.views.groups import tree, view_group
from macros.views.lookups import look_up
from macros.views.meetings import by_year, coming, published, view_meeting
from macros.views.withholdings import withholdings
from records.fields import Visibility
from tests.macros.samples import AUDIT, EXECUTIVE, GROUP, MEETING, PLANNED, entry, sample


def test_attendance_is_in_the_order_a_reader_looks_for() -> None:
    """Those present come first, then apologies, each in the order of the minutes."""
    lookups = look_up(sample())
    meeting = lookups.meetings["2026-03-12-executive"].record
    assert meeting is not None
    rows = view_meeting(lookups, meeting).attendance
    assert [(status, len(found)) for status, found in rows] == [("present", 2), ("apologies", 1)]


def test_neighbours_are_of_the_same_group() -> None:
    """The meetings before and after are those of the group, by date."""
    lookups = look_up(sample())
    meeting = lookups.meetings["2026-03-12-executive"].record
    assert meeting is not None
    view = view_meeting(lookups, meeting)
    assert (view.before and view.before.id, view.after and view.after.id) == (
        "2026-01-15-executive",
        "2026-07-09-executive",
    )


def test_joint_meeting_belongs_to_both_groups() -> None:
    """A joint meeting is among the meetings of each group, once."""
    joint = MEETING | {"with_groups": [{"kind": "group", "id": "audit", "name": "Audit"}, EXECUTIVE]}
    lookups = look_up(Dataset({"meetings": (entry("meetings", joint),)}))
    assert {group: len(found) for group, found in lookups.of_group.items()} == {"executive": 1, "audit": 1}


def test_coming_meetings_are_planned_or_announced() -> None:
    """What is to come is what the records plan, and what the newest minutes announce."""
    found = coming(look_up(Dataset({"meetings": (entry("meetings", MEETING), entry("meetings", PLANNED))})))
    assert [(each.date, each.meeting is None) for each in found] == [
        ("2026-05-14", True),
        ("2026-07-09", False),
    ]


def test_undated_announcement_gives_way_to_a_date_on_record() -> None:
    """That a date is to be confirmed is not said beside a planned meeting of the group."""
    held = MEETING | {"next_meetings": [{"date_words": "to be confirmed"}]}
    alone = coming(look_up(Dataset({"meetings": (entry("meetings", held),)})))
    both = coming(look_up(Dataset({"meetings": (entry("meetings", held), entry("meetings", PLANNED))})))
    assert ([each.date for each in alone], [each.date for each in both]) == (["later"], ["2026-07-09"])


@pytest.mark.parametrize(
    ("told", "words", "newest", "coming_then"),
    [
        ("2025-07-08", "November, to be confirmed", "2025-11-30", True),
        ("2025-07-08", "November, to be confirmed", "2025-12-01", False),
        ("2025-07-08", "May or June", "2026-06-01", True),
        ("2025-07-08", "it may be moved", "2026-07-08", True),
        ("2025-07-08", "to be confirmed", "2026-08-01", False),
        ("2025-07-08", "Autumn 2027", "2027-01-01", True),
        ("2025-07", "March 2026", "2026-04-01", False),
    ],
)
def test_date_in_words_is_over_one_day(told: str, words: str, newest: str, coming_then: bool) -> None:  # noqa: FBT001  # a case of the table
    """A date that is known in words only is to come until the month or year is over, or for a year."""
    held = MEETING | {"date": told, "next_meetings": [{"date_words": words}]}
    issue = Issue(number=1, date=newest, note="First published.")
    found = coming(look_up(Dataset({"meetings": (entry("meetings", held, issue),)})))
    assert bool(found) == coming_then


def test_what_was_over_at_the_newest_edition_is_not_coming() -> None:
    """The day of the newest edition of all stands for today, also against a month that is not over."""
    found = coming(look_up(sample()))
    assert [each.date for each in found] == ["2026-07-09"]
    month = PLANNED | {"date": "2026-04"}
    assert len(coming(look_up(Dataset({"meetings": (entry("meetings", month),)})))) == 1


def test_meetings_are_listed_by_year_the_newest_first() -> None:
    """Years and meetings go back in time."""
    lookups = look_up(sample())
    assert [(year, [each.date for each in found]) for year, found in by_year(published(lookups))] == [
        ("2026", ["2026-07-09", "2026-03-12", "2026-01-15"])
    ]


def test_seat_has_ended_before_the_newest_edition() -> None:
    """A member whose last day is before the newest edition is an earlier member; vacancies stay."""
    lookups = look_up(sample())
    view = view_group(lookups, lookups.groups["executive"])
    assert ([each.role for each in view.seats.now], [each.name for each in view.seats.former]) == (
        ["chair", "member"],
        ["Tom Fell"],
    )


def test_tree_has_each_group_once() -> None:
    """A group stands under its parent; one whose parent has ended stands at the top of the present ones."""
    assert [(each.group.id, [b.group.id for b in each.branches]) for each in tree(look_up(sample()))] == [
        ("executive", ["audit"])
    ]
    ended = Dataset({"groups": (entry("groups", GROUP | {"ended": "2025"}), entry("groups", AUDIT))})
    assert [each.group.id for each in tree(look_up(ended))] == ["audit"]
    assert [each.group.id for each in tree(look_up(ended), ended=True)] == ["executive"]


def test_register_names_each_place_once() -> None:
    """Two marks of one reason in one item are one entry, with the address of the item."""
    twice = "One [[withheld personal]] and two [[withheld personal]]."
    plain = MEETING | {"items": [{"id": "neglect", "title": "Neglect", "text": twice}]}
    found = withholdings(look_up(Dataset({"meetings": (entry("meetings", plain),)})))
    assert [(each.record.id, each.anchor, each.unit, each.reason) for each in found] == [
        ("2026-03-12-executive", "neglect", "words", "personal")
    ]


def test_changes_are_the_newest_first() -> None:
    """Every edition is a change, withdrawals among them."""
    dates = [each.issue.date for each in changes(look_up(sample()))]
    assert dates == sorted(dates, reverse=True)
    assert len(changes(look_up(sample()), last=2)) == 2


def _literals(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from (each for each in get_args(annotation) if isinstance(each, str))
    for inner in get_args(annotation):
        yield from _literals(inner)


NOT_SHOWN = {
    ("PlacedPart", "part"): "It says where a part of a report stands.",
    ("Partnership", "year_begins"): "It says which months a yearly report counts.",
    ("SectionTable", "chart"): "It says how a table is drawn.",
}
"""Closed lists whose words no reader sees, with the reason."""


def test_every_public_word_of_the_format_has_a_label() -> None:
    """A word that is added to a closed list of the records needs words for the reader."""
    lists = [*words.LISTS.values(), *(each for kind in KINDS.values() for each in kind.words.values())]
    known = {word for labels in lists for word in labels}
    internal = {"concealed"}  # It leaves no trace, so no word.
    found: set[str] = set()
    for module in pkgutil.walk_packages(records.__path__, "records."):
        for model in vars(import_module(module.name)).values():
            if not (isinstance(model, type) and issubclass(model, BaseModel)):
                continue
            for name, field in model.model_fields.items():
                if (model.__name__, name) not in NOT_SHOWN and Visibility.PUBLIC in field.metadata:
                    found |= set(_literals(field.annotation))
                    found |= {word for each in field.metadata for word in _literals(each)}
    assert found - internal - known == set()
    assert len(found) > 100


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2026-03-12", "12 March 2026"),
        ("2026-03", "March 2026"),
        ("2026", "2026"),
        ("2026-13", "2026-13"),
        ("soon", "soon"),
    ],
)
def test_days_are_british(value: str, shown: str) -> None:
    """A day, month or year is written out; anything else stays as it is."""
    assert formats.day(ENGLISH, value) == shown


def test_several_days_are_short() -> None:
    """What two days share is said once; one day may have its weekday."""
    assert formats.days(ENGLISH, "2026-03-12", None, weekday=True) == "Thursday 12 March 2026"
    assert formats.days(ENGLISH, "2026-03-12", "2026-03-13") == "12 to 13 March 2026"
    assert formats.days(ENGLISH, "2026-03-31", "2026-04-01") == "31 March to 1 April 2026"
    assert formats.days(ENGLISH, "2025-12-31", "2026-01-01") == "31 December 2025 to 1 January 2026"
    assert formats.day(ENGLISH, "2026-02-31", weekday=True) == "31 February 2026"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("14:00\u201316:10", "2pm to 4:10pm"),
        ("09:05", "9:05am"),
        ("12:00", "midday"),
        ("00:00", "midnight"),
        ("12:30:00", "12:30pm"),
        ("00:15", "12:15am"),
        ("late", "late"),
    ],
)
def test_times_are_british(value: str, shown: str) -> None:
    """Times have twelve hours, and midday and midnight are words."""
    assert formats.clock(ENGLISH, value) == shown


@given(st.text())
def test_no_text_breaks_dates_and_times(text: str) -> None:
    """What is neither a date nor a time comes back."""
    assert isinstance(
        formats.day(ENGLISH, text) + formats.clock(ENGLISH, text) + formats.days(ENGLISH, text, text), str
    )


def test_parts_are_cut_at_headings() -> None:
    """A rendered template becomes headings and blocks; empty blocks are left out, braces cannot act."""
    heading = '<page-heading data-level="2" id="a">B &amp; C</page-heading>'
    parts = cut(f" {heading}<p>{{{{ x }}}}</p>")
    assert parts == (
        Heading(2, "B & C", "a"),
        Html('<div class="record">\n<p>&#123;&#123; x &#125;&#125;</p>\n</div>'),
    )
    assert assemble_markdown(parts, lambda _: "SLOT") == "## B &#38; C {#a}\n\nSLOT"
    assert assemble_markdown(parts[1:], in_place) == parts[1].html
