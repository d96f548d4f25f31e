"""The files of papers: what a public record says of each, and where they stand in the folder of an edition.

`files/` holds what the public can download. `texts/` holds the words that were read in a PDF when it was
signed off, so that it can be searched again without being read again; it is not published.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import StringConstraints

from editions.fields import ID, PublicModel, Word

FILES = "files"
TEXTS = "texts"
ENDINGS = ("pdf", "jpg", "png", "webp", "csv")

PRINTED = rf"{ID}_{ID}"
"""The form of the name of the PDF of a record itself. No id holds its sign `_`, so no paper has it."""

NAME_IN_EDITION = (
    rf"(?:{FILES}/(?:{ID}\.(?:{'|'.join(ENDINGS)})|{PRINTED}\.pdf)|{TEXTS}/(?:{ID}|{PRINTED})\.txt)"
)
"""The form of the names of files in the folder of an edition, beside `record.json`."""

_DIGEST = StringConstraints(pattern=r"\A[0-9a-f]{64}\z")


class PublicDownload(PublicModel):
    """A file that can be downloaded, exactly as it was signed off."""

    path: str
    """Where it stands below the root of the site, for ever: `plans/business-2026/files/budget.pdf`."""

    type: Word
    """What it is: `pdf`, `jpeg`, `png`, `webp` or `csv`."""

    size: int
    """How many bytes it has."""

    pages: int | None = None
    """How many pages a PDF has."""

    width: int | None = None
    """How wide a picture is, in points."""

    height: int | None = None
    """How high a picture is, in points."""

    digest: Annotated[str, _DIGEST]
    """SHA-256 of the file."""

    text: Annotated[str, _DIGEST] | None = None
    """SHA-256 of the words that were read in it and searched, which stand beside it in the edition."""


def path_of(kind: str, record_id: str, paper_id: str, ending: str) -> str:
    """Return the address of the file of a paper, below the root of the site."""
    return f"{kind}/{record_id}/{FILES}/{paper_id}.{ending}"


def printed_path_of(kind: str, record_id: str) -> str:
    """Return the address of the PDF of a record itself: `plans/p/files/plans_p.pdf`."""
    return path_of(kind, record_id, f"{kind}_{record_id}", "pdf")


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of a public file in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def downloads_in(plain: Any) -> Iterator[PublicDownload]:
    """Yield the files that a plain public record names; what has not their form is passed over."""
    if isinstance(plain, dict):
        for name, inner in plain.items():
            if name == "download" and isinstance(inner, dict):
                yield PublicDownload.model_validate(inner)
            elif isinstance(inner, dict | list):
                yield from downloads_in(inner)
    elif isinstance(plain, list):
        for inner in plain:
            if isinstance(inner, dict | list):
                yield from downloads_in(inner)


def files_named_in(plain: Any) -> dict[str, str]:
    """Return the files that the edition of a plain public record has, by name in its folder, with digests."""
    named = {}
    for download in downloads_in(plain):
        name = download.path.rpartition("/")[2]
        named[f"{FILES}/{name}"] = download.digest
        if download.text is not None:
            named[text_name(name)] = download.text
    return named


def text_name(file_name: str) -> str:
    """Return the name, in the folder of an edition, of the words in one of its files."""
    return f"{TEXTS}/{file_name.rpartition('.')[0]}.txt"


def differing(folder: Path, named: Mapping[str, str], found: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Yield the names of files in an edition that are not as signed off, and whether they are there at all.

    `found` are the names that stand in its folder.
    """
    there = set(found)
    for name, digest in named.items():
        if name not in there:
            yield name, False
        elif digest_of((folder / name).read_bytes()) != digest:
            yield name, True


def gathered(record_folder: Path, named: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files of these names and digests, wherever the editions of a record have them.

    What none of them has any more is left out, so that a takedown never waits for a lost file.
    """
    editions = sorted(path for path in record_folder.iterdir() if path.is_dir()) if named else []
    found: dict[str, bytes] = {}
    for name, digest in named.items():
        for path in (edition / name for edition in editions):
            content = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
            if digest_of(content) == digest:
                found[name] = content
                break
    return found
