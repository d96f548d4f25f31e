"""Running the command as a user does, in a process of the test."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from cli.main import pages

ROLES = ("--redacted-by", "Business manager", "--checked-by", "Chair", "--note", "Signed off.", "--yes")


def run(project: Path, *arguments: str, typed: str | None = None) -> Result:
    """Return what a verb printed and its exit code; an exception is a fault and is raised."""
    verb, *rest = arguments
    return CliRunner().invoke(
        pages, [verb, "--project", str(project), *rest], input=typed, catch_exceptions=False
    )
