"""The register of what was withheld is as exact as the policy says, and no more."""

from __future__ import annotations

from typing import Any

import pytest

from editions.datasets import Dataset
from macros.all_macros import macros_for
from macros.open_data.register_tables import WITHHOLDINGS, withheld_rows
from macros.open_data.sources import Source
from macros.views.lookups import look_up
from macros.views.registers import register, rough
from tests.macros.samples import POLICY, entry


def meeting(record_id: str, day: str, *reasons: str) -> Any:
    items = [
        {"id": f"i{at}", "title": f"Matter {at}", "withheld": {"reason": reason, "review": "2028-01-31"}}
        for at, reason in enumerate(reasons)
    ]
    group = {"kind": "group", "id": "executive", "name": "Executive"}
    plain = {
        "id": record_id,
        "title": "Meeting",
        "group": group,
        "date": day,
        "status": "approved",
        "items": items,
    }
    return entry("meetings", plain)


def dataset(**policy: Any) -> Dataset:
    meetings = (
        meeting("2025-05-01-executive", "2025-05-01", "personal", "commercial"),
        meeting("2026-05-01-executive", "2026-05-01", *["personal"] * 9, "commercial"),
    )
    rules = {"in_register": [{"reasons": ["personal"], "show": "year"}, {"show": "record"}]}
    return Dataset({"policy": (entry("policy", POLICY | rules | policy),), "meetings": meetings})


def test_a_reason_that_is_told_by_year_names_no_record() -> None:
    """No place, no month, no exact number."""
    found = register(look_up(dataset()))
    page = macros_for(dataset())["withheld"]()

    assert {each.reason for each in found.listed} == {"commercial"}
    assert [(each.reason, each.year, each.roughly) for each in found.summed] == [
        ("personal", "2026", "about 10"),
        ("personal", "2025", "1 to 7"),
    ]
    assert "Matter 0" not in page.split("Each place")[1]


def test_without_a_rule_every_place_is_listed() -> None:
    found = register(look_up(dataset(in_register=[])))

    assert len(found.listed) == 12
    assert found.summed == ()
    assert found.table == (("personal", ("9", "1")), ("commercial", ("1", "1")))


def test_the_first_rule_that_fits_counts() -> None:
    rules = [{"reasons": ["commercial"], "show": "record"}, {"show": "year"}]

    assert {each.reason for each in register(look_up(dataset(in_register=rules))).listed} == {"commercial"}


def test_the_data_tells_no_more_than_the_page() -> None:
    """One row a year for what is told by year only, and for what was concealed."""
    names = [column.name for column in WITHHOLDINGS.columns]
    source = Source(look_up(dataset()), "https://pages.example/")
    found = [dict(zip(names, row, strict=True)) for row in withheld_rows(source)]

    assert [(each["reason"], each["record"], each["year"], each["places"]) for each in found] == [
        ("commercial", "2026-05-01-executive", "2026", "1"),
        ("commercial", "2025-05-01-executive", "2025", "1"),
        ("personal", None, "2026", "about 10"),
        ("personal", None, "2025", "1 to 7"),
        (None, None, "2025", "about 10"),
        (None, None, "2024", "fewer than 8"),
    ]
    assert all(each["place"] is None and each["address"] is None for each in found if not each["record"])


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1 to 7"), (7, "1 to 7"), (8, "about 10"), (13, "about 15")]
)
def test_a_number_is_told_roughly(number: int, said: str) -> None:
    assert rough(number) == said


def test_the_page_says_how_exact_it_is_and_what_was_concealed() -> None:
    page = macros_for(dataset())["withheld"]()

    assert "information about a person: only about how many places in a year." in page
    assert "every other reason: each place is listed." in page
    assert "2025: about 10 items" in page
    assert "31 January 2028" in page
