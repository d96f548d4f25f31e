"""The types that fields of a private record are made of, and the classes that say who may see them.

Reading gives text only; each type accepts exactly the text that it describes and nothing that merely
resembles it. What names another record carries a `Reference`, so that loading can check it and the
projection knows how to print it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class Visibility(Enum):
    """Who may see a field. A field without one fails a test, and is private until then."""

    PUBLIC = "public"
    """Copied to the projection, where the unit it stands in is not withheld."""

    PRIVATE = "private"
    """Never leaves `data/`."""

    DERIVED = "derived"
    """Read by the projection to work something out; never copied itself."""


T = TypeVar("T")
Public = Annotated[T, Visibility.PUBLIC]
Private = Annotated[T, Visibility.PRIVATE]
Derived = Annotated[T, Visibility.DERIVED]


class Model(BaseModel):
    """The strict base of everything in a record: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)


@dataclass(frozen=True, slots=True)
class Reference:
    """Says that a text names something else, and which kinds it may name.

    Validation asks its context, if it is given one, whether there is such a thing: `(text, reference)`.
    Names are otherwise checked when all records are read; a record with mistakes is asked about this way.
    """

    kinds: tuple[str, ...]

    within: bool = False
    """Whether it names a part of the record in which it stands."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of the text, with the question behind it."""
        return core_schema.with_info_after_validator_function(self._asked, handler(source))

    def _asked(self, named: str, info: core_schema.ValidationInfo) -> str:
        if info.context is not None and not info.context(named, self):
            raise PydanticCustomError(
                "unknown_reference", "names nothing", {"kinds": list(self.kinds), "within": self.within}
            )
        return named


class Written(Enum):
    """How a text is written, which decides what is read in it."""

    LINE = "line"
    """One line: marks are read, Markdown is not."""

    PROSE = "prose"
    """CommonMark with tables, without raw HTML and remote images: marks are read, then Markdown."""


class Counting(Enum):
    """What a number counts, where that decides how the public sees it."""

    PEOPLE = "people"
    """People: the exact number stays private, because a small one can give somebody away."""


@dataclass(frozen=True, slots=True)
class Form(BeforeValidator):
    """Lets certain texts through, and can say which: editors are told so."""

    name: str = ""
    """What is expected, by a word: day."""

    pattern: str = ""
    """A regular expression, without flags, that the whole of each such text fits and no other text does."""


@dataclass(frozen=True, slots=True)
class InShort(BeforeValidator):
    """Lets a bare text stand for a mapping with one key."""

    key: str = ""


@dataclass(frozen=True, slots=True)
class OneOrMore(BeforeValidator):
    """Lets a single value stand for a list of one."""


def exactly(form: str, pattern: str) -> Form:
    """Return a validator that lets through the texts of a pattern; `form` names what was expected."""
    compiled = re.compile(pattern, re.ASCII)

    def check(value: Any) -> str:
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "text expected")
        if not compiled.fullmatch(value):
            raise PydanticCustomError("form", "not of this form", {"form": form})
        return value

    return Form(check, name=form, pattern=pattern)


def read_as(form: str, pattern: str, read: Callable[[str], Any]) -> Form:
    """Return a validator that reads the texts of a pattern; `read` raises ValueError for no such value."""
    check = exactly(form, pattern).func

    def convert(value: Any) -> Any:
        text: str = check(value)  # type: ignore[call-arg]  # a one-argument validator of ours
        try:
            return read(text)
        except ValueError:
            raise PydanticCustomError("no_such_day", "not in the calendar", {"form": form}) from None

    return Form(convert, name=form, pattern=pattern)


def _written(longest: int, *, lines: bool) -> Form:
    """Return a validator for text that somebody wrote: not empty, not too long, on one line or many."""

    def check(value: Any) -> str:
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "text expected")
        text = value.strip()
        if not text:
            raise PydanticCustomError("empty", "no text")
        if len(text) > longest:
            raise PydanticCustomError("too_long", "too long", {"longest": longest})
        if not lines and "\n" in text:
            raise PydanticCustomError("one_line", "more than one line")
        return text

    sign = r"[\s\S]" if lines else r"[^\n]"
    pattern = rf"\s*\S(?:{sign}{{0,{longest - 2}}}\S)?\s*"
    return Form(check, name="lines" if lines else "line", pattern=pattern)


def _partial_date(text: str) -> str:
    """Return the text of a year, month or day; ValueError when the calendar has none such."""
    parts = [int(part) for part in text.split("-")]
    date(*[*parts, 1, 1][:3])
    return text


_YEAR = r"[12]\d{3}"
"""Of four digits, and none such as 0026 or 20226."""

_HOUR = r"(?:[01]\d|2[0-3]):[0-5]\d"


def _hours(text: str) -> str:
    """Return one or two times with the dash of print between them."""
    return "\u2013".join(part.strip() for part in text.replace("\u2013", "-").split("-"))


def _amount(text: str) -> Decimal:
    """Return an amount of money written with or without commas."""
    return Decimal(text.replace(",", ""))


def in_short(key: str) -> InShort:
    """Return a validator that lets a bare text stand for a mapping with this one key."""
    return InShort(lambda value: {key: value} if isinstance(value, str) else value, key=key)


def one_or_more() -> OneOrMore:
    """Return a validator that lets a single value stand for a list of one."""
    return OneOrMore(lambda value: value if isinstance(value, list | tuple) else [value])


ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""The form of an id: lower-case letters and digits, with single hyphens between."""

Id = Annotated[str, exactly("id", rf"(?=.{{1,80}}\Z){ID}")]
Line = Annotated[str, _written(1000, lines=False), Written.LINE]
Prose = Annotated[str, _written(400_000, lines=True), Written.PROSE]
Note = Annotated[str, _written(400_000, lines=True)]
"""Text for the office only: neither marks nor Markdown are read in it."""

Day = Annotated[date, read_as("day", rf"{_YEAR}-\d{{2}}-\d{{2}}", date.fromisoformat)]
PartialDay = Annotated[str, read_as("partial-day", rf"{_YEAR}(-\d{{2}}(-\d{{2}})?)?", _partial_date)]
"""A day, a month or a year, as far as it is known: `2026-05-14`, `2026-05`, `2026`."""

Clock = Annotated[time, read_as("clock", _HOUR, time.fromisoformat)]
Hours = Annotated[str, read_as("hours", rf"{_HOUR}( ?[\u2013-] ?{_HOUR})?", _hours)]
"""A time of day, or two with a dash between: `14:00–16:10`."""

Count = Annotated[int, read_as("count", r"0|[1-9]\d{0,8}", int)]
PeopleCount = Annotated[Count, Counting.PEOPLE]
"""A number of people. The public sees `0`, `1 to 7`, or the nearest five."""

Number = Annotated[Decimal, read_as("number", r"-?(0|[1-9]\d{0,11})(\.\d{1,6})?", Decimal)]
"""A number, perhaps with decimals: `12`, `-0.5`. Never a number of people: that is a `PeopleCount`."""

Money = Annotated[Decimal, read_as("money", r"-?(0|[1-9]\d{0,2}(,?\d{3}){0,3})(\.\d{2})?", _amount)]
"""An amount of money without its sign: `12500`, `12,500.50`."""

Years = Annotated[str, exactly("years", r"\d{4}(-\d{2})?")]
"""A year, or a year that runs into the next: `2026`, `2025-26`."""

Answer = Annotated[bool, read_as("answer", r"yes|no", "yes".__eq__)]
WebAddress = Annotated[str, exactly("web", r"[Hh][Tt]{2}[Pp][Ss]?://[^\s/?#@:\[\]]+(:\d{0,5})?([/?#]\S*)?")]
EmailAddress = Annotated[str, exactly("email", r"[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")]
Telephone = Annotated[str, exactly("telephone", r"\+?[0-9][0-9 ()-]{1,22}")]
LanguageTag = Annotated[str, exactly("language", r"[a-z]{2,3}(-[A-Z]{2})?")]
Colour = Annotated[str, exactly("colour", r"#?[0-9A-Fa-f]{6}")]
"""A colour as six hexadecimal digits: `00564f`. A `#` before it needs quotation marks in YAML."""

Image = Annotated[str, exactly("image", r"[a-z0-9]+(-[a-z0-9]+)*\.(png|jpg|jpeg|webp)")]
"""The name of a file in docs/images/."""

PublicId = Annotated[str, exactly("public-id", r"p-[a-z0-9]{8}")]

PersonRef = Annotated[str, exactly("person", ID), Reference(("people",))]
OrganizationRef = Annotated[str, exactly("organization", ID), Reference(("organizations",))]
GroupRef = Annotated[str, exactly("group", ID), Reference(("groups",))]
MeetingRef = Annotated[str, exactly("meeting", ID), Reference(("meetings",))]
ReasonRef = Annotated[Id, Reference(("reasons",))]
"""A reason of the policy."""

ItemRef = Annotated[Id, Reference(("items",), within=True)]
"""An item of the same meeting."""

PostRef = Annotated[str, exactly("post", rf"{ID}/{ID}"), Reference(("posts",))]
"""A post, by the organization that has it: `police/head-of-safeguarding`."""

PartyRef = Annotated[
    str, exactly("party", rf"{ID}(/{ID})?"), Reference(("people", "organizations", "groups", "posts", "all"))
]
"""Whoever can own an action: a person, organization, group or post, or `all` for all partners."""

ActionRef = Annotated[str, exactly("action", rf"{ID}/{ID}"), Reference(("actions",))]
"""An action, by the meeting that made it: `2026-01-15-executive/form`."""

PriorityRef = Annotated[str, exactly("priority", ID), Reference(("priorities",))]
PlanRef = Annotated[str, exactly("plan", ID), Reference(("plans",))]
PlanActionRef = Annotated[str, exactly("plan-action", rf"{ID}/{ID}"), Reference(("plan-actions",))]
"""An action of a plan, by the plan that has it: `business-2026/toolkit`."""

FarItemRef = Annotated[str, exactly("item", rf"{ID}/{ID}"), Reference(("items",))]
"""An item, by the meeting that had it: `2026-01-15-executive/toolkit`."""

TopicRef = Annotated[str, exactly("topic", ID), Reference(("topics",))]
ReportRef = Annotated[str, exactly("report", ID), Reference(("reports",))]
RecommendationRef = Annotated[str, exactly("recommendation", rf"{ID}/{ID}"), Reference(("recommendations",))]
"""A recommendation, by the report or review that made it: `review-rowan/r2`."""

SectionRef = Annotated[str, exactly("section", rf"{ID}/{ID}"), Reference(("sections",))]
"""A section, by the report or review that has it: `yearly-2025-26/neglect`."""

ArrangementsRef = Annotated[str, exactly("arrangements", ID), Reference(("arrangements",))]
ReviewRef = Annotated[str, exactly("review", ID), Reference(("reviews",))]
DocumentRef = Annotated[str, exactly("document", ID), Reference(("documents",))]
IndicatorRef = Annotated[str, exactly("indicator", ID), Reference(("indicators",))]
BudgetRef = Annotated[str, exactly("budget", ID), Reference(("budgets",))]
RiskRef = Annotated[str, exactly("risk", ID), Reference(("risks",))]
DecisionRef = Annotated[str, exactly("decision", rf"{ID}/{ID}"), Reference(("decisions",))]
