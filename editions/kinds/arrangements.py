"""The public form of published arrangements."""

from __future__ import annotations

from editions.fields import ArrangementsId, DocumentId, PublicLine, PublicProse, RiskId
from editions.kind import PublicKind
from editions.parts.actions import PublicParty
from editions.parts.arranging import (
    PublicChildDeathReview,
    PublicEscalationStep,
    PublicFunding,
    PublicJointWork,
    PublicLawInForce,
    PublicOption,
    PublicPlaceInStructure,
    PublicRoleContact,
    PublicStep,
)
from editions.parts.clauses import PublicClause
from editions.parts.issued import PublicIssued
from editions.parts.partners import (
    PublicRelevantAgency,
    PublicSafeguardingPartner,
    PublicScrutinyRole,
    PublicSignOff,
)

BINDS_NOBODY = frozenset({"draft", "consultation", "withdrawn"})
"""The states of a version that is not in force, whatever its days say."""


class PublicArrangements(PublicIssued):
    """One version of the arrangements that the safeguarding partners publish (Children Act 2004 s16G)."""

    partnership_name: PublicLine | None = None
    """What the partnership is called under these arrangements."""

    in_force_from: str | None = None
    """The first day on which they are in force; missing for a proposal."""

    in_force_until: str | None = None
    """The last day; missing while nothing has replaced them."""

    replaces: ArrangementsId | None = None
    """The version that they replace."""

    replaces_words: PublicLine | None = None
    """What they replace, where there is no record of it: the former safeguarding board."""

    authors: tuple[PublicParty, ...] = ()
    """Who wrote them, and from whom they come."""

    areas: tuple[PublicLine, ...] = ()
    """The area or areas for which they are made."""

    laws: tuple[PublicLawInForce, ...] = ()
    """The law and guidance on which they rest, as it was in force."""

    partners: tuple[PublicSafeguardingPartner, ...] = ()
    """The safeguarding partners, who leads for each, and to whom that is delegated."""

    signed: tuple[PublicSignOff, ...] = ()
    """Who signed them, and when."""

    structure: PublicProse | None = None
    """How the groups fit together, in words."""

    groups: tuple[PublicPlaceInStructure, ...] = ()
    """The groups, in the order in which they should be shown."""

    joint_work: tuple[PublicJointWork, ...] = ()
    """What is done together with other areas."""

    options: tuple[PublicOption, ...] = ()
    """The options that were considered."""

    scrutiny: tuple[PublicScrutinyRole, ...] = ()
    """Who looks at the partnership from outside, and at what."""

    agencies: tuple[PublicRelevantAgency, ...] = ()
    """The relevant agencies, each with its sector and why it was chosen."""

    agencies_note: PublicProse | None = None
    """How the list of agencies was made, and when it is looked at again."""

    thresholds: tuple[DocumentId, ...] = ()
    """The threshold document that applies."""

    funding: PublicFunding | None = None
    """How the partnership is paid for."""

    child_deaths: PublicChildDeathReview | None = None
    """How the deaths of children are reviewed."""

    disputes: tuple[PublicEscalationStep, ...] = ()
    """How disputes between partners are settled, step by step."""

    preparation: tuple[PublicStep, ...] = ()
    """How the arrangements were prepared."""

    consultation: tuple[PublicStep, ...] = ()
    """Who was consulted when, and what came of it."""

    timetable: tuple[PublicStep, ...] = ()
    """When each part is approved, published and carried out."""

    risks: tuple[RiskId, ...] = ()
    """The risks that go with the arrangements."""

    contacts: tuple[PublicRoleContact, ...] = ()
    """Whom to turn to, by role."""

    clauses: tuple[PublicClause, ...] = ()
    """The arrangements themselves, clause by clause."""


KIND = PublicKind(name="arrangements", model=PublicArrangements, order=11, parts={"clauses": PublicClause})
