"""Plans and priorities as the reader sees them: what is counted, what runs now, what authors may ask for."""

from __future__ import annotations

import re
from typing import Any

import pytest

from editions.datasets import Dataset, Entry, Issue
from editions.kinds.plans import PublicPlan
from macros.all_macros import MacroProblem, macros_for
from macros.views.plans import planned, tally
from tests.macros.samples import entry, sample
from tests.macros.samples_plans import NEGLECT, PLAN


def names(text: str) -> list[str]:
    """Return the ids of the priorities to which a text leads, in its order."""
    return re.findall(r'href="/priorities/([a-z-]+)/"', text)


def with_plan(**changed: Any) -> Dataset:
    """Return the sample with its running plan changed."""
    kinds = dict(sample().kinds)
    kinds["plans"] = (entry("plans", PLAN | changed),)
    return Dataset(kinds)


def test_actions_are_counted_at_any_depth() -> None:
    """An action under another counts, and one whose state is withheld is counted apart."""
    found = tally(planned(PublicPlan.model_validate(PLAN)))
    assert (found.total, found.not_shown) == (4, 1)
    assert dict(found.counts) == {"done": 1, "delayed": 1, "not-started": 1}


def test_the_list_has_the_priorities_of_today_first() -> None:
    """Then those to come, then those that have ended, which name the priority after them."""
    text = macros_for(sample())["priorities"]()
    assert names(text) == ["neglect", "sleep", "roads", "neglect"]
    assert text.index("Priorities to come") < text.index("/sleep/") < text.index("Earlier priorities")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"current": True}, ["neglect"]),
        ({"current": False}, ["roads", "neglect"]),
        ({"short": True}, ["neglect"]),
    ],
)
def test_an_author_chooses_priorities(arguments: dict[str, bool], expected: list[str]) -> None:
    """Those of today, those that have ended, or those of today in a line each."""
    assert names(macros_for(sample())["priorities"](**arguments)) == expected


def test_the_short_list_says_how_actions_stand() -> None:
    """One line a priority, for a home page."""
    text = macros_for(sample())["priorities"](short=True)
    assert '<span class="aside">3 actions: 1 late, 1 not begun, 1 withheld</span>' in text
    assert text.count("<li>") == 1


def test_priorities_stand_in_the_order_of_the_plan() -> None:
    """The newest plan that runs now decides; nothing is in order of the alphabet."""
    kinds = dict(sample().kinds)
    kinds["priorities"] = (entry("priorities", NEGLECT), entry("priorities", NEGLECT | {"id": "abuse"}))
    places = [{"id": each, "priority": each} for each in ("neglect", "abuse")]
    kinds["plans"] = (entry("plans", PLAN | {"priorities": places}),)
    assert names(macros_for(Dataset(kinds))["priorities"](short=True)) == ["neglect", "abuse"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({}, ["toolkit", "print", "houses", "letter"]),
        ({"plan": "business-2025"}, ["toolkit", "print", "houses", "letter"]),
        ({"plan": "business-2023"}, []),
        ({"priority": "neglect"}, ["toolkit", "print", "houses"]),
        ({"priority": "neglect", "state": "delayed"}, ["toolkit"]),
        ({"state": "done"}, ["letter"]),
        ({"state": "stopped"}, []),
    ],
)
def test_an_author_chooses_actions(arguments: dict[str, str], expected: list[str]) -> None:
    """Of one plan or those that run now, under one priority, in one state."""
    text = macros_for(sample())["plan_actions"](**arguments)
    assert re.findall(r'href="/plans/business-2025/#action-([a-z]+)"', text) == expected
    assert ("There are no such actions." in text) == (expected == [])


@pytest.mark.parametrize(
    ("macro", "arguments", "words"),
    [
        ("plan", {"id": "business"}, "business-2025"),
        ("priority", {"id": "neglekt"}, "neglect"),
        ("plan_actions", {"plan": "business-2026"}, "business-2025"),
        ("plan_actions", {"priority": "neglekt"}, "neglect"),
        ("plan_actions", {"state": "late"}, "delayed"),
        ("priorities", {"current": "yes"}, "True or False"),
        ("priorities", {"short": 1}, "True or False"),
    ],
)
def test_wrong_argument_is_explained(macro: str, arguments: dict[str, Any], words: str) -> None:
    """An author who asks for what does not exist is told what there is."""
    with pytest.raises(MacroProblem) as found:
        macros_for(sample())[macro](**arguments)
    assert str(found.value).startswith(f"{macro}(")
    assert words in str(found.value)


@pytest.mark.parametrize(
    ("changed", "part"),
    [
        ({}, "Plans of today"),
        ({"period_until": "2026-03-31", "extended_until": None}, "Earlier plans"),
        ({"period_until": "2026-05", "extended_until": None}, "Plans of today"),
        ({"period_until": None, "extended_until": None}, "Plans of today"),
        ({"status": "withdrawn"}, "Earlier plans"),
        ({"period_from": "2026-06", "period_until": None, "extended_until": None}, "Plans to come"),
    ],
)
def test_a_plan_stands_where_its_period_puts_it(changed: dict[str, Any], part: str) -> None:
    """The newest edition of all is today; a month is not over before its end."""
    text = macros_for(with_plan(**changed))["plans"]()
    assert re.findall(r"^## (.*) \{#", text, re.MULTILINE) == [part]


def test_a_priority_tells_its_story_in_order_of_time() -> None:
    """Meetings that dealt with it stand by day, the first first; plans have sections of their own."""
    kinds = dict(sample().kinds)
    meetings = [
        {"id": f"{day}-executive", "title": "Executive", "group": {"kind": "group"}, "date": day}
        | {"status": "final", "items": [{"id": "a", "title": f"Of {day}", "priorities": ["neglect"]}]}
        for day in ("2025-12-01", "2026-02-01", "2026-01-01")
    ]
    kinds["meetings"] = tuple(entry("meetings", each) for each in meetings)
    text = macros_for(Dataset(kinds))["priority"]("neglect")
    found = text[text.index("{#part-story}") :]
    assert re.findall(r'href="/meetings/([0-9-]+)-executive/#a"', found) == [
        "2025-12-01",
        "2026-01-01",
        "2026-02-01",
    ]
    assert "## Business plan 2025 to 2027 {#part-plan-business-2025}" in text


def test_an_item_of_a_meeting_leads_to_its_priorities() -> None:
    """The title of the priority stands as a link."""
    kinds = dict(sample().kinds)
    item = {"id": "a", "title": "A", "priorities": ["neglect"]}
    meeting = {"id": "m", "title": "M", "group": {"kind": "group"}, "date": "2026-01-01", "status": "final"}
    kinds["meetings"] = (entry("meetings", meeting | {"items": [item]}),)
    assert '<dd><a href="/priorities/neglect/">Neglect</a></dd>' in macros_for(Dataset(kinds))["meeting"]("m")


def test_plans_name_each_other_from_both_sides() -> None:
    """A plan says what it carries out, and that plan says by what it is carried out."""
    kinds = dict(sample().kinds)
    strategic = {"id": "strategic", "title": "Strategy", "kind": "strategic", "period_from": "2025"}
    after = {
        "id": "after",
        "title": "After",
        "kind": "business",
        "period_from": "2027-04",
        "replaces": PLAN["id"],
    }
    plans = (after, PLAN | {"carries_out": "strategic"}, strategic)
    kinds["plans"] = tuple(entry("plans", each) for each in plans)
    macros = macros_for(Dataset(kinds))
    assert '<dt>Carried out by</dt><dd><a href="/plans/business-2025/">' in macros["plan"]("strategic")
    assert '<dt>Replaced by</dt><dd><a href="/plans/after/">' in macros["plan"]("business-2025")


def test_a_withdrawn_record_keeps_its_address() -> None:
    """The lists say that something was withdrawn, and its page says it too."""
    issue = Issue(number=2, date="2026-03-01", note="Taken down.", state="withdrawn")
    gone: Entry[Any] = Entry("gone", None, (issue,))
    macros = macros_for(Dataset({"plans": (gone,), "priorities": (gone,)}))
    for page, listed in (("plan", "plans"), ("priority", "priorities")):
        assert "was withdrawn on 1 March 2026" in macros[listed]()
        assert "was withdrawn on 1 March 2026" in macros[page]("gone")
