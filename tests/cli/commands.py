"""Running the command as a user does, in a process of the test."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner, Result

from cli.main import pages
from tests.partnerships import Files, copy_to, files_of, write_files

ROLES = ("--redacted-by", "Business manager", "--checked-by", "Chair", "--note", "Signed off.", "--yes")
SIGN_OFF = ("sign-off", "--changed", *ROLES)
BUILD = ("build",)


def run(project: Path, *arguments: str, typed: str | None = None) -> Result:
    """Return what a verb printed and its exit code; an exception is a fault and is raised."""
    verb, *rest = arguments
    return CliRunner().invoke(
        pages, [verb, "--project", str(project), *rest], input=typed, catch_exceptions=False
    )


def copy_after(folder: Path, *verbs: tuple[str, ...]) -> Path:
    """Copy the partnership of the tests into a folder, as it is after these verbs, and return it.

    Each process runs them once, so no protection may be switched off when they are asked for; whoever asks
    gets files of their own.
    """
    return write_files(_after(verbs), folder)


@cache
def _after(verbs: tuple[tuple[str, ...], ...]) -> Files:
    with TemporaryDirectory() as folder:
        project = copy_to(Path(folder))
        for verb in verbs:
            result = run(project, *verb)
            assert result.exit_code == 0, result.output
        return files_of(project)
