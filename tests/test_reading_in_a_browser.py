"""Reading the site in a real browser, as the public does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.browser import open_browser
from tests.cli.commands import SIGN_OFF, copy_after, run

DRAFT = "2026-09-01-executive"
MEETING = "2026-03-12-executive"


@dataclass(frozen=True)
class Reader:
    """A page of the browser, and what went wrong or went out on it."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the partnership of the tests, with a draft that nobody signed off."""
    project = copy_after(tmp_path_factory.mktemp("reading"), SIGN_OFF)
    draft = project / f"data/meetings/{DRAFT}.yml"
    draft.write_text("title: Draft meeting\ngroup: executive\ndate: 2026-09-01\nstatus: draft\n")
    result = run(project, "build")
    assert result.exit_code == 0, result.output
    return project / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    reading = Reader(context.new_page(), address)

    def asked(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            reading.elsewhere.append(request.url)

    context.on("request", asked)
    reading.page.on("console", lambda said: said.type == "error" and reading.complaints.append(said.text))
    reading.page.on("pageerror", lambda error: reading.complaints.append(str(error)))
    yield reading
    context.close()


def test_from_home_to_a_meeting_to_an_item_to_the_group(reader: Reader) -> None:
    page = reader.page
    page.goto(f"{reader.address}/")
    page.get_by_role("main").locator(f"a[href*='meetings/{MEETING}']").first.click()
    page.wait_for_url(f"**/meetings/{MEETING}/")
    page.get_by_role("link", name="Schools").first.click()
    assert page.url.endswith(f"/meetings/{MEETING}/#schools")
    assert page.locator("#schools").inner_text().startswith("Schools")
    page.get_by_role("main").get_by_role("link", name="Executive", exact=True).first.click()
    page.wait_for_url("**/groups/executive/")

    assert page.get_by_role("heading", level=1).inner_text().startswith("Executive")
    assert (reader.complaints, reader.elsewhere) == ([], [])


@pytest.mark.parametrize(
    "anchor",
    [
        "decision-d1",
        *(pytest.param(each, marks=pytest.mark.long) for each in ("scrutineer", "action-toolkit")),
    ],
)
def test_an_address_within_a_meeting_leads_to_its_place(reader: Reader, anchor: str) -> None:
    reader.page.goto(f"{reader.address}/meetings/{MEETING}/#{anchor}")

    assert reader.page.locator(f"#{anchor}").count() == 1
    assert reader.page.locator(f"#{anchor}").is_visible()


def test_a_notice_stands_where_something_was_withheld(reader: Reader) -> None:
    reader.page.goto(f"{reader.address}/meetings/{MEETING}/")
    notice = reader.page.locator(".withheld").first

    assert notice.is_visible()
    assert "information about a person" in notice.inner_text()


def test_a_draft_is_nowhere(reader: Reader, site: Path) -> None:
    response = reader.page.goto(f"{reader.address}/meetings/{DRAFT}/")
    files = [path for path in site.rglob("*") if path.is_file()]

    assert response is not None
    assert response.status == 404
    assert [path for path in files if DRAFT.encode() in path.read_bytes() or DRAFT in path.as_posix()] == []


@pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.long)])
@pytest.mark.parametrize(
    "path",
    [
        "",
        f"meetings/{MEETING}/",
        "withheld/",
        *(
            pytest.param(each, marks=pytest.mark.long)
            for each in ("groups/executive/", "partners/", "decisions/", "data/")
        ),
    ],
)
def test_no_page_asks_another_host_complains_or_scrolls_sideways(
    reader: Reader, path: str, width: int
) -> None:
    reader.page.set_viewport_size({"width": width, "height": 800})
    reader.page.goto(f"{reader.address}/{path}", wait_until="networkidle")

    overflow = reader.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert (reader.complaints, reader.elsewhere, max(overflow, 0)) == ([], [], 0)


def test_every_page_says_what_to_do_when_worried_about_a_child(site: Path) -> None:
    """The number of whom to call stands on each, also on the page of an error."""
    pages = sorted(site.rglob("*.html"))

    assert len(pages) > 20
    assert [path for path in pages if "01632 960001" not in path.read_text("utf-8")] == []


@pytest.mark.long
def test_every_page_shows_what_to_do_when_worried_about_a_child(reader: Reader, site: Path) -> None:
    """It can be seen and read, not only found in the file."""
    for path in sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")):
        reader.page.goto(f"{reader.address}/{path}/")

        assert reader.page.locator("body").inner_text().count("01632 960001") >= 1, path
