"""A finished site is whole: every link leads somewhere, and every page is valid HTML."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from editions.datasets import assemble
from editions.published import read
from macros.making.building import render
from macros.settings import Settings, compose
from tests.conformance import faults
from tests.hard_site import build
from tests.links import broken

TESTWICK = "https://testwick.example.org/"
ROOT = Path(__file__).parent.parent

PAGE = """\
<!doctype html>
<html lang="en-GB"><head><title>Page</title></head><body><main><h1 id="top">Page</h1>
{}
</main></body></html>
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of the test partnership, with records that are hard to show."""
    return build(tmp_path_factory.mktemp("finished"))


def test_every_link_of_the_site_leads_somewhere(site: Path) -> None:
    """Pages, feeds, calendars, data and maps name nothing that is not there, down to the part of a page."""
    assert broken(site, TESTWICK) == []


def test_every_page_is_valid(site: Path) -> None:
    """No parser has to repair a page, and nothing on it is against the HTML standard."""
    assert wrong_pages(site) == {}


@pytest.mark.long
def test_the_demonstration_is_whole_and_valid(tmp_path: Path) -> None:
    """The site that stands for a real one, or is one, has no broken link and no invalid page."""
    for name in ("published", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("mkdocs.yml", "published.lock", "redirects.yml"):
        if (ROOT / name).exists():
            shutil.copyfile(ROOT / name, tmp_path / name)
    settings, site = compose(tmp_path), tmp_path / "site"
    assert isinstance(settings, Settings), settings
    site.mkdir()
    assert render(settings, assemble(read(tmp_path)), site) == ()
    assert (broken(site, settings.address), wrong_pages(site)) == ([], {})


def wrong_pages(site: Path) -> dict[str, list[str]]:
    """Return what is wrong with the pages of a site; nothing for a page that is valid."""
    found = {
        path.relative_to(site).as_posix(): faults(path.read_text("utf-8")) for path in site.rglob("*.html")
    }
    assert "index.html" in found
    return {name: wrong for name, wrong in found.items() if wrong}


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<p>One<div>Two</div></p>", "unexpected-end-tag"),
        ("<p>One", ""),
        ('<p id="top">Again</p>', "the id 'top' stands 2 times"),
        ('<p aria-describedby="nothing">One</p>', "names 'nothing' in aria-describedby"),
        ("<h3>Deep</h3>", "comes after a heading of level 1"),
        ("<h1>Second</h1>", "2 headings of the first level"),
        ("<table><caption>A</caption><tr><td>1</td></tr></table>", "has no headings"),
        ("<table><tr><th>1</th></tr></table>", "has neither a caption nor"),
        ("<table><caption>A</caption><caption>B</caption><tr><th>1</th></tr></table>", "with one caption"),
        ('<table><caption>A</caption><tr><th scope="all">1</th></tr></table>', "has the scope 'all'"),
        ('<table><caption>A</caption><tr><td role="cell">1</td></tr></table>', "has role"),
        ("<ul><p>One</p></ul>", "holds p"),
        ("<dl><div><p>One</p></div></dl>", "holds p"),
        ("<dl><dt>A</dt><dd>1</dd><dt>A</dt><dd>2</dd></dl>", "explains 'A' 2 times"),
        ("<span><div>One</div></span>", "stands in <span>"),
        ('<a href="/"><button type="button">One</button></a>', "which can be too"),
        ('<a href="/"></a>', "has no name"),
        ('<a href="/a b">One</a>', "an address with a blank"),
        ("<center>One</center>", "is obsolete"),
        ('<p align="left">One</p>', "has align"),
        ('<p style="color: red">One</p>', "has style"),
        ('<p onclick="go()">One</p>', "has onclick"),
        ('<p id="">One</p>', "an id that is empty"),
        ('<img src="a.png">', "has no words in its place"),
        ('<svg viewBox="0 0 1 1"></svg>', "a drawing has neither a name"),
        ("<details><p>One</p></details>", "does not begin with its summary"),
        ('<input type="checkbox" aria-label="One" autocomplete="off">', "and has autocomplete"),
        ("<main></main>", "has not one main part"),
    ],
)
def test_a_fault_is_found(html: str, told: str) -> None:
    """The judge of pages sees each sort of fault, and none in a page that has none."""
    found = faults(PAGE.format(html))
    assert any(told in each for each in found) if told else found == []


def test_a_page_without_language_and_title_is_faulty() -> None:
    """Both are asked of every page."""
    found = faults(
        "<!doctype html><html><head><title></title></head><body><main><h1>A</h1></main></body></html>"
    )
    assert found == ["the page does not say its language", "the page has no title"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("index.html", '<a href="nothing/">x</a>'),
        ("index.html", '<a href="#nothing">x</a>'),
        ("index.html", '<a href="about/#nothing">x</a>'),
        ("index.html", '<img src="nothing.png" alt="">'),
        ("index.html", '<meta http-equiv="refresh" content="0; url=nothing/">'),
        ("index.html", '<a href="/nothing/">x</a>'),
        ("index.html", '<a href="javascript:go()">x</a>'),
        ("about/index.html", '<a href="about/">x</a>'),
        ("index.html", '<script type="application/ld+json">{"url":"https://a.example/b/nothing/"}</script>'),
        ("feed.xml", '<link href="https://a.example/b/nothing/"/>'),
        ("feed.xml", "<content>&lt;a href=&quot;nothing/&quot;&gt;</content>"),
        ("calendar.ics", "URL:https://a.example/b/about/not\r\n hing/\r\n"),
        ("sitemap.xml", "<loc>https://a.example/b/nothing/</loc>"),
        ("robots.txt", "Sitemap: https://a.example/b/nothing.xml"),
        ("data/datapackage.json", '{"resources": [{"path": "nothing.csv"}]}'),
        ("data/meetings.json", '[{"path": "meetings/files/nothing.pdf"}]'),
        ("data/meetings.csv", "id,address\n1,https://a.example/b/about/#nothing\n"),
        ("style.css", "body { background: url(nothing.png) }"),
    ],
)
def test_a_broken_link_is_found(tmp_path: Path, name: str, text: str) -> None:
    """Wherever a site names something that is not there, that is told with the file."""
    for each in ("index.html", "about/index.html", "data/index.html"):
        (tmp_path / each).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / each).write_text('<a href="#here" id="here">x</a><a href="https://other.example/">y</a>')
    assert broken(tmp_path, "https://a.example/b/") == []
    with (tmp_path / name).open("a", newline="") as stream:
        stream.write(text)
    assert [each.partition(":")[0] for each in broken(tmp_path, "https://a.example/b/")] == [name]
