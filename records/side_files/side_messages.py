"""What can be wrong with the private files beside the records: known terms and decisions."""

from problems import Wording

TERMS_UNREADABLE = Wording(
    "terms-unreadable",
    "The file of known terms is missing or cannot be read, so nothing can be published.",
    "Put it back, or correct the line `terms:` of data/policy.yml, which names its place.",
)
TERMS_MISNAMED = Wording(
    "terms-misnamed",
    "This may be the file of known terms, but under another name, so nothing can be published.",
    "Rename it to terms.yml, or name its place in data/policy.yml under `terms:`.",
)
TERM_TOO_SHORT = Wording(
    "term-too-short",
    "A name or alias here has fewer than {fewest} letters or digits, so it cannot be searched for.",
    "Write it out, or remove it.",
)
DECISIONS_UNREADABLE = Wording(
    "decisions-unreadable",
    "The file of decisions cannot be read, so nothing can be published.",
    "Take it back from version control, or make it readable.",
)
