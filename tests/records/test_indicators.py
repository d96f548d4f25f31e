"""Indicators: figures that are figures, in order of time, and people counted as people."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from records.parts.figures import Span, span_of
from tests.records.telling import codes, told_of

FILE = "data/indicators/visits.yml"
QUARTERLY = "frequency: quarterly\npoints:\n"


def told(project: Path, text: str, unit: str = "percent", direction: str = "higher-better") -> list[str]:
    """Return the problems of an indicator with these further lines."""
    return told_of(project, FILE, f"title: Visits\nunit: {unit}\ndirection: {direction}\n{text}")


def points(*found: tuple[str, str]) -> str:
    """Return the lines of a series."""
    return QUARTERLY + "".join(f"  - {{period: {period}, {figure}}}\n" for period, figure in found)


@pytest.mark.parametrize(
    ("period", "starts", "months"),
    [
        ("2026", date(2026, 1, 1), 12),
        ("2025-26", date(2025, 4, 1), 12),
        ("2099-00", date(2099, 4, 1), 12),
        ("2026-03", date(2026, 3, 1), 1),
        ("2026-03-31", date(2026, 3, 31), 0),
        ("2026-Q2", date(2026, 4, 1), 3),
        ("2025-26-Q1", date(2025, 4, 1), 3),
        ("2025-26-Q4", date(2026, 1, 1), 3),
    ],
)
def test_each_way_of_writing_a_period(period: str, starts: date, months: int) -> None:
    """Days, months, years and quarters, of the calendar and of years from April to March."""
    assert span_of(period) == Span(starts, months)


@pytest.mark.parametrize(
    "period", ["2025-27", "2025-27-Q1", "2026-02-30", "2026-00", "2026-Q5", "summer", "26", "2026-03-31-Q1"]
)
def test_no_such_period(project: Path, period: str) -> None:
    """A period that does not exist is refused where it stands."""
    (found,) = told(project, points((period, "value: 5")))
    assert found.startswith("data/indicators/visits.yml:6:14: points › 1 › period: ")


def test_a_series_with_a_gap_that_is_explained(project: Path) -> None:
    """A gap with its reason, decimals, and a figure that may change are all fine."""
    text = points(
        ("2025-26-Q3", "value: 81.5"),
        ("2025-26-Q4", "missing: Moved"),
        ("2026-27-Q1", "value: 9, provisional: yes"),
    )
    assert told(project, text) == []


def test_a_hole_is_doubted(project: Path) -> None:
    """How many figures are missing is told, with the lines on both sides of the hole."""
    (found,) = told(project, points(("2025-26-Q1", "value: 81"), ("2025-26-Q4", "value: 84")))
    assert found == (
        "data/indicators/visits.yml:7:14: points › 2 › period: Between this figure and the one at "
        "data/indicators/visits.yml:6 there are none for 2 periods. Add them, or an entry for "
        "each with the reason "
        "under `missing`. [period-missing]"
    )


def test_yearly_days_have_no_hole(project: Path) -> None:
    """Figures for the same day each year follow each other; a year that is left out does not."""
    days = "  - {{period: 2024-03-31, value: 1}}\n  - {{period: {}-03-31, value: 1}}\n"
    days = f"frequency: yearly\npoints:\n{days}"
    assert told(project, days.format(2025)) == []
    assert codes(told(project, days.format(2026))) == ["[period-missing]"]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("2025-26-Q2", "[period-twice]"),
        ("2025-Q3", "[period-twice]"),
        ("2025-26-Q1", "[periods-out-of-order]"),
        ("2025-05", "[periods-out-of-order]"),
    ],
)
def test_periods_stand_once_and_in_order(project: Path, second: str, expected: str) -> None:
    """The same time is found also where it is written in another way."""
    (found,) = told(project, points(("2025-26-Q2", "value: 81"), (second, "value: 84")))
    assert found.endswith(expected)
    assert "data/indicators/visits.yml:6" in found


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("value: 101", ["[not-a-percentage]"]),
        ("value: -1", ["[not-a-percentage]"]),
        ("people: 5", ["[share-without-whole]"]),
        ("of: 5", ["[figure-missing]", "[whole-without-share]"]),
        ("people: 6, of: 5", ["[share-above-whole]"]),
        ("note: Later", ["[figure-missing]"]),
        ("value: 5, missing: Why", ["[figure-twice]"]),
        ("value: 5, people: 5", ["[figure-twice]", "[share-without-whole]"]),
        ("value: about sixty", ["[wrong-form]"]),
        ("value: '1,140'", ["[wrong-form]"]),
        ("value: 60%", ["[wrong-form]"]),
    ],
)
def test_figures_that_are_none(project: Path, figure: str, expected: list[str]) -> None:
    """Words, two figures at once, none at all, and percentages that cannot be are told."""
    assert sorted(codes(told(project, points(("2025-26-Q2", figure))))) == expected


def test_words_where_a_number_belongs(project: Path) -> None:
    """The message says how to write it and where the words go, and does not quote them."""
    (found,) = told(project, points(("2025-26-Q2", "value: about sixty")))
    assert found == (
        "data/indicators/visits.yml:6:33: points › 1 › value: This is not written as it must be. "
        "Write a number in "
        "digits, without commas and signs: `1140`, `-0.5`. Words belong in the note beside it. [wrong-form]"
    )


def test_people_are_counted_as_people(project: Path) -> None:
    """A number of people under `value` would be seen by everybody, so it is refused with both places."""
    (found,) = told(project, points(("2025-26-Q2", "value: 5")), unit="people")
    assert found.startswith("data/indicators/visits.yml:6:33: points › 1 › value: The unit, at")
    assert "data/indicators/visits.yml:2, is people" in found
    assert told(project, points(("2025-26-Q2", "people: 5")), unit="people") == []


def test_the_figures_of_others_are_checked_too(project: Path) -> None:
    """A series to compare with has the same rules."""
    text = "comparisons:\n  - name: England\n    points:\n      - {period: 2026, value: 200}\n"
    (found,) = told(project, text)
    assert "comparisons › 1 › points › 1 › value" in found


def test_a_target_needs_a_direction(project: Path) -> None:
    """Where neither more nor less is better, nothing can be reached; also a target is a percentage."""
    text = "targets:\n  - {by: 2027, value: 90}\n"
    assert codes(told(project, text, direction="neither")) == ["[target-without-direction]"]
    assert told(project, text, direction="lower-better") == []
    assert codes(told(project, text.replace("90", "190"))) == ["[not-a-percentage]"]


def test_a_baseline_has_its_figure(project: Path) -> None:
    """A baseline that the series lacks is doubted, however it is written."""
    text = points(("2025-26-Q2", "value: 81"))
    assert codes(told(project, f"baseline: 2024\n{text}")) == ["[baseline-without-figure]"]
    assert told(project, f"baseline: 2025-Q3\n{text}") == []


def parted(*categories: str, people: str = "10, of: 20", whole: bool = True) -> str:
    """Return a series of shares, and a breakdown of it into categories."""
    lines = "".join(
        f"      - name: Part {number}\n        points: [{{period: 2025, people: {figure}}}]\n"
        for number, figure in enumerate(categories, 1)
    )
    return (
        f"points: [{{period: 2025, people: {people}}}]\nbreakdowns:\n  - name: By part\n"
        f"    whole: {'yes' if whole else 'no'}\n    categories:\n{lines}"
    )


def test_a_breakdown_of_the_whole_adds_up(project: Path) -> None:
    """The categories make up the figure and that of which it is a share; one without a figure is let pass."""
    assert told(project, parted("4, of: 8", "6, of: 12")) == []
    assert told(project, parted("4, of: 8", "5, of: 12", whole=False)) == []
    for wrong in (("4, of: 8", "5, of: 12"), ("4, of: 8", "6, of: 11")):
        (found,) = told(project, parted(*wrong))
        assert found.startswith("data/indicators/visits.yml:6:11: breakdowns › 1 › name: ")
        assert found.endswith("[breakdown-does-not-add-up]")
    gap = parted("4, of: 8").replace("4, of: 8}]", "4, of: 8}]\n      - name: Part 2\n        points: []")
    assert "[breakdown-does-not-add-up]" not in codes(told(project, gap))


def test_a_breakdown_of_the_whole_conceals_no_category(project: Path) -> None:
    """The others would give it away by subtraction."""
    hidden = parted("4, of: 8", "6, of: 12") + "        withhold: {reason: personal, what: concealed}\n"
    assert "[whole-with-concealed]" in codes(told(project, hidden))


def test_shorter_periods_add_up_to_longer_ones_where_they_should(project: Path) -> None:
    quarters = "".join(f"  - {{period: 2025-26-Q{number}, people: 5}}\n" for number in (1, 2, 3, 4))
    for year, expected in (("20", []), ("21", ["[periods-do-not-add-up]"])):
        text = f"points:\n  - {{period: 2025-26, people: {year}}}\n{quarters}"
        found = codes(told(project, f"adds_up: yes\n{text}", unit="people"))
        assert [each for each in found if "add-up" in each] == expected
        assert "[periods-do-not-add-up]" not in codes(told(project, text, unit="people"))
