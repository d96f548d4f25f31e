"""Detectors: what is looked for in every text that would be published, besides what records withhold.

They are a net. Marks, structure and the sign-off do the work; a detector asks somebody to look again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from redaction.detectors import children, contacts, numbers, people
from redaction.detectors.detector import Detector, may_find, normal, signs_of
from redaction.numbers.counts import USUAL

DETECTORS: tuple[Detector, ...] = (
    *numbers.DETECTORS,
    *contacts.DETECTORS,
    *children.DETECTORS,
    *people.DETECTORS,
)
"""Every detector, in the order in which a message names them."""


def detect(text: str, few: int = USUAL.largest) -> Iterator[tuple[Detector, str]]:
    """Yield what every detector finds in a text: the detector, and the words it found.

    `few` is the largest number of people that the policy calls small.
    """
    yield from _found(text, few)


@lru_cache(maxsize=8192)
def _found(text: str, few: int) -> tuple[tuple[Detector, str], ...]:
    """Return what is found in a text. The same texts stand in a record and in its newest edition."""
    plain = normal(text)
    signs = signs_of(plain)
    return tuple(
        (detector, found)
        for detector in DETECTORS
        if may_find(detector, signs)
        for found in dict.fromkeys(_finding(detector, few)(plain))
    )


def _finding(detector: Detector, few: int) -> Callable[[str], Iterator[str]]:
    """Return what a detector finds with; that of small numbers goes by the policy."""
    return people.finding(few) if detector in people.DETECTORS else detector.find
