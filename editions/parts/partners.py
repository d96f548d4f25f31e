"""The public form of who stands behind arrangements."""

from __future__ import annotations

from editions.fields import Printed, PublicLine, PublicModel, PublicProse, PublicUnit, Word
from editions.parts.actions import PublicParty


class PublicOfficeHolder(PublicUnit):
    """Somebody who acts under the arrangements for a time: a person, a post, or both."""

    person: Printed | None = None
    """Who it is."""

    post: Printed | None = None
    """The post that it goes with, whoever holds it."""

    name: PublicLine | None = None
    """Who it is, where there is no record of the person."""

    title: PublicLine | None = None
    """The post as printed, where it differs or there is no record of it."""

    role_words: PublicLine | None = None
    """The part as printed, where ours is not the word of the day: representative of the council."""

    since: str | None = None
    """First day."""

    since_words: PublicLine | None = None
    """From when, in words: from the spring. The page shows them in place of the date."""

    until: str | None = None
    """Last day; missing while it lasts."""

    until_words: PublicLine | None = None
    """Until when, in words: until somebody is appointed."""

    functions: PublicProse | None = None
    """What this person or post does under the arrangements: the functions that were delegated."""

    note: PublicLine | None = None
    """Anything else: interim, until somebody is appointed."""


class PublicSafeguardingPartner(PublicUnit):
    """One of the safeguarding partners, with who leads for it and to whom that is delegated."""

    organization: Printed | None = None
    """Which body it is."""

    name: PublicLine | None = None
    """Which body it is, where there is no record of it."""

    leads: tuple[PublicOfficeHolder, ...] = ()
    """The lead safeguarding partner, one entry for each who was it."""

    delegates: tuple[PublicOfficeHolder, ...] = ()
    """The delegated safeguarding partner, one entry for each who was it."""

    text: PublicProse | None = None
    """Anything else about this partner."""


class PublicScrutinyRole(PublicUnit):
    """A part of independent scrutiny: who does it, how much, and of what."""

    title: PublicLine | None = None
    """What it is called: independent scrutineer, scrutiny of the secure estate."""

    holders: tuple[PublicOfficeHolder, ...] = ()
    """Who does it, one entry for each term."""

    days: PublicLine | None = None
    """For how long in a year, as printed."""

    since: str | None = None
    """When this part of scrutiny began, or will begin."""

    since_words: PublicLine | None = None
    """When, in words. The page shows them in place of the date."""

    until: str | None = None
    """When it ends, if it is for a time only."""

    until_words: PublicLine | None = None
    """Until when, in words: until the new office opens."""

    tasks: tuple[PublicLine, ...] = ()
    """What is scrutinised, one task a line."""

    attends: tuple[PublicParty, ...] = ()
    """The groups whose meetings are attended, with how often in the note."""

    reports_to: tuple[PublicParty, ...] = ()
    """To whom reports are made, with how often in the note."""

    review: str | None = None
    """When this is to be looked at again."""

    review_words: PublicLine | None = None
    """When and why, in words: after the inspection."""

    text: PublicProse | None = None
    """Anything else."""


class PublicRelevantAgency(PublicUnit):
    """A body, or a sort of bodies, that must act in accordance with the arrangements."""

    organization: Printed | None = None
    """Which body it is."""

    name: PublicLine | None = None
    """Which body or sort of bodies it is, where there is no record: all sports clubs."""

    sector: Word | None = None
    """Its sector, by which the list is ordered."""

    reason: PublicProse | None = None
    """Why it was chosen."""

    duty: PublicProse | None = None
    """What is expected of it."""

    since: str | None = None
    """Since when it has been on the list."""

    until: str | None = None
    """When it came off the list."""

    note: PublicLine | None = None
    """Anything else."""


class PublicSignOff(PublicModel):
    """That somebody signed a document, or approved it in their own name."""

    by: Printed | None = None
    """Who signed: a person, a post, a body."""

    name: PublicLine | None = None
    """Who signed, where there is no record."""

    on: str | None = None
    """When."""

    note: PublicLine | None = None
    """Anything else that is printed beside it."""
