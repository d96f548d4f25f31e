"""The macros that tell of people, bodies and minutes in time: who was who, and how soon minutes came out."""

from __future__ import annotations

from macros.arguments import period_of
from macros.charts.promptness import promptness_chart as chart_of_promptness
from macros.kind import Macro, Showing
from macros.views import offices as office_views
from macros.views import promptness as promptness_views


def macros_in_time(showing: Showing) -> tuple[Macro, ...]:
    """Return the macros about people and minutes in time."""
    plain = showing.templates.filters["plain"]

    def who_was_who(on: int | str | None = None) -> str:
        """Say who chaired each group and who held each post, when, and which bodies followed which.

        `on` keeps to a day, a month or a year: `who_was_who(on="2025-06")`. Persons stand here only with the
        posts and seats for which they are named in public.
        """
        period = period_of("who_was_who", on)
        return showing.shown(
            "who_was_who.html",
            on=period,
            view=office_views.offices(showing.lookups, period),
            before=office_views.predecessors(showing.lookups.dataset),
            as_of=showing.lookups.as_of,
        )

    def promptness() -> str:
        """Show how soon agendas and minutes are published, what was promised, and what is late."""
        found = promptness_views.timings(showing.lookups)
        return showing.shown(
            "promptness.html",
            promise=promptness_views.promise_of(showing.lookups),
            timings=found,
            late=[each for each in found if each.late is not None],
            years=promptness_views.years(found),
            chart=chart_of_promptness(showing.lookups, plain),
            as_of=showing.lookups.as_of,
        )

    def promptness_chart() -> str:
        """Show as a picture and as a table how many days passed from each meeting to its minutes."""
        return showing.shown(
            "charts/alone.html",
            chart=chart_of_promptness(showing.lookups, plain),
            without=showing.lookups.language.gettext("There are too few meetings for a picture."),
        )

    return who_was_who, promptness, promptness_chart
