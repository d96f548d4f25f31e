"""Public arrangements of an invented partnership: one version that is over, one in force, one proposed."""

from __future__ import annotations

from typing import Any

_COUNCIL = {"kind": "organization", "id": "council", "name": "Larkmere Council"}
_POLICE = {"kind": "organization", "id": "police", "name": "Larkmere Police"}
_EXECUTIVE = {"kind": "group", "id": "executive", "name": "Executive"}
_POST = {
    "kind": "post",
    "role": "Director of Children's Services",
    "organization": "Larkmere Council",
    "organization_id": "council",
}

OVER: dict[str, Any] = {
    "id": "2021",
    "title": "How we work together",
    "status": "superseded",
    "in_force_from": "2021-10-01",
    "in_force_until": "2026-03-31",
    "areas": ["Larkmere"],
    "clauses": [{"id": "area", "label": "1", "title": "Area", "topic": "area", "text": "Larkmere."}],
}
IN_FORCE: dict[str, Any] = {
    "id": "2026",
    "title": "How we work together, 2026",
    "status": "in-force",
    "version": "2026",
    "partnership_name": "Larkmere Safeguarding Children Partnership",
    "in_force_from": "2026-04-01",
    "replaces": "2021",
    "areas": ["Larkmere"],
    "authors": [{"name": "The business manager"}],
    "signed": [{"by": _COUNCIL, "on": "2026-03-20"}, {"name": "The chief constable", "on": "2026-03-21"}],
    "laws": [
        {
            "title": "Children Act 2004",
            "kind": "act",
            "provision": "sections 16E to 16L",
            "address": "https://law.example/",
        },
    ],
    "partners": [
        {
            "organization": _COUNCIL,
            "leads": [
                {
                    "name": "Una Pell",
                    "title": "Chief Executive",
                    "role_words": "Chief officer",
                    "since": "2022-05",
                    "since_words": "from the spring of 2022",
                }
            ],
            "delegates": [
                {
                    "post": _POST,
                    "person": {**_POST, "kind": "person", "id": "p-aaaaaaaa", "name": "Ada Rook"},
                    "functions": "Everything but the *signature*.",
                }
            ],
        },
        {"organization": _POLICE, "withheld": {"reason": "personal"}},
    ],
    "structure": "The Executive leads; two groups report to it.",
    "groups": [
        {"group": _EXECUTIVE, "role": "leads", "chair": "Rotates each April", "frequency": "Monthly"},
        {"name": "Procedures", "role": "joint-sub-group", "joint_with": ["Hollowdale"]},
    ],
    "joint_work": [{"area": "Hollowdale", "subjects": ["Exploitation", "Procedures"]}],
    "options": [
        {
            "id": "merge",
            "label": "A",
            "title": "Merge with Hollowdale",
            "reasons_for": "Fewer meetings.",
            "reasons_against": "Fewer voices.",
            "outcome": "not-chosen",
        },
        {"id": "as-before", "text": "To go on as before."},
    ],
    "scrutiny": [
        {
            "title": "Independent scrutineer",
            "holders": [{"name": "Orla Finch", "since": "2025-01-01", "note": "for three years"}],
            "days": "Fifteen days a year",
            "review": "2027",
            "review_words": "once the inspectors have been",
            "tasks": ["How the partners use figures", "What became of audits"],
            "reports_to": [{"who": _EXECUTIVE, "note": "twice a year"}],
        }
    ],
    "agencies": [
        {"name": "All schools and colleges", "sector": "education", "reason": "They see every child daily."},
        {"organization": _POLICE, "sector": "police", "duty": "Sends an officer to each conference."},
    ],
    "funding": {
        "text": "The partners agree their shares each January.",
        "contributions": [
            {"from_whom": {"who": _COUNCIL}, "year": "2026-27", "given_in": "cash", "amount": "60500"},
            {"from_whom": {"who": _COUNCIL}, "year": "2026-27", "given_in": "kind", "what": "Rooms"},
        ],
        "review_words": "each January",
    },
    "child_deaths": {"partners": [{"who": _COUNCIL}], "areas": ["Larkmere", "Hollowdale"]},
    "disputes": [{"label": "1", "text": "The two heads of service talk.", "within": "two working days"}],
    "consultation": [
        {
            "date": "2025-11-01",
            "until": "2025-12-15",
            "what": "Consultation of everybody who works with children",
            "replies": 12,
            "replies_from": [{"who": "schools", "number": 9}, {"who": "parents", "number": 3}],
            "outcome": "Whom to ring now stands first.",
        }
    ],
    "timetable": [
        {"date": "2026-02", "date_words": "February and March", "what": "Three talks", "status": "done"},
        {"date": "2026-04-01", "what": "The arrangements come into force", "status": "done"},
    ],
    "contacts": [{"about": "Questions", "who": [{"name": "The office"}], "email": "office@larkmere.example"}],
    "clauses": [
        {
            "id": "contacts",
            "label": "1",
            "title": "Whom to ring",
            "topic": "contacts",
            "text": "Ring, also if you are **not sure**.",
        },
        {
            "id": "partners",
            "label": "2",
            "title": "The safeguarding partners",
            "topic": "partners",
            "text": "The three are equal.",
            "clauses": [
                {"id": "2-1", "label": "2.1", "text": "They meet without deputies once a year."},
                {"id": "2-2", "label": "2.2", "text": "They said [[withheld personal]] of it."},
            ],
        },
        {
            "id": "funding",
            "label": "3",
            "title": "Money {: onclick=x } {{ 7*7 }}",
            "topic": "funding",
            "documents": ["right-help"],
            "replaces": ["2021/area"],
        },
        {"id": "risk-pool", "label": "4", "title": "A pool", "withheld": {"reason": "commercial"}},
    ],
}
PROPOSED: dict[str, Any] = {
    "id": "2027",
    "title": "A proposal for 2027",
    "status": "consultation",
    "in_force_from": "2027-04-01",
}
