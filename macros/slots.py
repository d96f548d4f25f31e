"""Finished HTML kept away from the Markdown parser of the site, and put in place after it.

What a macro returns is Markdown: headings, each a line with an id, and between them finished HTML. The
parser would read that HTML again, slowly, so it sees an empty `<div data-slot>` instead. Only macros can
make one: records give no HTML, and docs/ may hold none.
"""

from __future__ import annotations

import re

HEADING = re.compile(r"^#{1,6} .* \{#[a-z0-9-]+\}$", re.MULTILINE)
"""A heading as `macros.prose.heading` writes it."""

SLOT = re.compile(r'<div data-slot="([0-9]+)"></div>')
_BLOCK = re.compile(
    r"<(?:address|article|aside|blockquote|details|div|dl|figure|footer|form|h[1-6]|header|hr|main|nav|ol|p|pre"
    r"|section|table|ul)\b"
)
_ROOTED = re.compile(r'(?<=[\s"])((?:href|src|action)=")/(?!/)')
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


def rooted(html: str, prefix: str) -> str:
    """Return HTML in which addresses from the root of the site begin with a prefix that ends in `/`."""
    return _ROOTED.sub(lambda match: match[1] + prefix, html)


def anchors(html: str) -> frozenset[str]:
    """Return the ids in finished HTML."""
    return frozenset(_ANCHOR.findall(html))
