"""What a file is: by the ending of its name and by its content, which must say the same."""

from __future__ import annotations

from pathlib import PurePosixPath

from problems import Wording
from redaction.attachments import attachment_messages as messages

ENDINGS = {"pdf": "pdf", "jpg": "jpeg", "jpeg": "jpeg", "png": "png", "webp": "webp", "csv": "csv"}
"""The types that are published, by the ending of a name."""

ENDING_OF = {"pdf": "pdf", "jpeg": "jpg", "png": "png", "webp": "webp", "csv": "csv"}
"""The ending that a published file of a type has."""

_OFFICE = frozenset(
    "doc docm docx dot dotx eml key msg numbers odg odp ods odt one pages ppsx ppt pptm pptx pub "  # noqa: SIM905  # reads better
    "rtf vsd vsdx xls xlsb xlsm xlsx 7z gz rar tar zip".split()
)
_DRAWINGS = frozenset({"svg", "htm", "html", "xml", "xhtml", "eps", "ai"})

_ARCHIVES = (
    b"PK",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"{\\rtf",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf\x27\x1c",
)
_MARKUP = b"<"
_STARTS = {"pdf": b"%PDF-", "jpeg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n\x1a\n", "webp": b"RIFF"}
_WEBP = slice(8, 12)


def recognize(name: str, raw: bytes) -> str | Wording:
    """Return the type of a file, or why it is not published. The content counts as much as the name."""
    ending = PurePosixPath(name).suffix.removeprefix(".").lower()
    if raw.startswith(_ARCHIVES) or ending in _OFFICE:
        return messages.FILE_OFFICE
    if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_MARKUP) or ending in _DRAWINGS:
        return messages.FILE_DRAWING
    if ending not in ENDINGS:
        return messages.FILE_UNKNOWN
    expected = ENDINGS[ending]
    content = next((kind for kind, start in _STARTS.items() if _is(kind, start, raw)), "csv")
    return expected if content == expected else messages.FILE_OTHERWISE


def _is(kind: str, start: bytes, raw: bytes) -> bool:
    return raw.startswith(start) and (kind != "webp" or raw[_WEBP] == b"WEBP")
