"""`pages summary`: the digest of a meeting from what is published, and when there is none."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from editions.datasets import assemble
from editions.holding import Hold, write_hold
from editions.published import read
from macros.all_macros import macros_for
from tests.cli.commands import run
from tests.partnerships import copy_to, secrets_in, signed_copy_to

Golden = Callable[[Path | str, str], str]
MEETING = "2026-03-12-executive"
ENDINGS = {"text": "txt", "markdown": "md", "html": "html"}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the partnership with all of it signed off. No test changes it."""
    return signed_copy_to(tmp_path_factory.mktemp("published"))


@pytest.fixture
def project(tmp_path: Path, published: Path) -> Path:
    """Return a copy that a test may change."""
    shutil.copytree(published, tmp_path / "project")
    return tmp_path / "project"


@pytest.mark.parametrize("form", ENDINGS)
def test_it_prints_the_golden_digest(form: str, published: Path, golden: Golden) -> None:
    """In each form, on standard output, with no word that is withheld."""
    result = run(published, "summary", MEETING, "--format", form)
    assert (result.exit_code, result.stderr) == (0, "")
    assert golden(f"summary.{ENDINGS[form]}", result.stdout) == result.stdout
    assert secrets_in(result.stdout) == []


@pytest.mark.parametrize("name", [f"meetings/{MEETING}", f"data/meetings/{MEETING}.yml"])
def test_the_meeting_can_be_named_as_elsewhere(name: str, published: Path) -> None:
    """As a record, or by its file."""
    assert run(published, "summary", name).stdout == run(published, "summary", MEETING).stdout


def test_it_writes_a_file(project: Path) -> None:
    """And prints nothing else than that it did."""
    file = project / "newsletter.html"
    result = run(project, "summary", MEETING, "--format", "html", "--output", str(file))
    assert (result.exit_code, result.stdout) == (0, "")
    assert file.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_a_file_that_is_there_is_never_overwritten(project: Path) -> None:
    """Be it a record, by a slip of the hand."""
    file = project / f"data/meetings/{MEETING}.yml"
    before = file.read_bytes()

    result = run(project, "summary", MEETING, "--output", str(file))

    assert (result.exit_code, "[review-file-exists]" in result.stderr) == (1, True)
    assert file.read_bytes() == before


def test_a_file_that_cannot_be_written_is_told(project: Path) -> None:
    """A folder that is not there is not made."""
    result = run(project, "summary", MEETING, "--output", str(project / "nowhere" / "n.txt"))
    assert result.exit_code == 1
    assert "[summary-not-written]" in result.stderr


def test_it_needs_no_private_records(project: Path) -> None:
    """What it says is the same where there is nothing but what is published."""
    before = run(project, "summary", MEETING).stdout
    shutil.rmtree(project / "data")
    assert run(project, "summary", MEETING).stdout == before


def test_a_change_that_nobody_signed_off_is_not_in_it(project: Path) -> None:
    """The newest edition counts, not what stands in data/."""
    before = run(project, "summary", MEETING).stdout
    path = project / f"data/meetings/{MEETING}.yml"
    path.write_text(path.read_text("utf-8").replace("neglect and at", "another matter and at"), "utf-8")
    assert run(project, "summary", MEETING).stdout == before


def test_a_meeting_without_an_edition_has_none(tmp_path: Path) -> None:
    """The same is said whether or not there is such a record."""
    project = copy_to(tmp_path)
    found = [run(project, "summary", name) for name in (MEETING, "2001-01-01-nobody")]
    assert [(each.exit_code, each.stdout) for each in found] == [(1, ""), (1, "")]
    assert found[0].stderr == found[1].stderr
    assert "[summary-without-edition]" in found[0].stderr


def test_what_was_taken_down_has_none(project: Path) -> None:
    """Neither a meeting by itself, nor any while the whole site is taken down."""
    write_hold(project, Hold("2026-06-02"))
    held = run(project, "summary", MEETING)
    (project / "published/holding.json").unlink()
    run(project, "withdraw", f"meetings/{MEETING}", "--now", "--role", "Business manager")
    gone = run(project, "summary", MEETING)
    assert [(each.exit_code, each.stdout) for each in (held, gone)] == [(1, ""), (1, "")]
    assert "[summary-of-taken-down]" in held.stderr
    assert "[summary-of-taken-down]" in gone.stderr


def test_words_that_are_withheld_by_now_stop_it(project: Path) -> None:
    """A known term that stands in an old edition is not sent round, and is not quoted."""
    terms = "terms:\n  - name: the scrutineer's post\n    sort: place\n"
    (project / "data/terms.yml").write_text(terms, "utf-8")
    result = run(project, "summary", MEETING)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "[secret-in-summary]" in result.stderr
    assert "scrutineer" not in result.stderr


def test_known_terms_that_cannot_be_read_stop_it(project: Path) -> None:
    """Nobody could tell whether one of them stands in it."""
    (project / "data/terms.yml").write_text("- what is this\n", "utf-8")
    result = run(project, "summary", MEETING)
    assert (result.exit_code, result.stdout) == (1, "")


def test_an_edition_that_was_changed_by_hand_stops_it(project: Path) -> None:
    """Nothing is sent round that nobody signed off."""
    path = project / f"published/meetings/{MEETING}/1/record.json"
    path.write_text(path.read_text("utf-8").replace("Neglect", "Neglekt"), "utf-8")
    result = run(project, "summary", MEETING)
    assert (result.exit_code, result.stdout) == (1, "")


def test_only_meetings_have_one(published: Path) -> None:
    """Other records are named with what is wrong."""
    result = run(published, "summary", "groups/executive")
    assert result.exit_code == 2
    assert "Only meetings have a summary." in result.stderr


def test_somebody_who_is_no_longer_named_is_in_it_by_post(project: Path) -> None:
    """Also on the page that says who was who, without any new sign-off."""
    (public_id,) = re.findall(r"public_id: (p-\w+)", (project / "data/people/brice.yml").read_text("utf-8"))
    pages = [run(project, "summary", MEETING).stdout, who_was_who(project)]
    (project / "published/suppressed.txt").write_text(f"{public_id}\n", "utf-8")
    after = [run(project, "summary", MEETING).stdout, who_was_who(project)]
    assert [("Brice" in each) for each in (*pages, *after)] == [True, True, False, False]


def who_was_who(project: Path) -> str:
    """Return the page that says who was who."""
    return macros_for(assemble(read(project)))["who_was_who"]()
