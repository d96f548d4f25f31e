"""Findings: what a detector sees in the words that would be published, until somebody has decided."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from editions.fields import PublicRecord
from editions.texts import texts_of
from problems import Place, Problem
from records.kinds.policies import Policy
from redaction import signing_messages as messages
from redaction.detectors import detect
from redaction.folding import fold_source
from redaction.placing import Locate

_AT = re.compile(r" ?[\[({] ?at ?[\])}] ?| at | ?@ ?")
_DOT = re.compile(r" ?[\[({] ?dot ?[\])}] ?| dot ")


def findings(
    record: PublicRecord,
    locate: Locate,
    policy: Policy | None,
    day: date,
    earlier: PublicRecord | None = None,
) -> tuple[Problem, ...]:
    """Return a problem for everything a detector sees in the public words of a record.

    Passed over is what the policy allows on that day, and what stood in the `earlier` edition already:
    somebody signed that off. `locate` finds the place of a public value in `data/`.
    """
    allowed = allowed_words(policy, day)
    if record == earlier:
        return ()
    roles = _role_addresses(policy)
    known = _seen(earlier) if earlier is not None else frozenset()
    found = []
    for path, text in texts_of(record):
        for detector, words in detect(text):
            if _is_of_a_role(words, roles) or allows(allowed, words):
                continue
            if (detector.name, fold_source(words)) not in known:
                found.append(messages.DETECTED.at(locate(path), words=detector.words, private_text=words))
    return tuple(found)


def findings_beside(texts: Iterable[str | None], place: Place) -> tuple[Problem, ...]:
    """Return a problem for what a detector sees in what is published beside a record."""
    found = {detector.words: words for text in texts if text for detector, words in detect(text)}
    return tuple(
        messages.DETECTED_BESIDE.at(place, words=said, private_text=words) for said, words in found.items()
    )


def _seen(record: PublicRecord) -> frozenset[tuple[str, str]]:
    return frozenset(
        (detector.name, fold_source(words))
        for _, text in texts_of(record)
        for detector, words in detect(text)
    )


def allowed_words(policy: Policy | None, day: date) -> tuple[str, ...]:
    """Return the folded words of the decisions of the policy that still hold."""
    return tuple(
        fold_source(each.words)
        for each in (policy.allow if policy else ())
        if each.until is None or each.until >= day
    )


def _role_addresses(policy: Policy | None) -> frozenset[str]:
    """Return the addresses of roles that the policy lists, and the parts that stand for many."""
    return frozenset(each.casefold() for each in (policy.role_addresses if policy else ()))


def _is_of_a_role(words: str, roles: frozenset[str]) -> bool:
    """Return whether words are the e-mail address of a role, of which the whole or a part is listed."""
    address = _DOT.sub(".", _AT.sub("@", words.casefold()))
    mailbox, at, place = address.partition("@")
    return bool(at) and not roles.isdisjoint({f"{mailbox}@{place}", f"{mailbox}@", f"@{place}"})


def allows(allowed: tuple[str, ...], words: str) -> bool:
    """Return whether words are, or are a part of, what the policy allows."""
    return any(fold_source(words) in each for each in allowed)
