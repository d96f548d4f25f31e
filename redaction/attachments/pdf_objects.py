"""The objects of a PDF: what must not be in it, and what is taken out of it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from problems import Wording
from redaction.attachments import attachment_messages as messages
from redaction.attachments.cleaned import Flaw, pages_in_words
from redaction.attachments.pdf_pictures import without_data

_ROOT = frozenset(
    {
        *("/Type", "/Pages", "/PageLabels", "/Dests", "/Names", "/Outlines", "/PageMode", "/PageLayout"),
        *("/ViewerPreferences", "/MarkInfo", "/Lang", "/StructTreeRoot", "/OCProperties", "/Version"),
    }
)
_PAGE = frozenset(
    {
        *("/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"),
        *("/Rotate", "/Contents", "/Annots", "/StructParents", "/Tabs", "/Group", "/UserUnit"),
    }
)
_LINK = frozenset(
    {
        *("/Type", "/Subtype", "/Rect", "/Border", "/C", "/H", "/BS", "/QuadPoints", "/A", "/Dest", "/F"),
        *("/StructParent", "/Contents", "/P"),
    }
)
"""What is kept of the three objects that hold most; whatever else stands there goes."""

_DROPPED = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/AA", "/OpenAction", "/OPI", "/Alternates")
"""What goes wherever it stands: properties, what programs note for themselves, small pictures, actions."""

_WORDS = ("/ActualText", "/Alt", "/E", "/T")
_WEB = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_FORM = frozenset({"/Widget"})
_EMBEDDED = frozenset({"/FileAttachment", "/RichMedia", "/Sound", "/Movie", "/Screen", "/3D"})
_TAKEN_BY_PAGES = re.compile(rb"/([^\s/<>\[\]()%{}]+)\s+Do\b")


@dataclass
class _Findings:
    """What was found in one file so far."""

    wordings: dict[Wording, None] = field(default_factory=dict)
    notes: list[int] = field(default_factory=list)
    """The pages with comments and boxes on them."""


def strip(raw: bytes, title: str | None) -> tuple[bytes, tuple[Flaw, ...]]:
    """Return a PDF with one clean save of what its pages need, or why it is refused.

    Its structure stays, which reads a page aloud in order. `title` is the title of the paper, which is all
    that its properties say. Raises whatever pypdf raises for a damaged file.
    """
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415  # only where a paper is a PDF

    reader = PdfReader(io.BytesIO(raw))
    if reader.is_encrypted:
        return b"", (Flaw(messages.PDF_LOCKED),)
    writer = PdfWriter(clone_from=reader)
    found = _Findings()
    root = writer.root_object
    pages = [page.get_object() for page in writer.pages]
    _refuse_root(root, found)
    for number, page in enumerate(pages, 1):
        _refuse_notes(page, number, found)
    for each in _reachable(root):
        _refuse_within(each, found)
    flaws = [Flaw(wording) for wording in found.wordings]
    if found.notes:
        flaws.append(Flaw(messages.PDF_NOTES, {"pages": pages_in_words(found.notes)}))
    if flaws:
        return b"", tuple(flaws)
    _clean_root(root)
    for page in pages:
        _clean_page(page)
    shown = {id(page) for page in pages}
    for each in _reachable(root):
        if isinstance(each, dict):
            _clean_mapping(each, shown)
        else:
            _forget_pages(each, shown)
    return _written(_written(_bytes(writer), None), title), ()


def _bytes(writer: Any) -> bytes:
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _written(raw: bytes, title: str | None) -> bytes:
    """Return a PDF written anew from its root, so that nothing stays that nothing leads to."""
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415  # only where a paper is a PDF

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(raw)))
    writer.metadata = None
    if title:
        writer.add_metadata({"/Title": title})
    writer.pdf_header = "%PDF-1.7"
    writer._ID = None  # noqa: SLF001  # else the ids of the source stay; there is no other way
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
    return _bytes(writer)


def _refuse_root(root: Any, found: _Findings) -> None:
    """Note what the whole file holds that must not be published."""
    if "/Collection" in root or "/EmbeddedFiles" in root.get("/Names", {}):
        found.wordings[messages.PDF_FILES] = None
    if "/JavaScript" in root.get("/Names", {}):
        found.wordings[messages.PDF_SCRIPT] = None
    form = root.get("/AcroForm", {})
    if form.get("/Fields") or "/XFA" in form or "/Perms" in root:
        found.wordings[messages.PDF_FORM] = None
    if _hides_layers(root.get("/OCProperties", {})):
        found.wordings[messages.PDF_LAYERS] = None


def _clean_root(root: Any) -> None:
    _keep(root, _ROOT)
    if "/Names" in root:
        _keep(root["/Names"], frozenset({"/Dests"}))


def _hides_layers(layers: Any) -> bool:
    """Return whether a file has layers of which some are not shown, or not everywhere."""
    if not layers:
        return False
    usual = layers.get("/D", {})
    others = layers.get("/Configs", [])
    groups = [each.get_object() for each in layers.get("/OCGs", [])]
    states = [
        each.get(kind, {}).get(state)
        for each in (group.get("/Usage", {}) for group in groups)
        for kind, state in (("/View", "/ViewState"), ("/Print", "/PrintState"))
    ]
    return bool(usual.get("/OFF") or usual.get("/BaseState", "/ON") != "/ON" or others or "/OFF" in states)


def _refuse_notes(page: Any, number: int, found: _Findings) -> None:
    """Note comments, forms and files that are laid over a page."""
    for each in page.get("/Annots") or ():
        kind = each.get_object().get("/Subtype")
        if kind in _FORM:
            found.wordings[messages.PDF_FORM] = None
        elif kind in _EMBEDDED:
            found.wordings[messages.PDF_FILES] = None
        elif kind != "/Link":
            found.notes.append(number)


def _refuse_within(each: Any, found: _Findings) -> None:
    """Note what one object holds that must not be published."""
    if not isinstance(each, dict):
        return
    if "/EF" in each or each.get("/AF") or each.get("/Type") == "/EmbeddedFile":
        found.wordings[messages.PDF_FILES] = None
    if "/JS" in each or each.get("/S") == "/JavaScript":
        found.wordings[messages.PDF_SCRIPT] = None


def _clean_page(page: Any) -> None:
    """Drop all but what a page draws, and its links."""
    for each in page.get("/Annots") or ():
        _keep(each.get_object(), _LINK)
    _keep(page, _PAGE)
    _drop_undrawn(page)


def _drop_undrawn(page: Any) -> None:
    """Leave out the pictures and forms that a page may draw and does not.

    A page that was cut out of a longer file often has those of all its pages.
    """
    from pypdf.generic import DictionaryObject, NameObject  # noqa: PLC0415  # only where a paper is a PDF

    contents = page.get_contents() if hasattr(page, "get_contents") else None
    resources = page.get("/Resources")
    known = resources.get("/XObject") if resources is not None else None
    if contents is None or known is None:
        return
    drawn = {b"/" + name for name in _TAKEN_BY_PAGES.findall(contents.get_data())}
    used = {key: known.raw_get(key) for key in known if str(key).encode("latin-1", "replace") in drawn}
    leans = any(
        each.get_object().get("/Subtype") == "/Form" and "/Resources" not in each.get_object()
        for each in used.values()
    )
    if leans or len(used) == len(known):
        return
    own = DictionaryObject({key: resources.raw_get(key) for key in resources})
    own[NameObject("/XObject")] = DictionaryObject(used)
    page[NameObject("/Resources")] = own


def _keep(mapping: Any, names: frozenset[str]) -> None:
    for key in [each for each in mapping if each not in names]:
        del mapping[key]


def _reachable(root: Any) -> Iterator[Any]:
    """Yield every mapping and list that the root leads to, each once, before what is inside it."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        each = waiting.pop().get_object()
        if id(each) in seen or not isinstance(each, dict | list):
            continue
        seen.add(id(each))
        yield each
        waiting += [dict.__getitem__(each, key) for key in each] if isinstance(each, dict) else list(each)


def _clean_mapping(mapping: Any, pages: set[int]) -> None:
    """Take out of one object what nobody sees."""
    for key in [*_DROPPED, *(["/A"] if "/A" in mapping and not _is_harmless(mapping["/A"]) else [])]:
        if key in mapping:
            del mapping[key]
    for key in [key for key in mapping if _is_foreign(dict.__getitem__(mapping, key), pages)]:
        del mapping[key]
        for words in (words for words in _WORDS if words in mapping):
            del mapping[words]
    if mapping.get("/Subtype") == "/Image" and hasattr(mapping, "_data"):
        without_data(mapping)


def _is_harmless(action: Any) -> bool:
    """Return whether following a link only leads to a page of the web or of the same file."""
    if not isinstance(action, dict):
        return True  # Of an object that is no link, `/A` is something else: an attribute of the structure.
    action.pop("/Next", None)
    if action.get("/S") == "/URI":
        return bool(_WEB.match(str(action.get("/URI", ""))))
    return action.get("/S") in {None, "/GoTo", "/Named"}


def _forget_pages(members: Any, pages: set[int]) -> None:
    from pypdf.generic import NullObject  # noqa: PLC0415  # only where a paper is a PDF

    for position, each in enumerate(list.__iter__(members)):
        if _is_foreign(each, pages):
            members[position] = NullObject()


def _is_foreign(value: Any, pages: set[int]) -> bool:
    """Return whether a value is a page that the file does not show: one of a file it was cut out of."""
    here = value.get_object() if hasattr(value, "get_object") else value
    return isinstance(here, dict) and here.get("/Type") == "/Page" and id(here) not in pages


def strings_in(raw: bytes) -> Iterator[str]:
    """Yield the words of a PDF that stand beside its pages: bookmarks, addresses, descriptions of pictures.

    Raises whatever pypdf raises for a damaged file.
    """
    from pypdf import PdfReader  # noqa: PLC0415  # only where a paper is a PDF

    reader = PdfReader(io.BytesIO(raw))
    for each in _reachable(reader.trailer):
        values = [dict.__getitem__(each, key) for key in each] if isinstance(each, dict) else each
        for value in values:
            if isinstance(value, bytes):
                yield from _decoded(value)
            elif isinstance(value, str) and not value.startswith("/"):
                yield str(value)
        if hasattr(each, "get_data") and each.get("/Subtype") != "/Image" and "/Length1" not in each:
            yield from _said_in(each.get_data())


_SAID = re.compile(
    rb"/(?:ActualText|Alt|E|Contents)\s*(?:\(((?:\\.|[^\\)])*)\)|<([0-9A-Fa-f\s]*)>)", re.DOTALL
)


def _said_in(content: bytes) -> Iterator[str]:
    """Yield what the drawing of a page says beside what it draws: text for reading aloud."""
    for literal, digits in _SAID.findall(content):
        if digits:
            packed = b"".join(digits.split())
            yield from _decoded(bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode()))
        else:
            yield from _decoded(re.sub(rb"\\([()\\])", rb"\1", literal))


def _decoded(content: bytes) -> Iterator[str]:
    if content.startswith((b"\xfe\xff", b"\xff\xfe")):
        yield content.decode("utf-16", "replace")
    else:
        yield content.decode("latin-1").strip("\0")
