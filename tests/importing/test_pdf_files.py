"""PDF files: lines and tables by where they stand, headers and footers, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from problems import Problem
from records.importing.paragraphs.blocks import Block, Source, Table, words_of
from records.importing.readers.opening import opened
from tests.importing.documents import asked, blank_pdf, draft_of_bytes, items, pdf

RUNNING = "#set page(header: [Harbour Partnership], footer: context [Page #counter(page).display()])\n"

PAGE = """#set page(width: 15cm, height: 12cm, margin: 2cm)
#set text(size: 10pt, font: "Libertinus Serif")
#set par(justify: true)
"""


def read(markup: str, tmp_path: Path) -> Source:
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf(PAGE + markup))
    source = opened(path, "x.pdf")
    assert isinstance(source, Source), source
    return source


def texts(source: Source) -> list[str]:
    return [part.text for part in source.parts if isinstance(part, Block)]


def test_lines_become_paragraphs_and_headers_and_footers_stand_apart(tmp_path: Path) -> None:
    long = (
        "This paragraph is long enough to run over several lines of the page, as paragraphs of minutes "
        "always do in print."
    )
    source = read(f"{RUNNING}{long}\n\nA second one.\n#pagebreak()\nOn the next page.", tmp_path)
    assert texts(source) == [long, "A second one.", "On the next page."]
    assert sorted((each.kind, each.text) for each in source.oddities) == [
        ("footer", "Page 1"),
        ("header", "Harbour Partnership"),
    ]
    assert source.pages == 2


def test_a_sentence_that_runs_over_the_page_is_one(tmp_path: Path) -> None:
    source = read(
        "It began on the first page and went on #pagebreak() over the second one to its end.", tmp_path
    )
    assert texts(source) == ["It began on the first page and went on over the second one to its end."]


def test_bold_words_and_large_letters_are_seen(tmp_path: Path) -> None:
    source = read(
        "#text(size: 16pt)[Large title]\n\n*Bold line*\n\nPlain line with *bold* words in it.", tmp_path
    )
    large, bold, plain = [part for part in source.parts if isinstance(part, Block)]
    assert (large.heading, bold.is_bold, plain.is_bold) == (1, True, False)
    assert [run.text.strip() for run in plain.runs if run.bold] == ["bold"]


def test_lists_keep_their_bullets_and_depths(tmp_path: Path) -> None:
    source = read("- one of the points\n  - inner point\n- two of the points\n", tmp_path)
    assert [(part.text, part.depth) for part in source.parts if isinstance(part, Block)] == [
        ("one of the points", 0),
        ("inner point", 1),
        ("two of the points", 0),
    ]


TABLE = """#table(columns: (4cm, 3cm, 2cm), [Name], [Agency], [Present],
  [Dov Ashby], [Atlas Housing and Care for the Coast], [\u2713], [Esme Loft], [NHS], [])
"""


def test_a_drawn_table_is_read_cell_by_cell(tmp_path: Path) -> None:
    (table,) = [
        part for part in read(f"Before.\n\n{TABLE}\nAfter.", tmp_path).parts if isinstance(part, Table)
    ]
    assert [[words_of(cell) for cell in row] for row in table.rows] == [
        ["Name", "Agency", "Present"],
        ["Dov Ashby", "Atlas Housing and Care for the Coast", "\u2713"],
        ["Esme Loft", "NHS", ""],
    ]


def test_a_table_that_goes_on_over_the_page_is_one(tmp_path: Path) -> None:
    rows = "".join(f"[Number {at}], [text of {at}], " for at in range(30))
    (table,) = [
        part
        for part in read(f"#table(columns: 2, table.header([No], [Text]), {rows})", tmp_path).parts
        if isinstance(part, Table)
    ]
    assert [words_of(row[0]) for row in table.rows] == ["No", *(f"Number {at}" for at in range(30))]


def test_what_stands_in_the_margin_belongs_to_the_paragraph_at_its_height(tmp_path: Path) -> None:
    """Also where the row of the table goes on over the page."""
    words = [
        f"Paragraph {at} of the item, which is long enough to fill a line of its cell." for at in range(1, 9)
    ]
    text = " #v(6pt) ".join(words)
    made = draft_of_bytes(
        pdf(
            PAGE.replace("12cm", "20cm")
            + "Executive meeting, 12 March 2026\n\nPresent: Dov Ashby (DA), Esme Loft (EL)\n\n"
            + f"#table(columns: (1cm, 7cm, 2cm), [1.], [*Budget* #v(6pt) {text}], [#v(14pt) #place(dy: "
            f"0pt)[DA]], "
            f"[2.], [*Plan*], [])"
        ),
        tmp_path,
        "x.pdf",
    )
    (action,) = items(made)[0]["actions"]
    assert (action["text"], action["owners"]) == (words[0], [{"name": "Dov Ashby"}])


def test_a_table_without_lines_is_read_by_its_columns(tmp_path: Path) -> None:
    markup = (
        "#grid(columns: (5cm, 5cm), row-gutter: 8pt, [Date], [12 March 2026], [Time], [2pm - 4pm], "
        "[Venue], [Wharf House])"
    )
    (table,) = [part for part in read(markup, tmp_path).parts if isinstance(part, Table)]
    assert [[words_of(cell) for cell in row] for row in table.rows] == [
        ["Date", "12 March 2026"],
        ["Time", "2pm - 4pm"],
        ["Venue", "Wharf House"],
    ]


def test_minutes_come_out_of_a_pdf_whole(tmp_path: Path) -> None:
    markup = f"""#text(size: 16pt)[Harbour Safeguarding Partnership Executive meeting]

Thursday 12 March 2026, 2pm - 4pm

{TABLE}

*1. Budget*

It was seen by everybody who had come on that day in March, and nobody had anything to say against it.

*Action:* Dov Ashby to send the list by 31 May 2026.

*2. Any other business*

None.
"""
    made = draft_of_bytes(pdf(PAGE + markup), tmp_path, "x.pdf")
    assert [item["title"] for item in items(made)] == ["Budget", "Any other business"]
    assert items(made)[0]["actions"] == [
        {
            "id": "a1",
            "text": "Dov Ashby to send the list by 31 May 2026.",
            "owners": [{"name": "Dov Ashby"}],
            "due": "2026-05-31",
        }
    ]
    assert [row.get("status", "present") for row in made.values["attendance"]] == ["present", "absent"]
    assert "attendance" in asked(made)


def test_tiny_words_are_hidden_ones(tmp_path: Path) -> None:
    source = read("Words that everybody can see and read on this page. #text(size: 1pt)[secret]", tmp_path)
    assert ("hidden", "secret") in [(each.kind, each.text) for each in source.oddities]
    assert "secret" not in " ".join(texts(source))


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"%PDF-1.7 and nothing more", "import-damaged"),
        (blank_pdf(2), "import-scanned"),
        (blank_pdf(2, "key"), "import-encrypted"),
        (blank_pdf(200), "import-too-many-pages"),
    ],
)
def test_what_holds_no_text_is_refused_in_one_line(raw: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(raw)
    found = opened(path, "x.pdf")
    assert isinstance(found, Problem)
    assert found.code == code


def test_a_row_of_a_table_that_goes_on_over_the_page_is_one(tmp_path: Path) -> None:
    """Also where a sentence of it is broken there; a cell that had ended goes on as another paragraph."""
    long = "It was seen by everybody who had come on that day and nobody had anything to say against it " * 9
    rows = f"[No], [Text], [1.], [{long}], [2.], [Short.]"
    made = read(f"Before.\n\n#table(columns: (2cm, 8cm), {rows})\n\nAfter.", tmp_path)
    (table,) = [part for part in made.parts if isinstance(part, Table)]
    assert made.pages == 2
    assert [[[block.text for block in cell] for cell in row] for row in table.rows] == [
        [["No"], ["Text"]],
        [["1."], [long.strip()]],
        [["2."], ["Short."]],
    ]


def test_frames_rulings_small_signs_and_links_leave_the_words_as_they_are(tmp_path: Path) -> None:
    long = "It was seen by everybody who had come on that day in March, and nobody spoke against it. " * 4
    markup = f"""{long}

Before it came the 19#super(typographic: false, size: 0.5em)[th], and #link("https://example.org")[a page].

#rect(width: 5cm)[Words in a frame.]
#line(angle: 90deg, length: 1cm)

#table(columns: 1, [One thing.], [Two things.], [Three things.])

After the column came these.
"""
    assert texts(read(markup, tmp_path)) == [
        long.strip(),
        "Before it came the 19th, and a page.",
        "Words in a frame.",
        "One thing.",
        "Two things.",
        "Three things.",
        "After the column came these.",
    ]
