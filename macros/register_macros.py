"""The macros of the two registers that meetings fill: the ledger of actions, and the decisions."""

from __future__ import annotations

from collections.abc import Mapping

from macros.arguments import MacroProblem, check_group, day_of, number, one_of, year_of
from macros.charts.actions import actions_chart as chart_of_actions
from macros.kind import Macro, Showing
from macros.language.words import DECISIONS
from macros.views import decisions as decision_views
from macros.views import ledger as ledger_views
from macros.views import years
from macros.views.filters import ACTIONS_TITLES, DECISIONS_TITLES, action_filters, decision_filters


def decision_macros(showing: Showing) -> tuple[Macro, ...]:
    """Return the macros of decisions."""

    def decisions(
        last: int | None = None,
        year: int | str | None = None,
        kind: str | None = None,
        group: str | None = None,
        state: str | None = None,
    ) -> str:
        """List decisions with a link to each, those of the newest meeting first.

        `last` is how many: `decisions(last=5)`. `year` keeps to one year: `decisions(year=2025)`. `kind`
        keeps to one kind (`decisions(kind="approved")`), `group` to the meetings of one group, by its id, and
        `state` to those made `between-meetings` or since `replaced`. Without them, all are listed; more than
        400 only for the newest year, with links to the others.
        """
        number("decisions", "last", last)
        check_group("decisions", showing.lookups, group)
        kind = one_of("decisions", "kind", kind, DECISIONS)
        state = one_of("decisions", "state", state, DECISIONS_TITLES)
        register = showing.rulings()
        found = decision_views.chosen(register, kind, group, state)
        limited = [each for each in (("kind", kind), ("group", group), ("state", state)) if each[1]]
        if last is not None and year is None:
            part = years.Part(tuple(found[:last]))
        elif limited and year is None:
            part = years.newest_of(found)
        else:
            part = years.decisions_of(found[:last], year_of("decisions", year))
        return showing.shown(
            "decisions.html",
            part=part,
            register=register,
            filters=decision_filters(showing.lookups, register) if last is None else (),
            here=limited[0] if len(limited) == 1 else None,
            total=len(register),
        )

    return (decisions,)


def action_macros(showing: Showing) -> tuple[Macro, ...]:
    """Return the macros of actions."""

    def actions(
        group: str | None = None,
        year: int | str | None = None,
        state: str | None = None,
        agency: str | None = None,
        on: str | None = None,
    ) -> str:
        """List actions with owners, dates, how each stands and its whole story, the newest meeting first.

        `group` keeps to one group, by its id: what it agreed, and what was given to it. `agency` keeps to
        those of one organization, or `all` for all partners; `state` to `open`, `overdue` or `closed`; `year`
        to one year. `on` tells how they stood on a day: `actions(state="open", on="2026-03-31")`. Without
        any, all are listed; of more than 400 those of the newest year and those still open, with links to
        the years.
        """
        check_group("actions", showing.lookups, group)
        _check_agency("actions", showing, agency)
        state = one_of("actions", "state", state, ACTIONS_TITLES)
        day = day_of("actions", on) if on is not None else None
        ledger = ledger_views.ledger(showing.lookups, day) if day else showing.ledger()
        found = ledger.of(state, group, agency)
        limited = [each for each in (("group", group), ("state", state), ("agency", agency)) if each[1]]
        if (limited or day) and year is None:
            part = years.newest_of(found)
        else:
            part = years.actions_of(found, year_of("actions", year))
        charted = state is None and year is None and day is None
        return showing.shown(
            "actions.html",
            part=part,
            ledger=ledger,
            lookups=showing.lookups,
            chart=chart_of_actions(showing.lookups, found, _named(showing, group, agency))
            if charted
            else None,
            filters=() if day else action_filters(showing.lookups, ledger),
            here=limited[0] if len(limited) == 1 else None,
            older=() if limited or year is not None else ledger.older,
        )

    def actions_chart(group: str | None = None) -> str:
        """Show actions as a picture and as a table: how long ago they were agreed, and how they stand.

        `group` keeps to one group, by its id: `actions_chart(group="executive")`. They are counted on the
        day of the newest edition of all. One without news counts as open.
        """
        check_group("actions_chart", showing.lookups, group)
        return showing.shown(
            "charts/alone.html",
            chart=chart_of_actions(
                showing.lookups, showing.ledger().of(group=group), _named(showing, group, None)
            ),
            without=showing.lookups.language.gettext("No actions are published yet."),
        )

    return actions, actions_chart


def _check_agency(macro: str, showing: Showing, wanted: object) -> None:
    """Raise MacroProblem unless this is the id of a public organization, `all`, or nothing."""
    known = {each for kind, each in showing.lookups.by_id if kind == "organizations"} | {ledger_views.ALL}
    if wanted is not None and wanted not in known:
        raise MacroProblem(f"{macro}(agency=…) needs one of these ids: {', '.join(sorted(known))}.")


def _named(showing: Showing, group: str | None, agency: str | None) -> tuple[str, str] | None:
    """Return the id and the name, in plain words, of what a picture is limited to; None without a limit."""
    if agency == ledger_views.ALL:
        return ledger_views.ALL, showing.lookups.language.gettext("All partners")
    by_id: Mapping[tuple[str, str], object] = showing.lookups.by_id
    key = ("groups", group) if group is not None else ("organizations", agency or "")
    record = getattr(by_id.get(key), "record", None)
    return (record.id, showing.templates.filters["plain"](record.name)) if record is not None else None
