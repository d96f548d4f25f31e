"""What a real browser makes of a page that can be subscribed to and that says what it is about."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from macros.making import building
from tests.browser import open_browser
from tests.macros.open_data.small import HOSTILE, titled
from tests.macros.sites import composed, project

HOST = "https://larkmere.example/board/"
GROUP = "groups/executive/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site whose group and meeting are called what would end the data and begin a script."""
    folder = tmp_path_factory.mktemp("heads")
    target = folder / "site"
    assert building.render(composed(project(folder / "project")), titled(HOSTILE[4]), target) == ()
    return target


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture
def page(site: Path, browser: Browser) -> Iterator[Page]:
    """Return a page of the site, which is served with the strictest rule about scripts."""

    def serve(route: Route) -> None:
        name = route.request.url.removeprefix(HOST)
        file = site / (f"{name}index.html" if name.endswith("/") or not name else name)
        rule = {"Content-Security-Policy": "script-src 'self'"}
        if file.is_file():
            route.fulfill(path=file, headers=rule if file.suffix == ".html" else {})
        else:
            route.fulfill(status=404)

    opened = browser.new_page()
    opened.route("**/*", serve)
    opened.goto(f"{HOST}{GROUP}")
    yield opened
    opened.close()


def test_linked_data_is_kept_and_not_run(page: Page) -> None:
    """Under `script-src 'self'` the data is there whole, and its hostile title did nothing."""
    (block,) = page.evaluate(
        "[...document.querySelectorAll('script[type=\"application/ld+json\"]')].map(each => each.textContent)"
    )
    found: dict[str, Any] = json.loads(block)
    assert found["mainEntity"]["name"] == " ".join(HOSTILE[4].split())
    assert (
        page.evaluate(
            "[...document.querySelectorAll('body *')].filter(e => e.textContent === 'alert(1)').length"
        )
        == 0
    )


def refusals(browser: Browser, body: str) -> int:
    """Return how many scripts of a page a browser refuses that takes scripts from files only."""
    told: list[str] = []
    opened = browser.new_page()
    opened.on("console", lambda message: told.append(message.text))
    opened.route(
        "**/*",
        lambda route: route.fulfill(
            body=f"<!doctype html><title>x</title>{body}",
            content_type="text/html",
            headers={"Content-Security-Policy": "script-src 'self'"},
        ),
    )
    opened.goto(HOST)
    opened.close()
    return len([each for each in told if "Content Security Policy" in each])


def test_the_rule_about_scripts_is_not_broken_by_data(site: Path, browser: Browser) -> None:
    """The browser tells of every script that it refuses; of the data it tells nothing."""
    head = (site / GROUP / "index.html").read_text("utf-8")
    start = head.index('<script type="application/ld+json">')
    block = head[start : head.index("</script>", start)] + "</script>"
    assert refusals(browser, block) == 0
    assert refusals(browser, f"{block}<script>1</script>") == 1


def test_every_subscription_of_a_page_can_be_fetched(page: Page, site: Path) -> None:
    """The links in the head and those that people see lead to files of the site."""
    links: list[str] = page.evaluate(
        "[...document.querySelectorAll('link[rel=alternate], .subscribe a')].map(each => each.href)"
    )
    names = [each.removeprefix(HOST).partition("#")[0] for each in links]
    assert {"feed.xml", f"{GROUP}feed.xml", f"{GROUP}calendar.ics", "data/"} <= set(names)
    assert [each for each in names if not (site / each).exists()] == []
