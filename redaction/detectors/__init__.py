"""Detectors: what is looked for in every text that would be published, besides what records withhold.

They are a net. Marks, structure and the sign-off do the work; a detector asks somebody to look again.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from redaction.detectors import children, contacts, numbers, people
from redaction.detectors.detector import Detector, may_find, normal, signs_of

DETECTORS: tuple[Detector, ...] = (
    *numbers.DETECTORS,
    *contacts.DETECTORS,
    *children.DETECTORS,
    *people.DETECTORS,
)
"""Every detector, in the order in which a message names them."""


def detect(text: str) -> Iterator[tuple[Detector, str]]:
    """Yield what every detector finds in a text: the detector, and the words it found."""
    yield from _found(text)


@lru_cache(maxsize=8192)
def _found(text: str) -> tuple[tuple[Detector, str], ...]:
    """Return what is found in a text. The same texts stand in a record and in its newest edition."""
    plain = normal(text)
    signs = signs_of(plain)
    return tuple(
        (detector, found)
        for detector in DETECTORS
        if may_find(detector, signs)
        for found in dict.fromkeys(detector.find(plain))
    )
