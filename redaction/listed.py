"""What is searched for where there are no records: a private list of known terms, and nothing else."""

from __future__ import annotations

from problems import Place
from records.known_terms import KnownTerms
from redaction.folding import fold
from redaction.harvesting import Harvest, Secret, Why


def listed(known: KnownTerms, label: str) -> Harvest:
    """Return the names and other names of known terms as what must not be published.

    `label` is what messages call the file they stand in; a term is named by its number there.
    """
    secrets: list[Secret] = []
    terms: dict[str, int] = {}
    for number, term in enumerate(known.terms, 1):
        for name in (term.name, *term.aliases):
            if fold(name).strip():
                terms.setdefault(fold(name), len(secrets))
                secrets.append(Secret(name, Place(label).inside("terms", str(number)), Why.NAME))
    return Harvest(tuple(secrets), terms)
