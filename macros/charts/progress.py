"""How the actions of plans stand, as a bar for each priority or each plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from editions.kinds.plans import PublicPlanPriority
from editions.kinds.priorities import PublicPriority
from macros.charts.charts import Chart
from macros.charts.marks import Row, bars, scale_of, stacked, swatch
from macros.language.languages import ENGLISH, Language
from macros.views.lookups import Lookups
from macros.views.plans import PlanView, PriorityView, Tally, is_of_today, view_priorities

LOOKS = {
    "full": ("Complete", ("done",)),
    "lined": ("On track or under way", ("on-track", "in-progress")),
    "crossed": ("Late", ("delayed",)),
    "empty": ("Not begun", ("not-started",)),
    "broken": ("Carried over, replaced or dropped", ("carried-over", "superseded", "stopped")),
}
"""What looks alike, with its words and its states. Tables beside tell each state by itself."""

NOT_SHOWN = ("dotted", "State withheld or not told")

LABELS = {**{look: words for look, (words, _) in LOOKS.items()}, NOT_SHOWN[0]: NOT_SHOWN[1]}
"""The words of each look."""


def plan_chart(lookups: Lookups, view: PlanView, plain: Callable[[str], str]) -> Chart | None:
    """Return how the actions of a plan stand by priority; None without actions.

    `plain` makes words of a line that may have something withheld in it.
    """
    language = lookups.language
    names = (
        (_place_name(lookups, place, plain) if place else language.gettext("Under no priority"), tally)
        for place, tally in view.rows
    )
    title = language.gettext("%(plan)s: how its actions stand") % {"plan": plain(view.plan.title)}
    return progress_chart(f"plan-{view.plan.id}", title, names, language)


def priority_chart(
    view: PriorityView, plain: Callable[[str], str], language: Language = ENGLISH
) -> Chart | None:
    """Return how the actions for a priority stand by plan, the newest first; None without actions."""
    found = ((plain(each.plan.title), each.tally) for each in view.plans if each.actions)
    title = language.gettext("%(priority)s: how the actions stand") % {"priority": plain(view.priority.title)}
    return progress_chart(f"priority-{view.priority.id}", title, found, language)


def priorities_chart(lookups: Lookups, plain: Callable[[str], str]) -> Chart | None:
    """Return how the actions for each priority of today stand; None without actions."""
    views = (view for view in view_priorities(lookups) if is_of_today(lookups, view))
    found = ((plain(view.priority.title), view.tally) for view in views)
    title = lookups.language.gettext("Priorities: how the actions stand")
    return progress_chart("priorities", title, found, lookups.language)


def _place_name(lookups: Lookups, place: PublicPlanPriority, plain: Callable[[str], str]) -> str:
    """Return the name of a priority of a plan: with its number, as the plan prints it."""
    entry = lookups.by_id.get(("priorities", place.priority or ""))
    record = entry.record if entry else None
    title = place.title or (record.title if isinstance(record, PublicPriority) else None)
    return " ".join(plain(each) for each in (place.label, title) if each) or lookups.language.gettext(
        "Priority"
    )


def progress_chart(
    id: str,  # noqa: A002  # It becomes an id of the page.
    title: str,
    tallies: Iterable[tuple[str, Tally]],
    language: Language = ENGLISH,
) -> Chart | None:
    """Return how the actions of each row stand; None where there are none."""
    found = [(name, tally, _counts(tally)) for name, tally in tallies]
    most = max((tally.total for _, tally, _ in found), default=0)
    if not most:
        return None
    looks = {look: language.pgettext("chart-progress", words) for look, words in LABELS.items()}
    used = [look for look in looks if any(counts[look] for _, _, counts in found)]
    rows = [
        Row(name, _said(tally, language), (stacked((counts[look], look) for look in used),))
        for name, tally, counts in found
    ]
    return Chart(
        id=f"progress-{id}",
        title=title,
        description=language.gettext(
            "A bar for each row, made of its actions by how they stand. The table has the same numbers."
        ),
        picture=bars(rows, scale_of([Decimal(most)], whole=True), lambda each: f"{each:f}"),
        key=tuple((swatch(look), looks[look]) for look in used),
        head=(language.gettext("Actions of"), *(looks[look] for look in used), language.gettext("All")),
        rows=tuple(
            (name, *(str(counts[look]) for look in used), str(tally.total)) for name, tally, counts in found
        ),
    )


def _counts(tally: Tally) -> dict[str, int]:
    counts = {look: sum(map(tally.of, states)) for look, (_, states) in LOOKS.items()}
    return {**counts, NOT_SHOWN[0]: tally.total - sum(counts.values())}


def _said(tally: Tally, language: Language) -> str:
    if not tally.total:
        return language.gettext("no actions")
    return language.gettext("%(part)s of %(whole)s done") % {"part": tally.of("done"), "whole": tally.total}
