"""Which file of `data/files/` became which published file: a private list, which is never published.

A file that did not change since its edition is taken from there and not cleaned again, so that a newer
version of a library, which writes other bytes, changes nothing that was signed off. The digests of private
files stand here and nowhere else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from editions.storing import write_whole
from records.loading import SIGNED_FILES

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Made:
    """How one published file came to be."""

    source: str
    """Digest of the private file and of the title that it was given."""

    published: str
    """Digest of the published file."""


def source_digest(raw: bytes, title: str | None) -> str:
    """Return the digest of a private file. It must not reach anything public."""
    return hashlib.sha256(raw + b"\0" + (title or "").encode()).hexdigest()


def recall(folder: Path) -> dict[str, Made]:
    """Return what is remembered in `data/`, by the address of the published file.

    A list that cannot be read is as good as none: the files are cleaned again.
    """
    try:
        plain = json.loads((folder / SIGNED_FILES).read_bytes())
        return {
            str(path): Made(str(each["source"]), str(each["published"]))
            for path, each in plain["files"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def remember(folder: Path, made: Mapping[str, Made]) -> None:
    """Add to the list what was signed off; nothing is written where there is nothing new."""
    known = recall(folder)
    if not made or made.items() <= known.items():
        return
    files = {path: asdict(each) for path, each in sorted((known | dict(made)).items())}
    content = json.dumps({"format": FORMAT, "files": files}, indent=2) + "\n"
    write_whole(folder / SIGNED_FILES, content.encode(), replacing=True)
