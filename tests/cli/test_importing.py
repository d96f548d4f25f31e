"""`pages import`: what it writes, says and refuses, and that a sign-off waits for its questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import ROLES, run
from tests.partnerships import copy_to

MINUTES = """\
Executive meeting
Date: 19 November 2026
Present: Dov Ashby (DA), Esme Loft

1. Budget

The lamps of the pier were looked at. Action: DA to send them.

2. Any other business

None.
"""
RECORD = "data/meetings/2026-11-19-executive.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_to(tmp_path / "project")


def minutes(project: Path, name: str = "minutes.txt", text: str = MINUTES) -> str:
    path = project.parent / name
    path.write_text(text)
    return str(path)


def test_import_writes_a_draft_that_is_valid_and_says_what_is_in_it(project: Path) -> None:
    result = run(project, "import", minutes(project))

    assert result.exit_code == 0
    assert result.stdout == f"{RECORD}\n"
    assert "Read: 2 people, 2 items, 0 decisions, 1 action." in result.stderr
    assert "runs of words in their places; 1 paragraph in part under `source`." in result.stderr
    assert f"warning: {RECORD}:4: Nobody has compared this draft" in result.stderr
    checked = run(project, "check")
    assert "import-questions-left" in checked.stderr
    assert [line for line in checked.stderr.split("\n") if line.startswith("error:") and RECORD in line] == []


def test_import_says_nothing_of_what_the_file_says(project: Path) -> None:
    result = run(project, "import", minutes(project), "--show-text")

    assert [word for word in ("lamps", "Ashby", "Loft", "pier") if word in result.output] == []


def test_a_second_import_writes_beside_and_says_so(project: Path) -> None:
    run(project, "import", minutes(project))
    (project / RECORD).write_text("title: edited by hand\n")

    again = run(project, "import", minutes(project))
    third = run(project, "import", minutes(project))

    assert (project / RECORD).read_text() == "title: edited by hand\n"
    assert again.stdout == "data/meetings/2026-11-19-executive-imported-2.yml\n"
    assert third.stdout == "data/meetings/2026-11-19-executive-imported-3.yml\n"
    assert "import-again" in again.stderr


def test_a_draft_is_signed_off_only_after_its_questions_are_settled(project: Path) -> None:
    run(project, "import", minutes(project))
    refused = run(project, "sign-off", "meetings/2026-11-19-executive", *ROLES)
    path = project / RECORD
    lines = path.read_text().split("\n")
    path.write_text("\n".join(line for line in lines if not line.lstrip().startswith("#")))
    done = run(project, "sign-off", "meetings/2026-11-19-executive", *ROLES)

    assert (refused.exit_code, done.exit_code) == (1, 0)
    assert "import-questions-open" in refused.stderr
    assert (project / "published/meetings/2026-11-19-executive/1/record.json").exists()


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("x.txt", "", "import-empty"),
        ("x.doc", "words", "import-old-word"),
        ("x.docx", "words", "import-damaged"),
        ("x.txt", "Executive meeting\n1. Budget\n2. Plan\n", "import-no-date"),
    ],
)
def test_what_cannot_be_imported_is_one_line_and_nothing_is_written(
    project: Path, name: str, text: str, code: str
) -> None:
    before = sorted(project.rglob("*"))
    result = run(project, "import", minutes(project, name, text))

    assert result.exit_code == 1
    assert result.stdout == ""
    assert [line.rpartition("[")[2] for line in result.stderr.strip().split("\n")] == [f"{code}]"]
    assert sorted(project.rglob("*")) == before


def test_group_and_day_can_be_said(project: Path) -> None:
    said = run(project, "import", minutes(project), "--date", "2026-11-26", "--group", "executive")
    wrong = run(project, "import", minutes(project), "--group", "nobody")

    assert said.stdout == "data/meetings/2026-11-26-executive.yml\n"
    assert wrong.exit_code == 1
    assert "new-no-such-record" in wrong.stderr


def test_a_folder_in_the_way_is_one_line(project: Path) -> None:
    folder = project / "data/meetings"
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    folder.write_text("a file")

    result = run(project, "import", minutes(project))

    assert result.exit_code == 1
    assert "new-cannot-write" in result.stderr
