"""The macros: everything that a generated or hand-written page can show of the dataset.

Each macro is a closure over the dataset and nothing else, and returns Markdown: headings as lines, and
between them finished HTML. Their docstrings are the reference in the guide.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import Environment

from editions.datasets import Dataset, Entry
from editions.fields import PublicRecord
from editions.organizations import PublicOrganization
from macros import prose
from macros.rendering import Placements, assemble_markdown, environment, in_place, render
from macros.views import changes as change_views
from macros.views import groups as group_views
from macros.views import meetings as meeting_views
from macros.views import posts as post_views
from macros.views import withholdings as withholding_views
from macros.views.lookups import Lookups, look_up

Macro = Callable[..., str]


class MacroProblem(ValueError):  # noqa: N818  # It is shown to the author of a page, who made no error of ours.
    """What an author asked of a macro that it cannot do. The message names the macro and known ids."""


def macros_for(dataset: Dataset) -> dict[str, Macro]:
    """Return every macro by its name."""
    lookups = look_up(dataset)
    templates = _templates(lookups)
    found = (
        *_for_records(lookups, templates),
        *_for_lists(lookups, templates),
        *_for_registers(lookups, templates),
        *_for_partnership(lookups, templates),
    )
    return {macro.__name__: macro for macro in found}


def theme_values(dataset: Dataset) -> dict[str, Any]:
    """Return what the theme shows on every page, for `config.extra.partnership`; empty without a partnership.

    `worried_html` and `office_html` are finished HTML with addresses from the root of the site; the other
    values are plain text.
    """
    lookups = look_up(dataset)
    partnership = lookups.partnership
    if partnership is None:
        return {}
    macros = macros_for(dataset)
    return {
        "name": prose.plain(partnership.name),
        "short_name": prose.plain(partnership.short_name or partnership.name),
        "fictional": partnership.fictional,
        "worried_html": macros["worried"](),
        "office_html": macros["office"](),
        "licence_name": prose.plain(partnership.licence.name),
        "licence_address": partnership.licence.address or "",
    }


def _for_records(lookups: Lookups, templates: Environment) -> tuple[Macro, ...]:
    def meeting(id: str) -> str:  # noqa: A002  # The word that authors write.
        """Show a meeting with its minutes, as on its own page.

        `id` is the name of its record: `meeting("2026-03-12-executive")`. A page of yours that calls
        this takes the place of the generated page, if it has the same address.
        """
        entry = _entry("meeting", lookups.meetings, id)
        if entry.record is None:
            return _shown(templates, "withdrawn.html", entry=entry)
        view = meeting_views.view_meeting(lookups, entry.record)
        return _shown(
            templates,
            "meetings/meeting.html",
            entry=entry,
            view=view,
            lookups=lookups,
            taken=view.items,
            met=view.met,
            placements=_placements(templates, lookups, view),
        )

    def group(id: str) -> str:  # noqa: A002  # The word that authors write.
        """Show a group: its purpose, members, meetings and terms of reference.

        `id` is the name of its record: `group("executive")`.
        """
        entry = _entry("group", lookups.groups, id)
        if entry.record is None:
            return _shown(templates, "withdrawn.html", entry=entry)
        return _shown(templates, "group.html", entry=entry, view=group_views.view_group(lookups, entry))

    return meeting, group


def _for_lists(lookups: Lookups, templates: Environment) -> tuple[Macro, ...]:
    def meetings(last: int | None = None, group: str | None = None, year: int | str | None = None) -> str:
        """List meetings: those to come, then the others by year.

        `last` lists that many of the newest meetings that were held: `meetings(last=3)`. `group` keeps to
        one group, by its id. `year` keeps to one year: `meetings(year=2026)`.
        """
        _group("meetings", lookups, group)
        found = meeting_views.published(lookups, group, _year("meetings", year))
        held = tuple(meeting for meeting in found if not meeting_views.is_coming(lookups, meeting))
        if _number("meetings", "last", last) is not None:
            return _shown(templates, "meetings/list.html", flat=True, chosen=held[::-1][:last])
        coming = meeting_views.coming(lookups, group)
        return _shown(
            templates,
            "meetings/list.html",
            flat=False,
            coming=[each for each in coming if year is None or each.date[:4] == str(year)],
            years=meeting_views.by_year(held),
            withdrawn=[
                entry
                for entry in lookups.meetings.values()
                if entry.record is None and entry.issues and group is None and year is None
            ],
        )

    def next_meetings(count: int = 5) -> str:
        """List the meetings to come, soonest first: those on record, and those that minutes announce.

        `count` is how many: `next_meetings(count=3)`.
        """
        _number("next_meetings", "count", count)
        return _shown(templates, "meetings/coming.html", coming=meeting_views.coming(lookups)[:count])

    def groups() -> str:
        """Show the groups as a tree, each under the group it reports to, then those that have ended."""
        return _shown(
            templates,
            "groups.html",
            current=group_views.tree(lookups),
            ended=group_views.tree(lookups, ended=True),
            withdrawn=[entry for entry in lookups.groups.values() if entry.record is None and entry.issues],
        )

    def partners() -> str:
        """Show the partnership, its safeguarding partners, and the other organizations with their posts.

        Beside a post stands who holds it, where that person is named in public.
        """
        entries = sorted(
            (entry for entry in lookups.dataset.of(PublicOrganization) if entry.record is not None),
            key=lambda entry: entry.record.name.casefold() if entry.record else "",
        )
        statutory = [entry for entry in entries if entry.record and entry.record.statutory_partner]
        return _shown(
            templates,
            "partners.html",
            partnership=lookups.partnership,
            statutory=statutory,
            others=[entry for entry in entries if entry not in statutory],
            holders=post_views.holders(lookups),
        )

    return meetings, next_meetings, groups, partners


def _for_registers(lookups: Lookups, templates: Environment) -> tuple[Macro, ...]:
    def decisions(last: int | None = None) -> str:
        """List decisions with a link to each, those of the newest meeting first.

        `last` is how many: `decisions(last=5)`. Without it, all are listed.
        """
        _number("decisions", "last", last)
        found = _newest_first(lookups.decisions.values(), lambda each: each.meeting)
        return _shown(templates, "decisions.html", found=found[:last])

    def actions(group: str | None = None) -> str:
        """List actions with owners, dates and how each stands, those of the newest meeting first.

        `group` keeps to the meetings of one group, by its id: `actions(group="executive")`.
        """
        _group("actions", lookups, group)
        kept = {meeting.id for meeting in meeting_views.published(lookups, group)}
        found = _newest_first(lookups.actions.items(), lambda each: each[1].meeting)
        shown = [each for each in found if each[1].meeting.id in kept]
        return _shown(templates, "actions.html", found=shown, lookups=lookups)

    def withheld() -> str:
        """Show the reasons for withholding, who is named, and the list of what was withheld where."""
        return _shown(
            templates,
            "withheld.html",
            reasons=lookups.reasons.values(),
            policy=lookups.policy,
            found=withholding_views.withholdings(lookups),
        )

    def reasons() -> str:
        """List the reasons for withholding in plain words."""
        return _shown(templates, "reasons.html", reasons=lookups.reasons.values())

    def changes(last: int | None = None) -> str:
        """List what was published, changed and withdrawn, the newest first.

        `last` is how many: `changes(last=5)`. Without it, all are listed.
        """
        _number("changes", "last", last)
        return _shown(templates, "changes.html", found=change_views.changes(lookups, last))

    return decisions, actions, withheld, reasons, changes


def _for_partnership(lookups: Lookups, templates: Environment) -> tuple[Macro, ...]:
    def office() -> str:
        """Show how to reach the partnership's office."""
        return _shown(templates, "office.html", partnership=_partnership("office", lookups))

    def worried() -> str:
        """Show what to do when worried about a child. It stands at the foot of every page already."""
        return _shown(templates, "worried.html", partnership=_partnership("worried", lookups))

    def data_files() -> str:
        """List the files that can be downloaded, with their licence and how to read them."""
        files = [
            (kind, sum(entry.record is not None for entry in entries))
            for kind, entries in lookups.dataset.kinds.items()
        ]
        return _shown(templates, "data.html", files=files, partnership=lookups.partnership)

    return office, worried, data_files


def _templates(lookups: Lookups) -> Environment:
    made = environment({reason.id: reason.words for reason in lookups.reasons.values()})
    made.filters["address_of"] = withholding_views.address_of
    made.filters["title_of"] = withholding_views.title_of
    made.globals["office"] = lookups.partnership.office if lookups.partnership else None
    return made


def _shown(templates: Environment, name: str, **values: Any) -> str:
    return assemble_markdown(render(templates, name, **values), in_place)


def _placements(templates: Environment, lookups: Lookups, view: meeting_views.MeetingView) -> Placements:
    """Return what draws each decision and action of a meeting at a place of its own."""
    draw: dict[tuple[str, str], Callable[[], str]] = {}
    made = Placements(draw)

    def drawing(name: str, what: PublicRecord | Any) -> Callable[[], str]:
        return lambda: templates.get_template(f"meetings/{name}.html").render(
            {name: what, "view": view, "lookups": lookups, "met": view.met, "placements": made}
        )

    draw |= {("decision", each.decision.id): drawing("decision", each.decision) for each in view.decisions}
    draw |= {("action", each.action.id): drawing("action", each.action) for each in view.actions}
    return made


def _newest_first(found: Iterable[Any], meeting_of: Callable[[Any], Any]) -> list[Any]:
    """Return what meetings hold with the newest meeting first, in the order of the document within one."""
    return sorted(found, key=lambda each: meeting_of(each).date, reverse=True)


def _entry(macro: str, known: Mapping[str, Entry[Any]], wanted: object) -> Entry[Any]:
    if isinstance(wanted, str) and wanted in known:
        return known[wanted]
    raise MacroProblem(f"{macro}() needs the id of a public record. {_known(known, wanted)}")


def _group(macro: str, lookups: Lookups, wanted: object) -> None:
    if wanted is not None and not (isinstance(wanted, str) and wanted in lookups.groups):
        raise MacroProblem(
            f"{macro}(group=…) needs the id of a public group. {_known(lookups.groups, wanted)}"
        )


def _known(known: Mapping[str, Any], wanted: object) -> str:
    close = difflib.get_close_matches(str(wanted), known, n=3)
    if close:
        return f"Did you mean {' or '.join(close)}?"
    return f"Known ids: {', '.join(list(known)[-10:])}." if known else "There are none yet."


def _number(macro: str, name: str, value: object) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and value > 0):
        return value
    raise MacroProblem(f"{macro}({name}=…) needs a whole number from 1, without quotation marks.")


def _year(macro: str, value: object) -> str | None:
    text = None if value is None else str(value)
    if text is None or (len(text) == len("2026") and text.isascii() and text.isdigit()):
        return text
    raise MacroProblem(f"{macro}(year=…) needs a year of four digits.")


def _partnership(macro: str, lookups: Lookups) -> Any:
    if lookups.partnership is None:
        raise MacroProblem(f"{macro}() needs the record of the partnership, and that is not public yet.")
    return lookups.partnership
