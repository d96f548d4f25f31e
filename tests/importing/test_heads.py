"""Title, body, day, hours, place and status of the minutes."""

from __future__ import annotations

from pathlib import Path

import pytest

from problems import Problem
from records.importing.drafting.drafts import draft_of
from records.importing.drafting.meetings import Told
from records.importing.readers.opening import opened
from records.importing.recognising.known import Known
from tests.importing.documents import HEAD, KNOWN, asked, draft, draft_of_bytes, paragraph, table, word

ITEMS = "1. Budget\n\nThe budget was seen.\n\n2. Plan\n\nThe plan was seen.\n"


def test_the_head_is_read_into_its_fields(tmp_path: Path) -> None:
    made = draft(HEAD + ITEMS, tmp_path)
    assert {key: made.values[key] for key in ("title", "group", "date", "time", "place", "status")} == {
        "title": "Harbour Safeguarding Partnership Executive meeting",
        "group": "executive",
        "date": "2026-03-12",
        "time": "14:00\u201316:10",
        "place": "Room 4, Wharf House",
        "status": "draft",
    }
    assert made.id == "2026-03-12-executive"
    assert asked(made) == {"unread", "unknown-people"}


def test_a_line_can_say_day_hours_and_place_at_once(tmp_path: Path) -> None:
    text = "Minutes of the Executive held on 12 March 2026 at Wharf House, 2pm - 4pm\nPresent: Dov Ashby\n\n"
    values = draft(text + ITEMS, tmp_path).values
    assert (values["date"], values["time"], values["place"]) == (
        "2026-03-12",
        "14:00\u201316:00",
        "Wharf House",
    )


def test_a_heading_that_names_the_meeting_and_its_day_is_the_title_and_no_item(tmp_path: Path) -> None:
    text = "### Minutes of the Executive meeting, 12 March 2026\n\n**19/54 Budget**\n\nSeen.\n\n"
    text += "**19/55 Talk**\n\nLong.\n"
    made = draft(text, tmp_path, "x.md")
    assert (made.values["date"], made.values["title"]) == (
        "2026-03-12",
        "Minutes of the Executive meeting, 12 March 2026",
    )
    assert [item["title"] for item in made.values["items"]] == ["Budget", "Talk"]


def test_several_days_are_a_span(tmp_path: Path) -> None:
    values = draft(
        f"Executive meeting\n30 April - 1 May 2026, Wharf House\nPresent: Dov Ashby\n\n{ITEMS}", tmp_path
    ).values
    assert (values["date"], values["until"]) == ("2026-04-30", "2026-05-01")


@pytest.mark.parametrize(
    ("head", "question"),
    [
        ("Executive meeting\nDate: Monday 12 March 2026\n", "date"),
        ("Executive meeting\nDate: 03/04/2026\n", "date"),
        ("Executive meeting\nDate: 12 March 2026\nMinutes of 13 March 2026\n", "date"),
        ("Executive meeting\nDate: March 2026\n", "date"),
        ("Meeting of friends\nDate: 12 March 2026\n", "group"),
        ("Executive meeting\nDate: 12 March 2026\nStatus: Approved\n", "status"),
        ("Report on the plan\n12 March 2026\n", "not-minutes"),
    ],
)
def test_what_is_not_certain_is_asked(head: str, question: str, tmp_path: Path) -> None:
    people = "" if question == "not-minutes" else "Present: Dov Ashby\n"
    assert question in asked(draft(f"{head}{people}\n{ITEMS}", tmp_path))


def test_another_day_in_the_name_of_the_file_is_asked_about(tmp_path: Path) -> None:
    assert "date" in asked(draft(HEAD + ITEMS, tmp_path, "2026-03-13 minutes.txt"))
    assert "date" in asked(draft(HEAD + ITEMS, tmp_path, "EC-minutes-2026-03-13.txt"))
    assert "date" not in asked(draft(HEAD + ITEMS, tmp_path, "2026-03-12_minutes.txt"))


def test_the_day_of_last_minutes_in_the_future_is_asked_about(tmp_path: Path) -> None:
    text = f"{HEAD}1. Minutes of the previous meeting, 27 November 2026\n\nAgreed.\n\n2. Plan\n\nSeen.\n"
    assert "date" in asked(draft(text, tmp_path))


def test_a_group_is_found_by_its_name_and_never_because_the_name_is_in_another(tmp_path: Path) -> None:
    """`Executive` is not the `Executive Council` of somebody else."""
    ours = draft(HEAD.replace("Executive meeting", "Learning Group minutes") + ITEMS, tmp_path)
    theirs = draft(HEAD.replace("Executive meeting", "Executive Council meeting") + ITEMS, tmp_path)
    assert (ours.values["group"], "group" in asked(ours)) == ("learning", False)
    assert (theirs.values["group"], "group" in asked(theirs)) == ("executive", True)


def test_the_files_own_word_for_its_status_is_kept_and_the_draft_stays_one(tmp_path: Path) -> None:
    values = draft(
        f"{HEAD}Status: Approved\nVersion 1.2 of the minutes of the board\n\n{ITEMS}", tmp_path
    ).values
    assert (values["status"], values["status_words"], values["version"]) == (
        "draft",
        "Approved",
        "Version 1.2",
    )


def refused(text: str, tmp_path: Path, known: Known) -> str:
    path = tmp_path / "x.txt"
    path.write_text(text)
    source = opened(path, "x.txt")
    assert not isinstance(source, Problem)
    made = draft_of(source, known, Told("x.txt"), lambda _text: ())
    return made.code if isinstance(made, Problem) else ""


def test_without_a_day_or_a_group_there_is_no_draft(tmp_path: Path) -> None:
    assert refused("Executive meeting\n\n" + ITEMS, tmp_path, KNOWN) == "import-no-date"
    assert refused(HEAD + ITEMS, tmp_path, Known()) == "import-no-group"


def test_what_the_importer_says_goes_before_the_file(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(HEAD + ITEMS)
    source = opened(path, "x.txt")
    assert not isinstance(source, Problem)
    made = draft_of(source, KNOWN, Told("x.txt", "learning", "2026-03-19"), lambda _text: ())
    assert not isinstance(made, Problem)
    assert (made.id, "date" in asked(made)) == ("2026-03-19-learning", True)


ITEMS = "1. Budget\nSeen.\n2. Plan\nSeen.\n"


def test_a_table_at_the_head_is_read_row_by_row_and_what_is_no_key_is_kept(tmp_path: Path) -> None:
    rows = [
        ["Date: 12 March 2026", ""],
        ["Apologies: none", ""],
        ["Venue:", "Wharf House"],
        ["", ""],
        ["Colour", "red"],
    ]
    body = [paragraph("Executive meeting"), table(*rows), *map(paragraph, ITEMS.split("\n"))]
    values = draft_of_bytes(word(*body), tmp_path, "x.docx").values
    assert (values["date"], values["apologies"], values["place"], values["preamble"]) == (
        "2026-03-12",
        "none",
        "Wharf House",
        "| Colour | red |\n| --- | --- |",
    )


@pytest.mark.parametrize("told", ["Apologies: none", "Apologies:\nNone received", "Apologies\n- none"])
def test_that_nobody_sent_apologies_is_told(told: str, tmp_path: Path) -> None:
    head = f"Title: Board of the harbour\nGroup: executive\nDate: 12 March 2026\n{told}\n"
    values = draft(head + ITEMS, tmp_path).values
    assert (values["title"], values["group"], values["apologies"]) == (
        "Board of the harbour",
        "executive",
        "none",
    )


def test_an_hour_that_there_is_not_is_passed_over(tmp_path: Path) -> None:
    head = "Executive meeting, 12 March 2026\nTime: 25:10 and 9:30\n"
    assert draft(head + ITEMS, tmp_path).values["time"] == "09:30"


def test_several_coming_meetings_on_a_line_have_no_hour_of_their_own(tmp_path: Path) -> None:
    text = f"{HEAD}{ITEMS}3. Dates of next meetings\n14 May 2026 and 16 July 2026, 10am\n"
    assert draft(text, tmp_path).values["next_meetings"] == [{"date": "2026-05-14"}, {"date": "2026-07-16"}]


def test_papers_listed_at_the_end_are_papers_of_the_meeting(tmp_path: Path) -> None:
    text = f"{HEAD}{ITEMS}Appendices\nAppendix A: The long list\nAppendix B - The short list\n"
    assert draft(text, tmp_path).values["papers"] == [
        {"id": "paper", "label": "Appendix A", "title": "The long list"},
        {"id": "paper-2", "label": "Appendix B", "title": "The short list"},
    ]
