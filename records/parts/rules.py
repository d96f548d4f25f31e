"""Rules that a partnership gives itself, and which of those of law and guidance count for it."""

from __future__ import annotations

from typing import Annotated, Literal

from records.fields import Answer, Count, Day, Id, Line, Model, Public, one_or_more

RuleTest = Literal[
    "arrangements-in-force",
    "arrangements-say",
    "arrangements-of-several-areas",
    "arrangements-signed",
    "relevant-agencies",
    "partners",
    "partners-led",
    "document-in-force",
    "document-signed",
    "plan-in-force",
    "yearly-report-in-time",
    "yearly-report-by-day",
    "yearly-report-says",
    "review-published",
    "review-says",
    "review-notice",
    "review-kept",
    "accessible",
    "accessibility-statement",
    "reasons-explained",
    "second-person",
    "minutes-in-time",
    "by-the-software",
    "by-hand",
]


class LocalRule(Model):
    """A rule that the partnership gave itself."""

    id: Public[Id]
    """Id among all rules. Messages name the rule by it."""

    words: Public[Line]
    """What is asked for, in plain words."""

    source: Public[Line]
    """Where it stands: Publication policy of 2025."""

    paragraph: Public[Line | None] = None
    """Which paragraph there."""

    level: Public[Literal["must", "should", "may"]] = "should"
    """Whether it is a duty, is expected, or is good practice."""

    since: Public[Day | None] = None
    """The first day on which it is in force."""

    until: Public[Day | None] = None
    """The last day; missing while it lasts."""

    test: Public[RuleTest]
    """What decides whether it is kept. `by-hand`: no software can tell. The guide explains each
    (guide/what-the-law-asks.md)."""

    about: Public[Annotated[tuple[Id, ...], one_or_more()]] = ()
    """What the test looks for, where it needs to be told: topics of clauses, requirements of the yearly
    report, kinds of bodies."""

    kinds: Public[Annotated[tuple[Id, ...], one_or_more()]] = ()
    """The kinds of reviews, plans or documents that it is about, where the test needs to be told."""

    limit: Public[Count | None] = None
    """How many days or months, where the test needs to be told."""


class RuleSwitch(Model):
    """Switches a rule, or a whole pack of rules, on or off."""

    rule: Public[Id]
    """The id of the rule or the pack. `pages check --rules` lists them."""

    on: Public[Answer]
    """Whether it counts."""

    reason: Public[Line]
    """Why, for the public: read against the guidance on 3 May."""
