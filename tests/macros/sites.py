"""Tiny projects of an invented partnership, for tests that build whole sites."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from editions.datasets import Dataset, Entry, Issue
from editions.fields import Printed
from editions.kinds.meetings import PublicMeeting
from editions.parts.items import PublicItem
from macros.settings import Settings, compose

SETTINGS = "site_name: Larkmere\nsite_url: https://larkmere.example/board/\n"
HOME = "# Larkmere\n\nWelcome.\n"
EVIL = '{: onclick="x" } {{ 7*7 }} <b> </title><script>alert(1)</script> --8<-- ![x](//h/y)'
"""What would act, if anything read it as Markdown, HTML or a template."""


def project(folder: Path, *, settings: str = SETTINGS, **pages: str) -> Path:
    """Write a project with a home page and these pages, by name without `.md` (`__` stands for `/`)."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    for name, text in {"index": HOME, **pages}.items():
        path = folder / "docs" / f"{name.replace('__', '/')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def composed(folder: Path) -> Settings:
    """Return the settings of a project that has none wrong."""
    settings = compose(folder)
    assert isinstance(settings, Settings), settings
    return settings


def meeting(record_id: str, *, title: str = "Executive meeting", text: str = "All agreed.") -> PublicMeeting:
    """Return a meeting with one item."""
    return PublicMeeting(
        id=record_id,
        title=title,
        group=Printed(kind="group", name="Executive"),
        date=record_id[:10],
        status="approved",
        happened="held",
        kind="ordinary",
        items=(PublicItem(id="first", title=title, text=text, content="minuted"),),
    )


def dataset(*meetings: PublicMeeting) -> Dataset:
    """Return the dataset of these meetings, each in its first edition."""
    issue = Issue(number=1, date="2026-03-20", note="First edition.")
    return Dataset({"meetings": tuple(Entry(each.id, each, (issue,)) for each in meetings)})


class Reading(HTMLParser):
    """What a browser would see of a page: its elements, attributes and texts."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag in self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        for tag in self._open:
            self.texts[tag] = self.texts.get(tag, "") + data

    def with_attribute(self, name: str) -> list[str]:
        """Return the values of an attribute, in order."""
        return [
            value or "" for _, attributes in self.tags for key, value in attributes.items() if key == name
        ]


def read_page(path: Path) -> Reading:
    """Return what a browser would see of a file."""
    return Reading(path.read_text("utf-8"))
