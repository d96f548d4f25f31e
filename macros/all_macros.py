"""The macros: everything that a generated or hand-written page can show of the dataset.

Each macro is a closure over the dataset and nothing else, and returns Markdown: headings as lines, and
between them finished HTML. Their docstrings are the reference in the guide. Those of a kind of record stand
in `macros/kinds/`; here are those that look across the kinds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from editions.datasets import Dataset
from editions.kinds.groups import PublicGroup
from editions.kinds.people import PublicPerson
from editions.neighbours import Shared
from macros import links, threads
from macros.arguments import MacroProblem, number, year_of
from macros.charts import labels as chart_labels
from macros.charts.promptness import counted_words
from macros.charts.tables import attended_chart, number_columns, table_chart
from macros.kind import Macro, Showing
from macros.kinds import KINDS, address_of
from macros.language import words
from macros.language.languages import Language
from macros.open_data.data_packages import tables
from macros.open_data.sources import folder_of
from macros.pages import pages
from macros.register_macros import action_macros, decision_macros
from macros.rendering import environment, name_in_words
from macros.texts import prose
from macros.timelines import macros_in_time
from macros.views import abbreviations, facets, promptness, recommendations, state, years
from macros.views import changes as change_views
from macros.views.decisions import rulings
from macros.views.ledger import ledger
from macros.views.lookups import Lookups, look_up
from macros.views.mentions import mentions
from macros.views.threads import Thread, thread

LACKING = ("clause-topic", "statutory-content", "organization")
"""The closed lists out of which come the words for what a rule finds lacking."""

__all__ = ["MacroProblem", "macros_for", "theme_values"]


def macros_for(dataset: Dataset, *, on_paper: bool = False) -> dict[str, Macro]:
    """Return every macro by its name. `on_paper` leaves out what only a page of the site can offer."""
    showing = show(look_up(dataset), on_paper=on_paper)
    found = [macro for kind in KINDS.values() for macro in kind.macros(showing)]
    return {macro.__name__: macro for macro in (*found, *_others(showing))}


def _others(showing: Showing) -> tuple[Macro, ...]:
    """Return the macros that belong to no kind."""
    return (*_across(showing), *macros_in_time(showing), *_ways_around(showing))


def show(lookups: Lookups, *, on_paper: bool = False) -> Showing:
    """Return what macros are made from."""

    def whole() -> Thread:
        return thread(lookups.dataset)

    return Showing(
        lookups,
        _templates(lookups, whole, on_paper=on_paper),
        mentions=lambda kind, named: mentions(lookups.dataset).get((kind, named), ()),
        thread=whole,
        ledger=lambda: ledger(lookups),
        rulings=lambda: rulings(lookups),
    )


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
        "logo": f"images/{partnership.logo}" if partnership.logo else "",
        "lists": {
            page.path.split("/")[0]: page.title
            for page in pages(dataset)
            if page.title and not page.year and not page.by
        },
    }


def _across(showing: Showing) -> tuple[Macro, ...]:
    def changes(last: int | None = None, short: bool = False, year: int | str | None = None) -> str:  # noqa: FBT001, FBT002  # Words that authors write, always with their names.
        """List what was published, changed and withdrawn, the newest first.

        `last` is how many: `changes(last=5)`. `short=True` names each page once, without small changes and
        withdrawals, for a home page: `changes(last=5, short=True)`. `year` keeps to one year. Without them,
        all are listed; more than 400 only for the newest year, with links to the others.
        """
        number("changes", "last", last)
        if not isinstance(short, bool):
            raise MacroProblem("changes(short=…) needs True or False, without quotation marks.")
        if short:
            return showing.shown("news.html", found=change_views.news(showing.lookups, last))
        found = change_views.changes(showing.lookups, last)
        part = change_views.changes_of(found, year_of("changes", year))
        if last is not None and year is None:
            part = years.Part(found)
        return showing.shown("changes.html", part=part)

    return *decision_macros(showing), *action_macros(showing), changes


def _ways_around(showing: Showing) -> tuple[Macro, ...]:
    def moved(address: str) -> str:
        """Say that what stood on this page has moved, and lead there.

        `address` is where it stands now: `moved("/meetings/2026-03-12-executive/")`. The pages that
        redirects.yml asks for are made with it.
        """
        if not re.fullmatch(r"(?:https://|/(?!/))[^\s\"'<>]*", address):
            raise MacroProblem("moved: the address begins with / or https:// and holds no blank.")
        return showing.shown("moved.html", address=address, title=_title_at(showing, address))

    def data_files() -> str:
        """List the feeds, calendars and files that others can take, with their columns and licence."""
        return showing.shown("data.html", **_offered(showing))

    def ways_in() -> str:
        """List the ways into the site, each with what is found there, for a home page."""
        kinds = showing.lookups.dataset.kinds
        counts = {kind: sum(each.record is not None for each in found) for kind, found in kinds.items()}
        counts |= {"decisions": len(showing.lookups.decisions), "actions": len(showing.lookups.actions)}
        counts["recommendations"] = len(recommendations.recommendations(showing.lookups))
        counts["chairs"] = sum(bool(group.members) for group in showing.lookups.dataset.records(PublicGroup))
        return showing.shown("ways.html", counts=counts)

    def everything() -> str:
        """List every page of a record by kind, group, priority and year, for readers without the search."""
        return showing.shown("everything.html", view=facets.view(showing.lookups.dataset))

    def site_state() -> str:
        """Say how much of each kind is published, how that grew, what comes next, and how it is checked."""
        lists = {name: kind.list_at or kind.list for name, kind in KINDS.items()}
        return showing.shown("state.html", state=state.state_of(showing.lookups), lists=lists)

    return moved, data_files, ways_in, everything, site_state


def _title_at(showing: Showing, address: str) -> str:
    """Return the title of the record at an address, as plain words; empty if there is none."""
    records = (entry.record for entry in showing.lookups.by_id.values() if entry.record is not None)
    found = next((links.title_of(each) for each in records if f"/{address_of(each)}" == address), "")
    return prose.plain(found)


def _offered(showing: Showing) -> dict[str, Any]:
    """Return what the page of open data lists."""
    kinds = showing.lookups.dataset.kinds
    groups = (entry.record for entry in showing.lookups.groups.values())
    return {
        "files": [(kind, sum(each.record is not None for each in found)) for kind, found in kinds.items()],
        "named": sum(each.name is not None for each in showing.lookups.dataset.records(PublicPerson)),
        "partnership": showing.lookups.partnership,
        "shared_file": showing.lookups.dataset.shared != Shared(),
        "tables": tables(),
        "feeds": [(kind.name, folder) for kind in KINDS.values() if (folder := folder_of(kind.name))],
        "groups": [group for group in groups if group is not None],
    }


def _templates(lookups: Lookups, whole: Callable[[], Thread], *, on_paper: bool) -> Environment:
    language = lookups.language
    made = environment({reason.id: reason.words for reason in lookups.reasons.values()}, language)
    lists = closed_lists()
    made.filters["word"] = lambda value, of: language.label(of, lists[of], value)
    made.filters["ruled"] = lambda message: language.pgettext("rule", message)
    made.filters["lacking"] = lambda word: _lacking(word, lists, language)
    made.filters["told"] = lambda message: language.pgettext("data", message)
    promise = promptness.promise_of(lookups)
    made.filters["counted_days"] = lambda count: counted_words(language, promise, count)
    made.filters |= links.filters()
    made.globals |= links.globals_of(lookups, made) | threads.globals_of(lookups, made, whole)
    made.globals["number_columns"] = number_columns
    made.globals["table_chart"] = lambda table: table_chart(table, made.filters["plain"], language)
    made.globals["attended_chart"] = lambda table, name, briefly, number: attended_chart(
        table,
        name,
        lambda row: Markup(briefly(row.agency)).striptags(),  # noqa: S704  # A template has escaped it.
        number,
        language,
    )
    made.globals["abbreviations"] = abbreviations.finder(lookups)
    made.globals["on_paper"] = on_paper
    made.globals["late_meetings"] = {} if on_paper else promptness.late_meetings(lookups)
    made.globals["office"] = lookups.partnership.office if lookups.partnership else None
    return made


def _lacking(word: str, lists: Mapping[str, Mapping[str, str]], language: Language) -> str:
    """Return what a rule found lacking, in words: a topic, a requirement, a sort of body, or a field."""
    of = next((name for name in LACKING if word in lists[name]), None)
    if of is not None:
        return language.label(of, lists[of], word)
    return language.pgettext("field", name_in_words(word))


def closed_lists() -> dict[str, Mapping[str, str]]:
    """Return the English labels of every closed list by the name under which templates ask for it."""
    kinds = {name: kind.title for name, kind in KINDS.items()} | {"all": "Everything"}
    lists: dict[str, Mapping[str, str]] = {**words.LISTS, **chart_labels.LISTS, "kind": kinds}
    for kind in KINDS.values():
        lists |= kind.words
    return lists
