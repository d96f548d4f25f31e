"""The partnership itself: its office, and what to do when worried about a child."""

from __future__ import annotations

from editions.fields import PublicRecord
from macros.arguments import partnership_of
from macros.kind import Macro, Showing, ShownKind


def _macros(showing: Showing) -> tuple[Macro, ...]:
    def office() -> str:
        """Show how to reach the partnership's office."""
        return showing.shown("office.html", partnership=partnership_of("office", showing.lookups))

    def worried() -> str:
        """Show what to do when worried about a child. It stands at the foot of every page already."""
        return showing.shown("worried.html", partnership=partnership_of("worried", showing.lookups))

    return office, worried


def _address(_: PublicRecord) -> str:
    return "partners/"


KIND = ShownKind("partnership", "The partnership", _macros, address=_address)
