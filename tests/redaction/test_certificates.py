"""The day of a certificate, and a file that is none."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from redaction.verifying.certificates import Seen, certificate_of, compare, day_of


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        (None, "2026-06-01"),
        ("", "2026-06-01"),
        ("1700000000", "2023-11-14"),
        ("soon", "2026-06-01"),
        ("9" * 30, "2026-06-01"),
    ],
)
def test_the_day_is_that_of_the_source_or_of_the_newest_edition(epoch: str | None, day: str) -> None:
    """A number of seconds that is no day is passed over."""
    assert day_of(["2026-03-12", "2026-06-01"], epoch) == day


@pytest.mark.parametrize("size", [0, 50_000_001])
def test_what_cannot_be_a_certificate_is_said_in_one_line(tmp_path: Path, size: int) -> None:
    """Empty, or larger than any certificate of a site."""
    path = tmp_path / "certificate.json"
    with path.open("wb") as file:
        file.truncate(size)

    assert [(each.code, each.place.file) for each in compare(path, ())] == [
        ("certificate-unreadable", "certificate.json")
    ]


def test_the_version_is_that_of_the_software() -> None:
    """The certificate says with which version it was made, also where nothing is installed."""
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]

    assert certificate_of("full", ["scan"], (), None)["tool"]["version"] == project["version"]


@pytest.mark.parametrize(
    ("mode", "check", "text", "paper"),
    [
        ("public-only", "structure", "text, tags", "digest of what was signed off"),
        (
            *("full", "scan"),
            "text, tags, escapes, entities, percent codes, base64",
            "digest of what was signed off, and the words that were read in it then",
        ),
    ],
)
def test_nothing_is_said_to_be_decoded_that_was_not(mode: str, check: str, text: str, paper: str) -> None:
    """Without anything to search for, no file is decoded, and no word of a paper is looked at."""
    seen = [Seen("a.html", "html", "page", 1, "0"), Seen("b.pdf", "pdf", "attachment", 1, "0")]

    kinds = certificate_of(mode, [check], seen, None)["kinds"]

    assert [each["read_as"] for each in kinds] == [text, paper]
