"""What is said while a leak is looked for."""

from problems import Severity, Wording

NO_TERMS = Wording(
    "no-terms",
    "This file cannot be read, or holds no term to look for.",
    "Write one term on each line, as plain text.",
)
NOT_SEARCHED = Wording(
    "not-searched",
    "The words in this file cannot be read, so nothing was looked for in it.",
    "Open it and look for yourself.",
    Severity.WARNING,
)
