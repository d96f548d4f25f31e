"""A PDF of earlier years is described, searched, and listed with nothing in it that acts."""

from __future__ import annotations

import io

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editions.prose import parse, problems_in
from problems import Place
from records.kinds import KINDS
from records.loading import load
from redaction.archiving import taking_in
from redaction.archiving.describing import described, word_for
from redaction.archiving.taking_in import sections_of, take_in, with_file
from redaction.marking.marks import lex
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import Scanner, scanner_for
from tests import papers
from tests.partnerships import SOURCE

GROUPS = {"executive": ("Safeguarding Executive", "Executive"), "learning": ("Executive Learning Group",)}


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    return scanner_for(harvest(load(SOURCE)))


def page(*lines: str) -> str:
    """Return a page with these lines of words."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    return f"BT /F1 12 Tf 14 TL 72 700 Td {shown} ET\n"


@pytest.mark.parametrize(
    ("name", "text", "day", "group", "codes"),
    [
        ("exec 12.03.2019.pdf", "Executive\nMinutes of 12 March 2019", "2019-03-12", "executive", []),
        ("a.pdf", "Minutes, Tuesday 2nd June 2015, Executive", "2015-06-02", "executive", []),
        ("20160704.pdf", "Minutes of the Executive", "2016-07-04", "executive", []),
        ("minutes.pdf", "Executive minutes\nMarch 2012", "2012-03", "executive", []),
        (
            "2019-05-14.pdf",
            "Minutes, Executive, 15 May 2019",
            "2019-05-15",
            "executive",
            ["archive-two-days"],
        ),
        (
            "x.pdf",
            "Executive minutes 1/2/2018, next on 3/4/2018",
            "2018-02-01",
            "executive",
            ["archive-two-days"],
        ),
        ("x.pdf", "Minutes of the Executive Learning Group 3.4.2018", "2018-04-03", "learning", []),
        ("x.pdf", "Plan 31/02/2018 for the Executive", "", "executive", ["archive-no-day"]),
        ("x.pdf", "Report 2018-01-02", "2018-01-02", "", ["archive-no-group"]),
        (
            "x.pdf",
            "Ann Director of Strategy and Plans here\nExecutive 2018-01-02",
            "2018-01-02",
            "executive",
            ["archive-title"],
        ),
        ("our_day.pdf", "Words\n2018-01-02 Executive", "2018-01-02", "executive", ["archive-title"]),
    ],
)
def test_day_and_group_are_read_from_name_and_text(
    name: str, text: str, day: str, group: str, codes: list[str]
) -> None:
    """Wherever the two disagree, or one of them says nothing, there is a question."""
    found = described(name, text, GROUPS)
    assert (found.day, found.group, [each.code for each in found.questions]) == (day, group, codes)


def test_a_title_says_its_day() -> None:
    assert (
        described("x.pdf", "Minutes of the Executive\n1 May 2019", GROUPS).title
        == "Minutes of the Executive, 1 May 2019"
    )
    assert described("x.pdf", "Yearly report 2014\n1 May 2014", GROUPS).title == "Yearly report 2014"
    lines = "From: A\n2. Agenda item\nAnn, Head of Policy for all\nNeglect strategy 2018/19\n1 May 2018"
    assert described("x.pdf", lines, GROUPS).title == "Neglect strategy 2018/19"
    assert word_for("Draft terms of reference") == "terms-of-reference"


def test_a_pdf_becomes_a_document_with_its_text(scanner: Scanner) -> None:
    raw = papers.document(
        page("Minutes of the Executive", "12 March 2019", "It was agreed: [a] plan & *one* _date_.")
    )
    found = take_in("m.pdf", raw, scanner, GROUPS)
    assert found.problems == ()
    assert found.plain is not None
    KINDS["documents"].model.model_validate({**with_file(found.plain, "archive/m.pdf"), "id": "m"})
    assert found.plain["papers"][0]["publish"] == "yes"
    assert found.plain["versions"] == [{"version": "Original", "date": "2019-03-12"}]
    assert "copy in another form" in found.plain["notice"]
    assert "agreed: \\[a\\] plan \\& \\*one\\* \\_date\\_." in found.plain["sections"][0]["text"]


def test_a_pdf_whose_text_no_record_can_hold_is_listed_without_it(
    scanner: Scanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its file is published all the same, and a reminder says what to write instead."""
    monkeypatch.setattr(taking_in, "LONGEST_TEXT", 20)
    found = take_in(
        "m.pdf", papers.document(page("Minutes of the Executive", "12 March 2019")), scanner, GROUPS
    )
    assert found.plain is not None
    assert (found.plain["papers"][0]["publish"], "sections" in found.plain) == ("yes", False)
    assert [each.code for each in found.problems] == ["archive-text-left-out"]


def test_a_pdf_without_a_day_and_with_the_same_secret_twice_is_told_of_each_once(scanner: Scanner) -> None:
    secret = page("the secretchildren of Wharf Lane")
    found = take_in("m.pdf", papers.document(secret, secret), scanner, GROUPS)
    assert found.plain is not None
    assert "versions" not in found.plain
    assert [each.code for each in found.problems].count("archive-secret") == 1


def test_words_under_a_black_box_are_refused(scanner: Scanner) -> None:
    raw = papers.document(papers.WORDS + "0 g 60 690 300 30 re f\n")
    found = take_in("m.pdf", raw, scanner, GROUPS)
    assert found.plain is None
    assert [each.code for each in found.problems] == ["paper-pdf-hidden"]
    assert "Visible" not in str(found.problems[0])


def test_what_is_withheld_elsewhere_is_found_and_not_published(scanner: Scanner) -> None:
    """Neither the file nor the text; the message says where the words are withheld, and on which page."""
    raw = papers.document(
        page("Minutes of the Executive 1 May 2019"), page("the secretchildren of Wharf Lane")
    )
    found = take_in("m.pdf", raw, scanner, GROUPS)
    assert found.plain is not None
    assert found.plain["papers"][0]["publish"] == "no"
    assert "sections" not in found.plain
    assert [each.code for each in found.problems] == ["archive-secret"]
    assert "on page 2" in str(found.problems[0])
    assert "secretchildren" not in str(found.problems[0])


def test_a_scan_is_listed_without_its_file(scanner: Scanner) -> None:
    """Where nothing can be read nothing was searched."""
    found = take_in("2019-05-01.pdf", papers.scan(), scanner, GROUPS)
    assert found.plain is not None
    assert found.plain["papers"][0]["publish"] == "no"
    assert [each.code for each in found.problems] == ["archive-scanned"]


def locked() -> bytes:
    writer = pypdf.PdfWriter()
    writer.append(io.BytesIO(papers.document(papers.WORDS)))
    writer.encrypt("x", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("raw", "code"), [(b"%PDF-1.7 nothing", "paper-pdf-unreadable"), (locked(), "paper-pdf-locked")]
)
def test_a_damaged_or_locked_pdf_is_one_line(raw: bytes, code: str, scanner: Scanner) -> None:
    found = take_in("m.pdf", raw, scanner, GROUPS)
    assert found.plain is None
    assert [each.code for each in found.problems] == [code]


def test_a_text_that_is_too_long_is_left_out_and_a_long_one_has_sections() -> None:
    long = ["A line of words that ends here.\n" * 500] * 20
    assert [each["id"] for each in sections_of(long)] == ["text", "text-2"]
    assert sections_of(long * 4) == []


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.text(max_size=60) | st.sampled_from(["[[redact x|y]]", "<b>", "# a", "- b", "1. c", "| d |"]),
        max_size=6,
    )
)
def test_no_sign_of_a_text_acts(lines: list[str]) -> None:
    """The text of a PDF has no marks, no Markdown and no HTML, whatever stands in it; or it is left out."""
    for section in sections_of(["\n".join(lines)]):
        text = section["text"]
        assert lex(text, Place(""), ()).problems == ()
        assert problems_in(text) == ()
        kinds = {token.type for token in parse(text)}
        assert kinds <= {"paragraph_open", "inline", "paragraph_close"}
        inside = {child.type for token in parse(text) for child in token.children or ()}
        assert inside <= {"text", "softbreak"}
