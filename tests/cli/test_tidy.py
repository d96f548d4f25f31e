"""`pages tidy` writes what it says, leaves alone what it cannot read, and quotes nothing."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest

import cli.verbs.tidy
from records.loading import load
from records.tidying import Tidied
from tests.cli.commands import ROLES, run
from tests.partnerships import copy_to

MEETING = "meetings/2026-03-12-executive"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    copy = copy_to(tmp_path / "project")
    run(copy, "tidy")
    return copy


def test_a_tidy_partnership_stays_as_it_is(project: Path) -> None:
    result = run(project, "tidy", "--check")

    assert result.exit_code == 0
    assert result.stdout.startswith("0 records would change, ")
    assert result.stderr == ""


def test_check_says_what_would_change_and_writes_nothing(project: Path) -> None:
    path = project / "data" / f"{MEETING}.yml"
    before = path.read_text()
    path.write_text(before.replace("chair: abara", "chair:    abara"))
    untidy = path.read_text()

    said = run(project, "tidy", "--check", MEETING)

    assert said.exit_code == 1
    assert said.stdout == "1 record would change, 0 as they were.\n"
    assert "[tidy-layout]" in said.stderr
    assert path.read_text() == untidy
    assert run(project, "tidy", MEETING).exit_code == 0
    assert path.read_text() == before


def test_one_record_that_stays_is_counted_in_the_singular(project: Path) -> None:
    """Numbers and words agree."""
    assert run(project, "tidy", "--check", MEETING).stdout == "0 records would change, 1 as it was.\n"


def test_what_cannot_be_read_is_left_alone_and_the_rest_is_tidied(project: Path) -> None:
    broken, other = project / "data" / f"{MEETING}.yml", project / "data" / "partnership.yml"
    broken.write_text(broken.read_text() + "title: Twice\n")
    other.write_text(other.read_text() + "\n\n")
    before = broken.read_bytes()

    result = run(project, "tidy")

    assert result.exit_code == 1
    assert "[duplicate-key]" in result.stderr
    assert "[tidy-not-read]" in result.stderr
    assert result.stdout.startswith("1 record tidied, ")
    assert broken.read_bytes() == before


def test_what_somebody_saves_meanwhile_is_not_lost(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All records are read before the first is written; a file that another saved in between stays theirs."""
    path, other = project / "data" / f"{MEETING}.yml", project / "data" / "partnership.yml"
    path.write_text(path.read_text().replace("chair: abara", "chair:    abara"))
    other.write_text(other.read_text() + "\n\n")
    theirs = path.read_bytes() + b"# Saved by somebody else.\n"
    tidied = cli.verbs.tidy.tidy

    def while_another_saves(raw: bytes, file: str, *rest: Any, **more: Any) -> Tidied:
        found = tidied(raw, file, *rest, **more)
        if file == f"data/{MEETING}.yml":
            path.write_bytes(theirs)
        return found

    monkeypatch.setattr(cli.verbs.tidy, "tidy", while_another_saves)
    result = run(project, "tidy")

    assert path.read_bytes() == theirs
    assert f"data/{MEETING}.yml: Somebody changed this file" in result.stderr
    assert result.stdout.startswith("1 record tidied, ")
    assert result.exit_code == 1


def test_a_tidied_file_keeps_its_permissions_and_leaves_no_other(project: Path) -> None:
    path = project / "data" / f"{MEETING}.yml"
    path.write_text(path.read_text().replace("chair: abara", "chair:    abara"))
    path.chmod(0o640)
    before = sorted(path.parent.iterdir())

    assert run(project, "tidy").exit_code == 0

    assert (stat.S_IMODE(path.stat().st_mode), sorted(path.parent.iterdir())) == (0o640, before)


def test_a_published_record_is_not_changed_by_tidying(project: Path) -> None:
    """Line breaks in prose would make a new edition necessary, so published prose keeps its lines."""
    path = project / "data" / f"{MEETING}.yml"
    path.write_text(path.read_text() + f"preamble: |\n  {'The partners met. ' * 20}\n")
    run(project, "sign-off", "--changed", *ROLES)

    run(project, "tidy")

    assert f"changed since edition 1: {MEETING}" not in run(project, "check").stdout
    assert run(project, "tidy", "--wrap", "--check", MEETING).exit_code == 1


def test_the_records_are_the_same_before_and_after(tmp_path: Path) -> None:
    project = copy_to(tmp_path / "project")
    before = {key: each.plain for key, each in load(project).loaded.items()}

    assert run(project, "tidy").exit_code == 0

    def words(value: object) -> list[str]:
        return str(value).replace("\\n", " ").split()

    after = {key: each.plain for key, each in load(project).loaded.items()}
    assert {key: words(each) for key, each in after.items()} == {
        key: words(each) for key, each in before.items()
    }


def test_a_record_that_is_not_there_is_told(project: Path) -> None:
    result = run(project, "tidy", "meetings/2026-03-12-executve")

    assert result.exit_code == 1
    assert "meetings/2026-03-12-executive" in result.stderr
