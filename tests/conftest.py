"""The one option of the tests: golden files are written anew with `--regenerate`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

import redaction.signing_off.printed
from redaction.attachments.pdfs import words_in

EXAMPLES, MANY_EXAMPLES = 25, 400
"""Of a property that says no number itself: in the everyday run, and where the long tests run too."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--regenerate`."""
    parser.addoption("--regenerate", action="store_true", help="write the golden files and the guide anew")


def pytest_configure(config: pytest.Config) -> None:
    """Choose how many examples a property is tried on. However busy the machine is, none is too slow."""
    everyday = "not long" in config.option.markexpr
    settings.register_profile(
        "ours", deadline=None, max_examples=EXAMPLES if everyday else MANY_EXAMPLES, print_blob=True
    )
    settings.load_profile("ours")


@pytest.fixture(scope="session", autouse=True)
def same_words() -> Iterator[None]:
    """Read each PDF that a sign-off makes once: hundreds of tests sign off the same few documents."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(redaction.signing_off.printed, "words_in", cache(words_in))
        yield


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
