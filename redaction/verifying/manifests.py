"""The manifest: what may be in a published site. Whatever it does not name should not be there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from hashlib import sha256
from pathlib import Path

from editions.attachments import Attachment
from editions.downloads import digest_of
from problems import Place, Problem
from problems.leavings import is_left_behind
from redaction import verification_messages as messages

DATA = "data/"
"""Where the files of the dataset stand in the site."""

TOOL_FILES = frozenset({"sitemap.xml", "sitemap.xml.gz", "search/facets.json", "404.html"})
"""Files that the tools make from the pages."""

SEARCH_INDEX = re.compile(
    r"pagefind/(?:pagefind-entry\.json|pagefind\.\w+\.pf_meta|fragment/\w+\.pf_fragment|index/\w+\.pf_index)"
)
"""The files in which the search keeps words of the pages. Their names come from their content."""

SEARCH_PROGRAMS = {
    "pagefind/pagefind.js": {"252d272bd34d483d19a752060f6a065114d15ab12c42d8f905ca565e2768a009"},
    "pagefind/wasm.en.pagefind": {
        "bb16c9e6d3d214d4d05cccca51df7b487b86b3657318da767f6ca9e0a2e7259d",
        "e99e9a04b846b68e99dac617421945740e81b1843807c48bdb17adb521c7230f",
        "6c8406154b5d460fc8b6cdbf2c99c008c43c465efdb1f9c15c192f5cf30dcd85",
        "6dcd742398e59de09ba938f725e27ce7f6896979621c46bf409902ef05909da9",
        "68c6aefbc022a1482b1a9d2adbd5599f23fd53ac0326e58cb3aebd82e8cd8232",
    },
    "pagefind/wasm.unknown.pagefind": {
        "3a74cefceacd066e8d3bc8c52e7bc1c869544ca3d9031b44a9b7136356d5d7f4",
        "cf93bf56ed009c839b5df7890ccf7a7fe678be9a20f7dc236f673c6f73796811",
        "2533da887ac06de36813d031310af0f737daadacc931775e342aa5a3857a4959",
        "fdb104414d57b1805881631a68982cf1b5b5b58a45049113ffee21672dd5ab6c",
        "706a7a423f3e9fdd1b6e987b61305a9abf694ca940b3f822e12f2668e4037384",
    },
}
"""The programs of the search, by their SHA-256: Pagefind 1.5.2 for Linux (two processors), macOS (two) and
Windows, whose makers compile them anew for each. They are the same in every site made on one system."""

_PAGE = re.compile(r"(?:[^/]+/)*index\.html")


class Origin(Enum):
    """What a file of the site is."""

    PAGE = "page"
    DATASET = "dataset"
    TOOL = "tool"
    ASSET = "asset"
    """A file of docs/, byte for byte."""
    ATTACHMENT = "attachment"
    """The file of a paper, with the digest that was signed off."""
    THEME = "theme"
    """A file of the theme, byte for byte. It is the same in every site, so its words need no search."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a site may hold."""

    dataset: Mapping[str, bytes] | None = field(default=None, repr=False)
    """The files made from the editions by name: `meetings.json`. None when they are not known."""

    others: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """Other files made from the editions, by name in the site: feeds, calendars, tables, notices."""
    attachments: Mapping[str, Attachment] = field(default_factory=dict, repr=False)
    """The files of papers by address. Each was looked at and searched when it was signed off."""

    pages: Collection[str] | None = None
    """The pages by path in docs/: `meetings/2026-03-12-executive.md`. None when they are not known; then
    every `index.html` counts as one."""

    documents: Path | None = None
    """The folder docs/."""

    theme_folders: Sequence[Path] = ()
    """Folders laid out like the site, whose files the theme copies."""

    @property
    def is_known(self) -> bool:
        """Whether anybody says what the site should hold; of a site without its project nobody does."""
        return self.dataset is not None or self.pages is not None


def pages_in(manifest: Manifest) -> frozenset[str] | None:
    """Return the files in the site that the pages and docs/ become; None when the pages are not known."""
    if manifest.pages is None:
        return None
    folder = manifest.documents
    found = [path.relative_to(folder).as_posix() for path in folder.rglob("*.md")] if folder else ()
    written = (name for name in found if not is_left_behind(name.rpartition("/")[2]))
    return frozenset(page_of(source) for source in {*manifest.pages, *written})


def origin_of(name: str, raw: bytes, manifest: Manifest, pages: frozenset[str] | None) -> Origin | None:
    """Return what a file of the site is; None when nothing accounts for it. `pages` is from `pages_in`."""
    if _is_of_theme(name, raw, manifest):
        return Origin.THEME
    if name in manifest.attachments:
        return Origin.ATTACHMENT if digest_of(raw) == manifest.attachments[name].digest else None
    if name in TOOL_FILES or SEARCH_INDEX.fullmatch(name):
        return Origin.TOOL
    return Origin.DATASET if name in manifest.others else _origin_of_own(name, raw, manifest, pages)


def _origin_of_own(name: str, raw: bytes, manifest: Manifest, pages: frozenset[str] | None) -> Origin | None:
    """Return what a file is that neither the theme, nor a tool, nor a paper accounts for."""
    if name.startswith(DATA) and name.endswith(".json"):
        known = manifest.dataset is None or name.removeprefix(DATA) in manifest.dataset
        return Origin.DATASET if known else None
    if name in pages if pages is not None else _PAGE.fullmatch(name):
        return Origin.PAGE
    is_left = is_left_behind(name.rpartition("/")[2])
    is_asset = not is_left and manifest.documents is not None and _is_same(manifest.documents, name, raw)
    return Origin.ASSET if is_asset and not name.endswith(".md") else None


def _is_of_theme(name: str, raw: bytes, manifest: Manifest) -> bool:
    """Return whether a file is one of the theme, or a program of the search, byte for byte."""
    if name in SEARCH_PROGRAMS:
        return sha256(raw).hexdigest() in SEARCH_PROGRAMS[name]
    return any(_is_same(folder, name, raw) for folder in manifest.theme_folders)


def page_of(source: str) -> str:
    """Return the file in the site that a page of docs/ becomes: `groups/index.html` for `groups/index.md`."""
    stem = source.removesuffix(".md")
    folder, _, last = stem.rpartition("/")
    if last in {"index", "README"}:
        return f"{folder}/index.html".lstrip("/")
    return f"{stem}.html" if stem == "404" else f"{stem}/index.html"


def differing(files: Mapping[str, bytes], manifest: Manifest) -> tuple[Problem, ...]:
    """Return which pages and files a site lacks, and which of the dataset it lacks or has otherwise."""
    missing = (
        messages.PAGE_MISSING.at(Place(page))
        for page in sorted(pages_in(manifest) or ())
        if page not in files
    )
    lost = (messages.ATTACHMENT_MISSING.at(Place(name)) for name in manifest.attachments if name not in files)
    return (*missing, *lost, *_differing(files, made_files(manifest)))


def made_files(manifest: Manifest) -> dict[str, bytes]:
    """Return every file that is made from the editions alone, by name in the site."""
    dataset = {DATA + name: content for name, content in (manifest.dataset or {}).items()}
    return dataset | dict(manifest.others)


def _differing(files: Mapping[str, bytes], made: Mapping[str, bytes]) -> Iterator[Problem]:
    for name, content in made.items():
        if name not in files:
            yield messages.DATASET_MISSING.at(Place(name))
        elif files[name] != content:
            yield messages.DATASET_DIFFERS.at(Place(name))


def _is_same(folder: Path, name: str, raw: bytes) -> bool:
    """Return whether a folder holds this very file under this name."""
    path = folder / name
    try:
        return path.is_file() and path.stat().st_size == len(raw) and path.read_bytes() == raw
    except OSError:
        return False
