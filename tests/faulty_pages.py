"""Faults of whatever makes the site, planted together: each spoils one file of the site in its own way.

Each must be caught in that file by an oracle of the verification: *scan* (a withheld word), *detectors*
(what no page may hold), or *manifest* (a file more, less or other than was to be made).
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import cli.verbs.build
from macros.making import building, searching
from macros.pages import Page
from redaction.watermarks import SIGN

HIDDEN = "the secretchildren of Wharf Lane"


@dataclass(frozen=True)
class Spoilt:
    """A fault: what it puts where, and the code with which it is caught."""

    file: str
    code: str
    put: str = ""
    """What is added to the page or the file."""
    oracle: str = "detectors"


def _coded(text: str) -> str:
    return "".join(f"&#{ord(sign)};" for sign in text)


def _page(address: str, code: str, put: str, oracle: str = "detectors") -> Spoilt:
    return Spoilt(f"{address}/index.html", code, put, oracle)


PAGES: dict[str, Spoilt] = {
    "a template prints a withheld passage": _page(
        "meetings/2026-03-12-executive", "secret-in-site", f"<p>{HIDDEN}</p>", "scan"
    ),
    "a view keeps a withheld passage in an attribute, in base64": _page(
        "reviews/review-a",
        "secret-in-site",
        f'<p data-x="{base64.b64encode(HIDDEN.encode()).decode()}">x</p>',
        "scan",
    ),
    "a heading holds a withheld passage in entities": _page(
        "meetings", "secret-in-site", f"<h3>{_coded(HIDDEN)}</h3>", "scan"
    ),
    "a link leads to an address made of withheld words": _page(
        "reports/update-2026", "secret-in-site", f'<a href="#{HIDDEN.replace(" ", "-")}">x</a>', "scan"
    ),
    "tags stand within a withheld word": _page(
        "priorities/neglect",
        "secret-in-site",
        "<p>the secret<b>children</b> of <i>Wharf</i> <i>Lane</i></p>",
        "scan",
    ),
    "a failing macro becomes the page": _page(
        "glossary", "site-page-error", "<pre>Traceback (most recent call last):</pre>"
    ),
    "an object is printed instead of its words": _page(
        "indicators/placed-far", "site-page-error", "<p>Point object at 0x7f3a12bcd0</p>"
    ),
    "a notice is not filled in": _page(
        "arrangements/2026", "site-page-mark", "<p>It was [[withheld personal]].</p>"
    ),
    "a page names a folder of the machine": _page(
        "risks/log", "site-page-path", "<p>Made from /home/office/data/risks/log.yml</p>"
    ),
    "a page asks another host for a picture": _page(
        "budgets/2025-26", "site-page-foreign", '<img src="https://example.org/x.png" alt="x">'
    ),
    "a page acts when somebody points at it": _page(
        "documents/guide", "site-page-script", '<p onmouseover="x()">x</p>'
    ),
    "a page keeps a comment of its author": _page(
        "groups/learning", "site-page-comment", "<!-- to be checked -->"
    ),
    "a page runs a script that no other has": _page(
        "groups/executive", "site-page-script", "<script>go()</script>"
    ),
    "a page of the private view is published": _page(
        "plans/business-2025", "site-page-private-view", f'<meta name="generator" content="{SIGN}">'
    ),
    "a page has the calls of a template in it": _page(
        "meetings/2026-01-15-executive", "site-page-template", "<p>{{ meetings() }}</p>"
    ),
}
"""Faults of templates and views, by what is wrong."""

FILES: dict[str, Spoilt] = {
    "a feed has a withheld passage as a summary": Spoilt("feed.xml", "secret-in-site", HIDDEN, "scan"),
    "an event of a calendar has it, folded": Spoilt(
        "calendar.ics", "secret-in-site", f"DESCRIPTION:{HIDDEN[:9]}\r\n {HIDDEN[9:]}\r\n", "scan"
    ),
    "a table has it in a cell": Spoilt("data/actions.csv", "secret-in-site", f'"{HIDDEN}"\r\n', "scan"),
    "the facets of the search have it": Spoilt(searching.FACETS, "secret-in-site", f" {HIDDEN}", "scan"),
    "a data file has a record more than was signed off": Spoilt(
        "data/glossary.json", "site-data-differs", " ", "manifest"
    ),
    "a feed is left out": Spoilt("meetings/feed.xml", "site-data-missing", "", "manifest"),
    "a page of an earlier build stays": Spoilt(
        "meetings/2020-01-01-old/index.html",
        "site-unaccounted",
        "<!doctype html><title>x</title>",
        "manifest",
    ),
    "a file of data is copied along": Spoilt("data/notes.yml", "site-unaccounted", "a: b", "manifest"),
    "a file of the theme is not that of the theme": Spoilt(
        "assets/images/favicon.png", "site-unaccounted", "x", "manifest"
    ),
    "a file has a withheld passage as its name": Spoilt(
        f"img/{HIDDEN.replace(' ', '-')}.png", "secret-in-name", "", "scan"
    ),
}
"""Faults of what writes the other files, by what is wrong."""

FAULTS = {**PAGES, **FILES}


def plant(patch: pytest.MonkeyPatch) -> None:
    """Plant every fault at once."""
    whole, rendered = building.text_of, cli.verbs.build.building.render
    by_page = {each.file.removesuffix("/index.html"): each.put for each in PAGES.values()}

    def text_of(page: Page, macros: Mapping[str, Any]) -> str:
        address = re.sub(r"(/index)?\.md$", "", page.path)
        put = by_page.get(address)
        text = whole(page, macros)
        return f"{text}\n\n<div>\n{put}\n</div>\n" if put is not None else text

    def render(settings: Any, dataset: Any, finished: Path, others: Any) -> Any:
        problems = rendered(settings, dataset, finished, others)
        for each in FILES.values():
            path = finished / each.file
            path.parent.mkdir(parents=True, exist_ok=True)
            before = path.read_bytes() if path.exists() else b""
            path.write_bytes(before + each.put.encode())
            if each.code == "site-data-missing":
                path.unlink()
        return problems

    patch.setattr(building, "text_of", text_of)
    patch.setattr(building, "render", render)
