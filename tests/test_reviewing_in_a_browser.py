"""Reading a review in a real browser, by keyboard, on small screens, in the dark and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser import open_browser
from tests.cli.commands import SIGN_OFF, copy_after, run

MEETING = "meetings/2026-03-12-executive"

CONTRAST = """() => {
  const channel = (value) => {
    const c = value / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = parts(colour).map(channel);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if ((parts(colour)[3] ?? 1) > 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  return [...document.querySelectorAll("body *:not([aria-hidden] *):not([aria-hidden])")]
    .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
    .map((each) => {
      const [one, two] = [light(getComputedStyle(each).color), light(behind(each))].sort((a, b) => b - a);
      return [(one + 0.05) / (two + 0.05), each.className || each.tagName];
    })
    .filter(([ratio]) => ratio < 4.5);
}"""
"""Returns every element with text of too little contrast with what is behind it."""

NAMES = """() => [...document.querySelectorAll("table:not(.as-read table)")].filter((each) =>
  !each.caption || ![...each.querySelectorAll("th")].every((head) => head.scope)).length
  + [...document.querySelectorAll("section, nav")].filter((each) => {
    const by = each.getAttribute("aria-labelledby");
    return !each.getAttribute("aria-label") && !(by && document.getElementById(by)); }).length"""
"""Returns how many tables have no caption or headers without a scope, and how many regions no name."""


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the review of a meeting that was published, changed, and says too much."""
    folder = tmp_path_factory.mktemp("review")
    project = copy_after(folder / "project", SIGN_OFF)
    file = project / f"data/{MEETING}.yml"
    text = file.read_text().replace("The form was merged", "The secretchildren of Wharf Lane were seen")
    file.write_text(text.replace("The toolkit was approved.", "The toolkit was refused."))
    assert run(project, "review", MEETING, "--file", str(folder / "review.html")).exit_code == 1
    return folder / "review.html"


@pytest.fixture(scope="module")
def several(review: Path) -> Path:
    """Write the reviews of all records into one file."""
    target = review.parent / "several.html"
    assert run(review.parent / "project", "review", "--all", "--file", str(target)).exit_code == 1
    return target


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture(params=["light", pytest.param("dark", marks=pytest.mark.long)])
def page(browser: Browser, review: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=request.param)
    opened = context.new_page()
    opened.goto(review.as_uri())
    yield opened
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_it_asks_nobody_complains_of_nothing_and_does_not_scroll_sideways(
    browser: Browser, review: Path, width: int
) -> None:
    complaints: list[str] = []
    asked: list[str] = []
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.on("request", lambda request: asked.append(request.url))
    opened = context.new_page()
    opened.on("console", lambda said: complaints.append(said.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.goto(review.as_uri(), wait_until="networkidle")
    overflow = opened.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    style = opened.evaluate("getComputedStyle(document.querySelector('.watermark')).fontWeight")
    context.close()

    assert (complaints, asked, max(overflow, 0)) == ([], [review.as_uri()], 0)
    assert style == "700"


def test_every_text_can_be_read_against_what_is_behind_it(page: Page) -> None:
    assert page.evaluate(CONTRAST) == []


LOOKS = [
    ("review", "light", 320),
    *(
        pytest.param(*look, marks=pytest.mark.long)
        for look in [
            ("review", "light", 1280),
            ("review", "dark", 320),
            ("review", "dark", 1280),
            ("several", "light", 320),
            ("several", "light", 1280),
            ("several", "dark", 320),
            ("several", "dark", 1280),
        ]
    ),
]


@pytest.mark.parametrize(("which", "scheme", "width"), LOOKS)
def test_axe_finds_nothing(
    browser: Browser, request: pytest.FixtureRequest, which: str, scheme: Literal["light", "dark"], width: int
) -> None:
    """No violation at any level, best practices among them."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    opened = context.new_page()
    opened.goto(request.getfixturevalue(which).as_uri())
    found = Axe().run(opened).response["violations"]
    context.close()

    assert [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found] == []


def test_text_reads_as_on_the_site_and_its_exact_words_open_by_keyboard(page: Page) -> None:
    cell = page.locator("#place-items-2-text td.sees")
    exact = cell.get_by_text("The exact words")

    assert cell.locator(".as-read .withheld").count() > 0
    assert cell.locator(".as-read table").count() == 1
    assert not cell.locator(".text.public").is_visible()
    exact.focus()
    page.keyboard.press("Enter")
    assert "[[withheld personal]]" in cell.locator(".text.public").inner_text()


def test_tables_and_regions_have_names(page: Page) -> None:
    assert page.evaluate(NAMES) == 0
    assert page.locator("main").count() == 1
    assert page.locator("html").get_attribute("lang") == "en-GB"


def test_the_keyboard_skips_to_the_content_and_follows_a_finding(page: Page) -> None:
    page.keyboard.press("Tab")
    skip = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    landed = page.evaluate("document.activeElement.id")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert (skip, landed) == ("Skip to the content", "main")
    assert page.url.endswith("#place-items-0-updates-0-note")
    assert page.locator("#place-items-0-updates-0-note").get_by_text("Finding 1").is_visible()


def test_a_withheld_passage_is_told_apart_without_colour_and_without_sight(page: Page) -> None:
    passage = page.locator("#place-items-2-text del").first

    assert "line-through" in passage.evaluate("each => getComputedStyle(each).textDecorationLine")
    assert "withheld: the secretchildren of Wharf Lane end of withheld" in " ".join(
        (passage.text_content() or "").split()
    )


def test_the_tables_stay_tables_on_a_small_screen(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})

    assert page.get_by_role("rowheader", name="title").first.is_visible()
    assert page.get_by_role("columnheader", name="What the public sees").count() > 0


def test_the_watermark_is_on_every_printed_page(page: Page) -> None:
    page.emulate_media(media="print")

    assert page.locator(".stamp").evaluate("each => getComputedStyle(each).position") == "fixed"
    assert page.locator("header .watermark").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('nav')).display") == "none"
    assert page.pdf(format="A4").startswith(b"%PDF")
