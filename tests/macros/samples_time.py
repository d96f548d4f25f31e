"""Public records of the invented partnership in time: three partners, chairs, promises, attendance."""

from __future__ import annotations

from typing import Any

from editions.datasets import Dataset, Entry, Issue
from editions.fields import PublicRecord
from tests.macros.samples import COUNCIL, EXECUTIVE, PARTNERSHIP, POLICE, POLICY, entry

BOARD = {
    "id": "board",
    "name": "Larkmere Health Board",
    "kind": "integrated-care-board",
    "statutory_partner": True,
    "founded": "2022-07-01",
}
OLD_BOARD = {
    "id": "old-board",
    "name": "Larkmere Commissioners",
    "kind": "clinical-commissioning-group",
    "statutory_partner": True,
    "dissolved": "2022-06-30",
    "successor": {"kind": "organization", "id": "board", "name": "Larkmere Health Board"},
}


def who(name: str, body: str, body_id: str | None = None) -> dict[str, Any]:
    """Return somebody as a record prints them."""
    printed = {"kind": "person", "name": name, "role": "Head", "organization": body}
    return printed | ({"organization_id": body_id} if body_id else {})


ROOK = who("Ada Rook", "Larkmere Council", "council")
DALE = who("Ivo Dale", "Larkmere Council", "council")
FINCH = who("Bea Finch", "Larkmere Police", "police")
WREN = who("Cy Wren", "Larkmere Health Board", "board")
TEAL = who("Di Teal", "Larkmere Trust", "trust")
HOLDER = {
    "id": "p-bbbbbbbb",
    "name": "Bea Finch",
    "role": "Head",
    "posts": [
        {
            "post": {
                "kind": "post",
                "role": "Head of Safeguarding",
                "organization": "Larkmere Police",
                "organization_id": "police",
            },
            "since": "2024-04-01",
            "until": "2025-09-30",
        },
        {
            "title": "Chief",
            "organization": {"kind": "organization", "id": "police", "name": "Larkmere Police"},
            "since": "2025-10-01",
            "standing": "acting",
        },
    ],
}
UNNAMED = {"id": "p-cccccccc", "role": "Officer"}
GROUP = {
    "id": "executive",
    "name": "Executive",
    "kind": "executive",
    "next_handover": "2027-04",
    "next_chair": {"kind": "organization", "id": "board", "name": "Larkmere Health Board"},
    "members": [
        {"person": ROOK, "role": "chair", "since": "2024-04-01", "until": "2025-03-31"},
        {"person": FINCH, "role": "chair", "since": "2025-04-01", "until": "2026-03-31"},
        {"person": WREN, "role": "chair", "since": "2026-04-01"},
        {
            "organization": {"kind": "organization", "id": "trust", "name": "Larkmere Trust"},
            "vacant": True,
            "since": "2026-01-12",
        },
    ],
}
FORMER = {
    "id": "forms",
    "name": "Forms Group",
    "kind": "task-and-finish",
    "created": "2024-01-10",
    "ended": "2024-12-31",
    "successor": EXECUTIVE,
    "members": [{"person": ROOK, "role": "chair"}],
}
PROMISE = {
    "agenda_days": 5,
    "draft_days": 20,
    "approved_days": 10,
    "counted": "working-days",
    "closed": ["2026-05-04"],
    "since": "2026-01-01",
}


def meeting(date: str, *steps: tuple[str, str], **more: Any) -> Entry[PublicRecord]:
    """Return a meeting of the executive with editions: each the day and how far the document had come."""
    issues = tuple(
        Issue(number=number, date=day, note="Published.", status=status)
        for number, (day, status) in enumerate(steps, 1)
    )
    status = steps[-1][1] if steps else "planned"
    plain = {"id": f"{date}-executive", "title": "Executive meeting", "group": EXECUTIVE, "date": date}
    return entry("meetings", plain | {"status": status} | more, *issues)


def holding(*meetings: Entry[PublicRecord], today: str, promise: Any = PROMISE, **more: Any) -> Dataset:
    """Return a dataset of these meetings, on a day; `more` are fields of the partnership."""
    policy = POLICY | ({"promptness": promise} if promise else {})
    newest = Issue(number=1, date=today, note="First published.")
    return Dataset(
        {
            "partnership": (entry("partnership", PARTNERSHIP | more, newest),),
            "policy": (entry("policy", policy, Issue(number=1, date="2020-01-01", note="First.")),),
            "organizations": tuple(
                entry("organizations", each, Issue(number=1, date="2020-01-01", note="First."))
                for each in (BOARD, COUNCIL, OLD_BOARD, POLICE)
            ),
            "people": tuple(
                entry("people", each, Issue(number=1, date="2020-01-01", note="First."))
                for each in (HOLDER, UNNAMED)
            ),
            "groups": tuple(
                entry("groups", each, Issue(number=1, date="2020-01-01", note="First."))
                for each in (GROUP, FORMER)
            ),
            "meetings": tuple(sorted(meetings, key=lambda each: each.id)),
        }
    )
