"""The public form of the pieces of published arrangements."""

from __future__ import annotations

from editions.fields import (
    Amount,
    BudgetId,
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


class PublicLawInForce(PublicModel):
    """A law or guidance on which the arrangements rest."""

    title: PublicLine
    """Its title."""

    kind: Word | None = None
    """What sort of text it is."""

    provision: PublicLine | None = None
    """Which part of it: sections 16E to 16L."""

    date: str | None = None
    """Of when the text is that was followed."""

    address: str | None = None
    """Where it can be read."""

    note: PublicLine | None = None
    """What it asks for."""


class PublicPlaceInStructure(PublicUnit):
    """A group, and its place in the structure that the arrangements set up."""

    group: Printed | None = None
    """The group."""

    name: PublicLine | None = None
    """The group, where there is no record of it."""

    role: Word | None = None
    """Its place: `answers-to` for a board to which the partnership answers, `leads` for the executive."""

    joint_with: tuple[PublicLine, ...] = ()
    """The areas with which it is shared."""

    chair: PublicLine | None = None
    """Who chairs it, and how the chair changes."""

    frequency: PublicLine | None = None
    """How often it meets."""

    takes_over_from: PublicLine | None = None
    """What did its work before."""

    text: PublicProse | None = None
    """What it does."""


class PublicJointWork(PublicUnit):
    """Work that is shared with another area."""

    area: PublicLine | None = None
    """The other area or areas."""

    partners: tuple[PublicParty, ...] = ()
    """With whom."""

    subjects: tuple[PublicLine, ...] = ()
    """On what, one subject a line."""

    text: PublicProse | None = None
    """How, and why."""


class PublicOption(PublicUnit):
    """A way of arranging things that was considered."""

    anchor = "option-"

    id: RecordId
    """Id within the arrangements: `#option-` and this is its address."""

    label: PublicLine | None = None
    """The number as printed."""

    title: PublicLine | None = None
    """The option in a few words. One without a printed title or number is shown as Option 1, Option 2."""

    text: PublicProse | None = None
    """What it would have meant."""

    reasons_for: PublicProse | None = None
    """What spoke for it."""

    reasons_against: PublicProse | None = None
    """What spoke against it."""

    outcome: Word | None = None
    """What became of it."""

    why: PublicProse | None = None
    """Why it was chosen, or was not."""


class PublicPledgedContribution(PublicUnit):
    """What a partner gives to the partnership under the arrangements."""

    from_whom: PublicParty | None = None
    """Who gives it."""

    year: str | None = None
    """For which year."""

    given_in: Word | None = None
    """Whether it is money, or something else: rooms, time."""

    amount: Amount | None = None
    """How much, or what it is worth."""

    what: PublicLine | None = None
    """What it is, or is for."""


class PublicFunding(PublicUnit):
    """How the partnership is paid for and supported."""

    text: PublicProse | None = None
    """How the shares are found, and who agrees them."""

    contributions: tuple[PublicPledgedContribution, ...] = ()
    """What each partner gives, by year."""

    staff: PublicProse | None = None
    """Who works for the partnership."""

    review: str | None = None
    """When the shares are to be looked at again."""

    review_words: PublicLine | None = None
    """How and when, in words."""

    budgets: tuple[BudgetId, ...] = ()
    """The budgets in full."""


class PublicChildDeathReview(PublicUnit):
    """How the deaths of children are reviewed."""

    partners: tuple[PublicParty, ...] = ()
    """The child death review partners."""

    areas: tuple[PublicLine, ...] = ()
    """The areas that review together."""

    panel: PublicLine | None = None
    """The panel that reviews."""

    led_by: tuple[PublicParty, ...] = ()
    """Who leads on it."""

    text: PublicProse | None = None
    """How it is done, and how the partnership learns from it."""


class PublicEscalationStep(PublicUnit):
    """A step of settling a dispute between partners."""

    label: PublicLine | None = None
    """The number as printed."""

    text: PublicProse
    """What is done."""

    who: tuple[PublicParty, ...] = ()
    """Who does it."""

    within: PublicLine | None = None
    """By when: five working days."""


class PublicReplies(PublicModel):
    """How many replies to a consultation came from whom."""

    who: PublicLine
    """From whom: schools, parents."""

    number: int
    """How many replies."""


class PublicStep(PublicUnit):
    """A step on the way: a meeting that prepared, a consultation, an approval, the first day of something."""

    date: str | None = None
    """When, or from when."""

    until: str | None = None
    """The last day, if it took several."""

    date_words: PublicLine | None = None
    """When, in words: by the end of June."""

    what: PublicLine
    """What was done, or will be."""

    who: tuple[PublicParty, ...] = ()
    """Who was asked or met; who is to do it."""

    meeting: MeetingId | None = None
    """The meeting, if there is a record of it."""

    status: Word | None = None
    """How it stands."""

    replies: int | None = None
    """How many replies came in all."""

    replies_from: tuple[PublicReplies, ...] = ()
    """From whom they came."""

    said: PublicProse | None = None
    """What was said."""

    outcome: PublicProse | None = None
    """What came of it."""


class PublicRoleContact(PublicUnit):
    """Whom to turn to, by role and never by the name of a person."""

    about: PublicLine
    """For what: worried about a child, questions about these arrangements."""

    who: tuple[PublicParty, ...] = ()
    """Whom it reaches: a post, a body, a team."""

    telephone: str | None = None
    """The number of the role."""

    email: str | None = None
    """The address of the role, never a person's."""

    website: str | None = None
    """The page."""

    note: PublicLine | None = None
    """When it answers, or for whom it is."""
