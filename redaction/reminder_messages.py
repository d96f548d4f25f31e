"""What is due in time, in words for a business manager. These remind; they stop nothing."""

from problems import Severity, Wording

REVIEW_DUE = Wording(
    "review-due",
    "What is withheld here was to be looked at again by {day}.",
    "Publish it by taking the withholding out and signing off, or set a later date.",
    Severity.WARNING,
)
SECURITY_DUE = Wording(
    code="security-due",
    message="What security.txt says to whoever finds a weakness of the site holds until {day} only.",
    remedy="See that the address is still right, write a later day under expires, and sign off again.",
    severity=Severity.WARNING,
)
HANDOVER_NEAR = Wording(
    "handover-near",
    "The chair of this group is to be handed over on {day}.",
    "See that the next chair knows. Afterwards give the old seat its last day and the new one its first, and "
    "write the next handover here.",
    Severity.WARNING,
)
HANDOVER_OVER = Wording(
    "handover-over",
    "The day on which the chair of this group was to be handed over, {day}, is over, and the site says so.",
    "Give the old seat its last day and the new one its first, and write the next handover here.",
    Severity.WARNING,
)
APPOINTMENT_NEAR = Wording(
    "appointment-near",
    "This appointment ends on {day}.",
    "See whether it is to be renewed: then write the new day. If not, write the last day as `until`.",
    Severity.WARNING,
)
APPOINTMENT_OVER = Wording(
    "appointment-over",
    "This appointment ended on {day}, and the seat goes on.",
    "If it was renewed, write the new day. If not, write the last day as `until`.",
    Severity.WARNING,
)
HELD_AHEAD = Wording(
    "held-ahead",
    "These are minutes of a meeting that was held, and its day is still to come.",
    "Correct the day. If the meeting is still to come, write `status: planned` or `status: agenda`.",
    Severity.WARNING,
)
PUBLICATION_NEAR = Wording(
    "publication-near",
    "Of this meeting, {what} should be public by {day}, as the policy promises.",
    "Sign it off by then.",
    Severity.WARNING,
)
PUBLICATION_LATE = Wording(
    "publication-late",
    "Of this meeting, {what} should have been public by {day}, as the policy promises.",
    "Sign it off as soon as it can be. If there will be none, say why under `missing`.",
    Severity.WARNING,
)
