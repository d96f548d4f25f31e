"""Where the disk is full, one line says what was done and what was not; no fault of the software."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

import cli.main
from editions import storing
from editions.published import read
from macros.project_files.permanence import read_lock
from tests.cli.commands import ROLES, run
from tests.partnerships import signed_copy_to

GROUP = "groups/executive"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project in which a group has another name than was signed off."""
    found = signed_copy_to(tmp_path)
    file = found / f"data/{GROUP}.yml"
    file.write_text(file.read_text("utf-8").replace("name: ", "name: The ", 1), "utf-8")
    return found


def fill(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let no file of this name be put in its place."""

    def full(path: Path) -> None:
        if path.name == name:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))

    take, replace = storing._take_name, Path.replace  # noqa: SLF001  # the last step of a write

    def take_name(passing: Path, path: Path) -> None:
        full(path)
        take(passing, path)

    def replaced(passing: Path, path: Path) -> Path:
        full(path)
        return replace(passing, path)

    monkeypatch.setattr(storing, "_take_name", take_name)
    monkeypatch.setattr(Path, "replace", replaced)


def test_an_edition_that_finds_no_room_is_told_and_can_be_signed_off_later(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        fill(full, "record.json")
        result = run(project, "sign-off", GROUP, *ROLES, "--note", "A name.")

    assert (result.exit_code, "[edition-not-stored]" in result.stderr) == (1, True)
    assert run(project, "sign-off", GROUP, *ROLES, "--note", "A name.").exit_code == 0
    assert run(project, "check").exit_code == 0


def test_a_list_that_finds_no_room_does_not_deny_what_was_published(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        fill(full, "published.lock")
        result = run(project, "sign-off", GROUP, *ROLES, "--note", "A name.")

    assert (result.exit_code, "signed off" in result.stdout) == (0, True)
    assert "[lock-not-renewed]" in result.stderr
    assert len(read(project).histories["groups", "executive"].editions) == 2
    assert read_lock(project).editions[GROUP] == 1
    assert run(project, "sign-off", "--changed", *ROLES).exit_code == 0
    assert read_lock(project).editions[GROUP] == 2


def test_whatever_else_finds_no_room_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "secret.yml")

    monkeypatch.setattr(cli.main, "pages", full)

    with pytest.raises(SystemExit) as stopped:
        cli.main.main()

    said = capsys.readouterr().err
    assert (stopped.value.code, "[no-room]" in said, "secret" in said) == (1, True, False)
