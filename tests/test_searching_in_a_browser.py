"""The search, and what a page loads and stores, in a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Page

from benchmarks.meetings import markdown, meeting, meeting_id
from macros.making import searching
from tests.browser import open_browser
from tests.cli.commands import SIGN_OFF, copy_after, run
from tests.serving import Host, serving

MEETING = "meetings/2026-03-12-executive/"
DEEP = "about/us/now/"
PAGES = (
    MEETING,
    "not/there/at/all/",
    *(pytest.param(path, marks=pytest.mark.long) for path in ("", "search/", "arrangements/2026/", DEEP)),
)
"""Pages of every depth, and one that is not there."""

WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
"""
STORED = "[localStorage.length, sessionStorage.length, document.cookie]"


@dataclass(frozen=True)
class Reader:
    """A page of the browser, what it asked for, and what went wrong on it."""

    page: Page
    address: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        self.page.goto(f"{self.address}/{path}", wait_until="networkidle")

    def open(self, path: str) -> None:
        """Go to a page of which no more is asked than that it is there."""
        self.page.goto(f"{self.address}/{path}")

    def search(self, words: str) -> None:
        """Open the search, type, and wait for what comes of it."""
        self.page.get_by_role("button", name="Search", exact=True).click()
        self.page.keyboard.type(words)
        self.page.get_by_role("status").filter(has_text="found").wait_for()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the partnership of the tests, with a page three folders down and a table of Markdown."""
    project = copy_after(tmp_path_factory.mktemp("searching"), SIGN_OFF)
    page = project / "docs" / f"{DEEP.rstrip('/')}.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Us\n\n| Who | How many |\n|:--|--:|\n| All | 12 |\n")
    result = run(project, "build")
    assert result.exit_code == 0, result.output
    return project / "site"


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[Host]:
    with serving(site) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture
def reader(browser: Browser, host: Host) -> Iterator[Reader]:
    with reading_at(browser, host.address) as opened:
        yield opened


@contextmanager
def reading_at(browser: Browser, address: str) -> Iterator[Reader]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(WATCH)
    reading = Reader(context.new_page(), address)
    context.on("request", lambda request: reading.asked.append(request.url))
    reading.page.on("console", lambda said: said.type == "error" and reading.complaints.append(said.text))
    reading.page.on("pageerror", lambda error: reading.complaints.append(str(error)))
    yield reading
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_from_its_own_site_and_stores_nothing(reader: Reader, path: str) -> None:
    """No request elsewhere, nothing of the search, nothing refused by the policy, nothing kept."""
    reader.go(path)
    asked = [url.removeprefix(reader.address) for url in reader.asked]

    assert [url for url in asked if "://" in url or "pagefind" in url or "facets" in url] == []
    assert reader.page.evaluate("window.refused") == []
    assert reader.page.evaluate(STORED) == [0, 0, ""]
    assert [each for each in reader.complaints if "404" not in each] == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_holds_no_script_and_no_style_of_its_own(reader: Reader, path: str) -> None:
    """The policy would refuse them; and it is there, before anything is loaded."""
    reader.go(path)
    own = reader.page.locator(
        "script:not([src], [type='application/ld+json']), style, [style], [onclick], [onload]"
    ).count()
    first = reader.page.locator("head > :is(link[rel=stylesheet], script, meta[http-equiv])").first

    assert own == 0
    assert first.get_attribute("http-equiv") == "Content-Security-Policy"


def test_the_policy_refuses_a_script_in_the_page(reader: Reader) -> None:
    """A script that got into a page would not run."""
    reader.go("")
    reader.page.evaluate(
        "const made = document.createElement('script'); made.textContent = 'window.ran = true';"
        "document.body.append(made)"
    )

    assert reader.page.evaluate("window.ran") is None
    assert [each.split()[0] for each in reader.page.evaluate("window.refused")] == ["script-src-elem"]


def test_by_keyboard_alone_from_the_search_to_an_item(reader: Reader) -> None:
    """Enter opens it, the arrows lead to a result, Enter opens the page at the item."""
    reader.open("")
    page = reader.page
    page.get_by_role("button", name="Search", exact=True).focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("dialog", name="Search this site").is_visible()
    page.keyboard.type("forms")
    item = page.locator(
        f".search-results a[href$='{MEETING}#neglect'], .search-results a[href*='{MEETING}#']"
    )
    item.first.wait_for()
    target = item.first.get_attribute("href") or ""
    for _ in range(page.locator(".search-results a").count()):
        page.keyboard.press("ArrowDown")
        if page.evaluate("document.activeElement.getAttribute('href')") == target:
            break
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{target}")

    assert page.locator(f"#{target.partition('#')[2]}").is_visible()
    assert (reader.complaints, page.evaluate("window.refused")) == ([], [])


@pytest.mark.long
def test_the_arrows_lead_back_and_escape_returns_to_where_one_was(reader: Reader) -> None:
    """Up from the first result is the field; Escape closes, and the focus is on the button again."""
    reader.open("")
    reader.search("toolkit")
    page = reader.page
    page.locator(".search-results a").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.tagName") == "A"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "search-words"
    page.keyboard.press("Escape")

    assert page.get_by_role("dialog").count() == 0
    assert page.evaluate("document.activeElement.className") == "site-search"


def test_a_filter_leaves_what_fits(reader: Reader) -> None:
    """With a kind chosen, only its pages are left; without, all are back."""
    reader.open("")
    reader.search("executive")
    page = reader.page
    pages = page.locator(".search-page")
    pages.first.wait_for()
    everything = page.get_by_role("status").inner_text()
    page.get_by_label("Kind").select_option(label="Groups")
    page.locator(".search-page:not([href^='/groups/'])").first.wait_for(state="detached")
    narrowed = page.get_by_role("status").inner_text()
    page.get_by_label("Kind").select_option(label="All kinds")
    page.get_by_role("status").filter(has_text=everything).wait_for()

    assert narrowed not in {everything, "Nothing was found."}


def test_a_withheld_word_is_not_found(reader: Reader) -> None:
    """The search knows what the pages say."""
    reader.open("")
    reader.search("secretchildren")

    assert reader.page.get_by_role("status").inner_text() == "Nothing was found."


def test_common_words_are_left_out_and_told(reader: Reader) -> None:
    """They find no less beside another word. Alone one is looked for, and within marks of speech all are."""
    reader.go("")
    reader.search("toolkit")
    status = reader.page.get_by_role("status")
    found = status.inner_text()

    for typed, told in {
        "The toolkit of the": f"{found} Not looked for, because too common: the, of.",
        '"of the toolkit"': "Nothing was found.",
        "the": "found.",
    }.items():
        reader.page.keyboard.press("Control+a")
        reader.page.keyboard.type(typed)
        status.filter(has_text=told).wait_for()


@pytest.mark.long
def test_a_search_leaves_nothing_behind(reader: Reader) -> None:
    """No host learns of it, and nothing is kept in the browser."""
    reader.go("")
    reader.search("toolkit")

    assert [url for url in reader.asked if not url.startswith((reader.address, "data:"))] == []
    assert reader.page.evaluate(STORED) == [0, 0, ""]
    assert [url for url in reader.asked if "toolkit" in url] == []


def test_a_search_without_its_index_says_so(reader: Reader) -> None:
    """A preview of plain MkDocs has no index; the lists are one step away."""
    reader.page.route("**/pagefind/**", lambda route: route.abort())
    reader.open("")
    reader.page.get_by_role("button", name="Search", exact=True).click()
    reader.page.get_by_role("status").filter(has_text="cannot be used here").wait_for()

    assert reader.page.get_by_role("dialog").get_by_role("link").count() == 1


def test_without_scripts_the_search_is_a_page_of_lists(browser: Browser, host: Host) -> None:
    """The same place in the header leads to every page by year, group and priority."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host.address}/{MEETING}")
    page.get_by_role("link", name="Search", exact=True).click()
    page.wait_for_url("**/search/")
    headings = page.get_by_role("main").get_by_role("heading", level=2).all_inner_texts()
    page.get_by_role("main").locator(f"a[href$='{MEETING}']").first.click()
    page.wait_for_url(f"**/{MEETING}")
    context.close()

    assert [heading.rstrip("¶") for heading in headings] == ["By kind", "By group", "By priority", "By year"]


def test_a_first_page_and_the_next_are_light(reader: Reader, host: Host) -> None:
    """Under 120 kB for the first page and 20 kB for the next, as a static host sends them."""
    host.sent.clear()
    reader.go(MEETING)
    first = host.weight()
    reader.go("groups/executive/")
    second = host.weight()

    assert 10_000 < first < 120_000
    assert 1_000 < second < 20_000


@pytest.fixture(scope="module")
def large(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site whose index is that of 1,000 meetings of 3,000 words."""
    large = tmp_path_factory.mktemp("large") / "site"
    shutil.copytree(site, large)
    shutil.rmtree(large / "pagefind")
    labels = {}
    parser = MarkdownIt().enable("table")
    with searching.indexing("en") as index:
        for number in range(1000):
            at = f"meetings/{meeting_id(number)}/"
            searching.add(index, at, parser.render(markdown(meeting(1, number, 3000))))
            labels[at] = {"kind": ("Meetings",), "year": (meeting_id(number)[:4],)}
        searching.write(index, labels, large)
    return large


SEARCHES = {
    "neglect": 1,
    "school visit": 2,
    "children school visit": 3,
    "the voice of the child in the family": 3,
    "neglect school visit family": 4,
    "the of and": 1,
}
"""Words that stand on every page of the large site, with how many files of the index they may cost."""


@pytest.mark.long
@pytest.mark.parametrize("words", SEARCHES)
def test_the_first_search_among_a_thousand_meetings_is_light(
    browser: Browser, large: Path, words: str
) -> None:
    """At most 300 kB with 1,000 meetings of 3,000 words, programs and all, and no file for a letter typed."""
    with serving(large) as found, reading_at(browser, found.address) as reading:
        reading.go("")
        found.sent.clear()
        reading.search(words)
        reading.page.locator(".search-page").first.wait_for()
        reading.page.wait_for_load_state("networkidle")
        files = [path for path, _ in found.sent if path.partition("?")[0].endswith(".pf_index")]

        assert len(files) == SEARCHES[words]
        assert 100_000 < found.weight() <= 300_000


def test_a_record_can_be_cited_with_one_press(reader: Reader) -> None:
    """The box leads to the words, and the button copies them with the address that stays."""
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.open(MEETING)
    reader.page.get_by_role("link", name="Cite this page").click()
    reader.page.get_by_role("button", name="Copy", exact=True).click()
    reader.page.get_by_role("status").filter(has_text="Copied.").wait_for()

    assert reader.page.evaluate("navigator.clipboard.readText()") == (
        "Testwick Safeguarding Children Partnership. Executive meeting, 12 March 2026. Edition 1, "
        f"{date.today().day} {date.today():%B %Y}. https://testwick.example.org/{MEETING}"  # noqa: DTZ011  # sign-off takes the day of the machine
    )
    assert reader.page.evaluate("window.refused") == []
