"""What is wrong with a page as HTML: what a parser repairs in silence, and what it does not even see.

It asks what the HTML standard asks of authors, as far as our pages use it. The checker of its makers needs
Java; this one needs nothing that the tests have not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

_OF_TREES = html5lib.getTreeBuilder("etree")
_SVG = "{http://www.w3.org/2000/svg}"

NAMING = (
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "aria-details",
    "headers",
    "for",
)
"""Attributes that name other elements of the page by their ids."""

BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "details",
        "dialog",
        "div",
        "dl",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "ul",
        "li",
        "dt",
        "dd",
        "figcaption",
    }
)
WORDS_ONLY = frozenset(
    {
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "span",
        "em",
        "strong",
        "small",
        "code",
        "abbr",
        "label",
        "button",
        "pre",
        "time",
        "cite",
        "legend",
        "b",
        "i",
        "q",
        "sub",
        "sup",
    }
)
"""Elements in which only words and what stands among words may be."""

INTERACTIVE = frozenset(
    {"a", "button", "details", "input", "label", "select", "textarea", "summary", "iframe"}
)
OBSOLETE = frozenset(
    {
        "acronym",
        "applet",
        "basefont",
        "big",
        "center",
        "dir",
        "font",
        "frame",
        "frameset",
        "marquee",
        "strike",
        "tt",
    }
)
OBSOLETE_ATTRIBUTES = {
    "*": frozenset({"align", "bgcolor", "style", "nowrap", "valign"}),
    "a": frozenset({"name", "charset", "rev"}),
    "table": frozenset({"border", "cellpadding", "cellspacing", "summary", "width", "rules", "frame"}),
    "tr": frozenset({"role"}),
    "td": frozenset({"scope", "abbr", "axis", "height", "width", "role"}),
    "th": frozenset({"axis", "height", "width", "role"}),
    "ol": frozenset({"compact"}),
    "ul": frozenset({"compact", "type"}),
    "img": frozenset({"border", "hspace", "vspace", "name", "longdesc"}),
    "script": frozenset({"language", "charset"}),
}
"""By element, `*` for every one. A style is not obsolete, but our policy for pages forbids it. ARIA in HTML
forbids a role for parts of tables."""

CHILDREN = {
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "dl": frozenset({"dt", "dd", "div"}),
    "table": frozenset({"caption", "colgroup", "thead", "tbody", "tfoot", "tr"}),
    "thead": frozenset({"tr"}),
    "tbody": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
}
"""What may stand right within these."""

FREE_TEXT = frozenset({"text", "search", "email", "tel", "url", "password", "number", None})
"""Sorts of fields that a browser can fill in."""


def faults(html: str) -> list[str]:
    """Return all that is wrong with a page, each with the place."""
    parser = html5lib.HTMLParser(tree=_OF_TREES, namespaceHTMLElements=False)
    root: Any = parser.parse(html)
    misread = [f"line {position[0]}: {code} {details}" for position, code, details in parser.errors]
    above = {child: parent for parent in root.iter() for child in parent}
    return [*misread, *_of_page(root), *(fault for each in _all(root) for fault in _of_element(each, above))]


def _all(root: Element) -> Iterator[Element]:
    """Yield the elements, without comments."""
    return (each for each in root.iter() if isinstance(each.tag, str))


def _of_page(root: Element) -> Iterator[str]:
    ids = Counter(each.attrib["id"] for each in _all(root) if "id" in each.attrib)
    yield from (f"the id {name!r} stands {number} times" for name, number in ids.items() if number > 1)
    for each in _all(root):
        for attribute in NAMING:
            lost = set(each.attrib.get(attribute, "").split()) - set(ids)
            yield from (f"{_said(each)} names {name!r} in {attribute}, which is not there" for name in lost)
    if not root.attrib.get("lang"):
        yield "the page does not say its language"
    if not "".join(_words(title) for title in root.findall("head/title")).strip():
        yield "the page has no title"
    if len(list(root.iter("main"))) != 1:
        yield "the page has not one main part"
    headings = [each for each in _all(root) if each.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]
    headings = [each for each in headings if not any(each in _all(one) for one in root.iter("dialog"))]
    levels = [int(each.tag[1]) for each in headings]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"the page has {levels.count(1)} headings of the first level, or begins with another"
    for (_, before), (heading, level) in pairwise(zip(headings, levels, strict=True)):
        if level > before + 1:
            yield f"{_said(heading)} comes after a heading of level {before}"


def _of_element(each: Element, above: dict[Element, Element]) -> Iterator[str]:
    around = list(_around(each, above))
    allowed = CHILDREN.get(each.tag)
    if allowed is None and each.tag == "div" and around and around[0].tag == "dl":
        allowed = frozenset({"dt", "dd"})
    if allowed is not None:
        inside = {str(child.tag) for child in each if isinstance(child.tag, str)} - {"script", "template"}
        yield from (f"{_said(each)} holds {tag}" for tag in sorted(inside - allowed))
    if each.tag in BLOCKS:
        yield from (f"{_said(each)} stands in {_said(one)}" for one in around if one.tag in WORDS_ONLY)
    if each.tag in INTERACTIVE or "tabindex" in each.attrib:
        inner = [one for one in around if one.tag in {"a", "button", "summary"}]
        yield from (f"{_said(each)} can be used within {_said(one)}, which can be too" for one in inner)
    if each.tag in OBSOLETE:
        yield f"{_said(each)} is obsolete"
    wrong = OBSOLETE_ATTRIBUTES["*"] | OBSOLETE_ATTRIBUTES.get(each.tag, frozenset())
    handlers = {name for name in each.attrib if name.startswith("on")}
    yield from (f"{_said(each)} has {name}" for name in sorted(wrong & set(each.attrib) | handlers))
    if not each.attrib.get("id", "x") or " " in each.attrib.get("id", ""):
        yield f"{_said(each)} has an id that is empty or has a blank"
    yield from _of_sort(each, around)


def _of_sort(each: Element, around: list[Element]) -> Iterator[str]:
    """Yield what is wrong with an element in the eyes of what is asked of its sort alone."""
    named = bool(each.attrib.get("aria-label") or each.attrib.get("aria-labelledby"))
    named = named or each.find(f"{_SVG}title") is not None
    hidden = any(one.attrib.get("aria-hidden") == "true" for one in (each, *around))
    if each.tag == "img" and "alt" not in each.attrib:
        yield f"{_said(each)} has no words in its place"
    elif each.tag == f"{_SVG}svg" and not hidden and not ("role" in each.attrib and named):
        yield "a drawing has neither a name nor is it hidden from those who cannot see it"
    elif each.tag in {"a", "button"} and not hidden and not named and not _words(each).strip():
        yield f"{_said(each)} has no name"
    elif each.tag == "a" and " " in each.attrib.get("href", ""):
        yield f"{_said(each)} leads to an address with a blank"
    elif each.tag == "table":
        yield from _of_table(each, around)
    elif each.tag == "dl":
        terms = Counter(_words(term).strip() for term in each.iter("dt"))
        yield from (
            f"a list of terms explains {term!r} {number} times"
            for term, number in terms.items()
            if number > 1
        )
    elif each.tag == "details" and [child.tag for child in each][:1] != ["summary"]:
        yield f"{_said(each)} does not begin with its summary"
    elif each.tag == "input" and "autocomplete" in each.attrib and each.attrib.get("type") not in FREE_TEXT:
        yield f"{_said(each)} cannot be filled in by a browser, and has autocomplete"


def _of_table(table: Element, around: list[Element]) -> Iterator[str]:
    if next(table.iter("th"), None) is None:
        yield f"{_said(table)} has no headings"
    captions = list(table.iter("caption"))
    if captions and (table[0] is not captions[0] or len(captions) > 1 or not _words(captions[0]).strip()):
        yield f"{_said(table)} does not begin with one caption"
    if not captions and not (
        around and around[0].attrib.get("role") == "group" and around[0].attrib.get("aria-label")
    ):
        yield f"{_said(table)} has neither a caption nor stands in a region that has a name"
    for row in table.iter("tr"):
        odd = {each.attrib["scope"] for each in row.iter("th") if "scope" in each.attrib}
        yield from (
            f"a heading has the scope {scope!r}" for scope in odd - {"row", "col", "rowgroup", "colgroup"}
        )


def _around(each: Element, above: dict[Element, Element]) -> Iterator[Element]:
    """Yield what an element stands in, the nearest first."""
    while each in above:
        each = above[each]
        yield each


def _words(each: Element) -> str:
    """Return what is read aloud of an element, with the words that stand for its pictures."""
    pictures = [one.attrib.get("alt", "") + one.attrib.get("aria-label", "") for one in _all(each)]
    return "".join((*each.itertext(), *pictures))


def _said(each: Element) -> str:
    """Return an element in a few words."""
    name = each.tag.removeprefix(_SVG)
    marks = "".join(f" {key}={each.attrib[key]!r}" for key in ("id", "class", "href") if key in each.attrib)
    return f"<{name}{marks}> {_words(each).strip()[:40]!r}"
