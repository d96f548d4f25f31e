"""The public form of the parts of a report."""

from __future__ import annotations

from editions.fields import (
    Amount,
    Coarse,
    IndicatorId,
    MeetingId,
    Printed,
    PublicLine,
    PublicModel,
    PublicProse,
    PublicUnit,
    RecordId,
    Word,
)
from editions.parts.actions import PublicParty


class PublicPresentation(PublicModel):
    """A body that the report goes to."""

    to: tuple[PublicParty, ...] = ()
    """Which body: a group, an organization, or a `name` as printed."""

    meeting: MeetingId | None = None
    """Its meeting, where there is a record of it."""

    date: str | None = None
    """The date of its meeting, where there is no record of it."""

    item: PublicLine | None = None
    """The number of the item on its agenda."""

    note: PublicLine | None = None
    """What it did with the report; anything else."""


class PublicReportContact(PublicUnit):
    """Whom a reader of the report can ask."""

    who: tuple[PublicParty, ...] = ()
    """Who it is."""

    email: str | None = None
    """E-mail address as printed in the report."""

    telephone: str | None = None
    """Telephone number as printed in the report."""

    note: PublicLine | None = None
    """Anything else that is printed: a postal address, on which days."""


class PublicMeasured(PublicModel):
    """A number with what it counts. One of them is enough."""

    number: Amount | None = None
    """A number that does not count people: 1310, 19.5."""

    people: Coarse | None = None
    """A number of people. The public sees it coarsely."""

    of: Coarse | None = None
    """Of how many people these are a share. The public sees the percentage as far as it follows from what it
    sees of the two; so a percentage of people is never written as a `number`."""

    share: Coarse | None = None
    """The percentage, as far as it follows from the two numbers of people that are shown: `42 to 48`."""

    money: Amount | None = None
    """An amount of money."""

    words: PublicLine | None = None
    """Words where there is no number: not collected, from July only."""


class PublicFigurePart(PublicUnit):
    """A part of what a figure counts: the children under five."""

    name: PublicLine
    """What is counted here."""

    now: PublicMeasured | None = None
    """The figure of the period of the report."""

    before: PublicMeasured | None = None
    """The figure of the period before."""

    note: PublicLine | None = None
    """What a reader needs to know to understand it."""


class PublicFigure(PublicUnit):
    """A key figure of the report, beside that of the period before."""

    name: PublicLine
    """What is counted."""

    unit: PublicLine | None = None
    """The unit: per cent, places, months."""

    now: PublicMeasured | None = None
    """The figure of the period of the report."""

    before: PublicMeasured | None = None
    """The figure of the period before."""

    parts: tuple[PublicFigurePart, ...] = ()
    """The parts of it that are counted too. Numbers of people that hang together are shown so that none can
    be reckoned out of the others, so write parts here and not as figures of their own."""

    whole: bool = False
    """Whether everybody is in one of the parts and in no other, so that they add up to the figure."""

    indicator: IndicatorId | None = None
    """The indicator that holds the whole series. Numbers of people for the same time are audited with it."""

    counted: str | None = None
    """The day on which `pages new` counted it from the public records. Take it out when you change it."""

    note: PublicLine | None = None
    """What a reader needs to know to understand it."""


class PublicAgencyAttendance(PublicUnit):
    """How often one agency came."""

    agency: tuple[PublicParty, ...] = ()
    """The agency: an organization, a post, or a `name` as printed."""

    attended: int | None = None
    """At how many meetings it was, itself or by a deputy."""

    held: int | None = None
    """How many meetings it could have come to, if it was not all that were held."""

    note: PublicLine | None = None
    """Apologies, deputies, vacancies as printed."""


class PublicAttendanceTable(PublicUnit):
    """Who came to the meetings of a group in the period of the report."""

    group: Printed | None = None
    """The group."""

    title: PublicLine | None = None
    """The heading of the table, if it is not the name of the group."""

    held: int | None = None
    """How many meetings were held."""

    agencies: tuple[PublicAgencyAttendance, ...] = ()
    """The agencies, in the order printed."""

    counted: str | None = None
    """The day on which `pages new` counted it from the public records. Take it out when you change it."""

    note: PublicLine | None = None
    """A remark under the table."""


class PublicReportOption(PublicUnit):
    """A course that was open, and why it was taken or not."""

    title: PublicLine
    """The course in a few words."""

    text: PublicProse | None = None
    """What speaks for it and against it."""

    chosen: bool | None = None
    """Whether it is the one that the report recommends."""


class PublicImplication(PublicUnit):
    """What follows for money, law, equality, climate, risk and so on."""

    label: PublicLine | None = None
    """The number as printed."""

    title: PublicLine
    """The heading as printed: Financial implications."""

    text: PublicProse
    """What follows; also that nothing does, where the report says so."""

    section: RecordId | None = None
    """The section, not one under another, under whose heading and number this one stands in the document."""


class PublicExemption(PublicUnit):
    """A part of the report that the body to which it went took without the public."""

    part: PublicLine
    """Which part: Appendix 3, Part B, paragraph 4.2."""

    basis: PublicLine | None = None
    """The provision as printed: statute, schedule, paragraph."""

    interest: PublicProse | None = None
    """Why the public interest is on the side of keeping it back, as printed."""

    until: str | None = None
    """Until when, if the report says so."""

    until_words: PublicLine | None = None
    """Until when, in words: until the contract is signed."""


class PublicPlacedPart(PublicModel):
    """Where in the order of the document a part of the report stands that has a key of its own."""

    part: Word | None = None
    """Which part. `papers` are the appendices."""

    section: RecordId | None = None
    """The section, not one under another, whose heading and number it has in the document."""


class PublicStatutoryContent(PublicModel):
    """Where the report holds something that the law or the guidance asks for."""

    requirement: Word | None = None
    """What is asked for (Children Act 2004, section 16G(7), and Working Together to Safeguard Children)."""

    section: RecordId | None = None
    """The section that holds it."""

    note: PublicLine | None = None
    """Where it stands, if not in one section; why it is missing."""
