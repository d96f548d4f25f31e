"""The day of a certificate, and a file that is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from redaction.verifying.certificates import compare, day_of


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
