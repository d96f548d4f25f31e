"""Where a leaked term stands or stood: in the site, in the build, in every edition, and in the history.

Nothing here returns the term itself. Names of files that hold it are shown without it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editions.published import FOLDER
from problems import Place
from records.loading import FOLDER as DATA
from records.loading import PENDING
from records.side_files.aside import Source
from records.side_files.known_terms import KnownTerm
from redaction.comparing import is_part
from redaction.opening.views import views_of
from redaction.searching.asks import Asks, asked_in, asks_for
from redaction.searching.folding import fold, fold_source
from redaction.searching.known import known_words
from redaction.searching.terms import Search, found_in_any, search_for, terms_in
from redaction.takedown.histories import Blob, blobs

TOOLS = (".js", ".mjs", ".css", ".map")
"""How the names of scripts and styles end. They are searched as they stand."""

HIDDEN = "…"
"""Stands in the place of a name that holds the term."""

SITE = "site"
LOCK = "published.lock"
PLACES: Mapping[str, str] = {
    SITE: "the built site",
    "build": "what the build left",
    FOLDER: "the editions",
    "docs": "the hand-written pages",
    "mkdocs.yml": "the settings",
    LOCK: "the list of addresses",
    "redirects.yml": "the former addresses",
    f"{DATA}/{PENDING}": "the editions that wait",
}
"""Where the term may stand in a project, with what that is called."""

KIND_ID_NUMBER = 3
KIND_ID_NUMBER_FILE = 4
"""The steps of a path below `published/`: kind, id, number, file."""


@dataclass(frozen=True, slots=True)
class Leaked:
    """The terms of an incident, ready to be searched for."""

    search: Search
    lines: tuple[int, ...]
    """For each term of the search, the line of the file it stands on."""

    unsure: Asks = Asks()  # noqa: RUF009  # frozen and empty
    """Forms that may mean something else: a given name alone, initials, a name that is an ordinary word."""

    def lines_in(self, texts: Iterable[str]) -> tuple[int, ...]:
        """Return the lines of the terms that stand in some folded texts."""
        return tuple(sorted({self.lines[term] for term in found_in_any(self.search, texts)}))


@dataclass(frozen=True, slots=True)
class Standing:
    """One file in which a term stands now."""

    place: str
    """Which of the `PLACES`."""

    path: str
    """Its path, without what holds the term."""

    lines: tuple[int, ...]
    """The lines of the terms that stand in it."""

    record: tuple[str, str] | None = None
    """For an edition: kind and id, if neither holds the term."""

    parts: tuple[str, ...] = ()
    """For an edition: the smallest parts that hold all of it; empty if some stands beside them."""

    is_beside: bool = False
    """For an edition: whether it stands in note or roles, which stay when the content goes."""

    is_newest: bool = True
    """For an edition: whether none follows it."""


@dataclass(frozen=True, slots=True)
class Maybe:
    """A file in which words stand now that may mean a term."""

    path: str
    """Its path, without what holds a term."""

    lines: tuple[int, ...]
    """The lines of the terms that they may mean."""


@dataclass(frozen=True, slots=True)
class Stood:
    """One version of a file in which a term stood, in the history."""

    path: str
    commit: str
    """The commit that brought it, short."""

    day: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """Everything that is known of a leak."""

    standing: tuple[Standing, ...]
    stood: tuple[Stood, ...]
    searched: int
    """How many files and versions were looked through."""

    has_history: bool
    """Whether there is a history that could be read."""

    unread: tuple[str, ...]
    """Files that could not be looked through, without what holds the term."""

    may_be: tuple[Maybe, ...] = ()
    """Files in which stand no term, as far as is sure, but words that may mean one."""


def leaked(terms: Iterable[tuple[int, str]], known: Iterable[tuple[int, KnownTerm]] = ()) -> Leaked:
    """Return the search for terms, each with its line. A long one is found by each of its runs of words.

    `known` are known terms, each with its number, which are searched for in all their forms.
    """
    sources = [Source(term, Place("", number)) for number, term in known]
    forms = known_words(sources, (), (), ())
    found: dict[str, int] = {folded: place.line for folded, place in forms.sure}
    for line, term in terms:
        folded = fold_source(term)
        if folded.strip():
            for each in (*terms_in(folded), *((folded,) if len(folded.split()) == 1 else ())):
                found.setdefault(each, line)
    return Leaked(search_for(list(found)), tuple(found.values()), asks_for(forms.asks))


def look(project: Path, leak: Leaked) -> Incident:
    """Return where terms stand in a project, and where they stood in its history."""
    standing: list[Standing] = []
    unread: list[str] = []
    may_be: list[Maybe] = []
    searched = 0
    for place in PLACES:
        for path in _files(project / place):
            name = path.relative_to(project).as_posix()
            searched += 1
            try:
                found = _standing(place, path, name, leak)
            except OSError:
                unread.append(shown(name, leak))
                continue
            standing += [found] if found is not None else []
            unsure = _unsure_in(name, path.read_bytes(), leak) if found is None else ()
            may_be += [Maybe(shown(name, leak), unsure)] if unsure else []
            if _is_closed(name, path):
                unread.append(shown(name, leak))
    history = blobs(project, (FOLDER, "docs", "mkdocs.yml", LOCK, "redirects.yml", SITE))
    stood: list[Stood] = []
    for blob in history or ():
        searched += 1
        lines = _lines(blob, leak)
        if lines:
            stood.append(Stood(shown(blob.path, leak), blob.commit, blob.day, lines))
    return Incident(
        tuple(standing), tuple(stood), searched, history is not None, tuple(unread), tuple(may_be)
    )


def shown(path: str, leak: Leaked) -> str:
    """Return a path with each step that holds a term hidden, and wholly hidden if only all of it does."""
    steps = [HIDDEN if leak.lines_in([fold(step)]) else step for step in path.split("/")]
    return HIDDEN if leak.lines_in([fold("/".join(steps))]) else "/".join(steps)


def _standing(place: str, path: Path, name: str, leak: Leaked) -> Standing | None:
    raw = path.read_bytes()
    lines = _lines_in_file(name, raw, leak)
    if not lines:
        return None
    steps = name.split("/")[1:]
    if place == FOLDER and steps[KIND_ID_NUMBER:-1] in (["files"], ["texts"]):
        return _paper(path, name, lines, leak)
    if place != FOLDER or len(steps) != KIND_ID_NUMBER_FILE or steps[-1] != "record.json":
        return Standing(place, shown(name, leak), lines)
    plain = _plain(raw)
    record = plain.get("record")
    values = list(record.values()) if isinstance(record, dict) else []
    beside = {key: value for key, value in plain.items() if key != "record"}
    is_named = bool(leak.lines_in([fold(f"{steps[0]} {steps[1]}")]))
    return Standing(
        place,
        shown(name, leak),
        lines,
        record=None if is_named else (steps[0], steps[1]),
        parts=() if is_named else tuple(_parts(values, leak) or ()),
        is_beside=bool(leak.lines_in(_texts(beside))),
        is_newest=not (path.parent.parent / _after(path.parent.name)).exists(),
    )


def _paper(path: Path, name: str, lines: tuple[int, ...], leak: Leaked) -> Standing:
    """Return the standing of a paper's file, which goes with the paper of the same name."""
    kind, record_id, number = name.split("/")[1 : 1 + KIND_ID_NUMBER]
    is_named = bool(leak.lines_in([fold(f"{kind} {record_id}"), fold(path.stem)]))
    return Standing(
        FOLDER,
        shown(name, leak),
        lines,
        record=None if is_named else (kind, record_id),
        parts=() if is_named else (path.stem,),
        is_newest=not (path.parent.parent.parent / _after(number)).exists(),
    )


def _after(number: str) -> str:
    """Return the number of the edition that follows."""
    return str(int(number) + 1) if number.isdecimal() else number


def _lines(blob: Blob, leak: Leaked) -> tuple[int, ...]:
    return _lines_in_file(blob.path, blob.raw, leak)


def _lines_in_file(name: str, raw: bytes, leak: Leaked) -> tuple[int, ...]:
    """Return the lines of the terms in a file: in its name, and in its bytes in every reading."""
    return leak.lines_in([fold(name), *map(fold, _readings(name, raw))])


def _unsure_in(name: str, raw: bytes, leak: Leaked) -> tuple[int, ...]:
    """Return the lines of the terms that words in a file may mean; the theme's own files are full of such."""
    if not leak.unsure.asks or name.endswith((*TOOLS, ".pagefind")):
        return ()
    texts = (name, *_readings(name, raw))
    return tuple(sorted({ask.where.line for text in texts for ask, _ in asked_in(leak.unsure, text)}))


def _readings(name: str, raw: bytes) -> Sequence[str]:
    """Return the texts of a file in every reading."""
    readings: Sequence[str] = ()
    if not name.endswith(TOOLS):  # The scripts and styles of the theme are long, and written in no other way.
        views = views_of(name, raw)
        readings = [*views.readings, *(text for each in views.inside for text in (each.name, *each.readings))]
    return readings or (raw.decode("utf-8", "replace"),)


def _is_closed(name: str, path: Path) -> bool:
    """Return whether a file is of a type whose words cannot be read."""
    problems = views_of(name, path.read_bytes(), searched=False).problems
    return bool(problems) and path.suffix not in {".yml", ".yaml"}


def _files(place: Path) -> Iterator[Path]:
    """Yield the files below a folder, or the file itself; links are not followed."""
    if place.is_file():
        yield place
    for folder, _, files in os.walk(place):
        yield from (Path(folder, name) for name in sorted(files) if not Path(folder, name).is_symlink())


def _plain(raw: bytes) -> dict[str, Any]:
    try:
        plain = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return plain if isinstance(plain, dict) else {}


def _parts(value: Any, leak: Leaked) -> tuple[str, ...] | None:
    """Return the smallest parts that together hold every place of the terms; None where one stands beside."""
    if isinstance(value, str):
        return None if leak.lines_in([fold_source(value)]) else ()
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    if is_part(value) and leak.lines_in([fold(value["id"])]):
        return None
    found: list[str] = []
    for each in inner:
        parts = _parts(each, leak)
        if parts is None:
            return (value["id"],) if is_part(value) else None
        found += parts
    return tuple(dict.fromkeys(found))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield fold_source(value)
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)
