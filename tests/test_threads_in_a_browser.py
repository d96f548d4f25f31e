"""A reader walks from a priority to a figure and back, along the links of the pages, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from macros.making.building import render
from macros.settings import Settings, compose
from tests.accessibility import NARROW, WIDE, opened, overflow, served, violations
from tests.browser import open_browser
from tests.macros.samples import sample
from tests.partnerships import copy_to

MARCH = "meetings/2026-03-12-executive/"
LED, CAME = "What led here", "What came of it"
THERE = (
    ("#action-toolkit", None, None),
    (f"{MARCH}#neglect", "#action-toolkit", CAME),
    (f"{MARCH}#action-toolkit", "#decision-d1", CAME),
    ("reviews/review-a/#recommendation-read", "#action-toolkit", LED),
    ("indicators/first-visits/", "#recommendation-read", CAME),
)
BACK = (
    ("reviews/review-a/#recommendation-read", "body", LED),
    (f"{MARCH}#action-toolkit", "#recommendation-read", CAME),
    (f"{MARCH}#decision-d1", "#action-toolkit", LED),
    ("plans/business-2025/#action-toolkit", "#neglect", LED),
    ("priorities/neglect/", None, None),
)
"""Each step: where the link leads, below what place it stands, and under which words."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build the site of the sample, and serve it."""
    folder = tmp_path_factory.mktemp("threads")
    project, site = copy_to(folder / "project"), folder / "site"
    settings = compose(project)
    assert isinstance(settings, Settings), settings
    site.mkdir()
    assert render(settings, sample(), site) == ()
    with served(site) as address:
        yield address


def follow(page: Page, target: str, place: str | None, words: str | None) -> None:
    """Click on the first link to an address that stands at or after a place, under some words."""
    found = page.evaluate(FIND, [target, place, words])
    assert found, f"no link to {target} at {place} under {words}"
    page.goto(found)


FIND = """([target, place, words]) => {
  const start = place && place !== "body" ? document.querySelector(place) : null;
  const links = [...document.querySelectorAll("main a[href]")].filter(link =>
    link.href.endsWith(target) && link.getClientRects().length > 0 && !link.matches(".headerlink")
    && (!start || start.contains(link) || start.compareDocumentPosition(link) & 4)
    && (!words || link.closest("dl > div")?.querySelector("dt")?.textContent.trim() === words));
  return links.length ? links[0].href : null;
}"""
"""Returns the address of the first such link that can be seen."""


def test_a_reader_walks_from_a_priority_to_a_figure_and_back(base: str) -> None:
    """Priority, planned action, item, decision, action, recommendation, figure; then all the way back."""
    with open_browser() as browser, opened(browser, WIDE) as page:
        page.goto(f"{base}priorities/neglect/")
        for target, place, words in THERE:
            follow(page, target, place, words)
        assert page.url == f"{base}indicators/first-visits/"
        for target, place, words in BACK:
            follow(page, target, place, words)
        assert page.url == f"{base}priorities/neglect/"


@pytest.mark.long
def test_the_new_pages_can_be_used_by_everybody(base: str) -> None:
    """A story and the history of a topic: axe-core finds nothing, and nothing is too wide for a telephone."""
    with open_browser() as browser, opened(browser, NARROW) as page:
        for address in ("priorities/neglect/", "topics/toolkit/", "plans/business-2025/"):
            page.goto(base + address)
            assert (address, violations(page), max(overflow(page), 0)) == (address, [], 0)
