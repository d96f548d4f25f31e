"""A public risk register of the invented partnership, scored in two ways."""

from __future__ import annotations

from typing import Any

HEAD = {"kind": "post", "role": "Head of Safeguarding", "organization": "Larkmere Police"}
EXECUTIVE = {"kind": "group", "id": "executive", "name": "Executive"}

REGISTER: dict[str, Any] = {
    "id": "register-2026",
    "title": "Risk register, spring 2026",
    "as_of": "2026-03-12",
    "group": EXECUTIVE,
    "status": "approved",
    "summary": "Two risks are open and one is closed.",
    "schemes": [
        {
            "id": "grid",
            "name": "Three by three",
            "combine": "multiply",
            "likelihood": [
                {"mark": "1", "name": "unlikely"},
                {"mark": "2", "name": "possible"},
                {"mark": "3", "name": "likely", "meaning": "every year"},
            ],
            "impact": [{"mark": "1", "name": "minor"}, {"mark": "2"}, {"mark": "3", "name": "grave"}],
            "bands": [
                {"word": "low", "lowest": 1, "highest": 3},
                {"word": "high", "lowest": 4, "highest": 9, "colour": "red", "meaning": "Seen quarterly"},
            ],
        },
        {
            "id": "letters",
            "name": "Letters and digits",
            "combine": "side-by-side",
            "likelihood": [{"mark": "A"}, {"mark": "D"}],
            "impact": [{"mark": "1"}, {"mark": "2"}],
            "dimensions": [{"id": "money", "name": "Money"}, {"id": "children", "name": "Children"}],
            "bands": [{"word": "watch", "marks": ["D2"]}],
        },
    ],
    "risks": [
        {
            "id": "vacancies",
            "label": "R1",
            "title": "Posts stay empty",
            "description": "Babies could go without a visit.",
            "cause": "Few people train for it.",
            "owners": [HEAD],
            "response": "treat",
            "inherent": {"likelihood": "3", "impact": "3", "score": "9", "rating": "high"},
            "residual": {"likelihood": "2", "impact": "2"},
            "target": {"likelihood": "1", "impact": "2"},
            "trend": "better",
            "history": [{"on": "2025-09", "likelihood": "3", "impact": "2"}],
            "controls": [{"text": "Visits in order of need.", "assurance": "Read quarterly"}],
            "actions": [
                {
                    "id": "advert",
                    "text": "Advertise jointly.",
                    "owners": [HEAD],
                    "due": "2026-06",
                    "status": "late",
                }
            ],
        },
        {
            "id": "terms",
            "title": "The terms of a contract",
            "withheld": {"reason": "commercial", "review": "2027-03-31"},
        },
        {
            "id": "publication",
            "title": "The yearly report is late",
            "closed": "2026-01",
            "closed_because": "It was published",
            "residual": {
                "scheme": "letters",
                "likelihood": "D",
                "impacts": [
                    {"dimension": "money", "impact": "1"},
                    {"dimension": "children", "impact": "2"},
                ],
            },
            "trend": "closed",
        },
    ],
}
EARLIER: dict[str, Any] = {
    "id": "register-2025",
    "title": "Risk register, autumn 2025",
    "as_of": "2025-09-18",
    "risks": [{"id": "vacancies", "title": "Posts stay empty"}],
}
