"""The pages that are made of the dataset: where each stands, and the one macro that fills it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from editions.datasets import Dataset
from macros.kinds import KINDS
from macros.language.languages import Language, language_of
from macros.project_files.redirects import Redirect, pages_moved
from macros.texts import prose
from macros.views import complying
from macros.views.changes import changes, changes_of
from macros.views.decisions import Ruling, rulings
from macros.views.filters import Filter, action_filters, decision_filters, filters_among
from macros.views.ledger import Ledger, ledger
from macros.views.lookups import Lookups, look_up
from macros.views.registers import register
from macros.views.years import Part, actions_of, decisions_of, withheld_of

FRONT_MATTER = "---\nhide:\n  - navigation\n---\n"
"""The same on every generated page: no word of a record may stand there, because MkDocs acts on it."""

REGISTERS = {
    "decisions": "Decisions",
    "actions": "Actions",
    "recommendations": "Recommendations",
    "who_was_who": "Who was who",
    "promptness": "How soon minutes are published",
    "withheld": "What we withhold and why",
    "changes": "What changed",
    "site_state": "State of this site",
    "data_files": "Data",
    "everything": "Search",
}
"""The lists that look across the kinds, by their macro, with their titles."""

OPTIONAL = {"how_we_comply": "How we comply"}
"""Lists that are there only where the partnership switched them on, by their macro."""

YEARLY = {
    "decisions": "Decisions in %(year)s",
    "actions": "Actions in %(year)s",
    "withheld": "What was withheld in %(year)s",
    "changes": "What changed in %(year)s",
}
"""The registers that are shown by year when they are long, with the titles of those pages."""

_YEAR = re.compile(rf"/({'|'.join(YEARLY)})/([0-9]{{4}})/")
_ADDRESSES = {
    "data_files": "data",
    "everything": "search",
    "how_we_comply": "how-we-comply",
    "site_state": "status",
    "who_was_who": "who-was-who",
}

MOVED = "moved"
"""The macro of a page that leads on to another."""


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page."""

    path: str
    """Where it stands among the sources: `meetings/2026-03-12-executive.md`."""

    macro: str
    """The macro that fills it."""

    argument: str | None = None
    """The id that the macro is given; None for a list."""

    title: str = ""
    """The title of a list. A record's page has the title that its macro gives it."""

    year: str | None = None
    """The year that the macro is given, for a part of a register."""

    by: tuple[str, str] | None = None
    """What else it is limited by, for a part of a register: `("group", "executive")`."""

    repeats: bool = False
    """Whether its words stand on the pages of records too, so that at most its title need be searched."""


def page_address(path: str) -> str:
    """Return the address of a page from the root of the site, by its path among the sources."""
    name = path.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"/{name}/" if name else "/"


def kept_among(addresses: Collection[str]) -> frozenset[str]:
    """Return those of some addresses whose pages stay although nothing asks for them any more.

    They are parts of a register, `/actions/2025/`, `/actions/open/`, and lists that can be switched off.
    """
    optional = {f"/{_ADDRESSES[macro]}/" for macro in OPTIONAL}
    kept = frozenset(each for each in addresses if _YEAR.fullmatch(each) or each in optional)
    return kept | filters_among(addresses)


def pages(
    dataset: Dataset, redirects: Iterable[Redirect] = (), kept: Collection[str] = ()
) -> tuple[Page, ...]:
    """Return the generated pages: one for each list, and one for each record of a kind that has pages.

    A record that is not in the dataset has no page. One that was withdrawn has a page that says so. A page
    that was moved leads on from its old address. A long register has a page for each year; `kept` are
    addresses of such pages that were published once and stay, also of lists that were switched off.
    """
    kept = frozenset(kept)
    language = language_of(dataset)
    lookups = look_up(dataset)
    stories, decisions = ledger(lookups), rulings(lookups)
    found = _years_of(lookups, stories, decisions)
    years = {(macro, year) for macro, several in found.items() for year in several}
    years |= {(match[1], match[2]) for match in map(_YEAR.fullmatch, kept) if match}
    filters = (*action_filters(lookups, stories, kept), *decision_filters(lookups, decisions, kept))
    return (
        *_lists(dataset, kept, language),
        *_by_year(years, language),
        *_filtered(filters, kept, language.gettext("Moved")),
        *_of_records(dataset),
        *_moved(redirects, language.gettext("Moved")),
    )


def _lists(dataset: Dataset, kept: Container[str], language: Language) -> Iterator[Page]:
    """Yield the lists of the kinds, and those that look across the kinds."""
    for kind in KINDS.values():
        if kind.list is not None:
            title = language.pgettext("kind", kind.title)
            path = f"{kind.list_at or kind.list}/index.md"
            yield Page(path, kind.list, title=title, repeats=kind.page is not None)
    for macro, words in (REGISTERS | _optional(dataset, kept)).items():
        path = f"{_ADDRESSES.get(macro, macro)}/index.md"
        yield Page(path, macro, title=language.gettext(words), repeats=True)


def _by_year(years: Iterable[tuple[str, str]], language: Language) -> Iterator[Page]:
    """Yield the pages of long registers for some years, given with their macros."""
    for macro, year in sorted(years):
        title = language.gettext(YEARLY[macro]) % {"year": year}
        yield Page(f"{macro}/{year}.md", macro, title=title, year=year, repeats=True)


def _of_records(dataset: Dataset) -> Iterator[Page]:
    """Yield the page of each record of a kind that has pages."""
    for kind in KINDS.values():
        if kind.page is not None:
            for entry in dataset.kinds.get(kind.name, ()):
                yield Page(f"{kind.name}/{entry.id}.md", kind.page, entry.id)


def _moved(redirects: Iterable[Redirect], title: str) -> Iterator[Page]:
    """Yield a page at each address from which something has moved."""
    for each in pages_moved(redirects):
        yield Page(f"{each.page.strip('/')}.md", MOVED, each.new, title=title, repeats=True)


def _optional(dataset: Dataset, kept: Container[str]) -> dict[str, str]:
    """Return the lists that are switched on, or were once, by their macro with their titles."""
    is_on = complying.is_shown(dataset)
    return {macro: title for macro, title in OPTIONAL.items() if is_on or f"/{_ADDRESSES[macro]}/" in kept}


def _filtered(filters: Iterable[Filter], kept: Collection[str], moved: str) -> Iterator[Page]:
    """Yield the pages of parts of registers; one of something no longer public leads on to the register."""
    standing = set()
    for each in filters:
        standing.add(f"/{each.path}/")
        yield Page(f"{each.path}.md", each.register, title=each.title, by=(each.by, each.value), repeats=True)
    for address in sorted(filters_among(kept) - standing):
        register_at = f"/{address.split('/')[1]}/"
        yield Page(f"{address.strip('/')}.md", MOVED, register_at, title=moved, repeats=True)


def _years_of(
    lookups: Lookups, stories: Ledger, decisions: Mapping[str, Ruling]
) -> Mapping[str, tuple[str, ...]]:
    """Return the years that have pages of their own, by the macro of the register; none for a short one."""
    parts: Mapping[str, Part[Any]] = {
        "actions": actions_of(stories.stories.values()),
        "decisions": decisions_of(decisions.values()),
        "changes": changes_of(changes(lookups)),
        "withheld": withheld_of(lookups, register(lookups).listed),
    }
    return {macro: tuple(year for year, _ in part.years) for macro, part in parts.items()}


def stub(page: Page) -> str:
    """Return the source of a generated page: front matter, a title if it is a list, and its macro.

    The words of a record in the title of a part of a register are harmless in Markdown.
    """
    argument = "" if page.argument is None else f'"{page.argument}"'
    argument += "" if page.year is None else f'year="{page.year}"'
    argument += "" if page.by is None else f'{page.by[0]}="{page.by[1]}"'
    return f"{FRONT_MATTER}\n{filled(page, f'{{{{ {page.macro}({argument}) }}}}')}\n"


def filled(page: Page, text: str) -> str:
    """Return what follows the front matter of a page, with what stands in the place of its macro."""
    title = page.title if page.by is None else prose.harmless(page.title)
    return f"# {title}\n\n{text}" if title else text


def text_of(page: Page, macros: Mapping[str, Callable[..., str]]) -> str:
    """Return what the macro of a generated page gives. Raises what the macro raises."""
    macro = macros[page.macro]
    if page.year is not None:
        return macro(year=page.year)
    if page.by is not None:
        return macro(**dict([page.by]))
    return macro() if page.argument is None else macro(page.argument)


def searched(page: Page | None, shown: str) -> str:
    """Return what the search finds of a page with this HTML: of one that repeats others, its title alone.

    A page that leads on is not found. None stands for a hand-written page.
    """
    if page is None or not page.repeats:
        return shown
    return "" if page.macro == MOVED else f"<h1>{escape(page.title)}</h1>"
