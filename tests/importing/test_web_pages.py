"""Web pages: blocks, lists, tables, and what nobody sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from problems import Problem
from records.importing.paragraphs.blocks import BULLET, Block, Source, Table, words_of
from records.importing.readers.opening import opened


def read(body: str, tmp_path: Path) -> Source:
    path = tmp_path / "x.html"
    path.write_text(f"<html><body>{body}</body></html>")
    source = opened(path, "x.html")
    assert isinstance(source, Source), source
    return source


def told(source: Source) -> list[tuple[int, int, str, str]]:
    return [
        (part.heading, part.depth, part.number, part.text) for part in source.parts if isinstance(part, Block)
    ]


def test_headings_paragraphs_and_words_between_them_are_blocks(tmp_path: Path) -> None:
    page = (
        "<h2>1. <b>Budget</b></h2><div>loose<br>words<p>A "
        "<em>para</em>graph.</p>after</div><blockquote>said</blockquote>"
    )
    assert told(read(page, tmp_path)) == [
        (2, -1, "1.", "Budget"),
        (0, -1, "", "loose"),
        (0, -1, "", "words"),
        (0, -1, "", "A paragraph."),
        (0, -1, "", "after"),
        (0, -1, "", "said"),
    ]


def test_lists_have_numbers_and_depths(tmp_path: Path) -> None:
    page = (
        '<ul><li>one<ul><li>inner</li></ul></li></ul><ol start="4"><li>four</li>'
        '<li value="9"><p>nine</p></li></ol><ol type="a"><li>x</li></ol>'
        "<ul><ul><li>odd</li></ul></ul>"
    )
    assert told(read(page, tmp_path)) == [
        (0, 0, BULLET, "one"),
        (0, 1, BULLET, "inner"),
        (0, 0, "4.", "four"),
        (0, 0, "9.", "nine"),
        (0, 0, "a.", "x"),
        (0, 1, BULLET, "odd"),
    ]


def test_what_is_beside_the_text_is_told_apart(tmp_path: Path) -> None:
    page = (
        "<header>Menu</header><p>Seen <span style='display:none'>unseen</span> <del>old</del> <ins>new</ins>"
        "<img alt='logo'></p><div hidden>more unseen</div><!-- a remark --><!--[if mso]>x<![endif]-->"
        "<script>run()</script><iframe title='film'></iframe><img "
        "alt='picture'><footer>Foot</footer><nav></nav>"
    )
    source = read(page, tmp_path)
    assert [text for _, _, _, text in told(source)] == ["Seen   new"]
    assert [(each.kind, each.text) for each in source.oddities] == [
        ("header", "Menu"),
        ("hidden", "unseen"),
        ("deleted", "old"),
        ("inserted", "new"),
        ("picture", "logo"),
        ("hidden", "more unseen"),
        ("comment", "a remark"),
        ("embedded", "film"),
        ("picture", "picture"),
        ("footer", "Foot"),
    ]


def test_tables_are_read_and_those_within_cells_are_text(tmp_path: Path) -> None:
    page = (
        "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td><table>"
        "<tr><td>in</td><td>ner</td></tr></table></td></tr></table><table>"
        "<tr><td><p>framed</p></td></tr></table>"
    )
    source = read(page, tmp_path)
    (table,) = [part for part in source.parts if isinstance(part, Table)]
    assert [[words_of(cell) for cell in row] for row in table.rows] == [["a", "b"], ["c", "in ner"]]
    assert told(source)[-1][3] == "framed"


def test_looks_and_links_are_kept(tmp_path: Path) -> None:
    page = (
        "<p><a href='https://example.org/'>plan</a> <a href='#x'>here</a> <span style='font-weight: "
        "bold'>so</span></p>"
    )
    (block,) = [part for part in read(page, tmp_path).parts if isinstance(part, Block)]
    assert [(run.text, run.link, run.bold) for run in block.runs if run.text.strip()] == [
        ("plan", "https://example.org/", False),
        ("here", "", False),
        ("so", "", True),
    ]


def test_the_letters_of_the_page_are_read_as_it_says(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_bytes('<meta charset="iso-8859-1"><p>caf\u00e9'.encode("latin-1"))
    source = opened(path, "x.html")
    assert isinstance(source, Source)
    assert told(source)[0][3] == "caf\u00e9"


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<div>" * 150 + "x", "import-damaged"),
        ("<b>" * 150 + "x", "import-damaged"),
        ("<p></p>", "import-empty"),
    ],
)
def test_what_lies_too_deep_or_holds_nothing_is_refused(page: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text(page)
    found = opened(path, "x.html")
    assert isinstance(found, Problem)
    assert found.code == code


def test_a_page_of_nothing_but_a_remark_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text("<!-- nothing -->", "utf-8")
    found = opened(path, "x.html")
    assert isinstance(found, Problem)
    assert found.code == "import-damaged"


def test_pictures_within_words_and_what_is_out_of_place_in_lists_and_tables_do_no_harm(
    tmp_path: Path,
) -> None:
    page = (
        "<p>Seen <b><img alt='a lamp'>by</b> <i><!-- a remark -->all</i></p><ul><!-- odd --><li>one</li></ul>"
        "<table><tr><script>run()</script><td>a</td><td>b</td></tr><tr></tr></table>"
    )
    source = read(page, tmp_path)
    assert [text for _, _, _, text in told(source)] == ["Seen by all", "one"]
    assert [(each.kind, each.text) for each in source.oddities] == [("picture", "a lamp")]
    assert [
        [[words_of(cell) for cell in row] for row in part.rows]
        for part in source.parts
        if isinstance(part, Table)
    ] == [[["a", "b"]]]
