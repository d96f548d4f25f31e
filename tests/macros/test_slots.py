"""Finished HTML goes round the Markdown parser and comes back unchanged."""

from __future__ import annotations

import string
from typing import Any

import markdown
import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown.extensions.toc import nest_toc_tokens

from editions.marks import is_public
from macros.settings import BASE
from macros.texts import slots
from macros.texts.prose import heading
from macros.texts.slots import anchors, filled, finished, held, rebased, rooted
from tests.macros.sites import EVIL

SPECIAL = st.text(st.sampled_from(string.punctuation + "ab \n"), max_size=20)


def test_headings_stay_and_blocks_become_slots() -> None:
    """The Markdown keeps its headings; each block is put back where it was."""
    page = "# One {#one}\n\n<div>\n\n*a*\n</div>\n\n## Two {#two}\n\n<p>b</p>"
    shown, blocks = held(page, 4)

    assert shown == (
        '\n\n# One {#one}\n\n<div data-slot="4"></div>\n\n## Two {#two}\n\n<div data-slot="5"></div>\n\n'
    )
    assert filled(shown, blocks) == (f"\n\n{page}\n\n", frozenset())


def test_words_stay_in_their_line() -> None:
    """A macro that gives words, or a link, does not break the line that it stands in."""
    assert held('<a href="x">three</a> meetings', 0) == ('<a href="x">three</a> meetings', {})


def test_a_slot_that_is_not_found_is_told() -> None:
    """A block whose slot went missing is reported, and a slot that nobody made stays as it is."""
    assert filled('<div data-slot="9"></div>', {"0": "<p>"}) == (
        '<div data-slot="9"></div>',
        frozenset({"0"}),
    )


def test_addresses_from_the_root_become_relative() -> None:
    """An address works under any path of a host; those of other hosts and text are left alone."""
    html = '<a class="x" href="/meetings/">href="/x"</a><a href="//host/"></a><a href="#a"></a>'.replace(
        '>href="/x"', ">href=&#34;/x&#34;"
    )

    assert rebased(html, "meetings/a/") == html.replace('"/meetings/', '"../../meetings/')
    assert rebased(html, "") == html.replace('"/meetings/', '"./meetings/')
    assert rooted(html, "/board/") == html.replace('"/meetings/', '"/board/meetings/')


def test_the_places_of_a_block_can_be_linked_to() -> None:
    """The ids of a block are known, so that a link to one is not taken for broken."""
    assert anchors('<div id="action-a"><p id="b">id=c</p></div>') == {"action-a", "b"}


SETTINGS = yaml.safe_load(BASE.read_text("utf-8"))
TOC = next(each["toc"] for each in SETTINGS["markdown_extensions"] if isinstance(each, dict))
HEADINGS = st.lists(
    st.tuples(st.integers(2, 6), st.one_of(SPECIAL, st.text(max_size=20), st.just(EVIL)), st.booleans())
)


@given(st.tuples(st.just(1), st.one_of(SPECIAL, st.text(max_size=20)), st.booleans()), HEADINGS)
def test_headings_are_what_the_parser_makes_of_them(
    title: tuple[int, str, bool], others: list[tuple[int, str, bool]]
) -> None:
    """A page put together without the parser has the HTML and the contents that it has with it."""
    texts = [(level, f"a {text}", block) for level, text, block in (title, *others)]
    assume(all(is_public(text) for _, text, _ in texts))
    page = "\n\n".join(
        heading(level, text, f"i{number}") + ("\n\n<div>x</div>" if block else "")
        for number, (level, text, block) in enumerate(texts)
    )
    shown, blocks = held(page, 0)
    parser = markdown.Markdown(extensions=["attr_list", "toc"], extension_configs={"toc": TOC})
    expected, missing = filled(parser.convert(shown), blocks)
    whole = finished(page, TOC["permalink_title"])

    assert (whole is not None, missing) == (True, frozenset())
    assert whole is not None
    headings, rest = whole
    assert expected.partition("</h1>")[2].strip() == rest
    tokens = [
        {"level": each.level, "id": each.id, "name": each.words} for each in headings if each.level <= 3
    ]
    keys = ("level", "id", "name")
    assert _flat(nest_toc_tokens(tokens), keys) == _flat(parser.toc_tokens, keys)  # type: ignore[attr-defined]


def _flat(tokens: Any, keys: tuple[str, ...]) -> list[Any]:
    return [([each[key] for key in keys], _flat(each["children"], keys)) for each in tokens]


@pytest.mark.parametrize(
    "page",
    [
        "",
        "words",
        "<div>x</div>",
        "## Not a title {#a}",
        "# Title {#a}\n\nwords",
        "words\n\n# Title {#a}",
        "# Title {#a}\n\n# Another {#b}",
    ],
)
def test_what_is_no_whole_page_is_left_to_the_parser(page: str) -> None:
    """Words outside a block, and pages without one title, take the long way."""
    assert finished(page, "Link") is None


def test_a_table_of_markdown_is_aligned_by_class() -> None:
    """The policy of a page forbids the styles that the Markdown parser writes."""
    html = markdown.markdown("|a|b|\n|:--|--:|\n|1|2|\n", extensions=["tables"])

    assert 'style="' in html
    assert slots.aligned(html).count('class="align-') == 4
    assert 'style="' not in slots.aligned(html)


def test_a_table_of_markdown_scrolls_by_itself_and_has_a_name() -> None:
    """A wide table of a hand-written page makes no page wide; it is named by its columns."""
    head = "<tr>\n<th>Who &amp; what</th>\n<th><em>Day</em></th>\n</tr>"
    html = f"<p>a</p>\n<table>\n<thead>\n{head}\n</thead>\n</table>\n"
    shown = slots.aligned(html + html)

    assert shown.count('<div class="table-scroll" tabindex="0" role="group" aria-label="') == 2
    assert shown.count('aria-label="Table: Who &amp; what, Day">\n<table>') == 2
    assert shown.count("</table>\n</div>") == 2


def test_the_hidden_switches_of_the_theme_are_taken_out() -> None:
    """Boxes that nobody sees and no script reads are no part of a page."""
    html = (
        '<body>\n<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off">\n'
        '<label class="md-overlay" for="__drawer"></label>\n<input class="other"></body>'
    )
    assert slots.without_switches(html) == '<body>\n<input class="other"></body>'
