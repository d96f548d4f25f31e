"""What was signed off is read whole, and whatever is not as it was signed off is found."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from editions.canonical import digest, to_bytes
from editions.kinds.groups import PublicGroup
from editions.published import read
from redaction.signing_off.signing import is_unchanged
from tests.partnerships import signed_copy_to

RECORD = "published/meetings/2026-03-12-executive/1/record.json"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return signed_copy_to(tmp_path)


def _reformatted(path: Path) -> None:
    path.write_text(json.dumps(json.loads(path.read_text())))


def _digest_redone(path: Path) -> None:
    """Somebody who also corrects the digest still fails on the code, which is of the same values."""
    plain = json.loads(path.read_text())
    plain["record"]["unknown"] = "x"
    path.write_bytes(to_bytes(plain))


def _linked(path: Path) -> None:
    other = path.with_name("elsewhere.json")
    path.rename(other)
    path.symlink_to(other)


@pytest.mark.parametrize(
    ("damage", "codes"),
    [
        (lambda path: path.write_text(path.read_text().replace("Neglect", "Regrets")), ["edition-changed"]),
        (lambda path: path.write_text(path.read_text().replace('"Chair"', '"Clerk"')), ["edition-changed"]),
        (_reformatted, ["edition-unreadable"]),
        (_digest_redone, ["edition-changed"]),
        (lambda path: path.write_bytes(b""), ["edition-unreadable"]),
        (lambda path: path.write_bytes(b"[" * 100_000), ["edition-unreadable"]),
        (lambda path: path.write_bytes(b"\xff\xfe\x00"), ["edition-unreadable"]),
        (
            lambda path: path.write_text("<<<<<<< HEAD\n{}\n=======\n[]\n>>>>>>> theirs\n"),
            ["edition-in-conflict"],
        ),
        (
            lambda path: path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n")),
            ["edition-line-ends"],
        ),
        (lambda path: path.write_bytes(b"{\r\n}\r\n"), ["edition-unreadable"]),
        (
            lambda path: path.write_text(path.read_text().replace('"format": 1', '"format": 2')),
            ["edition-newer-format"],
        ),
        (lambda path: path.parent.rename(path.parent.with_name("2")), ["edition-wrong-place"]),
        (_linked, ["published-unknown-file", "published-unknown-file"]),
    ],
)
def test_a_damaged_edition_is_a_problem_of_its_own(
    project: Path, damage: Callable[[Path], object], codes: list[str]
) -> None:
    before = read(project).histories.keys()
    damage(project / RECORD)

    published = read(project)

    assert [problem.code for problem in published.problems] == codes
    assert published.histories.keys() == before - {("meetings", "2026-03-12-executive")}


def test_a_missing_edition_is_missed(project: Path) -> None:
    path = project / RECORD
    second = path.parent.with_name("3")
    second.mkdir()
    plain = path.read_text()
    (second / "record.json").write_text(plain)

    assert [problem.code for problem in read(project).problems] == ["edition-wrong-place"]


def test_an_unknown_file_is_a_problem(project: Path) -> None:
    (project / "published/meetings/notes.txt").write_text("x")

    assert [str(problem.place) for problem in read(project).problems] == ["published/meetings/notes.txt"]


def test_what_a_killed_writer_left_is_passed_over(project: Path) -> None:
    (project / "published/meetings/.part-0123456789abcdef").write_text("x")

    assert read(project).problems == ()


@pytest.mark.parametrize("content", ["Ife Abara\n", "p-short\n"])
def test_a_list_of_suppressed_people_holds_public_ids_only(project: Path, content: str) -> None:
    (project / "published/suppressed.txt").write_text(content)

    assert [problem.code for problem in read(project).problems] == ["suppression-unreadable"]


def test_a_project_without_editions_is_empty(tmp_path: Path) -> None:
    published = read(tmp_path)

    assert (published.histories, published.problems) == ({}, ())


def test_a_field_that_came_later_changes_no_edition(project: Path) -> None:
    """An edition that says nothing of a field with a default is whole, as if the field were new."""
    path = project / "published/groups/executive/1/record.json"
    plain = json.loads(path.read_text("utf-8"))
    assert plain["record"]["members"][0].pop("vacant") is False
    plain.pop("digest")
    path.write_bytes(to_bytes({**plain, "digest": digest(plain)}))
    published = read(project)
    record = published.histories["groups", "executive"].record
    assert published.problems == ()
    assert isinstance(record, PublicGroup)
    assert record.members[0].vacant is False
    assert is_unchanged(record, published.histories["groups", "executive"])
