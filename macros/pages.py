"""The pages that are made of the dataset: where each stands, and the one macro that fills it."""

from __future__ import annotations

from dataclasses import dataclass

from editions.datasets import Dataset

FRONT_MATTER = "---\nhide:\n  - navigation\n---\n"
"""The same on every generated page: no word of a record may stand there, because MkDocs acts on it."""

LISTS = {
    "meetings": "Meetings",
    "groups": "Groups",
    "partners": "Partners",
    "decisions": "Decisions",
    "actions": "Actions",
    "withheld": "What we withhold and why",
    "changes": "What changed",
    "data_files": "Data",
}
"""The pages of lists by their macro, with their titles."""

_ADDRESSES = {"data_files": "data"}
_OF_RECORDS = {"meetings": "meeting", "groups": "group"}
"""The kinds whose records have pages of their own, with the macro of such a page."""


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


def pages(dataset: Dataset) -> tuple[Page, ...]:
    """Return the generated pages: one for each list, and one for each record of a kind that has pages.

    A record that is not in the dataset has no page. One that was withdrawn has a page that says so.
    """
    lists = [
        Page(f"{_ADDRESSES.get(macro, macro)}/index.md", macro, title=title) for macro, title in LISTS.items()
    ]
    records = [
        Page(f"{kind}/{entry.id}.md", macro, entry.id)
        for kind, macro in _OF_RECORDS.items()
        for entry in dataset.kinds.get(kind, ())
    ]
    return (*lists, *records)


def stub(page: Page) -> str:
    """Return the source of a generated page: front matter, a fixed title if it has one, and its macro."""
    argument = "" if page.argument is None else f'"{page.argument}"'
    return f"{FRONT_MATTER}\n{filled(page, f'{{{{ {page.macro}({argument}) }}}}')}\n"


def filled(page: Page, text: str) -> str:
    """Return what follows the front matter of a page, with what stands in the place of its macro."""
    return f"# {page.title}\n\n{text}" if page.title else text
