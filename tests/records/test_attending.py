"""What contradicts itself between attendance, chair and approval of a meeting, told with both places."""

from __future__ import annotations

from pathlib import Path

import pytest

from problems import Severity
from records.loading import load
from tests.partnerships import copy_to

FILE = "data/meetings/2026-05-14-executive.yml"
BEGINNING = "title: Executive meeting\ngroup: executive\ndate: 2026-05-14\nstatus: approved\n"


def problems_of(folder: Path, text: str) -> list[tuple[str, int, str]]:
    """Return code, line and the place of the other of each problem of a meeting that goes on like this."""
    project = copy_to(folder)
    (project / FILE).write_text(BEGINNING + text, "utf-8")
    return [
        (each.code, each.place.line, each.message.partition(f"{FILE}:")[2].rstrip("."))
        for each in load(project).problems
        if each.place.file == FILE
    ]


def rows(*lines: str) -> str:
    """Return an attendance, of which the first row stands on line 6."""
    return "attendance:\n" + "".join(f"  - {each}\n" for each in lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (rows("person: abara\n    deputy: brice"), [("deputy-for-present", 7, "6")]),
        (rows("person: abara\n    deputy_name: somebody"), [("deputy-for-present", 7, "6")]),
        (rows("person: abara", "person: brice\n    deputy_for: abara"), [("deputy-for-present", 8, "6")]),
        (rows("person: abara\n    status: apologies\n    deputy: abara"), [("own-deputy", 8, "")]),
        (rows("person: abara\n    deputy_for: [abara]"), [("own-deputy", 7, "")]),
        (
            rows(
                "person: abara\n    status: apologies\n    deputy: brice", "person: brice\n    status: absent"
            ),
            [("deputy-away", 8, "9")],
        ),
        (rows("person: abara", "person: abara\n    status: apologies"), [("attends-twice", 7, "6")]),
        ("chair: abara\n" + rows("person: abara\n    status: apologies"), [("chair-away", 5, "7")]),
        (
            rows("person: abara\n    withhold: {reason: personal, what: concealed}"),
            [("came-concealed", 7, "")],
        ),
    ],
)
def test_a_contradiction_is_told_with_both_places(
    text: str, expected: list[tuple[str, int, str]], tmp_path: Path
) -> None:
    """Deputies for somebody present, for oneself or away; a person twice; an absent chair; one concealed."""
    assert problems_of(tmp_path, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        rows("person: abara\n    status: apologies\n    deputy: brice", "person: brice"),
        rows("person: abara\n    left: 15:00\n    deputy: brice", "person: brice\n    deputy_for: abara"),
        rows("person: abara\n    also: [apologies]\n    deputy: brice"),
        rows(
            "person: abara\n    status: apologies\n    deputy: brice",
            "person: brice\n    status: apologies\n    also: [present]",
        ),
        "chair: brice\n" + rows("person: abara\n    status: apologies"),
        "chair: abara\n" + rows("person: abara\n    status: apologies\n    also: [present]"),
        rows("person: abara\n    status: absent\n    withhold: {reason: personal, what: concealed}"),
        rows("person: abara\n    withhold: {reason: personal, what: whole}"),
    ],
)
def test_what_may_be(text: str, tmp_path: Path) -> None:
    """A deputy for somebody away or there for a part, and contradictions that the minutes print."""
    assert problems_of(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("approved: 2026-03-12-executive\n", [("approved-before-meeting", 5, "")]),
        ("approved: 2026-05-14-executive\n", [("approved-before-meeting", 5, "3")]),
        ("approved_on: 2026-05-13\n", [("approved-before-meeting", 5, "3")]),
        ("until: 2026-05-15\napproved_on: 2026-05-14\n", [("approved-before-meeting", 6, "3")]),
        ("approved_on: 2026-05\n", []),
        ("approved_on: 2026-05-14\n", []),
        ("approved_on: 2026-06\n", []),
    ],
)
def test_minutes_cannot_be_approved_before_the_meeting(
    text: str, expected: list[tuple[str, int, str]], tmp_path: Path
) -> None:
    """Neither by an earlier meeting, nor by itself, nor on an earlier day."""
    assert problems_of(tmp_path, text) == expected


def test_what_was_printed_wrong_can_still_be_published(tmp_path: Path) -> None:
    """Minutes are kept as they are, so contradictions are warnings."""
    text = rows("person: abara\n    deputy: abara", "person: abara\n    status: apologies")
    project = copy_to(tmp_path)
    (project / FILE).write_text(BEGINNING + text, "utf-8")
    found = {each.code: each.severity for each in load(project).problems}
    assert found == {"own-deputy": Severity.WARNING, "attends-twice": Severity.WARNING}


PERSON = "public_id: p-aaaaaaa{number}\nname: Holder {number}\nposts:\n  - post: trust/chief\n"


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("    since: 2024-01-01\n", "    since: 2025-01-01\n", True),
        ("    since: 2024-01-01\n    until: 2025-01-02\n", "    since: 2025-01-01\n", True),
        ("    since: 2024-01-01\n    until: 2025-01-01\n", "    since: 2025-01-01\n", False),
        ("    since: 2024-01-01\n", "    since: 2025-01-01\n    standing: acting\n", False),
        ("    since: 2024-01-01\n", "", False),
        ("    since: 2024-01\n    until: 2025-01\n", "    since: 2025-01\n", False),
        ("    since: 2024\n    until: 2025\n", "    since: 2025-03\n", False),
        ("    since: 2024\n    until: 2025-02\n", "    since: 2024-12\n", True),
    ],
)
def test_two_holders_of_a_post_are_told(one: str, other: str, told: bool, tmp_path: Path) -> None:  # noqa: FBT001  # a case of the table
    """Both for good and surely at the same time, as far as days are known; a share may be left as it is."""
    project = copy_to(tmp_path)
    trust = "name: Trust\nkind: other\nposts:\n  - id: chief\n    title: Chief\n"
    (project / "data/organizations/trust.yml").write_text(trust, "utf-8")
    for name, number, term in (("first", 1, one), ("second", 2, other)):
        text = PERSON.format(number=number) + term
        (project / f"data/people/{name}.yml").write_text(text, "utf-8")
    found = [each for each in load(project).problems if each.code == "two-holders"]
    expected = [("data/people/second.yml", 4, "data/people/first.yml:4")] if told else []
    assert [
        (each.place.file, each.place.line, each.message.rpartition(" ")[2].rstrip(".")) for each in found
    ] == expected


def test_a_successor_that_was_gone_before_is_told(tmp_path: Path) -> None:
    """The body that took over cannot have ended first."""
    project = copy_to(tmp_path)
    bodies = {
        "old": "name: Old\nkind: other\ndissolved: 2022-06-30\nsuccessor: new\n",
        "new": "name: New\nkind: other\ndissolved: 2021\n",
    }
    for name, text in bodies.items():
        (project / f"data/organizations/{name}.yml").write_text(text, "utf-8")
    (found,) = load(project).problems
    assert (found.code, found.place.line) == ("successor-ended-first", 4)
    assert "data/organizations/new.yml:3" in found.message


@pytest.mark.parametrize(
    ("promise", "code"),
    [
        ("  since: 2026-01-01\n", "promise-empty"),
        ("  draft_days: 0\n", "promise-days"),
        ("  approved_days: 366\n", "promise-days"),
        ("  draft_days: 20\n  closed: [2026-05-04]\n", "goes-with"),
        ("  draft_days: 20\n  counted: weekdays\n", "not-one-of"),
        ("  draft_days: 20\n  counted: working-days\n  closed: [2026-05-04]\n", ""),
    ],
)
def test_a_promise_that_promises_nothing_is_told(promise: str, code: str, tmp_path: Path) -> None:
    """It needs days, and few enough; closed days matter only where working days are counted."""
    project = copy_to(tmp_path)
    policy = project / "data/policy.yml"
    policy.write_text(policy.read_text("utf-8") + "promptness:\n" + promise, "utf-8")
    assert [each.code for each in load(project).problems] == ([code] if code else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("time: 16:10–14:00\n", [("ends-before-it-begins", 5)]),
        ("time: 16:10 - 14:00\n", [("ends-before-it-begins", 5)]),
        ("times:\n  opened: 14:00\n  closed: 13:10\n", [("ends-before-it-begins", 7)]),
        (
            "next_meetings:\n  - date: 2026-07-09\n    time: 14:00–12:00\n",
            [("ends-before-it-begins", 7)],
        ),
        ("time: 14:00–16:10\n", []),
        ("time: 14:00\n", []),
        ("time: 14:00–14:00\n", []),
        ("until: 2026-05-15\ntime: 14:00–12:00\ntimes: {opened: 14:00, closed: 12:00}\n", []),
        ("times:\n  opened: 14:00\n  closed: 16:10\n", []),
    ],
)
def test_a_time_that_ends_before_it_begins_is_told(
    text: str, expected: list[tuple[str, int]], tmp_path: Path
) -> None:
    """As a warning, for minutes may print it; a meeting of several days may end earlier than it began."""
    assert [each[:2] for each in problems_of(tmp_path, text)] == expected
