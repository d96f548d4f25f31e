"""Questions of an import that nobody has settled: `pages check` lists them, a sign-off waits for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from problems import Place, Problem, Wording
from records.importing import import_messages as messages
from records.importing.drafting.drafts import KIND, open_questions
from records.loading import Loaded, Records
from records.registers.reading import KIND_OF

KINDS_OF_DRAFTS = frozenset({KIND, *KIND_OF.values()})
"""The kinds of which `pages import` and `pages import-register` write drafts."""


def left_to_settle(project: Path, records: Records) -> Iterator[Problem]:
    """Yield a reminder for each record with open questions, at the first of them."""
    for loaded in records.loaded.values():
        yield from _left(project, loaded, messages.QUESTIONS_LEFT)


def not_settled(project: Path, loaded: Loaded) -> Iterator[Problem]:
    """Yield why a record cannot be signed off, if a question of its import is open."""
    yield from _left(project, loaded, messages.QUESTIONS_OPEN)


def _left(project: Path, loaded: Loaded, wording: Wording) -> Iterator[Problem]:
    if loaded.kind not in KINDS_OF_DRAFTS:
        return
    try:
        text = (project / loaded.file).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return
    lines = open_questions(text)
    if lines:
        yield wording.at(Place(loaded.file, lines[0]), number=len(lines))
