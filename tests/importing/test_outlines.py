"""Items and what lies under them, in every form in which minutes print them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.importing.documents import HEAD, asked, bold, draft, draft_of_bytes, items, paragraph, table, word


def outline(made: Any) -> list[tuple[str, str]]:
    """Return the label and title of each item, with two spaces for each step down."""
    found: list[tuple[str, str]] = []

    def walk(inner: list[dict[str, Any]], step: str) -> None:
        for item in inner:
            found.append((item.get("label", ""), step + item["title"]))
            walk(item.get("items", []), step + "  ")

    walk(items(made), "")
    return found


@pytest.mark.parametrize(
    "text",
    [
        "1. Budget\n\nIt was seen.\n\n2. Plan\n\nIt was seen too.\n",
        "1) Budget\nIt was seen.\n2) Plan\nIt was seen too.\n",
        (
            "1.\tBudget\n\tIt was seen by all who came on that day, and nobody had anything to say to it "
            "at all.\n2.\tPlan\n\tIt was seen too, and nobody had anything to say to it at all on that day "
            "in March.\n"
        ),
        "Item 1: Budget\n\nIt was seen.\n\nItem 2: Plan\n\nIt was seen too.\n",
    ],
)
def test_numbered_items_are_told_apart(text: str, tmp_path: Path) -> None:
    assert outline(draft(HEAD + text, tmp_path)) == [("1", "Budget"), ("2", "Plan")]


@pytest.mark.parametrize(
    "text",
    [
        "# Budget\n\nIt was seen.\n\n# Plan\n\nIt was seen too.\n",
        "**Budget**\n\nIt was seen.\n\n**Plan**\n\nIt was seen too.\n",
        "## Budget\n\nIt was seen.\n\n## Plan\n\nIt was seen too.\n",
    ],
)
def test_items_without_numbers_are_told_by_their_headings(text: str, tmp_path: Path) -> None:
    made = draft(HEAD.replace("\n", "\n\n") + text, tmp_path, "x.md")
    assert outline(made) == [("", "Budget"), ("", "Plan")]


def test_numbers_of_the_year_are_labels(tmp_path: Path) -> None:
    text = "- **029/18 Budget**\n    - seen\n- **030/18 Plan**\n    - seen too\n"
    assert outline(draft(HEAD.replace("\n", "\n\n") + text, tmp_path, "x.md")) == [
        ("029/18", "Budget"),
        ("030/18", "Plan"),
    ]


def test_sub_headings_are_items_under_their_item(tmp_path: Path) -> None:
    text = (
        "# 1. Budget\n\nSeen.\n\n## Schools\n\nPaid.\n\n# 2. Plan\n\n## 2.1 Now\n\nBegun.\n\n# Any "
        "other business\n\nNone.\n"
    )
    made = draft(HEAD.replace("\n", "\n\n") + text, tmp_path, "x.md")
    assert outline(made) == [
        ("1", "Budget"),
        ("", "  Schools"),
        ("2", "Plan"),
        ("2.1", "  Now"),
        ("", "Any other business"),
    ]


def test_numbers_that_begin_again_lie_under_the_item_before(tmp_path: Path) -> None:
    text = "1. Welcome\n2. Decisions\n1. First paper\n2. Second paper\n3. Third paper\n3. Reports\n4. Close\n"
    assert outline(draft(HEAD + text, tmp_path)) == [
        ("1", "Welcome"),
        ("2", "Decisions"),
        ("1", "  First paper"),
        ("2", "  Second paper"),
        ("3", "  Third paper"),
        ("3", "Reports"),
        ("4", "Close"),
    ]


def test_a_list_in_a_text_with_headings_holds_no_items(tmp_path: Path) -> None:
    text = (
        "# Context\n\nSeen.\n\n# Outcomes\n\n1. To wait\n2. To see\n\n# Talk\n\nLong.\n\n# Close\n\nLate.\n"
    )
    made = draft(HEAD.replace("\n", "\n\n") + text, tmp_path, "x.md")
    assert [item["title"] for item in items(made)] == ["Context", "Outcomes", "Talk", "Close"]


def test_a_bold_action_is_no_heading(tmp_path: Path) -> None:
    text = "# 1. Budget\n\n**Schools**\n\nSeen.\n\n**ACTION: DA**\n\n# 2. Plan\n\nSeen.\n"
    made = draft(HEAD.replace("\n", "\n\n") + text, tmp_path, "x.md")
    assert outline(made) == [("1", "Budget"), ("", "  Schools"), ("2", "Plan")]
    assert items(made)[0]["items"][0]["actions"][0]["text"] == "Seen."


def test_numbered_paragraphs_are_text_of_their_item(tmp_path: Path) -> None:
    text = (
        "1. Budget\n1.1 The budget was looked at by everybody who had come, and nobody had a question "
        "about it.\n"
        "1.2 It will be looked at again in the autumn when the figures of the summer are known to the "
        "office.\n2. Plan\n2.1 Seen.\n"
    )
    made = draft(HEAD + text, tmp_path)
    assert outline(made)[:2] == [("1", "Budget"), ("2", "Plan")]
    assert items(made)[0]["text"].startswith("1.1 The budget was looked at")


def test_a_table_with_a_number_and_a_text_in_each_row_holds_items(tmp_path: Path) -> None:
    """The third column is the margin: who acts."""
    body = paragraph("Budget") + paragraph(
        "It was seen by all who came on that day, and nobody spoke against it."
    )
    more = paragraph("It was read again by those who came late, and the figures were found to be right.")
    raw = word(
        *(paragraph(line) for line in HEAD.split("\n") if line),
        table(["1.", body, ""], ["", more, "DA"], ["2.", paragraph("Plan") + paragraph("Seen."), ""]),
    )
    made = draft_of_bytes(raw, tmp_path, "x.docx")
    assert outline(made) == [("1", "Budget"), ("2", "Plan")]
    assert items(made)[0]["actions"][0]["owners"] == [{"name": "Dov Ashby"}]


def test_an_owner_beside_a_heading_acts_on_its_first_paragraph(tmp_path: Path) -> None:
    body = [paragraph(line) for line in HEAD.split("\n") if line]
    rows = table(
        ["1.", paragraph("Budget"), "DA"],
        [
            "",
            paragraph("It was seen by all who came on that day, and sent on to those who had not come."),
            "",
        ],
        ["2.", "Plan", "All"],
    )
    made = draft_of_bytes(word(*body, rows), tmp_path, "x.docx")
    assert [item.get("actions", [{}])[0].get("owners") for item in items(made)] == [
        [{"name": "Dov Ashby"}],
        None,
    ]
    assert items(made)[1]["text"] == "All"


def test_numbers_that_repeat_or_jump_are_kept_and_asked_about(tmp_path: Path) -> None:
    made = draft(f"{HEAD}1. Budget\nSeen.\n2. Plan\nSeen.\n2. Other\nSeen.\n5. Last\nSeen.\n", tmp_path)
    assert [item["label"] for item in items(made)] == ["1", "2", "2", "5"]
    assert [item["id"] for item in items(made)] == ["item-1", "item-2", "item-2-2", "item-5"]
    assert "numbers" in asked(made)


def test_numbers_in_order_are_not_asked_about(tmp_path: Path) -> None:
    assert "numbers" not in asked(
        draft(f"{HEAD}1. Budget\nSeen.\n2. Plan\nSeen.\n2.1 Now\nSeen.\n3. Last\nSeen.\n", tmp_path)
    )


def test_ids_say_nothing_of_titles(tmp_path: Path) -> None:
    """An id stays public when all else of its item is withheld."""
    made = draft(HEAD + "1. The Tamblyn family\nSeen.\n2. Plan\n2.1 Tamblyn\nSeen.\n", tmp_path)
    assert "amblyn" not in " ".join(item["id"] for item in items(made))
    assert items(made)[1]["items"][0]["id"] == "item-2-1"


def test_a_text_without_items_is_one_item_and_a_question(tmp_path: Path) -> None:
    made = draft(HEAD + "It was a short meeting. Everybody came, and everybody went.\n", tmp_path)
    assert [item["title"] for item in items(made)] == ["Item"]
    assert "outline" in asked(made)


def test_a_heading_alone_says_so(tmp_path: Path) -> None:
    made = draft(HEAD + "1. Budget\n2. Plan\nSeen.\n", tmp_path)
    assert items(made)[0]["content"] == "heading-only"


def test_what_is_left_of_the_head_is_the_preamble(tmp_path: Path) -> None:
    made = draft(
        HEAD + "The room was cold, and coats were worn by those who had them.\n\n1. Budget\nSeen.\n2. Plan\n",
        tmp_path,
    )
    assert made.values["preamble"].startswith("The room was cold")


def test_lists_tables_and_quotes_keep_their_shape(tmp_path: Path) -> None:
    text = (
        "1. Budget\n\n- one\n    - inner\n- two\n\n| what | how much |\n| --- | --- |\n| pens | "
        "\u00a34 |\n\n2. Plan\n\nIt is \\*not\\* <b>bold</b> & [[redact x]].\n"
    )
    made = draft(HEAD.replace("\n", "\n\n") + "# " + text.replace("\n2. ", "\n# 2. "), tmp_path, "x.md")
    assert (
        items(made)[0]["text"]
        == "- one\n  - inner\n- two\n\n| what | how much |\n| --- | --- |\n| pens | \u00a34 |"
    )
    assert items(made)[1]["text"] == "It is \\*not\\* bold & [ [redact x] ]."


def test_who_presented_who_left_and_that_nobody_declared_stand_at_the_item(tmp_path: Path) -> None:
    text = (
        "1. Declarations of interest\nNone were declared.\n2. Contract\nPresented by Dov Ashby.\n"
        "Esme Loft left the room for this item.\n3. Close\nThe meeting closed.\n"
    )
    first, second, _ = items(draft(HEAD + text, tmp_path))
    assert first["declarations"] == "none"
    assert second["presented_by"] == [{"name": "Dov Ashby"}]
    assert second["left_the_room"] == [{"name": "Esme Loft"}]


def test_coming_meetings_are_read_from_lines_and_tables(tmp_path: Path) -> None:
    text = (
        "1. Budget\nSeen.\n2. Plan\nSeen.\nFuture meetings\nJune 2026 TBC\n9 July 2026\t10am - "
        "12noon\tRoom 4, Wharf House\n8 October 2026\t10am\tRoom 5\n"
    )
    assert draft(HEAD + text, tmp_path).values["next_meetings"] == [
        {"date": "2026-06", "date_words": "June 2026 TBC"},
        {"date": "2026-07-09", "time": "10:00\u201312:00", "place": "Room 4, Wharf House"},
        {"date": "2026-10-08", "time": "10:00", "place": "Room 5"},
    ]


def test_a_coming_meeting_in_an_item_stays_in_its_text_too(tmp_path: Path) -> None:
    made = draft(
        HEAD + "1. Budget\nSeen.\n2. Date of next meeting:\n14 May 2026, 2pm, Wharf House\n", tmp_path
    )
    assert made.values["next_meetings"] == [{"date": "2026-05-14", "time": "14:00", "place": "Wharf House"}]
    assert items(made)[1]["text"] == "14 May 2026, 2pm, Wharf House"


def test_papers_and_other_ends_of_a_document_are_kept(tmp_path: Path) -> None:
    text = (
        "1. Budget\nSeen.\n2. Plan\nSeen.\nAppendices\nAppendix 1 \u2013 Audit of neglect\nAppendix 2 "
        "\u2013 Plan\nBackground papers\nNone\n"
    )
    values = draft(HEAD + text, tmp_path).values
    assert [(paper["label"], paper["title"]) for paper in values["papers"]] == [
        ("Appendix 1", "Audit of neglect"),
        ("Appendix 2", "Plan"),
    ]
    assert values["other"] == [{"title": "Background papers", "text": "None"}]


def test_notes_written_after_the_meeting_and_files_named_alone_are_told(tmp_path: Path) -> None:
    text = "1. Budget\nSeen.\nPost meeting note: The figures were sent on Friday.\n2. Plan\nplan-2026.docx\n"
    made = draft(HEAD + text, tmp_path)
    assert items(made)[0]["notes_after"] == [{"text": "The figures were sent on Friday."}]
    assert items(made)[1]["papers"][0]["title"] == "plan-2026.docx"
    assert "embedded-files" in asked(made)


def test_what_was_taken_out_and_what_may_be_confidential_is_asked_about(tmp_path: Path) -> None:
    made = draft(HEAD + "1. Budget\n[Redacted]\n2. Part B\nThe mother known as Kay was heard.\n", tmp_path)
    assert {"likely-redaction", "likely-confidential"} <= asked(made)
    assert items(made)[0]["text"] == "[Redacted]"


def test_a_bold_title_with_a_sentence_behind_it_is_a_heading_of_that_sentence(tmp_path: Path) -> None:
    lines = [line for line in HEAD.split("\n") if line]
    body = [
        paragraph("1. ", bold("Budget"), " it was seen by all who came."),
        paragraph(bold("2. Plan"), " it was seen again by all who came."),
    ]
    made = draft_of_bytes(word(*(paragraph(line) for line in lines), *body), tmp_path, "x.docx")
    assert [(item["title"], item["text"]) for item in items(made)] == [
        ("Budget", "it was seen by all who came."),
        ("Plan", "it was seen again by all who came."),
    ]


def test_a_link_in_a_heading_is_kept_in_the_text(tmp_path: Path) -> None:
    head = HEAD.replace("\n", "\n\n")
    text = f"{head}## 1. [Budget](https://example.org/b)\n\nSeen.\n\n## 2. [Plan](https://example.org/p)\n"
    assert [(item["title"], item["text"]) for item in items(draft(text, tmp_path, "x.md"))] == [
        ("Budget", "[Budget](https://example.org/b)\n\nSeen."),
        ("Plan", "[Plan](https://example.org/p)"),
    ]


def test_numbers_that_are_none_of_the_items_do_not_break_their_order(tmp_path: Path) -> None:
    """A day before the first item, a jump back, and a number in a bullet."""
    text = "26. March\nSeen.\n1. Budget\nSeen.\n\u2022 1 lamp for the hall\n2. Plan\nSeen.\n9. Odd\nSeen.\n"
    made = draft(f"{HEAD}{text}3. Close\nSeen.\n4. End\nSeen.\n", tmp_path)
    assert [(item["label"], item["title"]) for item in items(made)] == [
        ("1", "Budget"),
        ("2", "Plan"),
        ("3", "Close"),
        ("4", "End"),
    ]


def test_a_heading_of_a_higher_order_is_an_item_whatever_its_number(tmp_path: Path) -> None:
    head = HEAD.replace("\n", "\n\n")
    text = f"{head}### 1. Budget\n\nSeen.\n\n## 7. Reports\n\n### 2. Plan\n\nSeen.\n\n### 3. Close\n\nSeen.\n"
    made = draft(text, tmp_path, "x.md")
    assert [item["label"] for item in items(made)] == ["1", "7", "2", "3"]


def test_a_number_without_a_text_in_a_table_of_items_keeps_what_stands_beside_it(tmp_path: Path) -> None:
    rows = [
        ["1.", paragraph("Budget") + paragraph("It was seen."), ""],
        ["2.", paragraph("Plan") + paragraph("It was seen."), ""],
        ["3.", "", "the whole board"],
        ["", "", "of the harbour"],
    ]
    lines = [paragraph(line) for line in HEAD.split("\n") if line]
    made = draft_of_bytes(word(*lines, table(*rows)), tmp_path, "x.docx")
    assert [item["title"] for item in items(made)][:2] == ["Budget", "Plan"]
    assert "the whole board" in str(items(made)[-1])
