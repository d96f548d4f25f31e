"""Plain text and Markdown: paragraphs, columns laid out with spaces, and letters that were lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from problems import Problem
from records.importing.paragraphs.blocks import BULLET, Block, Source, Table, words_of
from records.importing.paragraphs.signs import plain_signs
from records.importing.readers.opening import opened

WIDE = "This line of the minutes is as long as the lines of a page are when they are laid out with"


def read(text: str | bytes, tmp_path: Path, name: str = "x.txt") -> Source:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    source = opened(path, name)
    assert isinstance(source, Source), source
    return source


def texts(source: Source) -> list[str]:
    return [part.text for part in source.parts if isinstance(part, Block)]


def cells(source: Source) -> list[list[str]]:
    return [
        [words_of(cell) for cell in row]
        for part in source.parts
        if isinstance(part, Table)
        for row in part.rows
    ]


def test_each_line_of_a_text_that_is_not_wrapped_is_a_paragraph(tmp_path: Path) -> None:
    assert texts(read("one\ntwo\n\n**three** and four\n", tmp_path)) == ["one", "two", "three and four"]


def test_lines_of_a_wrapped_text_are_joined(tmp_path: Path) -> None:
    source = read(f"{WIDE}\nspaces by a program.\n\n{WIDE}\nspaces again.\nNew line.\n", tmp_path)
    assert texts(source) == [f"{WIDE} spaces by a program.", f"{WIDE} spaces again.", "New line."]


def test_tabs_make_tables_and_rows_of_marked_up_cells_go_on(tmp_path: Path) -> None:
    source = read("a\tb\nc\td\n\n<p>1.</p>\t<p>x</p> <p>y</p>\n\n\t<p>z</p>\nend\n", tmp_path)
    assert cells(source) == [["a", "b"], ["c", "d"], ["1.", "x y"], ["", "z"]]
    assert texts(source) == ["end"]


LAID_OUT = f"""\
Title of meeting          Board meeting
Date                      12 March 2026
Attendees                 Dov Ashby (Chair), Esme Loft
                          (Clerk)
                                                                                                    Action

  1.    Budget

        {WIDE}
        spaces, and it is to be sent out to all the people who came.                                     DA
        \u2022   a point that is made and that runs on over the end of its own line because it is so very long
            to its end
            \u2022   inner

  2.    Plan

        It was seen.                                                                                    EL/DA
"""


def test_columns_that_were_laid_out_with_spaces_are_seen(tmp_path: Path) -> None:
    source = read(LAID_OUT, tmp_path)
    assert cells(source) == [
        ["Title of meeting", "Board meeting"],
        ["Date", "12 March 2026"],
        ["Attendees", "Dov Ashby (Chair), Esme Loft (Clerk)"],
    ]
    told = [
        (part.number, part.depth, part.text[:12], part.margin)
        for part in source.parts
        if isinstance(part, Block)
    ]
    assert told == [
        ("", -1, "Action", ""),
        ("1.", -1, "Budget", ""),
        ("", -1, "This line of", "DA"),
        (BULLET, 0, "a point that", ""),
        (BULLET, 1, "inner", ""),
        ("2.", -1, "Plan", ""),
        ("", -1, "It was seen.", "EL/DA"),
    ]


def test_headers_footers_and_page_numbers_of_a_laid_out_text_stand_apart(tmp_path: Path) -> None:
    names = ("one", "two", "three")
    page = "    Harbour board\n\n    {}\n    {}.\n\n    Minutes of March     {}\n"
    pages = [page.format(WIDE.replace("line", name), name, at) for at, name in enumerate(names, 1)]
    source = read("\f".join(pages), tmp_path)
    assert texts(source) == [f"{WIDE.replace('line', name)} {name}." for name in names]
    assert [(each.kind, each.text) for each in source.oddities] == [
        ("header", "Harbour board"),
        ("footer", "Minutes of March 1"),
    ]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("caf\u00e9".encode(), "caf\u00e9"),
        ("caf\u00e9".encode("utf-8-sig"), "caf\u00e9"),
        ("caf\u00e9".encode("utf-16"), "caf\u00e9"),
        ("caf\u00e9 \u2019".encode("cp1252"), "caf\u00e9 \u2019"),
        (b"a\r\nb\rc", "a"),
    ],
)
def test_text_is_read_in_the_encodings_of_offices(raw: bytes, text: str, tmp_path: Path) -> None:
    assert texts(read(raw, tmp_path))[0] == text


def test_lost_letters_are_told(tmp_path: Path) -> None:
    source = read("caf\ufffd and \ufffd", tmp_path)
    assert texts(source) == ["caf? and ?"]
    assert [(each.kind, each.text) for each in source.oddities] == [("lost-letters", "2")]


def test_signs_that_no_record_can_hold_are_replaced() -> None:
    assert (
        plain_signs("a\u00a0b\u00adc\u200bd\u2011e\uf0b7f\uf0fcg\ue000h\x07i\ufb01\ufe0f")
        == "a bcd-e\u2022f\u2713g?hifi"
    )
    assert plain_signs("e\u0301") == "\u00e9"


def test_markdown_has_headings_lists_tables_links_and_remarks(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Board\n---\n# One\n\n1. first\n   - inner\n2. second\n\n| a | b |\n|---|---|\n| c "
        "| d |\n\n"
        "<!-- a remark -->\n\n<center>in</center>\n\n    code\n\n![picture](x.png) "
        "[link](https://example.org)\n"
    )
    source = read(text, tmp_path, "x.md")
    assert texts(source) == ["title: Board", "One", "first", "inner", "second", "in", "code", "picture link"]
    assert [(each.kind, each.text) for each in source.oddities] == [("comment", "a remark")]
    assert cells(source) == [["a", "b"], ["c", "d"]]


def test_line_breaks_of_markdown_that_were_meant_are_kept(tmp_path: Path) -> None:
    wrapped = "words that were wrapped by an editor at some sixty to eighty signs"
    assert texts(
        read(f"short\nlines\n\n{wrapped}\nand their rest\n\n{wrapped}\n**Label** x\n", tmp_path, "x.md")
    ) == [
        "short",
        "lines",
        f"{wrapped} and their rest",
        wrapped,
        "Label x",
    ]


def test_loose_stars_of_markdown_make_words_bold(tmp_path: Path) -> None:
    (block,) = [
        part for part in read("- **029/18 Title **\n", tmp_path, "x.md").parts if isinstance(part, Block)
    ]
    assert (block.text, block.is_bold) == ("029/18 Title", True)


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("x.txt", b" \n\n", "import-empty"),
        ("x.txt", b"word\x00\x01\x02", "import-unknown-format"),
        ("x.txt", b"word " * 900_000, "import-too-large"),
        ("x.txt", b"word " * 70_000, "import-too-long"),
        ("x.xyz", b"words", "import-unknown-format"),
        ("x.doc", b"words", "import-old-word"),
        ("x.zip", b"PK\x03\x04", "import-unknown-format"),
        ("x.pdf", b"words", "import-damaged"),
        ("x.md", b"> " * 300 + b"x", "import-damaged"),
    ],
)
def test_what_is_no_minutes_is_refused_in_one_line(name: str, raw: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    found = opened(path, name)
    assert isinstance(found, Problem)
    assert found.code == code


def test_a_folder_a_missing_file_and_a_device_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.docx", Path("/dev/null"), Path("a\0b")):
        found = opened(path, "x")
        assert isinstance(found, Problem)
        assert found.code == "import-not-a-file"


def test_a_long_paragraph_is_parted_without_losing_a_word(tmp_path: Path) -> None:
    words = " ".join(f"word{at}" for at in range(4000))
    source = read(f"1. {words}", tmp_path)
    assert len(source.parts) > 3
    assert " ".join(" ".join(texts(source)).split()) == words
    assert [part.number for part in source.parts if isinstance(part, Block)][:2] == ["1.", ""]


def test_a_word_alone_in_the_margin_belongs_to_the_paragraph_above_it(tmp_path: Path) -> None:
    beside = " " * 41 + "DA\n" + " " * 105 + "and EL\n"
    text = (
        f"  1.    Budget\n\n        {WIDE}\n        spaces, and it is to be sent out to all the people."
        f"{beside}\n        {WIDE}\n        spaces.{' ' * 90}FG\n"
    )
    assert [
        (part.text[-11:], part.margin) for part in read(text, tmp_path).parts if isinstance(part, Block)
    ] == [
        ("Budget", ""),
        ("the people.", "DA and EL"),
        ("ith spaces.", "FG"),
    ]


def test_a_word_alone_in_the_margin_above_all_paragraphs_is_not_lost(tmp_path: Path) -> None:
    text = (
        f"{' ' * 105}Action\n  1.    Budget\n\n        {WIDE}\n        spaces.{' ' * 90}DA\n\n"
        f"        {WIDE}\n        spaces.{' ' * 90}EL\n"
    )
    assert texts(read(text, tmp_path))[:2] == ["Action", "Budget"]


def test_a_line_that_is_indented_otherwise_is_a_paragraph_of_its_own(tmp_path: Path) -> None:
    text = f"  {WIDE}\n  spaces and that\n" + " " * 20 + f"stands apart\n  {WIDE}\n  it goes on.\n"
    assert texts(read(text, tmp_path)) == [f"{WIDE} spaces and that", "stands apart", f"{WIDE} it goes on."]


def test_bold_words_within_a_line_and_numbers_within_bullets_are_told(tmp_path: Path) -> None:
    source = read("one **two** three\n- 1. four\n", tmp_path)
    assert [
        (part.number, [(run.text, run.bold) for run in part.runs])
        for part in source.parts
        if isinstance(part, Block)
    ] == [("", [("one ", False), ("two", True), (" three", False)]), ("1.", [("four", False)])]


def test_struck_out_words_of_markdown_are_not_in_the_text_but_told(tmp_path: Path) -> None:
    """Words that somebody struck out must not come back as what was minuted; an empty line leaves nothing."""
    source = read("It is ~~nine *or\neight*~~ *ten* now.\n\n~~All of it.~~\n", tmp_path, "x.md")
    assert texts(source) == ["It is  ten now."]
    assert [(each.kind, each.text) for each in source.oddities] == [
        ("deleted", "nine or eight"),
        ("deleted", "All of it."),
    ]


def test_a_bold_number_of_markdown_is_the_number_of_its_paragraph(tmp_path: Path) -> None:
    (part,) = read("**1.1** It was *seen*.\n", tmp_path, "x.md").parts
    assert isinstance(part, Block)
    assert (part.number, [(run.text, run.italic) for run in part.runs]) == (
        "1.1",
        [("It was ", False), ("seen", True), (".", False)],
    )


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    with path.open("wb") as file:
        file.truncate(40_000_001)
    found = opened(path, "x.txt")
    assert isinstance(found, Problem)
    assert found.code == "import-too-large"
