"""The publication policy: the reasons for withholding, and what was withheld where."""

from __future__ import annotations

from editions.fields import PublicRecord
from macros.kind import Macro, Showing, ShownKind
from macros.views.registers import register


def _macros(showing: Showing) -> tuple[Macro, ...]:
    def withheld() -> str:
        """Show the reasons for withholding, who is named, and the register of what was withheld."""
        return showing.shown(
            "withheld.html",
            reasons=showing.lookups.reasons.values(),
            policy=showing.lookups.policy,
            register=register(showing.lookups),
        )

    def reasons() -> str:
        """List the reasons for withholding in plain words."""
        return showing.shown("reasons.html", reasons=showing.lookups.reasons.values())

    return withheld, reasons


def _address(_: PublicRecord) -> str:
    return "withheld/"


KIND = ShownKind("policy", "Publication policy", _macros, address=_address)
