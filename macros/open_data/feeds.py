"""Atom feeds: what was published, changed and withdrawn, of everything, of each kind and of each group."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from macros.kinds import KINDS, address_of
from macros.language.formats import day
from macros.links import has_page
from macros.open_data.sources import Source, folder_of
from macros.open_data.times import moment
from macros.views.changes import Change, changes

FILE = "feed.xml"
MOST = 100
"""How many entries a feed has: the newest. The page of changes has all."""

ATOM = "http://www.w3.org/2005/Atom"
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that no XML may hold."""


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of a feed."""

    id: str
    """Its name for ever."""

    title: str
    day: str
    """The day on which it became public or changed."""

    address: str
    """Where it stands, from the root of the site."""

    category: tuple[str, str]
    """A word for programs, and the same for people."""

    summary: str


def feed_files(source: Source) -> dict[str, bytes]:
    """Return every feed of editions by its name in the site."""
    news = [each for each in changes(source.lookups) if _is_news(each)]
    told = {(each.kind, each.id, each.issue.number): _told(source, each) for each in news}

    def of(found: Iterable[Change]) -> list[Told]:
        return [told[each.kind, each.id, each.issue.number] for each in found]

    files = {FILE: feed(source, of(news), FILE, source.name, "changes/")}
    for kind in KINDS:
        folder = folder_of(kind)
        if folder is not None:
            name = f"{folder}/{FILE}"
            found = [each for each in news if each.kind == kind]
            files[name] = feed(
                source,
                of(found),
                name,
                f"{source.language.pgettext('kind', KINDS[kind].title)}: {source.name}",
                f"{folder}/",
            )
    for entry in source.lookups.groups.values():
        name = f"groups/{entry.id}/{FILE}"
        title = source.group(entry)
        found = [each for each in news if _is_of(entry.id, each)]
        files[name] = feed(source, of(found), name, f"{title}: {source.name}", f"groups/{entry.id}/")
    return files


def feed(source: Source, told: Iterable[Told], name: str, title: str, page: str) -> bytes:
    """Return the feed of these entries, the newest first; `page` is the one that shows the same."""
    chosen = list(told)[:MOST]
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": source.language.code})
    partnership = source.lookups.partnership
    _add(root, "id", source.at(name))
    _add(root, "title", title)
    if partnership is not None and partnership.fictional:
        said = source.language.gettext
        _add(root, "subtitle", said("This partnership does not exist. Every name and event here is made up."))
    newest = max((each.day for each in chosen), default=source.lookups.as_of or "2000-01-01")
    _add(root, "updated", moment(newest))
    _link(root, "self", source.at(name), "application/atom+xml")
    _link(root, "alternate", source.at(page), "text/html")
    ET.SubElement(_add(root, "author", None), "name").text = _clean(source.name)
    if partnership is not None:
        _add(root, "rights", source.line(partnership.licence.name))
    for each in chosen:
        _entry(source, root, each)
    ET.indent(root)
    body: bytes = ET.tostring(root, "utf-8", xml_declaration=False)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body + b"\n"


def _is_news(change: Change) -> bool:
    """Return whether an edition is announced: no small correction, and nothing that was taken out since."""
    return not change.issue.minor and change.issue.state != "removed"


def _is_of(group: str, change: Change) -> bool:
    """Return whether a record is that of a group, of one of its meetings, or what it issued or keeps."""
    record = change.record
    if change.kind == "groups":
        return change.id == group
    named = [getattr(record, name, None) for name in ("group", "approved_by")]
    named += getattr(record, "with_groups", ())
    named += [each.who for each in getattr(record, "issued_by", ())]
    return any(each is not None and each.kind == "group" and each.id == group for each in named)


def _told(source: Source, change: Change) -> Told:
    issue = change.issue
    return Told(
        id=tag(source, f"{change.kind}/{change.id}/{issue.number}", issue.date),
        title=_title(source, change),
        day=issue.date,
        address=_page(change),
        category=(change.kind, source.language.pgettext("kind", KINDS[change.kind].title)),
        summary=_summary(source, change),
    )


def _entry(source: Source, root: ET.Element, told: Told) -> None:
    entry = ET.SubElement(root, "entry")
    _add(entry, "id", told.id)
    _add(entry, "title", told.title)
    _add(entry, "updated", moment(told.day))
    _link(entry, "alternate", source.at(told.address), "text/html")
    term, label = told.category
    _add(entry, "category", None).attrib.update({"term": term, "label": label})
    _add(entry, "summary", told.summary)


def _title(source: Source, change: Change) -> str:
    said = source.language.gettext
    kind = source.language.pgettext("kind", KINDS[change.kind].title)
    if change.record is None:
        return said("Withdrawn: a page under %(kind)s") % {"kind": kind}
    title = source.title(change.record) or kind
    if change.issue.state == "withdrawn":
        return said("Withdrawn for a time: %(title)s") % {"title": title}
    return title if change.issue.number == 1 else said("Changed: %(title)s") % {"title": title}


def _summary(source: Source, change: Change) -> str:
    """Return what changed, and what the record says in short where this is its newest edition."""
    entry = source.lookups.by_id[change.kind, change.id]
    newest = entry.issues[-1].number == change.issue.number
    said = source.brief(getattr(change.record, "summary", None)) if newest else ""
    about = source.language.gettext("Edition %(number)s, %(day)s.") % {
        "number": change.issue.number,
        "day": day(source.language, change.issue.date),
    }
    return " ".join(part for part in (source.line(change.issue.note), about, said) if part)


def _page(change: Change) -> str:
    if change.record is not None:
        return address_of(change.record)
    return f"{change.kind}/{change.id}/" if has_page(change.kind) else "changes/"


def tag(source: Source, path: str, date: str) -> str:
    """Return a name for ever (RFC 4151): host and day say who gave it, the rest what it is of."""
    parts = urlsplit(source.address)
    return f"tag:{parts.hostname},{date}:{parts.path.lstrip('/')}{path}"


def _add(parent: ET.Element, name: str, text: str | None) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = _clean(text) if text is not None else None
    return element


def _link(parent: ET.Element, relation: str, address: str, kind: str) -> None:
    ET.SubElement(parent, "link", {"rel": relation, "type": kind, "href": address})


def _clean(text: str) -> str:
    return _NO_XML.sub(" ", text)
