"""The words for rules of law and guidance: how each stands, and what was looked for."""

from __future__ import annotations

RULE_STATES = {
    "met": "Met",
    "due": "Due",
    "missing": "Missing",
    "cannot-tell": "Cannot be told from what is public",
}
RULE_LEVELS = {"must": "must", "should": "should", "may": "good practice"}
RULE_KINDS = {
    "statute": "Act of Parliament",
    "regulations": "Regulations",
    "guidance": "Statutory guidance",
    "practice": "Good practice",
    "local": "Own rule",
}
RULE_TESTS = {
    "arrangements-in-force": "Looked for: a dated version of the arrangements in force.",
    "arrangements-say": "Looked for: a clause or a list in the arrangements.",
    "arrangements-of-several-areas": "Looked for: how work is shared, where there are several areas.",
    "arrangements-signed": "Looked for: three signatures with dates under the arrangements.",
    "relevant-agencies": "Looked for: relevant agencies, each with a reason.",
    "partners": "Looked for: a body of each sort among the partners.",
    "partners-led": "Looked for: people or posts with dates for each partner.",
    "document-in-force": "Looked for: a document that applies today.",
    "document-signed": "Looked for: three signatures with dates under the document.",
    "plan-in-force": "Looked for: a plan for today.",
    "yearly-report-in-time": "Looked for: the months from one yearly report to the next.",
    "yearly-report-by-day": "Looked for: the day on which the yearly report was published.",
    "yearly-report-says": "Looked for: the section of the yearly report that says it.",
    "review-published": "Looked for: the report, or what was improved and why there is none.",
    "review-says": "Looked for: these parts of the review.",
    "review-notice": "Looked for: the days from the notice to publication.",
    "review-kept": "Looked for: whether it was taken down early.",
    "accessible": "Looked for: what the accessibility statement says.",
    "accessibility-statement": "Looked for: an accessibility statement and its next review.",
    "reasons-explained": "Looked for: the basis and the interest of each reason.",
    "second-person": "Looked for: a second role on the newest edition of each meeting.",
    "minutes-in-time": "Looked for: minutes of each meeting that was held.",
    "by-the-software": "The software does this whenever the site is made.",
    "by-hand": "No software can tell.",
}
"""How each rule is decided, in words for the public."""
