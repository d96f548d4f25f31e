"""The public form of the policy: the reasons for withholding."""

from __future__ import annotations

from editions.fields import PublicLine, PublicModel, PublicRecord, Word
from editions.kind import PublicKind
from editions.parts.figures import PublicSmallNumbers
from editions.parts.joint import PublicJointGroups
from editions.parts.local_rules import PublicLocalRule, PublicRuleSwitch
from editions.parts.promises import PublicPromptness


class PublicReason(PublicModel):
    """A reason for withholding: one entry of the policy's closed list."""

    id: str
    """The word used in marks: `[[redact personal|…]]`."""

    words: PublicLine
    """What the public reads in the notice: information about a person."""

    basis: PublicLine | None = None
    """The legal provision that it is modelled on (for instance Local Government Act 1972 Schedule 12A)."""

    interest: PublicLine | None = None
    """Why withholding serves the public better than publishing."""


class PublicCheck(PublicModel):
    """When a second person looks at what is to be published."""

    kinds: tuple[str, ...]
    """The kinds of record that this is about, or `all`."""

    change: Word = "any"
    """Which changes: new `edition`s, `minor` corrections, `any` of both, or a `takedown`, which a second
    person can only confirm afterwards."""

    second_person: Word
    """Whether the second person looks `before` publication, `within` some days after it, or not at all."""

    days: int | None = None
    """How many days, for `within`."""


class PublicRegistering(PublicModel):
    """How exactly the public register of what is withheld tells of some reasons."""

    reasons: tuple[Word, ...] = ()
    """The reasons that this is about; without any, all of them."""

    show: Word
    """`record`: each place, with a link. `year`: only about how many places in a year, because a reason
    beside a meeting and its month can already say whom it is about."""


class PublicConcealed(PublicModel):
    """About how much was concealed in the meetings and other dated records of one year."""

    year: int
    """The year. It is over."""

    roughly: Word
    """About how many items, as `pages check` proposes it. Nothing is told more exactly."""


class PublicPolicy(PublicRecord):
    """The publication policy. There is one such record: `data/policy.yml`."""

    title: PublicLine = "Publication policy"
    """Its title."""

    reasons: tuple[PublicReason, ...]
    """The closed list of reasons for withholding."""

    names_from: Word = "manager"
    """The lowest level of post whose holders are named; people below it are shown by their role."""

    checks: tuple[PublicCheck, ...] = ()
    """When a second person looks. The first entry that fits counts; without one, the second person looks
before."""

    in_register: tuple[PublicRegistering, ...] = ()
    """How exactly the public register tells of each reason. The first entry that fits counts; without one,
    each place is listed."""

    concealed: tuple[PublicConcealed, ...] = ()
    """For each year that is over, about how many items were concealed. Nothing else tells of them."""

    small_numbers: PublicSmallNumbers | None = None
    """How numbers of people are shown, if not as `1 to 7` and to the nearest five."""

    without_pdf: tuple[str, ...] = ()
    """The kinds of record of which a sign-off makes no PDF, or `all`. A PDF that was signed off stays."""

    joint: tuple[PublicJointGroups, ...] = ()
    """Groups that are shared with other areas, and who checks their records for each area."""

    rules: tuple[PublicLocalRule, ...] = ()
    """Rules that the partnership gave itself. `pages check` says whether they are kept."""

    rule_switches: tuple[PublicRuleSwitch, ...] = ()
    """Which rules of law and guidance count, where that is not as the software has it."""

    promptness: PublicPromptness | None = None
    """How soon agendas and minutes are published. The site says where one is late."""


KIND = PublicKind(name="policy", model=PublicPolicy, order=2)
