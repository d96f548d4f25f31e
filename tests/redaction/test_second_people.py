"""A record of a group that is shared is looked at for each area that the policy names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editions.datasets import assemble
from editions.published import read
from records.kinds.policies import Policy
from records.loading import load
from redaction.review.reviewing import review
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import scanner_for
from redaction.signing_off.second_people import checkers, groups_of
from redaction.signing_off.signing import Prepared, Request, prepare, store
from tests.partnerships import DAY, copy_to

KEY = ("meetings", "2026-03-12-executive")
JOINT = """
joint:
  - groups: executive
    checkers:
      - area: testwick
        name: Testwick
        role: Chair of Testwick
      - area: hollowdale
        name: Hollow Dale
        role: Head of safeguarding, Hollow Dale
"""
BOTH = ("Chair of Testwick", "head of  safeguarding, Hollow Dale")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = copy_to(tmp_path)
    with (folder / "data/policy.yml").open("a") as file:
        file.write(JOINT)
    return folder


def prepared(project: Path, *roles: str, key: tuple[str, str] = KEY, **more: str) -> Prepared:
    records = load(project)
    assert [str(each) for each in records.problems] == []
    first = roles[0] if roles else None
    request = Request(*key, "Manager", DAY, checked_by=first, also_checked_by=roles[1:], note="New.")
    return prepare(records, read(project), scanner_for(harvest(records)), replace(request, **more))


def codes(result: Prepared) -> list[str]:
    return sorted(each.code for each in result.problems)


@pytest.mark.parametrize(
    ("roles", "areas"),
    [
        ((), ["hollowdale", "testwick"]),
        (("Chair",), ["hollowdale", "testwick"]),
        (("Chair of Testwick",), ["hollowdale"]),
        (BOTH, []),
        (BOTH[::-1], []),
        ((*BOTH, "Somebody else"), []),
    ],
)
def test_each_area_looks(roles: tuple[str, ...], areas: list[str], project: Path) -> None:
    """Nobody can stand in for an area; who else looked does not matter."""
    found = prepared(project, *roles)
    missing = [each for each in found.problems if each.code == "checker-of-area"]
    assert sorted(str(each).split("`")[1] for each in missing) == areas
    assert (found.edition is None) == bool(areas)


def test_a_message_names_the_area_by_its_id_only(project: Path) -> None:
    """Neither the area in words nor the role stands in it."""
    said = "\n".join(map(str, prepared(project).problems))
    assert ("`testwick`" in said, "Hollow Dale" in said, "Chair of" in said) == (True, False, False)


def test_who_looked_for_which_area_is_frozen(project: Path) -> None:
    """The edition and the public data say it in the words of the policy."""
    store(project, prepared(project, *BOTH))
    edition = read(project).histories[KEY].newest
    assert [(each.area, each.role) for each in edition.checked_for] == [
        ("Testwick", "Chair of Testwick"),
        ("Hollow Dale", "Head of safeguarding, Hollow Dale"),
    ]
    assert edition.checked_by == BOTH[0]
    issue = next(each for each in assemble(read(project)).kinds["meetings"] if each.id == KEY[1]).issues[-1]
    assert issue.checked_for == edition.checked_for


def test_an_area_can_look_later(project: Path) -> None:
    """A record that was published before the group was shared is signed off again, with the same values."""
    (project / "data/policy.yml").write_text((project / "data/policy.yml").read_text().replace(JOINT, ""))
    store(project, prepared(project, "Chair"))
    (project / "data/policy.yml").write_text((project / "data/policy.yml").read_text() + JOINT)
    assert prepared(project, *BOTH).edition is not None
    store(project, prepared(project, *BOTH))
    assert codes(prepared(project, *BOTH)) == ["nothing-changed"]


@pytest.mark.parametrize("roles", [("Manager", *BOTH), (*BOTH, BOTH[0])])
def test_nobody_looks_twice(roles: tuple[str, ...], project: Path) -> None:
    """Who prepared it does not check, and one role counts once."""
    assert "same-role-twice" in codes(prepared(project, *roles))


def test_secrets_in_the_role_of_any_area_are_found(project: Path) -> None:
    """All roles are published with the edition, so all are searched."""
    assert "note-with-secret" in codes(prepared(project, *BOTH, "The secretpartnernote stays here"))


def test_a_record_of_another_group_needs_no_area(project: Path) -> None:
    """The rule is about the groups that it names."""
    policy = load(project).policy
    assert isinstance(policy, Policy)
    person = prepared(project, "Chair", key=("organizations", "council"))
    assert (person.edition is not None, codes(person)) == (True, [])
    assert checkers(policy, "organizations", person.record) == ()


def test_the_group_itself_is_of_the_group(project: Path) -> None:
    record = prepared(project, *BOTH, key=("groups", "executive")).record
    assert record is not None
    assert "executive" in groups_of("groups", record)
    assert "checker-of-area" in codes(prepared(project, "Chair", key=("groups", "executive")))


def test_the_review_gives_the_command_with_every_role(project: Path) -> None:
    """What a person is told to type signs the record off."""
    records = load(project)
    shown = review(records, read(project), scanner_for(harvest(records)), KEY, DAY)
    assert shown.command is not None
    assert shown.command.count("--checked-by") == 2
    assert "'Head of safeguarding, Hollow Dale'" in shown.command
    assert [each for each in shown.findings if each.problem.code == "checker-of-area"] == []


@pytest.mark.parametrize(
    "checkers_said",
    [
        "[{area: a, name: A, role: One}]",
        "[{area: a, name: A, role: One}, {area: a, name: B, role: Two}]",
        "[{area: a, name: A, role: One}, {area: b, name: B, role: one}]",
    ],
)
def test_one_checker_for_each_of_several_areas(checkers_said: str, tmp_path: Path) -> None:
    """One alone, one area twice, or one role for two areas is a mistake of the policy."""
    project = copy_to(tmp_path)
    with (project / "data/policy.yml").open("a") as file:
        file.write(f"joint: [{{groups: executive, checkers: {checkers_said}}}]\n")
    assert "checkers-of-areas" in {each.code for each in load(project).problems}


def test_a_meeting_of_two_shared_groups_is_looked_at_by_the_checkers_of_both(project: Path) -> None:
    """Where an area has another checker for each group, neither takes the other's place."""
    more = """\
  - groups: learning
    checkers:
      - {area: testwick, name: Testwick, role: Chair of Testwick}
      - {area: hollowdale, name: Hollow Dale, role: Head of learning}
"""
    with (project / "data/policy.yml").open("a") as file:
        file.write(more)
    path = project / "data" / f"{'/'.join(KEY)}.yml"
    path.write_text(path.read_text() + "with_groups: [learning]\n")

    assert codes(prepared(project, *BOTH)) == ["checker-of-area"]
    assert codes(prepared(project, *BOTH, "Head of learning")) == []
