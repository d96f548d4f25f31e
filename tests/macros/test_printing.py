"""The PDF of a document says what its page says, can be read aloud, stands by itself and stays the same."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest

from editions.datasets import Dataset, Entry
from editions.frozen import Edition, freeze
from editions.kinds import PUBLIC_KINDS
from editions.typesetting import typeset
from macros.kinds import KINDS
from macros.printing.documents import LAYOUT, STANDING, is_printed, print_edition
from macros.printing.glyphs import COVERED, spelled
from macros.printing.trees import tree
from tests.macros.samples import MEETING, PARTNERSHIP, sample

SITE = "https://larkmere.example/pages/"
DAY = "2026-04-02"
PRINTED = [kind for kind in KINDS if is_printed(kind)]

MADE_UP = "Made up: this partnership does not exist."


def edition_of(kind: str, plain: dict[str, Any], note: str = "First published.") -> Edition:
    return freeze(kind, PUBLIC_KINDS[kind].model_validate(plain), number=2, date=DAY, note=note)


def of_sample(kind: str) -> Edition:
    """Return an edition of the first record of a kind in the sample."""
    record = next(entry.record for entry in sample().kinds[kind] if entry.record is not None)
    return freeze(kind, record, number=2, date=DAY, note="First published.")


def printed(edition: Edition, standing: Dataset | None = None) -> bytes:
    content = print_edition(edition, standing or sample(), SITE)
    assert content is not None
    return content


def meeting(**values: Any) -> bytes:
    """Return the PDF of the sample's meeting with other values."""
    return printed(edition_of("meetings", {**MEETING, **values}))


def pages_of(content: bytes) -> list[str]:
    """Return the words of each page as pdfium reads them."""
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def text_of(content: bytes) -> str:
    """Return the words of a PDF on one line."""
    return " ".join(" ".join(pages_of(content)).split())


def standing_with(**changes: Any) -> Dataset:
    """Return the sample with a partnership that has other values."""
    partnership = PUBLIC_KINDS["partnership"].model_validate({**PARTNERSHIP, **changes})
    return replace(
        sample(), kinds={**sample().kinds, "partnership": (Entry(partnership.id, partnership, ()),)}
    )


@pytest.mark.parametrize("kind", PRINTED)
def test_a_pdf_can_be_read_aloud(kind: str) -> None:
    """It is tagged, has title and language, and says that it is PDF/UA; its fonts are all inside it."""
    reader = pypdf.PdfReader(io.BytesIO(printed(of_sample(kind))))
    root: Any = reader.trailer["/Root"]

    assert str(root["/MarkInfo"]["/Marked"]) == "True"
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title
    assert reader.xmp_metadata is not None
    assert b"<pdfuaid:part>1</pdfuaid:part>" in reader.xmp_metadata.stream.get_data()
    assert reader.outline
    fonts = [font for page in reader.pages for font in page["/Resources"]["/Font"].values()]  # type: ignore[index,union-attr]  # pypdf's objects
    inner = [each.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"] for each in fonts]
    assert inner
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(each.get_object()) for each in inner)


@pytest.mark.parametrize("kind", PRINTED)
def test_every_page_says_whose_it_is_and_where_it_stands(kind: str) -> None:
    """Partnership, that it is made up, permalink, edition and page number stand on each page."""
    edition = of_sample(kind)
    pages = pages_of(printed(edition))

    for number, page in enumerate(pages, 1):
        assert PARTNERSHIP["name"] in page
        assert MADE_UP in page
        assert f"{SITE}{kind}/{edition.id}/" in page
        assert "edition 2" in page
        assert f"Page {number} of {len(pages)}" in page


def test_a_real_partnership_is_not_called_made_up() -> None:
    assert MADE_UP not in text_of(printed(of_sample("meetings"), standing_with(fictional=False)))


def test_the_words_of_a_meeting_are_the_golden_ones(golden: Any) -> None:
    """Title, facts, contents, items, notices, decisions, worried about a child: in the order of reading."""
    actual = "\n\f\n".join(pages_of(printed(edition_of("meetings", MEETING))))

    assert actual == golden("printed__meeting.txt", actual)


def test_the_same_public_values_give_the_same_bytes_in_another_process() -> None:
    """Neither the clock, its zone, the language of the machine nor chance can change a byte."""
    words = (
        "import sys; from tests.macros.test_printing import of_sample, printed; "
        "sys.stdout.buffer.write(printed(of_sample('plans')))"
    )
    environment = {**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    other = subprocess.run(
        [sys.executable, "-c", words],
        env=environment,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
    )

    assert other.stdout == printed(of_sample("plans"))


def test_other_records_cannot_change_a_document() -> None:
    """It is made of its record, the partnership, the policy, the glossary and the titles of priorities."""
    alone = Dataset({kind: sample().kinds[kind] for kind in STANDING})

    for kind in PRINTED:
        assert printed(of_sample(kind), alone) == printed(of_sample(kind))


def test_without_partnership_or_policy_nothing_is_made() -> None:
    """Nobody would be named as the publisher, and no reason explained."""
    kinds = dict(sample().kinds)

    for missing in ("partnership", "policy"):
        left = Dataset({kind: found for kind, found in kinds.items() if kind != missing})
        assert print_edition(of_sample("meetings"), left, SITE) is None


HOSTILE = (
    '#read("/etc/passwd")',
    '#import "@preview/x:1.0.0": y',
    '#panic("stopped")',
    "$ x_1 ^ 2 $",
    "#{ 1 + 1 }",
    "] #text(size: 1pt)[ ]",
    "\\ \\u{41} ~ -- --- ... /* */ // @label <label>",
    "= Heading",
    "'\"\u201c",
    "\\u0022, \\u007d",
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_text_acts_as_typst_code(hostile: str) -> None:
    """Title, line, prose, note and name stand in the PDF as they were written."""
    plain = {**MEETING, "title": f"Meeting 2026 {hostile}", "place": f"Room {hostile}"}
    standing = standing_with(name=f"Partnership {hostile}")

    text = text_of(printed(edition_of("meetings", plain, note=f"Note {hostile}"), standing))

    written = " ".join(hostile.split())
    for place in ("Meeting 2026", "Room", "Partnership", "Note"):
        assert f"{place} {written}" in text
    assert "root:" not in text


def test_markdown_is_set_and_its_signs_are_gone() -> None:
    """Prose is CommonMark here as on the page: emphasis, lists, code, tables and quotations."""
    prose = (
        "A *leaning* and **heavy** word, `co#de $1`.\n\n1. one\n2. two\n\n> said\n\n```\n#let x = 1\n```\n\n"
        "| Area | Cases |\n|---|--:|\n| North | 7 |\n"
    )

    text = text_of(meeting(items=[{"id": "a", "title": "Prose", "text": prose}]))

    assert "A leaning and heavy word, co#de $1." in text
    assert "1. one 2. two said #let x = 1 Area Cases North 7" in text


def test_signs_that_no_font_draws_are_named() -> None:
    """No empty box stands for a sign; letters from right to left are drawn."""
    text = text_of(meeting(place="Room 😀👩\u200d👧 বাংলা ভাষা", items=[{"id": "a", "title": "שלום و مرحبا"}]))

    assert "Room ⟦grinning face, woman, girl, Bengali script⟧ (in person" in text
    assert "names signs that this file cannot show" in text
    assert "names signs that this file cannot show" not in text_of(meeting())
    assert any("\u05d0" <= sign <= "\u05ea" for sign in text)


def test_every_sign_that_is_said_to_be_drawn_is_drawn() -> None:
    """Typst refuses PDF/UA with a sign that it cannot draw, so the list of those that it can must be true."""
    ranges = [each for line in COVERED.read_text().splitlines()[1:] for each in line.split()]
    ends = [chr(int(end, 16)) for each in ranges for end in each.split("-")]
    body = [
        {"kind": "words", "style": "", "leftwards": False, "words": [{"as": style, "inside": [piece]}]}
        for sign in ends
        if not sign.isspace()
        for piece in [{"as": "text", "text": sign}]
        for style in ("strong", "emphasis", "code")
    ]
    document = {
        "title": "Signs",
        "author": "Larkmere",
        "description": "Signs",
        "date": {"year": 2026, "month": 1, "day": 1},
        "language": "en",
        "region": "gb",
        "notice": "",
        "permalink": SITE,
        "edition": "1",
        "labels": {"contents": "Contents", "edition": "edition", "page": "Page", "of": "of"},
        "opening": [],
        "contents": 0,
        "body": body,
    }

    assert len(pages_of(typeset(LAYOUT, "document", document, "2026-01-01", "ua-1"))) > 1
    assert spelled("".join(ends)) == "".join(ends)


def test_a_table_of_many_columns_stands_on_its_side() -> None:
    """Every cell of twelve columns is there, and its page is wider than high."""
    head = "|" + "|".join(f"Column {n}" for n in range(12)) + "|\n" + "|---" * 12 + "|\n"
    rows = "".join("|" + "|".join(f"safeguarding{row}x{n}" for n in range(12)) + "|\n" for row in range(30))

    content = meeting(items=[{"id": "a", "title": "Wide", "text": f"Before.\n\n{head}{rows}\nAfter."}])

    boxes = [page.mediabox for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    assert any(box.width > box.height for box in boxes)
    joined = (
        "".join("".join(pages_of(content)).split())
        .replace("-", "")
        .replace("\u00ad", "")
        .replace("\ufffe", "")
    )
    assert all(f"safeguarding{row}x{n}" in joined for row in range(30) for n in range(12))


def test_a_very_long_minute_is_set_to_its_end() -> None:
    """120 kB of minutes and 35 people: the last words stand there, and pages are counted."""
    prose = "\n\n".join(
        f"Paragraph {n}. " + "The partners talked about it at length. " * 5 for n in range(560)
    )
    people = [{"name": f"Guest {n}", "status": "present", "post": "Head of something"} for n in range(35)]

    text = text_of(meeting(attendance=people, items=[{"id": "a", "title": "Long", "text": prose}]))

    assert len(prose) > 120_000
    assert "Paragraph 559. The partners" in text
    assert all(f"Guest {n} Head" in text for n in range(35))


def test_headings_leave_no_level_out() -> None:
    """A heading of the sixth level below one of the second would be refused by PDF/UA."""
    content = meeting(items=[{"id": "a", "title": "Top", "text": "###### Deep\n\nWords.\n\n# High\n\nMore."}])

    assert "Deep Words. High More." in text_of(content)


def test_a_heading_within_a_block_stops_no_document() -> None:
    """Somebody divides a summary, which stands before all headings, or quotes a heading of some depth."""
    content = meeting(
        summary="In short.\n\n## Neglect\n\nWords.",
        items=[{"id": "a", "title": "Top", "text": "> ###### Quoted\n>\n> Said.\n\n###### Deep\n\nMore."}],
    )

    text = text_of(content)
    assert "In short. Neglect Words." in text
    assert "Quoted Said. Deep More." in text
    assert str(pypdf.PdfReader(io.BytesIO(content)).outline).count("Neglect") == 0


def test_links_lead_to_places_inside_or_whole_addresses() -> None:
    """A PDF is opened anywhere, so no address in it is relative, and none leads to what is not there."""
    content = printed(edition_of("meetings", MEETING))

    links = [
        note.get_object()
        for page in pypdf.PdfReader(io.BytesIO(content)).pages
        for note in page.get("/Annots", ())
    ]
    addresses = {str(each["/A"]["/URI"]) for each in links if "/URI" in each.get("/A", {})}
    assert any("/Dest" in each or "/D" in each.get("/A", {}) for each in links)
    assert f"{SITE}withheld/#reason-personal" in addresses
    assert all(each.startswith(("https://", "mailto:", "tel:")) for each in addresses)


def test_only_what_is_known_is_kept_of_html() -> None:
    """Scripts, drawings and links of the page go; words in unknown tags stay."""
    html = (
        "<div><script>bad()</script><svg><text>drawn</text></svg><blink>kept</blink>"
        '<a class="headerlink" href="#x">¶</a><p>to <a href="javascript:bad()">nowhere</a></p></div>'
    )

    plain = str(tree(html))

    assert "kept" in plain
    assert "nowhere" in plain
    assert all(word not in plain for word in ("bad", "drawn", "¶", "javascript"))
