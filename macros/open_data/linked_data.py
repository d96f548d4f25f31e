"""What a page is about, in the words of schema.org, for search engines: data that nothing runs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import orjson

from editions.canonical import without_nothing
from editions.datasets import Entry
from editions.fields import PublicRecord
from editions.kinds.glossary import PublicGlossary
from editions.kinds.groups import PublicGroup
from editions.kinds.indicators import PublicIndicator
from editions.kinds.meetings import PublicMeeting
from editions.kinds.reports import PublicReport
from editions.kinds.reviews import PublicReview
from macros.kinds import KINDS
from macros.open_data.data_packages import tables
from macros.open_data.sources import Source, folder_of
from macros.open_data.times import when_of
from macros.pages import REGISTERS, Page

Plain = dict[str, Any]

_SCHEMA = "https://schema.org"
_STATUS = {
    "cancelled": "EventCancelled",
    "abandoned": "EventCancelled",
    "postponed": "EventPostponed",
}
_ATTENDED = {
    "in-person": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "phone": "OnlineEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
}
_ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
"""No sign of HTML stands in the data, so no text can end it and begin a tag."""

_ABOUT = ("summary", "purpose", "definition", "introduction", "description")


def linked_data(source: Source, page: Page | None, path: str) -> str:
    """Return what the page at `path` of the site is about, as JSON that can stand in HTML.

    `page` is None for a hand-written page; the home page, at the empty path, tells of the partnership.
    """
    whole: Plain = {
        "@context": _SCHEMA,
        "@type": "WebPage",
        "@id": source.at(path),
        "url": source.at(path),
        "inLanguage": source.language.code,
        "publisher": _publisher(source),
        "license": _licence(source),
        "breadcrumb": _breadcrumb(source, page, path),
    }
    if page is None:
        whole |= {"mainEntity": _partnership(source)} if not path else {}
    elif page.argument is not None:
        entry = source.lookups.by_id[page.path.split("/")[0], page.argument]
        whole |= _record_page(source, entry)
    elif page.macro == "data_files":
        whole |= {"@type": "WebPage", "name": page.title, "mainEntity": _dataset(source)}
    else:
        whole |= {"@type": "CollectionPage", "name": page.title}
        whole |= {"mainEntity": _terms(source, path)} if page.macro == "glossary" else {}
    text = orjson.dumps(without_nothing(whole)).decode()
    for sign, escaped in _ESCAPED.items():
        text = text.replace(sign, escaped)
    return text


def _publisher(source: Source) -> Plain:
    return {"@type": "Organization", "@id": source.at("#partnership"), "name": source.name}


def _licence(source: Source) -> str | None:
    partnership = source.lookups.partnership
    return partnership.licence.address if partnership else None


def _breadcrumb(source: Source, page: Page | None, path: str) -> Plain | None:
    """Return the way from the home page to a generated page."""
    if page is None:
        return None
    steps = [(source.name, "")]
    if page.argument is None:
        folder = page.path.split("/")[0]
        is_part = page.year is not None or page.by is not None
        steps += [(source.language.gettext(REGISTERS[page.macro]), f"{folder}/")] if is_part else []
        steps.append((page.title, path))
    else:
        kind = page.path.split("/")[0]
        entry = source.lookups.by_id[kind, page.argument]
        steps.append((source.language.pgettext("kind", KINDS[kind].title), f"{folder_of(kind) or kind}/"))
        steps.append(
            (
                source.title(entry.record) if entry.record else source.language.gettext("A withdrawn page"),
                path,
            )
        )
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": source.at(step)}
            for place, (name, step) in enumerate(steps, 1)
        ],
    }


def _record_page(source: Source, entry: Entry[PublicRecord]) -> Plain:
    found: Plain = {}
    if entry.issues:
        found = {
            "datePublished": entry.issues[0].date,
            "dateModified": entry.issues[-1].date,
            "version": entry.issues[-1].number,
        }
    record = entry.record
    if record is None:
        return found
    about = next((text for name in _ABOUT if (text := getattr(record, name, None))), None)
    kind, more = _described(source, record)
    title = source.title(record)
    entity = {"@type": kind, "name": title, "description": source.brief(about)[:300] or None} | more
    return found | {"name": title, "mainEntity": entity}


def _described(source: Source, record: PublicRecord) -> tuple[str, Plain]:
    """Return the type of what a record is about, and what that type has besides name and description."""
    if isinstance(record, PublicMeeting):
        return "Event", _event(source, record)
    if isinstance(record, PublicGroup):
        return "Organization", _group(source, record)
    more: Plain = {"creator": _publisher(source), "license": _licence(source)}
    version = getattr(record, "version", None)
    more["version"] = source.line(version) or None
    more["datePublished"] = getattr(record, "first_published", None)
    if isinstance(record, PublicIndicator):
        csv = source.at("data/indicator-values.csv")
        return "Dataset", more | {"distribution": _download(csv, "text/csv")}
    return ("Report" if isinstance(record, PublicReport | PublicReview) else "DigitalDocument"), more


def _event(source: Source, meeting: PublicMeeting) -> Plain:
    when = when_of(source.language, meeting.date, meeting.until, meeting.time)
    timed = when is not None and isinstance(when.start, datetime)
    start = when.start.isoformat() if when and timed else meeting.date
    end = when.end.isoformat() if when and timed and when.end else meeting.until
    place = source.line(meeting.place)
    organizer: Plain = {"@type": "Organization", "name": source.who(meeting.group)}
    if meeting.group.id:
        organizer["url"] = source.at(f"groups/{meeting.group.id}/")
    mode = _ATTENDED.get(meeting.mode or "")
    return {
        "startDate": start,
        "endDate": end,
        "eventStatus": f"{_SCHEMA}/{_STATUS.get(meeting.happened or '', 'EventScheduled')}",
        "eventAttendanceMode": f"{_SCHEMA}/{mode}" if mode else None,
        "location": {"@type": "Place", "name": place} if place else None,
        "organizer": organizer,
    }


def _group(source: Source, group: PublicGroup) -> Plain:
    parent = group.parent
    above: Plain = {"@type": "Organization", "name": source.who(parent)} if parent else _publisher(source)
    if parent is not None and parent.id:
        above["url"] = source.at(f"groups/{parent.id}/")
    return {
        "alternateName": source.line(group.short_name) or None,
        "foundingDate": group.created,
        "dissolutionDate": group.ended,
        "parentOrganization": above,
    }


def _partnership(source: Source) -> Plain | None:
    partnership = source.lookups.partnership
    if partnership is None:
        return None
    office = partnership.office
    return _publisher(source) | {
        "url": source.address,
        "alternateName": source.line(partnership.short_name) or None,
        "description": source.brief(partnership.description)[:300] or None,
        "foundingDate": partnership.founded,
        "areaServed": [source.line(area) for area in partnership.areas],
        "contactPoint": {
            "@type": "ContactPoint",
            "name": source.line(office.name),
            "email": office.email,
            "telephone": office.telephone,
        },
    }


def _dataset(source: Source) -> Plain:
    return {
        "@type": "Dataset",
        "name": source.language.gettext("Records of %(name)s") % {"name": source.name},
        "description": source.language.gettext(
            "Meetings, decisions, actions and all else that %(name)s publishes, as files."
        )
        % {"name": source.name},
        "url": source.at("data/"),
        "creator": _publisher(source),
        "license": _licence(source),
        "dateModified": source.lookups.as_of or None,
        "isAccessibleForFree": True,
        "distribution": [_download(source.at(f"data/{each.name}.csv"), "text/csv") for each in tables()],
    }


def _download(address: str, kind: str) -> Plain:
    return {"@type": "DataDownload", "contentUrl": address, "encodingFormat": kind}


def _terms(source: Source, path: str) -> Plain | None:
    glossary = next(iter(source.lookups.dataset.records(PublicGlossary)), None)
    if glossary is None:
        return None
    return {
        "@type": "DefinedTermSet",
        "name": source.line(glossary.title),
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "name": source.line(term.term),
                "url": source.at(f"{path}#term-{term.id}"),
            }
            for term in glossary.terms
        ],
    }
