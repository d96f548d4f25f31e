"""The partnership itself: its name, its partners, and what every page of its site says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from problems import Problem, Severity, Wording
from records.checks.colours import LEAST, contrast_on_white
from records.fields import (
    Answer,
    Colour,
    Day,
    EmailAddress,
    Image,
    LanguageTag,
    Line,
    Model,
    OrganizationRef,
    PartialDay,
    Prose,
    Public,
    Telephone,
    WebAddress,
    one_or_more,
)
from records.kind import Key, Kind, Locate
from records.kinds.organizations import FormerName
from records.months import Month
from records.parts.accessibility import AccessibilityStatement
from records.parts.joint import Neighbour
from records.withholding import Record

COLOUR_PALE = Wording(
    "colour-pale",
    "The colour of the site is too pale for words on white: its contrast is {found} to 1, and "
    "{least} to 1 is the least.",
    "Nothing has to be done: the site uses it in the header with dark words on it, and a darker shade of it "
    "for links. Choose a darker `colour` if the shades should be yours.",
    severity=Severity.WARNING,
)
STATEMENT_NOT_FULL = Wording(
    "accessibility-not-full",
    "The accessibility statement says that the site is fully compliant, and lists what is not.",
    "Write `status: partial` if something falls short, or take away the `problems` that are mended.",
)
STATEMENT_WITHOUT_PROBLEMS = Wording(
    "accessibility-without-problems",
    "The accessibility statement says that the site is not fully compliant, and lists nothing that falls "
    "short.",
    "List each thing under `problems`, with its `text`; the regulations ask for it.",
)

NEIGHBOURS_TWICE = Wording(
    "neighbours-twice",
    "The neighbour with the id `{neighbour}`, or its file, stands here twice, or two neighbours publish the "
    "same group.",
    "Keep one entry for each neighbour, and name each group under the one that publishes its meetings.",
)


class HelpLine(Model):
    """One way to get help when worried about a child."""

    label: Public[Line]
    """Whom it reaches: Children's social care, day time."""

    telephone: Public[Telephone | None] = None
    """The number."""

    website: Public[WebAddress | None] = None
    """The page."""

    note: Public[Line | None] = None
    """When it answers, or for whom it is."""


class Worried(Model):
    """What to do when worried about a child. It stands on every page."""

    text: Public[Prose]
    """One or two sentences."""

    lines: Public[tuple[HelpLine, ...]]
    """The numbers and pages, most urgent first."""


class Office(Model):
    """How the public reaches the partnership's office."""

    name: Public[Line]
    """Its name."""

    address: Public[Line | None] = None
    """Postal address on one line."""

    email: Public[EmailAddress | None] = None
    """A role address, never a person's."""

    telephone: Public[Telephone | None] = None
    """The number of the office."""


class Licence(Model):
    """The licence under which published content may be used."""

    name: Public[Line]
    """Its name."""

    address: Public[WebAddress | None] = None
    """Where it can be read."""


class Security(Model):
    """Whom to tell that the site has a weakness. Programs read it at `/.well-known/security.txt`."""

    email: Public[EmailAddress | None] = None
    """A role address, never a person's."""

    website: Public[WebAddress | None] = None
    """A page with a form."""

    expires: Public[Day]
    """Until when this holds. `pages check` reminds you a month before; a year ahead is usual."""

    policy: Public[WebAddress | None] = None
    """A page that says how reports are dealt with."""

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        if self.email is None and self.website is None:
            raise PydanticCustomError("one_of", "one of two", {"first": "email", "second": "website"})
        return self


class Partnership(Record):
    """The partnership. There is one such record: `data/partnership.yml`."""

    name: Public[Line]
    """The full name."""

    short_name: Public[Line | None] = None
    """The name in short."""

    former_names: Public[tuple[FormerName, ...]] = ()
    """Bodies that it succeeded, or names it had."""

    fictional: Public[Answer] = False
    """Whether everything here is made up; every page then says so."""

    areas: Public[Annotated[tuple[Line, ...], one_or_more()]]
    """The area or areas it serves."""

    statute: Public[Line | None] = None
    """The law it rests on."""

    founded: Public[PartialDay | None] = None
    """When it began."""

    description: Public[Prose | None] = None
    """What it is, for somebody who has never heard of it."""

    partners: Public[tuple[OrganizationRef, ...]]
    """The safeguarding partners."""

    languages: Public[tuple[LanguageTag, ...]] = ("en-GB",)
    """The languages it publishes in, the main one first."""

    worried: Public[Worried]
    """What to do when worried about a child."""

    office: Public[Office]
    """How to reach the office, which also answers questions about what was withheld."""

    licence: Public[Licence]
    """The licence of what is published."""

    security: Public[Security | None] = None
    """Whom to tell of a weakness of the site. Without it, the site has no `security.txt`."""

    year_begins: Public[Month | None] = None
    """The month with which the partnership's reporting year begins, if it is not April."""

    people_pages: Public[Answer] = False
    """Whether each named person has a page. Off unless switched on."""

    show_gaps: Public[Answer] = False
    """Whether the pages of priorities and indicators say what is missing: that no meeting has discussed a
    priority for long, that nobody leads on an action. `pages check` tells the office anyway. Off unless
    switched on."""

    attendance_percentages: Public[Answer] = False
    """Whether tables of attendance also show percentages, which say little of few meetings. Off unless
    switched on."""

    colour: Public[Colour | None] = None
    """The colour of the site, as six digits: 00564f. Shades that can be read are made of it."""

    logo: Public[Image | None] = None
    """The logo in the header: a file in docs/images/."""

    accessibility: Public[AccessibilityStatement | None] = None
    """What the accessibility statement says, which `accessibility_statement()` shows."""

    how_we_comply: Public[Answer] = False
    """Whether there is a page that says how law, guidance and own rules are kept. Off unless switched on."""

    neighbours: Public[tuple[Neighbour, ...]] = ()
    """Partnerships that publish the meetings of groups which we share with them."""

    kind: Public[Literal["children", "adults", "other"]] = "children"
    """What it is for, which decides the law that it is held against: `children`, `adults`, or `other`."""


def _gaps(answers: Mapping[str, str]) -> Mapping[str, str]:
    return {"partners": f"[{answers['partners']}]"}


def _pale(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield that the colour cannot be read on white."""
    for key, record in records.items():
        if isinstance(record, Partnership) and record.colour:
            found = contrast_on_white(record.colour)
            if found < LEAST:
                yield COLOUR_PALE.at(locate(key, ("colour",)), found=f"{found:.1f}", least=str(LEAST))


def _statement(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield that the accessibility statement contradicts itself."""
    for key, record in records.items():
        told = record.accessibility if isinstance(record, Partnership) else None
        if told is not None and (told.status == "full") == bool(told.problems):
            wording = STATEMENT_NOT_FULL if told.problems else STATEMENT_WITHOUT_PROBLEMS
            yield wording.at(locate(key, ("accessibility", "status")))


def _neighbours(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield that two neighbours are the same, or publish the same group."""
    for key, record in records.items():
        seen: set[str] = set()
        for position, each in enumerate(record.neighbours if isinstance(record, Partnership) else ()):
            said = [f"id {each.id}", f"file {each.file}", *(f"group {one.group}" for one in each.groups)]
            if len(set(said)) < len(said) or not seen.isdisjoint(said):
                yield NEIGHBOURS_TWICE.at(locate(key, ("neighbours", position)), neighbour=each.id)
            seen.update(said)


KIND = Kind(
    name="partnership",
    model=Partnership,
    word="partnership",
    title="Our Safeguarding Children Partnership",
    order=1,
    single=True,
    example={
        "title": "Tarrowmere Safeguarding Children Partnership",
        "area": "Tarrowmere",
        "office": "Tarrowmere partnership office",
        "partners": "council",
    },
    gaps=_gaps,
    checks=(_pale, _statement, _neighbours),
)
