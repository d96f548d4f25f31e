"""Groups: their pages, and the tree of all."""

from __future__ import annotations

from macros.arguments import entry_of
from macros.kind import Macro, Showing, ShownKind
from macros.views import groups as group_views
from macros.views import structure as structures


def _macros(showing: Showing) -> tuple[Macro, ...]:
    def group(id: str) -> str:  # noqa: A002  # The word that authors write.
        """Show a group: its purpose, members, meetings and terms of reference.

        `id` is the name of its record: `group("executive")`.
        """
        entry = entry_of("group", showing.lookups.groups, id)
        if entry.record is None:
            return showing.shown("withdrawn.html", entry=entry)
        return showing.shown(
            "groups/group.html", entry=entry, view=group_views.view_group(showing.lookups, entry)
        )

    def drawing() -> structures.Drawing:
        branches = group_views.tree(showing.lookups)
        return structures.draw(branches, showing.templates.filters["plain"])

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
            withdrawn=[
                entry for entry in showing.lookups.groups.values() if entry.record is None and entry.issues
            ],
        )

    return group, groups, structure


KIND = ShownKind("groups", "Groups", _macros, page="group", list="groups")
