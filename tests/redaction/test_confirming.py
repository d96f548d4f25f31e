"""A takedown is confirmed by a second person, and reminded of until then."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from editions.frozen import freeze
from editions.kinds import PUBLIC_KINDS
from editions.published import read
from records.kinds.policies import Check, Policy
from records.loading import load
from redaction.projecting.cutting_out import shown_parts
from redaction.signing_off.second_people import second_looks_due
from redaction.signing_off.signing import write_edition
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


def test_a_sign_off_by_one_person_does_not_end_the_reminder(project: Path) -> None:
    """Nobody else has seen then what was taken down, and it can still be confirmed."""
    take_down(project, "neglect")
    sign_off_without(project, "neglect", checked_by=None)

    assert len(reminders(project)) == 1
    assert (confirm(project, "neglect"), reminders(project)) == ([], [])
    assert read(project).problems == ()


def test_a_sign_off_that_a_second_person_checked_ends_the_reminder(project: Path) -> None:
    take_down(project, "neglect")
    sign_off_without(project, "neglect", checked_by="Chair")

    assert (reminders(project), confirm(project, "neglect")) == ([], ["not-taken-down"])


def test_what_is_public_again_is_not_reminded_of(project: Path) -> None:
    before = read(project).histories[KIND, ID].newest
    take_down(project, "neglect")
    assert before.record is not None
    write(project, before.record, checked_by=None)

    assert reminders(project) == []


def test_what_came_back_and_was_taken_down_again_is_confirmed_once(project: Path) -> None:
    """Of two takedowns of one part the newest counts: the other ended when the part was public again."""
    before = read(project).histories[KIND, ID].newest
    take_down(project, "neglect")
    assert before.record is not None
    write(project, before.record, checked_by=None)
    take_down(project, "neglect")

    assert len(reminders(project)) == 1
    assert (confirm(project, "neglect"), reminders(project)) == ([], [])


def test_a_withdrawal_that_was_told_again_is_confirmed_once(project: Path) -> None:
    take_down(project)
    again = Request(KIND, ID, DAY, note="It is replaced.", role="Business manager")
    withdrawing.carry_out(project, withdrawing.prepare(read(project), again))

    assert len(reminders(project)) == 1
    assert (confirm(project), reminders(project)) == ([], [])


def sign_off_without(project: Path, part: str, *, checked_by: str | None) -> None:
    """Sign the meeting off as it is now public: without the part."""
    record = read(project).histories[KIND, ID].newest.record
    assert record is not None
    assert part not in shown_parts(record)
    write(project, record, checked_by=checked_by)


def write(project: Path, record: dict[str, Any], *, checked_by: str | None) -> None:
    newest = read(project).histories[KIND, ID].newest
    edition = freeze(
        KIND,
        PUBLIC_KINDS[KIND].model_validate(record),
        number=newest.number + 1,
        date=DAY.isoformat(),
        note="After a takedown.",
        redacted_by="Business manager",
        checked_by=checked_by,
    )
    write_edition(project, edition)
