"""A private list of known terms is searched for where there are no records."""

from __future__ import annotations

from problems import Place
from records.side_files.known_terms import KnownTerms
from redaction.searching.folding import fold
from redaction.searching.harvesting import Why
from redaction.searching.scanning import find, scanner_for
from redaction.verifying.listed import listed

TERMS = KnownTerms.model_validate(
    {
        "terms": [
            {"name": "Hexworthy Lane", "sort": "place"},
            {"name": "Zephyrine Thistlewood", "sort": "person"},
        ]
    }
)


def test_each_term_is_a_secret_named_by_its_number() -> None:
    """The place has the number of the term and not the term."""
    harvest = listed(TERMS, "terms.yml")
    assert {each.where for each in harvest.secrets} == {
        Place("terms.yml").inside("terms", "1"),
        Place("terms.yml").inside("terms", "2"),
    }
    assert {each.why for each in harvest.secrets} == {Why.KNOWN}
    assert "exworth" not in str([each.where for each in harvest.secrets])


def test_a_term_is_found_in_a_text() -> None:
    scanner = scanner_for(listed(TERMS, "terms.yml"))
    assert len(find(scanner, fold("They met in HEXWORTHY lane."))) == 1
    assert find(scanner, fold("They met elsewhere.")) == ()
