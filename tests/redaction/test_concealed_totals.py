"""The public learns of concealed items from yearly totals only, which tell of no single record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from editions.published import read
from records.loading import load
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import scanner_for
from redaction.signing_off.concealed_totals import band, totals_due, totals_wrong
from redaction.signing_off.signing import Request, prepare
from tests.partnerships import DAY, signed_copy_to

NEXT_YEAR = date(2027, 2, 1)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return signed_copy_to(tmp_path)


def say(project: Path, *totals: tuple[int, str]) -> None:
    path = project / "data/policy.yml"
    lines = "".join(f"  - year: {year}\n    roughly: {roughly}\n" for year, roughly in totals)
    path.write_text(f"{path.read_text()}concealed:\n{lines}")


def codes(project: Path, today: date) -> list[str]:
    records, published = load(project), read(project)
    found = [*totals_due(records, published, today), *totals_wrong(records, published, today)]
    return [each.code for each in found]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "fewer-than-8"),
        (7, "fewer-than-8"),
        (8, "about-10"),
        (12, "about-10"),
        (13, "about-15"),
        (22, "about-20"),
        (27, "about-25"),
        (28, "30-or-more"),
    ],
)
def test_a_number_is_told_as_a_band_of_which_the_lowest_holds_none(number: int, said: str) -> None:
    assert band(number) == said


def test_a_year_that_is_over_is_reminded_of_and_no_other(project: Path) -> None:
    """The reminder holds the band, never the number."""
    due = totals_due(load(project), read(project), NEXT_YEAR)

    assert codes(project, DAY) == []
    assert [each.code for each in due] == ["concealed-total-due"]
    assert "2026, roughly fewer-than-8" in str(due[0])


def test_after_it_is_written_nothing_is_asked(project: Path) -> None:
    say(project, (2026, "fewer-than-8"))

    assert codes(project, NEXT_YEAR) == []


def test_where_nothing_is_concealed_nothing_is_asked(project: Path) -> None:
    for path in (project / "data").rglob("*.yml"):
        path.write_text(path.read_text().replace("what: concealed", "what: text"))

    assert codes(project, NEXT_YEAR) == []


@pytest.mark.parametrize(
    ("totals", "today", "code"),
    [
        ([(2026, "fewer-than-8")], DAY, "concealed-year-not-over"),
        ([(2026, "about-10")], NEXT_YEAR, "concealed-total-tells"),
        ([(2025, "fewer-than-8"), (2025, "fewer-than-8")], DAY, "concealed-total-twice"),
    ],
)
def test_a_total_that_tells_too_much_stops_the_sign_off_of_the_policy(
    project: Path, totals: list[tuple[int, str]], today: date, code: str
) -> None:
    say(project, *totals)
    records = load(project)
    request = Request("policy", "policy", "Manager", today, checked_by="Chair", note="Totals.")

    prepared = prepare(records, read(project), scanner_for(harvest(records)), request)

    assert code in codes(project, today)
    assert prepared.edition is None
    assert code in [each.code for each in prepared.problems]


def test_concealing_something_changes_nothing_public_but_its_own_record(project: Path) -> None:
    """No total follows from the records by itself, so two states of the site tell nothing."""
    before = (project / "published/policy/policy/1/record.json").read_bytes()
    path = project / "data/meetings/2026-03-12-executive.yml"
    text = path.read_text().replace(
        "  - id: last\n", "  - id: last\n    withhold:\n      reason: personal\n      what: concealed\n"
    )
    path.write_text(text)
    records = load(project)
    request = Request("policy", "policy", "Manager", DAY, checked_by="Chair", note="Again.")

    prepared = prepare(records, read(project), scanner_for(harvest(records)), request)

    assert [each.code for each in prepared.problems] == ["nothing-changed"]
    assert (project / "published/policy/policy/1/record.json").read_bytes() == before
