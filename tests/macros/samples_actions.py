"""Public meetings that follow a few actions: one put off, one opened again, one replaced by another."""

from __future__ import annotations

from typing import Any

from editions.datasets import Dataset, Entry, Issue
from editions.fields import PublicRecord
from tests.macros.samples import COUNCIL, GROUP, POLICE, POLICY, ROOK, entry

JANUARY, MARCH, MAY = "2026-01-15-executive", "2026-03-12-executive", "2026-05-14-executive"
FORM, TEST, LEAFLET = f"{JANUARY}/form", f"{JANUARY}/test", f"{JANUARY}/leaflet"

LEARNING = {"kind": "group", "id": "learning", "name": "Learning group"}
POST = {
    "kind": "post",
    "role": "Head of Safeguarding",
    "organization": "Larkmere Police",
    "organization_id": "police",
}


def meeting(
    name: str,
    *,
    actions: list[dict[str, Any]] | None = None,
    updates: list[dict[str, Any]] | None = None,
    decisions: list[dict[str, Any]] | None = None,
    **more: Any,
) -> dict[str, Any]:
    """Return the plain values of a meeting with one item; its day is that of its name."""
    item = {"id": "one", "title": "One", "actions": actions or [], "updates": updates or []}
    group = {"kind": "group", "id": name[11:], "name": f"The {name[11:]} group"}
    plain = {"id": name, "title": "Meeting", "group": group, "date": name[:10], "status": "approved"}
    return plain | {"items": [item | {"decisions": decisions or []}]} | more


MEETINGS = (
    meeting(
        JANUARY,
        actions=[
            {
                "id": "form",
                "label": "1.1",
                "text": "Merge the forms.",
                "also_printed": ["One form in place of two."],
                "owners": [{"who": ROOK}, {"who": LEARNING}],
                "due": "2026-02-28",
                "priority": "high",
                "status": "open",
            },
            {"id": "test", "text": "Try the form.", "owners": [{"who": {"kind": "all"}}], "status": "open"},
            {"id": "leaflet", "text": "Write a leaflet.", "owners": [{"who": POST}], "status": "open"},
            {"id": "quiet", "withheld": {"reason": "personal"}, "text": "", "status": None},
        ],
    ),
    meeting(
        MARCH,
        actions=[
            {
                "id": "page",
                "text": "Write a page.",
                "due_words": "soon",
                "status": "open",
                "since": "2025-11",
                "origin": "Page 5 of the previous minutes",
            }
        ],
        updates=[
            {"action": FORM, "status": "carried-over", "due": "2026-04-30", "note": "Nearly there."},
            {"action": TEST, "status": "done", "on": "2026-02-02"},
            {"action": LEAFLET, "status": "superseded", "superseded_by": f"{MARCH}/page"},
            {"about": "Page 3 of the minutes of 2024", "status": "closed"},
        ],
    ),
    meeting(
        MAY,
        updates=[
            {"action": FORM, "status": "overdue"},
            {"action": TEST, "status": "reopened", "note": "It failed in schools."},
            {"action": f"{MARCH}/page", "status": "no-update"},
        ],
    ),
)


def dataset(*meetings: dict[str, Any], day: str = "2026-06-01") -> Dataset:
    """Return meetings published on a day, with two agencies, two groups and a policy."""
    learning: dict[str, Any] = GROUP | {"id": "learning", "name": "Learning group", "members": []}
    found: tuple[Entry[PublicRecord], ...] = tuple(
        entry("meetings", plain, Issue(number=1, date=day, note="First published."))
        for plain in sorted(meetings or MEETINGS, key=lambda each: str(each["id"]))
    )
    return Dataset(
        {
            "meetings": found,
            "groups": (entry("groups", GROUP), entry("groups", learning)),
            "organizations": (entry("organizations", COUNCIL), entry("organizations", POLICE)),
            "policy": (entry("policy", POLICY),),
        }
    )
