"""Public indicators of the invented partnership: one in per cent with a gap, and one of people."""

from __future__ import annotations

from typing import Any

PLACES: list[dict[str, Any]] = [
    {
        "name": "By age",
        "whole": True,
        "categories": [
            {"name": "Under twelve", "points": [{"period": "2024-03-31", "people": "1 to 7"}]},
            {
                "name": "Twelve and over",
                "points": [
                    {"period": "2024-03-31", "people": "13 to 22", "note": "Counted on one day"},
                    {"period": "2026-03-31", "people": "withheld"},
                ],
            },
        ],
    },
    {
        "name": "By place",
        "note": "Two agencies count.",
        "categories": [
            {
                "name": "Elsewhere",
                "note": "As far as known",
                "withheld": {"reason": "personal", "what": "text"},
            }
        ],
    },
]
VISITS: dict[str, Any] = {
    "id": "first-visits",
    "title": "First visits within ten days",
    "definition": "Of all first visits, those within ten days.",
    "why": "A late visit can mean that nobody asks.",
    "recommendations": ["review-a/read"],
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
        {"period": "2026-Q2", "people": "170", "of": "200", "share": "82 to 87"},
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
    "adds_up": True,
    "breakdowns": PLACES,
    "points": [
        {"period": "2024-03-31", "people": "20"},
        {"period": "2025-03-31", "people": "1 to 7"},
        {"period": "2026-03-31", "people": "10"},
        {"period": "2027-03-31", "withheld_fields": [{"field": "people", "reason": "personal"}]},
    ],
}
