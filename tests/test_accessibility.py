"""The site can be used by everybody: axe-core finds nothing, and the keyboard reaches all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.accessibility import DARK, LOOKS, NARROW, WIDE, Look, opened, overflow, served, violations
from tests.browser import open_browser
from tests.hard_site import build

FEW = ("", "meetings/2026-05-14-executive/", "groups/learning/", "arrangements/", "withheld/")
"""A page of each sort: home, minutes that are hard to show, a group, clauses, a register.

Every page has its turn in `make test-all`.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of the test partnership, with records that are hard to show."""
    return build(tmp_path_factory.mktemp("accessible"))


@pytest.fixture(scope="module")
def base(site: Path) -> Iterator[str]:
    """Serve the site."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Open one browser for all."""
    with open_browser() as opened_browser:
        yield opened_browser


def wrong_with(browser: Browser, base: str, pages: list[str], look: Look) -> dict[str, list[str]]:
    """Return what axe-core finds and what is too wide, by page; nothing for a page that has neither."""
    found: dict[str, list[str]] = {}
    with opened(browser, look) as page:
        for address in pages:
            page.goto(base + address)
            wide = overflow(page)
            told = violations(page) + ([f"{wide} pixels too wide"] if wide > 0 else [])
            if told:
                found[address] = told
    return found


@pytest.mark.parametrize(
    "look", [Look(320, "dark"), pytest.param(WIDE, marks=pytest.mark.long)], ids=lambda look: look.name
)
def test_pages_of_each_sort_have_no_violation(browser: Browser, base: str, look: Look) -> None:
    """No rule of axe-core of any level is broken, and no page is wider than its window."""
    assert wrong_with(browser, base, list(FEW), look) == {}


@pytest.mark.long
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_no_page_has_a_violation(browser: Browser, base: str, site: Path, look: Look) -> None:
    """The same of every page, and with text of twice the size."""
    pages = sorted(
        path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html")
    )
    assert len(pages) > len(FEW)
    assert wrong_with(browser, base, pages, look) == {}


FOCUSED = """() => {
  const each = document.activeElement, box = each.getBoundingClientRect(), style = getComputedStyle(each);
  return {
    words: (each.textContent || each.getAttribute("aria-label") || "").trim().replace(/\\s+/g, " "),
    seen: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth
      && box.bottom > 0 && box.top < innerHeight && style.visibility === "visible",
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    body: each === document.body,
  };
}"""
"""Returns what has the focus, and whether a reader can see it and that it has."""


def journey(page: Page, most: int = 400) -> list[dict[str, object]]:
    """Return what takes the focus, from the top of a page to its end."""
    found: list[dict[str, object]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["body"]:
            return found
        found.append(focused)
    raise AssertionError("The focus did not come to the end of the page.")


@pytest.mark.parametrize("look", [WIDE, NARROW], ids=lambda look: look.name)
def test_whatever_takes_the_focus_is_seen(browser: Browser, base: str, look: Look) -> None:
    """With the keyboard alone nobody gets lost: each thing with the focus is in the window and has a ring."""
    with opened(browser, look) as page:
        page.goto(base + FEW[1])
        steps = journey(page)

    assert steps[0]["words"] == "Skip to content"
    assert [step for step in steps if not (step["seen"] and step["ringed"])] == []
    assert any("01632 960001" in str(step["words"]) for step in steps)


def test_the_menu_opens_with_the_keyboard_and_without_a_script(browser: Browser, base: str) -> None:
    """On a narrow page the menu takes the focus, hides its links while it is closed, and opens with Enter."""
    context = browser.new_context(viewport={"width": 320, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}groups/learning/")
    menu, link = page.locator(".site-menu > summary"), page.locator(".site-menu a").first
    closed = link.is_visible()
    menu.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    reached = link.evaluate("each => each === document.activeElement") if link.is_visible() else False
    context.close()

    assert (closed, reached) == (False, True)


def test_the_skip_link_leads_past_the_header(browser: Browser, base: str) -> None:
    """The first thing on each page leads to its title, and the next that takes the focus is below it."""
    with opened(browser, WIDE) as page:
        page.goto(base + FEW[1])
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        inside = page.evaluate("document.querySelector('main').contains(document.activeElement)")
    assert inside


def test_help_for_a_child_is_one_step_away(browser: Browser, base: str) -> None:
    """The link at the top of each page leads to the numbers at its foot."""
    with opened(browser, NARROW) as page:
        page.goto(base + FEW[1])
        page.get_by_role("link", name="Worried about a child?").click()
        assert page.get_by_role("link", name="01632 960001").is_visible()


def test_paper_has_the_words_and_not_the_way_around(browser: Browser, base: str) -> None:
    """Printed, a page says where it is from and leaves out what only serves on a screen."""
    with opened(browser, DARK) as page:
        page.goto(base + FEW[1])
        page.emulate_media(media="print", color_scheme="dark")
        shown = [page.locator(each).first.is_visible() for each in (".on-paper", ".record", ".site-sections")]
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (shown, paper) == ([True, True, False], "rgb(255, 255, 255)")


def test_who_was_there_fits_a_telephone_and_is_a_table(browser: Browser, base: str) -> None:
    """Posts stand below names, and notes beside both; whoever hears the page hears rows and columns."""
    with opened(browser, NARROW) as page:
        page.goto(base + FEW[1])
        page.locator("details.attenders summary").click()
        table = page.get_by_role("table", name="Who was there")
        inside, room = table.evaluate("each => [each.scrollWidth, each.parentElement.clientWidth]")
        roles = {role: table.get_by_role(role).count() for role in ("row", "rowheader", "columnheader")}

    assert 0 < inside <= room
    assert roles == {"row": 35 + 3, "rowheader": 35 + 2, "columnheader": 1}


def test_the_registers_fit_a_telephone(browser: Browser, base: str) -> None:
    """Nobody has to push a register sideways to learn what was decided, or why something is withheld."""
    beyond = {}
    with opened(browser, Look(390, "light")) as page:
        for register in ("decisions", "actions", "changes", "recommendations", "withheld"):
            page.goto(f"{base}{register}/")
            beyond[register] = page.eval_on_selector_all(
                ".table-scroll", "all => Math.max(...all.map(each => each.scrollWidth - each.clientWidth))"
            )

    assert beyond == dict.fromkeys(beyond, 0)


def test_a_very_long_title_does_not_fill_a_telephone(browser: Browser, base: str) -> None:
    """It stands in smaller letters than the title of another page, and larger than the text."""
    sizes = []
    with opened(browser, NARROW) as page:
        for address, part in ((FEW[2], "h1"), (FEW[1], "h1"), (FEW[1], ".minute p")):
            page.goto(base + address)
            sizes.append(
                page.locator(part).first.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
            )
    assert sizes[0] > sizes[1] > sizes[2]


def test_headings_and_tables_are_in_order(browser: Browser, base: str) -> None:
    """Each page has one title, no level is left out, and each table of ours has a caption and headings."""
    with opened(browser, WIDE) as page:
        for address in FEW:
            page.goto(base + address)
            levels = page.eval_on_selector_all(
                "main :is(h1, h2, h3, h4, h5, h6)", "all => all.map(each => +each.tagName[1])"
            )
            bare = page.eval_on_selector_all(
                ".table-scroll table",
                "all => all.filter(each => ![...each.querySelectorAll('th')].length).length",
            )
            steps = [later - earlier for earlier, later in pairwise(levels)]
            assert (levels.count(1), max(steps, default=0) <= 1, bare) == (1, True, 0), address
