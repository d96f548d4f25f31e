"""Word files read into blocks: text, tables, printed numbers, and whatever is not plain text beside it.

The XML is read directly: the numbers of lists, tracked changes, hidden text and comments stand nowhere else.
Nothing in the file is executed, and nothing outside it is fetched.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from records.importing import import_messages as messages
from records.importing.paragraphs.blocks import Oddity, Part, Source, Spot
from records.importing.readers.refusals import Refusal
from records.importing.readers.word_numbers import Numbering, numbering_of
from records.importing.readers.word_paragraphs import body_parts
from records.importing.readers.word_signs import Reader, text_of
from records.importing.readers.word_styles import Styles

LARGEST_PART = 25_000_000
"""The largest text within a file that is read, in bytes unpacked."""

LARGEST_WHOLE = 400_000_000
MOST_PARTS = 4_000

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_STRICT = b"http://purl.oclc.org/ooxml/"


@dataclass(frozen=True, slots=True)
class _Package:
    """The parts of a Word file that are read."""

    file: zipfile.ZipFile
    names: frozenset[str]
    main: str

    @property
    def folder(self) -> str:
        """The folder of the main part, with a slash."""
        return self.main.rpartition("/")[0] + "/" if "/" in self.main else ""


def read_word(raw: bytes) -> Source:
    """Return what a Word file holds. Raises Refusal for one that is damaged, protected or no Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as file:
            return _read(_package(file))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, NotImplementedError):
        raise Refusal(messages.DAMAGED) from None
    except etree.XMLSyntaxError:
        raise Refusal(messages.DAMAGED) from None
    except RuntimeError:
        # The standard library raises it for an entry with a password.
        raise Refusal(messages.ENCRYPTED) from None


def _package(file: zipfile.ZipFile) -> _Package:
    """Return the parts of a file, after its unpacked size was held against the limits."""
    entries = file.infolist()
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        raise Refusal(messages.TOO_LARGE, limit=LARGEST_WHOLE // 1_000_000)
    names = frozenset(entry.filename for entry in entries)
    package = _Package(file, names, "")
    main = next(
        (
            target
            for kind, target, _ in _relations(package, "_rels/.rels", "")
            if kind.endswith("/officeDocument") and target in names
        ),
        "word/document.xml",
    )
    if main not in names:
        raise Refusal(messages.UNKNOWN_FORMAT)
    return _Package(file, names, main)


def _xml(package: _Package, name: str) -> Any:
    """Return the root of a part; None where there is none. More than the limit is never unpacked."""
    if name not in package.names:
        return None
    with package.file.open(name) as stream:
        raw = stream.read(LARGEST_PART + 1)
    if len(raw) > LARGEST_PART:
        raise Refusal(messages.TOO_LARGE, limit=LARGEST_PART // 1_000_000)
    if _STRICT in raw[:4000]:
        raw = raw.replace(_STRICT + b"wordprocessingml/main", W[1:-1].encode())
        raw = raw.replace(_STRICT + b"officeDocument/relationships", R[1:-1].encode())
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    root = etree.fromstring(raw, parser)
    if root.getroottree().docinfo.doctype:
        # Word writes none. Words behind an entity of the file's own would be lost without a question.
        raise Refusal(messages.DAMAGED)
    return root


def _relations(package: _Package, name: str, folder: str) -> Iterator[tuple[str, str, str]]:
    """Yield the kind, the target and the id of each relation of a part."""
    root = _xml(package, name)
    for each in root.iter(f"{_RELATIONS}Relationship") if root is not None else ():
        target = each.get("Target", "")
        inside = target.lstrip("/") if target.startswith("/") else folder + target
        outside = each.get("TargetMode") == "External"
        yield each.get("Type", ""), target if outside else inside, each.get("Id", "")


def _read(package: _Package) -> Source:
    root = _xml(package, package.main)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise Refusal(messages.UNKNOWN_FORMAT)
    name = package.main.rpartition("/")[2]
    relations = list(_relations(package, f"{package.folder}_rels/{name}.rels", package.folder))
    links = {key: target for kind, target, key in relations if kind.endswith("/hyperlink")}
    numbering = numbering_of(_xml(package, f"{package.folder}numbering.xml"))
    reader = Reader(Styles.of(_xml(package, f"{package.folder}styles.xml")), Numbering(numbering), links)
    parts: list[Part] = list(body_parts(body, reader))
    oddities = [*reader.oddities, *_besides(package, relations, reader)]
    return Source(tuple(parts), tuple(oddities), reader.page if reader.page > 1 else 0)


def _besides(package: _Package, relations: list[tuple[str, str, str]], reader: Reader) -> Iterator[Oddity]:
    """Yield what stands beside the text: headers, footers, comments, notes, embedded files, programs."""
    for ending, kind in (("/header", "header"), ("/footer", "footer")):
        seen: set[str] = set()
        for target in dict.fromkeys(target for relation, target, _ in relations if relation.endswith(ending)):
            text = " ".join(text_of(_xml(package, target)).split())
            if text and text not in seen:
                seen.add(text)
                yield Oddity(kind, Spot(), text)  # type: ignore[arg-type]  # one of the two
    yield from _notes(package, f"{package.folder}comments.xml", "comment", reader)
    for name in ("footnotes", "endnotes"):
        yield from _notes(
            package, f"{package.folder}{name}.xml", "footnote" if name[0] == "f" else "endnote", reader
        )
    for name in sorted(package.names):
        if "/embeddings/" in name or name.rpartition("/")[2].startswith("oleObject"):
            yield Oddity("embedded", Spot(), name.rpartition("/")[2])
        elif name.rpartition("/")[2].lower() in {"vbaproject.bin", "vbadata.xml"} or "/activeX/" in name:
            yield Oddity("macro", Spot(), "")


def _notes(package: _Package, name: str, tag: str, reader: Reader) -> Iterator[Oddity]:
    """Yield comments, footnotes or endnotes, each with the place that it is about."""
    root = _xml(package, name)
    for each in root.iter(f"{W}{tag}") if root is not None else ():
        text = " ".join(text_of(each).split())
        if not text:
            continue
        key = f"{tag}-{each.get(f'{W}id', '')}"
        author = each.get(f"{W}author", "") if tag == "comment" else ""
        words = f"{author}: {text}" if author else text
        yield Oddity("comment" if tag == "comment" else "note", reader.places.get(key, Spot()), words)
