"""The page of a review is whole in itself, harmless whatever a record says, and says what it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from editions.published import read
from problems import Place
from records.loading import load
from redaction.review.pairs import rows_in
from redaction.review.review_pages import index_page, review_page, several_page
from redaction.review.reviewing import Glance, Review, State, review
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import scanner_for
from redaction.verifying.detections import detect
from redaction.watermarks import watermark
from tests.partnerships import DAY, copy_to, sign_off

OTHER = ("meetings", "2026-01-15-executive")
MEETING = ("meetings", "2026-03-12-executive")
FILE = "data/meetings/2026-03-12-executive.yml"
EMPTY = frozenset({"meta", "br", "link"})

HOSTILE = (
    "<script>alert(1)</script>",
    "{{ 7 * 191 }}",
    "{% include 'page.html' %}",
    "\"><img src=x onerror='alert(1)'>",
    "</style></td></table><iframe>",
    "&lt;b&gt; &amp;amp;",
)


class Reading(HTMLParser):
    """What a browser makes of a page: its tags, ids, links and headings, and the text of each public cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.open: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.attributes: set[str] = set()
        self.texts: dict[str, list[str]] = {"text public": [], "text private": []}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.attributes |= set(known)
        self.ids += [known["id"]] if "id" in known else []
        self.links += [known["href"]] if "href" in known else []
        self.headings += [int(tag[1])] if re.fullmatch(r"h[1-6]", tag) else []
        if tag not in EMPTY:
            self.open.append((tag, known.get("class", "")))
        if known.get("class") in self.texts:
            self.texts[known["class"]].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for _, name in self.open:
            if name in self.texts:
                self.texts[name][-1] += data


def read_page(page: str) -> Reading:
    reading = Reading()
    reading.feed(page)
    reading.close()
    assert reading.open == []
    return reading


def made(project: Path) -> Review:
    records, published = load(project), read(project)
    return review(records, published, scanner_for(harvest(records)), MEETING, DAY)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_to(tmp_path / "project")


def edit(project: Path, old: str, new: str) -> None:
    path = project / FILE
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_the_page_is_as_it_was(project: Path, golden: Callable[[Path | str, str], str]) -> None:
    """One review in full, signed off and changed since: read it when it changes, and `--regenerate`."""
    sign_off(project)
    edit(project, "The toolkit was approved.", "The toolkit was refused.")
    edit(project, "The form was merged in February.", "The secretchildren of Wharf Lane were seen.")
    page = review_page(made(project))

    body = re.sub(r"sha256-[^']+", "", page[: page.index("<style>")]) + page[page.index("</style>") :]
    assert body == golden("review.html", body)


def test_the_public_cells_hold_the_projection_to_the_byte(project: Path) -> None:
    found = made(project)
    assert found.unit is not None
    expected = [line.text for row in rows_in(found.unit) for line in row.public]

    assert read_page(review_page(found)).texts["text public"] == expected


def test_the_private_cells_hold_the_whole_text(project: Path) -> None:
    cells = read_page(review_page(made(project))).texts["text private"]

    assert any("withheld: the secretchildren of Wharf Lane end of withheld" in cell for cell in cells)
    assert any("The secretofficenote." in cell for cell in cells)


def test_several_reviews_stand_on_one_page(project: Path) -> None:
    """Every link leads somewhere, every id stands once, every record has its code and its watermark."""
    records, published = load(project), read(project)
    scanner = scanner_for(harvest(records))
    found = [review(records, published, scanner, key, DAY) for key in (MEETING, OTHER)]
    page = several_page(found, DAY)
    reading = read_page(page)

    assert [each for each in reading.links if each.removeprefix("#") not in reading.ids] == []
    assert len(set(reading.ids)) == len(reading.ids)
    assert [(one, two) for one, two in pairwise(reading.headings) if two > one + 1] == []
    assert reading.headings.count(1) == 1
    assert all(watermark(each.name, each.code, DAY) in page for each in found)
    assert f"Confidential: for the second person of 2 records, {DAY.isoformat()}" in page
    expected = [line.text for each in found if each.unit for row in rows_in(each.unit) for line in row.public]
    assert reading.texts["text public"] == expected


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_harmless(project: Path, text: str) -> None:
    """Text of a record is text, on both sides, in a note, and in a finding."""
    quoted = text.replace("'", "''")
    edit(project, "The secretofficenote.", f"'{quoted}'")
    edit(project, "chair: abara", f"chair: abara\nstatus_words: '{quoted}'")
    edit(project, "note: The secretreviewnote is for the office.", f"note: '{quoted}'")
    page = review_page(made(project))
    reading = read_page(page)

    assert {"script", "img", "iframe"} & set(reading.tags) == set()
    assert [name for name in reading.attributes if name.startswith("on")] == []
    assert [cell for cell in reading.texts["text private"] if text in cell] != []
    assert "1337" not in page
    if "<" not in text:
        assert text in reading.texts["text public"]


def test_the_page_asks_nobody_for_anything(project: Path) -> None:
    page = review_page(made(project))
    reading = read_page(page)

    assert {"script", "link", "img", "form", "iframe", "object"} & set(reading.tags) == set()
    assert {"src", "srcset", "action", "style"} & reading.attributes == set()
    assert [link for link in reading.links if not link.startswith("#")] == []
    assert re.findall(r"url\(|@import|https?:", page) == []
    assert "default-src 'none'; style-src 'sha256-" in page
    assert '<meta name="robots" content="noindex, nofollow, noarchive">' in page


def test_every_link_leads_somewhere_and_every_id_stands_once(project: Path) -> None:
    edit(project, "The form was merged in February.", "The secretchildren of Wharf Lane were seen.")
    reading = read_page(review_page(made(project)))

    assert [each for each in reading.links if each.removeprefix("#") not in reading.ids] == []
    assert len(set(reading.ids)) == len(reading.ids)
    assert {"#place-items-0-updates-0-note", "#finding-1", "#main"} <= set(reading.links)


def test_headings_go_down_one_level_at_a_time(project: Path) -> None:
    levels = read_page(review_page(made(project))).headings

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [(one, two) for one, two in pairwise(levels) if two > one + 1] == []


def test_the_watermark_stands_at_both_ends_and_between(project: Path) -> None:
    found = made(project)
    words = watermark(found.name, found.code, DAY)

    assert words.startswith("Confidential: for the second person of meetings/2026-03-12-executive, code ")
    assert words.endswith(f"code {found.code}, 2026-06-01")
    assert review_page(found).count(words) > 8


def test_a_site_that_holds_the_page_is_refused(project: Path) -> None:
    problems = detect("review/index.html", review_page(made(project)), lambda: "")

    assert ("site-page-private-view", Place("review/index.html")) in [
        (each.code, each.place) for each in problems
    ]


def test_a_record_that_cannot_be_read_has_a_page(project: Path) -> None:
    (project / FILE).write_text("title: [")
    page = review_page(made(project))

    assert "The record cannot be shown" in page
    assert "Stops a sign-off:" in page


@pytest.mark.long
def test_whatever_line_is_missing_there_is_a_page(project: Path) -> None:
    """A record that somebody is writing is broken most of the time; its review says so and never fails."""
    lines = (project / FILE).read_text().splitlines(keepends=True)
    for number in range(len(lines)):
        (project / FILE).write_text("".join(lines[:number] + lines[number + 1 :]))
        found = made(project)
        page = review_page(found)

        assert (found.code is not None) or found.errors, number
        assert page.endswith("</html>"), number


def test_the_list_of_records_says_how_each_stands() -> None:
    glances = [
        Glance("meetings", "one", State.CHANGED, "AAAA-BBBB", 2, 0),
        Glance("people", "two", State.UNCHANGED, "CCCC-DDDD", 0, 0),
    ]
    page = index_page(glances, date(2026, 6, 1), "All records")

    assert read_page(page).links == ["#main", "meetings/one", "people/two"]
    assert "has problems: 2" in page
    assert "2 records; 1 to look at." in page
