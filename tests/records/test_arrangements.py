"""Arrangements are read whole, and what contradicts itself between versions is told with both places."""

from __future__ import annotations

from pathlib import Path

import pytest

from records.kinds.arrangements import KIND, Arrangements
from records.loading import load
from tests.records.telling import only, told


def written(project: Path, **versions: str) -> Path:
    """Write versions of the arrangements by id, each with a title."""
    return only(
        project,
        "arrangements",
        **{name: f"title: How we work together\n{text}" for name, text in versions.items()},
    )


def test_two_versions_that_follow_each_other_are_fine(tmp_path: Path) -> None:
    """The older ends on the day before the newer begins."""
    project = written(
        tmp_path,
        v1="in_force_from: 2024-01-01\nin_force_until: 2025-12-31\n",
        v2="in_force_from: 2026-01-01\nreplaces: v1\n",
    )
    assert told(project, "arrangements") == []


def test_two_in_force_are_told_with_both_places(tmp_path: Path) -> None:
    """An older version without a last day, and one that ends too late, are each a problem of the newer."""
    project = written(
        tmp_path,
        v1="in_force_from: 2023-01-01\nin_force_until: 2026-01-01\n",
        v2="status: superseded\nin_force_from: 2024-01-01\n",
        v3="in_force_from: 2026-01-01\n",
    )
    begins = (
        "data/arrangements/{0}.yml:{1}:16: in_force_from: Two arrangements are in force at the same "
        "time: these, and "
    )
    mend = "Give the older of the two an `in_force_until`, which is the day before the newer one begins. "
    code = "[arrangements-two-in-force]"
    assert told(project, "arrangements") == [
        begins.format("v2", 3) + f"`v1` (data/arrangements/v1.yml:3). {mend}{code}",
        begins.format("v3", 2) + f"`v1` (data/arrangements/v1.yml:3). {mend}{code}",
        begins.format("v3", 2) + f"`v2` (data/arrangements/v2.yml:3). {mend}{code}",
    ]
    days = [each.private_text for each in load(project).problems]
    assert days == ["2024-01-01", "2026-01-01", "2026-01-01"]


@pytest.mark.parametrize("status", ["draft", "consultation", "withdrawn"])
def test_what_binds_nobody_is_in_nobodys_way(tmp_path: Path, status: str) -> None:
    """A proposal may name the day from which it should be in force."""
    project = written(
        tmp_path,
        v1="in_force_from: 2024-01-01\n",
        v2=f"status: {status}\nin_force_from: 2026-01-01\n",
    )
    assert told(project, "arrangements") == []


def test_arrangements_for_different_areas_stand_side_by_side(tmp_path: Path) -> None:
    """Two areas of one partnership may each have their own."""
    project = written(
        tmp_path,
        v1="areas: [North]\nin_force_from: 2024-01-01\n",
        v2="areas: [South]\nin_force_from: 2024-06-01\n",
    )
    assert told(project, "arrangements") == []


def test_a_gap_is_a_warning_with_both_places(tmp_path: Path) -> None:
    """Days on which nothing is in force are told, and stop nothing."""
    project = written(
        tmp_path,
        v1="in_force_from: 2024-01-01\nin_force_until: 2025-11-30\n",
        v2="in_force_from: 2026-01-01\n",
    )
    assert told(project, "arrangements") == [
        (
            "data/arrangements/v2.yml:2:16: in_force_from: For some time before these begin no "
            "arrangements are in "
            "force: `v1` ends at data/arrangements/v1.yml:3. Let the older of the two last "
            "until the day before "
            "these begin, or correct `in_force_from` here. [arrangements-gap]"
        )
    ]
    assert [each.private_text for each in load(project).problems] == ["2025-12-01 to 2025-12-31"]
    assert load(project).get("arrangements", "v2") is not None


def test_ending_before_the_first_day_is_told_with_both_places(tmp_path: Path) -> None:
    """The dates of one version are in order, and a wrong pair is not told a second time as a gap."""
    project = written(
        tmp_path,
        v1="in_force_from: 2026-01-01\nin_force_until: 2025-01-01\n",
        v2="in_force_from: 2026-06-01\n",
    )
    assert told(project, "arrangements") == [
        (
            "data/arrangements/v1.yml:3:17: in_force_until: These arrangements end before they "
            "come into force: "
            "`in_force_from` is at data/arrangements/v1.yml:2. Correct whichever of the two days is wrong. "
            "[arrangements-end-first]"
        )
    ]


def test_a_circle_of_versions_is_told(tmp_path: Path) -> None:
    """No version replaces itself, directly or by way of others."""
    project = written(tmp_path, v1="replaces: v2\n", v2="replaces: v1\n")
    assert [problem.split("[")[-1] for problem in told(project, "arrangements")] == ["cycle]"]


def test_a_clause_can_be_named_from_another_version(tmp_path: Path) -> None:
    """A clause of any depth is named as VERSION/CLAUSE; one that does not exist is told."""
    clauses = "clauses:\n  - id: one\n    title: One\n    clauses:\n      - id: 1-1\n        text: First.\n"
    newer = "clauses:\n  - id: one\n    title: One\n    replaces: [v1/1-1, v1/1-2]\n"
    project = written(tmp_path, v1=clauses, v2=newer)
    assert told(project, "arrangements") == [
        (
            "data/arrangements/v2.yml:5:24: clauses › one › replaces › 2: No clause with this "
            "id; did you mean "
            "`v1/1-1`? Correct the id, or add what it should name first. [unknown-reference]"
        )
    ]


def test_two_clauses_with_one_id_are_told(tmp_path: Path) -> None:
    """An address within a version belongs to one clause."""
    text = "clauses:\n  - id: one\n    title: One\n    clauses:\n      - id: one\n        text: First.\n"
    assert [problem.split("[")[-1] for problem in told(written(tmp_path, v1=text), "arrangements")] == [
        "same-id]"
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("partners:\n  - leads: []\n", "one-of-two"),
        ("agencies:\n  - name: Clubs\n    organization: police\n    sector: sport\n", "one-of-two"),
        ("groups:\n  - role: leads\n", "one-of-two"),
        ("signed:\n  - on: 2026-01-01\n", "one-of-two"),
        ("scrutiny:\n  - holders:\n      - since: 2026\n        until: 2025-12\n", "ends-before-start"),
        ("funding:\n  contributions:\n    - amount: £5\n", "wrong-form"),
        ("clauses:\n  - id: a\n    topic: money\n", "not-one-of"),
        ("clauses:\n  - id: a\n    replaces: [one]\n", "wrong-form"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, text: str, code: str) -> None:
    """A piece that says two things, or nothing, is told at its place."""
    problems = load(written(tmp_path, v1=text)).problems
    assert [problem.code for problem in problems if "arrangements" in problem.place.file] == [code]


def test_names_are_printed_as_on_the_day_of_signing(tmp_path: Path) -> None:
    """The last signature counts, then the approval, then the first day in force."""
    text = (
        "in_force_from: 2026-03-01\napproved_on: 2026-02-01\nsigned:\n  - by: council\n    on: 2026-02-14\n"
    )
    projects = [text, text.split("signed", maxsplit=1)[0], text.split("approved", maxsplit=1)[0], ""]
    days = []
    for number, each in enumerate(projects):
        record = load(written(tmp_path / str(number), v1=each)).get("arrangements", "v1")
        assert isinstance(record, Arrangements)
        days.append(KIND.day(record))
    assert days == ["2026-02-14", "2026-02-01", "2026-03-01", None]


@pytest.mark.parametrize(
    ("text", "key", "code"),
    [
        ("funding:\n  review: 2019-20\n", "`review_words` beside it", "no-such-day"),
        ("scrutiny:\n  - since: 2019-20\n", "`since_words` beside it", "no-such-day"),
        ("timetable:\n  - what: Talks\n    date: in May\n", "`date_words` beside it", "wrong-form"),
        ("agencies:\n  - name: A\n    sector: other\n    since: now\n", "`note` beside it", "wrong-form"),
    ],
)
def test_words_for_a_day_are_told_where_they_belong(tmp_path: Path, text: str, key: str, code: str) -> None:
    """A span or words in place of a day: the message names the key that takes them."""
    [problem] = told(written(tmp_path, v1=text), "arrangements")
    assert problem.endswith(
        f"A span, such as a year that runs into the next, and words belong in {key}. [{code}]"
    )


@pytest.mark.parametrize("day", ["31.3.2027", "31/03/2027", "3-31-27"])
def test_a_day_in_another_order_is_told_the_order_only(tmp_path: Path, day: str) -> None:
    """Whoever wrote a day wants no words for it."""
    [problem] = told(written(tmp_path, v1=f"funding:\n  review: {day}\n"), "arrangements")
    assert problem.endswith("Write a day, a month or a year: `2026-03-12`, `2026-03` or `2026`. [wrong-form]")


def test_words_of_the_day_are_read(tmp_path: Path) -> None:
    """The part as printed, words for days, and an option without a title have keys of their own."""
    text = (
        "partners:\n  - organization: council\n    leads:\n      - title: Chief Executive\n"
        "        role_words: Named officer\n        since_words: from May\n        until_words: for a time\n"
        "scrutiny:\n  - since_words: from May\n    until_words: for a year\n    review_words: in the autumn\n"
        "options:\n  - id: one\n    text: Nothing changes.\n"
    )
    project = written(tmp_path, v1=text)
    assert told(project, "arrangements") == []
    record = load(project).get("arrangements", "v1")
    assert isinstance(record, Arrangements)
    holder, role = record.partners[0].leads[0], record.scrutiny[0]
    assert (holder.role_words, holder.since_words, holder.until_words) == (
        "Named officer",
        "from May",
        "for a time",
    )
    assert (role.since_words, role.until_words, role.review_words) == (
        "from May",
        "for a year",
        "in the autumn",
    )
    assert record.options[0].title is None
