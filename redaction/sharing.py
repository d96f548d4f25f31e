"""Looking at what a neighbour's file would put on our pages, as at every word of our own."""

from __future__ import annotations

from collections.abc import Iterator

from editions.kinds.partnerships import PublicPartnership
from editions.published import Published
from problems import Place, Problem
from redaction import rules_messages as messages
from redaction.detectors import detect
from redaction.searching.folding import fold_source
from redaction.searching.scanning import Scanner, find


def shared_wrong(published: Published, scanner: Scanner) -> Iterator[Problem]:
    """Yield what is withheld or looks private in the titles that neighbours give to their meetings."""
    history = published.histories.get(("partnership", "partnership"))
    partnership = history.record if history else None
    known = partnership.neighbours if isinstance(partnership, PublicPartnership) else ()
    files = {each.id: each.file for each in known}
    for meeting in published.shared.meetings:
        place = Place(files.get(meeting.neighbour, ""), field=(meeting.id,))
        for secret in find(scanner, fold_source(meeting.title)):
            yield messages.SHARED_SECRET.at(place, where=str(secret.where), private_text=secret.text)
        for detector, words in detect(meeting.title):
            yield messages.SHARED_DETECTED.at(place, words=detector.words, private_text=words)
