"""The search: an index that Pagefind makes of the pages, and by what its results can be narrowed down.

Pagefind is a program of its own, which is handed each page as soon as it is rendered and reads it on another
processor. It is asked page by page, because it would number the pages of a folder in the order of the disk,
and a site has the same bytes everywhere.
"""

from __future__ import annotations

import base64
import gzip
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import Any

import orjson

FOLDER = "pagefind"
"""Where the index stands in the site."""

FACETS = "search/facets.json"
"""Where the site says by what the results can be narrowed down."""

LANGUAGE = "en"
"""The language whose word forms are known: "meet" finds "meeting". Of others, words are found as written."""

_APART = re.compile(r"</(?:caption|dd|dt|figcaption|summary|th)>")
"""Where Pagefind would run the words of neighbours together."""

_PLACES = 4_000
"""How many places of words one file of the index holds, about. A word that is looked up costs one file; with
Pagefind's own 20,000 three words were 170 kB on a large site."""

_UNKNOWN = "unknown"
Labels = Mapping[str, Mapping[str, tuple[str, ...]]]

_ENTRY = "pagefind-entry.json"
_SIGNATURE = b"pagefind_dcd"
_END = b","
_CHUNK = 65_536


class IndexingError(Exception):
    """Pagefind could not be started, or did not do what it was asked."""


@dataclass(frozen=True, slots=True)
class Index:
    """An index in the making: a Pagefind that reads what it is given, and answers at the end."""

    process: Popen[bytes]
    numbers: Iterator[int]
    """The numbers of the requests, beginning with 1."""


@contextmanager
def indexing(language: str) -> Iterator[Index]:
    """Start Pagefind for pages in a language, and end it afterwards. Raises IndexingError if that fails."""
    try:
        from pagefind_bin import get_executable  # noqa: PLC0415  # Only when a site is built.

        process = Popen(  # noqa: S603  # The program that its own package names.
            [get_executable(), "--service"],
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            cwd=Path(__file__).parent,  # It would obey a pagefind.yml where it is started, and variables.
            env={**_environment(), "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": str(_PLACES)},
        )
    except (ImportError, OSError) as error:
        raise IndexingError from error
    index = Index(process, count(1))
    known = language.partition("-")[0] == LANGUAGE
    try:
        _ask(
            index,
            "NewIndex",
            config={
                "force_language": LANGUAGE if known else _UNKNOWN,
                "exclude_selectors": [".headerlink"],
            },
        )
        yield index
    finally:
        process.kill()
        with suppress(OSError):
            process.communicate()


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}


def add(index: Index, address: str, html: str) -> None:
    """Hand over the content of a page; `address` begins at the root of the site and has no leading `/`.

    A page without content is not found.
    """
    apart = _APART.sub(r" \g<0>", html)
    page = f"<html><body>{apart}</body></html>"
    _ask(index, "AddFile", index_id=0, url=f"/{address}", file_path=None, file_contents=page)


def write(index: Index, labels: Labels, site: Path) -> None:
    """Write the finished index into a site, and by what its results can be narrowed down.

    `labels` are those of each page by its address and the name of the facet. Raises IndexingError if a page
    could not be read.
    """
    files = written(index)
    files[FACETS] = facets(addresses(files), labels)
    for name, content in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def written(index: Index) -> dict[str, bytes]:
    """Return the files of the finished index by their names in the site, without what nobody asks for.

    Raises IndexingError if a page could not be read. Pagefind is not asked to write the files itself, because
    it says that it has done so before it has.
    """
    last = _ask(index, "GetFiles", index_id=0)
    answers = [answer["payload"] for answer in _answers(index, last)]
    if any(answer["type"] == "Error" for answer in answers):
        raise IndexingError
    files = {each["path"]: base64.b64decode(each["content"]) for each in answers[-1]["files"]}
    languages = orjson.loads(files[_ENTRY])["languages"]
    programs = {"pagefind.js", *(f"wasm.{each['wasm'] or _UNKNOWN}.pagefind" for each in languages.values())}
    return {
        f"{FOLDER}/{name}": content
        for name, content in sorted(files.items())
        if name == _ENTRY or name in programs or Path(name).suffix.startswith(".pf_")
    }


def addresses(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the address of each page by its id in the index, given the files of the index."""
    return {
        Path(name).stem: _address_in(content)
        for name, content in files.items()
        if name.endswith(".pf_fragment")
    }


def facets(known: Mapping[str, str], labels: Labels) -> bytes:
    """Return the file that says by what each page of the index can be narrowed down.

    `known` are the `addresses`. In the file a label is the number of its place in the list of its facet.
    """
    names = tuple(dict.fromkeys(name for found in labels.values() for name in found))
    lists = {
        name: sorted({label for found in labels.values() for label in found.get(name, ())}, key=_order)
        for name in names
    }
    places = {name: {label: place for place, label in enumerate(lists[name])} for name in names}
    pages = {
        page: [[places[name][label] for label in labels[address].get(name, ())] for name in names]
        for page, address in known.items()
        if address in labels
    }
    return orjson.dumps({"facets": lists, "pages": pages})


def _order(label: str) -> tuple[int, str]:
    """Return what puts labels in order: years with the newest first, words by the alphabet."""
    return (-int(label), "") if label.isdigit() else (0, label.lower())


def _ask(index: Index, request: str, **values: Any) -> int:
    """Hand a request over and return its number. The answer is not waited for."""
    number = next(index.numbers)
    message = orjson.dumps({"message_id": number, "payload": {"type": request, **values}})
    assert index.process.stdin is not None, "it was opened as a pipe"  # noqa: S101  # says what holds
    try:
        index.process.stdin.write(base64.b64encode(message) + _END)
        index.process.stdin.flush()
    except OSError as error:
        raise IndexingError from error
    return number


def _answers(index: Index, last: int) -> Iterator[dict[str, Any]]:
    """Yield the answers to all requests up to the last. Raises IndexingError if one does not come."""
    assert index.process.stdout is not None, "it was opened as a pipe"  # noqa: S101  # says what holds
    parts: list[bytes] = []
    while more := os.read(index.process.stdout.fileno(), _CHUNK):
        first, *others = more.split(_END)
        parts.append(first)
        for each in others:
            answer: dict[str, Any] = orjson.loads(base64.b64decode(b"".join(parts)))
            parts = [each]
            yield answer
            if answer["message_id"] in {None, last}:
                return
    raise IndexingError


def _address_in(fragment: bytes) -> str:
    content = gzip.decompress(fragment).removeprefix(_SIGNATURE)
    return str(orjson.loads(content)["url"]).removeprefix("/")
