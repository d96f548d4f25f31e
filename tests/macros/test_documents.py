"""Hand-written pages hold Markdown, calls of our macros, and nothing that could tell more or do more."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.making.documents import Call, calls, check, clashes, without_logo
from macros.pages import Page

NAMES = {"meeting", "meetings", "group"}
PNG = b"\x89PNG\r\n\x1a\n"


def checked(folder: Path, text: str) -> list[tuple[str, int]]:
    """Return what is wrong with a page of this text, with the lines."""
    docs = folder / "docs"
    (docs / "images").mkdir(parents=True)
    (docs / "images/plan.png").write_bytes(PNG)
    (docs / "page.md").write_text(text, "utf-8")
    return [(problem.code, problem.place.line) for problem in check(docs, NAMES)]


GOOD = """---
title: About us
description: Who we are
hide:
  - toc
---

# About us {: #about }

See [contact](contact.md), [us](mailto:office@larkmere.example), <https://x.example/>, [here](#about),
[a meeting](/meetings/2026-03-12-executive.md#first) or [call](tel:+441632960001). 3 < 4.

![The plan](images/plan.png)

{{ meetings(last=3) }}

{{ group("executive") }}

| a | b |
|---|---|
| c | d |
"""


def test_an_ordinary_page_passes(tmp_path: Path) -> None:
    """Headings, links, an image of ours, tables and calls of macros are what pages are for."""
    assert checked(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[[redact personal|Somebody]]", "document-mark"),
        ("[[withheld personal]]", "document-mark"),
        ("a ]] b", "document-mark"),
        ("<!-- ask the chair -->", "document-comment"),
        ("`<!-- in code -->`", "document-comment"),
        ("<script>x</script>", "document-html"),
        ("<iframe src='https://x.example'>", "document-html"),
        ("<b>", "document-html"),
        ("{% include 'x' %}", "document-brace"),
        ("{# secret #}", "document-brace"),
        ("# Title {: onclick=x }", "document-brace"),
        ("# Title { onclick=x }", "document-brace"),
        ("{{ 7*7 }}", "document-call"),
        ("{{ meetings(last=git.author) }}", "document-call"),
        ("{{ meetings() | safe }}", "document-call"),
        ("{{ meetings.__globals__ }}", "document-call"),
        ("{{ config }}", "document-call"),
        ("{{ meeting('a')", "document-brace"),
        ("{{ meetngs() }}", "document-macro"),
        ("{{ macros_info() }}", "document-macro"),
        ("[x](javascript:alert)", "document-address"),
        ("[x]( java&#115;cript:alert)", "document-address"),
        ("[x](//host.example/x)", "document-address"),
        ("[x][y]\n\n[y]: data:text/html,x", "document-address"),
        ("![x](https://host.example/x.png)", "document-image"),
        ("![x](//host.example/x.png)", "document-image"),
        ("![x](../secret.png)", "document-image"),
        ("![x][y]", "document-image"),
        ("a\x02b", "document-control"),
        ("<<<<<<< HEAD", "document-in-conflict"),
        (">>>>>>> other", "document-in-conflict"),
    ],
)
def test_what_a_page_may_not_hold_is_a_problem_with_its_line(tmp_path: Path, text: str, code: str) -> None:
    """Marks, comments, HTML, templates, odd links and foreign images are named where they stand."""
    lines = [line for found, line in checked(tmp_path, f"# Page\n\n{text}\n") if found == code]

    assert lines
    assert min(lines) == 3 + text.count("\n")


@pytest.mark.parametrize("text", ["[" * 100_000, "[ " * 100_000, "{{" * 50_000])
def test_a_page_full_of_brackets_is_one_problem(tmp_path: Path, text: str) -> None:
    """It is not looked into: that would take a minute, and longer the more there are."""
    assert checked(tmp_path, f"# Page\n\n{text}\n") == [("document-brackets", 0)]


@pytest.mark.parametrize(
    "beginning",
    [
        "render_macros: false\n\n# Page\n",
        "---\nrender_macros: false\n---\n",
        "---\ntemplate: redirect.html\n---\n",
        "---\ntitle: '{{ 7*7 }}'\n---\n",
        "---\ntitle: <b>\n---\n",
        "---\ntitle: Page # a comment\n---\n",
        "---\ntitle: Page\n",
        "---\nhide: [search]\n---\n",
        "---\nmeetings: x\n---\n",
        "---\ntitle: 2026\n---\n",
        "---\ntitle: 2026-13-45\n---\n",
    ],
)
def test_settings_of_a_page_are_a_closed_list(tmp_path: Path, beginning: str) -> None:
    """Nothing at the beginning of a page turns macros off, shadows one or is rendered again."""
    assert ("document-front-matter", 1) in checked(tmp_path, beginning)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("notes.yml", "document-unknown"),
        ("minutes.docx", "document-unknown"),
        ("page.md.bak", "document-name"),
        ("todo.txt", "document-unknown"),
        ("images/plan.svg", "document-unknown"),
        ("loose.png", "document-unknown"),
        ("script.js", "document-unknown"),
        (".hidden.md", "document-name"),
        ("Family Tamblyn.md", "document-name"),
        ("images/fake.png", "document-not-an-image"),
        ("styles/own.css", "document-style"),
    ],
)
def test_a_file_that_does_not_belong_is_named(tmp_path: Path, name: str, code: str) -> None:
    """Every file of docs/ is published, so only known kinds in their place may be there."""
    path = tmp_path / "docs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("@import url(https://host.example/x.css);\n")

    assert [problem.code for problem in check(tmp_path / "docs", NAMES)] == [code]


LEAVINGS = (".DS_Store", "Thumbs.db", "desktop.ini", "index.md~", "~$index.md", ".~lock.index.md#", "a.swp")


def test_what_a_file_manager_leaves_is_passed_over(tmp_path: Path) -> None:
    """As a file only: a link of that name leads somewhere."""
    docs = tmp_path / "docs"
    (docs / "images").mkdir(parents=True)
    for name in LEAVINGS:
        (docs / name).write_bytes(b"\x00")
    (docs / "images/.DS_Store").symlink_to(docs / ".DS_Store")

    assert [problem.code for problem in check(docs, NAMES)] == ["document-link"]


def test_links_out_and_binary_pages_are_problems(tmp_path: Path) -> None:
    """A link to another place and a page that is not text are named."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (tmp_path / "secret.md").write_text("x")
    (docs / "link.md").symlink_to(tmp_path / "secret.md")
    (docs / "binary.md").write_bytes(b"\xff\xfe\x00")

    found = {problem.place.file: problem.code for problem in check(docs, NAMES)}

    assert found == {"docs/link.md": "document-link", "docs/binary.md": "document-unreadable"}


def test_a_misspelt_macro_gets_advice_and_no_text_is_quoted(tmp_path: Path) -> None:
    """The problem names the macro that was meant, and nothing of the page."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "page.md").write_text('# Page\n\n{{ meetngs("secretword") }}\n')
    (found,) = check(docs, NAMES)

    assert found.remedy == "Did you mean meetings?"
    assert "secretword" not in str(found)


def test_the_calls_of_a_page_are_read_as_the_template_engine_reads_them() -> None:
    """Single and double quotation marks and spaces make no difference; other expressions are no calls."""
    text = "{{ meeting('a') }} {{meeting( \"b\" )}} {{ meetings(last=3) }} {{ x.y() }}"

    assert calls(text) == (Call("meeting", ("a",)), Call("meeting", ("b",)), Call("meetings"))


@pytest.mark.parametrize(
    ("name", "text", "codes"),
    [
        ("meetings/a.md", '# A\n\n{{ meeting("a") }}', []),
        ("meetings/a.md", '# A\n\n{{ meeting("b") }}', ["page-without-record"]),
        ("meetings/a.md", "# A", ["page-without-record"]),
        ("meetings/draft.md", '# A\n\n{{ meeting("draft") }}', ["page-reserved"]),
        ("meetings/deep/x.md", "# A", ["page-reserved"]),
        ("data.md", "# A", ["page-reserved"]),
        ("about.md", "# A", []),
        ("meetings/index.md", "# All\n\n{{ meetings() }}", []),
    ],
)
def test_a_page_takes_a_records_place_only_to_show_it(
    tmp_path: Path, name: str, text: str, codes: list[str]
) -> None:
    """A page at the address of a record calls its macro; where no record is published there is no page."""
    path = tmp_path / "docs" / name
    path.parent.mkdir(parents=True)
    path.write_text(text)
    generated = (Page("meetings/a.md", "meeting", "a"), Page("meetings/index.md", "meetings"))

    assert [problem.code for problem in clashes(tmp_path / "docs", generated)] == codes


def test_a_logo_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    """The logo that the partnership names must stand in docs/images/; without one nothing is wrong."""
    (tmp_path / "images").mkdir()
    (tmp_path / "images/crest.png").write_bytes(b"")

    assert [problem.code for problem in without_logo(tmp_path, "images/logo.png")] == ["logo-missing"]
    assert without_logo(tmp_path, "images/crest.png") == without_logo(tmp_path, "") == ()
