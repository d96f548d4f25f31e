"""Public records of an invented partnership."""

from __future__ import annotations

from typing import Any

from editions.datasets import Dataset, Entry, Issue
from editions.fields import PublicRecord
from editions.kinds import PUBLIC_KINDS
from tests.macros import samples_budgets, samples_indicators, samples_plans, samples_risks
from tests.macros.samples_arrangements import IN_FORCE, OVER, PROPOSED
from tests.macros.samples_documents import OLD_LEAFLET, RIGHT_HELP
from tests.macros.samples_glossary import GLOSSARY
from tests.macros.samples_reports import REVIEW, SCRUTINY, YEARLY
from tests.macros.samples_topics import LETTERS, TOOLKIT

POLICY = {
    "id": "policy",
    "reasons": [
        {
            "id": "personal",
            "words": "information about a person",
            "basis": "An invented schedule, paragraph 1",
            "interest": "Nobody should be found again by what a meeting said about them.",
        },
        {"id": "commercial", "words": "business terms", "basis": "An invented schedule, paragraph 3"},
    ],
    "names_from": "manager",
    "small_numbers": {"largest": 12, "step": 5, "narrowest": 4},
    "checks": [{"kinds": ["meetings"], "second_person": "before"}],
    "in_register": [{"reasons": ["commercial"], "show": "year"}, {"show": "record"}],
    "concealed": [{"year": 2024, "roughly": "fewer-than-8"}, {"year": 2025, "roughly": "about-10"}],
}
PARTNERSHIP = {
    "id": "partnership",
    "name": "Larkmere Safeguarding Children Partnership",
    "short_name": "LSCP",
    "fictional": True,
    "areas": ["Larkmere"],
    "partners": [{"kind": "organization", "id": "council", "name": "Larkmere Council"}],
    "worried": {
        "text": "Tell us if you are worried about a child. In an emergency call 999.",
        "lines": [{"label": "Children's social care", "telephone": "01632 960001", "note": "day and night"}],
    },
    "office": {"name": "The partnership's office", "email": "office@larkmere.example"},
    "licence": {"name": "Open Government Licence v3.0", "address": "https://licence.example/"},
}
COUNCIL = {
    "id": "council",
    "name": "Larkmere Council",
    "kind": "local-authority",
    "statutory_partner": True,
    "posts": [{"id": "director", "title": "Director of Children's Services"}],
}
POLICE = {"id": "police", "name": "Larkmere Police", "kind": "police", "statutory_partner": True}
EXECUTIVE = {"kind": "group", "id": "executive", "name": "Executive"}
GROUP = {
    "id": "executive",
    "name": "Executive",
    "kind": "executive",
    "purpose": "The executive leads the work of the partners.",
    "frequency": "Every two months",
    "members": [
        {"person": {"kind": "person", "name": "Ada Rook", "role": "Director"}, "role": "chair"},
        {
            "organization": {"kind": "organization", "id": "police", "name": "Larkmere Police"},
            "role": "member",
            "vacant": True,
        },
        {"name": "Tom Fell", "role": "member", "until": "2025-01-01"},
    ],
    "terms": [{"version": "1", "quorum": "Two partners", "text": "Meets in private."}],
}
AUDIT = {
    "id": "audit",
    "name": "Audit group",
    "kind": "sub-group",
    "parent": EXECUTIVE,
    "joint_with": ["Hollowdale"],
}
ROOK = {
    "kind": "person",
    "id": "p-aaaaaaaa",
    "name": "Ada Rook",
    "role": "Director of Children's Services",
    "organization": "Larkmere Council",
    "organization_id": "council",
}
HEAD = {"kind": "person", "role": "Head of Safeguarding", "organization": "Larkmere Police"}
MEETING = {
    "id": "2026-03-12-executive",
    "title": "Executive meeting",
    "group": EXECUTIVE,
    "date": "2026-03-12",
    "time": "14:00\u201316:10",
    "place": "Long Room, Larkmere Town Hall",
    "mode": "hybrid",
    "status": "approved",
    "chair": [{"person": ROOK}],
    "attendance": [
        {"person": ROOK, "status": "present", "category": "statutory-partner"},
        {"person": HEAD, "status": "apologies", "deputy_name": "a sergeant"},
        {"name": "Jo Wick", "status": "present", "post": "Auditor", "items": ["neglect"]},
    ],
    "quorum": {"reached": True, "needed": "two partners"},
    "declarations": {"none_declared": True},
    "summary": "The meeting agreed a toolkit on neglect and how to pay for scrutiny.",
    "items": [
        {
            "id": "minutes",
            "label": "1",
            "title": "Minutes of the last meeting",
            "previous_minutes": [{"meeting": "2026-01-15-executive", "outcome": "agreed"}],
            "updates": [{"action": "2026-01-15-executive/form", "status": "closed", "note": "Merged."}],
        },
        {
            "id": "scrutineer",
            "label": "2",
            "title": "Independent scrutineer",
            "left_the_room": [{"who": ROOK}],
            "withheld": {"reason": "commercial", "review": "2027-03-31"},
            "outcome": "The partners agreed a day rate.",
        },
        {
            "id": "neglect",
            "label": "3",
            "title": "Neglect",
            "purpose": "decision",
            "priorities": ["neglect"],
            "topics": ["toolkit"],
            "continues": ["2026-01-15-executive/forms"],
            "plan_actions": ["business-2025/toolkit"],
            "presented_by": [{"name": "Jo Wick"}],
            "text": "The audit looked at *twelve* cases. One was [[withheld personal]] only.\n\n"
            "[[action toolkit]]\n\n| Area | Cases |\n|---|--:|\n| North | 7 |\n| South | 5 |\n",
            "papers": [
                {
                    "id": "a",
                    "label": "A",
                    "title": "Audit of neglect",
                    "given": "with-agenda",
                    "download": {
                        "path": "meetings/2026-03-12-executive/files/a.pdf",
                        "type": "pdf",
                        "size": 239_900,
                        "pages": 12,
                        "digest": "a" * 64,
                        "text": "b" * 64,
                    },
                },
                {
                    "id": "map",
                    "title": "Map of visits",
                    "alternative": 'Most visits were in the "North" of Larkmere.',
                    "download": {
                        "path": "meetings/2026-03-12-executive/files/map.png",
                        "type": "png",
                        "size": 1_250_000,
                        "width": 800,
                        "height": 600,
                        "digest": "c" * 64,
                    },
                },
            ],
            "decisions": [
                {
                    "id": "d1",
                    "kind": "agreed",
                    "label": "3.1",
                    "text": "The toolkit is adopted.",
                    "vote": {"unanimous": True},
                    "recommendations": ["review-a/read"],
                }
            ],
            "actions": [
                {
                    "id": "toolkit",
                    "label": "3.2",
                    "text": "Publish the toolkit.",
                    "status": "open",
                    "owners": [{"who": HEAD}, {"who": {"kind": "all"}}],
                    "due": "2026-05-31",
                    "decisions": ["2026-03-12-executive/d1"],
                    "recommendations": ["review-a/read"],
                }
            ],
            "items": [{"id": "schools", "title": "Schools", "text": "Schools asked for a short version."}],
        },
    ],
    "next_meetings": [{"date": "2026-05-14", "time": "10:00", "place": "to be confirmed"}],
    "notes_after": [{"on": "2026-03-20", "text": "The room in May has changed."}],
}
EARLIER = {
    "id": "2026-01-15-executive",
    "title": "Executive meeting",
    "group": EXECUTIVE,
    "date": "2026-01-15",
    "status": "approved",
    "approved": "2026-03-12-executive",
    "items": [
        {
            "id": "forms",
            "title": "Forms {: onclick=x } {{ 7*7 }} <b>",
            "actions": [{"id": "form", "text": "Merge the forms.", "due_words": "as soon as possible"}],
        }
    ],
}
PLANNED = {
    "id": "2026-07-09-executive",
    "title": "Executive meeting",
    "group": EXECUTIVE,
    "date": "2026-07-09",
    "happened": "planned",
    "status": "planned",
}


def entry(kind: str, plain: dict[str, Any], *issues: Issue, draft: bool = False) -> Entry[PublicRecord]:
    """Return an entry of a dataset, by default with one edition."""
    first = Issue(number=1, date="2026-04-01", note="First published.", checked_by="Chair")
    return Entry(plain["id"], PUBLIC_KINDS[kind].model_validate(plain), issues or (first,), draft)


def sample() -> Dataset:
    """Return a small partnership: two groups, four meetings of which one is withdrawn, two bodies."""
    withdrawn: Entry[PublicRecord] = Entry(
        "2025-11-06-executive",
        None,
        (
            Issue(number=1, date="2025-12-01", note="First published.", state="removed"),
            Issue(number=2, date="2025-12-09", note="Taken down to be checked.", state="withdrawn"),
        ),
    )
    corrected = (
        Issue(number=1, date="2026-04-01", note="First published."),
        Issue(number=2, date="2026-05-20", note="A name was spelt wrong.", minor=True, checked_by="Chair"),
    )
    return Dataset(
        {
            "partnership": (entry("partnership", PARTNERSHIP),),
            "policy": (entry("policy", POLICY),),
            "organizations": (entry("organizations", COUNCIL), entry("organizations", POLICE)),
            "people": (),
            "groups": (entry("groups", AUDIT), entry("groups", GROUP)),
            "meetings": (
                withdrawn,
                entry("meetings", EARLIER),
                entry("meetings", MEETING, *corrected),
                entry("meetings", PLANNED),
            ),
            "reports": (entry("reports", SCRUTINY), entry("reports", YEARLY)),
            "reviews": (entry("reviews", REVIEW),),
            **{
                kind: tuple(entry(kind, each) for each in found)
                for kind, found in samples_plans.SAMPLES.items()
            },
            "risks": (entry("risks", samples_risks.EARLIER), entry("risks", samples_risks.REGISTER)),
            "budgets": (entry("budgets", samples_budgets.BUDGET), entry("budgets", samples_budgets.NEXT)),
            "indicators": (
                entry("indicators", samples_indicators.CARE),
                entry("indicators", samples_indicators.VISITS),
            ),
            "arrangements": tuple(entry("arrangements", each) for each in (OVER, IN_FORCE, PROPOSED)),
            "documents": tuple(entry("documents", each) for each in (OLD_LEAFLET, RIGHT_HELP)),
            "glossary": (entry("glossary", GLOSSARY),),
            "topics": (entry("topics", LETTERS), entry("topics", TOOLKIT)),
        }
    )


def holding(kind: str, record: PublicRecord, *others: tuple[str, dict[str, Any]]) -> Dataset:
    """Return a dataset of one record and others."""
    kinds: dict[str, tuple[Entry[PublicRecord], ...]] = dict.fromkeys(PUBLIC_KINDS, ())
    issue = Issue(number=1, date="2026-04-01", note="First published.")
    kinds[kind] = (Entry(record.id, record, (issue,)),)
    for of, plain in others:
        kinds[of] = (*kinds[of], entry(of, plain))
    return Dataset(kinds)
