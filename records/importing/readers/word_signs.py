"""The signs in a run of a Word file, and what stands among them that is no text: pictures, boxes, notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from records.importing.paragraphs.blocks import Oddity, OddityKind, Spot
from records.importing.paragraphs.signs import plain_signs
from records.importing.readers.word_numbers import Numbering
from records.importing.readers.word_styles import MC, Styles, W

_SYMBOLS = {
    "F0FC": "\u2713",
    "F0FE": "\u2713",
    "F0FB": "\u2717",
    "F0FD": "\u2717",
    "F050": "\u2713",
    "F052": "\u2713",
    "F0A8": "\u2610",
}


@dataclass
class Reader:
    """What is known while the parts are read one after the other."""

    styles: Styles
    numbering: Numbering
    links: dict[str, str]
    oddities: list[Oddity] = field(default_factory=list)
    places: dict[str, Spot] = field(default_factory=dict)
    """Where comments and notes are about, by their kind and number."""
    page: int = 1
    count: int = 0

    @property
    def spot(self) -> Spot:
        """The place of the paragraph that is being read."""
        return Spot(self.page if self.page > 1 else 0, self.count)

    def odd(self, kind: OddityKind, text: str = "") -> None:
        """Note something that is not plain text."""
        words = " ".join(plain_signs(text).split())
        if words or kind in {"picture", "macro"}:
            self.oddities.append(Oddity(kind, self.spot, words))


_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}


def signs_in(element: Any, reader: Reader, boxes: list[Any]) -> Iterator[str]:
    """Yield the signs of a run, and note what stands in it that is no text."""
    for child in element:
        tag = child.tag
        if tag == f"{W}t":
            yield child.text or ""
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag == f"{W}sym":
            yield _SYMBOLS.get((child.get(f"{W}char") or "").upper(), "\N{BULLET}")
        if child.get(f"{W}type") == "page" or tag == f"{W}lastRenderedPageBreak":
            reader.page += 1
        elif tag in {f"{W}footnoteReference", f"{W}endnoteReference", f"{W}commentReference"}:
            kind = tag[len(W) :].removesuffix("Reference")
            reader.places[f"{kind}-{child.get(f'{W}id', '')}"] = reader.spot
        elif tag in {f"{W}drawing", f"{W}pict", f"{W}object", f"{MC}AlternateContent"}:
            _drawn(child, reader, boxes)


def _drawn(element: Any, reader: Reader, boxes: list[Any]) -> None:
    """Keep the boxes of a drawing, and note its pictures and embedded files."""
    if element.tag == f"{MC}AlternateContent":
        choice = element.find(f"{MC}Choice")
        element = choice if choice is not None else element
    found = list(element.iter(f"{W}txbxContent"))
    boxes += [box for box in found if not any(other is not box and _holds(other, box) for other in found)]
    names = [
        each.get("descr") or each.get("title") or ""
        for each in element.iter()
        if str(each.tag).endswith("}docPr")
    ]
    if element.tag == f"{W}object" or any(str(each.tag).endswith("}OLEObject") for each in element.iter()):
        kinds = [each.get("ProgID") or "" for each in element.iter() if str(each.tag).endswith("}OLEObject")]
        reader.odd("embedded", " ".join(kinds) or "a file")
    elif not found and any(str(each.tag).endswith(("}blip", "}imagedata")) for each in element.iter()):
        reader.odd("picture", " ".join(names))


def _holds(outer: Any, inner: Any) -> bool:
    return any(each is inner for each in outer.iter())


def text_of(element: Any) -> str:
    """Return all words within an element, those that were struck out too."""
    if element is None:
        return ""
    pieces: list[str] = []
    for each in element.iter():
        if each.tag in {f"{W}t", f"{W}delText"}:
            pieces.append(each.text or "")
        elif each.tag in {f"{W}tab", f"{W}br", f"{W}p", f"{W}tc"}:
            pieces.append(" ")
    return plain_signs("".join(pieces))
