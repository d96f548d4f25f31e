"""What is said of the yearly totals of what was concealed, in words for a business manager."""

from problems import Severity, Wording

TOTAL_DUE = Wording(
    "concealed-total-due",
    "The policy does not say about how many items were concealed in {year}.",
    "Add to it, under concealed: year {year}, roughly {roughly}. Then sign the policy off.",
    Severity.WARNING,
)
TOTAL_TWICE = Wording(
    "concealed-total-twice",
    "There are two totals for {year}.",
    "Keep one of them.",
)
YEAR_NOT_OVER = Wording(
    "concealed-year-not-over",
    "The year {year} is not over: a total that changes within a year tells where something was concealed.",
    "Take it out, and add it next year.",
)
TOTAL_TELLS = Wording(
    "concealed-total-tells",
    "So few dated records of {year} are public (fewer than {fewest}) that this total would point at one.",
    "Write `roughly: {roughly}`, which says nothing of a single record.",
)
