"""Small numbers of people in words: how many children, families or victims a case is about.

A number of people in a table is typed, and shown coarsely. In a sentence nobody sees that it is small. Only
sentences about a case are asked about: two young people who spoke at a meeting are no secret.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redaction.counts import USUAL
from redaction.detectors.detector import DIGIT, Detector, in_a_sentence

_WORDS = ("one", "two", "three", "four", "five", "six", "seven")
_NUMBER = rf"(?:{'|'.join(_WORDS)}|[1-{USUAL.largest}](?![\d.,:/%-]))"
_MANY = (
    rf"(?:(?:{_NUMBER}|[1-{USUAL.largest}](?=-)) ?(?:or|to|and|-) ?{_NUMBER}|{_NUMBER})"
    r"(?: of (?:the|these|those|his|her|their))?"
)
_KNOWN = (
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

_OTHERS = (
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
)
"""People of whom every meeting speaks."""

_BETWEEN = r"(?: (?:other|more|further|young|younger|older|half|small|adult|new))*"
_CASE = (
    r"\b(?:died|dead|deaths?|killed|murder\w*|injur\w+|bruis\w+|assault\w*|(?<!domestic )abus\w+|harm(?:ed)?"
    r"|neglected|rap(?:ed?|es)|exploited|trafficked|arrest\w*|charged|convict\w+|sentenced|bailed|missing"
    r"|removed from|taken into care|came into care|care orders?|protection plans?|in hospital"
    r"|admitted to hospital|self-harm\w*|suicides?|overdos\w+|stabb\w+|pregnan\w+|serious incidents?"
    r"|rapid reviews?|strategy (?:meeting|discussion)s?)\b"
)
_NOT_A_COUNT = re.compile(r"\bone (?:child|young person) (?:in|at a time|or another)\b", re.IGNORECASE)


def _found(text: str) -> Iterator[str]:
    """Yield each small number of people in a sentence about a case."""
    for find in (_in_cases, _of_cases):
        yield from (words for words in find(text) if not _NOT_A_COUNT.search(words))


def _counted(nouns: tuple[str, ...], ending: str = "") -> str:
    return (
        rf"(?<![\d.,£/-])\b{_MANY}{_BETWEEN} (?:{'|'.join(nouns)}){ending}\b(?! in (?:{_NUMBER}|ten|every)\b)"
    )


_in_cases = in_a_sentence(_counted(_KNOWN, "s?"), flags=re.IGNORECASE)
_of_cases = in_a_sentence(_CASE, _counted(_OTHERS), flags=re.IGNORECASE)

DETECTORS = (
    Detector(
        name="small-number-of-people",
        words="a small number of people in a case",
        find=_found,
        signs=((DIGIT, *_WORDS), (*_KNOWN, *_OTHERS)),
        found_in=(
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
