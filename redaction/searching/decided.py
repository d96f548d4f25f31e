"""What was decided about words, in the file that `pages decide` writes and in the policy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from problems import Place, Problem
from records.loading import Records
from redaction.numbers.counts import USUAL
from redaction.searching import question_messages as messages
from redaction.searching.folding import fold_source

SMALL_NUMBERS = "Small numbers of people in"
"""How the words begin that stand for the small numbers of a table or figure."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions that hold on a day."""

    allowed: frozenset[str] = field(default=frozenset(), repr=False)
    """Folded words that may be published."""

    numbers: frozenset[str] = field(default=frozenset(), repr=False)
    """Folded answers about the small numbers of a table. They allow no words: a heading could hold a name."""

    withheld: tuple[tuple[str, Place], ...] = field(default=(), repr=False)
    """Words that must not be, as they were written, with the place of the decision."""

    roles: frozenset[str] = frozenset()
    """E-mail addresses of roles that the policy lists, and parts of such, in small letters."""

    few: int = USUAL.largest
    """Up to so many people are few, by the policy."""


def decided_on(records: Records, day: date) -> Decided:
    """Return the decisions that hold on a day. Where two speak of the same words, withholding wins."""
    aside = records.aside
    withheld = tuple(
        (each.words, place)
        for each, place in zip(aside.decisions.decisions, aside.places, strict=True)
        if each.decision == "withhold"
    )
    kept = {fold_source(words) for words, _ in withheld}
    allowed = {fold_source(words) for words, until in _allowed(records) if until is None or until >= day}
    roles = records.policy.role_addresses if records.policy else ()
    numbers = records.policy.small_numbers if records.policy else None
    few = numbers.largest if numbers else USUAL.largest
    allowed -= kept
    about_numbers = {each for each in allowed if are_numbers(each)}
    addresses = frozenset(each.casefold() for each in roles)
    return Decided(frozenset(allowed - about_numbers), frozenset(about_numbers), withheld, addresses, few)


def are_numbers(words: str) -> bool:
    """Return whether words stand for the small numbers of a table, and are themselves in no text."""
    return fold_source(words).startswith(fold_source(SMALL_NUMBERS))


def _allowed(records: Records) -> Iterator[tuple[str, date | None]]:
    """Yield the words that somebody allowed, and the last day of that."""
    policy = records.policy
    yield from ((each.words, each.until) for each in (policy.allow if policy else ()))
    yield from (
        (each.words, each.until) for each in records.aside.decisions.decisions if each.decision == "allow"
    )


def expired(records: Records, day: date) -> Iterator[Problem]:
    """Yield a reminder for each decision that no longer holds."""
    policy = records.loaded.get(("policy", "policy"))
    for at, each in enumerate(records.policy.allow if records.policy else ()):
        if policy is not None and each.until is not None and each.until < day:
            yield messages.DECISION_EXPIRED.at(policy.place(("allow", at)), day=each.until.isoformat())
    for decision, place in zip(records.aside.decisions.decisions, records.aside.places, strict=True):
        if decision.until is not None and decision.until < day:
            yield messages.DECISION_EXPIRED.at(place, day=decision.until.isoformat())
