"""Groups: their pages, and the tree of all."""

from __future__ import annotations

from macros.arguments import entry_of
from macros.charts.attendance import attendance_chart as chart_of_attendance
from macros.kind import Macro, Showing, ShownKind
from macros.views import groups as group_views
from macros.views import structure as structures
from macros.views.ledger import OPEN


def _macros(showing: Showing) -> tuple[Macro, ...]:
    plain = showing.templates.filters["plain"]

    def group(id: str) -> str:  # noqa: A002  # The word that authors write.
        """Show a group: its purpose, members, meetings, open actions and terms of reference.

        `id` is the name of its record: `group("executive")`.
        """
        entry = entry_of("group", showing.lookups.groups, id)
        if entry.record is None:
            return showing.shown("withdrawn.html", entry=entry)
        partnership = showing.lookups.partnership
        return showing.shown(
            "groups/group.html",
            entry=entry,
            view=group_views.view_group(showing.lookups, entry),
            attendance=chart_of_attendance(showing.lookups, entry.record, plain),
            percentages=bool(partnership and partnership.attendance_percentages),
            lookups=showing.lookups,
            actions=showing.ledger().of(OPEN, entry.id),
            has_actions=bool(showing.ledger().of(group=entry.id)),
        )

    def attendance_chart(group: str) -> str:
        """Show as a picture and as a table for which agencies somebody came to the last meetings of a group.

        `group` is the name of its record: `attendance_chart("executive")`. It shows agencies, never people,
        and counts what the minutes list in public.
        """
        record = entry_of("attendance_chart", showing.lookups.groups, group).record
        return showing.shown(
            "charts/alone.html",
            chart=chart_of_attendance(showing.lookups, record, plain) if record else None,
            without=showing.lookups.language.gettext("There are too few meetings for a picture."),
        )

    def drawing() -> structures.Drawing:
        branches = group_views.tree(showing.lookups)
        return structures.draw(branches, plain, showing.lookups.language)

    def structure() -> str:
        """Show a picture of the groups of today, each beside the group that it reports to."""
        return showing.shown("groups/structure.html", drawing=drawing())

    def groups(short: bool = False) -> str:  # noqa: FBT001, FBT002  # Authors write `short=True`.
        """Show the groups as a picture and a list, each under the one it reports to; then those that ended.

        `short=True` shows the list of today's groups alone, and `structure()` the picture.
        """
        return showing.shown(
            "groups/list.html",
            short=short,
            drawing=drawing(),
            current=group_views.tree(showing.lookups),
            ended=group_views.tree(showing.lookups, ended=True),
            withdrawn=[entry for entry in showing.lookups.groups.values() if entry.is_withdrawn],
        )

    return group, groups, attendance_chart, structure


KIND = ShownKind("groups", "Groups", _macros, page="group", list="groups")
