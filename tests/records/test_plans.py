"""Plans and priorities: what is read, and every check with its message and both places."""

from __future__ import annotations

from pathlib import Path

import pytest

from problems import Severity
from records.kinds.plans import Plan
from records.kinds.priorities import Priority
from records.loading import load
from records.periods import is_before
from tests.records.telling import told

PLAN = "plans/business-2025.yml"
PRIORITY = "priorities/neglect.yml"


def edit(project: Path, file: str, old: str, new: str) -> None:
    path = project / "data" / file
    text = path.read_text("utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), "utf-8")


def line_of(project: Path, file: str, text: str) -> int:
    """Return the number of the first line that begins with a text, blanks aside."""
    lines = (project / "data" / file).read_text("utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if line.strip().startswith(text))


def test_the_fixture_has_no_problems(project: Path) -> None:
    """The records from which the other tests start are right."""
    assert told(project) == []


def test_a_plan_is_read_with_its_parts(project: Path) -> None:
    """Priorities, outcomes, evidence, actions and progress are where the file has them."""
    plan = load(project).get("plans", "business-2025")
    assert isinstance(plan, Plan)
    neglect = plan.priorities[0]
    toolkit = neglect.actions[0]
    assert (neglect.priority, neglect.outcomes[0].evidence[0].on) == ("neglect", "2026-03-12")
    assert (toolkit.status, toolkit.due, toolkit.first_due) == ("in-progress", "2026-05", "2025-12")
    assert [each.status for each in toolkit.progress] == ["delayed", "in-progress"]
    assert [each.who for each in toolkit.helpers] == ["all"]
    assert [action.id for action in plan.actions] == ["letter"]


def test_a_bare_day_says_when_something_was_added(project: Path) -> None:
    """`added: 2026-05-01` is enough, and so is an outcome in words alone."""
    edit(
        project,
        PLAN,
        "    added:\n      on: 2026-05-01\n",
        "    added: 2026-05-01\n    outcomes: [More asked.]\n",
    )
    edit(project, PLAN, "      because: The Executive saw a gap.\n", "")
    plan = load(project).get("plans", "business-2025")
    assert isinstance(plan, Plan)
    added = plan.priorities[1].added
    assert added is not None
    assert (added.on, plan.priorities[1].outcomes[0].text) == ("2026-05-01", "More asked.")


def test_periods_of_plans_may_overlap(project: Path) -> None:
    """Two plans that run at the same time are no problem."""
    text = (project / "data" / PLAN).read_text("utf-8")
    (project / "data/plans/strategic-2026.yml").write_text(text.replace("2025-04-01", "2026-04-01"), "utf-8")
    edit(project, "plans/strategic-2026.yml", "on: 2026-01-15", "on: 2026-05-15")
    edit(
        project,
        "plans/strategic-2026.yml",
        "on: 2026-03-12\n            status",
        "on: 2026-06\n            status",
    )
    edit(project, "plans/strategic-2026.yml", "on: 2026-02\n", "on: 2026-05\n")
    assert told(project) == []


def test_a_plan_that_ends_before_it_begins(project: Path) -> None:
    """Both days are named with their lines."""
    edit(project, PLAN, "period_until: 2027-03-31", "period_until: 2024-03-31")
    end, start = line_of(project, PLAN, "period_until"), line_of(project, PLAN, "period_from")
    assert told(project)[0] == (
        f"data/{PLAN}:{end}:15: period_until: The plan ends before it begins: `period_from` is at "
        f"data/{PLAN}:{start}. Correct whichever of the two days is wrong. [plan-ends-first]"
    )


def test_a_plan_extended_to_a_day_before_its_end(project: Path) -> None:
    """An extension that shortens the plan is told with the line of the end."""
    edit(project, PLAN, "period_until: 2027-03-31", "period_until: 2027-03-31\nextended_until: 2026-12")
    (problem,) = told(project)
    end = line_of(project, PLAN, "period_until")
    assert f"is extended to a day before its end: `period_until` is at data/{PLAN}:{end}." in problem
    assert problem.endswith("[plan-extended-back]")


def test_a_priority_that_ends_before_it_begins(project: Path) -> None:
    """Both days are named with their lines."""
    edit(project, PRIORITY, "since: 2025-04\n", "since: 2025-04\nuntil: 2024\n")
    since = line_of(project, PRIORITY, "since")
    assert (
        f"data/{PRIORITY}:{since + 1}:8: until: The priority ends before it begins: `since` is at "
        f"data/{PRIORITY}:{since}. Correct whichever of the two days is wrong. [priority-ends-first]"
    ) in told(project)


@pytest.mark.parametrize(
    ("successors", "circle"),
    [
        ({"neglect": "neglect"}, "neglect → neglect"),
        ({"neglect": "quiet", "quiet": "neglect"}, "neglect → quiet → neglect"),
    ],
)
def test_a_priority_that_succeeds_itself(project: Path, successors: dict[str, str], circle: str) -> None:
    """A circle of successors is refused, and every priority of it named."""
    for priority, successor in successors.items():
        edit(project, f"priorities/{priority}.yml", "\n", f"\nsuccessor: {successor}\n")
    (problem,) = [each for each in told(project) if each.endswith("[cycle]")]
    assert f"data/{PRIORITY}:2:12: successor: `successor` leads round in a circle: {circle}." in problem


def test_plans_that_replace_each_other(project: Path) -> None:
    """A plan cannot come before and after another."""
    edit(project, PLAN, "kind: business\n", "kind: business\nreplaces: business-2025\n")
    assert [each.rsplit(" ", 1)[-1] for each in told(project)] == ["[cycle]"]


@pytest.mark.parametrize(
    ("old", "new", "other"),
    [
        ("      on: 2026-05-01", "      on: 2025-03", "period_from"),
        ("      on: 2026-05-01", "      on: 2027-04", "period_until"),
    ],
)
def test_a_priority_added_outside_the_period_of_the_plan(
    project: Path, old: str, new: str, other: str
) -> None:
    """A priority cannot be added before the plan begins or after it ends."""
    edit(project, PLAN, old, new)
    added, line = line_of(project, PLAN, "added"), line_of(project, PLAN, other)
    (problem,) = told(project)
    assert problem.startswith(f"data/{PLAN}:{added + 1}:7: priorities › quiet › added: ")
    assert f"stand in the plan outside the plan's period: see data/{PLAN}:{line}." in problem
    assert problem.endswith("[priority-outside-plan]")


def test_an_extended_plan_takes_a_later_priority(project: Path) -> None:
    """The end of the plan is that to which it was extended."""
    edit(project, PLAN, "      on: 2026-05-01", "      on: 2027-04")
    edit(project, PLAN, "period_until: 2027-03-31", "period_until: 2027-03-31\nextended_until: 2027-06")
    assert told(project) == []


@pytest.mark.parametrize(
    ("line", "key"), [("since: 2020\nuntil: 2024-12-31\n", "until"), ("since: 2027-04\n", "since")]
)
def test_a_priority_that_is_none_while_the_plan_runs(project: Path, line: str, key: str) -> None:
    """A plan cannot have a priority that ended before it or begins after it: see the priority's record."""
    edit(project, PRIORITY, "since: 2025-04\n", line)
    (problem,) = told(project)
    place, other = line_of(project, PLAN, "priority: neglect"), line_of(project, PRIORITY, key)
    assert problem.startswith(f"data/{PLAN}:{place}:")
    assert f"see data/{PRIORITY}:{other}." in problem


def test_the_same_priority_twice_in_a_plan(project: Path) -> None:
    """It is a warning, with both places: a priority may have ended and been taken up again."""
    edit(project, PLAN, "priority: quiet", "priority: neglect")
    (problem,) = load(project).problems
    first = line_of(project, PLAN, "priority: neglect")
    assert problem.severity is Severity.WARNING
    assert f"The priority `neglect` stands twice in this plan, first at data/{PLAN}:{first}." in str(problem)


def test_progress_before_the_plan_begins(project: Path) -> None:
    """It is a warning, with both places: some work does begin before its plan."""
    edit(project, PLAN, "on: 2026-01-15", "on: 2025-01-15")
    (problem,) = load(project).problems
    start = line_of(project, PLAN, "period_from")
    assert (problem.code, problem.severity) == ("progress-before-plan", Severity.WARNING)
    assert (problem.place.line, f"data/{PLAN}:{start}." in problem.message) == (
        line_of(project, PLAN, "- on: 2025-01-15"),
        True,
    )


def test_done_needs_evidence(project: Path) -> None:
    """What is called done with nothing that shows it is an error; each kind of evidence is enough."""
    edit(project, PLAN, "        status: not-started", "        status: done")
    (problem,) = load(project).problems
    assert (problem.code, problem.severity) == ("done-without-evidence", Severity.ERROR)
    assert problem.place.line == line_of(project, PLAN, "status: done")
    for shown in (
        "evidence: Two were bought.",
        "shown_by: {item: 2026-01-15-executive/form}",
        "shown_by: {source: The deeds of May}",
        "shown_by: [{document: guide}]",
        "progress: [{on: 2026-01, meeting: 2026-01-15-executive}]",
        "progress: [{on: 2026-01, shown_by: {report: update-2026}}]",
    ):
        path = project / "data" / PLAN
        before = path.read_text("utf-8")
        edit(project, PLAN, "        status: done", f"        status: done\n        {shown}")
        assert told(project) == []
        path.write_text(before, "utf-8")
    edit(project, PLAN, "        status: done", "        status: done\n        progress: [{on: 2026-01}]")
    assert [each.code for each in load(project).problems] == ["done-without-evidence"]


def test_an_outcome_is_reached_only_with_evidence(project: Path) -> None:
    """Words alone do not show it; a meeting that heard it, or where it can be seen, does."""
    measure = "        measure: Ten families of twelve say so.\n"
    edit(project, PLAN, measure, f"{measure}        reached: partly\n")
    assert told(project) == []
    edit(project, PLAN, "            meeting: 2026-01-15-executive\n      - text", "      - text")
    (problem,) = load(project).problems
    assert (problem.code, problem.place.line) == (
        "reached-without-evidence",
        line_of(project, PLAN, "reached: partly"),
    )
    edit(project, PLAN, "          - on: 2026-03-12\n            text: Nine", SHOWN)
    assert told(project) == []
    edit(project, PLAN, "reached: partly", "reached: not-yet")
    edit(project, PLAN, "            shown_by: {indicator: placed-far}\n", "")
    assert told(project) == []


SHOWN = """\
          - on: 2026-03-12
            shown_by: {indicator: placed-far}
            text: Nine"""


def test_the_state_of_an_action_is_that_of_its_newest_progress(project: Path) -> None:
    """Where the two differ, the line of the newest entry is named, whatever the order in the file."""
    edit(
        project,
        PLAN,
        "        status: in-progress\n        progress",
        "        status: delayed\n        progress",
    )
    (problem,) = load(project).problems
    assert problem.code == "plan-status-differs"
    assert problem.place.line == line_of(project, PLAN, "status: delayed")
    assert problem.message.endswith(f"data/{PLAN}:{line_of(project, PLAN, 'status: in-progress')}.")


def test_an_item_of_a_meeting_names_known_priorities(project: Path) -> None:
    """A misspelt priority is told, with the one that was meant."""
    edit(project, "meetings/2026-01-15-executive.yml", "priorities: [neglect]", "priorities: [neglekt]")
    (problem,) = told(project)
    assert "priorities › 1: No priority with this id; did you mean `neglect`" in problem


def test_a_priority_is_read(project: Path) -> None:
    """A priority may be led by several, and limited to some."""
    priority = load(project).get("priorities", "neglect")
    assert isinstance(priority, Priority)
    assert ([each.who for each in priority.lead], priority.scope) == (
        ["brice", "police"],
        "Children under twelve",
    )


@pytest.mark.parametrize(
    ("first", "second", "before"),
    [
        ("2025", "2026-03", True),
        ("2026", "2026-03", False),
        ("2026-03", "2026", False),
        ("2026-02", "2026-03-01", True),
        ("2026-03-01", "2026-03", False),
    ],
)
def test_which_of_two_days_comes_first(first: str, second: str, before: bool) -> None:  # noqa: FBT001  # a value of the table
    """A year is not before a month in it."""
    assert is_before(first, second) is before
