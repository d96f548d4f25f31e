"""Word files: printed numbers, tracked changes, comments, hidden text, boxes, pictures and programs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from problems import Problem
from records.importing.paragraphs.blocks import BULLET, Block, Source, Table, words_of
from records.importing.readers import word_files
from records.importing.readers.opening import opened
from tests.importing.documents import HEAD, W, asked, bold, draft_of_bytes, items, paragraph, table, word


def read(raw: bytes, tmp_path: Path) -> Source:
    path = tmp_path / "x.docx"
    path.write_bytes(raw)
    source = opened(path, "x.docx")
    assert isinstance(source, Source), source
    return source


def blocks(source: Source) -> list[Block]:
    return [part for part in source.parts if isinstance(part, Block)]


def oddities(source: Source) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in source.oddities]


NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%2)"/></w:lvl>
  <w:lvl w:ilvl="2"><w:numFmt w:val="decimalZero"/><w:lvlText w:val="%3"/></w:lvl>
  <w:lvl w:ilvl="3"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>
</w:numbering>"""


def numbered(words: str, key: int, level: int = 0) -> str:
    return paragraph(
        words, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>'
    )


def test_the_numbers_that_word_prints_are_counted(tmp_path: Path) -> None:
    body = [
        numbered("a", 1), numbered("b", 1, 1), numbered("c", 1, 1),
        numbered("d", 1, 2), numbered("e", 1), numbered("f", 1, 1),
        numbered("g", 2), numbered("h", 2, 1), numbered("i", 2, 2),
        numbered("j", 2, 3), numbered("k", 3), numbered("l", 7),
    ]  # fmt: skip
    found = blocks(read(word(*body, word__numbering_xml=NUMBERING), tmp_path))
    assert [block.number for block in found] == [
        "3.",
        "3.1",
        "3.2",
        "(i)",
        "4.",
        "4.1",
        BULLET,
        "A)",
        "01",
        "",
        "9.",
        BULLET,
    ]
    assert [block.depth for block in found][:4] == [0, 1, 1, 2]


STYLES = f"""<w:styles {W}>
<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Own"><w:name w:val="Our item"/>
<w:basedOn w:val="H1"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:styleId="Out"><w:name w:val="Out"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:styleId="Circle"><w:name w:val="Circle"/><w:basedOn w:val="Circle"/></w:style>
<w:style w:styleId="List"><w:name w:val="List"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
</w:styles>"""


def styled(words: str, style: str) -> str:
    return paragraph(words, properties=f'<w:pStyle w:val="{style}"/>')


def test_styles_make_headings_bold_words_lists_and_hidden_text(tmp_path: Path) -> None:
    body = [styled(name, name) for name in ("H1", "Own", "Out", "Gone", "Circle", "List", "Unknown")]
    source = read(word(*body, word__styles_xml=STYLES, word__numbering_xml=NUMBERING), tmp_path)
    told = [(block.text, block.heading, block.is_bold, block.number) for block in blocks(source)]
    assert told == [
        ("H1", 1, False, ""),
        ("Own", 1, True, ""),
        ("Out", 2, False, ""),
        ("Circle", 0, False, ""),
        ("List", 0, False, "3."),
        ("Unknown", 0, False, ""),
    ]
    assert oddities(source) == [("hidden", "Gone")]


def test_tracked_changes_are_taken_as_accepted_and_told(tmp_path: Path) -> None:
    change = (
        '<w:del w:id="1"><w:r><w:delText>nine</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>ten</w:t></w:r></w:ins>'
    )
    moved = (
        "<w:moveFrom><w:r><w:t>old place</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t> new "
        "place</w:t></w:r></w:moveTo>"
    )
    gone = "<w:del><w:p><w:r><w:delText>whole</w:delText></w:r></w:p></w:del>"
    source = read(word(paragraph("It was ", change, moved), gone), tmp_path)
    assert [block.text for block in blocks(source)] == ["It was ten new place"]
    assert oddities(source) == [
        ("deleted", "nine"),
        ("inserted", "ten"),
        ("deleted", "old place"),
        ("inserted", "new place"),
        ("deleted", "whole"),
    ]


def test_a_struck_row_of_a_table_is_no_row(tmp_path: Path) -> None:
    rows = (
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>old</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    source = read(word(rows), tmp_path)
    assert oddities(source) == [("deleted", "old")]
    (found,) = source.parts
    assert isinstance(found, Table)
    assert [[words_of(cell) for cell in row] for row in found.rows] == [["a", "b"]]


def test_hidden_words_comments_and_notes_are_kept_apart(tmp_path: Path) -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen words</w:t></w:r>"
    start = '<w:commentRangeStart w:id="0"/>'
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    comments = (
        f'<w:comments {W}><w:comment w:id="0" w:author="EL"><w:p><w:r><w:t>is this so?</w:t>'
        f"</w:r></w:p></w:comment></w:comments>"
    )
    notes = (
        f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>seen in May</w:t>'
        f"</w:r></w:p></w:footnote></w:footnotes>"
    )
    raw = word(
        paragraph("First."),
        paragraph(start, "It was seen.", hidden, note),
        word__comments_xml=comments,
        word__footnotes_xml=notes,
    )
    source = read(raw, tmp_path)
    assert oddities(source) == [
        ("hidden", "unseen words"),
        ("comment", "EL: is this so?"),
        ("note", "seen in May"),
    ]
    assert [each.spot.paragraph for each in source.oddities] == [2, 2, 2]


RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="x/header" Target="header1.xml"/>'
    '<Relationship Id="r2" Type="x/footer" Target="footer1.xml"/>'
    '<Relationship Id="r3" Type="x/hyperlink" Target="https://example.org/plan" TargetMode="External"/>'
    "</Relationships>"
)


def test_headers_footers_and_links_are_read_by_their_relations(tmp_path: Path) -> None:
    parts = {
        "word__header1_xml": f"<w:hdr {W}>{paragraph('Old board')}</w:hdr>",
        "word__footer1_xml": f"<w:ftr {W}>{paragraph('Draft 2')}</w:ftr>",
        "word___rels__document_xml_rels": RELATIONS,
    }
    link = '<w:hyperlink r:id="r3"><w:r><w:t>the plan</w:t></w:r></w:hyperlink>'
    raw = word(
        *(paragraph(line) for line in HEAD.split("\n") if line),
        paragraph("1. Budget"),
        paragraph("See ", link),
        paragraph("2. Plan"),
        **parts,
    )
    made = draft_of_bytes(raw.replace(b"word/.rels/", b"word/_rels/"), tmp_path, "x.docx")
    assert made.values["office_note"] == "Header: Old board\nFooter: Draft 2"
    assert items(made)[0]["text"] == "See [the plan](https://example.org/plan)"
    assert "headers-and-footers" in asked(made)


def test_a_header_that_says_what_the_title_says_is_not_kept_as_a_secret(tmp_path: Path) -> None:
    """What is private must not stand in public, so the same words cannot be both."""
    header = f"<w:hdr {W}>{paragraph('Executive meeting')}</w:hdr>"
    body = [
        *(paragraph(line) for line in HEAD.split("\n") if line),
        paragraph("1. Budget"),
        paragraph("2. Plan"),
    ]
    raw = word(*body, word__header1_xml=header, word___rels__document_xml_rels=RELATIONS)
    made = draft_of_bytes(raw.replace(b"word/.rels/", b"word/_rels/"), tmp_path, "x.docx")
    assert "office_note" not in made.values


def test_pictures_embedded_files_and_programs_are_told_and_left_out(tmp_path: Path) -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="Our logo"/>'
        "<a:blip/></wp:inline></w:drawing></w:r>"
    )
    file = '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
    raw = word(
        paragraph("Seen.", picture, file),
        '<w:altChunk r:id="r1"/>',
        word__embeddings__book_xlsx=b"x",
        word__vbaProject_bin=b"x",
    )
    assert oddities(read(raw, tmp_path)) == [
        ("picture", "Our logo"),
        ("embedded", "Excel.Sheet.12"),
        ("embedded", "another document"),
        ("embedded", "book.xlsx"),
        ("macro", ""),
    ]


def test_the_words_of_a_box_stand_after_its_paragraph_once(tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>in the box</w:t></w:r></w:p></w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        f"</mc:AlternateContent></w:r>"
    )
    source = read(word(paragraph("Before.", both), paragraph("After.")), tmp_path)
    assert [block.text for block in blocks(source)] == ["Before.", "in the box", "After."]


def test_signs_tabs_breaks_and_fields_are_read(tmp_path: Path) -> None:
    sign = (
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:noBreakHyphen/>'
        "<w:t>x</w:t><w:tab/><w:t>y</w:t></w:r>"
    )
    field = '<w:fldSimple w:instr="DATE"><w:r><w:t>12 March</w:t></w:r></w:fldSimple>'
    lines = '<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:br w:type="page"/></w:r>'
    source = read(word(paragraph(sign), paragraph(field), paragraph(lines), paragraph("next page")), tmp_path)
    assert [block.text for block in blocks(source)] == ["\u2713-x\ty", "12 March", "one", "two", "next page"]
    assert blocks(source)[-1].spot.page == 2


def test_wrappers_around_paragraphs_and_words_are_looked_through(tmp_path: Path) -> None:
    wrapped = f"<w:sdt><w:sdtContent>{paragraph('in a control')}</w:sdtContent></w:sdt>"
    inline = "<w:sdt><w:sdtContent><w:r><w:t>chosen</w:t></w:r></w:sdtContent></w:sdt>"
    cells = (
        f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>{paragraph('a')}</w:tc>"
        f"<w:sdt><w:sdtContent><w:tc>{paragraph('b')}</w:tc></w:sdtContent>"
        f"</w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>"
    )
    source = read(word(wrapped, paragraph(inline), cells), tmp_path)
    assert [block.text for block in blocks(source)] == ["in a control", "chosen"]
    assert [
        [words_of(cell) for cell in row]
        for part in source.parts
        if isinstance(part, Table)
        for row in part.rows
    ] == [["a", "b"]]


def test_a_table_of_one_cell_is_a_frame_and_one_within_a_cell_is_text(tmp_path: Path) -> None:
    inner = table(["in", "ner"])
    source = read(word(table([paragraph("framed")]), table([inner + paragraph("rest"), "right"])), tmp_path)
    assert blocks(source)[0].text == "framed"
    (found,) = [part for part in source.parts if isinstance(part, Table)]
    assert [words_of(cell) for cell in found.rows[0]] == ["in ner rest", "right"]


def test_tables_that_touch_are_parted_where_their_columns_differ(tmp_path: Path) -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>heading</w:t></w:r></w:p></w:tc>'
    rows = (
        "<w:tbl>"
        + table(["a", "b", "c"])[7:-8]
        + f"<w:tr>{wide}<w:tc>{paragraph('x')}</w:tc></w:tr>"
        + table(["d", "e", "f"])[7:-8]
        + "</w:tbl>"
    )
    found = [part for part in read(word(rows), tmp_path).parts if isinstance(part, Table)]
    assert [len(part.rows) for part in found] == [1, 1, 1]


def test_a_cell_merged_downwards_is_printed_once(tmp_path: Path) -> None:
    merged = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>'
    below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    rows = (
        f"<w:tbl><w:tr>{merged}<w:tc>{paragraph('b')}</w:tc></w:tr><w:tr>{below}<w:tc>{paragraph('c')}</w:tc>"
        f"</w:tr></w:tbl>"
    )
    (found,) = read(word(rows), tmp_path).parts
    assert isinstance(found, Table)
    assert [[words_of(cell) for cell in row] for row in found.rows] == [["a", "b"], ["", "c"]]


def test_typed_numbers_bullets_and_a_margin_after_a_tab_are_told(tmp_path: Path) -> None:
    tab = "<w:r><w:tab/></w:r>"
    body = [
        paragraph("4.", tab, "Budget"),
        paragraph("\u00b7", tab, "a point"),
        paragraph("The list should be sent out to all.", tab, "DA"),
    ]
    found = blocks(read(word(*body), tmp_path))
    assert [(block.number, block.text, block.margin) for block in found] == [
        ("4.", "Budget", ""),
        (BULLET, "a point", ""),
        ("", "The list should be sent out to all.", "DA"),
    ]


def test_bold_and_italic_words_keep_their_look(tmp_path: Path) -> None:
    italic = "<w:r><w:rPr><w:i/></w:rPr><w:t> so</w:t></w:r>"
    plain = '<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t> it is</w:t></w:r>'
    raw = word(
        *(paragraph(line) for line in HEAD.split("\n") if line),
        paragraph("1. Budget"),
        paragraph(bold("Yes,"), plain, italic),
        paragraph("2. Plan"),
    )
    assert items(draft_of_bytes(raw, tmp_path, "x.docx"))[0]["text"] == "**Yes,** it is *so*"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "import-empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "import-old-word"),
        (b"no archive at all", "import-damaged"),
        (word(paragraph("x"))[:-30], "import-damaged"),
        (word(), "import-empty"),
        (word("<w:p>"), "import-damaged"),
        (word("<w:sdt><w:sdtContent>" * 90 + "</w:sdtContent></w:sdt>" * 90), "import-damaged"),
        (b"{\\rtf1 words}", "import-rich-text"),
        (word(a="x").replace(b"word/document.xml", b"word/documenx.xml"), "import-unknown-format"),
    ],
)
def test_a_file_that_is_no_word_file_is_refused_in_one_line(raw: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(raw)
    found = opened(path, "x.docx")
    assert isinstance(found, Problem)
    assert found.code == code


def test_entities_are_not_expanded_and_bombs_not_unpacked(tmp_path: Path) -> None:
    laughs = (
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
        f"<w:document {W}><w:body>{paragraph('<w:r><w:t>&b;</w:t></w:r>')}</w:body></w:document>"
    )
    bomb = b"<w:document>" + b" " * 30_000_000
    for raw, code in (
        (word(word__document_xml=laughs), "import-damaged"),
        (word(word__document_xml=bomb), "import-too-large"),
    ):
        path = tmp_path / "x.docx"
        path.write_bytes(raw)
        found = opened(path, "x.docx")
        assert isinstance(found, Problem)
        assert found.code == code


def test_words_behind_an_entity_are_not_lost_in_silence(tmp_path: Path) -> None:
    """A file with entities of its own is refused whole, in the text and beside it, in any encoding."""
    entity = '<!DOCTYPE x [<!ENTITY a "The date was moved.">]>'
    body = f"<w:document {W}><w:body>{paragraph('<w:r><w:t>Heard: &a;</w:t></w:r>')}</w:body></w:document>"
    notes = f"<w:comments {W}><w:comment>{paragraph('<w:r><w:t>&a;</w:t></w:r>')}</w:comment></w:comments>"
    for raw in (
        word(word__document_xml=entity + body),
        word(word__document_xml=f'<?xml version="1.0" encoding="utf-16"?>{entity}{body}'.encode("utf-16")),
        word(paragraph("Heard."), word__comments_xml=entity + notes),
    ):
        path = tmp_path / "x.docx"
        path.write_bytes(raw)
        found = opened(path, "x.docx")
        assert isinstance(found, Problem)
        assert found.code == "import-damaged"


def test_a_header_that_is_named_many_times_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small file could else keep the computer busy for as long as it likes."""
    relations = "".join(
        f'<Relationship Id="h{number}" Type="x/header" Target="header1.xml"/>' for number in range(50)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    read_part = word_files._xml  # noqa: SLF001  # what is counted
    names: list[str] = []

    def counted(package: Any, name: str) -> Any:
        names.append(name)
        return read_part(package, name)

    monkeypatch.setattr(word_files, "_xml", counted)
    raw = word(
        paragraph("Heard."),
        word__header1_xml=f"<w:hdr {W}>{paragraph('Confidential')}</w:hdr>",
        word___rels__document_xml_rels=f'<Relationships xmlns="{space}">{relations}</Relationships>',
    ).replace(b"word/.rels/", b"word/_rels/")

    assert oddities(read(raw, tmp_path)) == [("header", "Confidential")]
    assert names.count("word/header1.xml") == 1


def test_struck_out_words_are_not_in_the_draft_but_told(tmp_path: Path) -> None:
    """Words that somebody struck out by hand must not come back as what was minuted."""
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>nine </w:t></w:r>"
    twice = "<w:r><w:rPr><w:dstrike/></w:rPr><w:t>eight</w:t></w:r>"
    source = read(word(paragraph("It was ", struck, "ten"), paragraph(twice)), tmp_path)
    assert [block.text for block in blocks(source)] == ["It was ten"]
    assert oddities(source) == [("deleted", "nine"), ("deleted", "eight")]


def refused(raw: bytes, tmp_path: Path) -> str:
    path = tmp_path / "x.docx"
    path.write_bytes(raw)
    found = opened(path, "x.docx")
    assert isinstance(found, Problem)
    return found.code


def with_password(raw: bytes) -> bytes:
    """Return a zip file whose entries say that they are encrypted."""
    told = bytearray(raw)
    for sign, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = told.find(sign)
        while at >= 0:
            told[at + flag] |= 1
            at = told.find(sign, at + len(sign))
    return bytes(told)


def test_a_locked_an_endless_an_empty_and_a_bottomless_word_file_are_refused(tmp_path: Path) -> None:
    plain = paragraph("Seen by all")
    deep = f"{'<w:smartTag>' * 70}<w:r><w:t>a</w:t></w:r>{'</w:smartTag>' * 70}"
    assert [
        refused(with_password(word(plain)), tmp_path),
        refused(word(plain, **{f"part{at}": "" for at in range(4001)}), tmp_path),
        refused(word(word__document_xml=f"<w:document {W}/>"), tmp_path),
        refused(word(paragraph(deep)), tmp_path),
    ] == ["import-encrypted", "import-too-large", "import-unknown-format", "import-damaged"]


def test_a_file_in_the_strict_form_is_read_too(tmp_path: Path) -> None:
    space = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    strict = (
        f'<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>Seen by all</w:t></w:r></w:p></w:body>'
        "</w:document>"
    )
    assert [block.text for block in blocks(read(word(word__document_xml=strict), tmp_path))] == [
        "Seen by all"
    ]


def test_empty_comments_changes_rows_and_tables_leave_nothing(tmp_path: Path) -> None:
    empty = '<w:comment w:id="1"><w:p/></w:comment>'
    full = f'<w:comment w:id="2" w:author="Dov">{paragraph("Is it?")}</w:comment>'
    cells = f"<w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc>"
    rows = f"<w:tbl><w:tblPr/><w:tr/><w:tr><w:trPr/><w:tc><w:p/></w:tc></w:tr><w:tr>{cells}</w:tr></w:tbl>"
    source = read(
        word(
            paragraph("Seen", "<w:del/>", "<w:ins/>"),
            rows,
            table(["", ""]),
            word__comments_xml=f"<w:comments {W}>{empty}{full}</w:comments>",
        ),
        tmp_path,
    )
    assert oddities(source) == [("comment", "Dov: Is it?")]
    assert [block.text for block in blocks(source)] == ["Seen"]
    assert [
        [[words_of(cell) for cell in row] for row in part.rows]
        for part in source.parts
        if isinstance(part, Table)
    ] == [[["a", "b"]]]


def test_several_boxes_stand_after_each_other_and_one_within_another_once(tmp_path: Path) -> None:
    def box(*runs: str) -> str:
        return f"<w:txbxContent>{paragraph(*runs)}</w:txbxContent>"

    def drawn(*boxes: str) -> str:
        return f"<w:r><w:pict>{''.join(boxes)}</w:pict></w:r>"

    source = read(
        word(
            paragraph("first", drawn(box("one"), box("two"))),
            paragraph("next", drawn(box("outer", drawn(box("inner"))))),
        ),
        tmp_path,
    )
    assert [block.text for block in blocks(source)] == ["first", "one", "two", "next", "outer", "inner"]


def test_a_list_that_is_numbered_otherwise_than_its_kind_is_numbered_so(tmp_path: Path) -> None:
    def level(form: str, text: str) -> str:
        return f'<w:lvl w:ilvl="0"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'

    scheme = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="1">{level("decimal", "%1.")}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="1"/>'
        f'<w:lvlOverride w:ilvl="0">{level("upperLetter", "%1)")}</w:lvlOverride></w:num></w:numbering>'
    )
    source = read(word(numbered("one", 1), numbered("two", 1), word__numbering_xml=scheme), tmp_path)
    assert [(block.number, block.text) for block in blocks(source)] == [("A)", "one"), ("B)", "two")]
