"""The charts in a real browser: axe-core finds nothing, all words are in sight, in any light and on paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from macros.making.building import render
from macros.settings import Settings, compose
from tests.accessibility import DARK, NARROW, WIDE, Look, opened, overflow, served, violations
from tests.browser import open_browser
from tests.macros.samples_charts import charted
from tests.macros.test_charts import CALLED
from tests.partnerships import copy_to

CUT_OFF = """() => [...document.querySelectorAll(".chart-picture")].flatMap(each => {
  const room = each.closest("figure").getBoundingClientRect();
  return [...each.querySelectorAll("text")].filter(text => {
    const box = text.getBoundingClientRect();
    return box.left < room.left - 1 || box.right > room.right + 1 || box.height < 10;
  }).map(text => text.textContent);
})"""
"""Returns the words of pictures that stand out of their chart, or are too small to be read."""

COVERED = """() => [...document.querySelectorAll(".chart-picture")].flatMap(each => {
  const boxes = [...each.querySelectorAll("text")].map(text => [text, text.getBoundingClientRect()]);
  return boxes.flatMap(([one, a], number) => boxes.slice(number + 1).filter(([other, b]) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 5 && b.top < a.bottom - 5
  ).map(([other]) => `${one.textContent} / ${other.textContent}`));
})"""
"""Returns the words of pictures that cover each other."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build a site with a hand-written page of every chart, and serve it."""
    folder = tmp_path_factory.mktemp("charts")
    project, site = copy_to(folder / "project"), folder / "site"
    parts = [f"## Picture {number}\n\n{{{{ {call} }}}}" for number, call in enumerate(CALLED)]
    (project / "docs/pictures.md").write_text("\n\n".join(["# Pictures", *parts]) + "\n", "utf-8")
    settings = compose(project)
    assert isinstance(settings, Settings), settings
    site.mkdir()
    assert render(settings, charted(), site) == ()
    with served(site) as address:
        yield f"{address}pictures/"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Open one browser for all."""
    with open_browser() as opened_browser:
        yield opened_browser


def wrong_with(page: Page) -> list[str]:
    """Return what axe-core finds, what is cut off or covered, and whether the page is too wide."""
    wide = overflow(page)
    found = [*violations(page), *page.evaluate(CUT_OFF), *page.evaluate(COVERED)]
    return found + ([f"{wide} pixels too wide"] if wide > 0 else [])


@pytest.mark.parametrize(
    "look",
    [
        Look(320, "dark"),
        *(
            pytest.param(look, marks=pytest.mark.long)
            for look in (WIDE, DARK, NARROW, Look(1280, "light", 200))
        ),
    ],
    ids=lambda look: look.name,
)
def test_every_chart_can_be_read(browser: Browser, base: str, look: Look) -> None:
    """Light and dark, wide and narrow, with large text: nothing is wrong, cut off, covered or tiny."""
    with opened(browser, look) as page:
        page.goto(base)
        pictures = page.get_by_role("img")
        names = [pictures.nth(number).get_attribute("aria-labelledby") for number in range(pictures.count())]
        assert len([name for name in names if name]) == len(CALLED)
        assert wrong_with(page) == []


def test_a_chart_takes_the_colours_of_the_page(browser: Browser, base: str) -> None:
    """In the dark words and bars are light, without a script and without styles in the page."""
    found = []
    for look in (WIDE, DARK):
        with opened(browser, look) as page:
            page.goto(base)
            found.append(
                page.evaluate(
                    "['.chart-picture text.plain', '.chart-picture rect.full'].map("
                    "each => getComputedStyle(document.querySelector(each)).fill)"
                )
            )
            assert page.locator(".chart [style]").count() == 0
    (light_words, light_bars), (dark_words, dark_bars) = found
    assert (light_words, dark_words) == ("rgb(20, 32, 42)", "rgb(233, 238, 241)")
    assert light_bars != dark_bars


def test_on_paper_the_tables_stand_beside_the_charts(browser: Browser, base: str) -> None:
    """Printed, each chart shows its table too, dark ink on white, and no word of it is cut off."""
    with opened(browser, DARK) as page:
        page.goto(base)
        page.emulate_media(media="print", color_scheme="dark")
        shown = page.locator(".chart table").evaluate_all(
            "all => all.filter(each => each.checkVisibility()).length"
        )
        ink = page.evaluate("getComputedStyle(document.querySelector('.chart-picture text.plain')).fill")
        assert (shown, ink) == (len(CALLED), "rgb(20, 32, 42)")
        assert page.evaluate(CUT_OFF) == []
