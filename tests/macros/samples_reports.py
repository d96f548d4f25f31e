"""Public reports and reviews of the invented partnership."""

from __future__ import annotations

from typing import Any

_POLICE = {"kind": "organization", "id": "police", "name": "Larkmere Police"}
_COUNCIL = {"kind": "organization", "id": "council", "name": "Larkmere Council"}
_EXECUTIVE = {"kind": "group", "id": "executive", "name": "Executive"}
_SCRUTINEER = {"kind": "person", "name": "Wren Osprey", "role": "Independent Scrutineer"}

YEARLY: dict[str, Any] = {
    "id": "yearly-2025-26",
    "title": "Yearly report 2025 to 2026",
    "kind": "yearly",
    "status": "final",
    "issued_by": [{"who": {"kind": "all"}}],
    "years": "2025-26",
    "first_published": "2026-09-28",
    "summary": "Fewer families came back for help.",
    "figures": [
        {
            "name": "Children with a plan",
            "now": {"people": "1 to 7"},
            "before": {"people": "40"},
            "note": "On 31 March",
        },
        {
            "name": "Second plans",
            "now": {"people": "10", "of": "40", "share": "19 to 32"},
            "parts": [{"name": "Under five", "now": {"people": "1 to 7"}, "note": "Babies too"}],
            "whole": True,
        },
        {"name": "Income", "now": {"money": "235500"}, "before": {"words": "not printed"}},
    ],
    "sections": [
        {
            "id": "word",
            "label": "1",
            "title": "A word from the scrutineer",
            "by": [{"who": _SCRUTINEER}],
            "risks": ["register-2026"],
            "agreed_by_author": "2026-09-20",
            "text": "It has begun to ask what became of things.",
        },
        {
            "id": "done",
            "label": "2",
            "title": "What we did",
            "paragraphs": [
                {"id": "p2-1", "label": "2.1", "text": "One toolkit was tried."},
                {
                    "id": "p2-2",
                    "label": "2.2",
                    "text": "[[withheld personal]]",
                    "withheld": {"reason": "personal"},
                },
            ],
            "tables": [
                {
                    "id": "actions",
                    "title": "Actions",
                    "columns": ["Group", "Closed", "Open"],
                    "rows": [
                        {"cells": ["Executive", "3", "1"], "group": _EXECUTIVE},
                        {
                            "cells": ["An action", "1", "0"],
                            "action": "2026-03-12-executive/toolkit",
                            "priority": "neglect",
                        },
                        {"withheld": {"reason": "personal", "what": "whole"}},
                    ],
                    "chart": "stacked",
                    "note": "As the minutes say.",
                    "counted": "2026-06-01",
                }
            ],
        },
    ],
    "attendance": [
        {
            "group": _EXECUTIVE,
            "held": 3,
            "agencies": [
                {"agency": [{"who": _COUNCIL}], "attended": 3},
                {"agency": [{"name": "Larkmere Trust"}], "attended": 1, "held": 2, "note": "Vacant seat"},
            ],
        }
    ],
    "statutory": [
        {"requirement": "what-was-done", "section": "done"},
        {"requirement": "effectiveness", "note": "in every section"},
    ],
}
SCRUTINY: dict[str, Any] = {
    "id": "scrutiny-2026",
    "title": "Scrutiny, second report",
    "kind": "scrutiny",
    "status": "final",
    "agreed_by_author": "2026-06-29",
    "presented": [{"to": [{"who": _EXECUTIVE}], "meeting": "2026-03-12-executive", "item": "6"}],
    "first_published": "2026-07-24",
    "nothing_exempt": True,
    "no_background_papers": True,
    "arrangements": ["2026"],
    "risks": ["register-2026"],
    "documents": ["right-help"],
    "sections": [
        {"id": "law", "label": "6", "title": "Legal implications"},
        {"id": "appendices", "label": "7", "title": "Appendices"},
    ],
    "papers": [{"id": "map", "label": "A", "title": "A map", "address": "https://maps.example/a"}],
    "placed": [{"part": "papers", "section": "appendices"}],
    "implications": [
        {"label": "5", "title": "Financial implications", "text": "There are none."},
        {"label": "6", "title": "Legal implications", "text": "One duty.", "section": "law"},
    ],
    "options": [{"title": "Do nothing", "chosen": False}, {"title": "Ask them", "chosen": True}],
    "contact": [{"who": [{"name": "The office"}], "email": "office@larkmere.example"}],
    "recommendations": [
        {
            "id": "ask",
            "label": "R1",
            "title": "Ask those who were not asked",
            "asked": "act",
            "text": "Ask children under eight.",
            "to": [{"who": _EXECUTIVE}],
            "due": "2026-12",
            "status": "in-progress",
            "responses": [
                {
                    "by": [{"who": _COUNCIL}],
                    "on": "2026-07-09",
                    "answer": "accepted-in-part",
                    "text": "In one team of two.",
                    "actions": ["2026-03-12-executive/toolkit"],
                }
            ],
        },
        {"id": "old", "label": "R2", "text": "Count them.", "status": "done"},
    ],
}
REVIEW: dict[str, Any] = {
    "id": "review-a",
    "title": "Practice review A.",
    "kind": "lcspr",
    "stage": "published",
    "status": "final",
    "known_as": "A.",
    "when": "In the winter of 2024",
    "incident_reported": "2025-01",
    "notice_given": "2026-02-01",
    "published": "2026-02-09",
    "remove_after": "2027-02-09",
    "reviewers": [{"who": [{"name": "A reviewer"}], "independent": True, "note": "From elsewhere"}],
    "agencies": [{"who": _COUNCIL}, {"who": _POLICE}],
    "terms": "What kept one service from telling another?",
    "themes": [{"id": "nights", "title": "Nights away", "text": "They differ."}],
    "findings": [{"id": "missed", "label": "1", "title": "Missed", "text": "Each counted its own."}],
    "analysis": "Nobody had the task.",
    "recommendations": [{"id": "read", "label": "1", "text": "Read them together.", "status": "open"}],
    "improvements": "A card was printed.",
}
