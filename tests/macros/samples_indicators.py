"""Public indicators of the invented partnership: one in per cent with a gap, and one of people."""

from __future__ import annotations

from typing import Any

VISITS: dict[str, Any] = {
    "id": "first-visits",
    "title": "First visits within ten days",
    "definition": "Of all first visits, those within ten days.",
    "why": "A late visit can mean that nobody asks.",
    "unit": "percent",
    "unit_words": "of all first visits",
    "direction": "higher-better",
    "frequency": "quarterly",
    "baseline": "2025-26-Q1",
    "targets": [{"by": "2027-03-31", "value": "95"}],
    "points": [
        {"period": "2025-26-Q1", "value": "81"},
        {"period": "2025-26-Q2", "missing": "The records were moved"},
        {"period": "2025-26-Q3", "value": "84.5", "note": "Without two practices"},
        {"period": "2026-Q1", "value": "86", "provisional": True},
    ],
    "comparisons": [
        {"name": "England", "points": [{"period": "2025-26-Q3", "value": "83", "note": "By another count"}]}
    ],
    "note": "Visits are earlier than a year ago.",
}
CARE: dict[str, Any] = {
    "id": "placed-far",
    "title": "Children placed far from home",
    "unit": "people",
    "direction": "lower-better",
    "points": [
        {"period": "2024-03-31", "people": "20"},
        {"period": "2025-03-31", "people": "1 to 7"},
        {"period": "2026-03-31", "people": "10"},
        {"period": "2027-03-31", "withheld_fields": [{"field": "people", "reason": "personal"}]},
    ],
}
