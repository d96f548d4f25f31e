"""What readers wrote into the Word file: their comments and tracked changes, at the items they are about."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from problems import Wording
from redaction.circulating import circulating_messages as messages
from redaction.circulating.word import bookmarks
from redaction.opening import opening_messages
from redaction.opening.archives import open_zip

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
MOST = 2_000
"""How many comments and changes are read."""

Sort = Literal["comment", "put in", "taken out"]


@dataclass(frozen=True, slots=True)
class Remark:
    """One comment or change."""

    sort: Sort
    item: str
    """The id of the item; empty where it stands before the first."""
    about: str = field(repr=False)
    """The words that a comment is about."""
    text: str = field(repr=False)
    author: str = field(repr=False)
    day: str
    """Year-month-day; empty where the file does not say."""


def remarks_in(raw: bytes, items: Collection[str]) -> tuple[Remark, ...] | Wording:
    """Return the comments and tracked changes of a returned file, in its order; or why it cannot be read.

    `items` are the ids of the items of the meeting. Nothing in the file is executed or fetched.
    """
    opened = open_zip(raw)
    if opened.problems:
        large = opening_messages.PACKED_TOO_LARGE in opened.problems
        return messages.RETURNED_TOO_LARGE if large else messages.RETURNED_UNREADABLE
    files = dict(opened.files)
    if any(name.endswith("vbaProject.bin") for name in files):
        return messages.RETURNED_MACROS
    body, notes = _read(files.get("word/document.xml")), _read(files.get("word/comments.xml"))
    if body is None or ("word/comments.xml" in files and notes is None):
        return messages.RETURNED_UNREADABLE
    comments = {note.get(f"{_W}id"): note for note in notes.iter(f"{_W}comment")} if notes is not None else {}
    names = {name: item for item, name in bookmarks(items).items()}
    return tuple(_joined(_remarks(body, comments, names)))[:MOST]


def _read(raw: bytes | None) -> Any:
    """Return the root of some XML, or None for what is none, or brings its own declarations along."""
    from docx.oxml import parse_xml  # noqa: PLC0415  # a large library, needed here only

    if raw is None or _DECLARES.search(raw):
        return None
    try:
        root: Any = parse_xml(raw)
    except Exception:  # noqa: BLE001  # whatever a damaged file makes the library raise, it could not be read
        return None
    # In another encoding than that of the search above, they are seen only now.
    return None if root.getroottree().docinfo.doctype else root


def _remarks(body: Any, comments: dict[Any, Any], names: dict[str, str]) -> Iterator[Remark]:
    """Yield what stands in the text, in its order. A comment is where its range starts, or its sign is."""
    item = ""
    about: dict[Any, str] = {}
    places: dict[Any, str] = {}
    order: list[Any] = []
    changes: list[tuple[int, Remark]] = []
    for element in body.iter():
        tag = str(element.tag).removeprefix(_W)
        name = element.get(f"{_W}name") if tag == "bookmarkStart" else None
        key = element.get(f"{_W}id")
        if name in names:
            item = names[name]
        elif tag in {"commentRangeStart", "commentReference"} and key in comments:
            if key not in places:
                places[key] = item
                order.append(key)
            if tag == "commentRangeStart":
                about[key] = ""
        elif tag == "commentRangeEnd" and key in about:
            comments[key].set("about", about.pop(key))
        elif tag in {"t", "delText"}:
            about = {each: words + (element.text or "") for each, words in about.items()}
        elif tag in {"ins", "del"} and (words := _words(element)):
            sort: Sort = "put in" if tag == "ins" else "taken out"
            changes.append((len(order), _remark(sort, item, "", words, element)))
    for at, key in enumerate(order):
        yield from (remark for number, remark in changes if number == at)
        note = comments[key]
        yield _remark("comment", places[key], note.get("about") or "", _words(note), note)
    yield from (remark for number, remark in changes if number == len(order))


def _joined(remarks: Iterator[Remark]) -> Iterator[Remark]:
    """Yield the remarks, of changes by one author beside each other only one."""
    last: Remark | None = None
    for remark in remarks:
        same = last is not None and (last.sort, last.item, last.author) == (
            remark.sort,
            remark.item,
            remark.author,
        )
        if last is not None and same and remark.sort != "comment":
            last = replace(last, text=f"{last.text} … {remark.text}")
            continue
        if last is not None:
            yield last
        last = remark
    if last is not None:
        yield last


def _remark(sort: Sort, item: str, about: str, text: str, element: Any) -> Remark:
    author = _plain(element.get(f"{_W}author") or "")
    day = (element.get(f"{_W}date") or "")[:10]
    return Remark(sort, item, _plain(about), text, author, day if re.fullmatch(r"[\d-]{10}", day) else "")


def _words(element: Any) -> str:
    """Return the words inside an element, paragraphs apart."""
    parts = []
    for each in element.iter():
        tag = str(each.tag).removeprefix(_W)
        if tag in {"t", "delText"}:
            parts.append(each.text or "")
        elif tag in {"p", "br", "tab"}:
            parts.append(" ")
    return _plain("".join(parts))


def _plain(text: str) -> str:
    """Return a text on one line, with signs only that a record may hold."""
    shown = "".join(sign if sign.isprintable() else " " for sign in text.replace("\u00ad", ""))
    return " ".join(shown.split())
