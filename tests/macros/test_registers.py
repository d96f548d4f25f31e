"""The register of what was withheld is as exact as the policy says, and no more."""

from __future__ import annotations

from typing import Any

import pytest

from editions.datasets import Dataset
from macros.catalogue import macros_for
from macros.views.lookups import look_up
from macros.views.registers import COLUMNS, register, rough, rows
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
    """Neither on the page nor in the data: no place, no month, no exact number."""
    found = register(look_up(dataset()))
    page = macros_for(dataset())["withheld"]()

    assert {each.reason for each in found.listed} == {"commercial"}
    assert [(each.reason, each.year, each.roughly) for each in found.summed] == [
        ("personal", "2026", "about 10"),
        ("personal", "2025", "1 to 7"),
    ]
    assert "Matter 0" not in page.split("Each place")[1]
    assert [each["record"] for each in rows(look_up(dataset())) if each["reason"] == "personal"] == ["", ""]


def test_without_a_rule_every_place_is_listed() -> None:
    found = register(look_up(dataset(in_register=[])))

    assert len(found.listed) == 12
    assert found.summed == ()
    assert found.table == (("personal", ("9", "1")), ("commercial", ("1", "1")))


def test_the_first_rule_that_fits_counts() -> None:
    rules = [{"reasons": ["commercial"], "show": "record"}, {"show": "year"}]

    assert {each.reason for each in register(look_up(dataset(in_register=rules))).listed} == {"commercial"}


def test_the_rows_have_every_column_as_text_and_the_totals_of_what_was_concealed() -> None:
    found = rows(look_up(dataset()))

    assert all(
        tuple(each) == COLUMNS and all(isinstance(value, str) for value in each.values()) for each in found
    )
    assert [(each["year"], each["places"]) for each in found if each["what"] == "concealed"] == [
        ("2025", "about 10"),
        ("2024", "fewer than 8"),
    ]
    assert next(each for each in found if each["reason"] == "commercial") == {
        "reason": "commercial",
        "reason_words": "business terms",
        "year": "2026",
        "what": "text",
        "kind": "meetings",
        "record": "2026-05-01-executive",
        "anchor": "i9",
        "review": "2028-01-31",
        "places": "1",
    }


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
