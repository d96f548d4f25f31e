"""The public form of decisions and actions, their owners, and news of earlier ones."""

from __future__ import annotations

from editions.fields import (
    ActionId,
    DecisionId,
    PlanActionId,
    Printed,
    PublicLine,
    PublicModel,
    PublicProse,
    PublicUnit,
    RecommendationId,
    RecordId,
    Word,
)


class PublicParty(PublicModel):
    """Somebody who owns, presents, proposes: on record, or only as printed."""

    who: Printed | None = None
    """A person, post, group or organization by id, or `all` for all partners."""

    name: PublicLine | None = None
    """As printed, where there is no record: an outside body, a team, bare initials."""

    through: Printed | None = None
    """Who helps, or through whom it is done."""

    note: PublicLine | None = None
    """Anything else that is printed beside it."""


class PublicVote(PublicModel):
    """How a vote went."""

    in_favour: int | None = None
    """Votes for."""

    against: int | None = None
    """Votes against."""

    abstained: int | None = None
    """Abstentions."""

    absent: int | None = None
    """Members who were not there."""

    unanimous: bool | None = None
    """Whether nobody was against."""

    casting_vote: Printed | None = None
    """Who gave the casting vote."""

    note: PublicLine | None = None
    """Who abstained and why; votes by name as printed."""


class PublicDecision(PublicUnit):
    """Something the meeting settled."""

    anchor = "decision-"

    id: RecordId
    """Id within the meeting: `#decision-` and this is its address."""

    label: PublicLine | None = None
    """The number as printed."""

    kind: Word | None = None
    """What sort of decision."""

    text: PublicProse
    """What was decided."""

    also_printed: tuple[PublicProse, ...] = ()
    """Other wordings of it in the same minutes."""

    condition: PublicProse | None = None
    """What it is subject to."""

    reference: PublicLine | None = None
    """A reference number of the partnership's own."""

    review: str | None = None
    """When it is to be looked at again."""

    to: tuple[PublicParty, ...] = ()
    """To whom it is recommended."""

    proposer: Printed | None = None
    """Who proposed it."""

    seconder: Printed | None = None
    """Who seconded it."""

    vote: PublicVote | None = None
    """How the vote went."""

    without_objection: bool = False
    """Whether it passed because nobody objected."""

    implied: bool = False
    """Whether it stands in the minutes without being set apart as a decision."""

    between_meetings: PublicLine | None = None
    """How and when, if it was made between meetings, as printed: by e-mail, 3 March 2026."""

    on: str | None = None
    """The day on which it was made, if that is not the day of the meeting."""

    means: Word | None = None
    """By what means, if it was made between meetings."""

    replaces: DecisionId | None = None
    """The earlier decision that it replaces. That one then says by which it was replaced."""

    reverses: DecisionId | None = None
    """The earlier decision that it takes back. That one then says by which it was reversed."""

    plan_actions: tuple[PlanActionId, ...] = ()
    """The actions of plans that it carries out."""

    recommendations: tuple[RecommendationId, ...] = ()
    """The recommendations of reports and reviews that it carries out."""


class PublicAction(PublicUnit):
    """Something that somebody is to do."""

    anchor = "action-"

    id: RecordId
    """Id within the meeting: `#action-` and this is its address."""

    label: PublicLine | None = None
    """The number as printed; it may repeat."""

    text: PublicProse
    """What is to be done."""

    also_printed: tuple[PublicProse, ...] = ()
    """Other wordings of it in the same minutes."""

    owners: tuple[PublicParty, ...] = ()
    """Who is to do it, in the order printed."""

    due: str | None = None
    """By when: a day, month or year."""

    due_words: PublicLine | None = None
    """By when, in words: by the next meeting, as soon as possible, ongoing."""

    priority: Word | None = None
    """How pressing it is, where the minutes say it."""

    status: Word | None = None
    """How it stood when these minutes were written."""

    status_words: PublicLine | None = None
    """The status as printed."""

    superseded_by: ActionId | None = None
    """The action that took its place, where its status is `superseded`."""

    origin: PublicLine | None = None
    """Where it comes from, if it is older than this meeting: page 5 of the previous minutes."""

    since: str | None = None
    """When it was first agreed, if it is older than this meeting. Its age is counted from then."""

    implied: bool = False
    """Whether the minutes agree on it without listing it as an action."""

    decisions: tuple[DecisionId, ...] = ()
    """The decisions that it carries out, of this meeting or of another."""

    plan_actions: tuple[PlanActionId, ...] = ()
    """The actions of plans that it carries out."""

    recommendations: tuple[RecommendationId, ...] = ()
    """The recommendations of reports and reviews that it carries out."""


class PublicUpdate(PublicUnit):
    """News of an action of an earlier meeting."""

    action: ActionId | None = None
    """The action, by meeting and action id."""

    about: PublicLine | None = None
    """What it is about, if it is older than the records: page 5 of the previous minutes."""

    label: PublicLine | None = None
    """The number of the older action as printed, where there is no record of it."""

    text: PublicProse | None = None
    """What was to be done, where there is no record of it."""

    owners: tuple[PublicParty, ...] = ()
    """Who has it from now on, if that changed; who was to do it, where there is no record of it."""

    status: Word | None = None
    """How it stands now."""

    status_words: PublicLine | None = None
    """The status as printed."""

    on: str | None = None
    """The day of the news, if it is not the day of the meeting."""

    due: str | None = None
    """The new date, if it was put off or brought forward: a day, month or year."""

    due_words: PublicLine | None = None
    """The new date in words."""

    superseded_by: ActionId | None = None
    """The action that took its place, where its status is `superseded`."""

    note: PublicProse | None = None
    """What was reported."""
