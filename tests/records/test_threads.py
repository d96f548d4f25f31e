"""References between what led to what: unknown ones, circles, and items that go on from later ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.records.telling import codes, told

PLAN = "plans/business-2025.yml"
MARCH = "meetings/2026-03-12-executive.yml"
JANUARY = "meetings/2026-01-15-executive.yml"


def edit(project: Path, file: str, old: str, new: str) -> None:
    path = project / "data" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


LABEL = '        label: "1.1"\n'
TOPICS = "    topics: toolkit\n"
CARRIED = "        recommendations: review-a/read\n"


@pytest.mark.parametrize(
    ("file", "old", "new", "meant"),
    [
        (PLAN, LABEL, "        recommendations: review-a/raed\n", "review-a/read"),
        (PLAN, LABEL, "        decisions: 2026-03-12-executive/d2\n", "2026-03-12-executive/d1"),
        (PLAN, LABEL, "        items: 2026-03-12-executive/neglekt\n", "2026-03-12-executive/neglect"),
        (MARCH, TOPICS, "    topics: toolkits\n", "toolkit"),
        (MARCH, TOPICS, "    continues: 2026-01-15-executive/forn\n", "2026-01-15-executive/form"),
        (MARCH, CARRIED, "        recommendations: review-a/reed\n", "review-a/read"),
    ],
)
def test_an_unknown_name_is_told_with_the_one_that_is_meant(
    project: Path, file: str, old: str, new: str, meant: str
) -> None:
    """Each new reference is looked up like the others."""
    edit(project, file, old, new)
    (problem,) = told(project)
    assert f"did you mean `{meant}`?" in problem


def test_things_that_come_out_of_each_other_are_a_circle(project: Path) -> None:
    """The message names every thing of the circle and both places."""
    edit(project, PLAN, '        label: "1.1"\n', "        decisions: 2026-03-12-executive/d1\n")
    assert told(project) == []
    edit(
        project,
        MARCH,
        "        kind: approved\n",
        "        kind: approved\n        plan_actions: business-2025/toolkit\n",
    )
    (problem,) = told(project)
    assert codes([problem]) == ["[circular-thread]"]
    names = "`2026-03-12-executive/d1` → `business-2025/toolkit` → `2026-03-12-executive/d1`"
    assert names in problem
    assert problem.startswith("data/plans/business-2025.yml:")
    assert "The other places: data/meetings/2026-03-12-executive.yml:" in problem


def test_a_longer_circle_is_told_once(project: Path) -> None:
    """From a decision to an action, to an answer, to a plan, and back."""
    review = project / "data/reviews/review-a.yml"
    answered = "    due: 2026-12-31\n    responses: [{plan_actions: [business-2025/toolkit]}]\n"
    review.write_text(review.read_text("utf-8").replace("    due: 2026-12-31\n", answered), "utf-8")
    edit(project, PLAN, '        label: "1.1"\n', "        decisions: 2026-03-12-executive/d1\n")
    assert told(project) == []
    both = "        plan_actions: business-2025/toolkit\n        recommendations: review-a/read\n"
    edit(project, MARCH, "        kind: approved\n", f"        kind: approved\n{both}")
    assert codes(told(project)) == ["[circular-thread]"]


def test_an_item_deals_with_what_its_decision_changes(project: Path) -> None:
    """That is no circle, for to deal with something is not to come out of it."""
    edit(project, PLAN, '        label: "1.1"\n', "        decisions: 2026-03-12-executive/d1\n")
    text = (project / "data" / MARCH).read_text("utf-8")
    assert "plan_actions: business-2025/toolkit" in text
    assert told(project) == []


def test_an_item_goes_on_from_an_earlier_one(project: Path) -> None:
    """One that goes on from an item of a later meeting is told with the day of that meeting."""
    edit(project, MARCH, "    topics: toolkit\n", "    continues: 2026-01-15-executive/form\n")
    assert told(project) == []
    edit(
        project,
        JANUARY,
        "    priorities: [neglect]\n",
        "    priorities: [neglect]\n    continues: [2026-03-12-executive/neglect]\n",
    )
    found = told(project)
    assert sorted(codes(found)) == ["[circular-thread]", "[continues-later]"]
    assert any("data/meetings/2026-03-12-executive.yml:3" in each for each in found)
