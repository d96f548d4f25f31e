"""What the partnership promises: how soon it publishes agendas and minutes."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from records.fields import Count, Day, Model, Public

LONGEST = 365
"""No promise is longer: it would say nothing."""


class Promptness(Model):
    """How soon the partnership promises to publish. Without a promise, nothing is ever called late."""

    agenda_days: Public[Count | None] = None
    """How many days before a meeting its agenda is published."""

    draft_days: Public[Count | None] = None
    """How many days after a meeting its minutes are published, in draft or approved."""

    approved_days: Public[Count | None] = None
    """How many days after their approval the approved minutes are published. Where no approval is on record,
    the next meeting of the group counts."""

    counted: Public[Literal["calendar-days", "working-days"]] = "calendar-days"
    """Which days are counted. Working days are Monday to Friday, without those under `closed`."""

    closed: Public[tuple[Day, ...]] = ()
    """Other days on which nobody works: bank holidays, the days when the office is closed."""

    since: Public[Day | None] = None
    """The first day of a meeting for which the promise holds; without it, it holds for all."""

    @model_validator(mode="after")
    def _useful(self) -> Self:
        promised = {name: getattr(self, name) for name in ("agenda_days", "draft_days", "approved_days")}
        if all(days is None for days in promised.values()):
            raise PydanticCustomError("promise_empty", "nothing promised")
        for name, days in promised.items():
            if days is not None and not 1 <= days <= LONGEST:
                raise PydanticCustomError("promise_days", "silly", {"name": name, "most": LONGEST})
        if self.closed and self.counted != "working-days":
            raise PydanticCustomError(
                "goes_with", "goes with", {"first": "closed", "second": "counted: working-days"}
            )
        return self
