"""Public prose as plain words on one line, whole or cut short."""

from __future__ import annotations

import re
from collections.abc import Mapping

from editions.entities import unescape
from macros.language.languages import Language
from macros.texts import prose

_NOTICE = re.compile(r'<span class="withheld">(.*?)</span>')
_TAG = re.compile(r"<[^>]*>")


def plain_words(text: str, reasons: Mapping[str, str], language: Language) -> str:
    """Return prose as plain words on one line; notices of what is withheld stand in brackets.

    `reasons` holds the words of each reason of the policy by its id. Raises ValueError for text that is not
    public.
    """
    shown = _NOTICE.sub(r" [\1] ", prose.html(text, reasons, language=language))
    whole = " ".join(unescape(_TAG.sub(" ", shown)).split())
    return re.sub(r" ([\]).,;:])", r"\1", whole).replace("[ ", "[").replace("( ", "(")


def cut_short(words: str, most: int) -> str:
    """Return the beginning of some words, of so many letters at most, cut between two words."""
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0].rstrip(',;:')} …"
