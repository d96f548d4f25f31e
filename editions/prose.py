"""Public prose read as CommonMark with tables and the three public marks: the one reading there is of it.

Raw HTML is not read: what looks like it is text. Images are not read. A link whose address is not
allowed stays text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from editions import messages
from editions.marks import MARK, Words, split
from problems import Wording

MARK_TOKEN = "mark"  # noqa: S105  # a kind of token, not a secret
"""The type of the inline tokens of public marks. Their `info` is the kind, their `content` the id."""

SCHEMES = frozenset({"http", "https", "mailto"})
"""The schemes that a link may have; a link within the page, `#…`, has none."""

_WEB = frozenset({"http", "https"})


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that public prose may not hold."""

    wording: Wording
    """What is wrong. It has no gaps."""

    line: int
    """The line of the prose, counted from 1; of a long paragraph, the first."""


def parse(text: str) -> list[Token]:
    """Return the tokens of public prose, with its marks as inline tokens of the type `mark`."""
    return _reader().parse(text)


def problems_in(text: str) -> tuple[Flaw, ...]:
    """Return what a public text may not hold, in its order.

    These are raw HTML and comments, images, links of a refused scheme, marks where they could not be
    shown (in code or in the address of a link), and placements among words. Raises ValueError for
    text that is not public.
    """
    shown = sum(not isinstance(part, Words) for part in split(text))
    # CommonMark has no HTML without `<`, and neither link, image nor mark without `<` or `[`.
    if "<" not in text and "[" not in text:
        return ()
    flaws: list[Flaw] = []
    marks = 0
    for token, line in _every(_detector().parse(text)):
        if token.type in {"html_block", "html_inline"}:
            comment = token.content.lstrip().startswith("<!--")
            flaws.append(Flaw(messages.PROSE_COMMENT if comment else messages.PROSE_HTML, line))
        elif token.type == "image":
            flaws.append(Flaw(messages.PROSE_IMAGE, line))
        elif token.type == "link_open" and not may_link_to(str(token.attrGet("href") or "")):
            flaws.append(Flaw(messages.PROSE_LINK, line))
        elif token.type == "inline" and _places_among_words(token):
            flaws.append(Flaw(messages.PROSE_PLACED_IN_WORDS, line))
        marks += token.type == MARK_TOKEN
    if marks != shown:
        flaws.append(Flaw(messages.PROSE_MARK_HIDDEN, _first_hidden(text)))
    return tuple(dict.fromkeys(flaws))


def _places_among_words(token: Token) -> bool:
    """Return whether a paragraph or cell places an action or a decision beside anything else."""
    children = token.children or []
    places = [child for child in children if child.type == MARK_TOKEN and child.info != "withheld"]
    return bool(places) and len(children) > 1


def may_link_to(address: str) -> bool:
    """Return whether a link may lead to an address: a web page, an e-mail address or `#…`."""
    if address.startswith("#"):
        return True
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in SCHEMES and bool(parts.netloc if parts.scheme in _WEB else parts.path)


@cache
def _reader() -> MarkdownIt:
    parser = _parser(html=False).disable("image")
    parser.validateLink = may_link_to  # type: ignore[method-assign,assignment]  # markdown-it's own place for it
    return parser


@cache
def _detector() -> MarkdownIt:
    """Return a parser that reads all that public prose may not hold, so that it can be named."""
    parser = _parser(html=True)
    parser.validateLink = bool  # type: ignore[method-assign,assignment]  # every address but an empty one
    return parser


def _parser(*, html: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": html, "linkify": False, "typographer": False})
    parser.enable("table")
    parser.inline.ruler.before("link", MARK_TOKEN, _read_mark)
    return parser


def _read_mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  # markdown-it calls it so
    """Read a mark at the present position; return whether there is one."""
    if state.src[state.pos] != "[":
        return False
    mark = MARK.match(state.src, state.pos)
    if mark is None:
        return False
    if not silent:
        token = state.push(MARK_TOKEN, "", 0)
        token.info = mark["kind"]
        token.content = mark["id"]
    state.pos = mark.end()
    return True


def _every(tokens: list[Token]) -> Iterator[tuple[Token, int]]:
    """Yield every token, also those inside others, with its line."""
    for token in tokens:
        line = token.map[0] + 1 if token.map else 1
        yield token, line
        for child in token.children or ():
            yield child, line
            # The text of an image holds tokens of its own.
            yield from ((inner, line) for inner in child.children or ())


def _first_hidden(text: str) -> int:
    """Return the line of the first mark that stands in code or an address, or 1."""
    shown = {
        line + offset
        for token in _detector().parse(text)
        if token.map and any(child.type == MARK_TOKEN for child in token.children or ())
        for line in [token.map[0] + 1]
        for offset in range(token.map[1] - token.map[0])
    }
    lines = [text.count("\n", 0, mark.start()) + 1 for mark in MARK.finditer(text)]
    return next((line for line in lines if line not in shown), lines[0] if lines else 1)
