"""Small numbers of people in words: how many children, families or victims a case is about.

A number of people in a table is typed, and shown coarsely. In a sentence nobody sees that it is small. Only
sentences about a case are asked about: two young people who spoke at a meeting are no secret.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from redaction.detectors.detector import DIGIT, Detector, in_a_sentence
from redaction.numbers.counts import USUAL

WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
VICTIMS = (
    "sibling",
    "sister",
    "brother",
    "victim",
    "survivor",
    "perpetrator",
    "suspect",
    "offender",
    "abuser",
)
"""People who are spoken of only in a case."""

OTHERS = (
    "children",
    "child",
    "young people",
    "young person",
    "girls",
    "boys",
    "babies",
    "infants",
    "toddlers",
    "teenagers",
    "families",
    "households",
    "mothers",
    "fathers",
    "pupils",
    "students",
    "care leavers",
    "minors",
    "adolescents",
)
"""People of whom every meeting speaks."""

_BETWEEN = (
    r"(?: (?:other|more|further|young|younger|older|half|small|adult|new|local|vulnerable|unborn|teenage"
    r"|known|[a-z]{1,20}-[a-z]{1,20}|[a-z]{1,20}ed|missing|black|white|asian|primary|secondary)){0,8}"
)
CASE = (
    r"\b(?:died|dead|deaths?|killed|harm(?:ed)?|neglected|rap(?:ed?|es)|exploited|trafficked|charged|sentenced"
    r"|(?:murder|injur|bruis|assault|(?<!domestic )abus|arrest|convict|self-harm|overdos|stabb)\w{0,20}"
    r"|pregnan\w{0,20}|bailed|missing|removed from|taken into care|came into care|care orders?"
    r"|protection plans?|in hospital|admitted to hospital|suicides?|serious incidents?|rapid reviews?"
    r"|strategy (?:meeting|discussion)s?)\b"
)
_NOT_A_COUNT = re.compile(r"\bone (?:child|young person) (?:in|at a time|or another)\b", re.IGNORECASE)


@cache
def finding(largest: int) -> Callable[[str], Iterator[str]]:
    """Return what finds the small numbers of people in sentences about a case, up to the largest of them."""
    words = sorted(WORDS[:largest], key=len, reverse=True)
    digits = "|".join(map(str, range(largest, 0, -1)))
    number = rf"(?:(?:{'|'.join(words)})\b|(?:{digits})(?![\d.,:/%-]))"
    many = (
        rf"(?:(?:{number}|(?:{digits})(?=-)) ?(?:or|to|and|-) ?{number}|{number})"
        r"(?: \(\w{1,20}\))?(?: of (?:the|these|those|his|her|their))?"
    )

    def counted(nouns: tuple[str, ...], ending: str = "") -> str:
        nouns_found = "|".join(nouns)
        return (
            rf"(?<![\d.,£/-])\b{many}{_BETWEEN} (?:{nouns_found}){ending}\b(?! in (?:{number}|ten|every)\b)"
        )

    ways = (
        in_a_sentence(counted(VICTIMS, "s?"), flags=re.IGNORECASE),
        in_a_sentence(CASE, counted(OTHERS), flags=re.IGNORECASE),
    )

    def find(text: str) -> Iterator[str]:
        for way in ways:
            yield from (found for found in way(text) if not _NOT_A_COUNT.search(found))

    return find


DETECTORS = (
    Detector(
        name="small-number-of-people",
        words="a small number of people in a case",
        find=finding(USUAL.largest),
        signs=((DIGIT, *WORDS), (*VICTIMS, *OTHERS)),
        found_in=(
            "Three looked-after children were exploited.",
            "Three disabled children were neglected.",
            "Five of the injured children were seen.",
            "5 (five) children died.",
            "Three students died.",
            "\u0663 children were injured.",
            "Five or six children were harmed at the setting.",
            "Two young people died in the winter.",
            "One of the four siblings was placed with an aunt.",
            "3 families whose children were injured were visited.",
            "There were two victims.",
            "Three of the children came into care in March.",
            "The police arrested 4 young people.",
            "1-2 perpetrators are known.",
        ),
        not_found_in=(
            "Three partners had replied, and two meetings were moved.",
            "Twelve cases were audited.",
            "Two young people spoke about what helps.",
            "Four families told us what they thought of the letter.",
            "One child in five goes without breakfast.",
            "The group has five members and seven schools.",
            "Paper 4 children's services",
            "41 children were reported missing.",
            "Version 1.3 children's plan and injuries",
        ),
    ),
)
