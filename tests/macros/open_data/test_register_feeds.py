"""Who follows the actions hears of each that is agreed and of every report on it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from editions.datasets import Dataset
from macros.open_data.register_feeds import register_feeds
from macros.open_data.sources import source_of
from tests.macros.open_data.small import ADDRESS
from tests.macros.open_data.test_feeds import ATOM, assert_valid, links, texts
from tests.macros.samples_actions import FORM, JANUARY, MARCH, MEETINGS, dataset
from tests.macros.test_filters import DECISIONS


def feeds(of: Dataset) -> dict[str, ET.Element]:
    """Return each feed as a reader of feeds sees it."""
    files = register_feeds(source_of(of, ADDRESS))
    return {name: ET.fromstring(content) for name, content in files.items()}  # noqa: S314  # Our own files.


def titles(feed: ET.Element) -> list[str]:
    return [texts(each, "title")[0] for each in feed.findall(f"{ATOM}entry")]


def test_every_register_feed_is_valid() -> None:
    """Of all, and of each group and agency that has a page."""
    found = feeds(dataset())
    assert sorted(found) == [
        "actions/agency/all/feed.xml",
        "actions/agency/council/feed.xml",
        "actions/agency/police/feed.xml",
        "actions/feed.xml",
        "actions/group/executive/feed.xml",
        "actions/group/learning/feed.xml",
        "decisions/feed.xml",
    ]
    for feed in (*found.values(), *feeds(dataset(*DECISIONS)).values(), *feeds(Dataset()).values()):
        assert_valid(feed)


def test_each_step_of_an_action_is_an_entry() -> None:
    """It leads to the action, or to the item that reported; the newest comes first."""
    feed = feeds(dataset())["actions/group/learning/feed.xml"]
    assert titles(feed) == [
        "Overdue: Merge the forms.",
        "Carried over: Merge the forms.",
        "New action: Merge the forms.",
    ]
    assert [links(each, "alternate")[0].removeprefix(ADDRESS) for each in feed.findall(f"{ATOM}entry")][
        1:
    ] == [
        f"meetings/{MARCH}/#one",
        f"meetings/{JANUARY}/#action-form",
    ]


def test_the_name_of_a_step_lasts() -> None:
    """A correction of the minutes is no new entry."""
    (first,) = [
        texts(each, "id")[0]
        for each in feeds(dataset())["actions/feed.xml"].findall(f"{ATOM}entry")
        if texts(each, "title")[0] == "Carried over: Merge the forms."
    ]
    assert first == f"tag:larkmere.example,2026-06-01:board/actions/{FORM}/{MARCH}/1"


def test_decisions_have_a_feed() -> None:
    """Each with its kind."""
    feed = feeds(dataset(*DECISIONS))["decisions/feed.xml"]
    assert titles(feed)[-1] == "Approved: Pay a fee."
    assert len(titles(feed)) == 5


def test_an_entry_stands_in_the_feed_of_its_agency_only() -> None:
    """Who follows one agency hears of no other."""
    (one, two) = titles(feeds(dataset(*MEETINGS))["actions/agency/police/feed.xml"])
    assert (one, two) == ("Superseded: Write a leaflet.", "New action: Write a leaflet.")
