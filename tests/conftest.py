"""The one option of the tests: golden files are written anew with `--regenerate`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
"""A busy machine makes no test fail. All else is as it was."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--regenerate`."""
    parser.addoption("--regenerate", action="store_true", help="write the golden files and the guide anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path | str, str], str]:
    """Return a function that returns what a golden file beside the test says."""
    folder = request.path.parent / "golden"

    def read(file: Path | str, actual: str) -> str:
        path = folder / file
        if request.config.getoption("--regenerate"):
            path.write_text(actual, "utf-8")
        return path.read_text("utf-8")

    return read
