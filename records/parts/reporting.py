"""The parts of a report: to whom it goes, its figures, attendance, options, implications, exempt parts."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from records.fields import (
    Answer,
    Count,
    Day,
    EmailAddress,
    GroupRef,
    Id,
    IndicatorRef,
    Line,
    MeetingRef,
    Model,
    Money,
    Number,
    PartialDay,
    PeopleCount,
    Prose,
    Public,
    Reference,
    Telephone,
)
from records.parts.actions import Parties
from records.withholding import Withholdable

SectionRef = Annotated[Id, Reference(("sections",), within=True)]
"""A section of the same report."""


class Presentation(Model):
    """A body that the report goes to."""

    to: Public[Parties] = ()
    """Which body: a group, an organization, or a `name` as printed."""

    meeting: Public[MeetingRef | None] = None
    """Its meeting, where there is a record of it."""

    date: Public[PartialDay | None] = None
    """The date of its meeting, where there is no record of it."""

    item: Public[Line | None] = None
    """The number of the item on its agenda."""

    note: Public[Line | None] = None
    """What it did with the report; anything else."""


class ReportContact(Withholdable):
    """Whom a reader of the report can ask."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"who"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset()

    who: Public[Parties] = ()
    """Who it is."""

    email: Public[EmailAddress | None] = None
    """E-mail address as printed in the report."""

    telephone: Public[Telephone | None] = None
    """Telephone number as printed in the report."""

    note: Public[Line | None] = None
    """Anything else that is printed: a postal address, on which days."""


class Measured(Model):
    """A number with what it counts. One of them is enough."""

    number: Public[Number | None] = None
    """A number that does not count people: 1310, 19.5."""

    people: Public[PeopleCount | None] = None
    """A number of people. The public sees it coarsely."""

    of: Public[PeopleCount | None] = None
    """Of how many people these are a share. The public sees the percentage as far as it follows from what it
    sees of the two; so a percentage of people is never written as a `number`."""

    money: Public[Money | None] = None
    """An amount of money."""

    words: Public[Line | None] = None
    """Words where there is no number: not collected, from July only."""


class FigurePart(Withholdable):
    """A part of what a figure counts: the children under five."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"name"})

    name: Public[Line]
    """What is counted here."""

    now: Public[Measured | None] = None
    """The figure of the period of the report."""

    before: Public[Measured | None] = None
    """The figure of the period before."""

    note: Public[Line | None] = None
    """What a reader needs to know to understand it."""


class Figure(Withholdable):
    """A key figure of the report, beside that of the period before."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"name"})

    name: Public[Line]
    """What is counted."""

    unit: Public[Line | None] = None
    """The unit: per cent, places, months."""

    now: Public[Measured | None] = None
    """The figure of the period of the report."""

    before: Public[Measured | None] = None
    """The figure of the period before."""

    parts: Public[tuple[FigurePart, ...]] = ()
    """The parts of it that are counted too. Numbers of people that hang together are shown so that none can
    be reckoned out of the others, so write parts here and not as figures of their own."""

    whole: Public[Answer] = False
    """Whether everybody is in one of the parts and in no other, so that they add up to the figure."""

    indicator: Public[IndicatorRef | None] = None
    """The indicator that holds the whole series. Numbers of people for the same time are audited with it."""

    counted: Public[Day | None] = None
    """The day on which `pages new` counted it from the public records. Take it out when you change it."""

    note: Public[Line | None] = None
    """What a reader needs to know to understand it."""


class AgencyAttendance(Withholdable):
    """How often one agency came."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"agency"})

    agency: Public[Parties] = ()
    """The agency: an organization, a post, or a `name` as printed."""

    attended: Public[Count | None] = None
    """At how many meetings it was, itself or by a deputy."""

    held: Public[Count | None] = None
    """How many meetings it could have come to, if it was not all that were held."""

    note: Public[Line | None] = None
    """Apologies, deputies, vacancies as printed."""


class AttendanceTable(Withholdable):
    """Who came to the meetings of a group in the period of the report."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"group", "title"})

    group: Public[GroupRef | None] = None
    """The group."""

    title: Public[Line | None] = None
    """The heading of the table, if it is not the name of the group."""

    held: Public[Count | None] = None
    """How many meetings were held."""

    agencies: Public[tuple[AgencyAttendance, ...]] = ()
    """The agencies, in the order printed."""

    counted: Public[Day | None] = None
    """The day on which `pages new` counted it from the public records. Take it out when you change it."""

    note: Public[Line | None] = None
    """A remark under the table."""


class ReportOption(Withholdable):
    """A course that was open, and why it was taken or not."""

    title: Public[Line]
    """The course in a few words."""

    text: Public[Prose | None] = None
    """What speaks for it and against it."""

    chosen: Public[Answer | None] = None
    """Whether it is the one that the report recommends."""


class Implication(Withholdable):
    """What follows for money, law, equality, climate, risk and so on."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"label", "title", "section"})

    label: Public[Line | None] = None
    """The number as printed."""

    title: Public[Line]
    """The heading as printed: Financial implications."""

    text: Public[Prose]
    """What follows; also that nothing does, where the report says so."""

    section: Public[SectionRef | None] = None
    """The section, not one under another, under whose heading and number this one stands in the document."""


class Exemption(Withholdable):
    """A part of the report that the body to which it went took without the public."""

    part: Public[Line]
    """Which part: Appendix 3, Part B, paragraph 4.2."""

    basis: Public[Line | None] = None
    """The provision as printed: statute, schedule, paragraph."""

    interest: Public[Prose | None] = None
    """Why the public interest is on the side of keeping it back, as printed."""

    until: Public[PartialDay | None] = None
    """Until when, if the report says so."""

    until_words: Public[Line | None] = None
    """Until when, in words: until the contract is signed."""


class PlacedPart(Model):
    """Where in the order of the document a part of the report stands that has a key of its own."""

    part: Public[
        Literal[
            "purpose",
            "decision-requested",
            "figures",
            "attendance",
            "options",
            "consultation",
            "implications",
            "recommendations",
            "reasons",
            "exempt",
            "background-papers",
            "papers",
            "contact",
            "statutory",
        ]
    ]
    """Which part. `papers` are the appendices."""

    section: Public[SectionRef]
    """The section, not one under another, whose heading and number it has in the document."""


class StatutoryContent(Model):
    """Where the report holds something that the law or the guidance asks for."""

    requirement: Public[
        Literal[
            "what-was-done",
            "effectiveness",
            "impact",
            "little-progress",
            "review-recommendations",
            "feedback",
            "disproportionality",
            "scrutiny",
            "funding",
            "training",
        ]
    ]
    """What is asked for (Children Act 2004, section 16G(7), and Working Together to Safeguard Children)."""

    section: Public[SectionRef | None] = None
    """The section that holds it."""

    note: Public[Line | None] = None
    """Where it stands, if not in one section; why it is missing."""
