"""Groups: what is read of them, and what contradicts itself, each with both places."""

from __future__ import annotations

from pathlib import Path

import pytest

from problems import Severity
from records.kinds.groups import Group
from records.loading import load
from tests.partnerships import copy_to

FILE = "data/groups/quality.yml"
BEGINNING = "name: Quality Group\nkind: sub-group\nparent: executive\n"


def problems_of(folder: Path, text: str, **others: str) -> list[tuple[str, int, str]]:
    """Return code, line and message of each problem of a group `quality`, and of others by their ids."""
    project = copy_to(folder)
    for name, written in {"quality": BEGINNING + text, **others}.items():
        (project / f"data/groups/{name}.yml").write_text(written, "utf-8")
    return [
        (each.code, each.place.line, each.message)
        for each in load(project).problems
        if each.place.file == "data/groups/quality.yml"
    ]


def chairs(*terms: str) -> str:
    """Return members that are each chair for a term: the lines of an entry after its name."""
    entries = [f"  - name: Holder {number}\n    role: chair\n{term}" for number, term in enumerate(terms)]
    return "members:\n" + "".join(entries)


def term(since: str = "", until: str = "") -> str:
    return "".join(f"    {key}: {day}\n" for key, day in (("since", since), ("until", until)) if day)


def test_terms_hold_what_documents_say(tmp_path: Path) -> None:
    """A version has purpose, members, ways to decide, frequency, reporting, and who agreed it where."""
    text = (
        "next_handover: 2027-04\nnext_chair: council\n"
        "terms:\n  - version: 1\n    missing: No copy survives\n"
        "  - version: 3\n    agreed: 2026-01\n    agreed_at: 2026-01-15-executive\n    purpose: To learn.\n"
        "    membership: Five people.\n    decision_making: By agreement.\n    frequency: Monthly\n"
        "    reporting: To the executive.\n    changes: The quorum\n"
    )
    project = copy_to(tmp_path)
    (project / "data/groups/quality.yml").write_text(BEGINNING + text, "utf-8")
    records = load(project)
    group = records.get("groups", "quality")
    assert records.problems == ()
    assert isinstance(group, Group)
    lost, known = group.terms
    assert (lost.missing, known.agreed_at, group.next_chair) == (
        "No copy survives",
        "2026-01-15-executive",
        "council",
    )
    assert (known.purpose, known.membership, known.decision_making, known.frequency, known.reporting) == (
        "To learn.",
        "Five people.",
        "By agreement.",
        "Monthly",
        "To the executive.",
    )


@pytest.mark.parametrize(
    "terms",
    [
        (term("2024-04-01", "2025-03-31"), term("2025-03-01", "2026-03-31")),
        (term("2025-03-01"), term("2024-04-01", "2025-03-31")),
        (term("2024-04-01"), term("2025-04-01")),
        (term(), term()),
        (term(), term("2025-04-01")),
        (term("2024", "2026"), term("2025")),
        (term("2024", "2026"), term("2025", "2026")),
    ],
)
def test_two_chairs_at_once_are_told_with_both_places(terms: tuple[str, str], tmp_path: Path) -> None:
    """Overlapping terms of two people as chair are one problem, whichever stands first."""
    second = 8 + terms[0].count("\n") - 1
    assert problems_of(tmp_path, chairs(*terms)) == [
        (
            "two-chairs",
            second,
            f"Two people are `chair` of this group at the same time: the other is at {FILE}:5.",
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        chairs(term("2024-04-01", "2025-03-31"), term("2025-04-01")),
        chairs(term("2024-04-01", "2025-04-01"), term("2025-04-01")),
        chairs(term("2024", "2025"), term("2025")),
        chairs(term("2024", "2025-06"), term("2025")),
        chairs(term("", "2025-03-31"), term()),
        chairs(term("2026", "2027"), term("2024", "2025")),
        chairs(term(), term()).replace("role: chair", "role: co-chair"),
        chairs(term(), term() + "    vacant: yes\n"),
        chairs(term("2024"), term("2025")).replace("Holder 1", "Holder 0"),
    ],
)
def test_chairs_one_after_the_other_are_no_problem(text: str, tmp_path: Path) -> None:
    """A day of handover, terms that are not known exactly, two who share the chair, one who goes on."""
    assert problems_of(tmp_path, text) == []


def test_a_group_that_ended_before_it_began_is_told_once(tmp_path: Path) -> None:
    """Both days are named by their places; nothing is said of its members then."""
    text = "created: 2024-05\nended: 2024-04-30\n" + chairs(term("2023-01-01"))
    assert problems_of(tmp_path, text) == [
        (
            "group-ends-first",
            5,
            "The group ended before it began: `created` is at data/groups/quality.yml:4.",
        )
    ]


def test_seats_outside_the_life_of_the_group_are_told(tmp_path: Path) -> None:
    """A seat that begins before the group, or begins or ends after it, is told once; open ones are not."""
    text = "created: 2024-05\nended: 2025\nmembers:\n" + "".join(
        f"  - name: N\n{each}"
        for each in (
            term("2024-04-30"),
            term("2024-05-01", "2026-01-01"),
            term("2026-02-01", "2026-03-01"),
            term("2024"),
            term("2024-06", "2025-12-31"),
        )
    )
    before, after = ("This seat begins before the group did: `created`", "This seat begins or goes on after")
    assert [
        (code, line, message.startswith((before, after)))
        for code, line, message in problems_of(tmp_path, text)
    ] == [
        ("member-before-group", 8, True),
        ("member-after-group", 11, True),
        ("member-after-group", 13, True),
    ]
    assert "data/groups/quality.yml:4." in problems_of(tmp_path, text)[0][2]
    assert "data/groups/quality.yml:5." in problems_of(tmp_path, text)[1][2]


def test_a_group_under_one_that_ended_is_told(tmp_path: Path) -> None:
    """It is a warning: the structure may just be changing. A group that ended too is in order."""
    above = "name: Old Board\nkind: board\nended: 2025-03-31\n"
    text = BEGINNING.replace("executive", "board")
    (tmp_path / "living").mkdir()
    assert problems_of(tmp_path / "living", "", board=above, quality=text) == [
        (
            "group-outlives-parent",
            3,
            "This group goes on and reports to a group that ended: see data/groups/board.yml:3.",
        )
    ]
    assert problems_of(tmp_path / "ended", "", board=above, quality=text + "ended: 2025\n") == []


def test_terms_out_of_order_are_told_and_gaps_are_not(tmp_path: Path) -> None:
    """A version agreed before the dated one above it is out of order; undated ones may stand between."""
    text = (
        "terms:\n  - version: 1\n    agreed: 2024-03\n  - version: 2\n    missing: Lost\n"
        "  - version: 3\n    agreed: 2023-12-01\n  - version: 4\n    agreed: 2024\n"
    )
    assert problems_of(tmp_path, text) == [
        (
            "terms-out-of-order",
            10,
            f"This version of the terms was agreed before the one that stands above it, at {FILE}:6.",
        )
    ]


def test_what_may_be_meant_so_is_a_warning(tmp_path: Path) -> None:
    """Seats outside a group's life, and a group under one that ended, do not keep a record from sign-off."""
    project = copy_to(tmp_path)
    text = BEGINNING + "created: 2024\nmembers:\n  - name: N\n    since: 2023\n"
    (project / "data/groups/quality.yml").write_text(text, "utf-8")
    records = load(project)
    assert [each.severity for each in records.problems] == [Severity.WARNING]
    assert records.get("groups", "quality") is not None


@pytest.mark.parametrize(
    ("handover", "told"), [("2025-03-31", True), ("2025", False), ("2025-04", False), ("2026-04", False)]
)
def test_a_handover_before_the_chair_began_is_told(handover: str, told: bool, tmp_path: Path) -> None:  # noqa: FBT001  # a case of the table
    """The record was not brought up to date when the chair was handed over."""
    text = f"next_handover: {handover}\n" + chairs(term("2024-04-01", "2025-03-31"), term("2025-04-01"))
    expected = [
        (
            "handover-before-chair",
            4,
            f"The next handover of the chair is before the present chair began: see {FILE}:10.",
        )
    ]
    assert problems_of(tmp_path, text) == (expected if told else [])
