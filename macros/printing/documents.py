"""The document to keep of a record: what its page says, by itself, as a PDF.

It is made of the public record, the partnership, the policy, the glossary and the titles of priorities alone.
Other records are neither named by their titles nor linked, because the file stays as it is when they change
or are taken down.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from editions.datasets import Dataset, assemble
from editions.entities import unescape
from editions.fields import PublicRecord
from editions.frozen import Edition, record_of
from editions.kinds.partnerships import PublicPartnership
from editions.published import History, Published
from editions.typesetting import typeset
from macros.all_macros import macros_for
from macros.kinds import KINDS, address_of
from macros.language.formats import day
from macros.language.languages import language_named, main_language
from macros.printing.glyphs import BEGINS, ENDS, spelled
from macros.printing.trees import Node, tree
from macros.texts import prose, slots

LAYOUT = Path(__file__).parent / "document.typ"
"""The layout. It is the only text that Typst reads as its language."""

STANDING = ("partnership", "policy", "priorities", "glossary")
"""The kinds of record that a document needs beside its own: its owner, the reasons, the titles of chapters of
plans and reports, the abbreviations."""

NEEDED = ("partnership", "policy")
"""Those of them without which no document is made."""

LISTED = 2
"""So many levels of headings stand in the table of contents."""

_WIDE = 7
"""A table of so many columns or more has a page of its own, on its side."""

_LONG = 8
"""A document of so many headings or more, its last two among them, has a table of contents."""

_NESTED = ("inside", "items", "rows", "head", "body", "words", "term")


def is_printed(kind: str) -> bool:
    """Return whether records of a kind are documents, of which a PDF is made."""
    return KINDS[kind].is_document


def print_edition(edition: Edition, standing: Dataset, site: str) -> bytes | None:
    """Return the PDF of an edition; None where there is no partnership or policy to print it for.

    Of the dataset `standing` only the kinds in STANDING are used; `site` is the address of the site. The same
    public values give the same bytes. Raises TypesettingError.
    """
    record = record_of(edition)
    page = KINDS[edition.kind].page
    owner = next(iter(standing.records(PublicPartnership)), None)
    if record is None or page is None or owner is None or not any(_records(standing, "policy")):
        return None
    macros = macros_for(_alone(edition, record, standing), on_paper=True)
    shown = slots.finished(macros[page](record.id), "")
    if shown is None:
        return None
    headings, body = shown
    root = f"{site.rstrip('/')}/"
    permalink = f"{root}{address_of(record)}"
    language = language_named(main_language(owner))
    ending = [
        _heading(language.gettext("If you are worried about a child")),
        *tree(macros["worried"]()),
        _heading(language.gettext("About this document")),
        *_about(edition, owner, permalink),
        *tree(macros["office"]()),
    ]
    title = spelled(unescape(headings[0].words))
    blocks = _settled([*tree(body), *ending], root)
    return typeset(
        LAYOUT, "document", _document(title, blocks, edition, owner, permalink), edition.date, "ua-1"
    )


def _document(
    title: str,
    blocks: list[Node],
    edition: Edition,
    owner: PublicPartnership,
    permalink: str,
) -> dict[str, Any]:
    """Return what the layout is given."""
    language = language_named(main_language(owner))
    if BEGINS in title or any(BEGINS in text for text in _texts(blocks)):
        said = language.gettext(
            "What stands in %(begins)s %(ends)s names signs that this file cannot show. The page has them."
        )
        blocks = [*blocks, _words(said % {"begins": BEGINS, "ends": ENDS})]
    first = next(at for at, each in enumerate(blocks) if each["kind"] == "heading")
    tongue, _, region = language.code.partition("-")
    date = zip(("year", "month", "day"), map(int, edition.date.split("-")), strict=True)
    listed = sum(each["kind"] == "heading" and each["level"] <= LISTED for each in blocks)
    return {
        "title": title,
        "author": spelled(prose.plain(owner.name)),
        "description": language.gettext("Edition %(number)s of %(address)s")
        % {"number": edition.number, "address": permalink},
        "date": dict(date),
        "language": tongue,
        "region": region.lower() or None,
        "notice": language.gettext("Made up: this partnership does not exist.") if owner.fictional else "",
        "permalink": permalink,
        "labels": {
            "contents": language.gettext("Contents"),
            "edition": language.gettext("edition"),
            "page": language.gettext("Page"),
            "of": language.pgettext("page", "of"),
        },
        "edition": str(edition.number),
        "opening": blocks[:first],
        "contents": LISTED if listed >= _LONG else 0,
        "body": blocks[first:],
    }


def _alone(edition: Edition, record: PublicRecord, standing: Dataset) -> Dataset:
    """Return a dataset of one record and what it needs, without references to anything else."""
    beside = [(kind, each) for kind in STANDING for each in _records(standing, kind)]
    history = History(edition.kind, edition.id, (edition,), record)
    made = assemble(Published({(edition.kind, edition.id): history}, frozenset(), ()), beside)
    signed = {kind: tuple(replace(each, draft=False) for each in found) for kind, found in made.kinds.items()}
    return Dataset(signed)


def _records(standing: Dataset, kind: str) -> Iterator[PublicRecord]:
    return (entry.record for entry in standing.kinds.get(kind, ()) if entry.record is not None)


def _about(edition: Edition, owner: PublicPartnership, permalink: str) -> Iterator[Node]:
    """Yield what a document says of itself."""
    link = {"as": "link", "to": permalink, "inside": [_text(permalink)]}
    language = language_named(main_language(owner))
    said = language.gettext
    changed = said("What changed") if edition.number > 1 else said("Note")
    published = said("%(number)s, published %(day)s") % {
        "number": edition.number,
        "day": day(language, edition.date),
    }
    licence = owner.licence
    rows = [
        (said("Published by"), [_text(prose.plain(owner.name))]),
        (said("Edition"), [_text(published)]),
        (changed, [_text(prose.plain(edition.note))]),
        (said("Address"), [link]),
        (
            said("Licence"),
            [_text(prose.plain(licence.name) + (f", {licence.address}" if licence.address else ""))],
        ),
    ]
    yield {
        "kind": "facts",
        "rows": [{"term": [_text(term)], "inside": [_line(pieces)]} for term, pieces in rows],
    }
    yield _words(
        said(
            "This file is how things stood on the day of its edition. The page at the address always has the "
            "newest edition, with links to what else is published."
        )
    )


def _heading(text: str) -> Node:
    return {"kind": "heading", "level": 2, "id": "", "words": [_text(text)]}


def _words(text: str) -> Node:
    return _line([_text(text)])


def _line(pieces: list[Node]) -> Node:
    return {"kind": "words", "style": "", "words": pieces, "leftwards": False}


def _text(text: str) -> Node:
    return {"as": "text", "text": spelled(text)}


def _settled(blocks: list[Node], root: str) -> list[Node]:
    """Return blocks whose headings have no gap between their levels and whose links lead somewhere.

    A link within the document leads to its place there, one to another page of the site has its whole
    address.
    """
    places: set[str] = set()
    _place(blocks, places)
    _level(blocks, 0)
    for each in blocks:
        if each["kind"] == "table" and len(each["widths"]) >= _WIDE:
            each["wide"] = True
    return [_linked(each, places, root) for each in blocks]


def _level(nodes: list[Any], level: int, *, nested: bool = False) -> int:
    """Give headings the levels that leave none out, from that of the heading before on; return the last.

    A heading within a block that stands before the first heading of the document, as in a summary, becomes a
    line in bold: a document begins with a heading of the first level.
    """
    for node in nodes:
        if isinstance(node, list):
            level = _level(node, level, nested=nested)
            continue
        if node.get("kind") == "heading" and nested and not level:
            node |= {"kind": "words", "style": "label", "leftwards": False}
        elif node.get("kind") == "heading":
            level = min(max(node["level"] - 1, 1), level + 1)
            node["level"] = level
        for name in _NESTED:
            level = _level(node.get(name, []), level, nested=True)
    return level


def _place(nodes: list[Any], places: set[str]) -> None:
    """Collect the places of a document; of two with the same name only the first keeps it."""
    for node in nodes:
        if isinstance(node, list):
            _place(node, places)
            continue
        if node.get("id") in places:
            node["id"] = ""
        elif node.get("id"):
            places.add(node["id"])
        for name in _NESTED:
            _place(node.get(name, []), places)


def _linked(node: Any, places: set[str], root: str) -> Any:
    """Return a node with each link made whole, or without it where it leads nowhere."""
    if isinstance(node, list):
        return [_linked(each, places, root) for each in node]
    changed = {name: _linked(node[name], places, root) for name in _NESTED if name in node}
    target = node.get("to", "")
    if target.startswith("#") and target[1:] not in places:
        changed["as"] = "plain"
    elif target.startswith("/"):
        changed["to"] = root + target[1:]
    return node | changed


def _texts(nodes: list[Any]) -> Iterator[str]:
    """Yield every text of a document."""
    for node in nodes:
        if isinstance(node, list):
            yield from _texts(node)
            continue
        yield node.get("text", "")
        for name in _NESTED:
            yield from _texts(node.get(name, []))
