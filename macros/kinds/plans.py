"""Plans: their pages, the list of all, and their actions as a table."""

from __future__ import annotations

from editions.kinds.plans import PublicPlan
from editions.kinds.priorities import PublicPriority
from macros.arguments import entry_of, one_of
from macros.charts.progress import plan_chart, priorities_chart
from macros.kind import Macro, Showing, ShownKind
from macros.views import plans as plan_views

KINDS_OF_PLAN = {
    "strategic": "Strategic plan",
    "business": "Business plan",
    "delivery": "Delivery plan",
    "action": "Action plan",
    "improvement": "Improvement plan",
    "joint": "Joint plan",
    "work-programme": "Work programme",
    "short-list": "Short list",
}
TIMES = {"current": "Plans of today", "coming": "Plans to come", "ended": "Earlier plans"}
REACHED = {"not-yet": "Not reached yet", "partly": "Reached in part", "fully": "Reached"}
CHANGES = {"added": "Added", "ended": "Taken out", "changed": "Changed"}
RANKING = {"ranked": "In order of rank", "none": "None comes before another"}


def _macros(showing: Showing) -> tuple[Macro, ...]:
    lookups = showing.lookups
    entries = {entry.id: entry for entry in lookups.dataset.of(PublicPlan)}
    plain = showing.templates.filters["plain"]
    known = {entry.id: entry for entry in lookups.dataset.of(PublicPriority)}

    def plan(id: str) -> str:  # noqa: A002  # The word that authors write.
        """Show a plan with its priorities, actions and progress, as on its own page.

        `id` is the name of its record: `plan("business-2026")`.
        """
        entry = entry_of("plan", entries, id)
        if entry.record is None:
            return showing.shown("withdrawn.html", entry=entry)
        return showing.shown(
            "plans/plan.html",
            entry=entry,
            view=(view := plan_views.view_plan(lookups, entry.record)),
            chart=plan_chart(lookups, view, plain),
            lookups=lookups,
            mentions=showing.mentions("plans", entry.record.id),
        )

    def plans() -> str:
        """List the plans with how their actions stand: those that run now, then those to come and ended."""
        found = [(each, plan_views.tally(plan_views.planned(each))) for each in plan_views.plans_of(lookups)]
        current = [each for each in found if plan_views.is_current(lookups, each[0])]
        coming = [each for each in found if not plan_views.has_begun(lookups, each[0].period_from)]
        return showing.shown(
            "plans/list.html",
            sorts=[
                ("current", current),
                ("coming", coming),
                ("ended", [each for each in found if each not in [*current, *coming]]),
            ],
            withdrawn=[each for each in entries.values() if each.is_withdrawn],
        )

    def plan_actions(plan: str | None = None, priority: str | None = None, state: str | None = None) -> str:
        """List actions of plans as a table: who leads, by when, how each stands, and the newest report.

        `plan` keeps to one plan and `priority` to one priority, by their ids; without `plan`, the actions of
        the plans that run now are listed. `state` keeps to one state:
        `plan_actions(priority="neglect", state="delayed")`. The states are `not-started`, `in-progress`,
        `on-track`, `delayed`, `done`, `stopped`, `carried-over` and `superseded`.
        """
        chosen = [each for each in plan_views.plans_of(lookups) if plan_views.is_current(lookups, each)]
        if plan is not None:
            record = entry_of("plan_actions", entries, plan).record
            chosen = [record] if record is not None else []
        if priority is not None:
            entry_of("plan_actions", known, priority)
        one_of("plan_actions", "state", state, plan_views.STATES)
        found = [
            each
            for one in chosen
            for each in plan_views.planned(one)
            if (priority is None or (each.under and each.under.priority == priority))
            and (state is None or each.action.status == state)
        ]
        return showing.shown("plans/actions.html", found=found, named=plan is None, lookups=lookups)

    def progress_chart(plan: str | None = None) -> str:
        """Show how the actions of plans stand as a picture and as a table, with a bar for each priority.

        `plan` is one plan, by its id: `progress_chart(plan="business-2026")`. Without it, the priorities of
        today are shown, with their actions in the plans that run now.
        """
        if plan is None:
            chart = priorities_chart(lookups, plain)
        else:
            record = entry_of("progress_chart", entries, plan).record
            chart = plan_chart(lookups, plan_views.view_plan(lookups, record), plain) if record else None
        return showing.shown(
            "charts/alone.html", chart=chart, without=lookups.language.gettext("There are no such actions.")
        )

    return plan, plans, plan_actions, progress_chart


KIND = ShownKind(
    "plans",
    "Plans",
    _macros,
    page="plan",
    list="plans",
    is_document=True,
    words={
        "plan": KINDS_OF_PLAN,
        "plan-status": plan_views.STATES,
        "ranking": RANKING,
        "plan-time": TIMES,
        "reached": REACHED,
        "plan-change": CHANGES,
    },
)
