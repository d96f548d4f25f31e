"""Every number that a page counts is the one that the files for download give.

`COUNTS` in tests/counting/table.py lists the sorts of counts. What a page says is counted again from
`site/data/` with plain Python. A new count without a row there is found in two ways: its words are a message
with a number, or it stands alone in its element.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from editions.datasets import assemble
from editions.published import read
from macros.making.building import render
from macros.settings import Settings, compose
from macros.views import years
from tests.counting.files import Files
from tests.counting.pages import Page, bare_numbers, read_pages, words
from tests.counting.table import COUNTS, NOT_BARE_COUNTS, NOT_COUNTED, PHRASES, ROOM, Count
from tests.partnerships import copy_to, sign_off
from tests.test_demonstration import is_demonstration

SHOWN = pytest.mark.skipif(
    not is_demonstration(), reason="published/ holds the records of a partnership of your own"
)

ROOT = Path(__file__).parent.parent
PARTLY_KNOWN = "    planned: 10,000\n    actual: 9,500\n  - contributor: police\n    planned: 2,000\n"
"""What a contributor gave and what another is to give, in place of what one is to give."""

MESSAGES = ROOT / "macros/locales/site.pot"


def counts_in_messages() -> set[str]:
    """Return the messages of the catalogue in which a number stands."""
    with MESSAGES.open("rb") as file:
        entries = [each.id for each in read_po(file) if each.id]
    plural = {each[0] for each in entries if not isinstance(each, str)}
    single = {each for each in entries if isinstance(each, str)}
    return plural | {each for each in single if any(room in each for room in ROOM)}


@pytest.fixture(scope="module")
def testwick(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[Page, ...], Files]:
    """Return the pages and files of the test partnership, with registers that are too long for one page."""
    project = copy_to(tmp_path_factory.mktemp("counts") / "project")
    budget = project / "data/budgets/2025-26.yml"
    budget.write_text(budget.read_text("utf-8").replace("    planned: 10,000\n", PARTLY_KNOWN), "utf-8")
    sign_off(project)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(years, "LONGEST", 1)
        return built(project)


@pytest.fixture(scope="module")
def aldermere(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[Page, ...], Files]:
    """Return the pages and files of the demonstration."""
    project = tmp_path_factory.mktemp("demonstration")
    for name in ("published", "docs"):
        shutil.copytree(ROOT / name, project / name)
    for name in ("mkdocs.yml", "published.lock", "redirects.yml"):
        if (ROOT / name).exists():
            shutil.copyfile(ROOT / name, project / name)
    return built(project)


def built(project: Path) -> tuple[tuple[Page, ...], Files]:
    """Build the site of a project and return its pages and files."""
    settings, site = compose(project), project / "site"
    assert isinstance(settings, Settings), settings
    site.mkdir()
    assert render(settings, assemble(read(project)), site) == ()
    return read_pages(site), Files(site)


def found_by(count: Count, page: Page) -> list[Any]:
    """Return the elements of a page that a row of the table is about."""
    return _elements(count.where, page)


def _elements(where: str, page: Page) -> list[Any]:
    address, _, path = where.partition(" ")
    is_meant = re.fullmatch(address, page.address)
    return (
        page.tree.xpath(path, namespaces={"re": "http://exslt.org/regular-expressions"}) if is_meant else []
    )


def compared(count: Count, pages: tuple[Page, ...], files: Files) -> list[tuple[str, str, str]]:
    """Return what pages say beside what the files give, each with the page."""
    return [
        (page.address, told, given)
        for page in pages
        for element in found_by(count, page)
        for told, given in count.again(element, page, files)
    ]


@pytest.mark.parametrize("count", COUNTS, ids=lambda count: count.what)
def test_the_test_partnership_counts_right(count: Count, testwick: tuple[tuple[Page, ...], Files]) -> None:
    """What its pages say is what its files give. Its registers are so long that they are cut."""
    found = compared(count, *testwick)
    assert [(page, told) for page, told, _ in found] == [(page, given) for page, _, given in found]


@SHOWN
@pytest.mark.parametrize("count", COUNTS, ids=lambda count: count.what)
def test_the_demonstration_counts_right(count: Count, aldermere: tuple[tuple[Page, ...], Files]) -> None:
    """What its pages say is what its files give."""
    found = compared(count, *aldermere)
    assert [(page, told) for page, told, _ in found] == [(page, given) for page, _, given in found]


@SHOWN
@pytest.mark.parametrize("count", COUNTS, ids=lambda count: count.what)
def test_no_sort_of_count_is_looked_for_in_vain(
    count: Count, testwick: tuple[tuple[Page, ...], Files], aldermere: tuple[tuple[Page, ...], Files]
) -> None:
    """Each row of the table compares something on one of the two sites, or it would prove nothing."""
    assert any(compared(count, *site) for site in (testwick, aldermere))


def test_every_message_with_a_number_is_in_the_table() -> None:
    """New words with a number in them are counted again, or it is said why not."""
    known = [message for count in COUNTS for message in count.messages] + [*NOT_COUNTED]
    assert sorted(known) == sorted(counts_in_messages())


def test_every_bare_number_of_the_test_partnership_is_in_the_table(
    testwick: tuple[tuple[Page, ...], Files],
) -> None:
    """A number that stands alone on a page is counted again, or it is said what else it is."""
    assert unknown_numbers(testwick[0]) == []


@SHOWN
def test_every_bare_number_of_the_demonstration_is_in_the_table(
    aldermere: tuple[tuple[Page, ...], Files],
) -> None:
    """A number that stands alone on a page is counted again, or it is said what else it is."""
    assert unknown_numbers(aldermere[0]) == []


@SHOWN
def test_every_sentence_that_counts_is_in_the_table(
    testwick: tuple[tuple[Page, ...], Files], aldermere: tuple[tuple[Page, ...], Files]
) -> None:
    """Words that count stand where a row of the table looks, or it would miss them."""
    assert [*unknown_sentences(testwick[0]), *unknown_sentences(aldermere[0])] == []


def unknown_sentences(pages: tuple[Page, ...]) -> list[tuple[str, str]]:
    """Return what is worded like a count where no row of the table looks."""
    counting = re.compile("|".join(PHRASES))
    found: list[tuple[str, str]] = []
    for page in pages:
        known = {place for count in COUNTS for each in found_by(count, page) for place in _inside(each)}
        found += [
            (page.address, words(each))
            for each in page.tree.xpath("//body//*[not(self::script)][text()[normalize-space()]]")
            if counting.search(" ".join(" ".join(each.xpath("./text()")).split()))
            and _place(each) not in known
        ]
    return found


def unknown_numbers(pages: tuple[Page, ...]) -> list[tuple[str, str]]:
    """Return the bare numbers of pages that stand where no row of the tables looks."""
    others = [*NOT_BARE_COUNTS.values()]
    found: list[tuple[str, str]] = []
    for page in pages:
        known = {place for count in COUNTS for each in found_by(count, page) for place in _inside(each)}
        known |= {place for where in others for each in _elements(where, page) for place in _inside(each)}
        found += [(page.address, words(each)) for each in bare_numbers(page) if _place(each) not in known]
    return found


def _inside(element: Any) -> list[str]:
    return [_place(each) for each in element.iter()]


def _place(element: Any) -> str:
    return str(element.getroottree().getpath(element))
