"""Attendance by agency: each count can be recomputed from public rows, and nobody withheld is counted."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest

from editions.datasets import Dataset
from macros.all_macros import macros_for
from macros.open_data.data_packages import table_files
from macros.open_data.sources import source_of
from macros.views.agencies import years
from macros.views.lookups import look_up
from tests.macros.samples_time import DALE, FINCH, ROOK, TEAL, WREN, holding, meeting, who

SEAT = {"kind": "organization", "id": "police", "name": "Larkmere Police"}
DRAFT = "draft"


def held(date: str, *rows: dict[str, Any], **more: Any) -> Any:
    return meeting(date, (date, DRAFT), attendance=list(rows), **more)


SERIES = (
    held("2025-11-13", {"person": ROOK, "status": "present"}, {"person": FINCH, "status": "apologies"}),
    held(
        "2026-01-15",
        {"person": ROOK, "status": "apologies", "deputy": DALE},
        {"person": DALE, "status": "present", "deputy_for": [ROOK]},
        {"person": FINCH, "status": "present", "items": ["one"]},
        {"person": WREN, "status": "absent"},
        {"person": TEAL, "status": "present", "category": "guest"},
        items=[{"id": "one", "title": "One"}],
    ),
    held(
        "2026-03-12",
        {"person": ROOK, "status": "present"},
        {"organization": SEAT, "status": "vacant"},
        {"person": WREN, "status": "present"},
        {"person": who("Ed Lark", "Larkmere Trust", "trust"), "status": "observer"},
        {"withheld": {"reason": "personal"}},
    ),
    held("2026-04-16", {"person": ROOK, "status": "present"}, happened="cancelled"),
)


def counted(dataset: Dataset) -> dict[str, dict[str, dict[str, int]]]:
    """Return the counts by year and agency, without nothings."""
    return {
        year.year: {each.name: {how: n for how, n in each.counts.items() if n} for each in year.agencies}
        for year in years(look_up(dataset), "executive")
    }


def of(*rows: dict[str, Any]) -> dict[str, dict[str, int]]:
    """Return the counts of one meeting."""
    return counted(holding(held("2026-03-12", *rows), today="2026-05-01"))["2026"]


def words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", text))


def test_each_agency_counts_once_for_each_meeting() -> None:
    """By what counts most; visitors, observers and vacant seats do not count, nor do cancelled meetings."""
    assert counted(holding(*SERIES, today="2026-05-01")) == {
        "2026": {
            "Larkmere Council": {"deputy": 1, "present": 1},
            "Larkmere Health Board": {"absent": 1, "present": 1},
            "Larkmere Police": {"part": 1},
        },
        "2025": {"Larkmere Council": {"present": 1}, "Larkmere Police": {"apologies": 1}},
    }


@pytest.mark.parametrize(
    ("row", "how"),
    [
        ({"status": "present"}, "present"),
        ({"status": "present", "arrived": "10:30"}, "part"),
        ({"status": "present", "left": "11:30"}, "part"),
        ({"status": "present", "part": "second half"}, "part"),
        ({"status": "present", "deputy_for": [FINCH]}, "deputy"),
        ({"status": "apologies"}, "apologies"),
        ({"status": "apologies", "deputy_name": "a sergeant"}, "deputy"),
        ({"status": "deputy-sent"}, "deputy"),
        ({"status": "represented"}, "deputy"),
        ({"status": "absent"}, "absent"),
        ({"status": "did-not-attend"}, "absent"),
        ({"status": "excluded"}, "absent"),
    ],
)
def test_how_a_row_marks_its_agency(row: dict[str, Any], how: str) -> None:
    """Each mark of the minutes counts as one of five."""
    assert of({"person": FINCH} | row) == {"Larkmere Police": {how: 1}}


@pytest.mark.parametrize("status", ["vacant", "observer", "not-yet-member", "no-longer-member"])
def test_marks_that_say_nothing_of_an_agency(status: str) -> None:
    """They stand in no table."""
    assert of({"person": FINCH, "status": status}) == {}


def test_whoever_stands_in_for_another_agency_counts_for_it_too() -> None:
    """As a deputy there, and as present for their own."""
    rows = ({"person": TEAL, "status": "present", "deputy_for": [WREN]}, {"person": WREN, "status": "absent"})
    assert of(*rows) == {"Larkmere Health Board": {"deputy": 1}, "Larkmere Trust": {"present": 1}}


def test_who_is_withheld_is_not_counted_and_the_table_says_so() -> None:
    """It tells of how many meetings part is withheld, never for whom that was."""
    (this, last) = years(look_up(holding(*SERIES, today="2026-05-01")), "executive")
    assert [(each.meetings, each.withheld) for each in (this, last)] == [(2, 1), (1, 0)]
    text = words(macros_for(holding(*SERIES, today="2026-05-01"))["group"]("executive"))
    assert "Part of that is withheld for 1 of them, and not counted." in text


def test_a_withheld_detail_that_says_nothing_of_the_agency_changes_nothing() -> None:
    """Initials or a note may be withheld; who came is still known."""
    for field, expected in (("initials", 0), ("note", 0), ("person", 1), ("status", 1)):
        row = {"person": FINCH, "status": "present"}
        row["withheld_fields"] = [{"field": field, "reason": "personal"}]
        (year,) = years(look_up(holding(held("2026-03-12", row), today="2026-05-01")), "executive")
        assert year.withheld == expected


def test_an_agency_without_a_record_counts_by_its_name() -> None:
    """The name as printed is all that is known of it."""
    assert of({"person": who("Al Moss", "Larkmere schools"), "status": "present"}) == {
        "Larkmere schools": {"present": 1}
    }


def test_the_file_can_be_recomputed_from_the_public_attendance() -> None:
    """A second reckoning, from attendance.csv alone, agrees wherever no deputy crosses agencies."""
    files = table_files(source_of(holding(*SERIES, today="2026-05-01"), "https://larkmere.example"))
    read = {
        name: list(csv.DictReader(io.StringIO(files[f"{name}.csv"].decode("utf-8-sig"))))
        for name in ("attendance", "attendance_by_agency")
    }
    came: dict[tuple[str, str], set[str]] = {}
    for row in read["attendance"]:
        seated = row["category"] != "guest" and row["status"] in {"present", "apologies", "absent"}
        if seated and row["meeting"] != "2026-04-16-executive":
            there = row["status"] == "present" or row["deputy"]
            came.setdefault((row["date"][:4], row["organization"]), set()).update(
                [row["meeting"]] if there else []
            )
    assert {
        (row["year"], row["organization"]): int(row["present"]) + int(row["part"]) + int(row["deputy"])
        for row in read["attendance_by_agency"]
    } == {key: len(meetings) for key, meetings in came.items()}
    assert all(
        int(row["listed"])
        == sum(int(row[name]) for name in ("present", "part", "deputy", "apologies", "absent"))
        for row in read["attendance_by_agency"]
    )


def test_percentages_are_off_unless_switched_on() -> None:
    """A share of two meetings says little, so the partnership decides."""
    for on in (False, True):
        dataset = holding(*SERIES, today="2026-05-01", attendance_percentages=on)
        files = table_files(source_of(dataset, "https://larkmere.example"))
        read = csv.DictReader(io.StringIO(files["attendance_by_agency.csv"].decode("utf-8-sig")))
        shares = {row["organization"]: row["share"] for row in read if row["year"] == "2026"}
        assert shares["Larkmere Health Board"] == ("50" if on else "")
        text = words(macros_for(dataset)["group"]("executive"))
        assert ("50%" in text) == on


def test_the_page_of_a_group_has_a_table_for_each_year() -> None:
    """The newest year first, with the numbers of the file."""
    text = words(macros_for(holding(*SERIES, today="2026-05-01"))["group"]("executive"))
    assert text.index("Agencies in 2026") < text.index("Agencies in 2025")
    assert "Larkmere Council 1 0 1 0 0 2" in text
