"""The accessibility statement of the site, as the regulations of 2018 (SI 2018/952) ask for one."""

from __future__ import annotations

from typing import Literal

from records.fields import Line, Model, PartialDay, Prose, Public


class AccessibilityProblem(Model):
    """Something on the site that falls short of the standard."""

    text: Public[Prose]
    """What does not work, and for whom."""

    criterion: Public[Line | None] = None
    """The success criterion that it fails: 1.3.1 Info and Relationships."""

    instead: Public[Line | None] = None
    """What a reader can do until it is mended."""

    mended_by: Public[PartialDay | None] = None
    """By when it is to be mended."""


class AccessibilityStatement(Model):
    """What the accessibility statement says. `accessibility_statement()` makes the page of it."""

    status: Public[Literal["full", "partial", "none"]]
    """How far the site meets WCAG 2.2 AA: `full`, `partial` or `none`."""

    problems: Public[tuple[AccessibilityProblem, ...]] = ()
    """What does not comply. Needed unless the status is `full`."""

    burden: Public[Prose | None] = None
    """What would be a disproportionate burden to mend, and why. Without it, nothing is claimed."""

    outside: Public[Prose | None] = None
    """What is outside the scope of the regulations."""

    tested: Public[Prose | None] = None
    """How the site was tested, by whom, and which pages."""

    prepared: Public[PartialDay]
    """When the statement was prepared."""

    reviewed: Public[PartialDay | None] = None
    """When it was last reviewed."""

    review: Public[PartialDay | None] = None
    """By when it is to be reviewed next."""

    answered_within: Public[Line | None] = None
    """How soon the office answers: five working days."""

    enforced_in: Public[Literal["great-britain", "northern-ireland"]] = "great-britain"
    """Where the partnership is, which decides who enforces the regulations."""
