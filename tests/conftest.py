"""The one option of the tests: golden files are written anew with `--regenerate`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "macros" / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--regenerate`."""
    parser.addoption("--regenerate", action="store_true", help="write the golden files and the guide anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path | str, str], str]:
    """Return a function that returns what a golden file says, after writing it where that is asked for."""

    def read(file: Path | str, actual: str) -> str:
        path = GOLDEN / file
        if request.config.getoption("--regenerate"):
            path.write_text(actual, "utf-8")
        return path.read_text("utf-8")

    return read
