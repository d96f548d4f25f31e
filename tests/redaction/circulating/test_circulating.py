"""The paper holds the whole minutes and nothing of the office, and each page says that it is confidential."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from problems import Place, Wording
from records.fields import Visibility
from records.kinds.meetings import Meeting
from records.loading import Loaded, Records, load
from records.shapes import models_in, shapes_of
from records.yaml_files.nodes import plain
from records.yaml_files.reading import read
from redaction.circulating.blocks import Block, Paper, Paragraph, Piece, Placed, Table
from redaction.circulating.minutes import items_of, minutes, place_of_item
from redaction.circulating.names import name_of, title_of
from redaction.circulating.questions import asked, with_questions
from redaction.circulating.returned import Remark, remarks_in
from redaction.circulating.typeset import as_pdf
from redaction.circulating.wholes import Reading, prose
from redaction.circulating.word import as_word, bookmarks
from redaction.verifying.detections import detect_opened
from tests.partnerships import SOURCE, copy_to
from tests.redaction.in_memory import records_of
from tests.redaction.strategies import fullest

KEY = ("meetings", "2026-03-12-executive")
OFFICE_ONLY = ("secretillness", "secretofficenote", "secretreviewnote")


@pytest.fixture(scope="module")
def records() -> Records:
    return load(SOURCE)


@pytest.fixture(scope="module")
def loaded(records: Records) -> Loaded:
    return records.loaded[KEY]


@pytest.fixture(scope="module")
def paper(records: Records, loaded: Loaded) -> Paper:
    assert isinstance(loaded.record, Meeting)
    found, problems = minutes(records, loaded, loaded.record)
    assert problems == ()
    return found


@pytest.fixture(scope="module")
def word(paper: Paper) -> bytes:
    return as_word(paper)


@pytest.fixture(scope="module")
def pdf(paper: Paper) -> bytes:
    return as_pdf(paper)


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def text_of(blocks: tuple[Block, ...]) -> str:
    def pieces() -> Iterator[Piece]:
        for block in blocks:
            if isinstance(block, Table):
                yield from (piece for row in block.rows for cell in row for piece in cell)
            elif not isinstance(block, Placed):
                yield from block.pieces

    return " ".join(piece.text for piece in pieces())


def text_of_word(raw: bytes) -> str:
    return " ".join(node.text or "" for node in docx.Document(BytesIO(raw)).element.body.iter() if node.text)


def public_texts(meeting: Meeting) -> Iterator[str]:
    """Yield every text of a field that could be public, without its marks."""
    for _, model in models_in(meeting):
        for shape in shapes_of(type(model)):
            value = getattr(model, shape.name)
            if (
                shape.visibility is Visibility.PUBLIC
                and shape.written is not None
                and shape.name != "instead"
            ):
                for text in value if isinstance(value, tuple) else (value,):
                    if text and type(model).__name__ not in {"Withhold", "FieldWithhold"}:
                        yield re.sub(
                            r"\[\[(?:redact [a-z0-9-]+\||(?:withheld|action|decision) [^]]*)|\]\]", " ", text
                        )


def private_texts(meeting: Meeting) -> Iterator[str]:
    """Yield every text of a field that is for the office only."""
    for _, model in models_in(meeting):
        for shape in shapes_of(type(model)):
            value = getattr(model, shape.name)
            if shape.visibility is Visibility.PRIVATE and isinstance(value, str) and " " in value:
                yield value


def test_every_word_that_could_be_public_is_in_the_paper(paper: Paper, loaded: Loaded) -> None:
    """What is withheld from the public is there for those who were in the room."""
    assert isinstance(loaded.record, Meeting)
    there = set(words_of(text_of(paper.blocks)))
    assert [text for text in public_texts(loaded.record) if not set(words_of(text)) <= there] == []


def test_no_field_that_a_meeting_can_have_is_lost_and_none_of_the_office_gets_in() -> None:
    """A partnership in which each field has a value of its own proves it for every field there is."""
    records = records_of(fullest().records)
    made = [(each, each.record) for key, each in records.loaded.items() if key[0] == "meetings"]
    assert made
    for loaded, meeting in made:
        assert isinstance(meeting, Meeting)
        paper, problems = minutes(records, loaded, meeting)
        assert problems == ()
        text = text_of(paper.blocks)
        there = set(words_of(text))
        assert [each for each in public_texts(meeting) if not set(words_of(each)) <= there] == []
        assert [each for each in private_texts(meeting) if each in text] == []


@pytest.mark.parametrize("kind", ["word", "pdf"])
def test_both_files_hold_what_is_withheld_and_nothing_of_the_office(
    kind: str, word: bytes, pdf: bytes
) -> None:
    if kind == "word":
        text = text_of_word(word)
        raw = b"".join(
            zipfile.ZipFile(BytesIO(word)).read(each) for each in zipfile.ZipFile(BytesIO(word)).namelist()
        )
    else:
        text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
        raw = text.encode()
    for secret in ("secretrate", "Secretfamily", "secretstaffing", "secretghost", "secretvisitor"):
        assert secret.lower() in text.lower()
    assert [each for each in OFFICE_ONLY if each.encode() in raw.lower()] == []


def test_the_numbers_of_items_are_kept(word: bytes) -> None:
    heads = [each.text for each in docx.Document(BytesIO(word)).paragraphs if each.style.name == "Heading 2"]
    assert heads == [
        "Attendance",
        "1  Minutes of the last meeting",
        "2  Independent scrutineer",
        "3  Neglect and the Secretfamily audit",
        "4  Secretstaff matters",
        "5  The secretconcealed matter",
    ]


def test_what_the_public_does_not_see_is_shaded(paper: Paper) -> None:
    shaded = [
        piece.text
        for block in paper.blocks
        if hasattr(block, "pieces")
        for piece in block.pieces
        if piece.shaded
    ]
    assert "the secretchildren of Wharf Lane" in shaded
    assert "The audit looked at cases. The family known as " not in shaded


def test_the_same_paper_gives_the_same_bytes(paper: Paper, word: bytes, pdf: bytes) -> None:
    assert as_word(paper) == word
    assert as_pdf(paper) == pdf


def test_every_page_says_that_it_is_confidential(pdf: bytes, word: bytes) -> None:
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    assert pages
    assert all("Confidential: for those invited" in page and "CONFIDENTIAL" in page for page in pages)
    header = docx.Document(BytesIO(word)).sections[0].header
    assert "Confidential: for those invited" in header.paragraphs[0].text
    assert 'string="CONFIDENTIAL"' in header._element.xml  # noqa: SLF001  # python-docx has no word for a watermark


def test_the_file_says_nothing_of_who_made_it(word: bytes, pdf: bytes) -> None:
    core = docx.Document(BytesIO(word)).core_properties
    assert (core.author, core.last_modified_by, core.title, core.comments) == ("", "", "", "")
    assert core.created.isoformat()[:10] == "2026-03-12"
    assert pypdfium2.PdfDocument(pdf).get_metadata_dict()["Author"] == ""


def test_the_verification_of_a_site_finds_it(pdf: bytes) -> None:
    """Should one get into a site by mistake, the site is not put in place."""
    text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    found = detect_opened("x.pdf", text, lambda: "")
    assert [each.code for each in found] == ["site-page-private-view"]


def test_an_item_can_be_left_out(records: Records, loaded: Loaded) -> None:
    """Whoever left the room for an item gets a copy without it; its number stays."""
    assert isinstance(loaded.record, Meeting)
    text = text_of(minutes(records, loaded, loaded.record, ["scrutineer"])[0].blocks)
    assert "secretrate" not in text
    assert "Independent" not in text
    assert "This item is not in this copy." in text


def test_an_item_that_is_left_out_is_not_named_elsewhere_either(records: Records, loaded: Loaded) -> None:
    """Who was there for it would tell its title, where it has no number."""
    assert isinstance(loaded.record, Meeting)
    without_label = [
        item.model_copy(update={"label": None}) if item.id == "hidden" else item
        for item in loaded.record.items
    ]
    meeting = loaded.record.model_copy(update={"items": tuple(without_label)})
    assert "The secretconcealed matter" in text_of(minutes(records, loaded, meeting)[0].blocks)
    text = text_of(minutes(records, loaded, meeting, ["hidden"])[0].blocks)
    assert "secretconcealed" not in text
    assert "an item that is not in this copy" in text


OF_THE_CONTRACT = """\
title: Executive meeting
group: executive
date: 2026-04-09
status: approved
attendance:
  - person: abara
    items: [price]
declarations:
  interests:
    - who: brice
      items: [price, contract]
      nature: He is a director.
items:
  - id: contract
    title: The quibbleone contract
    decisions:
      - id: award
        text: Award it to quibbletwo.
    actions:
      - id: letter
        text: Write to quibblethree.
        owners: [abara]
    items:
      - id: price
        title: The quibblefour price
  - id: after
    title: Afterwards
    updates:
      - action: 2026-04-09-executive/letter
        status: closed
    decisions:
      - id: later
        text: Go on.
        replaces: 2026-04-09-executive/award
    actions:
      - id: act
        text: Do it.
        owners: [abara]
        decisions: 2026-04-09-executive/award
"""


def test_nothing_within_an_item_that_is_left_out_is_told_elsewhere(tmp_path: Path) -> None:
    """Neither the title of an item within it, nor an action or a decision that another item names."""
    project = copy_to(tmp_path)
    (project / "data/meetings/2026-04-09-executive.yml").write_text(OF_THE_CONTRACT, "utf-8")
    records = load(project)
    loaded = records.loaded["meetings", "2026-04-09-executive"]
    assert isinstance(loaded.record, Meeting)

    whole = text_of(minutes(records, loaded, loaded.record)[0].blocks)
    part = text_of(minutes(records, loaded, loaded.record, ["contract"])[0].blocks)

    assert sorted(set(re.findall(r"quibble\w+", whole))) == [
        *("quibblefour", "quibbleone", "quibblethree", "quibbletwo")
    ]
    assert re.findall(r"quibble\w+", part) == []
    assert "Replaces:  something of an item that is not in this copy" in part


def test_who_came_only_for_what_is_left_out_is_not_named(tmp_path: Path) -> None:
    """Nor who chaired or declared an interest only for it, or for an item within it; others stay."""
    project = copy_to(tmp_path)
    guests = """\
chair:
  - {name: Quibbler Chair, items: [contract]}
  - {name: Steady Chair, items: [after]}
attendance:
  - {name: Quibbler Guest, items: [contract]}
  - {name: Quibbler Within, items: [price, contract]}
  - {name: Steady Guest, items: [contract, after]}
  - {name: Steady Member}
"""
    text = OF_THE_CONTRACT.replace("attendance:\n", guests)
    text = text.replace("who: brice", "name: Quibbler Interest")
    (project / "data/meetings/2026-04-09-executive.yml").write_text(text, "utf-8")
    records = load(project)
    loaded = records.loaded["meetings", "2026-04-09-executive"]
    assert isinstance(loaded.record, Meeting)

    whole = text_of(minutes(records, loaded, loaded.record)[0].blocks)
    part = text_of(minutes(records, loaded, loaded.record, ["contract"])[0].blocks)
    steady = ["Steady Chair", "Steady Guest", "Steady Member"]

    assert sorted(set(re.findall(r"Quibbler \w+", whole))) == [
        *("Quibbler Chair", "Quibbler Guest", "Quibbler Interest", "Quibbler Within")
    ]
    assert ("Quibbler" in part, "director" in part) == (False, False)
    assert [sorted(set(re.findall(r"Steady \w+", each))) for each in (whole, part)] == [steady, steady]


PROSE = """\
First **bold** and *thin* words, [a link](https://example.org/x), `code` and a break\\
here. [[redact personal|the *elder* boy]] and [[withheld personal]] and no more.

1. one
2. two [[redact personal|hid]]
   - deeper

> said

## A head

```
let [[redact personal|it]] be
```

[[action a1]]

| A | B |
| --- | --- |
| x | [[redact personal|y]] |
"""


FIRST = (
    "First bold and thin words, a link (https://example.org/x), code and a break\nhere. the elder boy and "
    "[kept elsewhere: about a person] and no more."
)


def test_prose_keeps_its_form_and_all_its_words() -> None:
    """Lists, quotations, code, tables and links; what is withheld is shaded, and nothing else is."""
    reading = Reading({"personal": "about a person"})

    blocks = prose(PROSE, reading, Place("x"))

    assert reading.problems == []
    plain_blocks = [
        (each.marker, each.depth, each.style, "".join(piece.text for piece in each.pieces))
        for each in blocks
        if isinstance(each, Paragraph)
    ]
    assert plain_blocks == [
        (
            "",
            0,
            "",
            FIRST,
        ),
        ("1.", 1, "", "one"),
        ("2.", 1, "", "two hid"),
        ("•", 2, "", "deeper"),
        ("", 0, "quoted", "said"),
        ("", 0, "", "A head"),
        ("", 0, "code", "let it be"),
    ]
    assert [each for each in blocks if isinstance(each, Placed)] == [Placed("action", "a1")]
    tables = [each for each in blocks if isinstance(each, Table)]
    assert [[cell[0].text for cell in row] for row in tables[0].rows] == [["A", "B"], ["x", "y"]]
    shaded = [
        piece.text for each in blocks if isinstance(each, Paragraph) for piece in each.pieces if piece.shaded
    ]
    assert shaded == ["the ", "elder", " boy", "[kept elsewhere: about a person]", "hid"]
    assert tables[0].rows[1][1][0].shaded


def test_names_are_whole_and_posts_are_those_of_the_day() -> None:
    """A name that is on no record is shown by its id, so that nobody is lost."""
    records = records_of(
        {
            ("organizations", "police"): {
                "name": "Testwick [[redact personal|Secret]] Police",
                "kind": "police",
                "posts": [{"id": "head", "title": "Head of Safeguarding"}],
            },
            ("people", "brice"): {
                "public_id": "p-abcdefgh",
                "name": "Tom Brice",
                "posts": [{"title": "Adviser", "organization": "police"}],
            },
        }
    )
    assert name_of("brice", records, None) == ("Tom Brice", "Adviser, Testwick Secret Police")
    assert name_of("police/head", records, None) == ("Head of Safeguarding, Testwick Secret Police", "")
    assert name_of("police/tail", records, None) == ("police/tail", "")
    assert name_of("nobody", records, None) == ("nobody", "")
    assert name_of("all", records, None) == ("All partners", "")
    assert title_of("actions", "2026-01-15-executive/gone", records) == "2026-01-15-executive/gone"


def test_bookmarks_are_short_and_each_its_own() -> None:
    items = ["a", "a-b", "x" * 80, "x" * 79 + "y"]
    names = bookmarks(items)
    assert len(set(names.values())) == len(items)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in names.values())


def commented(word: bytes) -> bytes:
    """Return the Word file with two comments and a tracked change, as Word would write them."""
    document = docx.Document(BytesIO(word))
    paragraphs = document.paragraphs
    about = next(each for each in paragraphs if "rate was set" in each.text)
    document.add_comment(about.runs, text="Was it a  day rate?\n Yes.", author="R. Quill")
    first = next(each for each in paragraphs if each.text.startswith("Place"))
    document.add_comment(first.runs, text="Room 3, I think", author="M. Arbour")
    last = next(each for each in paragraphs if "Partners asked" in each.text)
    xml = last._p  # noqa: SLF001  # tracked changes have no other door
    change = docx.oxml.OxmlElement("w:ins")
    change.set(docx.oxml.ns.qn("w:author"), "R. Quill")
    change.append(xml.r_lst[0])
    xml.append(change)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_comments_come_back_at_their_items(word: bytes, loaded: Loaded) -> None:
    assert isinstance(loaded.record, Meeting)
    found = remarks_in(commented(word), [item.id for item in items_of(loaded.record)])
    assert isinstance(found, tuple)
    assert [(each.sort, each.item, each.author, each.text) for each in found] == [
        ("comment", "", "M. Arbour", "Room 3, I think"),
        ("comment", "scrutineer", "R. Quill", "Was it a day rate? Yes."),
        ("put in", "schools", "R. Quill", "Partners asked for a briefing."),
    ]
    assert found[1].about.startswith("The rate was set")


def test_questions_stand_above_their_items_and_change_no_value(word: bytes, loaded: Loaded) -> None:
    assert isinstance(loaded.record, Meeting)
    raw = (SOURCE / loaded.file).read_bytes()
    found = remarks_in(commented(word), [item.id for item in items_of(loaded.record)])
    assert isinstance(found, tuple)
    content = with_questions(raw, found, loaded)
    assert content is not None
    lines = content.decode().split("\n")
    at = lines.index("  - id: scrutineer")
    assert lines[at - 2].startswith("  # QUESTION: comment by R. Quill, 20")
    assert lines[at - 2].endswith("two")
    before, after = read(raw, "x"), read(content, "x")
    assert before.node is not None
    assert after.node is not None
    assert plain(after.node) == plain(before.node)
    assert with_questions(content, found, loaded) is not None
    told = asked(found, loaded)
    assert [each.place.field for each in told] == [
        (),
        ("items", "scrutineer"),
        ("items", "neglect", "items", "schools"),
    ]
    assert not any("Quill" in str(each) or "rate" in str(each) for each in told)


def test_a_question_is_written_once(loaded: Loaded) -> None:
    """Reading the same file again adds nothing."""
    raw = (SOURCE / loaded.file).read_bytes()
    remark = Remark("comment", "", "", "Who?", "A", "2026-03-20")
    once = with_questions(raw, [remark], loaded)
    assert once is not None
    assert with_questions(once, [remark], loaded) == once


def packed(files: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_changes_of_one_author_beside_each_other_are_one_remark() -> None:
    """Word writes a change for every keystroke or two; those of somebody else stand apart."""

    def change(tag: str, author: str, words: str) -> str:
        text = "t" if tag == "ins" else "delText"
        return f'<w:{tag} w:author="{author}"><w:r><w:{text}>{words}</w:{text}></w:r></w:{tag}>'

    changes = [("del", "R. Quill", "nine"), ("del", "R. Quill", "chairs"), ("ins", "R. Quill", "ten lamps")]
    body = "".join(change(*each) for each in (*changes, ("ins", "M. Arbour", "or more")))
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    page = f'<w:document xmlns:w="{space}"><w:body><w:p>{{}}</w:p></w:body></w:document>'

    found = remarks_in(packed({"word/document.xml": page.format(body).encode()}), [])

    assert isinstance(found, tuple)
    assert [(each.sort, each.author, each.text) for each in found] == [
        ("taken out", "R. Quill", "nine … chairs"),
        ("put in", "R. Quill", "ten lamps"),
        ("put in", "M. Arbour", "or more"),
    ]
    assert remarks_in(packed({"word/document.xml": page.format("").encode()}), []) == ()


ENTITY = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "returned-unreadable"),
        (b"\xd0\xcf\x11\xe0 locked or old", "returned-unreadable"),
        (packed({"a": b""}), "returned-unreadable"),
        (packed({"word/document.xml": b"<w:p"}), "returned-unreadable"),
        (packed({"word/document.xml": ENTITY}), "returned-unreadable"),
        (packed({"word/document.xml": ENTITY.decode().encode("utf-16")}), "returned-unreadable"),
        (packed({"word/document.xml": b"<x/>", "word/vbaProject.bin": b""}), "returned-macros"),
        (packed({"word/document.xml": b"\0" * 60_000_000}), "returned-too-large"),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused_in_one_line(raw: bytes, code: str) -> None:
    found = remarks_in(raw, ["a"])
    assert isinstance(found, Wording)
    assert found.code == code


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_damaged_file_raises_nothing(data: st.DataObject) -> None:
    """Whatever is wrong with a returned file is a line for the user, never a traceback."""
    document = docx.Document()
    document.add_paragraph("x")
    stream = BytesIO()
    document.save(stream)
    raw = bytearray(stream.getvalue())
    for _ in range(data.draw(st.integers(1, 20))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(raw)))
    assert isinstance(remarks_in(bytes(raw[:end]), ["a"]), tuple | Wording)


@pytest.mark.long
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_comments_survive_another_word_processor(word: bytes, loaded: Loaded, tmp_path: Path) -> None:
    """Saved by LibreOffice, the comments still stand at their items."""
    assert isinstance(loaded.record, Meeting)
    source = tmp_path / "in.docx"
    source.write_bytes(commented(word))
    subprocess.run(
        [
            str(shutil.which("soffice")),
            "--headless",
            "--convert-to",
            "docx",
            "--outdir",
            str(tmp_path / "out"),
            str(source),
        ],
        check=True,
        capture_output=True,
    )
    found = remarks_in(
        (tmp_path / "out" / "in.docx").read_bytes(), [item.id for item in items_of(loaded.record)]
    )
    assert isinstance(found, tuple)
    assert [(each.item, each.author) for each in found] == [
        ("", "M. Arbour"),
        ("scrutineer", "R. Quill"),
        ("schools", "R. Quill"),
    ]


def test_a_place_for_an_item_that_is_gone_is_the_top_of_the_file(loaded: Loaded) -> None:
    assert place_of_item(loaded, "nowhere") == Place(loaded.file, 1)
