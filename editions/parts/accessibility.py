"""The public form of the accessibility statement."""

from __future__ import annotations

from editions.fields import PublicLine, PublicModel, PublicProse, Word


class PublicAccessibilityProblem(PublicModel):
    """Something on the site that falls short of the standard."""

    text: PublicProse
    """What does not work, and for whom."""

    criterion: PublicLine | None = None
    """The success criterion that it fails: 1.3.1 Info and Relationships."""

    instead: PublicLine | None = None
    """What a reader can do until it is mended."""

    mended_by: str | None = None
    """By when it is to be mended."""


class PublicAccessibilityStatement(PublicModel):
    """What the accessibility statement says."""

    status: Word
    """How far the site meets WCAG 2.2 AA: `full`, `partial` or `none`."""

    problems: tuple[PublicAccessibilityProblem, ...] = ()
    """What does not comply."""

    burden: PublicProse | None = None
    """What would be a disproportionate burden to mend, and why. Without it, nothing is claimed."""

    outside: PublicProse | None = None
    """What is outside the scope of the regulations."""

    tested: PublicProse | None = None
    """How the site was tested, by whom, and which pages."""

    prepared: str
    """When the statement was prepared."""

    reviewed: str | None = None
    """When it was last reviewed."""

    review: str | None = None
    """By when it is to be reviewed next."""

    answered_within: PublicLine | None = None
    """How soon the office answers: five working days."""

    enforced_in: Word | None = None
    """Where the partnership is, which decides who enforces the regulations."""
