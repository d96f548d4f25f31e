"""Two reporting years of an invented partnership, with something in each part of a yearly report."""

from __future__ import annotations

from typing import Any

from editions.datasets import Dataset, Issue
from macros.open_data.sources import Source, source_of
from macros.yearly.years import ReportingYear, year_from
from tests.macros.samples import PARTNERSHIP, POLICY, entry

ADDRESS = "https://larkmere.example/"
YEAR = year_from(2025, 4)
LAST = Issue(number=1, date="2026-09-01", note="First published.")

EXECUTIVE = {"kind": "group", "id": "executive", "name": "Executive"}
AUDIT = {"kind": "group", "id": "audit", "name": "Audit group"}
COUNCIL = {"kind": "organization", "id": "council", "name": "Larkmere Council"}
POLICE = {"kind": "organization", "id": "police", "name": "Larkmere Police"}
ROOK = {
    "kind": "person",
    "id": "p-aaaaaaaa",
    "name": "Ada Rook",
    "role": "Director",
    "organization": "Larkmere Council",
    "organization_id": "council",
}
WICK = {"kind": "person", "name": "Jo Wick", "role": "Visitor", "organization": "Larkmere Trust"}


def _meeting(date: str, group: dict[str, Any] = EXECUTIVE, **more: Any) -> dict[str, Any]:
    name = f"{date}-{group['id']}"
    return {
        "id": name,
        "title": "Meeting",
        "group": group,
        "date": date,
        "status": "approved",
        "happened": "held",
        **more,
    }


def _there(**police: Any) -> list[dict[str, Any]]:
    """Return who was there: the council, the police as given, and a guest who has no seat."""
    return [
        {"person": ROOK, "status": "present", "category": "statutory-partner"},
        {"organization": POLICE, "category": "statutory-partner", **police},
        {"person": WICK, "status": "present", "category": "guest"},
    ]


def _item(**more: Any) -> dict[str, Any]:
    return {"id": "item", "title": "An item", **more}


MEETINGS = (
    _meeting(
        "2025-03-20",
        items=[
            _item(
                decisions=[{"id": "d0", "kind": "noted", "text": "Noted."}],
                actions=[
                    {
                        "id": "old",
                        "text": "Ask the schools.",
                        "owners": [{"who": COUNCIL}],
                        "due": "2025-05-31",
                    },
                    {"id": "older", "text": "Close the file.", "status": "closed"},
                ],
            )
        ],
    ),
    _meeting(
        "2025-05-15",
        attendance=_there(status="apologies", deputy_name="A sergeant"),
        items=[
            _item(
                title="Online training",
                updates=[{"action": "2025-03-20-executive/old", "status": "in-progress"}],
                decisions=[
                    {"id": "d1", "kind": "agreed", "text": "One *toolkit* is used by all."},
                    {
                        "id": "d2",
                        "kind": "approved",
                        "text": "[[withheld personal]]",
                        "withheld": {"reason": "personal"},
                    },
                ],
                actions=[
                    {
                        "id": "toolkit",
                        "text": "Publish the toolkit.",
                        "owners": [{"who": ROOK}],
                        "due": "2026-01",
                    },
                    {"id": "form", "text": "Merge the forms.", "owners": [{"who": {"kind": "all"}}]},
                ],
            )
        ],
    ),
    _meeting("2025-07-03", AUDIT, attendance=_there(status="present"), with_groups=[EXECUTIVE]),
    _meeting("2025-09-04", happened="cancelled"),
    _meeting(
        "2026-02-12",
        attendance=_there(status="absent"),
        decisions_between=[{"id": "d3", "text": "The advertisement was agreed by e-mail."}],
        items=[
            _item(
                updates=[
                    {"action": "2025-05-15-executive/form", "status": "closed"},
                    {"action": "2025-03-20-executive/old", "status": "done", "on": "2026-02-01"},
                ],
                actions=[
                    {"id": "letter", "text": "Write to the schools.", "due_words": "as soon as possible"}
                ],
            )
        ],
    ),
    _meeting(
        "2026-04-09",
        items=[
            _item(
                updates=[{"action": "2025-05-15-executive/toolkit", "status": "closed"}],
                decisions=[{"id": "d4", "kind": "agreed", "text": "A new year."}],
                actions=[{"id": "next", "text": "Begin again."}],
            )
        ],
    ),
    _meeting("2026-10-08", status="planned", happened="planned"),
)
GROUPS = (
    {
        "id": "executive",
        "name": "Executive",
        "kind": "executive",
        "members": [
            {"person": ROOK, "role": "chair", "since": "2024-04-01", "until": "2026-01-31"},
            {"organization": POLICE, "role": "chair", "since": "2026-02-01"},
            {"organization": POLICE, "role": "member", "since": "2024-04-01"},
            {
                "name": "Nobody",
                "role": "member",
                "since": "2025-06",
                "withheld": {"reason": "personal", "what": "whole"},
            },
        ],
    },
    {"id": "audit", "name": "Audit group", "kind": "sub-group", "created": "2025-06"},
)
PERSON = {
    "id": "p-aaaaaaaa",
    "name": "Ada Rook",
    "role": "Director",
    "posts": [
        {
            "post": {"kind": "post", "role": "Director", "organization": "Larkmere Council"},
            "since": "2020",
            "until": "2026-01-31",
        }
    ],
}
PRIORITIES = (
    {"id": "neglect", "title": "Neglect", "since": "2024-04-01"},
    {"id": "roads", "title": "Roads", "since": "2020", "until": "2024-03-31"},
)
PLAN = {
    "id": "business-2025",
    "title": "Business plan",
    "kind": "business",
    "status": "approved",
    "period_from": "2025-04-01",
    "period_until": "2027-03-31",
    "priorities": [
        {
            "id": "neglect",
            "priority": "neglect",
            "actions": [
                {
                    "id": "write",
                    "text": "Write the toolkit.",
                    "status": "done",
                    "leads": [{"who": COUNCIL}],
                    "due": "2025-12",
                    "actions": [{"id": "print", "text": "Print it.", "status": "delayed"}],
                },
                {"id": "houses", "text": "Withheld.", "withheld": {"reason": "personal", "what": "whole"}},
            ],
        }
    ],
}
INDICATOR = {
    "id": "plans",
    "title": "Children with a plan",
    "unit": "people",
    "direction": "down",
    "priorities": ["neglect"],
    "targets": [{"by": "2027-03-31", "value": "20"}],
    "points": [
        {"period": "2024-25-Q4", "people": "25"},
        {"period": "2025-26-Q1", "people": "1 to 7"},
        {"period": "2025-26-Q4", "people": "30"},
        {"period": "2026-27-Q1", "people": "35"},
    ],
}
BUDGET = {
    "id": "2025-26",
    "title": "Budget",
    "year": "2025-26",
    "stage": "outturn",
    "contributions": [
        {"contributor": {"who": COUNCIL}, "planned": "12500", "actual": "12500"},
        {"contributor": {"who": POLICE}, "planned": "2000", "actual": "1999.50"},
    ],
    "carried_in": {"actual": "300"},
    "spending": [
        {"heading": "Training courses", "planned": "4000", "actual": "4100"},
        {
            "heading": "Scrutiny",
            "planned": "9000",
            "withheld_fields": [{"field": "actual", "reason": "personal"}],
        },
    ],
}
REVIEW = {
    "id": "review-a",
    "title": "Practice review A.",
    "kind": "lcspr",
    "stage": "published",
    "incident_reported": "2024-11-01",
    "published": "2025-10-09",
    "recommendations": [
        {
            "id": "r1",
            "title": "Ask the father",
            "text": "Ask the father too.",
            "to": [{"who": EXECUTIVE}],
            "status": "in-progress",
            "responses": [{"by": [{"who": COUNCIL}], "answer": "accepted"}],
        },
        {"id": "r2", "text": "Write it down.", "status": "done"},
    ],
}
REPORTS = (
    {"id": "audit-neglect", "title": "Audit of neglect", "kind": "audit", "first_published": "2025-11-20"},
    {
        "id": "scrutiny-2024",
        "title": "Scrutiny",
        "kind": "scrutiny",
        "first_published": "2024-06-01",
        "recommendations": [
            {"id": "open", "text": "Count the promises.", "status": "late"},
            {"id": "closed", "text": "Meet.", "status": "done"},
        ],
    },
    {"id": "yearly-2024-25", "title": "Last year", "kind": "yearly", "years": "2024-25"},
    {
        "id": "yearly-2025-26",
        "title": "This year",
        "kind": "yearly",
        "years": "2025-26",
        "first_published": "2026-03-30",
        "recommendations": [{"id": "own", "text": "Count not this.", "status": "open"}],
    },
)
ARRANGEMENTS = (
    {
        "id": "2021",
        "title": "Arrangements 2021",
        "status": "superseded",
        "in_force_from": "2021-04-01",
        "in_force_until": "2025-06-30",
    },
    {
        "id": "2025",
        "title": "Arrangements 2025",
        "status": "in-force",
        "in_force_from": "2025-07-01",
        "versions": [{"version": "1", "note": "A group for young people"}],
    },
)
COUNCIL_RECORD = {"id": "council", "name": "Larkmere Council", "kind": "local-authority"}
POLICE_RECORD = {"id": "police", "name": "Larkmere Police", "kind": "police", "dissolved": "2026-03-31"}


def two_years(**partnership: Any) -> Dataset:
    """Return the dataset of the two years; the keywords are further values of the partnership."""
    kinds: dict[str, tuple[dict[str, Any], ...]] = {
        "partnership": (PARTNERSHIP | partnership,),
        "policy": (POLICY,),
        "organizations": (COUNCIL_RECORD, POLICE_RECORD),
        "people": (PERSON,),
        "groups": GROUPS,
        "meetings": MEETINGS,
        "priorities": PRIORITIES,
        "plans": (PLAN,),
        "reports": REPORTS,
        "reviews": (REVIEW,),
        "arrangements": ARRANGEMENTS,
        "budgets": (BUDGET,),
        "indicators": (INDICATOR,),
    }
    return Dataset({kind: tuple(entry(kind, each, LAST) for each in found) for kind, found in kinds.items()})


def source() -> Source:
    """Return what tables are made from."""
    return source_of(two_years(), ADDRESS)


def said(table: Any) -> list[tuple[str, ...]]:
    """Return the cells of a table, row by row."""
    return [row.cells for row in table.rows]


def led_to(table: Any) -> list[tuple[str, str] | None]:
    """Return what the rows of a table are about."""
    return [row.about for row in table.rows]


BEFORE: ReportingYear = year_from(2024, 4)
