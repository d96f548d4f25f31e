"""Public priorities and plans of an invented partnership."""

from __future__ import annotations

from typing import Any

_HEAD = {"kind": "post", "role": "Head of Safeguarding", "organization": "Larkmere Police"}
_EXECUTIVE = {"kind": "group", "id": "executive", "name": "Executive"}

NEGLECT: dict[str, Any] = {
    "id": "neglect",
    "title": "Neglect",
    "since": "2024-04-01",
    "summary": "We want neglect to be seen early.",
    "why": "It was named in every second referral.",
    "lead": [{"who": _HEAD}],
    "scope": "Children under 12",
    "joint_with": ["Hollowdale"],
    "links": [{"title": "What to look for", "address": "https://neglect.example/"}],
}
ROADS: dict[str, Any] = {
    "id": "roads",
    "title": "Safer roads",
    "since": "2021",
    "until": "2024-03-31",
    "ended_because": "The highways board took it on.",
    "successor": "neglect",
}
SLEEP: dict[str, Any] = {"id": "sleep", "title": "Safe sleep", "since": "2027-01"}
PLAN: dict[str, Any] = {
    "id": "business-2025",
    "title": "Business plan 2025 to 2027",
    "kind": "business",
    "status": "in-force",
    "issued_by": [{"who": _EXECUTIVE}],
    "period_from": "2025-04-01",
    "period_until": "2027-03-31",
    "extended_until": "2027-06",
    "versions": [{"version": "1", "date": "2025-03-20"}],
    "approved_on": "2025-03-20",
    "foreword": "A plan can be checked.",
    "foreword_by": [{"name": "Jo Wick"}],
    "vision": "Every child is seen.",
    "ranking": "none",
    "replaces": "business-2023",
    "priorities": [
        {
            "id": "neglect",
            "priority": "neglect",
            "label": "1a",
            "rationale": "Three agencies had three forms.",
            "outcomes": [
                {
                    "text": "Families see one picture.",
                    "measure": "Ten families of twelve say so.",
                    "reached": "partly",
                    "evidence": [
                        {
                            "on": "2026-03-12",
                            "text": "Nine did.",
                            "meeting": "2026-03-12-executive",
                            "shown_by": [{"indicator": "first-visits"}, {"source": "A letter of May"}],
                        }
                    ],
                },
                {"text": "[[withheld personal]]", "withheld": {"reason": "personal"}},
            ],
            "actions": [
                {
                    "id": "toolkit",
                    "label": "1.1",
                    "text": "Write the toolkit.",
                    "leads": [{"who": _HEAD}],
                    "helpers": [{"who": {"kind": "all"}}],
                    "measure": "Forty families try it.",
                    "due": "2026-05",
                    "first_due": "2025-12",
                    "status": "delayed",
                    "rag": "Amber",
                    "progress": [
                        {
                            "on": "2026-03-12",
                            "status": "delayed",
                            "text": "Six families have tried it.",
                            "meeting": "2026-03-12-executive",
                        },
                        {"on": "2026-01", "status": "on-track", "evidence": "A first page."},
                    ],
                    "actions": [{"id": "print", "text": "Print it.", "status": "not-started"}],
                },
                {
                    "id": "houses",
                    "label": "1.2",
                    "text": "[[withheld commercial]]",
                    "withheld": {"reason": "commercial", "what": "whole"},
                },
            ],
        },
        {
            "id": "sleep",
            "priority": "sleep",
            "label": "2",
            "title": "Nights",
            "added": {
                "on": "2026-04-01",
                "meeting": "2026-03-12-executive",
                "decision": "2026-03-12-executive/d1",
                "because": "The audit asked for it.",
            },
        },
    ],
    "actions": [
        {
            "id": "letter",
            "text": "Write a letter each term.",
            "due_words": "Each term",
            "status": "done",
            "evidence": "Forty schools read it.",
            "shown_by": [{"item": "2026-03-12-executive/schools"}],
            "decisions": ["2026-03-12-executive/d1"],
        }
    ],
    "changes": [{"on": "2026-02", "text": "Forty families in place of sixty.", "because": "Few moved here."}],
}
EARLIER_PLAN: dict[str, Any] = {
    "id": "business-2023",
    "title": "Business plan 2023 to 2025",
    "kind": "business",
    "status": "superseded",
    "period_from": "2023-04",
    "period_until": "2025-03",
    "priorities": [{"id": "p1", "priority": "roads"}],
}

SAMPLES = {"priorities": (NEGLECT, ROADS, SLEEP), "plans": (EARLIER_PLAN, PLAN)}
"""The plain values of the records, by kind and in order of their ids."""
