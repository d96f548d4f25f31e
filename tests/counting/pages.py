"""The pages of a built site as a reader finds them: their words, their links, and their bare numbers."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import html

BARE = re.compile(r"\d[\d,.]*%?|\d+ of \d+( done)?|\d+ open")
"""The words of an element that is nothing but a number."""


@dataclass(frozen=True)
class Page:
    """A page and where it stands."""

    address: str
    """From the root of the site, without the `/` at both ends: `actions/open`."""

    tree: Any

    def target(self, link: str) -> str:
        """Return where a link leads, from the root of the site: `meetings/x#action-y`."""
        path, mark, part = link.partition("#")
        there = posixpath.normpath(posixpath.join(self.address, path)) if path else self.address
        return f"{there}{mark}{part}"

    def link_in(self, element: Any) -> str:
        """Return where the first link in an element leads; the page itself without one."""
        links = element.xpath(".//a/@href")
        return self.target(links[0]) if links else self.address


def read_pages(site: Path) -> tuple[Page, ...]:
    """Return the pages of a site in the order of their addresses."""
    return tuple(
        Page(path.parent.relative_to(site).as_posix(), html.fromstring(path.read_text("utf-8")))
        for path in sorted(site.rglob("index.html"))
    )


def words(element: Any) -> str:
    """Return the words of an element, one blank between two."""
    return " ".join("".join(element.itertext()).split())


def cells(row: Any) -> tuple[str, ...]:
    """Return the words of each cell of a row."""
    return tuple(words(each) for each in row.xpath("./th | ./td"))


def rows(table: Any) -> tuple[tuple[str, ...], ...]:
    """Return the words of the cells of the body of a table."""
    return tuple(cells(row) for row in table.xpath("./tbody/tr"))


def heads(table: Any) -> tuple[str, ...]:
    """Return the words of the heads of a table."""
    return tuple(words(each) for each in table.xpath("./thead/tr/th"))


def caption(element: Any) -> str:
    """Return the caption of the table that an element is, or stands in."""
    return words(found[0]) if (found := element.xpath("ancestor-or-self::table[1]/caption")) else ""


def bare_numbers(page: Page) -> Iterator[Any]:
    """Yield each innermost element of a page that holds a number and nothing else."""
    for element in page.tree.xpath("//body//*[not(*) and not(self::script or self::style)]"):
        if isinstance(element.tag, str) and BARE.fullmatch(words(element)):
            yield element


def numbers(texts: Iterator[str] | tuple[str, ...] | list[str]) -> frozenset[str]:
    """Return the numbers in some texts."""
    return frozenset(number for text in texts for number in re.findall(r"\d+", text))
