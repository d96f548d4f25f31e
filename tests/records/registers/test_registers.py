"""A register becomes a draft in which every cell stands, with a question wherever something was guessed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from problems import Wording
from records.kinds import KINDS
from records.loading import load
from records.registers import drafting
from records.registers.columns import SORTS, Sort
from records.registers.drafting import Draft
from records.registers.known import Known, known_names, several
from records.registers.meanings import amount_of, day_of
from records.registers.reading import KIND_OF, Wish, draft
from records.registers.sheets import Workbook, cleaned, read_table
from records.validating import validate
from records.yaml_files.nodes import Mapping, plain
from records.yaml_files.reading import read
from records.yaml_files.writing import node_of, written
from tests.partnerships import SOURCE
from tests.records.registers import workbooks

DAY = "2026-03-12"
BASES = {
    "meetings": {"title": "Meeting", "group": "executive", "date": DAY, "status": "draft"},
    "risks": {"title": "Risk register", "status": "draft", "as_of": DAY},
    "budgets": {"title": "Budget", "status": "draft", "year": "2025-26"},
}
EXAMPLES: dict[Sort, bytes] = {
    "risks": workbooks.risks(),
    "actions": workbooks.ACTIONS.encode("cp1252"),
    "attendance": workbooks.ATTENDANCE.encode(),
    "budget": workbooks.BUDGET.encode("utf-8-sig"),
}


CELLS = st.text(max_size=12) | st.sampled_from(["[[", "yes", "4", "£3", "12/3/26"])


@pytest.fixture(scope="module")
def known() -> Known:
    return known_names(load(SOURCE))


def drafted(raw: bytes, sort: Sort, known: Known) -> Draft:
    found = draft(raw, "register", Wish(sort, dict(BASES[KIND_OF[sort]]), DAY), known)
    assert isinstance(found, Draft), found
    return found


def as_file(found: Draft) -> str:
    node = node_of(found.plain)
    assert isinstance(node, Mapping)
    return written(node)


@pytest.mark.parametrize("sort", SORTS)
def test_the_draft_and_its_questions(
    sort: Sort, known: Known, golden: Callable[[Path | str, str], str]
) -> None:
    """The whole draft stands in a golden file, to be read as a business manager would."""
    found = drafted(EXAMPLES[sort], sort, known)
    told = "".join(f"# {question}\n" for question in found.questions)
    text = f"{as_file(found)}\n# {found.placed} of {found.cells} cells placed\n{told}"
    assert text == golden(f"{sort}.yml", text)


@pytest.mark.parametrize("sort", SORTS)
def test_every_word_of_every_cell_is_kept(sort: Sort, known: Known) -> None:
    """Hidden rows, sheets and columns too, and comments; not words that became a day, an amount or a mark."""
    book = read_table(EXAMPLES[sort])
    assert isinstance(book, Workbook)
    text = as_file(drafted(EXAMPLES[sort], sort, known))
    there = set(re.findall(r"[^\W_]+", text))
    lost = [
        cell.text
        for cell in (*book.cells, *book.comments)
        if not set(re.findall(r"[^\W_]+", cell.text)) <= there
        and day_of(cell.text) is None
        and amount_of(cell.text) is None
    ]
    heads = {"risks": 14, "actions": 6, "attendance": 5, "budget": 4}
    meant = {"Director of Children's Services", "Ife Abara, Testwick Police", "TB", "On track", "Done"}
    meant |= {"Ife Abara", "Tom Brice", "Testwick Council", "Testwick Police", "A", "x", "✓", "R2"}
    names = {cell.text for cell in book.cells}
    assert len(names) > heads[sort]
    first = {cell.row for cell in book.cells if cell.text in {"Ref", "No.", "Name", "Item"}}
    titles = {cell.text for cell in book.cells if cell.row in first}
    assert [
        each for each in lost if each not in meant | titles and not each.startswith(("Total", "Carried"))
    ] == []


@pytest.mark.parametrize("sort", SORTS)
def test_the_draft_is_valid_and_reads_back(sort: Sort, known: Known) -> None:
    found = drafted(EXAMPLES[sort], sort, known)
    reading = read(as_file(found).encode(), "data/x.yml")
    assert reading.problems == ()
    assert reading.node is not None
    assert plain(reading.node) == found.plain
    kind = KINDS[KIND_OF[sort]]
    assert validate(kind, {**found.plain, "id": "x"}, reading.node, "data/x.yml")[1] == []


@pytest.mark.parametrize("sort", SORTS)
def test_questions_quote_no_cell(sort: Sort, known: Known) -> None:
    """They say where; the words are for a terminal only."""
    for question in drafted(EXAMPLES[sort], sort, known).questions:
        assert (
            question.private_text == ""
            or question.private_text not in str(question)
            or len(question.private_text) < 3
        )


def test_hidden_things_and_comments_go_to_the_office_note_only(known: Known) -> None:
    found = drafted(EXAMPLES["risks"], "risks", known)
    note = found.plain.pop("office_note")
    assert isinstance(note, str)
    for words in ("hush", "Closed long ago", "Low", "Is this still so?", "blue", "Tom Dooley"):
        assert words in note
        assert words not in str(found.plain)


def test_a_formula_without_a_value_is_not_worked_out(known: Known) -> None:
    found = drafted(EXAMPLES["risks"], "risks", known)
    asked = [each.place.field for each in found.questions if each.code == "register-formula"]
    assert asked == [("Register!G5",)]
    assert "=E5*F5" not in as_file(found)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("31/05/2026", "2026-05-31"),
        ("1.6.26", "2026-06-01"),
        ("12th March 2026", "2026-03-12"),
        ("Mar 2026", "2026-03"),
        ("2026-02-30", None),
        ("31/02/2026", None),
        ("asap", None),
        ("May", None),
    ],
)
def test_days_are_read_as_in_britain(words: str, day: str | None) -> None:
    assert day_of(words) == day


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("£60,000", "60000"),
        ("(1,250.50)", "-1250.50"),
        ("-£3", "-3"),
        ("nil", "0"),
        ("24k", None),
        ("1e5", None),
        ("NaN", None),
        ("1.005", None),
    ],
)
def test_amounts(words: str, amount: str | None) -> None:
    assert amount_of(words) == amount


def test_somebody_is_found_by_name_initials_or_post_and_never_by_likeness() -> None:
    known = {
        "ife abara": frozenset({"abara"}),
        "ia": frozenset({"abara", "iqbal"}),
        "police": frozenset({"police"}),
    }
    assert several("Dr Ife Abara; Police", known) == ["abara", "police"]
    assert several("IA", known) is None
    assert several("Ife Abarra", known) is None


def packed(name: str, content: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
        archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "register-empty"),
        (b"\n\n,,\n", "register-empty"),
        (b"words without a table", "register-no-headers"),
        (b"\xd0\xcf\x11\xe0 old or locked", "register-old-format"),
        (b"%PDF-1.7", "register-unreadable"),
        (b"PK\x03\x04 no archive", "register-unreadable"),
        (packed("xl/vbaProject.bin", b"x"), "register-old-format"),
        (packed("xl/x.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]>"), "register-unreadable"),
        (packed("xl/x.xml", b" " * 30_000_000), "register-too-large"),
        (b"Ref,Risk\n" + b"1,x\n" * 6_000, "register-too-large"),
        (b"Ref,Risk\x00\n", "register-unreadable"),
    ],
)
def test_what_is_no_register_is_one_line(raw: bytes, code: str, known: Known) -> None:
    found = draft(raw, "register", Wish("risks", dict(BASES["risks"]), DAY), known)
    assert isinstance(found, tuple)
    assert [each.code for each in found] == [code]


@settings(max_examples=80, deadline=None)
@given(
    sort=st.sampled_from(SORTS),
    rows=st.lists(
        st.lists(st.text(max_size=12) | st.sampled_from(["[[", "yes", "4", "£3", "12/3/26"]), max_size=6),
        max_size=6,
    ),
)
def test_whatever_stands_in_the_cells_gives_a_valid_draft(sort: Sort, rows: list[list[str]]) -> None:
    heads = {
        "risks": "Ref,Risk,Likelihood,Owner,Date raised,Trend",
        "actions": "Ref,Action,Owner,Due,Status,Update",
        "attendance": "Name,Agency,Role,Attendance,Deputy,Notes",
        "budget": "Heading,Budget,Actual,Note,Section,Purpose",
    }
    body = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    raw = f"{heads[sort]}\n{body}\n".encode("utf-8", "replace")
    found = draft(raw, "register", Wish(sort, dict(BASES[KIND_OF[sort]]), DAY), {})
    if not isinstance(found, Draft):
        assert [each.code for each in found] in (["register-unreadable"], ["register-no-headers"])
        return
    reading = read(as_file(found).encode(), "data/x.yml")
    assert not [each for each in reading.problems if each.severity == "error"]
    assert reading.node is not None
    assert validate(KINDS[KIND_OF[sort]], {**found.plain, "id": "x"}, reading.node, "x")[1] == []


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_damaged_workbook_raises_nothing(data: st.DataObject) -> None:
    raw = bytearray(EXAMPLES["risks"])
    for _ in range(data.draw(st.integers(1, 10))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    found = draft(bytes(raw), "register", Wish("risks", dict(BASES["risks"]), DAY), {})
    assert isinstance(found, Draft | tuple)


def csv_of(*rows: tuple[str, ...]) -> bytes:
    quoted = (",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    return "\n".join(quoted).encode()


def test_what_no_key_can_hold_is_noted_and_the_draft_stays_valid(known: Known) -> None:
    """A number of a thousand letters goes; where a risk cannot be without its title, all of it is noted."""
    long = "word " * 300
    actions = drafted(csv_of(("No", "Action"), (long, "Meet")), "actions", known)
    assert actions.plain["items"] == [
        {"id": "log", "title": "Action log", "actions": [{"id": "a1", "text": "Meet"}]}
    ]
    assert long.strip() in str(actions.plain["office_note"])
    risks = drafted(
        csv_of(("Ref", "Risk", "Cause"), ("1", long, "Snow"), ("2", "Rain", "Wind")), "risks", known
    )
    assert [each["id"] for each in risks.plain["risks"]] == ["r2"]  # type: ignore[index,union-attr,call-overload]  # a list of risks
    assert all(words in str(risks.plain["office_note"]) for words in ("Snow", long.strip()))


def test_a_risk_without_a_title_is_called_by_its_first_sentence(known: Known) -> None:
    rows = csv_of(
        ("Description", "Likelihood", "Impact", "Treatment", "Direction"),
        ("Papers come late. Nobody reads them.", "very likely", "3", "Accept", "no change"),
    )
    found = drafted(rows, "risks", known)
    assert found.plain["risks"] == [
        {
            "id": "r1",
            "title": "Papers come late",
            "description": "Papers come late. Nobody reads them.",
            "response": "tolerate",
            "residual": {"impact": "3"},
            "trend": "steady",
            "trend_words": "no change",
        }
    ]
    assert "very likely" in str(found.plain["office_note"])
    assert "Accept" in str(found.plain["office_note"])


def test_seats_deputies_and_bodies_of_an_attendance_list(known: Known) -> None:
    rows = csv_of(
        ("Name", "Agency", "Role", "Attendance", "Deputy", "Notes"),
        ("", "Testwick Police", "", "Vacant", "", ""),
        ("", "", "Observer from the region", "Observer", "", ""),
        ("", "Lanternhouse", "", "Deputy sent", "Ife Abara", ""),
        ("Tom Brice", "", "", "Apologies", "A stand-in", "on leave"),
        ("", "", "", "Present", "", ""),
    )
    found = drafted(rows, "attendance", known)
    assert found.plain["attendance"] == [
        {"organization": "police", "status": "vacant"},
        {"name": "Observer from the region", "status": "observer"},
        {"name": "Lanternhouse", "status": "deputy-sent", "deputy": "abara"},
        {"person": "brice", "status": "apologies", "deputy_name": "A stand-in", "reason": "on leave"},
    ]


def test_every_part_of_a_budget(known: Known) -> None:
    rows = csv_of(
        ("Heading", "Budget", "Actual", "Purpose", "Section"),
        ("Opening balance", "100", "", "", ""),
        ("Brought forward", "7", "", "", ""),
        ("Rooms of the council", "50", "", "Meeting rooms", "In kind"),
        ("Testwick Council", "10", "", "Training", "Contributions"),
        ("Fees", "5", "", "", "Income"),
        ("Testwick Police", "20", "", "", ""),
        ("Cakes", "3", "", "For the children", "Costs"),
        ("Total", "9", "", "", ""),
    )
    found = drafted(rows, "budget", known).plain
    assert found["carried_in"] == {"planned": "100"}
    assert found["in_kind"] == [
        {"contributor": {"name": "Rooms of the council"}, "description": "Meeting rooms", "planned": "50"}
    ]
    assert found["contributions"] == [
        {"contributor": "council", "purpose": "Training", "planned": "10"},
        {"contributor": "police", "planned": "20"},
    ]
    assert found["income"] == [{"heading": "Fees", "planned": "5"}]
    assert found["spending"] == [
        {"heading": "Brought forward", "planned": "7"},
        {"heading": "Cakes, For the children", "planned": "3"},
    ]
    assert "Total" in str(found["office_note"])


def test_days_times_and_answers_of_a_workbook_are_read_as_saved() -> None:
    book = workbooks.sheet_of(
        (
            True,
            datetime(2026, 3, 12),  # noqa: DTZ001  # a workbook knows no time zones
            datetime(2026, 3, 12, 9, 30),  # noqa: DTZ001  # the same
            time(9, 30),
            2.5,
            3.0,
            "a\u00ad\u00a0b\u200b",
        )
    )
    sheet = book.active
    assert sheet is not None
    sheet.merge_cells("A1:A3")
    found = read_table(workbooks.saved(book))
    assert isinstance(found, Workbook)
    assert [cell.text for cell in found.cells] == ["yes", DAY, f"{DAY} 09:30", "09:30", "2.5", "3", "a b"]
    assert [each.wording.code for each in found.asked] == ["register-merged"]


def test_a_workbook_with_too_many_sheets_or_columns_is_refused() -> None:
    many, wide = workbooks.sheet_of(("a",)), workbooks.sheet_of(tuple("x" * 101))
    for number in range(30):
        many.create_sheet(f"S{number}")
    for book in (many, wide):
        found = read_table(workbooks.saved(book))
        assert isinstance(found, Wording)
        assert found.code == "register-too-large"


def test_a_file_that_nobody_could_have_kept_by_hand_is_refused() -> None:
    """Too large, a cell without an end, an archive that is no workbook, and one whose sheets are damaged."""
    book = workbooks.saved(workbooks.sheet_of(("Ref", "Risk"), (1, "Rain")))
    with zipfile.ZipFile(BytesIO(book)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    def with_parts(changed: dict[str, bytes]) -> bytes:
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name, content in changed.items():
                archive.writestr(name, content)
        return stream.getvalue()

    files = [
        b"a" * 20_000_001,
        b'Ref,Risk\n1,"' + b"a" * 200_000,
        with_parts({"word/document.xml": b"<x/>"}),
        with_parts({**parts, "xl/worksheets/sheet1.xml": b"<x>"}),
    ]
    found = [read_table(raw) for raw in files]
    assert [each.code for each in found if isinstance(each, Wording)] == [
        "register-too-large",
        "register-unreadable",
        "register-unreadable",
        "register-unreadable",
    ]


def test_a_day_without_an_hour_is_a_day() -> None:
    assert cleaned(date(2026, 3, 12)) == DAY


def test_every_sheet_with_a_head_is_read_and_wide_columns_are_not_hidden_ones(known: Known) -> None:
    book = workbooks.sheet_of(("No", "Action", "Lead"), ("1", "Meet", "Ife Abara"), title="Old")
    sheet = book.active
    assert sheet is not None
    sheet.column_dimensions["B"].width = 60
    other = book.create_sheet("New")
    other.append(("No", "Action", "Lead"))
    other.append(("2", "Write", "Tom Brice"))
    (item,) = drafted(workbooks.saved(book), "actions", known).plain["items"]  # type: ignore[misc]  # a list of items
    assert [(each["text"], each["owners"]) for each in item["actions"]] == [
        ("Meet", ["abara"]),
        ("Write", ["brice"]),
    ]


@pytest.mark.parametrize(
    "row",
    [("word " * 300, "Meet", ""), ("1", "Meet", "word " * 25_000)],
    ids=["many values that are not valid", "more than a note can hold"],
)
def test_more_than_can_be_mended_is_refused_in_one_line(
    row: tuple[str, ...], known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No draft is better than one from which hundreds of cells are gone."""
    monkeypatch.setattr(drafting, "MOST_DROPPED", 3)
    rows = csv_of(("No", "Action", "Colour"), *[row] * 4)
    found = draft(rows, "register", Wish("actions", dict(BASES["meetings"]), DAY), known)
    assert isinstance(found, tuple)
    assert [each.code for each in found] == ["register-not-valid"]


def test_a_list_is_taken_out_whole_and_every_word_of_it_is_noted(known: Known) -> None:
    rows = csv_of(("No", "Action", "Lead"), ("1", "Meet", "Ife Abara"))
    wish = Wish("actions", {**BASES["meetings"], "chair": [["Ada", "Bo"], "Cy"]}, DAY)
    found = draft(rows, "register", wish, known)
    assert isinstance(found, Draft)
    assert ("chair" in found.plain, "Not valid there: Ada; Bo" in str(found.plain["office_note"])) == (
        True,
        True,
    )


def test_a_list_with_a_column_for_each_meeting_is_read_for_this_one_only(known: Known) -> None:
    one = drafted(csv_of(("Name", "Agency", "12/03/2026"), ("Tom Brice", "", "A")), "attendance", known)
    assert one.plain["attendance"] == [{"person": "brice", "status": "apologies"}]
    other = drafted(csv_of(("Name", "Agency", "14/05/2026"), ("Tom Brice", "", "A")), "attendance", known)
    assert other.plain["attendance"] == [{"person": "brice"}]
    assert "A" in str(other.plain["office_note"])


def test_a_body_beside_a_person_on_record_is_whom_that_person_stood_for(known: Known) -> None:
    rows = csv_of(("Name", "Agency", "Attendance"), ("Tom Brice", "Harbour Watch", "Present"))
    assert drafted(rows, "attendance", known).plain["attendance"] == [
        {"person": "brice", "representing": "Harbour Watch", "status": "present"}
    ]


def test_the_first_line_of_a_risk_of_several_lines_is_its_title(known: Known) -> None:
    rows = csv_of(("Ref", "Risk"), ("1", "Rain\nIt may come\nin May"))
    assert drafted(rows, "risks", known).plain["risks"] == [
        {"id": "r1", "label": "1", "title": "Rain", "description": "Rain\nIt may come\nin May"}
    ]


def test_a_row_of_a_budget_without_a_heading_goes_to_the_office(known: Known) -> None:
    rows = csv_of(
        ("Heading", "Budget", "Section"), ("", "12", "Costs"), ("Cakes", "3", "Costs"), ("Tea", "", "Costs")
    )
    found = drafted(rows, "budget", known).plain
    assert found["spending"] == [{"heading": "Cakes", "planned": "3"}]
    assert "12" in str(found["office_note"])
