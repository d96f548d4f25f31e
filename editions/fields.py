"""The types that fields of a public record are made of: plain values only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from editions.marks import is_public


class PublicModel(BaseModel):
    """The strict base of everything public: frozen, and a key that the format does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    anchor: ClassVar[str | None] = None
    """What stands before the `id` in the address within the page: `action-`. None where it has no address."""


class Written(Enum):
    """How a public text is written, which decides how it is shown."""

    LINE = "line"
    """One line, with public marks and no Markdown."""

    PROSE = "prose"
    """CommonMark with tables, with public marks."""


def _without_secrets(text: str) -> str:
    """Return a text that holds no mark but public ones; anything else raises."""
    if not is_public(text):
        raise PydanticCustomError("not_redacted", "not redacted")
    return text


ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
RecordId = Annotated[str, StringConstraints(pattern=rf"\A{ID}\z", max_length=80)]
"""The id of a record, or of a part of the record it stands in."""


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Says that a text names another public record or a part of one, which may not be public (yet)."""

    what: str


_FAR_ID = StringConstraints(pattern=rf"\A{ID}/{ID}\z", max_length=161)
MeetingId = Annotated[RecordId, RefersTo("meetings")]
ActionId = Annotated[str, _FAR_ID, RefersTo("actions")]
"""An action, by the meeting that made it: `2026-01-15-executive/form`."""

DecisionId = Annotated[str, _FAR_ID, RefersTo("decisions")]
"""A decision, by the meeting that made it."""

PriorityId = Annotated[RecordId, RefersTo("priorities")]
PlanId = Annotated[RecordId, RefersTo("plans")]
PlanActionId = Annotated[str, _FAR_ID, RefersTo("plan-actions")]
"""An action of a plan, by the plan that has it."""

FarItemId = Annotated[str, _FAR_ID, RefersTo("items")]
"""An item, by the meeting that had it."""

TopicId = Annotated[RecordId, RefersTo("topics")]
ReportId = Annotated[RecordId, RefersTo("reports")]
ReviewId = Annotated[RecordId, RefersTo("reviews")]
RecommendationId = Annotated[str, _FAR_ID, RefersTo("recommendations")]
"""A recommendation, by the report or review that made it."""

SectionId = Annotated[str, _FAR_ID, RefersTo("sections")]
"""A section, by the report or review that has it."""

ArrangementsId = Annotated[RecordId, RefersTo("arrangements")]
DocumentId = Annotated[RecordId, RefersTo("documents")]
IndicatorId = Annotated[RecordId, RefersTo("indicators")]
BudgetId = Annotated[RecordId, RefersTo("budgets")]
RiskId = Annotated[RecordId, RefersTo("risks")]

Amount = Annotated[str, StringConstraints(pattern=r"\A-?[0-9]{1,12}(\.[0-9]{1,6})?\z")]
"""A number or an amount of money: `12500`, `-0.5`."""

Coarse = Annotated[
    str, StringConstraints(pattern=r"\A((0|[1-9][0-9]{0,8}) to [1-9][0-9]{0,8}|0|[1-9][0-9]{0,8}|withheld)\z")
]
"""A number of people, shown coarsely: `0`, `1 to 7`, to the nearest five, or more coarsely where it could be
reckoned out: `8 to 17`, `withheld`."""

Word = Annotated[str, StringConstraints(pattern=rf"\A{ID}\z", max_length=80)]
"""One of the closed lists of words of the data format: `deputy-sent`. The guide lists them."""

PublicLine = Annotated[str, AfterValidator(_without_secrets), Written.LINE]
PublicProse = Annotated[str, AfterValidator(_without_secrets), Written.PROSE]


class Printed(PublicModel):
    """A person, post or body as printed on the day of the record, so that the record needs no other."""

    kind: Word
    """What it is: `person`, `post`, `organization`, `group`, `all` (every partner)."""

    id: str | None = None
    """Its public id, if it has one: that of a person is random."""

    name: PublicLine | None = None
    """The name. A person below the level of the policy has none."""

    role: PublicLine | None = None
    """The post held on that day."""

    organization: PublicLine | None = None
    """The name of the organization that the post belongs to."""

    organization_id: str | None = None
    """The id of that organization."""


class Withheld(PublicModel):
    """What the public is told of a unit that was withheld."""

    reason: Word
    """Why: a reason of the publication policy."""

    what: Word = "text"
    """How much: `text` (label, title and outcome stay) or `whole`."""

    review: str | None = None
    """When somebody will look again, as a date."""


class WithheldField(PublicModel):
    """What the public is told of a single field that was withheld."""

    field: str
    """The name of the field."""

    reason: Word
    """Why: a reason of the publication policy."""

    review: str | None = None
    """When somebody will look again, as a date."""


class PublicUnit(PublicModel):
    """Something that can be withheld, as a whole or in single fields."""

    withheld: Withheld | None = None
    """That it was withheld, and why."""

    withheld_fields: tuple[WithheldField, ...] = ()
    """The fields of it that were withheld. A field of text holds the words that stand in its place."""


class PublicRecord(PublicUnit):
    """What every public record has."""

    id: RecordId
    """Its id, which is its address and never changes."""
