"""The partnership: whom to tell of a weakness of the site, and the reminder before that ends."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from records.loading import load
from redaction.reminders import security_due
from tests.partnerships import copy_to
from tests.records.telling import codes, told


def with_security(folder: Path, text: str) -> Path:
    """Return a project whose partnership says this under `security`."""
    project = copy_to(folder)
    file = project / "data" / "partnership.yml"
    file.write_text(f"{file.read_text('utf-8')}security:\n{text}", "utf-8")
    return project


@pytest.mark.parametrize(
    "text",
    [
        "  email: security@example.org\n  expires: 2027-03-31\n",
        "  website: https://example.org/tell\n  policy: https://example.org/how\n  expires: 2027-03-31\n",
    ],
)
def test_one_way_to_be_told_is_enough(tmp_path: Path, text: str) -> None:
    """A role address, or a page with a form."""
    assert told(with_security(tmp_path, text), "partnership.yml") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("  expires: 2027-03-31\n", "[one-of-two]"),
        ("  email: security@example.org\n", "[missing-key]"),
        ("  email: security@example.org\n  expires: 2027-03\n", "[wrong-form]"),
    ],
)
def test_what_the_standard_asks_for_is_asked_for(tmp_path: Path, text: str, code: str) -> None:
    """RFC 9116: somebody to tell, and the day on which that ends."""
    assert codes(told(with_security(tmp_path, text), "partnership.yml")) == [code]


@pytest.mark.parametrize(
    ("day", "reminded"), [(date(2027, 2, 28), False), (date(2027, 3, 1), True), (date(2027, 6, 1), True)]
)
def test_the_office_is_reminded_a_month_before_it_ends(tmp_path: Path, day: date, reminded: bool) -> None:  # noqa: FBT001  # A row of a table.
    """The reminder names the day and the line, and goes on until somebody renews it."""
    project = with_security(tmp_path, "  email: security@example.org\n  expires: 2027-03-31\n")
    found = [str(each) for each in security_due(load(project), day)]
    assert codes(found) == (["[security-due]"] if reminded else [])
    assert all("2027-03-31" in each and "partnership.yml:" in each for each in found)
