"""`pages import-register` writes a draft beside what there is, and never over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from records.loading import load
from tests.cli.commands import run
from tests.partnerships import copy_to
from tests.records.registers import workbooks


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_to(tmp_path / "project")


def test_a_register_becomes_a_draft_that_is_checked_like_any_record(project: Path, tmp_path: Path) -> None:
    file = tmp_path / "register.xlsx"
    file.write_bytes(workbooks.risks())

    result = run(project, "import-register", str(file), "--as", "risks", "--date", "2026-03-12")

    assert result.exit_code == 0, result.stderr
    assert "data/risks/register-2026-03-12.yml\n" in result.stdout
    assert "17 of 32 cells placed, the others in the office note; 9 questions." in result.stdout
    assert load(project).get("risks", "register-2026-03-12") is not None
    assert not any(words in result.output for words in ("Tom Dooley", "hush", "Posts stay empty"))


@pytest.mark.parametrize(
    ("sort", "content", "record"),
    [
        ("risks", workbooks.risks(), "risks/register-2026-05-14"),
        ("actions", b"Ref;Action;Owner\n1;Meet;Ada Quillfeather\n", "meetings/2026-05-14-executive"),
    ],
)
def test_a_question_stands_in_the_draft_and_stops_its_sign_off(
    project: Path, tmp_path: Path, sort: str, content: bytes, record: str
) -> None:
    """A question that was only printed would be forgotten, and the draft published."""
    file = tmp_path / ("register.xlsx" if sort == "risks" else "log.csv")
    file.write_bytes(content)
    said = run(project, "import-register", str(file), "--as", sort, "--date", "2026-05-14")
    path = project / "data" / f"{record}.yml"
    asked = [line for line in path.read_text("utf-8").splitlines() if line.startswith("# QUESTION ")]
    assert said.stdout.rstrip(".\n").endswith(f"{len(asked)} question{'s' if len(asked) > 1 else ''}")

    roles = ("--redacted-by", "Business manager", "--checked-by", "Chair", "--yes")
    assert "[import-questions-left]" in run(project, "check").output
    assert "[import-questions-open]" in run(project, "sign-off", record, *roles).output

    settled = [line for line in path.read_text("utf-8").splitlines() if line not in asked]
    path.write_text("\n".join(settled) + "\n", "utf-8")
    assert "[import-questions-open]" not in run(project, "sign-off", record, *roles).output


def test_an_action_log_becomes_a_draft_without_a_mistake_of_ours(project: Path, tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    file.write_text("Ref,Action,Due,Status\n1,Meet,2026-06-01,open\n")
    arguments = ("--as", "actions", "--group", "executive", "--date", "2026-05-14")

    assert run(project, "import-register", str(file), *arguments).exit_code == 0

    assert load(project).get("meetings", "2026-05-14-executive") is not None


def test_a_record_that_exists_is_never_touched(project: Path, tmp_path: Path) -> None:
    """Reading the file again, after somebody went on writing, writes beside and says so."""
    file = tmp_path / "list.csv"
    file.write_text(workbooks.ATTENDANCE)
    path = project / "data" / "meetings" / "2026-03-12-executive.yml"
    before = path.read_bytes()
    arguments = (
        "import-register",
        str(file),
        "--as",
        "attendance",
        "--group",
        "executive",
        "--date",
        "2026-03-12",
    )

    results = [run(project, *arguments) for _ in range(2)]

    assert path.read_bytes() == before
    assert [result.stdout.splitlines()[0] for result in results] == [
        "build/imported/meetings/2026-03-12-executive.yml",
        "build/imported/meetings/2026-03-12-executive-2.yml",
    ]
    assert all("It was not touched." in result.stdout for result in results)


@pytest.mark.parametrize(
    ("content", "arguments", "code"),
    [
        (b"", ("--as", "risks"), "register-empty"),
        (b"words", ("--as", "risks"), "register-no-headers"),
        (b"\xd0\xcf\x11\xe0", ("--as", "budget"), "register-old-format"),
        (workbooks.ACTIONS.encode(), ("--as", "actions", "--group", "nobody"), "register-no-group"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_writes_nothing(
    project: Path, tmp_path: Path, content: bytes, arguments: tuple[str, ...], code: str
) -> None:
    file = tmp_path / "file.csv"
    file.write_bytes(content)
    before = sorted((project / "data").rglob("*"))

    result = run(project, "import-register", str(file), *arguments)

    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert f"[{code}]" in result.stderr
    assert sorted((project / "data").rglob("*")) == before
    assert not (project / "build" / "imported").exists()
