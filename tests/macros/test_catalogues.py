"""The list of messages is that of the pages, and what a translator breaks in a catalogue is told."""

from __future__ import annotations

from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from macros import catalogues
from macros.language import languages


def test_the_list_of_messages_is_that_of_the_templates() -> None:
    """No message is missing in macros/locales/site.pot, and none is there that no page says."""
    assert catalogues.LIST.read_bytes() == catalogues.written(catalogues.messages()), (
        "run python -m macros.catalogues"
    )


def test_a_translation_keeps_holes_and_tags() -> None:
    """What a translator breaks is told: a lost hole, a tag that is not in the English words."""
    catalogue = catalogues.messages()
    catalogue.get("Its work went to %(successor)s.").string = "Gwaith"
    catalogue.get("Actions").string = "<b>Camau</b>"
    catalogue.get("Decisions").string = "Penderfyniadau"
    assert sorted(catalogues.faults(catalogue)) == ["Actions", "Its work went to %(successor)s."]


def test_catalogues_of_languages_are_sound() -> None:
    """Every catalogue in macros/locales can be read, and keeps holes and tags."""
    for path in languages.LOCALES.glob(f"*/{languages.CATALOGUE}"):
        assert list(catalogues.faults(read_po(BytesIO(path.read_bytes())))) == []


@pytest.mark.long
def test_updating_keeps_what_is_translated() -> None:
    """A new message is empty, one that nobody says any more is left out, and the others stay."""
    found = catalogues.messages()
    old = Catalog()
    old.add("Actions", "Camau")
    old.add("Gone", "Wedi mynd")
    made = catalogues.updated(old, found)
    assert made.get("Actions").string == "Camau"
    assert made.get("Gone") is None
    assert len(made) == len(found)
