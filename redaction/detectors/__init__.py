"""Detectors: what is looked for in every text that would be published, besides what records withhold.

They are a net. Marks, structure and the sign-off do the work; a detector asks somebody to look again.
"""

from __future__ import annotations

from collections.abc import Iterator

from redaction.detectors import children, contacts, numbers
from redaction.detectors.detector import Detector, normal

DETECTORS: tuple[Detector, ...] = (*numbers.DETECTORS, *contacts.DETECTORS, *children.DETECTORS)
"""Every detector, in the order in which a message names them."""


def detect(text: str) -> Iterator[tuple[Detector, str]]:
    """Yield what every detector finds in a text: the detector, and the words it found."""
    plain = normal(text)
    for detector in DETECTORS:
        for found in dict.fromkeys(detector.find(plain)):
            yield detector, found
