"""The partnership itself: its office, and what to do when worried about a child."""

from __future__ import annotations

from editions.fields import PublicRecord
from macros.arguments import MacroProblem, partnership_of
from macros.kind import Macro, Showing, ShownKind


def _macros(showing: Showing) -> tuple[Macro, ...]:
    def office() -> str:
        """Show how to reach the partnership's office."""
        return showing.shown("office.html", office=partnership_of("office", showing.lookups).office)

    def worried() -> str:
        """Show what to do when worried about a child. It stands at the foot of every page already."""
        return showing.shown("worried.html", partnership=partnership_of("worried", showing.lookups))

    def accessibility_statement() -> str:
        """Show the accessibility statement, out of `accessibility` of the partnership.

        Write it below the title of a page of yours, such as docs/accessibility.md.
        """
        partnership = partnership_of("accessibility_statement", showing.lookups)
        if partnership.accessibility is None:
            raise MacroProblem(
                "accessibility_statement() needs `accessibility` in data/partnership.yml, signed off."
            )
        return showing.shown(
            "accessibility.html",
            partnership=partnership,
            told=partnership.accessibility,
            office=partnership.office,
        )

    return office, worried, accessibility_statement


def _address(_: PublicRecord) -> str:
    return "partners/"


COMPLIANCE = {
    "full": "fully compliant",
    "partial": "partially compliant",
    "none": "not compliant",
}

ENFORCERS = {
    "great-britain": "The Equality and Human Rights Commission (EHRC)",
    "northern-ireland": "The Equality Commission for Northern Ireland (ECNI)",
}
"""Who enforces the accessibility regulations."""

KIND = ShownKind(
    "partnership",
    "The partnership",
    _macros,
    address=_address,
    words={"compliance": COMPLIANCE, "enforcer": ENFORCERS},
)
