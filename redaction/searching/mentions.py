"""Where else something that is taken down is named: in other records, on hand-written pages, in settings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from editions.canonical import to_plain
from editions.fields import PublicRecord
from editions.published import History, Published
from problems import Problem
from redaction import takedown_messages as messages
from redaction.projecting.cutting_out import titles_of
from redaction.searching.folding import fold_source
from redaction.searching.placing import Locate
from redaction.searching.scanning import texts_in

HAND_WRITTEN = ("docs", "mkdocs.yml")
"""What people wrote beside the records."""

_WORDS = 2
"""How many words a title has at least that is searched for; a family name is searched for alone."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A record whose editions name the target, or a hand-written file."""

    name: str
    """KIND/ID, or the path of the file."""

    numbers: tuple[int, ...] = ()
    """The numbers of the editions."""

    def __str__(self) -> str:
        word = "edition" if len(self.numbers) == 1 else "editions"
        return f"{self.name}, {word} {', '.join(map(str, self.numbers))}" if self.numbers else self.name


def pattern_of(record_id: str, part: str | None) -> re.Pattern[str]:
    """Return what finds a record or part by its id, alone or in an address."""
    name = rf"{re.escape(record_id)}(?:/|/?#)(?:[a-z]+-)?{re.escape(part)}" if part else re.escape(record_id)
    return re.compile(rf"(?<![a-z0-9-]){name}(?![a-z0-9]|-[a-z0-9])")


def mentions(published: Published, kind: str, record_id: str, part: str | None) -> tuple[Mention, ...]:
    """Return the other records whose editions name a record or part, by its id or its title."""
    target = published.histories.get((kind, record_id))
    wanted = pattern_of(record_id, part)
    titles = tuple(_titles(target, part)) if target is not None else ()
    found = []
    for key, history in published.histories.items():
        if key == (kind, record_id):
            continue
        numbers = tuple(
            each.number for each in history.editions if each.record and _names(each.record, wanted, titles)
        )
        if numbers:
            found.append(Mention("/".join(key), numbers))
    return tuple(found)


def words_about(record: PublicRecord, names: Collection[str], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each text of a public record that names, by its id, what was taken down."""
    for name in sorted(names):
        _, record_id, *part = name.split("/")
        pattern = pattern_of(record_id, part[0] if part else None)
        for path, text in texts_in(to_plain(record)):
            if pattern.search(text) and path != ("id",):
                yield messages.WORDS_ABOUT_GONE.at(locate(path), name=name)


def hand_written_mentions(project: Path, record_id: str, part: str | None) -> tuple[Mention, ...]:
    """Return the files of `docs/`, and `mkdocs.yml`, that name a record or part by its id."""
    wanted = pattern_of(record_id, part)
    return tuple(
        Mention(path.relative_to(project).as_posix())
        for path in _files(project)
        if wanted.search(path.read_bytes().decode("utf-8", "replace"))
    )


def _titles(target: History, part: str | None) -> Iterator[str]:
    """Yield the folded titles of the target, as every edition printed them."""
    for edition in target.editions:
        plain = edition.record or {}
        said: Iterable[object] = titles_of(plain, part) if part else (plain.get("title"), plain.get("name"))
        for title in said:
            folded = fold_source(title) if isinstance(title, str) else ""
            if len(folded.split()) >= _WORDS:
                yield folded
        if target.kind == "people" and isinstance(plain.get("name"), str):
            yield fold_source(plain["name"].split()[-1])


def _names(plain: dict[str, object], wanted: re.Pattern[str], titles: tuple[str, ...]) -> bool:
    return any(
        wanted.search(text) or any(title in fold_source(text) for title in titles)
        for _, text in texts_in(plain)
    )


def _files(project: Path) -> Iterator[Path]:
    for name in HAND_WRITTEN:
        path = project / name
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (each for each in found if each.is_file() and each.suffix in {".md", ".yml", ".yaml"})
