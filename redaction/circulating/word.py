"""The paper as a Word file, in which readers can write comments. The same paper gives the same bytes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

from redaction.circulating.blocks import Block, Heading, Paper, Paragraph, Piece, Table
from redaction.watermarks import SIGN

LONGEST_NAME = 40
"""How long the name of a bookmark may be in Word."""

_SHADE = "D9D9D9"
_INDENT = 0.6
_STAMP = (1980, 1, 1, 0, 0, 0)
_LEFT_OUT = frozenset({"docProps/thumbnail.jpeg"})
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_WATERMARK = """\
<w:r {names}><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" \
path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>\
<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>\
<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>\
<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>\
<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" \
style="position:absolute;margin-left:0;margin-top:0;width:480pt;height:80pt;rotation:315;\
z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;\
mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="silver" stroked="f">\
<v:fill opacity=".5"/><v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt" string="{words}"/>\
</v:shape></w:pict></w:r>"""
"""How Word itself writes a watermark, so that it shows one and offers to take it out."""


def as_word(paper: Paper) -> bytes:
    """Return a paper as a Word file with a bookmark at each item, and nothing about who made it."""
    import docx  # noqa: PLC0415  # a large library, needed here only

    document = docx.Document()
    _properties(document, paper)
    _page(document, paper)
    marks = bookmarks(block.item for block in paper.blocks if isinstance(block, Heading) and block.item)
    for block in paper.blocks:
        _write(document, block, marks)
    stream = BytesIO()
    document.save(stream)
    return _settled(stream.getvalue())


def bookmarks(items: Iterable[str]) -> dict[str, str]:
    """Return the name of the bookmark of each item: letters, digits and low lines, at most 40."""
    found = {}
    for item in items:
        name = "item_" + item.replace("-", "_")
        if len(name) > LONGEST_NAME:
            name = f"{name[: LONGEST_NAME - 9]}_{sha256(item.encode()).hexdigest()[:8]}"
        found[item] = name
    return found


def _properties(document: Any, paper: Paper) -> None:
    made = datetime.fromisoformat(paper.day)
    core = document.core_properties
    for name in ("author", "last_modified_by", "comments", "category", "subject", "title", "version"):
        setattr(core, name, "")
    core.keywords = SIGN
    core.created = core.modified = made
    core.revision = 1


def _page(document: Any, paper: Paper) -> None:
    """Set the page: A4, the warning at the top, the number at the bottom, the watermark behind."""
    from docx.oxml import parse_xml  # noqa: PLC0415  # a large library, needed here only
    from docx.shared import Cm, Pt  # noqa: PLC0415  # the same

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    head = section.header.paragraphs[0]
    run = head.add_run(paper.warning)
    run.bold, run.font.size = True, Pt(9)
    head._p.append(parse_xml(_WATERMARK.format(names=_NAMESPACES, words=paper.watermark)))  # noqa: SLF001  # what python-docx has no word for
    foot = section.footer.paragraphs[0]
    foot.add_run("Page ")
    field = f'<w:fldSimple {_NAMESPACES} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    foot._p.append(parse_xml(field))  # noqa: SLF001  # the same
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(11)


def _write(document: Any, block: Block, marks: dict[str, str]) -> None:
    from docx.shared import Cm  # noqa: PLC0415  # a large library, needed here only

    if isinstance(block, Heading):
        paragraph = document.add_heading(level=block.level)
        if block.item:
            _bookmark(paragraph, marks[block.item], list(marks).index(block.item) + 1)
        _pieces(paragraph, block.pieces)
    elif isinstance(block, Table):
        _table(document, block)
    elif isinstance(block, Paragraph):
        paragraph = document.add_paragraph()
        if block.marker:
            paragraph.add_run(f"{block.marker}\t")
            paragraph.paragraph_format.first_line_indent = Cm(-_INDENT)
        depth = block.depth + (block.style in {"boxed", "quoted"})
        if depth:
            paragraph.paragraph_format.left_indent = Cm(_INDENT * depth)
        if block.style == "boxed":
            _edge(paragraph)
        _pieces(paragraph, block.pieces, mono=block.style == "code")


def _table(document: Any, block: Table) -> None:
    columns = max((len(row) for row in block.rows), default=0)
    if not columns:
        return
    table = document.add_table(rows=0, cols=columns, style="Table Grid")
    for row in block.rows:
        cells = table.add_row().cells
        for cell, pieces in zip(cells, row, strict=False):
            _pieces(cell.paragraphs[0], pieces)
    document.add_paragraph()


def _pieces(paragraph: Any, pieces: Iterable[Piece], *, mono: bool = False) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415  # a large library, needed here only
    from docx.oxml.ns import qn  # noqa: PLC0415  # the same

    for piece in pieces:
        run = paragraph.add_run(_UNPRINTABLE.sub("", piece.text))
        run.bold, run.italic = piece.bold or None, piece.italic or None
        if mono:
            run.font.name = "Consolas"
        if piece.shaded:
            shade = OxmlElement("w:shd")
            for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", _SHADE)):
                shade.set(qn(name), value)
            run._r.get_or_add_rPr().append(shade)  # noqa: SLF001  # what python-docx has no word for


def _bookmark(paragraph: Any, name: str, number: int) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415  # a large library, needed here only
    from docx.oxml.ns import qn  # noqa: PLC0415  # the same

    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(number))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), name)
        paragraph._p.append(mark)  # noqa: SLF001  # what python-docx has no word for


def _edge(paragraph: Any) -> None:
    """Draw a line at the left of a paragraph."""
    from docx.oxml import parse_xml  # noqa: PLC0415  # a large library, needed here only

    edge = f'<w:pBdr {_NAMESPACES}><w:left w:val="single" w:sz="18" w:space="6" w:color="404040"/></w:pBdr>'
    paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001  # what python-docx has no word for
        parse_xml(edge), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _settled(raw: bytes) -> bytes:
    """Return the same file without the picture of somebody else's page, and without a clock."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            if name in _LEFT_OUT:
                continue
            content = before.read(name)
            if name == "_rels/.rels":
                content = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", content)
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, content)
    return stream.getvalue()
