"""What is asked about the names of people whom the public sees by role only."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from problems import Place
from records.loading import Loaded, Records
from redaction.searching.asks import Ask, Sort
from redaction.searching.forms import forms_of_colleague
from redaction.searching.publicity import is_shown_by_name

_WHOLE = ("name", "sort_name")
"""Fields that hold the whole name of a person."""


def shown_by_role(records: Records, suppressed: Collection[str]) -> Iterator[Loaded]:
    """Yield the people whom the public sees by role only."""
    for loaded in records.loaded.values():
        if loaded.kind == "people" and not is_shown_by_name(loaded, records, suppressed):
            yield loaded


def names_by_role(records: Records, suppressed: Collection[str]) -> Iterator[tuple[str, Place]]:
    """Yield the whole names of these people, and where they stand."""
    for loaded in shown_by_role(records, suppressed):
        for name in _WHOLE:
            text = loaded.plain.get(name)
            if isinstance(text, str):
                yield text, loaded.place((name,))


def colleague_asks(
    names: Iterable[tuple[str, Place]], small: Collection[str], left_out: Collection[str]
) -> Iterator[Ask]:
    """Yield each way to write these names, once, with the place of the first name that it is from.

    `small` are the words that something writes small: alone and with a capital, they are no name.
    `left_out` are folded words that are public, or are refused anyway.
    """
    told: set[str] = set()
    for name, place in names:
        for form in forms_of_colleague(name, left_out):
            words = form.folded.strip()
            is_word = form.spelling is not None and words in small
            if form.folded not in left_out and form.folded not in told and not is_word:
                told.add(form.folded)
                yield Ask(words, form.folded, place, Sort.COLLEAGUE, form.spelling)
