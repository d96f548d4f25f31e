"""Finished HTML kept away from the Markdown parser of the site, and put in place after it.

What a macro returns is Markdown: headings, each a line with an id, and between them finished HTML. The
parser would read that HTML again, slowly, so it sees an empty `<div data-slot>` instead. Only macros can
make one: records give no HTML, and docs/ may hold none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from editions.entities import unescape

HEADING = re.compile(r"^(#{1,6}) (.*) \{#([a-z0-9-]+)\}$", re.MULTILINE)
"""A heading as `macros.texts.prose.heading` writes it."""

SLOT = re.compile(r'<div data-slot="([0-9]+)"></div>')
_BLOCK = re.compile(
    r"<(?:address|article|aside|blockquote|details|div|dl|figure|footer|form|h[1-6]|header|hr|main|nav|ol|p|pre"
    r"|section|table|ul)\b"
)
_ROOTED = re.compile(r'(?<=[\s"])((?:href|src|action)=")/(?!/)')
_TABLE = re.compile(r"<table>\n(<thead>.*?</thead>)?.*?</table>", re.DOTALL)
_HEAD = re.compile(r"<th[^>]*>(.*?)</th>", re.DOTALL)
_SWITCHES = re.compile(r'<input class="md-toggle"[^>]*>\s*|<label class="md-overlay"[^>]*></label>\s*')
_STYLE = re.compile(r' style="text-align: (left|center|right);"')
_ANCHOR = re.compile(r'\bid="([^"]+)"')


def held(markdown: str, first: int) -> tuple[str, dict[str, str]]:
    """Return Markdown with a slot for each HTML block, and the blocks by slot, numbered from `first`.

    Words and HTML within a line are left as they are.
    """
    blocks: dict[str, str] = {}
    out: list[str] = []
    position = 0
    stands_alone = False
    for heading in [*HEADING.finditer(markdown), None]:
        between = markdown[position : heading.start() if heading else len(markdown)].strip()
        if _BLOCK.match(between):
            name = str(first + len(blocks))
            blocks[name] = between
            between = f'<div data-slot="{name}"></div>'
            stands_alone = True
        if between:
            out.append(between)
        if heading:
            out.append(heading[0])
            stands_alone = True
            position = heading.end()
    joined = "\n\n".join(out)
    # The words of a macro may stand within a line of a hand-written page, which they must not break.
    return (f"\n\n{joined}\n\n" if stands_alone else joined), blocks


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page."""

    level: int
    id: str
    words: str
    """As HTML."""


def finished(markdown: str, permalink: str) -> tuple[tuple[Heading, ...], str] | None:
    """Return the headings of a whole page and, as HTML, all that follows its title; None for other text.

    The Markdown parser would write the very same, slowly: the words of a heading hold nothing that it reads.
    `permalink` is the title of the link that each heading ends with.
    """
    found = list(HEADING.finditer(markdown))
    headings = tuple(Heading(len(each[1]), each[3], each[2].strip()) for each in found)
    if [each.level for each in headings if each.level == 1] != [1] or headings[0].level != 1:
        return None
    starts = [each.start() for each in found]
    between = [
        markdown[start:end].strip()
        for start, end in zip([0, *(each.end() for each in found)], [*starts, len(markdown)], strict=True)
    ]
    if between[0] or not all(_BLOCK.match(block) for block in between[1:] if block):
        return None
    out = between[1]
    for heading, block in zip(headings[1:], between[2:], strict=True):
        link = f'<a class="headerlink" href="#{heading.id}" title="{permalink}">&para;</a>'
        out += "\n\n" if out.endswith("</div>") else "\n"
        out += f'<h{heading.level} id="{heading.id}">{heading.words}{link}</h{heading.level}>'
        out += f"\n{block}" if block else ""
    return headings, out.strip()


def aligned(html: str) -> str:
    """Return HTML of Markdown whose tables scroll by themselves and have cells that are aligned by class.

    The policy of a page forbids styles, and a wide table would make a narrow page wide.
    """
    return _TABLE.sub(_in_region, _STYLE.sub(r' class="align-\1"', html))


def _in_region(table: re.Match[str]) -> str:
    """Return a table in a region that the keyboard can reach, named by the columns."""
    names = ", ".join(filter(None, (without_tags(each[1]) for each in _HEAD.finditer(table[1] or ""))))
    name = escape(unescape(f"Table: {names}" if names else "Table"))
    return f'<div class="table-scroll" tabindex="0" role="group" aria-label="{name}">\n{table[0]}\n</div>'


def without_switches(html: str) -> str:
    """Return a finished page without the hidden switches that only the theme's own script would turn."""
    return _SWITCHES.sub("", html)


def without_tags(text: str) -> Markup:
    """Return HTML without its tags, and with its entities."""
    return Markup(" ".join(re.sub(r"<[^>]*>", "", str(text)).split()))  # noqa: S704  # It is HTML already.


def filled(html: str, blocks: dict[str, str]) -> tuple[str, frozenset[str]]:
    """Return HTML with the blocks in their slots, and the slots that were not found."""
    missing = set(blocks)

    def fill(match: re.Match[str]) -> str:
        missing.discard(match[1])
        return blocks.get(match[1], match[0])

    return SLOT.sub(fill, html), frozenset(missing)


def rebased(html: str, page: str) -> str:
    """Return HTML in which addresses from the root of the site are relative to a page.

    `page` is the address of the page without a leading `/`: `meetings/2026-03-12-executive/`. So a site
    works under any path of a host. Text cannot be mistaken for an address, for its quotes are escaped.
    """
    return rooted(html, "../" * page.count("/") or "./")


def rooted_address(address: str, page: str) -> str:
    """Return an address from the root of the site relative to a page; one elsewhere as it is."""
    return f"{'../' * page.count('/') or './'}{address[1:]}" if address.startswith("/") else address


def rooted(html: str, prefix: str) -> str:
    """Return HTML in which addresses from the root of the site begin with a prefix that ends in `/`."""
    return _ROOTED.sub(lambda match: match[1] + prefix, html)


def anchors(html: str) -> frozenset[str]:
    """Return the ids in finished HTML."""
    return frozenset(_ANCHOR.findall(html))
