"""What the head of a page says to programs: feeds and calendar to subscribe to, and what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.kinds import KINDS
from macros.language.formats import day
from macros.open_data import calendars, feeds
from macros.open_data.linked_data import linked_data
from macros.open_data.register_feeds import with_feeds
from macros.open_data.sources import Source, folder_of
from macros.pages import REGISTERS, Page

FED = frozenset({"actions", "decisions"})
"""The registers that have feeds of their own."""

ATOM, CALENDAR = "application/atom+xml", "text/calendar"


@dataclass(frozen=True, slots=True)
class Alternate:
    """Another form of what a page tells."""

    type: str
    address: str
    """From the root of the site, without a leading `/`."""

    title: str


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page says to programs."""

    alternates: tuple[Alternate, ...]
    own: tuple[Alternate, ...]
    """Those of them that the page shows to people: of a list its own, of a group its own."""

    linked_data: str
    """JSON in which no sign of HTML stands."""

    cited: str = ""
    """How to cite the record of the page, up to its address; empty for a page that shows no record."""


def head_of(source: Source, page: Page | None, path: str) -> Head:
    """Return what the head of a page says; `page` is None for a hand-written one, `path` its address."""
    said = source.language.gettext
    found = [Alternate(ATOM, feeds.FILE, said("Everything new: %(name)s") % {"name": source.name})]
    folder = page.path.removesuffix(".md").removesuffix("/index") if page is not None else ""
    first, _, group = folder.partition("/")
    kinds = [kind for kind in KINDS if first and folder_of(kind) == first]
    found += [Alternate(ATOM, f"{first}/{feeds.FILE}", _under(source, kind)) for kind in kinds]
    if first == "groups" and group:
        entry = source.lookups.groups[group]
        name = source.group(entry)
        found += [
            Alternate(ATOM, f"{folder}/{feeds.FILE}", said("New: %(name)s") % {"name": name}),
            Alternate(CALENDAR, f"{folder}/{calendars.FILE}", said("Meetings: %(name)s") % {"name": name}),
        ]
    if first in FED:
        found += _of_registers(source, page, folder)
    if not path or first == "meetings":
        found.append(Alternate(CALENDAR, calendars.FILE, said("All meetings")))
    own = tuple(_own(found, folder))
    return Head(tuple(found), own, linked_data(source, page, path), cited(source, page))


def _of_registers(source: Source, page: Page | None, folder: str) -> Iterator[Alternate]:
    """Yield the feed of a register, and that of the part of it which a page shows, if it has one."""
    first = folder.partition("/")[0]
    title = source.language.gettext(REGISTERS[first])
    yield Alternate(
        ATOM, f"{first}/{feeds.FILE}", source.language.gettext("New under %(kind)s") % {"kind": title}
    )
    if page is not None and page.by is not None:
        parts = {each.path: each for each in with_feeds(source)}
        if folder in parts:
            yield Alternate(ATOM, f"{folder}/{feeds.FILE}", parts[folder].title)


def cited(source: Source, page: Page | None) -> str:
    """Return how to cite the record of a page: who published it, what it is, and its edition."""
    if page is None or page.argument is None:
        return ""
    entry = source.lookups.by_id[page.path.split("/")[0], page.argument]
    if entry.record is None or not entry.issues:
        return ""
    newest = entry.issues[-1]
    return source.language.gettext("%(name)s. %(title)s. Edition %(number)s, %(day)s.") % {
        "name": source.name,
        "title": source.title(entry.record),
        "number": newest.number,
        "day": day(source.language, newest.date),
    }


def _under(source: Source, kind: str) -> str:
    title = source.language.pgettext("kind", KINDS[kind].title)
    return source.language.gettext("New under %(kind)s") % {"kind": title}


def _own(found: list[Alternate], folder: str) -> Iterator[Alternate]:
    """Yield what belongs to a list or a group; nothing for the page of another record."""
    lists = folder in {folder_of(kind) for kind in KINDS}
    for each in found:
        is_here = each.address.rpartition("/")[0] == folder
        if folder and (is_here or (lists and each.type == CALENDAR)):
            yield each
    if folder == "changes":
        yield found[0]


def changed_on(source: Source, page: Page | None) -> str:
    """Return the day on which what a page shows changed last: of its record, else of the newest of all."""
    if page is not None and page.argument is not None:
        issues = source.lookups.by_id[page.path.split("/")[0], page.argument].issues
        return issues[-1].date if issues else source.lookups.as_of
    kinds = source.lookups.dataset.kinds if page is not None else {}
    days = [
        issue.date
        for kind, entries in kinds.items()
        if page is not None and folder_of(kind) == page.path.split("/")[0]
        for entry in entries
        for issue in entry.issues
    ]
    return max(days, default=source.lookups.as_of)
