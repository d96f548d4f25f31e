"""The search: an index of every page, the same on every machine, and nothing that nobody asks for."""

from __future__ import annotations

import gzip
import json
import os
from hashlib import sha256
from pathlib import Path

import orjson
import pytest

from macros.making import searching
from redaction.verifying.manifests import SEARCH_INDEX, SEARCH_PROGRAMS

PAGES = {
    "meetings/x/": '<h1 id="part-meeting">Executive<a class="headerlink" href="#x">&para;</a></h1>'
    "<dl><dt>Group</dt><dd>Executive</dd></dl>"
    '<h2 id="neglect">5 Neglect</h2><p>The <em>audit</em> looked at &lt;b&gt; twelve cases.</p>',
    "groups/y/": '<h1 id="part-group">Learning</h1><p>It meets.</p>',
}


def index_of(pages: dict[str, str], language: str = "en") -> dict[str, bytes]:
    with searching.indexing(language) as index:
        for address, html in pages.items():
            searching.add(index, address, html)
        return searching.written(index)


def fragments(files: dict[str, bytes]) -> dict[str, dict[str, object]]:
    """Return what the index says of each page, by its address."""
    texts = [
        orjson.loads(gzip.decompress(raw).removeprefix(b"pagefind_dcd"))
        for name, raw in files.items()
        if name.endswith(".pf_fragment")
    ]
    return {str(each["url"]): each for each in texts}


def test_a_page_is_found_by_its_words_and_opens_at_a_heading() -> None:
    """Each page is there with its address, title, headings and words; neighbours are not run together."""
    found = fragments(index_of(PAGES))

    assert set(found) == {"/meetings/x/", "/groups/y/"}
    page = found["/meetings/x/"]
    assert page["meta"] == {"title": "Executive"}
    assert [each["id"] for each in page["anchors"]] == ["part-meeting", "neglect"]  # type: ignore[attr-defined]
    assert "Group Executive" in str(page["content"])
    assert "audit looked at <b> twelve cases" in str(page["content"])
    assert "¶" not in str(page["content"])


def test_only_what_the_search_asks_for_is_in_the_site() -> None:
    """The interfaces and the second program that Pagefind writes are left out."""
    names = set(index_of(PAGES))
    programs = {"pagefind/pagefind.js", "pagefind/wasm.en.pagefind"}

    assert programs <= names
    assert [name for name in names - programs if not SEARCH_INDEX.fullmatch(name)] == []


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_programs_are_those_that_the_verification_knows(language: str) -> None:
    """Another version of Pagefind is looked at by a person, who then writes its digests down."""
    files = index_of(PAGES, language)
    programs = {name: raw for name, raw in files.items() if not SEARCH_INDEX.fullmatch(name)}

    assert len(programs) == 2
    for name, raw in programs.items():
        assert sha256(raw).hexdigest() in SEARCH_PROGRAMS[name]


def test_the_same_pages_give_the_same_files() -> None:
    """Names and bytes of all files are those of every other run."""
    many = {f"meetings/{number}/": f"<h1>Meeting {number}</h1><p>Word{number}.</p>" for number in range(40)}

    assert index_of(many) == index_of(many)


def test_nothing_around_the_program_changes_the_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a file of settings where it is started nor a variable of the environment is obeyed."""
    before = index_of(PAGES)
    (tmp_path / "pagefind.yml").write_text("exclude_selectors: [p]\nroot_selector: none\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_ROOT_SELECTOR", "none")

    assert index_of(PAGES) == before


def test_results_can_be_narrowed_down_by_what_a_page_is() -> None:
    """A page has the places of its labels in the lists; years stand with the newest first."""
    labels = {
        "a/": {"kind": ("Meetings",), "year": ("2025",)},
        "b/": {"kind": ("Groups",), "year": ("2026",)},
        "unknown/": {"kind": ("Plans",), "year": ()},
    }
    found = json.loads(searching.facets({"en_1": "a/", "en_2": "b/", "en_3": "about/"}, labels))

    assert found == {
        "facets": {"kind": ["Groups", "Meetings", "Plans"], "year": ["2026", "2025"]},
        "pages": {"en_1": [[1], [1]], "en_2": [[0], [0]]},
    }


def test_a_site_gets_the_index_and_its_facets(tmp_path: Path) -> None:
    """What is written names the pages by the ids of the index."""
    with searching.indexing("en") as index:
        searching.add(index, "a/", "<h1>One</h1>")
        searching.write(index, {"a/": {"kind": ("Meetings",)}}, tmp_path)
    (page,) = (tmp_path / "pagefind" / "fragment").iterdir()

    assert json.loads((tmp_path / searching.FACETS).read_bytes())["pages"] == {page.stem: [[0]]}


def test_a_program_that_ends_is_an_error(tmp_path: Path) -> None:
    """A site is not finished with half an index."""
    with searching.indexing("en") as index:
        index.process.kill()
        index.process.wait()
        with pytest.raises(searching.IndexingError):
            searching.write(index, {}, tmp_path)

    assert os.listdir(tmp_path) == []  # noqa: PTH208  # names are enough


def test_without_the_program_there_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which it cannot be started is told so, instead of getting a site without a search."""
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: Path("/nowhere/pagefind"))
    with pytest.raises(searching.IndexingError), searching.indexing("en"):
        pass
