"""Finished HTML goes round the Markdown parser and comes back unchanged."""

from __future__ import annotations

from macros.slots import anchors, filled, held, rebased, rooted


def test_headings_stay_and_blocks_become_slots() -> None:
    """The Markdown keeps its headings; each block is put back where it was."""
    markdown = "# One {#one}\n\n<div>\n\n*a*\n</div>\n\n## Two {#two}\n\n<p>b</p>"
    shown, blocks = held(markdown, 4)

    assert shown == (
        '\n\n# One {#one}\n\n<div data-slot="4"></div>\n\n## Two {#two}\n\n<div data-slot="5"></div>\n\n'
    )
    assert filled(shown, blocks) == (f"\n\n{markdown}\n\n", frozenset())


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
