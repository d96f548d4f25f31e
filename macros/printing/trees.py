"""The finished HTML of a page as a tree of plain values, which a template of Typst can lay out.

Only what is known is kept: a tag that stands in none of the tables below gives its words and nothing else.
All words become texts of the tree, and texts cannot act.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from macros.printing.glyphs import spelled

Node = dict[str, Any]
"""A block (`kind` is `words`, `heading`, `list`, `facts`, `table`, `box`, `quote` or `code`) or a piece of a
line (`as` is `strong`, `emphasis`, `code`, `quiet`, `tag`, `withheld`, `link`, `break` or `text`)."""

_INLINE = {"strong": "strong", "b": "strong", "em": "emphasis", "code": "code", "a": "link"}
_WORDS = {"p", "caption"}
_SKIPPED = {"svg", "nav", "summary", "style", "script", "form"}
_SKIPPED_CLASSES = {"headerlink", "asking", "siblings", "for-ears", "draft"}
_EMPTY = {"br", "img", "hr", "meta", "input", "link", "col"}
_BOXES = ("decision", "action", "response", "notice", "outcome", "summary", "correction", "note-after")
_QUIET = {"aside": "quiet", "tag": "tag", "withheld": "withheld", "number": "strong"}
_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass
class _Element:
    """One element of the page."""

    tag: str
    attributes: dict[str, str]
    inside: list[_Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def each(self, *tags: str) -> list[_Element]:
        """Return the children that have one of these tags."""
        return [child for child in self.inside if isinstance(child, _Element) and child.tag in tags]


class _Reader(HTMLParser):
    """Reads the HTML that our templates write, in which every element is closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [_Element("div", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = _Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in _EMPTY:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self.open[1:]):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def tree(html: str) -> list[Node]:
    """Return the blocks of finished HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return _blocks(reader.open[0])


def _blocks(element: _Element) -> list[Node]:
    """Return what stands in an element as blocks; words that stand by themselves are one of their own."""
    found: list[Node] = []
    line: list[_Element | str] = []

    def finish() -> None:
        words = _line(line)
        if words:
            found.append({"kind": "words", "style": "", "words": words, "leftwards": False})
        line.clear()

    for child in element.inside:
        if isinstance(child, _Element) and _is_skipped(child):
            continue
        if isinstance(child, str) or _is_inline(child):
            line.append(child)
        else:
            finish()
            found += _block(child)
    finish()
    return found


def _block(element: _Element) -> list[Node]:
    """Return what one element above a line becomes."""
    tag, classes = element.tag, element.classes
    if tag in _WORDS:
        words = _line(element.inside)
        style = next((each for each in classes if each in {"aside", "label", "set-apart-head"}), "")
        plain = {"kind": "words", "style": style, "words": words, "leftwards": _is_leftwards(element)}
        return [plain] if words else []
    if re.fullmatch(r"h[1-6]", tag):
        id_ = element.attributes.get("id", "")
        return [{"kind": "heading", "level": int(tag[1]), "id": id_, "words": _line(element.inside)}]
    made = {"ul": _list, "ol": _list, "dl": _facts, "table": _table, "pre": _code, "blockquote": _quote}
    if tag in made:
        return made[tag](element)
    return _box(element)


def _box(element: _Element) -> list[Node]:
    """Return what stands in an element that holds blocks, set apart if its class says so."""
    classes = element.classes
    inside = _numbered(_blocks(element)) if "numbered" in classes else _blocks(element)
    if "aside" in classes:
        inside = [each | {"style": "aside"} if each["kind"] == "words" else each for each in inside]
    box = next((each for each in _BOXES if each in classes), None)
    if box is None or not inside:
        return inside
    return [{"kind": "box", "style": box, "id": element.attributes.get("id", ""), "inside": inside}]


def _code(element: _Element) -> list[Node]:
    return [{"kind": "code", "text": spelled(_text(element))}]


def _quote(element: _Element) -> list[Node]:
    return [{"kind": "quote", "inside": inside}] if (inside := _blocks(element)) else []


def _numbered(blocks: list[Node]) -> list[Node]:
    """Return a paragraph that has a number with the number in its first line."""
    if len(blocks) < 2 or not blocks[0]["kind"] == blocks[1]["kind"] == "words":  # noqa: PLR2004  # number and text
        return blocks
    pieces = [*blocks[0]["words"], {"as": "text", "text": " "}, *blocks[1]["words"]]
    return [blocks[1] | {"words": pieces}, *blocks[2:]]


def _list(element: _Element) -> list[Node]:
    items = [_blocks(each) for each in element.each("li")]
    start = element.attributes.get("start", "1")
    kept = [
        {"id": each.attributes.get("id", ""), "inside": inside}
        for each, inside in zip(element.each("li"), items, strict=True)
        if inside
    ]
    is_ordered = element.tag == "ol"
    first = int(start) if start.isdecimal() else 1
    style = "plain" if "plain" in element.classes else "numbers" if is_ordered else "points"
    return [{"kind": "list", "style": style, "first": first, "items": kept}] if kept else []


def _facts(element: _Element) -> list[Node]:
    rows = []
    for row in element.each("div") or [element]:
        term = [piece for each in row.each("dt") for piece in _line(each.inside)]
        inside = [block for each in row.each("dd") for block in _blocks(each)]
        if term and inside:
            rows.append({"term": term, "inside": inside})
    return [{"kind": "facts", "rows": rows}] if rows else []


def _table(element: _Element) -> list[Node]:
    """Return a table with its rows of cells; nothing if it has none."""
    head = [_row(row) for part in element.each("thead") for row in part.each("tr")]
    body = [_row(row) for part in (*element.each("tbody"), element) for row in part.each("tr")]
    name = next((_text(each) for each in element.each("caption")), "")
    columns = max((sum(cell["span"] for cell in row) for row in (*head, *body)), default=0)
    if not columns:
        return []
    widths = [1] * columns
    for row in (*head, *body):
        at = 0
        for cell in row:
            if cell["span"] == 1 and at < columns:
                widths[at] = max(widths[at], cell["width"])
            at += cell["span"]
    plain = {"kind": "table", "name": spelled(" ".join(name.split())), "head": head, "body": body}
    return [plain | {"widths": widths}]


def _row(element: _Element) -> list[Node]:
    cells = []
    for each in element.each("th", "td"):
        text = " ".join(_text(each).split())
        longest = max((len(word) for word in text.split()), default=1)
        align = next((name[6:] for name in each.classes if name.startswith("align-")), "left")
        span = each.attributes.get("colspan", "1")
        cells.append(
            {
                "inside": _blocks(each),
                "span": int(span) if span.isdecimal() else 1,
                "heads": each.tag == "th",
                "align": align,
                "width": max(longest, round(len(text) ** 0.75), 3),
            }
        )
    return cells


def _line(children: list[_Element | str]) -> list[Node]:
    """Return the pieces of a line, without white space at its ends and with single spaces within."""
    pieces = [piece for child in children for piece in _pieces(child)]
    return _trimmed(pieces)


def _pieces(child: _Element | str) -> list[Node]:
    """Return what words or an element within a line become."""
    if isinstance(child, str):
        text = spelled(_SPACE.sub(" ", child))
        return [{"as": "text", "text": text}] if text else []
    if _is_skipped(child):
        return []
    if child.tag in {"br", "img"}:
        alternative = {"as": "text", "text": spelled(child.attributes.get("alt", ""))}
        return [{"as": "break"} if child.tag == "br" else {"as": "quiet", "inside": [alternative]}]
    inside = [piece for each in child.inside for piece in _pieces(each)]
    if child.tag in {"li", "p", "div", "dt", "dd"}:
        inside.append({"as": "text", "text": " "})
    name = next((_QUIET[each] for each in child.classes if each in _QUIET), _INLINE.get(child.tag))
    if name is None or not inside:
        return inside
    piece: Node = {"as": name, "inside": inside}
    if name == "link":
        address = child.attributes.get("href", "")
        return [piece | {"to": address}] if _may_lead(address) else inside
    return [piece]


def _may_lead(address: str) -> bool:
    """Return whether a link may lead to an address: the site, a page elsewhere, a mailbox, a telephone."""
    return bool(re.match(r"(?:https?://|mailto:|tel:|#|/(?!/))", address))


def _trimmed(pieces: list[Node]) -> list[Node]:
    """Return pieces of a line with one space where there were several, and none at the ends."""
    state = {"space": True}
    trimmed = [piece for each in pieces if (piece := _single_spaced(each, state)) is not None]
    while trimmed and trimmed[-1]["as"] in {"text", "break"}:
        text = trimmed[-1].get("text", "").rstrip(" ")
        if text:
            trimmed[-1] = {"as": "text", "text": text}
            break
        trimmed.pop()
    return trimmed


def _single_spaced(piece: Node, state: dict[str, bool]) -> Node | None:
    if piece["as"] == "break":
        state["space"] = True
        return piece
    if piece["as"] == "text":
        text = piece["text"].lstrip(" ") if state["space"] else piece["text"]
        if text:
            state["space"] = text.endswith(" ")
        return {"as": "text", "text": text} if text else None
    inside = [each for inner in piece["inside"] if (each := _single_spaced(inner, state)) is not None]
    return piece | {"inside": inside} if inside else None


def _text(element: _Element) -> str:
    """Return the words of an element."""
    return "".join(
        child if isinstance(child, str) else "" if _is_skipped(child) else f"{_text(child)} "
        for child in element.inside
    )


def _is_leftwards(element: _Element) -> bool:
    """Return whether a paragraph that may run from right to left begins with a letter that does."""
    if element.attributes.get("dir") != "auto":
        return False
    strong = (unicodedata.bidirectional(sign) for sign in _text(element))
    return next((each for each in strong if each in {"L", "R", "AL"}), "L") != "L"


def _is_skipped(element: _Element) -> bool:
    return element.tag in _SKIPPED or not _SKIPPED_CLASSES.isdisjoint(element.classes)


def _is_inline(element: _Element) -> bool:
    return element.tag in {"span", "bdi", "br", "img", "ins", "del", "abbr", "small", "sup", *_INLINE}
