"""What is searched for where there are no records: a private list of known terms, and nothing else."""

from __future__ import annotations

from problems import Place
from records.side_files.aside import Source
from records.side_files.known_terms import KnownTerms
from redaction.searching.harvesting import Harvest, Secret, Why
from redaction.searching.known import known_words


def listed(known: KnownTerms, label: str) -> Harvest:
    """Return every form of known terms as what must not be published, or is to be asked about.

    `label` is what messages call the file they stand in; a term is named by its number there.
    """
    sources = [
        Source(term, Place(label).inside("terms", str(number))) for number, term in enumerate(known.terms, 1)
    ]
    found = known_words(sources, (), (), ())
    secrets = tuple(Secret(folded.strip(), place, Why.KNOWN) for folded, place in found.sure)
    return Harvest(secrets, {folded: at for at, (folded, _) in enumerate(found.sure)}, found.asks)
