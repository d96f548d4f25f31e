"""Where the computer does not let somebody, one line says so; no name of a private file, no fault."""

from __future__ import annotations

from pathlib import Path

import pytest

import cli.main
from editions.published import read
from tests.cli.commands import run
from tests.partnerships import signed_copy_to


def refuse(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let no file of this name be read; the tests may run as root, whom no permission stops."""
    whole = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == name:
            raise PermissionError(13, "Permission denied", str(path))
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)


@pytest.mark.parametrize(
    ("name", "folder"),
    [("data/files/secretfolder/list.csv", "data"), ("published", "published"), ("elsewhere.yml", "PROJECT")],
)
def test_a_folder_that_may_not_be_read_is_named_and_nothing_in_it(
    name: str,
    folder: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refused(**_: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path / name))

    monkeypatch.setattr(cli.main, "pages", refused)

    with pytest.raises(SystemExit) as stopped:
        cli.main.main()

    said = capsys.readouterr().err
    assert (stopped.value.code, said.partition(": The computer")[0]) == (1, f"error: {folder}")
    assert said.count("\n") == 1
    assert "secret" not in said


def test_an_edition_that_may_not_be_read_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = signed_copy_to(tmp_path)
    refuse(monkeypatch, "record.json")

    result = run(project, "build")

    assert result.exit_code == 1
    assert {problem.code for problem in read(project).problems} >= {"edition-not-opened"}
    assert (
        "published/meetings/2026-03-12-executive/1/record.json: This file cannot be opened." in result.stderr
    )
