"""Findings: what a detector sees in the words that would be published, until somebody has decided."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from editions.fields import PublicRecord
from editions.texts import texts_of
from problems import Place, Problem
from redaction import signing_messages as messages
from redaction.detectors import detect
from redaction.detectors.detector import Detector
from redaction.searching.decided import Decided
from redaction.searching.folding import fold_source, folds_of
from redaction.searching.placing import Locate
from redaction.searching.questions import Places, Question, Start, question_of_each, start_in
from redaction.searching.scanning import Scanner, find

RANK = 1
"""How important a finding is among the questions: after the known terms."""

_AT = re.compile(r" ?[\[({<] ?at ?[\])}>] ?| ?-at- ?|_at_| at | ?@ ?")
_DOT = re.compile(r" ?[\[({<] ?dot ?[\])}>] ?| ?-dot- ?|_dot_| dot ")


def findings(
    record: PublicRecord,
    locate: Locate,
    decided: Decided,
    earlier: PublicRecord | None = None,
) -> tuple[Question, ...]:
    """Return a question for everything that a detector sees in the public words of a record.

    Passed over is what was decided, and what stood in the `earlier` edition already:
    somebody signed that off. `locate` finds the place of a public value in `data/`. The same words are one
    question, wherever they stand.
    """
    if record == earlier:
        return ()
    known = (
        {_key(detector, words) for detector, words, _, _ in _seen(earlier, decided.few)} if earlier else set()
    )
    found: dict[tuple[str, str], tuple[Detector, str, Places]] = {}
    for detector, words, path, start in _seen(record, decided.few):
        key = _key(detector, words)
        if key not in known and not _is_settled(words, decided):
            found.setdefault(key, (detector, words, []))[2].append(start.within(locate(path)))
    return question_of_each(
        (words, messages.DETECTED, (("words", detector.words),), places, RANK)
        for detector, words, places in found.values()
    )


def findings_beside(texts: Iterable[str | None], place: Place, decided: Decided) -> tuple[Problem, ...]:
    """Return a problem for what a detector sees in what stands beside a record, unless it was decided."""
    found = {
        detector.words: words
        for text in texts
        if text
        for detector, words in detect(text, decided.few)
        if not _is_settled(words, decided)
    }
    return tuple(
        messages.DETECTED_BESIDE.at(place, words=said, private_text=words) for said, words in found.items()
    )


def secrets_beside(scanner: Scanner, texts: Iterable[str | None], place: Place) -> tuple[Problem, ...]:
    """Return a problem for each secret in what is published beside a record: the note and the roles."""
    folded = "\n".join(each for text in texts if text for each in folds_of(text))
    return tuple(
        messages.NOTE_WITH_SECRET.at(place, where=str(secret.where), private_text=secret.text)
        for secret in find(scanner, folded)
    )


def _seen(record: PublicRecord, few: int) -> Iterator[tuple[Detector, str, tuple[str, ...], Start]]:
    """Yield what is seen: the detector, the words, the way to the public text, and where in it."""
    for path, text in texts_of(record):
        for detector, words in detect(text, few):
            yield detector, words, path, start_in(text, max(text.find(words), 0))


def _key(detector: Detector, words: str) -> tuple[str, str]:
    return detector.name, fold_source(words)


def _is_settled(words: str, decided: Decided) -> bool:
    """Return whether somebody allowed words, or they are the address of a role that the policy lists."""
    return allows(decided.allowed, words) or _is_of_a_role(words, decided.roles)


def _is_of_a_role(words: str, roles: frozenset[str]) -> bool:
    """Return whether words are the e-mail address of a role, of which the whole or a part is listed."""
    address = _DOT.sub(".", _AT.sub("@", words.casefold()))
    mailbox, at, place = address.partition("@")
    return bool(at) and not roles.isdisjoint({f"{mailbox}@{place}", f"{mailbox}@", f"@{place}"})


def allows(allowed: Collection[str], words: str) -> bool:
    """Return whether words are, or are a part of, what is allowed."""
    return any(fold_source(words) in each for each in allowed)
