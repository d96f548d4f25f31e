"""`pages schema` writes what an editor needs, keeps it from git, and touches no settings of others."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from records.kinds import KINDS
from records.loading import load
from tests.cli.commands import run
from tests.partnerships import copy_to


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_to(tmp_path / "project")


def test_each_kind_has_a_schema_that_its_files_find(project: Path) -> None:
    """The settings name for the files of each kind a schema that is there."""
    result = run(project, "schema")
    settings = json.loads((project / ".vscode/settings.json").read_text("utf-8"))

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f".vscode/settings.json\n{len(KINDS)} schemas written to build/schema/.\n"
    assert [(project / name).is_file() for name in settings["yaml.schemas"]] == [True] * len(KINDS)
    covered = {path for pattern in settings["yaml.schemas"].values() for path in project.glob(pattern)}
    assert covered == {project / each.file for each in load(project).loaded.values()}


def test_the_editor_is_told_to_ask_no_other_host(project: Path) -> None:
    run(project, "schema")
    settings = json.loads((project / ".vscode/settings.json").read_text("utf-8"))

    assert settings["yaml.schemaStore.enable"] is False


def test_the_schemas_hold_the_ids_of_today(project: Path) -> None:
    """A second run knows a record that was written since, and keeps nothing of one that is gone."""
    run(project, "schema")
    (project / "data/people/newcomer.yml").write_text("public_id: p-4k7dm2xb\nname: A B\n", "utf-8")
    (project / "data/people/quietly.yml").unlink()
    run(project, "schema")
    text = (project / "build/schema/meetings.json").read_text("utf-8")

    assert ('"newcomer"' in text, '"quietly"' in text, '"abara"' in text) == (True, False, True)


def test_git_passes_over_the_schemas(project: Path) -> None:
    """They hold the ids of people, so no folder of schemas is ever offered for a commit."""
    run(project, "schema")

    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=project, check=True, capture_output=True, text=True).stdout  # noqa: S607  # whichever git the developer has

    git("init", "--quiet")
    assert "build" not in git("status", "--porcelain", "--untracked-files=all")


def test_settings_that_exist_stay_and_are_printed(project: Path) -> None:
    (project / ".vscode").mkdir()
    path = project / ".vscode/settings.json"
    path.write_text('{"editor.fontSize": 15}', "utf-8")
    result = run(project, "schema")

    assert path.read_text("utf-8") == '{"editor.fontSize": 15}'
    assert result.exit_code == 0
    assert "was left as it is" in result.stderr
    assert '"./build/schema/meetings.json": "data/meetings/*.yml"' in result.stdout


def test_settings_can_be_left_out(project: Path) -> None:
    result = run(project, "schema", "--no-settings")

    assert (result.exit_code, (project / ".vscode").exists()) == (0, False)


def test_what_cannot_be_written_is_a_problem(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full: one line says so, and nothing else is touched."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cli.verbs.schema.create_whole", full)

    result = run(project, "schema")

    assert result.exit_code == 1
    assert "build/schema" in result.stderr
    assert "[new-cannot-write]" in result.stderr
    assert not (project / ".vscode").exists()


def test_records_with_mistakes_do_not_keep_the_schemas_away(project: Path) -> None:
    """`pages check` lists mistakes; an editor is needed most while there are some."""
    (project / "data/meetings/2026-03-12-executive.yml").write_text("title: [", "utf-8")

    assert run(project, "schema").exit_code == 0


def test_without_records_it_is_called_the_wrong_way(tmp_path: Path) -> None:
    assert run(tmp_path, "schema").exit_code == 2


def test_the_line_for_other_editors_can_stand_in_a_record(project: Path) -> None:
    """The comment that names a schema to other editors is a comment like any other."""
    path = project / "data/groups/executive.yml"
    line = "# yaml-language-server: $schema=../../build/schema/groups.json\n"
    path.write_text(line + path.read_text("utf-8"), "utf-8")

    assert load(project).problems == ()
