"""Looking at what a neighbour's file would put on our pages, as at every word of our own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from editions.kinds.partnerships import PublicPartnership
from editions.published import Published
from problems import Place, Problem
from records.loading import Records
from redaction import rules_messages as messages
from redaction.detectors import detect
from redaction.searching.folding import fold_source
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import find, scanner_for


def shared_wrong(records: Records, published: Published, day: date) -> Iterator[Problem]:
    """Yield what is withheld or looks private in the titles that neighbours give to their meetings."""
    if not published.shared.meetings:
        return
    scanner = scanner_for(harvest(records, suppressed=published.suppressed, today=day))
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
