"""Public records of the invented partnership with much to draw: meetings, a plan, a budget, indicators."""

from __future__ import annotations

from typing import Any

from editions.datasets import Dataset, Entry, Issue
from editions.fields import PublicRecord
from tests.macros.samples import EXECUTIVE, GROUP, HEAD, ROOK, entry, sample

LONG = "Larkmere and Hollowdale Confederation of Community Youth Organisations and Adventure Playgrounds"


def body(id: str, name: str) -> dict[str, Any]:  # noqa: A002  # The name of the field.
    """Return an organization as a record prints it."""
    return {"kind": "organization", "id": id, "name": name}


def meeting(date: str, *rows: dict[str, Any], **more: Any) -> Entry[PublicRecord]:
    """Return a meeting of the executive with its attendance and, if given, items."""
    plain = {"id": f"{date}-executive", "title": "Executive meeting", "group": EXECUTIVE, "date": date}
    return entry("meetings", plain | {"status": "approved", "attendance": list(rows)} | more)


YOUTH = body("youth", LONG)
SCHOOLS = {"kind": "organization", "name": "Larkmere schools"}
MEETINGS = (
    meeting(
        "2025-03-13",
        {"person": ROOK, "status": "present"},
        {"person": HEAD, "status": "present", "items": ["forms"]},
        {"organization": YOUTH, "status": "absent"},
        {"organization": body("trust", "Larkmere Trust"), "status": "present", "category": "guest"},
        items=[
            {
                "id": "forms",
                "title": "Forms",
                "actions": [
                    {"id": "a", "text": "Merge the forms.", "status": "done"},
                    {"id": "b", "text": "Print them.", "status": "open", "due": "2025-06"},
                ],
            }
        ],
    ),
    meeting(
        "2025-11-13",
        {"person": ROOK, "status": "apologies", "deputy_name": "a manager"},
        {"person": HEAD, "status": "apologies"},
        {"person": HEAD, "status": "present"},
        {"organization": YOUTH, "status": "vacant"},
        {"organization": SCHOOLS, "status": "represented"},
        {"name": "Jo Wick", "status": "present"},
        items=[
            {
                "id": "rooms",
                "title": "Rooms",
                "actions": [
                    {"id": "a", "text": "Find a room.", "status": "open", "due": "2026-12-01"},
                    {
                        "id": "b",
                        "text": "[[withheld personal]]",
                        "withheld": {"reason": "personal", "what": "whole"},
                    },
                ],
            }
        ],
    ),
    meeting(
        "2026-04-16",
        {"person": ROOK, "status": "present"},
        {"organization": SCHOOLS, "status": "observer"},
        {"organization": body("fire", "Larkmere Fire"), "status": "observer"},
        {"withheld": {"reason": "personal"}},
    ),
)
CALLS: dict[str, Any] = {
    "id": "calls",
    "title": "Calls answered within a minute",
    "unit": "percent",
    "direction": "higher-better",
    "area": "Larkmere",
    "targets": [{"by": "2027-03-31", "value": "80"}],
    "points": [
        *({"period": f"2025-{month:02}", "value": str(40 + month * 2)} for month in range(1, 6)),
        {"period": "2025-06", "missing": "The line was moved"},
        {"period": "2025-07", "value": "61"},
        {"period": "2025-08", "people": "55", "of": "85", "share": "60 to 70"},
        *({"period": f"2025-{month:02}", "value": str(50 + month)} for month in range(9, 13)),
    ],
    "comparisons": [
        {
            "name": "England",
            "points": [{"period": f"2025-{month:02}", "value": "55"} for month in range(1, 13)],
        },
        {
            "name": "Similar areas",
            "points": [{"period": f"2025-{month:02}", "value": str(50 - month)} for month in (1, 2, 3)],
        },
        {"name": "Hollowdale", "points": [{"period": "2025-01", "value": "99"}]},
    ],
}


def charted() -> Dataset:
    """Return the sample with something for every chart to draw."""
    found = sample()
    issue = Issue(number=1, date="2026-05-20", note="First published.")
    kinds = dict(found.kinds)
    kinds["meetings"] = (*kinds["meetings"], *(Entry(each.id, each.record, (issue,)) for each in MEETINGS))
    kinds["indicators"] = (*kinds["indicators"], entry("indicators", CALLS))
    assert GROUP["id"] == EXECUTIVE["id"]
    return Dataset(kinds)
