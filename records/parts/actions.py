"""Decisions and actions, who owns them, and news of earlier ones."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from records.fields import (
    ActionRef,
    Answer,
    Count,
    Day,
    DecisionRef,
    Id,
    Line,
    Model,
    PartialDay,
    PartyRef,
    PlanActionRef,
    Prose,
    Public,
    RecommendationRef,
    in_short,
    one_or_more,
)
from records.withholding import Withholdable

ActionStatus = Literal[
    "open",
    "in-progress",
    "done",
    "closed",
    "overdue",
    "carried-over",
    "superseded",
    "dropped",
    "no-longer-needed",
]
"""How an action stands, in the words of records."""


class Party(Model):
    """Somebody who owns, presents, proposes: on record, or only as printed."""

    who: Public[PartyRef | None] = None
    """A person, post, group or organization by id, or `all` for all partners."""

    name: Public[Line | None] = None
    """As printed, where there is no record: an outside body, a team, bare initials."""

    through: Public[PartyRef | None] = None
    """Who helps, or through whom it is done."""

    note: Public[Line | None] = None
    """Anything else that is printed beside it."""

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if (self.who is None) == (self.name is None):
            raise PydanticCustomError("one_of", "one of two", {"first": "who", "second": "name"})
        return self


Parties = Annotated[tuple[Annotated[Party, in_short("who")], ...], one_or_more()]


class Vote(Model):
    """How a vote went."""

    in_favour: Public[Count | None] = None
    """Votes for."""

    against: Public[Count | None] = None
    """Votes against."""

    abstained: Public[Count | None] = None
    """Abstentions."""

    absent: Public[Count | None] = None
    """Members who were not there."""

    unanimous: Public[Answer | None] = None
    """Whether nobody was against."""

    casting_vote: Public[PartyRef | None] = None
    """Who gave the casting vote."""

    note: Public[Line | None] = None
    """Who abstained and why; votes by name as printed."""


ENDED = frozenset({"done", "closed", "superseded", "dropped", "no-longer-needed"})
"""States of an action of which nothing more is expected."""


def _check_superseded(status: str, by: str | None) -> None:
    """Raise PydanticCustomError where an action that still stands says what took its place."""
    if by is not None and status != "superseded":
        raise PydanticCustomError(
            "goes_with", "goes with", {"first": "superseded_by", "second": "status: superseded"}
        )


class Decision(Withholdable):
    """Something the meeting settled."""

    id: Public[Id]
    """Id within the meeting: `#decision-` and this is its address."""

    label: Public[Line | None] = None
    """The number as printed."""

    kind: Public[
        Literal[
            "decided",
            "agreed",
            "approved",
            "adopted",
            "ratified",
            "noted",
            "recommended",
            "resolved",
            "in-principle",
            "subject-to",
            "deferred",
            "rejected",
            "withdrawn",
        ]
        | None
    ] = None
    """What sort of decision, where the minutes say it."""

    text: Public[Prose]
    """What was decided."""

    also_printed: Public[tuple[Prose, ...]] = ()
    """Other wordings of it in the same minutes."""

    condition: Public[Prose | None] = None
    """What it is subject to."""

    reference: Public[Line | None] = None
    """A reference number of the partnership's own."""

    review: Public[PartialDay | None] = None
    """When it is to be looked at again."""

    to: Public[Parties] = ()
    """To whom it is recommended."""

    proposer: Public[PartyRef | None] = None
    """Who proposed it."""

    seconder: Public[PartyRef | None] = None
    """Who seconded it."""

    vote: Public[Vote | None] = None
    """How the vote went."""

    without_objection: Public[Answer] = False
    """Whether it passed because nobody objected."""

    implied: Public[Answer] = False
    """Whether it stands in the minutes without being set apart as a decision."""

    between_meetings: Public[Line | None] = None
    """How and when, if it was made between meetings, as printed: by e-mail, 3 March 2026."""

    on: Public[Day | None] = None
    """The day on which it was made, if that is not the day of the meeting."""

    means: Public[Literal["by-email", "by-phone", "online", "in-writing", "by-the-chair"] | None] = None
    """By what means, if it was made between meetings."""

    replaces: Public[DecisionRef | None] = None
    """The earlier decision that it replaces. That one then says by which it was replaced."""

    reverses: Public[DecisionRef | None] = None
    """The earlier decision that it takes back. That one then says by which it was reversed."""

    plan_actions: Public[Annotated[tuple[PlanActionRef, ...], one_or_more()]] = ()
    """The actions of plans that it carries out."""

    recommendations: Public[Annotated[tuple[RecommendationRef, ...], one_or_more()]] = ()
    """The recommendations of reports and reviews that it carries out."""


class Action(Withholdable):
    """Something that somebody is to do."""

    id: Public[Id]
    """Id within the meeting: `#action-` and this is its address."""

    label: Public[Line | None] = None
    """The number as printed; it may repeat."""

    text: Public[Prose]
    """What is to be done."""

    also_printed: Public[tuple[Prose, ...]] = ()
    """Other wordings of it in the same minutes."""

    owners: Public[Parties] = ()
    """Who is to do it, in the order printed."""

    due: Public[PartialDay | None] = None
    """By when: a day, month or year."""

    due_words: Public[Line | None] = None
    """By when, in words: by the next meeting, as soon as possible, ongoing."""

    priority: Public[Literal["high", "medium", "low"] | None] = None
    """How pressing it is, where the minutes say it."""

    status: Public[ActionStatus] = "open"
    """How it stood when these minutes were written."""

    status_words: Public[Line | None] = None
    """The status as printed."""

    superseded_by: Public[ActionRef | None] = None
    """The action that took its place, where its status is `superseded`."""

    origin: Public[Line | None] = None
    """Where it comes from, if it is older than this meeting: page 5 of the previous minutes."""

    since: Public[PartialDay | None] = None
    """When it was first agreed, if it is older than this meeting. Its age is counted from then."""

    implied: Public[Answer] = False
    """Whether the minutes agree on it without listing it as an action."""

    decisions: Public[Annotated[tuple[DecisionRef, ...], one_or_more()]] = ()
    """The decisions that it carries out, of this meeting or of another."""

    plan_actions: Public[Annotated[tuple[PlanActionRef, ...], one_or_more()]] = ()
    """The actions of plans that it carries out."""

    recommendations: Public[Annotated[tuple[RecommendationRef, ...], one_or_more()]] = ()
    """The recommendations of reports and reviews that it carries out."""

    @model_validator(mode="after")
    def _superseded(self) -> Self:
        _check_superseded(self.status, self.superseded_by)
        return self


class Update(Withholdable):
    """News of an action of an earlier meeting."""

    action: Public[ActionRef | None] = None
    """The action, by meeting and action id."""

    about: Public[Line | None] = None
    """What it is about, if it is older than the records: page 5 of the previous minutes."""

    label: Public[Line | None] = None
    """The number of the older action as printed, where there is no record of it."""

    text: Public[Prose | None] = None
    """What was to be done, where there is no record of it."""

    owners: Public[Parties] = ()
    """Who has it from now on, if that changed; who was to do it, where there is no record of it."""

    status: Public[Literal[ActionStatus, "reopened", "no-update"]]
    """How it stands now."""

    status_words: Public[Line | None] = None
    """The status as printed."""

    on: Public[Day | None] = None
    """The day of the news, if it is not the day of the meeting."""

    due: Public[PartialDay | None] = None
    """The new date, if it was put off or brought forward: a day, month or year."""

    due_words: Public[Line | None] = None
    """The new date in words."""

    superseded_by: Public[ActionRef | None] = None
    """The action that took its place, where its status is `superseded`."""

    note: Public[Prose | None] = None
    """What was reported."""

    @model_validator(mode="after")
    def _about_something(self) -> Self:
        _check_superseded(self.status, self.superseded_by)
        if self.action is None and self.about is None and self.text is None:
            raise PydanticCustomError("one_of", "one of two", {"first": "action", "second": "about"})
        return self
