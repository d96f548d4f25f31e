"""A takedown is confirmed by a second person, and reminded of until then."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from shutil import copytree

import pytest

from editions.published import read
from records.kinds.policies import Check, Policy
from records.loading import load
from redaction.signing_off.second_people import second_looks_due
from redaction.takedown import confirming, erasing, withdrawing
from redaction.takedown.withdrawing import Request
from redaction.takedown_lists import Listed, read_list
from tests.partnerships import DAY, signed_copy_to

KIND, ID = "meetings", "2026-03-12-executive"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return signed_copy_to(tmp_path)


def take_down(project: Path, part: str | None = None, *, no_trace: bool = False) -> None:
    request = Request(KIND, ID, DAY, part, role="Business manager")
    if no_trace:
        erasing.carry_out(project, erasing.prepare(project, read(project), request))
    else:
        withdrawing.carry_out(project, withdrawing.prepare(read(project), request))


def confirm(project: Path, part: str | None = None, role: str = "Chair") -> list[str]:
    found = confirming.prepare(project, read(project), KIND, ID, part, role=role)
    if not found.problems:
        confirming.carry_out(project, found)
    return [each.code for each in found.problems]


def reminders(project: Path, today: date = DAY, policy: Policy | None = None) -> list[str]:
    found = confirming.to_confirm(project, policy or load(project).policy, read(project), today)
    return [each.message for each in found]


@pytest.mark.parametrize("no_trace", [False, True])
@pytest.mark.parametrize("part", [None, "neglect"])
def test_it_is_reminded_of_until_a_second_person_confirms(
    project: Path,
    part: str | None,
    no_trace: bool,  # noqa: FBT001  # pytest gives parameters by name
) -> None:
    take_down(project, part, no_trace=no_trace)
    before = reminders(project)

    refused = confirm(project, part, "business  Manager")
    assert confirm(project, part) == []

    assert len(before) == 1
    assert "is to confirm that by 2026-06-08" in before[0]
    assert refused == ["same-role-confirms"]
    assert reminders(project) == []
    assert read(project).problems == ()


def test_after_its_day_the_reminder_says_so(project: Path) -> None:
    take_down(project)

    assert "was to confirm" in reminders(project, DAY + timedelta(days=8))[0]


def test_the_policy_says_within_how_many_days(project: Path) -> None:
    soon = Check.model_construct(kinds=("all",), change="takedown", second_person="within", days=2)
    never = Check.model_construct(kinds=("all",), change="takedown", second_person="none")
    take_down(project)

    within = reminders(project, DAY, Policy.model_construct(checks=(soon,)))
    nobody = reminders(project, DAY, Policy.model_construct(checks=(never,)))

    assert "by 2026-06-03" in within[0]
    assert nobody == []


def test_each_of_two_takedowns_is_confirmed_for_itself(project: Path) -> None:
    take_down(project, "neglect")
    take_down(project, "last")

    assert confirm(project, "neglect") == []

    assert len(reminders(project)) == 1
    assert confirm(project, "neglect") == ["confirmed-already"]
    assert confirm(project, "last") == []
    assert reminders(project) == []


def test_what_came_back_and_is_taken_down_without_trace_again_is_confirmed_again(project: Path) -> None:
    """The line of the list is that of the earlier takedown, whom somebody confirmed."""
    copytree(project / "published" / KIND / ID, project.parent / "kept")
    take_down(project, no_trace=True)
    assert (confirm(project), reminders(project)) == ([], [])
    copytree(project.parent / "kept", project / "published" / KIND / ID)

    take_down(project, no_trace=True)

    assert len(reminders(project)) == 1
    assert (confirm(project, role="Business manager"), confirm(project)) == (["same-role-confirms"], [])
    assert (project / "data/taken-down.txt").read_text() == f"{KIND}/{ID} {DAY} Business manager > Chair\n"


def test_a_list_of_a_former_version_is_read(project: Path) -> None:
    """It says the day and the second person, and not who took it down."""
    path = project / "data/taken-down.txt"
    path.write_text("groups/a 2026-01-01\ngroups/b 2026-01-01 Chair of the board\n")

    assert read_list(project) == (
        Listed("groups/a", "2026-01-01"),
        Listed("groups/b", "2026-01-01", "Chair of the board"),
    )


def test_a_role_with_line_breaks_stays_on_its_line(project: Path) -> None:
    """Another line would be the name of something else that was taken down."""
    request = Request(KIND, ID, DAY, role="Chair > of\ngroups/b")
    erasing.carry_out(project, erasing.prepare(project, read(project), request))

    assert [each.taken_by for each in read_list(project) or ()] == ["Chair of groups/b"]


def test_what_was_not_taken_down_cannot_be_confirmed(project: Path) -> None:
    assert confirm(project) == ["not-taken-down"]
    assert confirm(project, "neglect") == ["not-taken-down"]


def test_a_takedown_is_not_taken_for_a_sign_off_without_its_second_person(project: Path) -> None:
    """The two reminders have two remedies, so only one of them is given."""
    late = Check.model_construct(kinds=("all",), second_person="within", days=0)
    policy = Policy.model_construct(checks=(late,))

    take_down(project, "neglect")

    assert second_looks_due(policy, read(project), DAY) == ()


def test_a_line_without_a_day_asks_for_nothing(project: Path) -> None:
    """So were the lists written before anybody had to confirm."""
    (project / "data/taken-down.txt").write_text("meetings/2020-01-01-old\n")

    assert reminders(project) == []


def test_a_role_that_holds_a_mark_is_refused(project: Path) -> None:
    """A role is public."""
    take_down(project)

    assert confirm(project, role="[[redact personal|Chair]]") == ["takedown-note-with-mark"]


def test_a_list_that_cannot_be_read_is_said(project: Path) -> None:
    (project / "data/taken-down.txt").write_bytes(b"\xff\xfe\x00")

    found = confirming.to_confirm(project, load(project).policy, read(project), DAY)

    assert [(each.code, each.place.file) for each in found] == [
        ("takedowns-unreadable", "data/taken-down.txt")
    ]
