"""What is missing between a priority and what came of it, for a business manager. Nothing is stopped."""

from problems import Severity, Wording

NOT_DISCUSSED = Wording(
    "priority-not-discussed",
    "No meeting has discussed this priority since {since}.",
    "Put it on an agenda, or name it under `priorities` of the item that dealt with it.",
    Severity.WARNING,
)
NEVER_DISCUSSED = Wording(
    "priority-not-discussed",
    "No meeting on record has discussed this priority.",
    "Put it on an agenda, or name it under `priorities` of the item that dealt with it.",
    Severity.WARNING,
)
NO_LEAD = Wording(
    "action-without-lead",
    "Nobody leads on this action.",
    "Say under `leads` who does: a person, a post, a group or an organization.",
    Severity.WARNING,
)
NO_MEETING = Wording(
    "action-without-meeting",
    "No meeting on record has dealt with this action.",
    "Name it under `plan_actions` of the item that did, or the meeting under its `progress`.",
    Severity.WARNING,
)
NO_NEWS = Wording(
    "action-without-news",
    "Nothing has been reported of this action for half a year or more.",
    "Add what was done under `progress`, with the day and the meeting that heard it.",
    Severity.WARNING,
)
NO_FIGURE = Wording(
    "indicator-without-figure",
    "The last figure of this indicator is for a time that ended on {since}.",
    "Add the figure that is due, or an entry for its time with the reason under `missing`.",
    Severity.WARNING,
)
NEVER_A_FIGURE = Wording(
    "indicator-without-figure",
    "This indicator has no figure yet.",
    "Add its figures under `points`.",
    Severity.WARNING,
)
NO_ANSWER = Wording(
    "recommendation-without-answer",
    "There is no answer to this recommendation, and nothing on record came of it.",
    "Add the answer under `responses`, or name it under `recommendations` of what carries it out.",
    Severity.WARNING,
)

BY_GAP = {
    "priority-not-discussed": (NOT_DISCUSSED, NEVER_DISCUSSED),
    "action-without-lead": (NO_LEAD, NO_LEAD),
    "action-without-meeting": (NO_MEETING, NO_MEETING),
    "action-without-news": (NO_NEWS, NO_NEWS),
    "indicator-without-figure": (NO_FIGURE, NEVER_A_FIGURE),
    "recommendation-without-answer": (NO_ANSWER, NO_ANSWER),
}
"""The wordings of each gap: where there was something once, and where there was nothing ever."""
