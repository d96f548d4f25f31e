"""Whether all that a finished site leads to is there: its pages, feeds, calendars, maps, data and styles."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

LEADING = frozenset({"href", "src", "action", "cite", "poster", "data"})
"""Attributes that lead somewhere."""

TEXTS = frozenset({".xml", ".ics", ".json", ".csv", ".txt"})
NAMES = frozenset({"partnership"})
"""What linked data calls the partnership on the home page: a name, not a place on a page."""

_FILES = re.compile(r"\.[a-z0-9]{2,5}$")
_STYLE = re.compile(r"url\(\s*[\"']?(?!data:)([^\"')]+)")


class _Page(HTMLParser):
    """The ids of a page and where it leads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.leads: set[str] = set()
        self.feed(html)

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids |= {values["id"]} if "id" in values else set()
        self.leads |= {values[name] for name in LEADING & set(values)}
        if values.get("http-equiv", "").lower() == "refresh":
            self.leads.add(values["content"].partition("url=")[2])
        if "srcset" in values:
            self.leads |= {each.split()[0] for each in values["srcset"].split(",")}


def broken(site: Path, address: str) -> list[str]:
    """Return what leads nowhere in a site published at `address`: the file, and where it leads."""
    pages = {path: _Page(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}
    found: list[str] = []
    for path in sorted(each for each in site.rglob("*") if each.is_file()):
        name = path.relative_to(site).as_posix()
        here = address + name.removesuffix("index.html")
        leads = (urljoin(here, each) for each in _leads(path, pages, address))
        found += [f"{name}: {each}" for each in sorted(set(leads)) if not _stands(each, site, address, pages)]
    return found


def _leads(path: Path, pages: Mapping[Path, _Page], address: str) -> Iterator[str]:
    """Yield where a file leads, as it says it."""
    if path in pages:
        yield from pages[path].leads
    if path.suffix == ".css":
        yield from _STYLE.findall(path.read_text("utf-8"))
    if path.suffix not in {".html", *TEXTS}:
        return
    text = path.read_text("utf-8-sig")
    if path.suffix == ".ics":
        text = re.sub(r"\r?\n ", "", text)
    if path.suffix == ".xml":
        text = unescape(text)
        yield from (each for each in re.findall(r'(?:href|src)="([^"]+)"', unescape(text)))
    if path.suffix == ".json":
        yield from _files_in(json.loads(text), address)
    yield from (
        each.rstrip(".,;:")
        for each in re.findall(re.escape(address) + r"[^\s\"'<>|\\)\],;]*", unescape(text))
    )


def _files_in(value: Any, address: str) -> Iterator[str]:
    """Yield the files of the site that data names by `path`: from the data's folder, or from the root."""
    if isinstance(value, dict):
        path = value.get("path")
        if isinstance(path, str) and _FILES.search(path):
            yield address + path if "/" in path else path
        for each in value.values():
            yield from _files_in(each, address)
    elif isinstance(value, list):
        for each in value:
            yield from _files_in(each, address)


def _stands(lead: str, site: Path, address: str, pages: Mapping[Path, _Page]) -> bool:
    """Return whether something is at an address, with the part that it names; other sites are not asked."""
    ours, theirs = urlsplit(address), urlsplit(lead)
    if theirs.scheme != ours.scheme or theirs.netloc != ours.netloc:
        return theirs.scheme in {"http", "https", "mailto", "tel", "data", "webcal"} and lead != "data:"
    if not theirs.path.startswith(ours.path):
        return False
    name = unquote(theirs.path.removeprefix(ours.path))
    path = site / name / "index.html" if name.endswith("/") or not name else site / name
    if not path.is_file():
        return False
    part = unquote(theirs.fragment)
    return not part or part in NAMES or (path in pages and part in pages[path].ids)
