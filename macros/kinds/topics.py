"""Topics: the history of a matter through all meetings, and the list of all."""

from __future__ import annotations

from editions.kinds.topics import PublicTopic
from macros.arguments import entry_of
from macros.kind import Macro, Showing, ShownKind
from macros.views.topics import view_topic, view_topics


def _macros(showing: Showing) -> tuple[Macro, ...]:
    lookups = showing.lookups
    entries = {entry.id: entry for entry in lookups.dataset.of(PublicTopic)}

    def topic(id: str) -> str:  # noqa: A002  # The word that authors write.
        """Show what all meetings said and settled of a matter, in order of time, as on its own page.

        `id` is the name of its record: `topic("neglect-toolkit")`.
        """
        entry = entry_of("topic", entries, id)
        if entry.record is None:
            return showing.shown("withdrawn.html", entry=entry)
        return showing.shown(
            "topics/topic.html",
            entry=entry,
            view=view_topic(lookups, entry.record),
            lookups=lookups,
            mentions=showing.mentions("topics", entry.id),
        )

    def topics() -> str:
        """List the matters by name, with when each came up first and last."""
        return showing.shown(
            "topics/list.html",
            views=view_topics(lookups),
            withdrawn=[each for each in entries.values() if each.is_withdrawn],
        )

    return topic, topics


KIND = ShownKind(
    "topics",
    "Topics",
    _macros,
    page="topic",
    list="topics",
)
