"""The publication policy: the reasons for withholding, and what was withheld where."""

from __future__ import annotations

from functools import cache

from editions.fields import PublicRecord
from macros.arguments import year_of
from macros.kind import Macro, Showing, ShownKind
from macros.views import complying
from macros.views.registers import register
from macros.views.years import withheld_of


def _macros(showing: Showing) -> tuple[Macro, ...]:
    told = cache(lambda: register(showing.lookups))

    def withheld(year: int | str | None = None) -> str:
        """Show the reasons for withholding, who is named, and the register of what was withheld.

        `year` lists the places of one year and nothing else: `withheld(year=2025)`. Without it, all are
        listed; more than 400 only for the newest year, with links to the others.
        """
        part = withheld_of(showing.lookups, told().listed, year_of("withheld", year))
        if part.year is not None:
            return showing.shown("places.html", part=part)
        return showing.shown(
            "withheld.html",
            reasons=showing.lookups.reasons.values(),
            policy=showing.lookups.policy,
            register=told(),
            part=part,
        )

    def reasons() -> str:
        """List the reasons for withholding in plain words."""
        return showing.shown("reasons.html", reasons=showing.lookups.reasons.values())

    def how_we_comply() -> str:
        """Show what law, guidance and own rules ask for, with the paragraph and the records that show it.

        Nothing is shown unless `how_we_comply` in data/partnership.yml is `yes`; then there is a page of it.
        """
        lookups = showing.lookups
        return showing.shown("complying.html", view=complying.view(lookups), as_of=lookups.as_of)

    return withheld, reasons, how_we_comply


def _address(_: PublicRecord) -> str:
    return "withheld/"


KIND = ShownKind("policy", "Publication policy", _macros, address=_address)
