"""Forms that are rarer in minutes: each rule has its example here."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.annotations import Text

from records.importing.drafting.prose import inline, prose
from records.importing.paragraphs.blocks import Block, Run, Table, words_of
from tests.importing.documents import (
    HEAD,
    asked,
    draft,
    draft_of_bytes,
    items,
    paragraph,
    pdf,
    table,
    word,
)

ITEMS = "1. Budget\nSeen.\n2. Plan\nSeen.\n"


def word_with(*rows: list[str], before: str = "", after: str = ITEMS) -> bytes:
    """Return a Word file with a table between lines of text."""
    lines = [paragraph(line) for line in f"{HEAD}{before}".split("\n") if line]
    return word(*lines, table(*rows), *(paragraph(line) for line in after.split("\n") if line))


def test_a_head_in_a_table_of_four_columns_is_read(tmp_path: Path) -> None:
    rows = [
        ["Date:", "19 March 2026", "Time:", "2pm - 3pm"],
        ["Chair:", "Ada Marlowe", "Minutes:", "Bram Quist"],
    ]
    body = [paragraph("Executive meeting"), table(*rows), paragraph("Present: Dov Ashby")]
    raw = word(*body, *(paragraph(line) for line in ITEMS.split("\n") if line))
    values = draft_of_bytes(raw, tmp_path, "x.docx").values
    assert (values["date"], values["time"], values["chair"], values["minute_taker"]) == (
        "2026-03-19",
        "14:00\u201315:00",
        [{"person": "marlowe"}],
        "quist",
    )


def test_a_table_of_no_known_kind_is_kept_as_one(tmp_path: Path) -> None:
    made = draft_of_bytes(word_with(["Colour", "Sort"], ["red", "apple"]), tmp_path, "x.docx")
    assert made.values["preamble"] == "| Colour | Sort |\n| --- | --- |\n| red | apple |"


def test_attendance_in_a_table_of_labels_and_lists_is_read(tmp_path: Path) -> None:
    cell = paragraph("Dov Ashby (DA)") + paragraph("Esme Loft (EL)")
    rows = [["Attendees", cell], ["", "Finn Gale"], ["Apologies", "Gwen Hale"], ["Quorum", "three of five"]]
    body = [paragraph("Executive meeting, 12 March 2026"), table(*rows)]
    raw = word(*body, *(paragraph(line) for line in ITEMS.split("\n") if line))
    values = draft_of_bytes(raw, tmp_path, "x.docx").values
    assert [(row["name"], row.get("status", "present")) for row in values["attendance"]] == [
        ("Dov Ashby", "present"),
        ("Esme Loft", "present"),
        ("Finn Gale", "present"),
        ("Gwen Hale", "apologies"),
    ]
    assert values["quorum"] == {"note": "three of five"}


def test_a_cell_with_several_numbered_actions_holds_each(tmp_path: Path) -> None:
    cell = paragraph("1) Buy chairs") + paragraph("2) Sell lamps")
    owners = paragraph("DA") + paragraph("EL")
    raw = word_with(
        ["Action", "Who", "By when"],
        [cell, owners, "May"],
        before="1. Budget\nSeen.\n",
        after="2. Plan\nSeen.\n",
    )
    found = items(draft_of_bytes(raw, tmp_path, "x.docx"))[0]["actions"]
    assert [
        (each["label"], each["text"], each["owners"][0]["name"], each["due_words"]) for each in found
    ] == [
        ("1", "Buy chairs", "Dov Ashby", "May"),
        ("2", "Sell lamps", "Esme Loft", "May"),
    ]


def test_words_in_other_columns_of_a_table_of_actions_are_kept(tmp_path: Path) -> None:
    raw = word_with(
        ["Ref", "Action", "Lead", "Cost centre"],
        ["7", "Buy chairs", "DA", "harbour fund"],
        before="1. Budget\nSeen.\n",
        after="2. Plan\n",
    )
    item = items(draft_of_bytes(raw, tmp_path, "x.docx"))[0]
    assert item["actions"][0]["label"] == "7"
    assert "harbour fund" in item["text"]


def test_the_name_of_a_file_that_was_broken_over_two_lines_is_one(tmp_path: Path) -> None:
    made = draft(HEAD + "1. Budget\nSeen.\n2. Plan\n2026031200 - Board\nplan - V2.docx\n", tmp_path)
    assert items(made)[1]["papers"][0]["title"] == "2026031200 - Board plan - V2.docx"
    other = draft(HEAD + "1. Budget\n2026031200 - Board\nwas seen.\n2. Plan\n2026031201\n", tmp_path)
    assert items(other)[0]["text"] == "2026031200 - Board\n\nwas seen."


def test_a_margin_that_names_nobody_is_kept_as_words(tmp_path: Path) -> None:
    rows = [
        [
            "1.",
            paragraph("Budget") + paragraph("It was seen by all who came on that day in March."),
            "see the long paper of the board office",
        ],
        ["2.", "Plan", ""],
    ]
    item = items(
        draft_of_bytes(
            word(*(paragraph(line) for line in HEAD.split("\n") if line), table(*rows)), tmp_path, "x.docx"
        )
    )[0]
    assert "see the long paper of the board office" in item["text"]


def test_no_actions_under_a_heading_of_actions_is_text(tmp_path: Path) -> None:
    item = items(draft(HEAD + "1. Budget\nActions:\n- None\n2. Plan\n", tmp_path))[0]
    assert "actions" not in item
    assert item["text"] == "- None"


def test_news_in_a_log_without_a_number_or_a_status_is_text(tmp_path: Path) -> None:
    item = items(
        draft(HEAD + "1. Matters arising\nIt was a long day.\n- The form is done.\n2. Plan\n", tmp_path)
    )[0]
    assert (item["text"], item["updates"][0]["status"]) == ("It was a long day.", "done")


def test_comments_on_a_pdf_and_files_within_it_are_told(tmp_path: Path) -> None:
    writer = PdfWriter(
        clone_from=io.BytesIO(
            pdf(f"#text[{HEAD}]\n\n" + "\n\n".join(f"#text[{line}]" for line in ITEMS.split("\n")))
        )
    )
    writer.add_annotation(0, Text(rect=(50, 550, 70, 570), text="Is this so?"))
    writer.add_attachment("figures.xlsx", b"x")
    stream = io.BytesIO()
    writer.write(stream)
    made = draft_of_bytes(stream.getvalue(), tmp_path, "2026-03-12.pdf")
    assert {"comments", "embedded-files"} <= asked(made)
    assert "Comment (page 1): Is this so?" in made.values["office_note"]


@pytest.mark.parametrize(
    ("runs", "markdown"),
    [
        ((Run("so", bold=True), Run("me"), Run(" word")), "some word"),
        (
            (Run("see "), Run("https://example.org/a", link="https://example.org/a")),
            "see https://example.org/a",
        ),
        ((Run("mail", link="mailto:a@b.example"),), "[mail](mailto:a@b.example)"),
        ((Run("odd", link="https://example.org/a(b)"),), "odd (https://example.org/a(b))"),
        ((Run("bad", link="javascript:x"),), "bad"),
        ((Run("- not a list"),), "\\- not a list"),
        ((Run("12. not a list"),), "12\\. not a list"),
        ((Run("# not a heading"),), "\\# not a heading"),
        ((Run("one"), Run(" ", bold=True), Run("two")), "one two"),
        ((Run("snake_case and _so_"),), "snake_case and \\_so\\_"),
    ],
)
def test_words_keep_their_look_only_where_markdown_can_show_it(runs: tuple[Run, ...], markdown: str) -> None:
    assert inline(runs) == markdown


def test_lists_of_every_sort_are_written_as_such() -> None:
    parts = [
        Block((Run("one"),), depth=0, number="4."),
        Block((Run("inner"),), depth=3, number="\u2022"),
        Block((Run("two"),), depth=0, number="5)"),
        Block((Run("letter"),), depth=0, number="a)"),
        Block((Run(""),)),
        Block((Run("heading"),), heading=3),
        Table((((Block((Run("a|b"),)),),),)),
    ]
    assert prose(parts) == "4. one\n   - inner\n5) two\n\na) letter\n\n**heading**\n\na\\|b"


def test_a_table_of_uneven_rows_is_even_in_markdown() -> None:
    cell = (Block((Run("a"),), number="1."),)
    assert prose([Table(((cell, ()), (cell,)))]) == "| 1. a |  |\n| --- | --- |\n| 1. a |  |"
    assert words_of(cell) == "a"


def test_a_long_heading_of_a_table_row_is_its_first_words(tmp_path: Path) -> None:
    long = (
        "Budget: it was seen by all who came on that day and "
        + "nobody had anything at all to say against it and so " * 3
    )
    raw = word(
        *(paragraph(line) for line in HEAD.split("\n") if line),
        table(["1.", long], ["2.", "Plan was seen by all of them on that day in March."]),
    )
    first = items(draft_of_bytes(raw, tmp_path, "x.docx"))[0]
    assert first["title"] == "Budget"
    assert first["text"].startswith("Budget: it was seen")


def test_roman_numbers_and_codes_are_labels(tmp_path: Path) -> None:
    made = draft(HEAD + "I. Budget\nSeen.\nII. Plan\nSeen.\nIII. Close\n", tmp_path)
    assert [item["label"] for item in items(made)] == ["I", "II", "III"]
