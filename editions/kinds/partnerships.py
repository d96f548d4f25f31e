"""The public form of the partnership itself."""

from __future__ import annotations

from editions.fields import Printed, PublicLine, PublicModel, PublicProse, PublicRecord, Word
from editions.kind import PublicKind
from editions.kinds.organizations import PublicFormerName
from editions.parts.accessibility import PublicAccessibilityStatement
from editions.parts.joint import PublicNeighbour


class PublicHelpLine(PublicModel):
    """One way to get help when worried about a child."""

    label: PublicLine
    """Whom it reaches: Children's social care, day time."""

    telephone: str | None = None
    """The number."""

    website: str | None = None
    """The page."""

    note: PublicLine | None = None
    """When it answers, or for whom it is."""


class PublicWorried(PublicModel):
    """What to do when worried about a child. It stands on every page."""

    text: PublicProse
    """One or two sentences."""

    lines: tuple[PublicHelpLine, ...]
    """The numbers and pages, most urgent first."""


class PublicOffice(PublicModel):
    """How the public reaches the partnership's office."""

    name: PublicLine
    """Its name."""

    address: PublicLine | None = None
    """Postal address on one line."""

    email: str | None = None
    """A role address, never a person's."""

    telephone: str | None = None
    """The number of the office."""


class PublicLicence(PublicModel):
    """The licence under which published content may be used."""

    name: PublicLine
    """Its name."""

    address: str | None = None
    """Where it can be read."""


class PublicSecurity(PublicModel):
    """Whom to tell that the site has a weakness. Programs read it at `/.well-known/security.txt`."""

    email: str | None = None
    """A role address, never a person's."""

    website: str | None = None
    """A page with a form."""

    expires: str
    """Until when this holds."""

    policy: str | None = None
    """A page that says how reports are dealt with."""


class PublicPartnership(PublicRecord):
    """The partnership. There is one such record: `data/partnership.yml`."""

    name: PublicLine
    """The full name."""

    short_name: PublicLine | None = None
    """The name in short."""

    former_names: tuple[PublicFormerName, ...] = ()
    """Bodies that it succeeded, or names it had."""

    fictional: bool = False
    """Whether everything here is made up; every page then says so."""

    areas: tuple[PublicLine, ...]
    """The area or areas it serves."""

    statute: PublicLine | None = None
    """The law it rests on."""

    founded: str | None = None
    """When it began."""

    description: PublicProse | None = None
    """What it is, for somebody who has never heard of it."""

    partners: tuple[Printed, ...]
    """The safeguarding partners."""

    languages: tuple[str, ...] = ("en-GB",)
    """The languages it publishes in, the main one first."""

    worried: PublicWorried
    """What to do when worried about a child."""

    office: PublicOffice
    """How to reach the office, which also answers questions about what was withheld."""

    licence: PublicLicence
    """The licence of what is published."""

    security: PublicSecurity | None = None
    """Whom to tell of a weakness of the site."""

    year_begins: Word | None = None
    """The month with which the partnership's reporting year begins, if it is not April."""

    people_pages: bool = False
    """Whether each named person has a page. Off unless switched on."""

    show_gaps: bool = False
    """Whether the pages of priorities and indicators say what is missing."""

    attendance_percentages: bool = False
    """Whether tables of attendance also show percentages, which say little of few meetings. Off unless
switched on."""

    colour: str | None = None
    """The colour of the site, as six digits: 00564f. Shades that can be read are made of it."""

    logo: str | None = None
    """The logo in the header: a file in docs/images/."""

    accessibility: PublicAccessibilityStatement | None = None
    """What the accessibility statement says, which `accessibility_statement()` shows."""

    how_we_comply: bool = False
    """Whether there is a page that says how law, guidance and own rules are kept. Off unless switched on."""

    neighbours: tuple[PublicNeighbour, ...] = ()
    """Partnerships that publish the meetings of groups which we share with them."""

    kind: Word = "children"
    """What it is for, which decides the law that it is held against: `children`, `adults`, or `other`."""


KIND = PublicKind(name="partnership", model=PublicPartnership, order=1)
