"""Public text becomes HTML in which nothing that a record holds can act."""

from __future__ import annotations

import re
import string

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.marks import is_public
from editions.prose import may_link_to, problems_in
from macros.texts.prose import heading, html, line, notice, plain
from tests.macros.sites import EVIL, Reading

REASONS = {"personal": "information about a person"}
NOTICE = (
    '<span class="withheld"><a href="/withheld/#reason-personal">'
    "Withheld: information about a person</a></span>"
)
BLOCK = '<div id="action-toolkit">Publish it.</div>\n'
HARMLESS_TAGS = set(
    "p strong em a span ul ol li h3 h4 h5 h6 blockquote pre code table thead tbody tr th td div br hr".split()  # noqa: SIM905  # Short enough to be read.
)
SPECIAL = st.text(st.sampled_from(string.punctuation + "ab \n"), max_size=40)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[[withheld personal]]", f'<p class="withheld-block">{NOTICE}</p>\n'),
        ("a [[withheld personal]] b", f"<p>a {NOTICE} b</p>\n"),
        ("**[[withheld personal]]**", f"<p><strong>{NOTICE}</strong></p>\n"),
        ("# [[withheld personal]]", f"<h3>{NOTICE}</h3>\n"),
        ("- [[withheld personal]]", f"<ul>\n<li>{NOTICE}</li>\n</ul>\n"),
    ],
)
def test_a_notice_stands_where_its_mark_was(text: str, shown: str) -> None:
    """A withheld mark is shown in place: alone, in a sentence, in emphasis, in a heading, in a list."""
    assert html(text, REASONS) == shown


def test_a_notice_stands_in_the_cell_of_a_table() -> None:
    """A withheld mark in a table leaves the other cells and the alignment as they were."""
    shown = html("| a | b |\n|---|--:|\n| [[withheld personal]] | 2 |", REASONS)

    assert NOTICE in shown
    assert '<td class="align-right">2</td>' in shown
    assert "style=" not in shown


def test_a_table_can_be_scrolled_with_the_keyboard() -> None:
    """A table stands in a group that takes the focus and is named by its columns."""
    region = Reading(html("| a & b | |\n|---|---|\n| c | d |", REASONS)).tags[0]

    assert region == (
        "div",
        {"class": "table-scroll", "tabindex": "0", "role": "group", "aria-label": "Table: a & b"},
    )


@pytest.mark.parametrize(
    ("first", "second", "heads"),
    [("North", "South", 2), ("North", "North", 0), ("North", "", 0), ("[[withheld personal]]", "South", 0)],
)
def test_the_first_cell_of_a_row_is_its_heading_where_it_names_the_row(
    first: str, second: str, heads: int
) -> None:
    """A first column that is whole and says something else in each row holds the headings of the rows."""
    shown = html(f"| Area | Cases |\n|---|--:|\n| {first} | 7 |\n| {second} | 5 |", REASONS)

    assert shown.count('<th scope="row">') == heads
    assert shown.count("</th>") == heads + 2


def test_a_column_without_a_name_has_no_heading() -> None:
    """An empty heading would be read out as one; a withheld one is a heading."""
    shown = html("| | Cases | [[withheld personal]] |\n|---|--:|---|\n| North | 7 | 8 |", REASONS)

    assert (shown.count('scope="col"'), shown.count("<td></td>")) == (2, 1)
    assert shown.count("<td") == shown.count("</td>")


def placed(kind: str, name: str) -> str:
    """Place the block of one action, and of nothing else."""
    return BLOCK if (kind, name) == ("action", "toolkit") else ""


def test_a_placement_alone_becomes_its_block() -> None:
    """A paragraph that is nothing but a placement gives way to the block."""
    assert html("[[action toolkit]]", REASONS, placed) == BLOCK


def test_a_placement_in_a_sentence_becomes_a_link_to_its_block() -> None:
    """Among words a placement is a link, and the block follows the paragraph."""
    shown = html("We agreed [[action toolkit]] today.", REASONS, placed)

    assert shown == (f'<p>We agreed <a href="#action-toolkit">action</a> today.</p>\n{BLOCK}')


def test_a_mark_in_code_stays_text() -> None:
    """In code a mark is shown as it is typed, and the check says so."""
    assert html("`[[withheld personal]]`", REASONS) == "<p><code>[[withheld personal]]</code></p>\n"
    assert [flaw.wording.code for flaw in problems_in("`[[withheld personal]]`")] == ["prose-mark-hidden"]


def test_headings_in_prose_go_below_the_page_and_have_no_id() -> None:
    """The highest heading of a text gets the level that is asked for, the others keep their distance."""
    shown = Reading(html("# One\n\n## Two\n\n### Three", REASONS, level=4))

    assert shown.tags == [("h4", {}), ("h5", {}), ("h6", {})]


@pytest.mark.parametrize(
    "text",
    [
        EVIL,
        "<!-- x -->",
        "[a](javascript:alert(1))",
        "[a](data:text/html,x)",
        "[a](//host/x)",
        "{% include 'x' %}",
    ],
)
def test_hostile_text_is_shown_as_text(text: str) -> None:
    """Nothing that looks like a tag, an address, an attribute or a template does anything."""
    shown = Reading(html(text, REASONS))

    assert shown.tags == [("p", {})]


@given(st.builds("".join, st.lists(st.one_of(SPECIAL, st.sampled_from([EVIL, "[[", "<!--"])))))
def test_no_text_gives_a_tag_or_attribute_of_its_own(text: str) -> None:
    """Whatever public text holds, the tags are ours and the attributes those that we write."""
    if not is_public(text):
        with pytest.raises(ValueError, match="not public"):
            html(text, REASONS)
        return
    shown = Reading(html(text, REASONS))

    assert {tag for tag, _ in shown.tags} <= HARMLESS_TAGS
    names = {name for _, attributes in shown.tags for name in attributes}
    assert names <= {"href", "class", "rel", "title", "start", "scope", "tabindex", "role", "aria-label"}
    assert all(may_link_to(each) or each.startswith("/withheld/") for each in shown.with_attribute("href"))


def test_a_link_elsewhere_does_not_hand_over_the_window() -> None:
    """A link to another site has `rel="noopener"`; one within the page has not."""
    shown = Reading(html("[a](https://x.example/) [b](#first)", REASONS))

    assert shown.tags[1:] == [
        ("a", {"href": "https://x.example/", "rel": "noopener"}),
        ("a", {"href": "#first"}),
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Plain **words**, a < b, and [a page](https://x.example/).", []),
        ("<b>bold</b>", ["prose-html"]),
        ("a <!-- note --> b", ["prose-comment"]),
        ("![a plan](https://x.example/plan.png)", ["prose-image"]),
        ("[a](javascript:x)", ["prose-link"]),
        ("[a](//host/x)", ["prose-link"]),
        ("[a](/meetings/)", ["prose-link"]),
        ("[a](<https://x.example/[[withheld personal]]>)", ["prose-mark-hidden"]),
        ("    [[withheld personal]]", ["prose-mark-hidden"]),
    ],
)
def test_what_a_public_text_may_not_hold_is_named(text: str, codes: list[str]) -> None:
    """HTML, comments, images, odd links and hidden marks are named before a text is signed off."""
    assert [flaw.wording.code for flaw in problems_in(text)] == codes


def test_the_line_of_a_flaw_is_given() -> None:
    """A flaw says in which line of the text it is."""
    assert [flaw.line for flaw in problems_in("One.\n\nTwo.\n\n<b>three</b>")] == [5]


def test_a_line_has_marks_and_no_markdown() -> None:
    """In a line the signs of Markdown are signs."""
    assert line("*a* [[withheld personal]] <b>", REASONS) == f"*a* {NOTICE} &lt;b&gt;"


def test_a_notice_says_the_same_wherever_it_stands() -> None:
    """In plain text, in a link and alone the words of a notice are those of the reason."""
    assert plain("a [[withheld personal]]", REASONS) == "a [Withheld: information about a person]"
    assert notice("personal", REASONS, linked=False) == (
        '<span class="withheld">Withheld: information about a person</span>'
    )


def test_a_reason_that_is_not_published_is_not_named() -> None:
    """The id of a reason that the public policy does not have is shown nowhere."""
    assert notice("unheard-of", REASONS) == '<span class="withheld">Withheld</span>'


@given(st.one_of(SPECIAL, st.text(max_size=30), st.just(EVIL)))
def test_a_heading_is_only_ever_its_words(text: str) -> None:
    """Python-Markdown, with attribute lists, gives one heading with our id and exactly the words."""
    text = re.sub(r"[\ud800-\udfff]", "", text)
    if not is_public(text) or not plain(text):
        return
    shown = Reading(
        markdown.markdown(heading(2, text, "here"), extensions=["attr_list", "tables", "admonition", "toc"])
    )

    assert shown.tags == [("h2", {"id": "here"})]
    assert shown.texts["h2"].split() == plain(text).split()


def test_a_heading_takes_only_an_id_for_its_anchor() -> None:
    """An anchor that is not an id is refused, for it could hold attributes."""
    with pytest.raises(ValueError, match="anchor"):
        heading(2, "Words", 'a onclick="x"')
