"""A small number of people in a cell is seen by its headings; what counts something else is left alone."""

from __future__ import annotations

import pytest

from redaction.detectors.cells import is_small, small_cells

FEW = 7


@pytest.mark.parametrize(
    ("title", "column", "row", "said"),
    [
        ("Forced marriage", "Children", "2025 to 2026", "3"),
        ("Children subject of a plan", "Number", "Under 1", "3"),
        ("Child protection plans by category", "Number", "Sexual abuse", "three"),
        ("Number of children with a plan", "2025", "Girls", "3 (12%)"),
        ("Exploitation", "Looked-after children", "Boys", "about 4*"),
        ("What happened", "2025-26", "Deaths", "2"),
        ("What happened", "2025-26", "Children who died", "2 of 40"),
        ("Percentage of children with a plan", "Number", "Girls", "3"),
        ("Children with a plan", "Number", "Aged under 5 years", "1.0"),
        ("Neglect", "", "How many children were hurt", "\uff13\u00b9"),
        ("Children who died", "Cause", "Winter", "3 girls"),
        ("Placed far away", "children", "", "3"),
        ("Children hurt at home", "", "Girls", "3"),
    ],
)
def test_a_small_number_of_people_is_seen(title: str, column: str, row: str, said: str) -> None:
    """The heading nearest to it says that it is one."""
    assert is_small(title, column, row, said, FEW)


@pytest.mark.parametrize(
    ("title", "column", "row", "said"),
    [
        ("Children with a plan", "Number", "Girls", "8"),
        ("Children with a plan", "Number", "Girls", "0"),
        ("Children with a plan", "Number", "Girls", "1 to 7"),
        ("Children with a plan", "Number", "Girls", "2.5"),
        ("Children with a plan", "Per cent", "Girls", "3"),
        ("Children with a plan", "Number", "Girls", "3%"),
        ("Children with a plan", "Cost", "Girls", "\u00a33"),
        ("Children with a plan", "Date", "Girls", "3 March 2026"),
        ("Children with a plan", "Average age", "Girls", "3"),
        ("Percentage of children with a plan", "2025", "Girls", "3"),
        ("Children with a plan", "months", "", "3"),
        ("Children with a plan", "Meetings held", "Core group", "4"),
        ("Children's homes", "Number", "Open", "2"),
        ("Plans for children", "Number", "North", "2"),
        ("Meetings about injured children", "Number", "North", "2"),
        ("Courses", "Taken up", "Domestic abuse and children", "3"),
        ("Who came", "Partners", "Serious incidents", "3"),
        ("Who spoke", "Who", "First item", "Three young people"),
        ("How cases were judged", "Lowest level chosen", "A girl who was hurt", "2"),
        ("", "", "", "3"),
    ],
)
def test_another_small_number_is_left_alone(title: str, column: str, row: str, said: str) -> None:
    """Percentages, years, money, ages, meetings and partners are no small numbers of people."""
    assert not is_small(title, column, row, said, FEW)


def test_the_limit_is_that_of_the_policy() -> None:
    """Six people are few where the policy says seven, and not where it says five."""
    assert [is_small("Children who died", "", "", "6", few) for few in (7, 5)] == [True, False]


def words(rows: list[list[str]], title: str = "Children with a plan") -> list[str]:
    return [each.words for each in small_cells([title], ["Age", "Girls", "Boys", "All"], rows, FEW)]


def test_a_cell_is_named_by_its_headings() -> None:
    """The first cell of a row is no number, even if it looks like one."""
    assert words([["1", "3", "20", "23"]]) == ["Girls, 1: 3"]


def test_a_number_that_is_kept_back_alone_is_reckoned_from_the_total() -> None:
    """Down and across, and the zeros beside it give it away too."""
    assert words([["Under 1", "*", "20", "24"]]) == ["Girls, Under 1: 4"]
    assert words([["Under 1", "0", "30", "30"], ["1 to 4", "<5", "9", "*"], ["Total", "2", "39", "41"]]) == [
        "Girls, 1 to 4: 2",
        "Girls, Total: 2",
    ]
    assert words([["Under 1", "20"], [], ["Total", "24"]]) == ["Girls: 4"]


def test_what_cannot_be_reckoned_is_not_asked_about() -> None:
    """Two numbers are kept back in the row, or what is left is not small."""
    assert words([["Under 1", "*", "*", "24"], ["1 to 4", "*", "30", "50"]]) == []
