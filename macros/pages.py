"""The pages that are made of the dataset: where each stands, and the one macro that fills it."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from editions.datasets import Dataset
from macros.kinds import KINDS
from macros.languages import language_of
from macros.redirects import Redirect, pages_moved
from macros.views import complying
from macros.views.changes import changes, changes_of
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
    """The fixed title of a list. A record's page has the title that its macro gives it."""

    year: str | None = None
    """The year that the macro is given, for a part of a register."""

    repeats: bool = False
    """Whether its words stand on the pages of records too, so that at most its title need be searched."""


def page_address(path: str) -> str:
    """Return the address of a page from the root of the site, by its path among the sources."""
    name = path.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"/{name}/" if name else "/"


def kept_among(addresses: Iterable[str]) -> frozenset[str]:
    """Return those of some addresses whose pages stay although nothing asks for them any more.

    They are pages of one year of a register, `/actions/2025/`, and lists that can be switched off.
    """
    optional = {f"/{_ADDRESSES[macro]}/" for macro in OPTIONAL}
    return frozenset(each for each in addresses if _YEAR.fullmatch(each) or each in optional)


def pages(dataset: Dataset, redirects: Iterable[Redirect] = (), kept: Iterable[str] = ()) -> tuple[Page, ...]:
    """Return the generated pages: one for each list, and one for each record of a kind that has pages.

    A record that is not in the dataset has no page. One that was withdrawn has a page that says so. A page
    that was moved leads on from its old address. A long register has a page for each year; `kept` are
    addresses of such pages that were published once and stay, also of lists that were switched off.
    """
    kept = frozenset(kept)
    language = language_of(dataset)
    shown = [(kind, kind.list) for kind in KINDS.values() if kind.list is not None]
    lists = [
        *(
            Page(
                f"{kind.list_at or macro}/index.md",
                macro,
                title=language.pgettext("kind", kind.title),
                repeats=kind.page is not None,
            )
            for kind, macro in shown
        ),
        *(
            Page(
                f"{_ADDRESSES.get(macro, macro)}/index.md", macro, title=language.gettext(title), repeats=True
            )
            for macro, title in (REGISTERS | _optional(dataset, kept)).items()
        ),
    ]
    records = [
        Page(f"{kind.name}/{entry.id}.md", kind.page, entry.id)
        for kind in KINDS.values()
        if kind.page is not None
        for entry in dataset.kinds.get(kind.name, ())
    ]
    moved = [
        Page(f"{each.page.strip('/')}.md", MOVED, each.new, title=language.gettext("Moved"), repeats=True)
        for each in pages_moved(redirects)
    ]
    years = {(macro, year) for macro, found in _years_of(look_up(dataset)).items() for year in found}
    years |= {(match[1], match[2]) for match in map(_YEAR.fullmatch, kept) if match}
    parts = [
        Page(
            f"{macro}/{year}.md",
            macro,
            title=language.gettext(YEARLY[macro]) % {"year": year},
            year=year,
            repeats=True,
        )
        for macro, year in sorted(years)
    ]
    return (*lists, *parts, *records, *moved)


def _optional(dataset: Dataset, kept: Container[str]) -> dict[str, str]:
    """Return the lists that are switched on, or were once, by their macro with their titles."""
    is_on = complying.is_shown(dataset)
    return {macro: title for macro, title in OPTIONAL.items() if is_on or f"/{_ADDRESSES[macro]}/" in kept}


def _years_of(lookups: Lookups) -> Mapping[str, tuple[str, ...]]:
    """Return the years that have pages of their own, by the macro of the register; none for a short one."""
    parts: Mapping[str, Part[Any]] = {
        "actions": actions_of(lookups, lookups.actions.items()),
        "decisions": decisions_of(lookups.decisions.values()),
        "changes": changes_of(changes(lookups)),
        "withheld": withheld_of(lookups, register(lookups).listed),
    }
    return {macro: tuple(year for year, _ in part.years) for macro, part in parts.items()}


def stub(page: Page) -> str:
    """Return the source of a generated page: front matter, a fixed title if it has one, and its macro."""
    argument = "" if page.argument is None else f'"{page.argument}"'
    argument += "" if page.year is None else f'year="{page.year}"'
    return f"{FRONT_MATTER}\n{filled(page, f'{{{{ {page.macro}({argument}) }}}}')}\n"


def filled(page: Page, text: str) -> str:
    """Return what follows the front matter of a page, with what stands in the place of its macro."""
    return f"# {page.title}\n\n{text}" if page.title else text


def text_of(page: Page, macros: Mapping[str, Callable[..., str]]) -> str:
    """Return what the macro of a generated page gives. Raises what the macro raises."""
    macro = macros[page.macro]
    if page.year is not None:
        return macro(year=page.year)
    return macro() if page.argument is None else macro(page.argument)


def searched(page: Page | None, shown: str) -> str:
    """Return what the search finds of a page with this HTML: of one that repeats others, its title alone.

    A page that leads on is not found. None stands for a hand-written page.
    """
    if page is None or not page.repeats:
        return shown
    return "" if page.macro == MOVED else f"<h1>{page.title}</h1>"
