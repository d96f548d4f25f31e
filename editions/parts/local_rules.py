"""The public form of the rules that a partnership gave itself, and of its switches."""

from __future__ import annotations

from editions.fields import PublicLine, PublicModel, RecordId, Word


class PublicLocalRule(PublicModel):
    """A rule that the partnership gave itself."""

    id: RecordId
    """Id among all rules. Messages name the rule by it."""

    words: PublicLine
    """What is asked for, in plain words."""

    source: PublicLine
    """Where it stands: Publication policy of 2025."""

    paragraph: PublicLine | None = None
    """Which paragraph there."""

    level: Word = "should"
    """Whether it is a duty, is expected, or is good practice."""

    since: str | None = None
    """The first day on which it is in force."""

    until: str | None = None
    """The last day; missing while it lasts."""

    test: Word
    """What decides whether it is kept. `by-hand`: no software can tell. The guide explains each
    (guide/what-the-law-asks.md)."""

    about: tuple[Word, ...] = ()
    """What the test looks for, where it needs to be told: topics of clauses, requirements of the yearly
    report, kinds of bodies."""

    kinds: tuple[Word, ...] = ()
    """The kinds of reviews, plans or documents that it is about, where the test needs to be told."""

    limit: int | None = None
    """How many days or months, where the test needs to be told."""


class PublicRuleSwitch(PublicModel):
    """Switches a rule, or a whole pack of rules, on or off."""

    rule: RecordId
    """The id of the rule or the pack. `pages check --rules` lists them."""

    on: bool
    """Whether it counts."""

    reason: PublicLine
    """Why, for the public: read against the guidance on 3 May."""
