"""Public budgets of the invented partnership: one that adds up, and one with a line that is withheld."""

from __future__ import annotations

from typing import Any

COUNCIL = {"who": {"kind": "organization", "id": "council", "name": "Larkmere Council"}}

BUDGET: dict[str, Any] = {
    "id": "2025-26",
    "title": "Budget for 2025/26",
    "year": "2025-26",
    "stage": "outturn",
    "status": "approved",
    "contributions": [
        {"contributor": COUNCIL, "planned": "60000", "actual": "60000"},
        {
            "contributor": {"name": "Larkmere College"},
            "purpose": "Training",
            "planned": "2500",
            "actual": "2000",
        },
    ],
    "income": [{"heading": "Fees", "planned": "1500", "actual": "1800.50", "note": "More came than hoped"}],
    "carried_in": {"planned": "4000", "actual": "4000"},
    "spending": [
        {"heading": "Office", "planned": "55000", "actual": "54300.50"},
        {"heading": "Training", "planned": "10000", "actual": "14000"},
    ],
    "carried_out": {"planned": "3000", "actual": "-500"},
    "in_kind": [{"contributor": COUNCIL, "description": "Rooms", "planned": "1200"}],
    "reserve": {"opening": "4000", "closing": "0", "target": "8000", "note": "For a review."},
    "totals": {
        "income": {"planned": "68000", "actual": "67800.50"},
        "spending": {"planned": "65000", "actual": "68300.50"},
    },
}
NEXT: dict[str, Any] = {
    "id": "2026-27",
    "title": "Budget for 2026/27",
    "year": "2026-27",
    "stage": "agreed",
    "as_of": "2026-09-30",
    "follows": "2025-26",
    "contributions": [{"contributor": COUNCIL, "planned": "61000"}],
    "spending": [
        {"heading": "Office", "planned": "56000", "forecast": "55500"},
        {"heading": "[[withheld commercial]]", "withheld": {"reason": "commercial"}},
    ],
    "totals": {"spending": {"planned": "60000"}},
}
