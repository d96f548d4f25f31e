"""What the partnership says of its site: a colour that can be read, and a statement that is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.partnerships import SOURCE
from tests.records.telling import codes, told_of

FILE = "data/partnership.yml"
PLAIN = (SOURCE / FILE).read_text("utf-8")
STATEMENT = "accessibility: {{status: {}, prepared: 2026-05-01{}}}\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("colour: 00564f\n", []),
        ('colour: "#1D70B8"\n', []),
        ("colour: ffdd00\n", ["[colour-pale]"]),
        ("colour: teal\n", ["[wrong-form]"]),
        ("logo: logo.png\n", []),
        ("logo: ../data/secretlogo.png\n", ["[wrong-form]"]),
        (STATEMENT.format("full", ""), []),
        (STATEMENT.format("partial", ""), ["[accessibility-without-problems]"]),
        (STATEMENT.format("none", ", problems: [{text: All of it.}]"), []),
        (STATEMENT.format("full", ", problems: [{text: Maps.}]"), ["[accessibility-not-full]"]),
    ],
)
def test_colour_logo_and_statement_are_checked(project: Path, line: str, expected: list[str]) -> None:
    """A pale colour is a warning; a statement says what falls short exactly where something does."""
    assert codes(told_of(project, FILE, f"{PLAIN.rstrip()}\n{line}")) == expected


def test_a_pale_colour_is_told_with_its_contrast(project: Path) -> None:
    """The message has the figure, and stops nothing."""
    (told,) = told_of(project, FILE, f"{PLAIN.rstrip()}\ncolour: ffdd00\n")
    assert "1.3 to 1, and 4.5 to 1 is the least" in told
