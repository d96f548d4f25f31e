"""Linked data: types and properties that schema.org has, addresses that exist, and no sign of HTML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from editions.datasets import Dataset
from macros.open_data.heads import changed_on, cited, head_of
from macros.open_data.linked_data import linked_data
from macros.open_data.site_files import site_files
from macros.pages import Page, pages
from tests.macros.open_data.small import ADDRESS, CANCELLED, HOSTILE, small, source, titled
from tests.macros.samples import sample

CREATIVE_WORK = {
    "@id",
    "name",
    "url",
    "description",
    "inLanguage",
    "publisher",
    "creator",
    "license",
    "datePublished",
    "dateModified",
    "version",
    "mainEntity",
    "isAccessibleForFree",
}
PROPERTIES = {
    "WebPage": {*CREATIVE_WORK, "@context", "breadcrumb"},
    "CollectionPage": {*CREATIVE_WORK, "@context", "breadcrumb"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "Organization": {
        "@id", "name", "url", "alternateName", "description", "foundingDate", "dissolutionDate", "areaServed",
        "contactPoint", "parentOrganization",
    },
    "ContactPoint": {"name", "email", "telephone"},
    "Event": {
        "name", "description", "startDate", "endDate", "eventStatus", "eventAttendanceMode", "location",
        "organizer",
    },
    "Place": {"name"},
    "Report": CREATIVE_WORK,
    "DigitalDocument": CREATIVE_WORK,
    "Dataset": {*CREATIVE_WORK, "distribution"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "DefinedTermSet": {"name", "hasDefinedTerm"},
    "DefinedTerm": {"name", "url"},
}  # fmt: skip
"""The properties that schema.org gives each type, as far as we use them."""


def path_of(page: Page) -> str:
    """Return the address of a page from the root of the site."""
    stem = page.path.removesuffix(".md")
    return f"{stem.removesuffix('/index')}/"


def read(page: Page | None, dataset: Dataset | None = None) -> dict[str, Any]:
    """Return the data of a page."""
    found: dict[str, Any] = json.loads(linked_data(source(dataset), page, path_of(page) if page else ""))
    return found


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in the data of a page."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from nodes(each)
    elif isinstance(value, list):
        for each in value:
            yield from nodes(each)


def page_of(kind: str, record_id: str) -> Page:
    """Return the generated page of a record."""
    (found,) = [page for page in pages(small()) if page.path == f"{kind}/{record_id}.md"]
    return found


@pytest.mark.parametrize("page", [None, *pages(sample())], ids=lambda page: page.path if page else "home")
def test_every_page_says_what_schema_org_knows(page: Page | None) -> None:
    """Each object has a type that we know, and of its properties no other."""
    for node in nodes(read(page, sample())):
        assert set(node) - {"@type"} <= PROPERTIES[node["@type"]]


@pytest.mark.parametrize("page", pages(sample()), ids=lambda page: page.path)
def test_every_address_in_it_exists(page: Page) -> None:
    """Pages and files that are named are on the site."""
    known = {ADDRESS, *(ADDRESS + path_of(each) for each in pages(sample()))}
    known |= {ADDRESS + name for name in site_files(sample(), ADDRESS)}
    named = set(re.findall(rf'"({re.escape(ADDRESS)}[^"#]*)', json.dumps(read(page, sample()))))
    assert sorted(named - known) == []


def test_a_meeting_is_an_event() -> None:
    """When, where, how and by whom, with the difference from Greenwich."""
    event = read(page_of("meetings", "2026-07-09-executive"))["mainEntity"]
    assert event["@type"] == "Event"
    assert (event["startDate"], event["endDate"]) == (
        "2026-07-09T14:00:00+01:00",
        "2026-07-09T16:10:00+01:00",
    )
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert event["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert event["organizer"] == {
        "@type": "Organization",
        "name": "Executive",
        "url": f"{ADDRESS}groups/executive/",
    }


def test_a_cancelled_meeting_says_so() -> None:
    """Search engines show it struck out."""
    event = read(page_of("meetings", str(CANCELLED["id"])))["mainEntity"]
    assert event["eventStatus"] == "https://schema.org/EventCancelled"


def test_a_withdrawn_page_says_nothing_of_what_it_was() -> None:
    """Neither title nor day of the record stands in it."""
    found = read(page_of("meetings", "2025-11-06-executive"))
    assert "mainEntity" not in found
    assert found["breadcrumb"]["itemListElement"][-1]["name"] == "A withdrawn page"


def test_the_way_home_is_told() -> None:
    """Home, the list, the record."""
    steps = read(page_of("groups", "executive"))["breadcrumb"]["itemListElement"]
    assert [(each["position"], each["item"]) for each in steps] == [
        (1, ADDRESS),
        (2, f"{ADDRESS}groups/"),
        (3, f"{ADDRESS}groups/executive/"),
    ]


def test_the_home_page_tells_of_the_partnership() -> None:
    """Its name, its area, and how to reach its office."""
    found = read(None)["mainEntity"]
    assert found["areaServed"] == ["Larkmere"]
    assert found["contactPoint"]["email"] == "office@larkmere.example"


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_ends_the_data(title: str) -> None:
    """No sign of HTML stands in it, no line break, and the title comes back as it was."""
    text = linked_data(source(titled(title)), page_of("meetings", "2026-03-12-executive"), "meetings/x/")
    assert not set(text) & set("<>&\n\r\t")
    assert "\\n" not in text.replace("\\\\n", "")
    assert json.loads(text)["mainEntity"]["name"].startswith(" ".join(title.split()))


def test_the_head_names_the_feeds_of_the_page() -> None:
    """The feed of all on every page; a group's own feed and calendar on its page; all meetings on theirs."""
    group = head_of(source(), page_of("groups", "executive"), "groups/executive/")
    assert [each.address for each in group.alternates] == [
        "feed.xml",
        "groups/feed.xml",
        "groups/executive/feed.xml",
        "groups/executive/calendar.ics",
    ]
    assert [each.address for each in group.own] == [
        "groups/executive/feed.xml",
        "groups/executive/calendar.ics",
    ]
    meeting = head_of(source(), page_of("meetings", "2026-03-12-executive"), "meetings/2026-03-12-executive/")
    assert [each.address for each in meeting.alternates] == ["feed.xml", "meetings/feed.xml", "calendar.ics"]
    assert meeting.own == ()


@pytest.mark.parametrize("page", pages(sample()), ids=lambda page: page.path)
def test_every_feed_in_a_head_exists(page: Page) -> None:
    """A program that follows it finds a file."""
    files = site_files(sample(), ADDRESS)
    head = head_of(source(sample()), page, path_of(page))
    assert [each.address for each in head.alternates if each.address not in files] == []
    assert len({each.title for each in head.alternates}) == len(head.alternates)


def test_a_page_changed_when_its_record_did() -> None:
    """The map of the site gives the day of the newest edition, a list the newest of its records."""
    of_record = changed_on(source(), page_of("meetings", "2026-03-12-executive"))
    (listed,) = [page for page in pages(small()) if page.path == "groups/index.md"]
    assert (of_record, changed_on(source(), listed)) == ("2026-04-20", "2026-02-10")
    assert changed_on(source(), None) == "2026-04-20"


def test_a_record_says_how_to_cite_it() -> None:
    """Who published it, what it is, and which edition; a list and a withdrawn record say nothing."""
    (listed,) = [page for page in pages(small()) if page.path == "groups/index.md"]
    assert cited(source(), page_of("meetings", "2026-03-12-executive")) == (
        "Larkmere Safeguarding Children Partnership. Executive meeting, 12 March 2026. "
        "Edition 3, 20 April 2026."
    )
    assert cited(source(), listed) == ""
    assert cited(source(), None) == ""
