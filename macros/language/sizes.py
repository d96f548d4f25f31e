"""How large a file is, as a reader is told before loading it."""

from __future__ import annotations

from macros.language import formats
from macros.language.languages import ENGLISH, Language

_THOUSAND = 1000
_TEN = 10


def size_in_words(number: int, language: Language = ENGLISH) -> str:
    """Return a number of bytes in the unit that suits it: `900 bytes`, `240 kB`, `1.4 MB`, `12 MB`."""
    if number < _THOUSAND:
        return language.ngettext("%(count)s byte", "%(count)s bytes", number) % {"count": number}
    whole = -(-number // _THOUSAND)
    if whole < _THOUSAND:
        return language.gettext("%(count)s kB") % {"count": whole}
    mega = number / _THOUSAND / _THOUSAND
    count = formats.number(language, f"{mega:.1f}" if mega < _TEN else f"{mega:.0f}")
    return language.gettext("%(count)s MB") % {"count": count}
