"""The language of a site: its words out of a catalogue, its dates and numbers out of a table of formats.

English is the language of the source, so it has no catalogue. Another language is a folder in
`macros/locales/`: a catalogue, `LC_MESSAGES/site.po`, and a table, `formats.toml`. No code names it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from editions.datasets import Dataset
from editions.kinds.partnerships import PublicPartnership

LOCALES = Path(__file__).parent.parent / "locales"
SOURCE = "en"
"""The language in which templates are written."""

CATALOGUE = Path("LC_MESSAGES", "site.po")
FORMATS = "formats.toml"

Key = tuple[str, str]
"""The context of a message, which is empty for most, and its English words."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language: what is said in it, and how it writes dates and numbers."""

    code: str
    """Its code, as in `partnership.yml`: `en-GB`."""

    formats: Mapping[str, Any] = field(compare=False, repr=False)
    """Its table of formats, as in `formats.toml`."""

    messages: Mapping[Key, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    """Its words, one for each plural form. What is missing is said in English."""

    form: Callable[[int], int] = field(default=lambda count: int(count != 1), compare=False, repr=False)
    """Returns which plural form a number takes."""

    def gettext(self, message: str) -> str:
        """Return a message in this language."""
        return self.pgettext("", message)

    def pgettext(self, context: str, message: str) -> str:
        """Return a message that means different things in different places; `context` tells them apart."""
        return self.messages.get((context, message), (message,))[0]

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return the form of a message that suits a number."""
        forms = self.messages.get(("", one))
        return forms[self.form(count)] if forms else one if count == 1 else many

    def label(self, of: str, labels: Mapping[str, str], word: str) -> str:
        """Return the label of a word of the closed list called `of`; unknown ones have spaces for hyphens."""
        known = labels.get(word)
        return self.pgettext(of, known) if known is not None else word.replace("-", " ")


def language_of(dataset: Dataset) -> Language:
    """Return the main language of the partnership, which is that of its site."""
    found = (entry.record for entry in dataset.of(PublicPartnership))
    partnership = next((record for record in found if record is not None), None)
    return language_named(main_language(partnership))


def main_language(partnership: PublicPartnership | None) -> str:
    """Return the code of the first of the languages that a partnership publishes in."""
    return partnership.languages[0] if partnership and partnership.languages else "en-GB"


@cache
def language_named(code: str) -> Language:
    """Return a language by its code: `cy-GB` is in `cy_GB`, or else in `cy`; an unknown one is English."""
    names = (code.replace("-", "_"), code.partition("-")[0], SOURCE)
    name = next(name for name in names if (LOCALES / name / FORMATS).is_file())
    formats = tomllib.loads((LOCALES / name / FORMATS).read_text("utf-8"))
    if name == SOURCE:
        return Language(code if code.partition("-")[0] == SOURCE else "en-GB", formats)
    return Language(code, formats, *read_catalogue(LOCALES / name / CATALOGUE))


def _forms(words: object) -> tuple[str, ...]:
    """Return the plural forms of a message; a message without has one."""
    return tuple(map(str, words)) if isinstance(words, list | tuple) else (str(words or ""),)


def read_catalogue(path: Path) -> tuple[dict[Key, tuple[str, ...]], Callable[[int], int]]:
    """Return the finished messages of a catalogue, and what chooses among plural forms.

    Messages without a translation, and those that a translator is unsure of, are left out. Raises OSError,
    and what Babel raises for a file that is no catalogue.
    """
    from gettext import c2py  # noqa: PLC0415  # Only for a site that is not in English.

    from babel.messages.pofile import read_po  # noqa: PLC0415  # The same.

    with path.open("rb") as file:
        read = read_po(file, abort_invalid=True)
    found: dict[Key, tuple[str, ...]] = {}
    for each in read:
        said = _forms(each.string)
        if each.id and all(said) and not each.fuzzy:
            found[each.context or "", _forms(each.id)[0]] = said
    return found, c2py(read.plural_expr)


ENGLISH = language_named("en-GB")
"""The language of a site that names no other."""
