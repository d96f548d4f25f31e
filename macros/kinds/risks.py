"""Risk registers: their pages, and the list of all."""

from __future__ import annotations

from editions.kinds.risks import PublicRegister
from macros.arguments import entry_of
from macros.kind import Macro, Showing, ShownKind
from macros.views import risks as risk_views

COMBINING = {
    "multiply": "likelihood times impact",
    "add": "likelihood plus impact",
    "side-by-side": "likelihood and impact side by side",
    "matrix": "read off a table",
}
RESPONSES = {
    "tolerate": "Live with it",
    "treat": "Make it smaller",
    "transfer": "Hand it on",
    "terminate": "Stop what causes it",
}
TRENDS = {
    "new": "New",
    "better": "Getting better",
    "steady": "Unchanged",
    "worse": "Getting worse",
    "closed": "Closed",
}
STATES = {
    "not-started": "Not begun",
    "open": "Open",
    "in-progress": "In progress",
    "late": "Late",
    "done": "Done",
    "dropped": "Dropped",
    "superseded": "Replaced by another",
}


def _macros(showing: Showing) -> tuple[Macro, ...]:
    entries = {entry.id: entry for entry in showing.lookups.dataset.of(PublicRegister)}

    def risk_register(id: str) -> str:  # noqa: A002  # The word that authors write.
        """Show a risk register: all its risks with scores, controls and actions, as on its own page.

        `id` is the name of its record: `risk_register("register-2026")`.
        """
        entry = entry_of("risk_register", entries, id)
        if entry.record is None:
            return showing.shown("withdrawn.html", entry=entry)
        register = entry.record
        return showing.shown(
            "risks/register.html",
            entry=entry,
            register=register,
            risks=risk_views.view_risks(register, closed=False),
            closed=risk_views.view_risks(register, closed=True),
            grids={grid.scheme.id: grid for grid in risk_views.grids(register)},
            showing=showing,
            mentions=showing.mentions("risks", register.id),
        )

    def risks() -> str:
        """List the risk registers, the newest first, each with the risks that are open in it."""
        return showing.shown(
            "risks/list.html",
            found=[
                (register, risk_views.view_risks(register, closed=False))
                for register in risk_views.registers(showing.lookups)
            ],
            withdrawn=[entry for entry in entries.values() if entry.is_withdrawn],
        )

    return risk_register, risks


KIND = ShownKind(
    "risks",
    "Risks",
    _macros,
    page="risk_register",
    list="risks",
    is_document=True,
    words={
        "scoring": COMBINING,
        "risk-term": {word: word for word in RESPONSES},
        "risk-response": RESPONSES,
        "risk-trend": TRENDS,
        "risk-action": STATES,
    },
)
