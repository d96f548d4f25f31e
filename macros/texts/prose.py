"""Public text as HTML: prose, lines, notices of what was withheld, and headings as lines of Markdown.

All text that a record holds goes through here, so that none of it can act: not as HTML, not as
Markdown of another dialect, not as a call of a macro.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from editions.marks import Withheld, Words, split
from editions.prose import MARK_TOKEN, parse
from macros.language.languages import ENGLISH, Language
from macros.texts.paragraphs import Ordinary, ordinary

WITHHELD_PAGE = "/withheld/"
"""The address of the register of what was withheld, where each reason is explained."""

_LOWEST_LEVEL = 6
_ALIGNMENT = re.compile(r"text-align:(left|center|right)")
_TABLE_OPENS = '<div class="table-scroll" tabindex="0" role="group" aria-label="{}">\n'
_HOLD_BLOCKS = {"p", "td", "th"}
"""The tags of which one may hold nothing but a block: a heading always keeps its words."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Signs of Hebrew, Arabic and their relations, set apart so that they do not turn words around."""

_SPACE = re.compile(r"[\s\x00-\x1f\x7f]+")


def notice(
    reason: str, reasons: Mapping[str, str], *, linked: bool = True, language: Language = ENGLISH
) -> str:
    """Return the notice of something withheld, as HTML within a line.

    `reasons` holds the words of each reason of the policy by its id. The notice is the same for every
    place with this reason. Without `linked` it can stand inside a link.
    """
    words = escapeHtml(notice_words(reason, reasons, language))
    if linked and reason in reasons:
        words = f'<a href="{WITHHELD_PAGE}#reason-{escapeHtml(reason)}">{words}</a>'
    return f'<span class="withheld">{words}</span>'


def notice_words(reason: str, reasons: Mapping[str, str], language: Language = ENGLISH) -> str:
    """Return the notice of something withheld as plain text."""
    notice = language.gettext("Withheld")
    return f"{notice}: {plain(reasons[reason])}" if reason in reasons else notice


Placing = Callable[[str, str], str]
"""Gives the HTML block of an `action` or `decision` by its id; nothing where it is not to stand here."""


def _nothing(_kind: str, _name: str) -> str:
    """Place nothing: each mark that names something is a link to it."""
    return ""


def html(
    text: str,
    reasons: Mapping[str, str],
    placing: Placing | None = None,
    *,
    level: int = 3,
    language: Language = ENGLISH,
) -> str:
    """Return public prose as HTML blocks.

    `placing` gives the block of what `[[action ID]]` places. It stands where the mark is a paragraph of its
    own, else after the paragraph, in which a link leads to it. A heading in the prose gets `level` or a
    deeper one, and no id. Raises ValueError for text that is not public.
    """
    split(text)
    shown = _Shown(reasons, placing or _nothing, language)
    blocks = None if _RIGHT_TO_LEFT.search(text) else ordinary(text)
    if blocks is None:
        return _read(text, shown, level)
    return "".join(
        block.html if isinstance(block, Ordinary) else _read(block, shown, level) for block in blocks
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    """What prose is shown with."""

    reasons: Mapping[str, str]
    placing: Placing
    language: Language


def _read(text: str, given: _Shown, level: int) -> str:
    """Return public prose as HTML blocks, read as CommonMark."""
    tokens = parse(text)
    _demote(tokens, level)
    _name_rows(tokens)
    _unname_empty_heads(tokens)
    shown: list[Token] = []
    blocks = ""
    for position, token in enumerate(tokens):
        inline = tokens[position + 1] if position + 1 < len(tokens) else token
        only = _only_mark(inline.children or []) if token.nesting == 1 and inline.type == "inline" else None
        if only is not None and only.info == "withheld" and token.tag in _HOLD_BLOCKS:
            token.attrJoin("class", "withheld-block")
        if token.type == "inline":
            blocks = _blocks(token.children or [], given.placing)
            alone = _only_mark(token.children or []) if tokens[position - 1].tag in _HOLD_BLOCKS else None
            words = "" if alone and alone.info != "withheld" else _words(token.children or [], given)
            shown.append(_raw("html_inline", words))
            if _RIGHT_TO_LEFT.search(token.content) and tokens[position - 1].type == "paragraph_open":
                tokens[position - 1].attrSet("dir", "auto")
        elif token.type in {"td_close", "th_close"}:
            shown += [_raw("html_inline", blocks), token]
        elif token.nesting == -1 and blocks:
            shown += [token, _raw("html_block", blocks)]
        elif token.type == "table_open":
            shown += [
                _raw("html_block", _TABLE_OPENS.format(_name_of_table(tokens[position:], given.language))),
                token,
            ]
        else:
            shown += _prepared(token)
        if token.type != "inline":
            blocks = ""
    return _rendered(_without_empty_paragraphs(shown))


def line(text: str, reasons: Mapping[str, str], *, linked: bool = True, language: Language = ENGLISH) -> str:
    """Return one line of public text, which has marks and no Markdown, as HTML within a line."""
    return "".join(
        _isolated(part.text)
        if isinstance(part, Words)
        else notice(part.reason, reasons, linked=linked, language=language)
        if isinstance(part, Withheld)
        else escapeHtml(part.kind)
        for part in split(text)
    )


def _isolated(text: str) -> str:
    """Return words as HTML; those of another direction do not turn around what stands beside them."""
    return f"<bdi>{escapeHtml(text)}</bdi>" if _RIGHT_TO_LEFT.search(text) else escapeHtml(text)


def plain(text: str, reasons: Mapping[str, str] | None = None, language: Language = ENGLISH) -> str:
    """Return one line of public text as plain text: for a title, a feed, a calendar."""
    return _SPACE.sub(
        " ",
        "".join(
            part.text
            if isinstance(part, Words)
            else f"[{notice_words(part.reason, reasons or {}, language)}]"
            if isinstance(part, Withheld)
            else part.kind
            for part in split(text)
        ),
    ).strip()


def heading(level: int, text: str, anchor: str, reasons: Mapping[str, str] | None = None) -> str:
    """Return a line of public text as a heading in Markdown, with an id.

    Raises ValueError for an anchor that is not an id.
    """
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", anchor):
        raise ValueError("An anchor is an id of lower-case letters, digits and single hyphens.")
    return f"{'#' * min(level, _LOWEST_LEVEL)} {harmless(plain(text, reasons))} {{#{anchor}}}"


def harmless(words: str) -> str:
    """Return plain words as they can stand in a heading.

    Every ASCII punctuation mark is a numeric entity, so that neither Python-Markdown nor one of its
    extensions nor a template engine finds anything to act on.
    """
    return re.sub(r"[!-/:-@\[-`{-~]", lambda sign: f"&#{ord(sign[0])};", words)


@cache
def _renderer() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False})


def _rendered(tokens: list[Token]) -> str:
    parser = _renderer()
    return str(parser.renderer.render(tokens, parser.options, {}))


def _raw(kind: str, content: str) -> Token:
    """Return a token that is shown as the HTML it holds, within a line or as a block."""
    raw = Token(kind, "", 0, content=content)
    return Token("inline", "", 0, children=[raw]) if kind == "html_inline" else raw


def _prepared(token: Token) -> list[Token]:
    """Return what stands in the place of a token other than text."""
    if token.type == "table_close":
        return [token, _raw("html_block", "</div>\n")]
    if token.type in {"th_open", "td_open"}:
        _align_by_class(token)
    elif token.type == "fence":
        token.info = ""
    return [token]


def _without_empty_paragraphs(tokens: list[Token]) -> list[Token]:
    """Leave out the paragraphs that held nothing but a mark whose block follows them."""
    kept: list[Token] = []
    for token in tokens:
        if token.type == "paragraph_close" and _is_empty(kept[-1]) and kept[-2].type == "paragraph_open":
            del kept[-2:]
        else:
            kept.append(token)
    return kept


def _is_empty(token: Token) -> bool:
    return token.type == "inline" and not any(child.content for child in token.children or ())


def _words(children: list[Token], given: _Shown) -> str:
    """Return the inline tokens of a paragraph, cell or heading as HTML."""
    out: list[str] = []
    links = 0
    for token in children:
        if token.type == MARK_TOKEN:
            out.append(_inline_mark(token, given, linked=not links))
            continue
        if token.type == "link_open":
            links += 1
            if not str(token.attrGet("href")).startswith("#"):
                token.attrSet("rel", "noopener")
        links -= token.type == "link_close"
        out.append(_rendered([Token("inline", "", 0, children=[token])]))
    return "".join(out)


def _inline_mark(token: Token, given: _Shown, *, linked: bool) -> str:
    if token.info == "withheld":
        return notice(token.content, given.reasons, linked=linked, language=given.language)
    return f'<a href="#{token.info}-{token.content}">{token.info}</a>' if linked else token.info


def _blocks(children: list[Token], placing: Placing) -> str:
    """Return the blocks that the marks of a paragraph place."""
    return "".join(
        placing(token.info, token.content)
        for token in children
        if token.type == MARK_TOKEN and token.info != "withheld"
    )


def _only_mark(children: list[Token]) -> Token | None:
    """Return the mark that a paragraph consists of, if it is alone in it."""
    full = [token for token in children if token.type != "softbreak" and (token.content or token.nesting)]
    return full[0] if len(full) == 1 and full[0].type == MARK_TOKEN else None


def _demote(tokens: list[Token], level: int) -> None:
    """Move all headings down so that the highest among them has this level."""
    opened = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    shift = level - min(opened, default=level)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(int(token.tag[1]) + shift, _LOWEST_LEVEL)}"


def _align_by_class(token: Token) -> None:
    """Say the alignment of a cell by class, because a strict site forbids `style`."""
    joined = str(token.attrGet("class") or "")
    alignment = _ALIGNMENT.fullmatch(str(token.attrGet("style") or ""))
    classes = [*joined.split(), *([f"align-{alignment[1]}"] if alignment else [])]
    token.attrs = {"class": " ".join(classes)} if classes else {}
    if token.tag == "th":
        token.attrSet("scope", "col" if token.type == "th_open" else "row")


def _name_of_table(tokens: list[Token], language: Language) -> str:
    """Return what a table is called to those who do not see it: by its columns."""
    heads = []
    for token in tokens:
        if token.type == "thead_close":
            break
        if token.type == "inline":
            heads.append(_said(token))
    names = ", ".join(head for head in heads if head)
    if not names:
        return escapeHtml(language.gettext("Table"))
    return escapeHtml(language.gettext("Table: %(columns)s") % {"columns": names})


def _name_rows(tokens: list[Token]) -> None:
    """Make the first cell of each row its heading, where each is there and says something else."""
    rows: list[tuple[Token, Token, Token]] = []
    for position, token in enumerate(tokens):
        if token.type == "tbody_open":
            rows = []
        elif token.type == "tr_open" and tokens[position + 1].type == "td_open":
            rows.append((tokens[position + 1], tokens[position + 2], tokens[position + 3]))
        elif token.type == "tbody_close":
            names = {_said(words) for _, words, _ in rows}
            if len(names) == len(rows) and "" not in names:
                for opened, _, closed in rows:
                    opened.tag = closed.tag = "th"


def _unname_empty_heads(tokens: list[Token]) -> None:
    """Make the heads of columns that say nothing plain cells, as the one over the names of rows often is."""
    for opened, words, closed in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if opened.type == "th_open" and not words.content.strip():
            opened.tag = closed.tag = "td"


def _said(token: Token) -> str:
    """Return the words of a cell."""
    said = "".join(child.content for child in token.children or () if child.type in {"text", "code_inline"})
    return " ".join(said.split())
