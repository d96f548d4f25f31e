"""A language that nobody speaks, as data: each message in brackets, and the dates of Welsh."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from macros import catalogues
from macros.language import languages

CODE = "qps"
OPEN, CLOSE = BOTH = "\u27e6\u27e7"


def said(message: str) -> str:
    """Return a message as this language says it."""
    return f"{OPEN}{message}{CLOSE}"


def install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write the language into a folder and have the site look for languages there."""
    english = languages.LOCALES / languages.SOURCE / languages.FORMATS
    for code, formats in ((languages.SOURCE, english.read_text("utf-8")), (CODE, _formats(english))):
        (folder / code / languages.CATALOGUE).parent.mkdir(parents=True)
        (folder / code / languages.FORMATS).write_text(formats, "utf-8")
    (folder / CODE / languages.CATALOGUE).write_bytes(_catalogue())
    monkeypatch.setattr(languages, "LOCALES", folder)
    languages.language_named.cache_clear()


def speaking(partnership: dict[str, Any]) -> dict[str, Any]:
    """Return the record of a partnership whose site is in this language."""
    return partnership | {"languages": [CODE]}


@cache
def _catalogue() -> bytes:
    """Return the catalogue, with every message translated."""
    found = catalogues.messages()
    for entry in found:
        if entry.id:
            forms = entry.id if isinstance(entry.id, list | tuple) else None
            entry.string = tuple(map(said, forms)) if forms else said(str(entry.id))
    return catalogues.written(found)


def _formats(english: Path) -> str:
    shapes = english.read_text("utf-8").replace('"en_GB"', '"cy"')
    for word in ("to", "midday", "midnight"):
        shapes = re.sub(f'(?<=["}} ]){word}(?=["{{ ])', said(word), shapes)
    return shapes
