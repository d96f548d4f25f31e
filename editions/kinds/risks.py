"""The public form of risk registers."""

from __future__ import annotations

from editions.fields import Printed, PublicProse, RiskId
from editions.kind import PublicKind
from editions.parts.issued import PublicIssued
from editions.parts.risks import PublicRisk
from editions.parts.scoring import PublicScheme


class PublicRegister(PublicIssued):
    """A risk register as it stood on a day."""

    as_of: str
    """The day on which it stood so."""

    group: Printed | None = None
    """The group that keeps it."""

    replaces: RiskId | None = None
    """The register before it."""

    appetite: PublicProse | None = None
    """How much risk the partners are ready to carry."""

    schemes: tuple[PublicScheme, ...] = ()
    """How its risks are scored: one way, or several."""

    risks: tuple[PublicRisk, ...] = ()
    """The risks, in the order of the document."""


KIND = PublicKind(
    name="risks",
    model=PublicRegister,
    order=13,
    parts={"register-risks": PublicRisk, "schemes": PublicScheme},
)
