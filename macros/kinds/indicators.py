"""Indicators: their pages with a table and a chart, and the list of all."""

from __future__ import annotations

from editions.kinds.indicators import PublicIndicator
from macros.arguments import entry_of
from macros.charts.figures import figures_chart
from macros.kind import Macro, Showing, ShownKind
from macros.views import indicators as indicator_views

MEASURES = {
    "people": "Number of people",
    "number": "Number",
    "percent": "Per cent",
    "rate": "Rate",
    "days": "Days",
    "weeks": "Weeks",
    "months": "Months",
    "hours": "Hours",
    "money": "Money",
    "score": "Score",
}
DIRECTIONS = {
    "higher-better": "More is better",
    "lower-better": "Less is better",
    "neither": "Neither more nor less is better by itself",
}
FREQUENCIES = {
    "monthly": "every month",
    "quarterly": "every quarter",
    "half-yearly": "every half year",
    "yearly": "every year",
    "irregular": "now and then",
}


def _macros(showing: Showing) -> tuple[Macro, ...]:
    language = showing.lookups.language
    words = {
        "period_words": lambda period: indicator_views.period_words(period, language),
        "point_words": lambda point, of: indicator_views.point_words(point, of, language),
        "figure": lambda value, of: indicator_views.figure(value, of, language),
    }
    entries = {entry.id: entry for entry in showing.lookups.dataset.of(PublicIndicator)}
    plain = showing.templates.filters["plain"]
    priorities = {entry.id: entry for entry in showing.lookups.dataset.kinds.get("priorities", ())}

    def indicator(id: str) -> str:  # noqa: A002  # The word that authors write.
        """Show an indicator: what it counts, its figures as a table and a chart, as on its own page.

        `id` is the name of its record: `indicator("first-visits")`. Numbers of people are shown coarsely,
        and nothing is worked out from the exact ones.
        """
        entry = entry_of("indicator", entries, id)
        if entry.record is None:
            return showing.shown("withdrawn.html", entry=entry)
        return showing.shown(
            "indicators/indicator.html",
            entry=entry,
            view=indicator_views.view_indicator(entry.record, language),
            chart=figures_chart(entry.record, plain, language),
            views=words,
            mentions=showing.mentions("indicators", entry.record.id),
        )

    def indicators(priority: str | None = None) -> str:
        """List the indicators by title, each with its newest figure and its target.

        `priority` keeps to one priority, by its id: `indicators(priority="neglect")`.
        """
        if priority is not None:
            entry_of("indicators", priorities, priority)
        return showing.shown(
            "indicators/list.html",
            found=indicator_views.indicators(showing.lookups, priority),
            views=words,
            withdrawn=[entry for entry in entries.values() if entry.is_withdrawn and priority is None],
        )

    def indicator_chart(id: str) -> str:  # noqa: A002  # The word that authors write.
        """Show the figures of an indicator as a picture, with its target, and as a table.

        `id` is the name of its record: `indicator_chart("first-visits")`. A percentage that is shown as a
        span is drawn from end to end. With more than twelve figures, or others to compare with, it is a line.
        """
        record = entry_of("indicator_chart", entries, id).record
        return showing.shown(
            "charts/alone.html",
            chart=figures_chart(record, plain, language) if record else None,
            without=language.gettext("There are too few figures for a picture."),
        )

    return indicator, indicators, indicator_chart


KIND = ShownKind(
    "indicators",
    "Indicators",
    _macros,
    page="indicator",
    list="indicators",
    words={"measure": MEASURES, "direction": DIRECTIONS, "frequency": FREQUENCIES},
)
