"""Loading finds every problem of every file at once, and names its place and remedy but never a value."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from problems import errors
from records.loading import load
from tests.partnerships import copy_to
from tests.records.telling import told

MEETING = "meetings/2026-03-12-executive.yml"


def edit(project: Path, old: str, new: str, file: str = MEETING) -> None:
    path = project / "data" / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


MISTAKES = {
    "a misspelt key": ("chair: abara\n", "chiar: abara\n"),
    "an owner named twice": ("owners: [brice, police, all]", "owners: [brice, police, brice]"),
    "a year of another age": ("due: 2026-05-31", "due: 0026-05-31"),
    "a misspelt owner": ("owners: [brice, police, all]", "owners: [bryce, police, all]"),
    "a date in another order": ("date: 2026-03-12", "date: 12/03/2026"),
    "a day that does not exist": ("due: 2026-05-31", "due: 2026-02-30"),
    "a due date in words": ("due: 2026-05-31", "due: soon"),
    "a word outside a list": ("status: closed", "status: close"),
    "an id that stands twice": ("      - id: schools\n", "      - id: neglect\n"),
    "a field that cannot be withheld alone": (
        "clock:\n            reason: confidence",
        "id:\n            reason: confidence",
    ),
    "a name where an id belongs": ("chair: abara", "chair: Ife Abara"),
    "owners without brackets": ("owners: [brice, police, all]", "owners: brice, police"),
    "text that became a mapping": ("text: Publish the toolkit.", "text:\n          Publish: the toolkit"),
    "an item id that is the address of an action": ("- id: schools", "- id: action-schools"),
    "an id in the file": ("title: Executive meeting\n", "id: executive\ntitle: Executive meeting\n"),
    "an unknown reason": ("reason: commercial", "reason: commerce"),
    "a reason that is like none": ("reason: commercial", "reason: hr"),
    "a reason in words": ("reason: commercial", "reason: because of money"),
    "printed quotation marks round a day": ("date: 2026-03-12", "date: “2026-03-12”"),
    "printed quotation marks round an id": ("- id: schools", "- id: ‘schools’"),
    "a minute taker without a record": ("minute_taker: quietly", "minute_taker: Ada Quill"),
}
"""What a tired person does to a record: the words before, and after."""


def test_each_mistake_is_told_with_place_and_remedy(
    tmp_path: Path, golden: Callable[[Path | str, str], str]
) -> None:
    """The messages stand in a golden file, to be read as a business manager would."""
    parts = []
    for number, (mistake, (old, new)) in enumerate(MISTAKES.items()):
        project = copy_to(tmp_path / str(number))
        edit(project, old, new)
        parts.append("\n".join([f"# {mistake}", *told(project)]))
    actual = "\n\n".join(parts) + "\n"

    assert actual == golden("mistakes.txt", actual)


def test_every_problem_of_every_file_comes_at_once(project: Path) -> None:
    edit(project, "status: approved\n", "staus: approved\n")
    edit(project, "due: 2026-05-31", "due: soon")
    edit(project, "kind: police", "kind: polices", "organizations/police.yml")
    (project / "data/people/brice.yml").write_bytes(b"\xff\xfe\x00bad")

    codes = [problem.code for problem in load(project).problems]

    assert codes == ["unknown-key", "wrong-form", "not-one-of", "file-utf-16"]


def test_an_unknown_name_is_told_beside_other_mistakes_of_its_record(project: Path) -> None:
    edit(project, "chair: abara\n", "chair: abarra\n")
    edit(project, "owners: [brice, police, all]", "owners: [bryce, police, all]")
    edit(project, "declarations: none", "declaratons: none")
    edit(project, "date: 2026-03-12", "date: 12 March")

    found = [(problem.code, problem.place.line) for problem in load(project).problems]

    assert found == [
        ("wrong-form", 3),
        ("unknown-reference", 7),
        ("unknown-key", 23),
        ("unknown-reference", 74),
    ]


def test_a_broken_record_stops_only_itself(project: Path) -> None:
    edit(project, "status: approved\n", "staus: approved\n")

    records = load(project)

    assert records.get("meetings", "2026-03-12-executive") is None
    assert records.get("meetings", "2026-01-15-executive") is not None


def test_what_a_file_manager_leaves_is_passed_over(tmp_path: Path) -> None:
    """It comes back whenever somebody opens the folder, so an error would only teach to overlook errors."""
    project = copy_to(tmp_path)
    before = load(project)
    for name in (
        ".DS_Store",
        "meetings/.DS_Store",
        "people/Thumbs.db",
        "groups/desktop.ini",
        "policy.yml~",
        "groups/.executive.yml.swp",
        "groups/~$executive.yml",
        "groups/._executive.yml",
        ".~lock.policy.yml#",
        "meetings/#x.yml#",
    ):
        (project / "data" / name).write_bytes(b"\x00\x01")
    after = load(project)

    assert (set(after.loaded), after.problems) == (set(before.loaded), before.problems)


def test_a_link_with_the_name_of_what_a_file_manager_leaves_is_told(tmp_path: Path) -> None:
    """No computer makes one by itself."""
    project = copy_to(tmp_path)
    (project / "data/meetings/.DS_Store").symlink_to("/etc/hostname")

    assert [each.place.file for each in load(project).problems] == ["data/meetings/.DS_Store"]


@pytest.mark.parametrize(
    ("prepare", "code"),
    [
        (lambda data: (data / "meetings/notes.txt").write_text("x"), "file-ending"),
        (lambda data: (data / "meetings/toolkit for the board.PDF").write_text("x"), "file-is-paper"),
        (lambda data: (data / "reports/figures.csv").write_text("x"), "file-is-paper"),
        (lambda data: (data / "meetings/map.jpeg").write_text("x"), "file-is-paper"),
        (lambda data: (data / "meetings/minutes.docx").write_text("x"), "file-is-paper"),
        (lambda data: (data / "meetings/Old Minutes.yml").write_text("title: x"), "file-name"),
        (lambda data: (data / "meetngs").mkdir(), "unknown-folder"),
        (lambda data: (data / "notes.docx").write_text("x"), "unknown-data-file"),
        (lambda data: (data / "meetings/sub").mkdir(), "unknown-data-file"),
        (lambda data: (data / "policy.yml").unlink(), "single-record-missing"),
        (lambda data: (data / "meetings/2026-09-09-out.yml").symlink_to("/etc/hostname"), "file-outside"),
        (
            lambda data: (data / "meetings/2026-09-09-big.yml").write_bytes(b"a: b\n" * 2_000_000),
            "file-too-large",
        ),
        (
            lambda data: (data / "meetings/2026-09-09-deep.yml").write_bytes(b"a: " + b"[" * 100_000),
            "too-deep",
        ),
        (lambda data: (data / "meetings/2026-09-09-empty.yml").write_bytes(b""), "file-empty"),
        (lambda data: (data / "meetings/2026-09-09-pdf.yml").write_bytes(b"%PDF-1.7\x00"), "file-binary"),
        (lambda data: os.mkfifo(data / "meetings/2026-09-09-pipe.yml"), "file-irregular"),
        (
            lambda data: (data / "people/police.yml").write_text("public_id: p-bbbbbbb1\nname: X"),
            "ambiguous-id",
        ),
        (
            lambda data: (data / "people/other.yml").write_text("public_id: p-aaaaaaa1\nname: X"),
            "same-public-id",
        ),
    ],
)
def test_what_is_no_record_is_told(project: Path, prepare: Callable[[Path], object], code: str) -> None:
    prepare(project / "data")

    assert code in {problem.code for problem in errors(load(project).problems)}


def test_a_linked_folder_is_told_once(project: Path, tmp_path: Path) -> None:
    """Its records count as unread: to name one of them is no mistake."""
    elsewhere = tmp_path / "elsewhere"
    (project / "data/groups").rename(elsewhere)
    (elsewhere / "notes.txt").write_text("x")
    (project / "data/groups").symlink_to(elsewhere)

    records = load(project)

    [problem] = errors(records.problems)
    assert (problem.place.file, problem.code) == ("data/groups", "folder-outside")
    assert "data/groups/executive.yml" in records.unread


@pytest.mark.parametrize("target", ["topics", "/nowhere"])
def test_a_linked_folder_that_leads_nowhere_is_told(project: Path, target: str) -> None:
    (project / "data/topics").rename(project / "data/topics-before")
    (project / "data/topics").symlink_to(target)

    assert "folder-outside" in {problem.code for problem in errors(load(project).problems)}


def test_a_circle_of_groups_is_told_once(project: Path) -> None:
    edit(project, "kind: executive\n", "kind: executive\nparent: learning\n", "groups/executive.yml")

    [message] = told(project)

    assert message.startswith("data/groups/executive.yml:3:9: parent: `parent` leads round in a circle: ")
    assert "executive → learning → executive" in message


def test_no_message_quotes_what_a_record_says(project: Path) -> None:
    """A secret that became a key, an id, a date, a status or a broken line is not repeated."""
    edit(project, "status: approved\n", "Secretperson was seen: approved\n")
    edit(project, "due: 2026-05-31", "due: the secretday")
    edit(project, "owners: [brice, police, all]", "owners: [secretowner]")
    edit(project, "status: closed", "status: secretstatus")
    (project / "data/people/brice.yml").write_text("public_id: p-aaaaaaa2\nname: Tom: secretname\n")

    problems = load(project).problems

    assert len(problems) >= 5
    assert [text for text in map(str, problems) if "secret" in text.lower()] == []
    assert "secret" not in repr(problems).lower()


def test_a_missing_data_folder_is_an_empty_one(tmp_path: Path) -> None:
    records = load(tmp_path)

    assert (dict(records.loaded), records.problems) == ({}, ())


def test_a_safeguarding_partner_is_one_that_the_partnership_names(project: Path) -> None:
    """The site would list a body as a partner that is none; the warning names both places."""
    edit(project, "partners: [council, police]", "partners: [police]", "partnership.yml")
    line = (project / "data/partnership.yml").read_text().split("partners:")[0].count("\n") + 1
    found = [each for each in told(project) if "[statutory-partner-not-named]" in each]
    assert [each.split(": ")[0] for each in found] == ["data/organizations/council.yml:3:20"]
    assert f"data/partnership.yml:{line}" in found[0]
