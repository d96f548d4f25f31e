"""Web pages read into blocks. Nothing is fetched and no script is run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree, html

from records.importing import import_messages as messages
from records.importing.paragraphs.blocks import (
    BULLET,
    Block,
    Oddity,
    OddityKind,
    Part,
    Run,
    Source,
    Spot,
    after,
    blocks_in,
)
from records.importing.paragraphs.markers import without_marker
from records.importing.paragraphs.signs import lost_letters, plain_signs
from records.importing.readers.refusals import Refusal
from records.importing.readers.tables import tables_in
from records.importing.readers.text_files import decoded

DEEPEST = 120
_DROPPED = frozenset({"script", "style", "noscript", "template", "head", "svg", "math", "select", "button"})
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "o:p",
    ]
)
_EMBEDDED = frozenset({"iframe", "object", "embed", "video", "audio"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)


@dataclass
class _Reader:
    """What is known while a page is read."""

    oddities: list[Oddity] = field(default_factory=list)
    count: int = 0

    def spot(self) -> Spot:
        """Return the place of the next paragraph."""
        self.count += 1
        return Spot(0, self.count)


@dataclass(frozen=True, slots=True)
class _Entry:
    """The list in which a paragraph stands: how deep, and with which number it begins."""

    depth: int = -1
    number: str = ""


def read_page(raw: bytes) -> Source:
    """Return what a web page holds."""
    text = decoded(raw) if b"charset" not in raw[:2000].lower() else None
    parser = html.HTMLParser(huge_tree=False, no_network=True, remove_pis=True)
    try:
        root = html.document_fromstring(
            text.encode() if text is not None else raw, parser=_told(parser, text)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        raise Refusal(messages.DAMAGED) from None
    reader = _Reader()
    body = root.find("body")
    parts = tuple(_parts(body if body is not None else root, reader, Run(""), _Entry(), 0))
    lost = lost_letters(text or "")
    odd = [Oddity("lost-letters", Spot(), str(lost))] if lost else []
    return Source(parts, (*odd, *reader.oddities))


def _told(parser: Any, text: str | None) -> Any:
    """Return the parser, told of the encoding where it is known."""
    return (
        parser
        if text is None
        else html.HTMLParser(huge_tree=False, no_network=True, remove_pis=True, encoding="utf-8")
    )


def _parts(element: Any, reader: _Reader, look: Run, entry: _Entry, depth: int) -> Iterator[Part]:
    """Yield the parts in an element; words between blocks make paragraphs of their own."""
    if depth > DEEPEST:
        raise Refusal(messages.DAMAGED)
    runs: list[Run] = []
    fresh = entry

    def told() -> Iterator[Part]:
        nonlocal fresh
        found = list(_blocks(runs, reader, fresh))
        runs.clear()
        if found:
            fresh = replace(fresh, number="")
        yield from found

    _add(runs, element.text, look)
    for child in element:
        name = child.tag if isinstance(child.tag, str) else ""
        if _is_inline(child, name):
            _inline(child, reader, look, runs, depth + 1)
        elif name == "br":
            yield from told()
        elif name and name not in _DROPPED:
            yield from told()
            yield from _block(child, reader, look, fresh, depth + 1)
        if name == "" and (child.text or "").strip() and not (child.text or "").lstrip().startswith("[if"):
            reader.oddities.append(
                Oddity("comment", Spot(0, reader.count), plain_signs(child.text or "").strip())
            )
        _add(runs, child.tail, look)
    yield from told()


def _add(runs: list[Run], text: str | None, look: Run) -> None:
    words = re.sub(r"\s+", " ", plain_signs(text or ""))
    if words and (words.strip() or runs):
        runs.append(replace(look, text=words))


def _blocks(runs: list[Run], reader: _Reader, entry: _Entry, heading: int = 0) -> Iterator[Block]:
    """Yield the paragraph that runs make, if they have words."""
    if not any(run.text.strip() for run in runs):
        return
    first = replace(runs[0], text=runs[0].text.lstrip())
    block = Block((first, *runs[1:]), reader.spot(), heading, entry.depth, entry.number)
    if not block.number:
        marked = without_marker(block.text)
        if marked.number and marked.text:
            cut = len(block.text) - len(marked.text)
            bullet = marked.number == BULLET
            block = replace(
                block,
                runs=after(block.runs, cut),
                number=marked.number,
                depth=max(0, block.depth) if bullet else block.depth,
            )
    yield block


def _is_inline(element: Any, name: str) -> bool:
    """Return whether an element is part of a line: by its name, and holding no blocks."""
    return name in _INLINE and not any(
        each.tag in {"p", "div", "table", "ul", "ol", "br"} for each in element.iter()
    )


def _is_hidden(element: Any) -> bool:
    return _HIDDEN.search(element.get("style") or "") is not None or element.get("hidden") is not None


def _look_of(element: Any, name: str, look: Run) -> Run:
    """Return the look of words within an element."""
    style = element.get("style") or ""
    link = element.get("href") or "" if name == "a" else look.link
    return replace(
        look,
        bold=look.bold or name in {"b", "strong", "th"} or _BOLD.search(style) is not None,
        italic=look.italic or name in {"i", "em"},
        link=link if not link.startswith("#") else "",
    )


def _inline(element: Any, reader: _Reader, look: Run, runs: list[Run], depth: int) -> None:
    """Add the words of an element within a line."""
    if depth > DEEPEST:
        raise Refusal(messages.DAMAGED)
    name = element.tag
    if _is_hidden(element):
        reader.oddities.append(
            Oddity("hidden", Spot(0, reader.count + 1), plain_signs(element.text_content()).strip())
        )
        return
    if name in {"del", "s", "strike"} and element.text_content().strip():
        reader.oddities.append(
            Oddity("deleted", Spot(0, reader.count + 1), plain_signs(element.text_content()).strip())
        )
        return
    if name == "ins":
        reader.oddities.append(
            Oddity("inserted", Spot(0, reader.count + 1), plain_signs(element.text_content()).strip())
        )
    own = _look_of(element, name, look)
    _add(runs, element.text, own)
    for child in element:
        inner = child.tag if isinstance(child.tag, str) else ""
        if inner == "img":
            _is_beside(child, inner, reader)
        elif inner and inner not in _DROPPED:
            _inline(child, reader, own, runs, depth + 1)
        _add(runs, child.tail, own)


def _block(element: Any, reader: _Reader, look: Run, entry: _Entry, depth: int) -> Iterator[Part]:
    """Yield the parts of an element that is no part of a line."""
    name = element.tag
    if _is_beside(element, name, reader):
        return
    if re.fullmatch(r"h[1-6]", name):
        runs: list[Run] = []
        _inline(element, reader, look, runs, depth)
        yield from _blocks(runs, reader, _Entry(), int(name[1]))
    elif name in {"ul", "ol"}:
        yield from _list(element, reader, look, entry, depth)
    elif name == "table":
        yield from _table(element, reader, look, depth)
    else:
        yield from _parts(element, reader, _look_of(element, name, look), entry, depth)


def _is_beside(element: Any, name: str, reader: _Reader) -> bool:
    """Return whether an element is no part of the text, after its words were noted."""
    spot = Spot(0, reader.count + 1)
    words = " ".join(plain_signs(" ".join(element.itertext())).split())
    kind: OddityKind
    if name == "img":
        kind, words = "picture", plain_signs(element.get("alt") or "").strip()
    elif name in _EMBEDDED:
        kind, words = "embedded", element.get("title") or "a file"
    elif _is_hidden(element):
        kind = "hidden"
    elif name in {"header", "nav", "aside"}:
        kind = "header"
    elif name == "footer":
        kind = "footer"
    else:
        return False
    if words or kind == "picture":
        reader.oddities.append(Oddity(kind, spot, words))
    return True


def _list(element: Any, reader: _Reader, look: Run, entry: _Entry, depth: int) -> Iterator[Part]:
    """Yield the entries of a list with their numbers."""
    name = element.tag
    start = element.get("start") or "1"
    number = int(start) if start.isdigit() and len(start) < len("100000") else 1
    for child in element:
        inner = child.tag if isinstance(child.tag, str) else ""
        if inner in {"ul", "ol"}:
            yield from _list(child, reader, look, replace(entry, depth=entry.depth + 1), depth + 1)
        elif inner and inner not in _DROPPED:
            value = child.get("value") or ""
            number = int(value) if value.isdigit() and len(value) < len("100000") else number
            sign = BULLET if name == "ul" else _numbered(number, element.get("type") or "1")
            yield from _parts(child, reader, look, _Entry(entry.depth + 1, sign), depth + 1)
            number += 1


def _numbered(number: int, form: str) -> str:
    if form in {"a", "A"} and 0 < number <= 26:
        return f"{chr(ord(form) + number - 1)}."
    return f"{number}."


def _table(element: Any, reader: _Reader, look: Run, depth: int) -> Iterator[Part]:
    """Yield a table, or what it is a frame around."""
    spot = reader.spot()
    rows = [
        [
            (
                tuple(blocks_in(_parts(cell, reader, _look_of(cell, "td", look), _Entry(), depth + 1))),
                cell.get("colspan"),
            )
            for cell in row
            if cell.tag in {"td", "th"}
        ]
        for row in element.iter("tr")
        if next(row.iterancestors("table"), None) is element
    ]
    yield from tables_in(rows, spot)
