"""Priorities: their pages, across all plans, and the list of them."""

from __future__ import annotations

from editions.kinds.priorities import PublicPriority
from macros.arguments import MacroProblem, entry_of
from macros.charts.progress import priority_chart
from macros.kind import Macro, Showing, ShownKind
from macros.views import plans as plan_views
from macros.views.gaps import GAPS
from macros.views.stories import TOLD, story
from macros.views.threads import RELATIONS, SORTS


def _macros(showing: Showing) -> tuple[Macro, ...]:
    lookups = showing.lookups
    plain = showing.templates.filters["plain"]
    entries = {entry.id: entry for entry in lookups.dataset.of(PublicPriority)}

    def priority(id: str) -> str:  # noqa: A002  # The word that authors write.
        """Show a priority across all plans: why it matters, what is done for it, where it was discussed.

        `id` is the name of its record: `priority("neglect")`.
        """
        entry = entry_of("priority", entries, id)
        if entry.record is None:
            return showing.shown("withdrawn.html", entry=entry)
        named = showing.mentions("priorities", entry.id)
        return showing.shown(
            "priorities/priority.html",
            entry=entry,
            view=(view := plan_views.view_priority(lookups, entry.record, named)),
            chart=priority_chart(view, plain, lookups.language),
            lookups=lookups,
            others=[each for each in view.discussed if each[1].kind not in SORTS],
            told=story(lookups, showing.thread(), entry.record),
        )

    def priorities(current: bool | None = None, short: bool = False) -> str:  # noqa: FBT001, FBT002  # Words that authors write, always with their names.
        """List the priorities with how the actions for each stand in the plans of today.

        `current=True` keeps to those of today and `current=False` to those that have ended. `short=True`
        lists those of today in a line each, for a home page: `priorities(short=True)`.
        """
        for name, value in (("current", current), ("short", short)):
            if value is not None and not isinstance(value, bool):
                raise MacroProblem(f"priorities({name}=…) needs True or False, without quotation marks.")
        views = plan_views.view_priorities(lookups)
        now = [view for view in views if plan_views.is_of_today(lookups, view)]
        coming = [view for view in views if not plan_views.has_begun(lookups, view.priority.since)]
        ended = [view for view in views if view.ended]
        return showing.shown(
            "priorities/list.html",
            short=short,
            now=now if current is not False else [],
            coming=coming if current is None and not short else [],
            ended=ended if not current and not short else [],
            withdrawn=[each for each in entries.values() if each.is_withdrawn]
            if current is None and not short
            else [],
        )

    return priority, priorities


KIND = ShownKind(
    "priorities",
    "Priorities",
    _macros,
    page="priority",
    list="priorities",
    words={"thread": SORTS, "relation": RELATIONS, "story": TOLD, "gap": GAPS},
)
