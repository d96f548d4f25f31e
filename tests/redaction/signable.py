"""Making made-up records such that somebody can sign all of them off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from records.fields import Model
from records.kinds import KINDS
from records.parts.items import Paper
from redaction.values import fields_of
from tests.redaction.fitting import Plain
from tests.redaction.mending import Key, json_copy

MARK = re.compile(r" ?\[\[[^]]*\]\]")


def signable(records: dict[Key, Plain]) -> dict[Key, Plain]:
    """Return the records such that each paper has a file to be published, and each area somebody to check.

    The name and role of whoever checks for an area hold no mark, as both are written into each edition.
    """
    left = json_copy(records)
    for number, paper in enumerate(_papers(left), 1):
        paper |= {"file": f"canary{FIRST + number}z.csv", "publish": "yes"}
    for checker in _area_checkers(left):
        checker |= {name: MARK.sub("", checker[name]).strip() for name in ("name", "role")}
    return left


FIRST = 1_000_000
"""Above the numbers of all words that stand in records."""


def write_papers(records: dict[Key, Plain], project: Path) -> frozenset[str]:
    """Write a table for each paper, with a word that says who may see it, and return the public words."""
    folder = project / "data/files"
    folder.mkdir(parents=True, exist_ok=True)
    public = set()
    for number, paper in enumerate(_papers(records), 1):
        word = f"{'open' if _is_seen(paper) else 'canary'}{2 * FIRST + number}z"
        (folder / paper["file"]).write_text(f"Word\n{word}\n", "utf-8")
        public |= {word} if _is_seen(paper) else set()
    return frozenset(public)


def roles_of_areas(records: dict[Key, Plain]) -> tuple[str, ...]:
    """Return the roles of all who check for an area."""
    return tuple(checker["role"] for checker in _area_checkers(records))


def _area_checkers(records: dict[Key, Plain]) -> Iterator[Plain]:
    for joint in records["policy", "policy"].get("joint", ()):
        yield from joint["checkers"]


def _is_seen(paper: Plain) -> bool:
    """Return whether the public sees all of a paper. Its id says whether what it stands in is withheld."""
    return "canary" not in paper["id"] and not {"withhold", "withhold_fields"} & set(paper)


def _papers(records: dict[Key, Plain]) -> Iterator[Plain]:
    for (kind, _), plain in records.items():
        yield from _papers_in(KINDS[kind].model, plain)


def _papers_in(model: type[Model], plain: Plain) -> Iterator[Plain]:
    known = fields_of(model)
    for name, value in plain.items():
        inner = known[name].model if name in known else None
        for each in value if isinstance(value, list) else (value,):
            if inner is not None and isinstance(each, dict):
                if inner is Paper:
                    yield each
                yield from _papers_in(inner, each)
