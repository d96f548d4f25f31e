"""What authors write between the brackets of a macro, checked so that a mistake is told in plain words."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from datetime import date
from typing import Any

from editions.datasets import Entry
from editions.kinds.partnerships import PublicPartnership
from macros.views.lookups import Lookups


class MacroProblem(ValueError):  # noqa: N818  # It is shown to the author of a page, who made no error of ours.
    """What an author asked of a macro that it cannot do. The message names the macro and known ids."""


def entry_of(macro: str, known: Mapping[str, Entry[Any]], wanted: object) -> Entry[Any]:
    """Return the entry with an id, or raise MacroProblem."""
    if isinstance(wanted, str) and wanted in known:
        return known[wanted]
    raise MacroProblem(f"{macro}() needs the id of a public record. {_known(known, wanted)}")


def check_group(macro: str, lookups: Lookups, wanted: object) -> None:
    """Raise MacroProblem unless this is the id of a public group, or nothing."""
    if wanted is not None and not (isinstance(wanted, str) and wanted in lookups.groups):
        raise MacroProblem(
            f"{macro}(group=…) needs the id of a public group. {_known(lookups.groups, wanted)}"
        )


def number(macro: str, name: str, value: object) -> int | None:
    """Return a whole number from 1, or nothing; raise MacroProblem for anything else."""
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and value > 0):
        return value
    raise MacroProblem(f"{macro}({name}=…) needs a whole number from 1, without quotation marks.")


def year_of(macro: str, value: object) -> str | None:
    """Return a year of four digits as text, or nothing; raise MacroProblem for anything else."""
    text = None if value is None else str(value)
    if text is None or (len(text) == len("2026") and text.isascii() and text.isdigit()):
        return text
    raise MacroProblem(f"{macro}(year=…) needs a year of four digits.")


def day_of(macro: str, value: object) -> str:
    """Return a day as text, or raise MacroProblem."""
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise MacroProblem(f'{macro}() needs a day, written year-month-day: "2025-01-31".') from None


def period_of(macro: str, value: object) -> str | None:
    """Return a day, month or year as text, or nothing; raise MacroProblem for anything else."""
    text = None if value is None else str(value)
    try:
        if text is not None:
            date(*[*map(int, text.split("-")), 1, 1][:3])
    except ValueError:
        text = ""
    if text is None or (len(text) in {4, 7, 10} and text.isascii()):
        return text
    raise MacroProblem(f'{macro}(on=…) needs a day, a month or a year: "2025-06-30", "2025-06", "2025".')


def one_of(macro: str, name: str, value: object, words: Mapping[str, str]) -> str | None:
    """Return one of the words of a closed list, or nothing; raise MacroProblem for anything else."""
    if value is None or (isinstance(value, str) and value in words):
        return value
    raise MacroProblem(f"{macro}({name}=…) needs one of these words: {', '.join(words)}.")


def partnership_of(macro: str, lookups: Lookups) -> PublicPartnership:
    """Return the record of the partnership, or raise MacroProblem."""
    if lookups.partnership is None:
        raise MacroProblem(f"{macro}() needs the record of the partnership, and that is not public yet.")
    return lookups.partnership


def _known(known: Mapping[str, Any], wanted: object) -> str:
    close = difflib.get_close_matches(str(wanted), known, n=3)
    if close:
        return f"Did you mean {' or '.join(close)}?"
    return f"Known ids: {', '.join(list(known)[-10:])}." if known else "There are none yet."
