"""The build certificate: what was looked at in a finished site, how, with what, and the digest of each file.

It says nothing of what there is to hide: no number of terms, no number of problems, no place in `data/`.
With other private values it has the same bytes.
"""

from __future__ import annotations

import json
import platform
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from editions.canonical import to_bytes
from problems import Place, Problem
from redaction.opening.archives import ARCHIVES
from redaction.opening.pictures import PICTURES
from redaction.opening.search_files import SEARCH_FILES
from redaction.verifying import certificate_messages as messages

FORMAT = 1
TOOL = "Partnership Pages"
JSON_FILE = "certificate.json"
PAGE_FILE = "certificate.html"
LIBRARIES = ("ahocorasick-rs", "jinja2", "orjson", "pillow", "pydantic", "pypdf", "pypdfium2", "pyyaml")
"""The libraries that read what is published, or what must not be."""

CHECKS = {
    "structure": "Every file was read to its last byte, and is of the type that its name says.",
    "manifest": "Every file is one that the site should have, and no file is missing.",
    "detectors": "Traces of errors, marks, macros, paths, foreign hosts and scripts were looked for.",
    "scan": "What is withheld or private was searched for, in every reading of every file.",
    "terms": "The names of a private list were searched for, in every reading of every file.",
    "twin": "Each record that could be read was projected again with other private values, to the same byte.",
    "canary": "Words planted among private values did not come out.",
}
"""What each check was, in words for a reader."""

TEMPLATES = Path(__file__).parent / "templates"
_ENGINE = Path(__file__).parents[2] / "pyproject.toml"
_LARGEST = 50_000_000
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Seen:
    """One file of a site that was verified."""

    name: str
    kind: str
    """The end of its name, in small letters."""
    origin: str
    """What it is: `page`, `dataset`, `tool`, `asset`, `attachment`, `theme`; `other` where nobody
    says what is due."""
    size: int
    digest: str = field(repr=False)
    """The SHA-256 of its bytes in hexadecimal."""


def certificate_of(
    mode: str, checks: Iterable[str], seen: Iterable[Seen], day: str | None, *, complete: bool = True
) -> dict[str, Any]:
    """Return the certificate of a verified site as plain values; `day` is the one it speaks of.

    It is not `complete` when a private record could not be read.
    """
    files = sorted(seen, key=lambda each: each.name)
    known = tuple(checks)
    searched = not _SEARCHES.isdisjoint(known)
    kinds = Counter(_sort(each, searched=searched) for each in files)
    return {
        "format": FORMAT,
        "tool": {"name": TOOL, "version": engine_version()},
        "python": platform.python_version(),
        "libraries": {name: found for name in LIBRARIES if (found := _version(name))},
        "day": day,
        "mode": mode,
        "complete": complete,
        "checks": [{"check": check, "what": CHECKS[check]} for check in known],
        "kinds": [
            {"kind": kind, "files": number, "read_as": read_as, "from": origin}
            for (kind, origin, read_as), number in sorted(kinds.items())
        ],
        "count": len(files),
        "bytes": sum(each.size for each in files),
        "files": {each.name: each.digest for each in files},
    }


def files_of(certificate: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the two files of a certificate by name: for programs and for people."""
    page = _environment().get_template(PAGE_FILE).render(certificate)
    return {JSON_FILE: to_bytes(certificate), PAGE_FILE: page.encode()}


def day_of(dates: Iterable[str], epoch: str | None) -> str | None:
    """Return the day of a certificate: that of SOURCE_DATE_EPOCH, else the newest day of an edition."""
    if epoch and epoch.isdecimal():
        try:
            return datetime.fromtimestamp(int(epoch), tz=UTC).date().isoformat()
        except (OverflowError, ValueError, OSError):
            pass
    return max(dates, default=None)


def compare(path: Path, seen: Iterable[Seen]) -> tuple[Problem, ...]:
    """Return how the files of a site differ from those that the certificate in a file names."""
    certified = _certified(path)
    if certified is None:
        return (messages.CERTIFICATE_UNREADABLE.at(Place(path.name)),)
    return tuple(_differences(certified, {each.name: each.digest for each in seen}))


def _differences(certified: Mapping[str, str], found: Mapping[str, str]) -> Iterator[Problem]:
    for name, digest in certified.items():
        if name not in found:
            yield messages.CERTIFIED_MISSING.at(Place(name))
        elif found[name] != digest:
            yield messages.CERTIFIED_DIFFERS.at(Place(name))
    yield from (messages.CERTIFIED_NEW.at(Place(name)) for name in found if name not in certified)


def _certified(path: Path) -> dict[str, str] | None:
    """Return the digests that a certificate names; None for a file that is no certificate."""
    try:
        if path.stat().st_size > _LARGEST:
            return None
        plain = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    files = plain.get("files") if isinstance(plain, dict) and plain.get("format") == FORMAT else None
    if not isinstance(files, dict) or not files:
        return None
    return (
        files if all(isinstance(each, str) and _DIGEST.fullmatch(each) for each in files.values()) else None
    )


_SEARCHES = frozenset({"scan", "terms"})
"""The checks that search for words. Without one, nothing is decoded to be searched."""

_THEME = "compared byte for byte with the theme, or by the digest of a tool"
_ATTACHMENT = "digest of what was signed off"
_TEXT = "text, tags"
_READ_AS = (
    (PICTURES, "data of the picture, comments, whatever follows it"),
    ({"pdf"}, "pages, hidden text, properties, outline, notes, forms, files within"),
    (ARCHIVES, "unpacked, each file within by name and content"),
    (SEARCH_FILES, "unpacked, every text"),
)
"""How files are read that are no text, by the ends of their names."""


def _sort(seen: Seen, *, searched: bool) -> tuple[str, str, str]:
    """Return the kind of a file, where it comes from, and how it was read."""
    if seen.origin == "theme":
        return seen.kind, seen.origin, _THEME
    if seen.origin == "attachment":
        words = ", and the words that were read in it then" if searched else ""
        return seen.kind, seen.origin, f"{_ATTACHMENT}{words}"
    for kinds, read_as in _READ_AS:
        if seen.kind in kinds:
            return seen.kind, seen.origin, read_as
    decoded = ", escapes, entities, percent codes, base64" if searched else ""
    return seen.kind, seen.origin, f"{_TEXT}{decoded}"


@cache
def engine_version() -> str:
    """Return the version of this software: that of its repository, from which it usually runs."""
    try:
        return str(tomllib.loads(_ENGINE.read_text("utf-8"))["project"]["version"])
    except (OSError, ValueError, KeyError):
        return _version("partnership-pages") or "unknown"


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
