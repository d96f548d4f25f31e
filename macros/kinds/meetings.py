"""Meetings: their pages, the list of all, and those to come."""

from __future__ import annotations

from typing import Any

from editions.datasets import Entry
from editions.kinds.meetings import PublicMeeting
from macros.arguments import check_group, entry_of, number, year_of
from macros.kind import Macro, Showing, ShownKind
from macros.texts.prose import Placing
from macros.views import meetings as meeting_views
from macros.views import sharing
from macros.views.representation import partners_at


def _macros(showing: Showing) -> tuple[Macro, ...]:
    def meeting(id: str) -> str:  # noqa: A002  # The word that authors write.
        """Show a meeting with its minutes, as on its own page.

        `id` is the name of its record: `meeting("2026-03-12-executive")`. A page of yours that calls
        this takes the place of the generated page, if it has the same address.
        """
        entry = entry_of("meeting", showing.lookups.meetings, id)
        if entry.record is None:
            return showing.shown("withdrawn.html", entry=entry)
        view = meeting_views.view_meeting(showing.lookups, entry.record)
        return showing.shown(
            "meetings/meeting.html",
            entry=entry,
            view=view,
            lookups=showing.lookups,
            ledger=showing.ledger(),
            rulings=showing.rulings(),
            mentions=showing.mentions("meetings", entry.id),
            taken=view.items,
            met=view.met,
            placing=_placing(showing, view, entry),
            safeguarding_partners=partners_at(showing.lookups, entry.record),
        )

    def meetings(last: int | None = None, group: str | None = None, year: int | str | None = None) -> str:
        """List meetings: those to come, then the others by year.

        `last` lists that many of the newest meetings that were held: `meetings(last=3)`. `group` keeps to
        one group, by its id. `year` keeps to one year: `meetings(year=2026)`.
        """
        check_group("meetings", showing.lookups, group)
        found = meeting_views.published(showing.lookups, group, year_of("meetings", year))
        held = tuple(meeting for meeting in found if not meeting_views.is_coming(showing.lookups, meeting))
        if number("meetings", "last", last) is not None:
            return showing.shown("meetings/list.html", flat=True, chosen=held[::-1][:last])
        coming = meeting_views.coming(showing.lookups, group)
        return showing.shown(
            "meetings/list.html",
            flat=False,
            coming=[each for each in coming if year is None or each.date[:4] == str(year)],
            years=meeting_views.by_year(held),
            shared=sharing.shared(showing.lookups, group) if year is None else (),
            withdrawn=[
                entry
                for entry in showing.lookups.meetings.values()
                if entry.is_withdrawn and group is None and year is None
            ],
        )

    def next_meetings(count: int = 5) -> str:
        """List the meetings to come, soonest first: those on record, and those that minutes announce.

        `count` is how many: `next_meetings(count=3)`.
        """
        number("next_meetings", "count", count)
        return showing.shown("meetings/coming.html", coming=meeting_views.coming(showing.lookups)[:count])

    return meeting, meetings, next_meetings


def _placing(showing: Showing, view: meeting_views.MeetingView, entry: Entry[PublicMeeting]) -> Placing:
    """Return what draws each decision and action of a meeting at its place, the first time that it is named.

    Where a text names one again a link leads to it, so that no address stands twice on a page.
    """
    waiting: dict[tuple[str, str], Any] = {
        **{("decision", each.decision.id): each.decision for each in view.decisions},
        **{("action", each.action.id): each.action for each in view.actions},
    }

    def place(kind: str, name: str) -> str:
        what = waiting.pop((kind, name), None)
        if what is None:
            return ""
        return showing.templates.get_template(f"meetings/{kind}.html").render(
            {
                kind: what,
                "view": view,
                "entry": entry,
                "lookups": showing.lookups,
                "ledger": showing.ledger(),
                "rulings": showing.rulings(),
                "met": view.met,
                "placing": place,
            }
        )

    return place


KIND = ShownKind("meetings", "Meetings", _macros, page="meeting", list="meetings", is_document=True)
