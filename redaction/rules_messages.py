"""What is wrong with the rules and switches of the policy, in words for a business manager."""

from problems import Severity, Wording

RULE_TWICE = Wording(
    "rule-twice",
    "There is another rule or pack with the id `{rule}`.",
    "Give your rule an id of its own. To change how one of the software's counts, write it under "
    "`rule_switches`.",
)
RULE_UNKNOWN = Wording(
    "rule-unknown",
    "There is no rule and no pack of rules with the id `{rule}` for this kind of partnership.",
    "Take an id from the list that `pages check --rules` prints.",
    Severity.WARNING,
)
SWITCH_TWICE = Wording(
    "rule-switched-twice",
    "The rule or pack `{rule}` is switched twice.",
    "Keep one of the two entries.",
)
RULE_NEEDS = Wording(
    "rule-needs-key",
    "The test `{test}` has to be told what to look for, under `{key}`.",
    "Add it: guide/what-the-law-asks.md says what each test takes.",
)
SHARED_SECRET = Wording(
    "neighbour-title-secret",
    "The title of a meeting in the neighbour's file holds words that are withheld or private at {where}.",
    "Tell the neighbour. Until its file is mended, take it away, or no site can be built.",
)
SHARED_DETECTED = Wording(
    "neighbour-title-detected",
    "In the title of a meeting in the neighbour's file stands {words}.",
    "Tell the neighbour, and take the file away if it must not stand on your pages.",
    Severity.WARNING,
)
