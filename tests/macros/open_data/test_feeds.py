"""Feeds: valid Atom, with names that last, and nothing that the site does not have."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from editions.datasets import Dataset, Issue
from macros.open_data.feeds import MOST, feed_files
from tests.macros.open_data.small import ADDRESS, HOSTILE, MARCH, small, source, titled
from tests.macros.samples import entry, sample

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(name: str, dataset: Dataset | None = None) -> ET.Element:
    """Return a feed as a reader of feeds sees it."""
    return ET.fromstring(feed_files(source(dataset))[name])  # noqa: S314  # Our own file.


def texts(element: ET.Element, name: str) -> list[str]:
    """Return the texts of the elements with this name that stand right in another."""
    return [each.text or "" for each in element.findall(ATOM + name)]


def links(element: ET.Element, relation: str) -> list[str]:
    """Return where the links of an element lead."""
    return [each.attrib["href"] for each in element.findall(f"{ATOM}link") if each.attrib["rel"] == relation]


def assert_valid(root: ET.Element) -> None:
    """Hold a feed against what RFC 4287 asks of one without content."""
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.findall(f"{ATOM}entry")):
        assert [len(texts(element, name)) for name in ("id", "title", "updated")] == [1, 1, 1]
        assert re.fullmatch(r"(https|tag):\S+", texts(element, "id")[0])
        assert datetime.fromisoformat(texts(element, "updated")[0]).tzinfo is not None
        assert len(links(element, "alternate")) == 1
    assert len(links(root, "self")) == 1
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    ids = [texts(each, "id")[0] for each in root.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))


def test_the_feed_of_everything_is_as_it_was(golden: Callable[[Path | str, str], str]) -> None:
    """Whatever changes in the feed is seen in the difference of this file."""
    actual = feed_files(source())["feed.xml"].decode()
    assert actual == golden("feed.xml", actual)


@pytest.mark.parametrize("dataset", [small(), sample()], ids=["small", "sample"])
def test_every_feed_is_valid(dataset: Dataset) -> None:
    """Each has a name, a title, a date with a time zone, an author and links to itself and its page."""
    files = feed_files(source(dataset))
    assert {"feed.xml", "meetings/feed.xml", "groups/feed.xml", "groups/executive/feed.xml"} <= set(files)
    for name in files:
        root = feed(name, dataset)
        assert_valid(root)
        assert links(root, "self") == [ADDRESS + name]


def test_minor_and_removed_editions_are_left_out() -> None:
    """Readers hear what is new, changed or withdrawn, not that a full stop was put in."""
    notes = " ".join(texts(each, "summary")[0] for each in feed("meetings/feed.xml").findall(f"{ATOM}entry"))
    assert "A full stop." not in notes
    assert "The minutes were added." in notes
    removed = [
        each for each in feed("feed.xml").findall(f"{ATOM}entry") if "2025-12-01" in texts(each, "id")[0]
    ]
    assert removed == []


def test_a_withdrawal_says_so_and_nothing_else() -> None:
    """The title of what was withdrawn is gone; its page, which says so too, is linked."""
    (told,) = [
        each
        for each in feed("meetings/feed.xml").findall(f"{ATOM}entry")
        if texts(each, "id")[0].endswith("meetings/2025-11-06-executive/2")
    ]
    assert texts(told, "title") == ["Withdrawn: a page under Meetings"]
    assert texts(told, "summary") == ["Taken down to be checked. Edition 2, 9 December 2025."]
    assert links(told, "alternate") == [f"{ADDRESS}meetings/2025-11-06-executive/"]


def test_an_entry_is_named_by_record_and_edition() -> None:
    """A second build gives the same names, and a new edition does not change the name of an old one."""
    dataset = Dataset({"meetings": (entry("meetings", MARCH, Issue(number=1, date="2026-02-10", note="x")),)})
    named = "tag:larkmere.example,2026-02-10:board/meetings/2026-03-12-executive/1"
    assert texts(feed("feed.xml", dataset)[-1], "id") == [named]
    later = Issue(number=2, date="2026-04-01", note="y")
    both = Dataset({"meetings": (entry("meetings", MARCH, dataset.kinds["meetings"][0].issues[0], later),)})
    assert texts(feed("feed.xml", both)[-1], "id") == [named]


def test_only_the_newest_edition_says_what_the_record_says() -> None:
    """Beside an earlier edition, words of the present one would be false."""
    entries = feed("groups/executive/feed.xml").findall(f"{ATOM}entry")
    of_march = {
        texts(each, "id")[0][-1]: texts(each, "summary")[0]
        for each in entries
        if "03-12" in texts(each, "id")[0]
    }
    assert "toolkit" not in of_march["1"]
    assert "[Withheld: information about a person]" not in of_march["1"]


def test_the_days_are_british() -> None:
    """An edition of a summer's day begins an hour before that day does in Greenwich."""
    stamps = {texts(each, "updated")[0] for each in feed("feed.xml").findall(f"{ATOM}entry")}
    assert "2026-04-01T00:00:00+01:00" in stamps
    assert "2026-02-10T00:00:00+00:00" in stamps


def test_a_group_has_what_is_its_own() -> None:
    """Its feed has its meetings, its own record and what it issued, and nothing of another group."""
    ids = {texts(each, "id")[0] for each in feed("groups/executive/feed.xml").findall(f"{ATOM}entry")}
    assert {each.split(":")[2].split("/")[1] for each in ids} == {"meetings", "groups"}
    assert not any("2026-10-01-days" in each for each in ids)


def test_a_feed_does_not_grow_for_ever() -> None:
    """The newest hundred stand in it; the page of changes has the rest."""
    many = tuple(
        entry("meetings", MARCH | {"id": f"m-{number}"}, Issue(number=1, date="2026-02-10", note="x"))
        for number in range(MOST + 5)
    )
    assert len(feed("feed.xml", Dataset({"meetings": many})).findall(f"{ATOM}entry")) == MOST


def test_an_empty_site_has_a_feed() -> None:
    """Somebody can subscribe before anything is published."""
    assert_valid(feed("feed.xml", Dataset()))


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_breaks_a_feed(title: str) -> None:
    """Whatever a title holds is text, the same as on the page."""
    root = feed("meetings/feed.xml", titled(title))
    assert_valid(root)
    (told,) = root.findall(f"{ATOM}entry")
    line = " ".join(title.split())
    assert texts(told, "title") == [f"{line}, 12 March 2026"]
    assert line in texts(told, "summary")[0]


def test_signs_that_no_xml_may_hold_are_left_out() -> None:
    """One such sign would make the whole feed unreadable."""
    assert_valid(feed("meetings/feed.xml", titled("a\ufffeb")))
