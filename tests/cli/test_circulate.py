"""`pages circulate` writes for those who were there, never in a public place, and reads comments back."""

from __future__ import annotations

import re
import stat
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.cli.commands import run
from tests.partnerships import copy_to, secrets_in

MEETING = "meetings/2026-03-12-executive"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_to(tmp_path / "project")


def test_the_approved_text_is_a_choice_of_its_own(project: Path) -> None:
    """Whoever asks for a draft does not get the approved text by mistake, nor the other way round."""
    refused = run(project, "circulate", MEETING)
    assert refused.exit_code == 1
    assert "[circulate-approved]" in refused.stderr

    result = run(project, "circulate", MEETING, "--approved")

    assert result.exit_code == 0, result.stderr
    folder = project / "build" / "circulated"
    assert sorted(path.name for path in folder.iterdir()) == [
        "2026-03-12-executive-full.docx",
        "2026-03-12-executive-full.pdf",
    ]
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert secrets_in(result.output) == []

    path = project / "data" / f"{MEETING}.yml"
    path.write_text(path.read_text().replace("status: approved", "status: draft"))
    assert "[circulate-not-approved]" in run(project, "circulate", MEETING, "--approved").stderr
    assert run(project, "circulate", MEETING, "--no-pdf").exit_code == 0
    assert (folder / "2026-03-12-executive-draft.docx").is_file()
    assert not (folder / "2026-03-12-executive-draft.pdf").exists()
    assert run(project, "circulate", MEETING, "--no-pdf").exit_code == 0


@pytest.mark.parametrize("folder", ["docs", "site", "published", "data", "build/public"])
def test_it_is_never_written_where_something_is_published(project: Path, folder: str) -> None:
    (project / folder).mkdir(parents=True, exist_ok=True)
    before = sorted((project / folder).rglob("*"))

    result = run(project, "circulate", MEETING, "--approved", "--to", str(project / folder))

    assert result.exit_code == 1
    assert "[review-file-in-public]" in result.stderr
    assert sorted((project / folder).rglob("*")) == before


def test_nothing_elsewhere_is_overwritten(project: Path, tmp_path: Path) -> None:
    target = tmp_path / "here"
    target.mkdir()
    assert run(project, "circulate", MEETING, "--approved", "--to", str(target)).exit_code == 0
    assert (
        "[review-file-exists]" in run(project, "circulate", MEETING, "--approved", "--to", str(target)).stderr
    )


def test_its_own_folder_as_a_link_leads_to_no_public_place(project: Path) -> None:
    """Where build/circulated is a link into site/, nothing is written there, and nothing there goes."""
    there = project / "site" / "2026-03-12-executive-full.pdf"
    there.parent.mkdir()
    there.write_bytes(b"a page of ours")
    (project / "build").mkdir()
    (project / "build" / "circulated").symlink_to(there.parent)

    result = run(project, "circulate", MEETING, "--approved")

    assert (result.exit_code, "[review-file-in-public]" in result.stderr) == (1, True)
    assert [path.name for path in there.parent.iterdir()] == [there.name]


def test_a_link_in_the_place_of_its_file_is_not_followed(project: Path) -> None:
    folder = project / "build" / "circulated"
    folder.mkdir(parents=True)
    (folder / "2026-03-12-executive-full.docx").symlink_to(project / "docs" / "full.docx")

    result = run(project, "circulate", MEETING, "--approved", "--no-pdf")

    assert (result.exit_code, "[review-file-in-public]" in result.stderr) == (1, True)
    assert not (project / "docs" / "full.docx").exists()


@pytest.mark.parametrize("in_the_way", ["circulated", "circulated/2026-03-12-executive-full.docx/x"])
def test_what_is_in_the_way_is_told_in_one_line(project: Path, in_the_way: str) -> None:
    path = project / "build" / in_the_way
    path.parent.mkdir(parents=True)
    path.write_text("something else")

    result = run(project, "circulate", MEETING, "--approved", "--no-pdf")

    assert (result.exit_code, result.stderr.count("[")) == (1, 1)
    assert path.read_text() == "something else"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["people/abara"], "circulate-no-meeting"),
        (["meetings/2026-03-12-executve"], "no-such-record"),
        ([MEETING, "--approved", "--without", "nothing"], "circulate-no-item"),
    ],
)
def test_what_cannot_be_circulated_is_told_in_one_line(
    project: Path, arguments: list[str], code: str
) -> None:
    result = run(project, "circulate", *arguments)
    assert result.exit_code == 1
    assert f"[{code}" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_mark_that_is_damaged_stops_it(project: Path) -> None:
    path = project / "data" / f"{MEETING}.yml"
    path.write_text(path.read_text().replace("[[withheld confidence]]", "[[witheld confidence]]"))

    result = run(project, "circulate", MEETING, "--approved")

    assert result.exit_code == 1
    assert not list((project / "build" / "circulated").glob("*"))


def test_comments_of_a_returned_file_become_questions_in_the_record(project: Path, tmp_path: Path) -> None:
    run(project, "circulate", MEETING, "--approved", "--no-pdf")
    document = docx.Document(str(project / "build" / "circulated" / "2026-03-12-executive-full.docx"))
    about = next(each for each in document.paragraphs if "rate was set" in each.text)
    document.add_comment(about.runs, text="Was it a secretquestion?", author="R. Quill")
    stream = BytesIO()
    document.save(stream)
    returned = tmp_path / "returned.docx"
    returned.write_bytes(stream.getvalue())

    result = run(project, "import", str(returned), "--comments", MEETING)

    assert result.exit_code == 0
    assert "1 question written into" in result.stdout
    assert "items › scrutineer" in result.stderr
    assert secrets_in(result.output) == []
    text = (project / "data" / f"{MEETING}.yml").read_text()
    assert re.search(r"  # QUESTION: comment by R. Quill.*\n(?:  # .*\n)*  - id: scrutineer\n", text)
    assert run(project, "check").exit_code == 0


def test_a_file_that_is_no_word_file_is_one_line(project: Path, tmp_path: Path) -> None:
    returned = tmp_path / "returned.docx"
    returned.write_bytes(b"PK\x03\x04 no")
    result = run(project, "import", str(returned), "--comments", MEETING)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "[returned-unreadable]" in result.stderr
