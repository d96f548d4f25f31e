"""What is looked at before a practice review is published: the notice that the law asks for, and its names.

The notice is that of regulation 16 of SI 2018/789.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from editions.fields import PublicRecord
from editions.kinds.reviews import PublicReview
from editions.published import History
from editions.texts import texts_of
from editions.walking import units_in
from problems import Place, Problem
from records.kinds.reviews import NOTICE, PANEL
from records.months import MONTHS
from redaction import signing_messages as messages
from redaction.detectors import detect
from redaction.searching.placing import Locate

_WEAK = "street|st|road|rd|lane|avenue|crescent|terrace|mews|close|drive|row|gardens|grove|court|estate"
_AGES = (
    r"\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen"
)
_MONTHS = "|".join(name[:3] for name in MONTHS)
PATTERNS = (
    (
        "an age",
        re.compile(
            rf"\b(?:aged?|age of) (?:{_AGES})\b|\b(?:{_AGES}) (?:days?|weeks?|months?|years?) old\b",
            re.IGNORECASE,
        ),
    ),
    (
        "a whole date",
        re.compile(
            rf"\b\d{{1,2}} \d{{1,2}} (?:19|20)\d\d\b|\b(?:19|20)\d\d \d{{1,2}} \d{{1,2}}\b"
            rf"|\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})[a-z]* (?:19|20)?\d\d\b",
            re.IGNORECASE,
        ),
    ),
    (
        "the name of a street",
        re.compile(rf"\b(?!the |this |each |one |last )[a-z']{{3,}} (?:{_WEAK})\b", re.IGNORECASE),
    ),
)
"""What may lead to a child, by what it is called in a message."""

INITIALS = re.compile(r"\b[A-Z](?: ?[A-Z]){0,2} ?,? (?:aged? )?(?:[1-9]|1[0-7])\b(?! of\b)")
"""Initials with an age: capitals in a title; in an address, which has none, any letter that stands alone."""

_APART = re.compile(r"[-_/.]+")


def too_early(public: PublicRecord, history: History | None, day: date, place: Place) -> tuple[Problem, ...]:
    """Return a problem if the report of a review would be public before its notice has run out.

    `day` is the day on which it would become public. A report that is public already is not asked about.
    """
    if not isinstance(public, PublicReview) or public.kind not in PANEL or not _is_report(public):
        return ()
    if history is not None and isinstance(history.record, PublicReview) and _is_report(history.record):
        return ()
    if public.notice_given is None:
        return (messages.NO_NOTICE_KNOWN.at(place),)
    first = date.fromisoformat(public.notice_given) + timedelta(days=NOTICE)
    if day >= first:
        return ()
    return (messages.NOTICE_RUNS.at(place, days=NOTICE, first=first.isoformat()),)


def recognisable(public: PublicRecord, locate: Locate, place: Place) -> Iterator[Problem]:
    """Yield a warning for each title, id and name of a file by which a child may be recognised."""
    if not isinstance(public, PublicReview):
        return
    for path, text in _names(public):
        is_id = path == ("id",)
        for what in dict.fromkeys(_seen_in(text, is_address=is_id and text == public.id)):
            where = place if is_id else locate(path)
            yield messages.MAY_BE_RECOGNISED.at(where, what=what, key=path[-1], private_text=text)


def _names(review: PublicReview) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield what names a review and what is in it, with the way to it: titles, ids, names of files."""
    yield ("id",), review.id
    for path, text in texts_of(review):
        if path in {("title",), ("known_as",)} or ("papers" in path and path[-1] == "title"):
            yield path, text
    for unit in units_in(review):
        inner = getattr(unit, "id", None)
        if inner:  # The file of a paper has its id as its name.
            yield ("id",), str(inner)


def _seen_in(text: str, *, is_address: bool) -> Iterator[str]:
    """Yield what stands in a name, words of an id apart."""
    plain = " ".join(_APART.sub(" ", text).split())
    yield from (what for what, pattern in PATTERNS if pattern.search(plain))
    if INITIALS.search(plain.upper() if is_address else plain):
        yield "initials with an age"
    yield from (detector.words for detector, _ in detect(text))


def _is_report(review: PublicReview) -> bool:
    """Return whether a review says more than that it is going on."""
    return bool(review.findings or review.analysis or review.recommendations)
