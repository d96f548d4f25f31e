"""A reader finds what became of an action by links alone: from home to the list, a meeting, its story."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from macros.making.building import render
from macros.settings import Settings, compose
from tests.accessibility import WIDE, Look, opened, overflow, served, violations
from tests.browser import open_browser
from tests.macros.samples_actions import JANUARY, MARCH, MEETINGS, dataset
from tests.macros.sites import project
from tests.macros.test_filters import DECISIONS

HOME = "# Larkmere\n\n{{ ways_in() }}\n"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build a site of three meetings that follow a few actions, and serve it."""
    folder = tmp_path_factory.mktemp("following")
    settings = compose(project(folder / "project", settings=SETTINGS, index=HOME))
    assert isinstance(settings, Settings), settings
    (folder / "site").mkdir()
    both = {
        plain["id"]: plain | {"items": [plain["items"][0] | decided.get(plain["id"], {})]}
        for plain in MEETINGS
    }
    assert render(settings, dataset(*both.values()), folder / "site") == ()
    with served(folder / "site") as address:
        yield address


SETTINGS = "site_name: Larkmere\nsite_url: https://larkmere.example/\n"
decided = {each["id"]: {"decisions": each["items"][0]["decisions"]} for each in DECISIONS}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Open one browser for all."""
    with open_browser() as opened_browser:
        yield opened_browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    """Open one page without scripts: everything works by links."""
    return browser.new_context(java_script_enabled=False).new_page()


def test_from_home_to_the_story_of_an_action(base: str, page: Page) -> None:
    """Home, the actions, those that are overdue, the meeting that agreed on it, the one that put it off."""
    page.goto(base)
    page.get_by_role("link", name="Actions", exact=True).first.click()
    page.get_by_role("navigation", name="Parts of the list").get_by_role("link", name="Overdue").click()
    assert page.url == f"{base}actions/overdue/"
    assert page.get_by_role("heading", level=1).inner_text().startswith("Overdue actions")
    row = page.get_by_role("row").filter(has_text="Merge the forms.")
    row.locator("summary").click()
    assert [each.split(":")[0] for each in row.get_by_role("listitem").all_inner_texts()] == [
        "15 January 2026",
        "12 March 2026",
        "14 May 2026",
    ]
    row.get_by_role("link", name="Merge the forms.").click()
    assert page.url == f"{base}meetings/{JANUARY}/#action-form"
    story = page.locator("#action-form")
    assert "Overdue; agreed 137 days ago. Carried over 2 times." in story.inner_text()
    story.get_by_role("link", name="Meeting").first.click()
    assert page.url == f"{base}meetings/{MARCH}/#one"


def test_a_group_and_an_agency_have_lists_of_their_own(base: str, page: Page) -> None:
    """They are two clicks from the list, without a script."""
    page.goto(f"{base}actions/")
    page.get_by_text("By agency").click()
    page.get_by_role("link", name="Larkmere Police").click()
    assert page.url == f"{base}actions/agency/police/"
    assert page.locator("[aria-current=page]").filter(has_text="Larkmere Police").is_visible()
    page.get_by_role("link", name="All", exact=True).click()
    assert page.url == f"{base}actions/"


def test_a_replaced_decision_leads_to_the_later_one_and_back(base: str, page: Page) -> None:
    """Nobody reads an old decision without being told."""
    page.goto(f"{base}meetings/{JANUARY}/#decision-old")
    page.locator("#decision-old").get_by_role("link", name="The decision of 12 March 2026").click()
    assert page.url == f"{base}meetings/{MARCH}/#decision-new"
    page.locator("#decision-new").get_by_role("link", name="The decision of 15 January 2026").click()
    assert page.url == f"{base}meetings/{JANUARY}/#decision-old"


@pytest.mark.long
@pytest.mark.parametrize("look", [WIDE, Look(320, "dark")], ids=lambda look: look.name)
def test_the_registers_can_be_used_by_everybody(look: Look, base: str, browser: Browser) -> None:
    """axe-core finds nothing, with every story open, and no page is too wide."""
    with opened(browser, look) as shown:
        for address in ("actions/", "actions/group/learning/", "decisions/replaced/"):
            shown.goto(base + address)
            shown.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            assert (address, violations(shown), overflow(shown)) == (address, [], 0)
