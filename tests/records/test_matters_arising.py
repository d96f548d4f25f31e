"""Open actions are listed for the next meeting, and those are named of which the newest one says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from problems import Problem
from records.checks.following import Followed
from records.checks.matters_arising import as_item, matters_arising, open_actions
from records.loading import load
from tests.records.test_follow_ups import FORM, JANUARY, MARCH, MAY, meeting, only_meetings, told, update

OTHER = "      - id: other\n        label: 1.2\n        text: Ask the schools.\n        due: 2026-04\n"


def arising(project: Path) -> list[Problem]:
    """Return what is said of the newest meetings of a project that has no mistake."""
    records = load(project)
    assert told(project) == []
    valid = {key: each.record for key, each in records.loaded.items() if each.record is not None}
    return list(matters_arising(valid, lambda key, path: records.loaded[key].place(path)))


def of(project: Path, group: str = "executive", before: str | None = None) -> list[Followed]:
    """Return the open actions of a group."""
    loaded = load(project).loaded.items()
    return list(open_actions({key: each.record for key, each in loaded if each.record}, group, before))


def three(tmp_path: Path, march: str = "", may: str = "", status: str = "approved") -> Path:
    """Return a project in which January agreed on two actions, with what March and May report."""
    files = {
        JANUARY: meeting("2026-01-15", FORM + OTHER),
        MARCH: meeting("2026-03-12", march and f"    updates:\n{march}"),
        MAY: meeting("2026-05-14", may and f"    updates:\n{may}", status),
    }
    return only_meetings(tmp_path, **files)


def test_the_newest_meeting_is_told_once_of_what_it_left_out(tmp_path: Path) -> None:
    """Each action once, with the newest meeting only; what it reported on is left out."""
    (problem,) = arising(three(tmp_path, march=update("carried-over"), may=update("carried-over")))
    assert str(problem.place) == f"data/meetings/{MAY}.yml:6:3: items"
    assert f"neither closes nor carries over: {JANUARY}/other." in problem.message
    assert problem.severity == "warning"


def test_a_closed_action_is_no_matter_arising(tmp_path: Path) -> None:
    """Nothing more is expected of it, until it is opened again."""
    other = update("no-longer-needed", action=f"{JANUARY}/other")
    assert arising(three(tmp_path / "a", march=update("done") + other)) == []
    again = update("reopened", action=f"{JANUARY}/other")
    assert arising(three(tmp_path / "b", march=update("done") + other, may=again)) == []


@pytest.mark.parametrize("status", ["planned", "agenda"])
def test_a_meeting_that_is_not_written_up_is_passed_over(status: str, tmp_path: Path) -> None:
    """The one before it is the newest that can have left anything out."""
    (problem,) = arising(three(tmp_path, march=update("done"), status=status))
    assert problem.place.file == f"data/meetings/{MARCH}.yml"


@pytest.mark.parametrize("line", ["kind: development-day", "happened: cancelled", "kind: by-email"])
def test_a_meeting_that_does_not_go_through_actions_is_passed_over(line: str, tmp_path: Path) -> None:
    """A day of development, a cancelled meeting, a vote by e-mail."""
    project = three(tmp_path, march=update("done"))
    path = project / f"data/meetings/{MAY}.yml"
    path.write_text(f"{line}\n{path.read_text('utf-8')}", "utf-8")
    assert [each.place.file for each in arising(project)] == [f"data/meetings/{MARCH}.yml"]


def test_what_another_group_reports_at_the_same_time_or_later_counts(tmp_path: Path) -> None:
    """An action goes from group to group."""
    project = three(tmp_path, march=update("done"))
    text = meeting("2026-05-14", "    updates:\n" + update("in-progress", action=f"{JANUARY}/other"))
    (project / "data/meetings/2026-05-14-quality.yml").write_text(
        text.replace("executive", "quality", 1), "utf-8"
    )
    assert arising(project) == []


def test_open_actions_are_those_of_the_group_before_a_day(tmp_path: Path) -> None:
    """The oldest first; what was agreed on the day itself or later is not there yet."""
    project = three(tmp_path, march=update("overdue"))
    assert [each.name for each in of(project)] == [f"{JANUARY}/form", f"{JANUARY}/other"]
    assert [each.name for each in of(project, before="2026-01-15")] == []
    assert of(project, group="quality") == []


def test_the_lines_for_a_new_meeting_name_each_open_action(tmp_path: Path) -> None:
    """With its label, its words and its newest date; without open actions there are no lines."""
    project = three(tmp_path, march=update("carried-over", "due: 2026-09-30"))
    assert as_item(of(project)).splitlines()[5:] == [
        "#      # Merge the forms. (by 2026-09-30)",
        f"#      - action: {JANUARY}/form",
        "#        status: in-progress",
        "#      # 1.2 Ask the schools. (by 2026-04)",
        f"#      - action: {JANUARY}/other",
        "#        status: in-progress",
    ]
    assert as_item([]) == ""


@pytest.mark.parametrize(
    "text",
    [
        FORM + "        withhold:\n          reason: personal\n",
        FORM + "        withhold_fields:\n          text:\n            reason: personal\n",
        FORM.replace("the forms", "[[redact personal|the forms]]"),
        "    withhold:\n      reason: personal\n" + FORM,
        "    withhold:\n      reason: personal\n    items:\n      - id: two\n        title: Two\n"
        + FORM.replace("\n  ", "\n      ").replace("    actions", "        actions", 1),
    ],
)
def test_nothing_that_is_withheld_is_copied(text: str, tmp_path: Path) -> None:
    """An agenda goes round by e-mail; of what is withheld it has the id alone."""
    project = only_meetings(tmp_path, **{JANUARY: meeting("2026-01-15", text)})
    assert told(project) == []
    lines = as_item(of(project))
    assert f"#      - action: {JANUARY}/form\n" in lines
    assert "forms" not in lines
