"""The words that stand for the closed lists of the data format.

Every label that a reader sees for a status, a mark or a kind is here, in one place; sentences are in
the templates. All are English, and are put into the language of the site where they are shown.
"""

from __future__ import annotations

from macros.language.rule_words import RULE_KINDS, RULE_LEVELS, RULE_STATES, RULE_TESTS

STATUSES = {
    "planned": "Date announced",
    "agenda": "Agenda",
    "draft": "Draft minutes",
    "circulated": "Minutes sent round for comment",
    "final": "Minutes",
    "approved": "Approved minutes",
    "corrected": "Approved minutes, since corrected",
}
HAPPENED = {
    "planned": "Not yet held",
    "held": "Held",
    "cancelled": "Cancelled",
    "abandoned": "Abandoned",
    "postponed": "Postponed",
}
MEETING_KINDS = {
    "ordinary": "Ordinary meeting",
    "inaugural": "Inaugural meeting",
    "extraordinary": "Extraordinary meeting",
    "special": "Special meeting",
    "annual": "Annual meeting",
    "shadow": "Shadow meeting",
    "development-day": "Development day",
    "by-email": "Meeting by e-mail",
}
MODES = {
    "in-person": "in person",
    "online": "online",
    "hybrid": "in person and online",
    "phone": "by telephone",
    "email": "by e-mail",
    "video": "by video",
}
ATTENDANCE = {
    "present": "Present",
    "observer": "Observing",
    "deputy-sent": "Deputy sent",
    "represented": "Represented by somebody else",
    "apologies": "Apologies",
    "absent": "Absent without apology",
    "did-not-attend": "Did not attend",
    "not-yet-member": "Not yet a member",
    "no-longer-member": "No longer a member",
    "vacant": "Vacant seats",
    "excluded": "Excluded from the meeting",
}
"""In the order in which the page shows them."""

APOLOGIES = {"none": "Nobody sent apologies."}
CATEGORIES = {
    "member": "Member",
    "statutory-partner": "Statutory partner",
    "attendee": "In attendance",
    "invited": "Invited",
    "support": "Support",
    "guest": "Guest",
    "presenter": "Presenter",
    "public": "Member of the public",
    "press": "Press",
}
CHAIRING = {"chair": "chair", "co-chair": "co-chair", "stand-in": "in place of the chair"}
OFFICERS = {
    "minute-taker": "minute taker",
    "clerk": "clerk",
    "facilitator": "facilitator",
    "secretariat": "secretariat",
    "support": "support",
}
EFFECTS = {
    "stayed": "Stayed in the room",
    "withdrew": "Left the room",
    "did-not-vote": "Stayed, and did not vote",
}
PURPOSES = {
    "decision": "For decision",
    "discussion": "For discussion",
    "information": "For information",
    "assurance": "For assurance",
    "by-exception": "By exception",
    "standing": "Standing item",
}
CONTENTS = {
    "minuted": "Minuted.",
    "no-update": "There was no update.",
    "heading-only": "The document gives the heading only.",
    "not-minuted": "This item was not minuted.",
    "not-reached": "The meeting did not reach this item.",
}
DECISIONS = {
    "decided": "Decided",
    "agreed": "Agreed",
    "approved": "Approved",
    "adopted": "Adopted",
    "ratified": "Ratified",
    "noted": "Noted",
    "recommended": "Recommended",
    "resolved": "Resolved",
    "in-principle": "Agreed in principle",
    "subject-to": "Agreed subject to a condition",
    "deferred": "Deferred",
    "rejected": "Rejected",
    "withdrawn": "Withdrawn",
}
DECISION_PARTS = {"between-meetings": "Between meetings", "replaced": "Replaced or reversed"}
ACTIONS = {
    "open": "Open",
    "in-progress": "In progress",
    "done": "Done",
    "closed": "Closed",
    "overdue": "Overdue",
    "carried-over": "Carried over",
    "reopened": "Reopened",
    "superseded": "Superseded",
    "dropped": "Dropped",
    "no-longer-needed": "No longer needed",
    "no-update": "No update",
}
PRESSING = {"high": "High", "medium": "Medium", "low": "Low"}
MEANS = {
    "by-email": "By e-mail",
    "by-phone": "By telephone",
    "online": "Online",
    "in-writing": "In writing",
    "by-the-chair": "By the chair",
}
APPROVALS = {
    "agreed": "Agreed as a true record",
    "agreed-with-amendments": "Agreed with amendments",
    "not-ready": "Not ready",
    "deferred": "Deferred",
    "not-agreed": "Not agreed",
}
FILE_TYPES = {
    "pdf": "PDF",
    "jpeg": "JPEG picture",
    "png": "PNG picture",
    "webp": "WebP picture",
    "csv": "CSV",
}

PAPERS = {
    "with-agenda": "sent with the agenda",
    "tabled": "tabled at the meeting",
    "to-follow": "to follow",
    "sent-later": "sent after the meeting",
    "shown": "shown at the meeting",
    "hard-copy": "given on paper",
    "not-attached": "not attached",
}
GROUP_KINDS = {
    "executive": "Executive",
    "board": "Board",
    "sub-group": "Sub-group",
    "task-and-finish": "Task and finish group",
    "forum": "Forum",
    "reference-group": "Reference group",
    "conference": "Conference",
    "network": "Network",
}
SEATS = {
    "chair": "Chair",
    "co-chair": "Co-chair",
    "deputy-chair": "Deputy chair",
    "scrutineer": "Independent scrutineer",
    "member": "Member",
    "adviser": "Adviser",
    "observer": "Observer",
    "secretary": "Secretary",
}
"""In the order in which the page shows them."""

ORGANIZATION_KINDS = {
    "local-authority": "Local authority",
    "police": "Police",
    "integrated-care-board": "Integrated care board",
    "clinical-commissioning-group": "Clinical commissioning group",
    "health-provider": "Health provider",
    "education": "Education",
    "early-years": "Early years",
    "probation": "Probation",
    "youth-justice": "Youth justice",
    "fire-and-rescue": "Fire and rescue",
    "housing": "Housing",
    "secure-estate": "Secure estate",
    "voluntary": "Voluntary sector",
    "faith": "Faith",
    "sport": "Sport",
    "inspectorate": "Inspectorate",
    "government": "Government",
    "neighbouring-partnership": "Neighbouring partnership",
    "other": "Other",
}
LEVELS = {
    "lead": "Leads the organization",
    "senior": "Senior",
    "manager": "Manager",
    "officer": "Officer",
    "support": "Support",
}
DUTIES = {
    "lead-safeguarding-partner": "Lead safeguarding partner",
    "delegated-safeguarding-partner": "Delegated safeguarding partner",
    "scrutineer": "Independent scrutineer",
}
STANDINGS = {"substantive": "for good", "acting": "acting", "interim": "interim", "temporary": "for a time"}
REGISTERS = {"record": "each place is listed", "year": "only about how many places in a year"}
CONCEALED = {
    "fewer-than-8": "fewer than 8",
    "about-10": "about 10",
    "about-15": "about 15",
    "about-20": "about 20",
    "about-25": "about 25",
    "30-or-more": "30 or more",
}
CHANGES = {
    "any": "any change",
    "edition": "new editions",
    "minor": "minor corrections",
    "takedown": "takedowns",
}
SECOND_PERSON = {
    "before": "a second person checks before publication",
    "within": "a second person checks after publication",
    "none": "no second person checks",
}
LANGUAGES = {
    "en-GB": "English",
    "en": "English",
    "cy": "Welsh",
    "cy-GB": "Welsh",
    "ar": "Arabic",
    "bn": "Bengali",
    "fr": "French",
    "pa": "Punjabi",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "so": "Somali",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
}
UNITS = {
    "words": "Words in the text",
    "text": "The text",
    "whole": "All of it",
    "field": "One detail",
}

DOCUMENT_STATUSES = {
    "draft": "Draft",
    "consultation": "Out for consultation",
    "final": "Final",
    "approved": "Approved",
    "in-force": "In force",
    "superseded": "Replaced by a later one",
    "withdrawn": "Withdrawn",
    "archived": "Kept for the record",
}

PARTNERSHIP_KINDS = {
    "children": "Safeguarding children partnership",
    "adults": "Safeguarding adults board",
    "other": "Another kind of partnership",
}

STAGES = {
    "announced": "Date announced",
    "agenda": "Agenda published",
    "held": "No minutes published yet",
    "draft": "Draft minutes published",
    "approved": "Approved minutes published",
    "published": "Minutes published",
}
"""How far the record of a meeting has come, in the order in which it does."""

PROMISED = {"agenda": "Agenda", "minutes": "Minutes", "approved": "Approved minutes"}
COUNTED = {"calendar-days": "all days of the calendar", "working-days": "Monday to Friday"}
SECTORS = {"local-authority": "Local authority", "police": "Police", "health": "Health"}
"""The sectors of the three statutory safeguarding partners (Children Act 2004 s16E(3))."""

REPRESENTED = {
    "present": "represented",
    "part": "represented for a part of the meeting",
    "deputy": "represented by a deputy",
    "apologies": "sent apologies",
    "absent": "marked as absent",
    "none": "nobody listed",
    "unknown": "cannot be told, because part of the attendance is withheld",
}
"""In the order in which one counts before another."""

LISTS: dict[str, dict[str, str]] = {
    "rule-state": RULE_STATES,
    "rule-level": RULE_LEVELS,
    "rule-kind": RULE_KINDS,
    "rule-test": RULE_TESTS,
    "partnership-kind": PARTNERSHIP_KINDS,
    "document-status": DOCUMENT_STATUSES,
    "status": STATUSES,
    "happened": HAPPENED,
    "meeting": MEETING_KINDS,
    "mode": MODES,
    "attendance": ATTENDANCE,
    "apologies": APOLOGIES,
    "category": CATEGORIES,
    "chairing": CHAIRING,
    "officer": OFFICERS,
    "effect": EFFECTS,
    "purpose": PURPOSES,
    "content": CONTENTS,
    "decision": DECISIONS,
    "decision-part": DECISION_PARTS,
    "action": ACTIONS,
    "pressing": PRESSING,
    "means": MEANS,
    "approval": APPROVALS,
    "paper": PAPERS,
    "file-type": FILE_TYPES,
    "group": GROUP_KINDS,
    "seat": SEATS,
    "organization": ORGANIZATION_KINDS,
    "level": LEVELS,
    "duty": DUTIES,
    "standing": STANDINGS,
    "change": CHANGES,
    "register": REGISTERS,
    "concealed": CONCEALED,
    "second-person": SECOND_PERSON,
    "stage": STAGES,
    "promised": PROMISED,
    "counted": COUNTED,
    "partner-sector": SECTORS,
    "represented": REPRESENTED,
    "language": LANGUAGES,
    "unit": UNITS,
}
"""Every list by the name under which templates ask for it: `{{ status | word("status") }}`."""
