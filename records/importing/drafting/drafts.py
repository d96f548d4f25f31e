"""A file made into a draft: the text of a record, its questions, and how much of the source stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from problems import Place, Problem
from records.importing import import_messages as messages
from records.importing.drafting.audits import RUN, Audit, audited, lost_in, words_of
from records.importing.drafting.meetings import Recognized, Told, recognized
from records.importing.drafting.prose import WIDTH, wrapped
from records.importing.drafting.questions import Question, as_comment
from records.importing.drafting.yaml_texts import yaml_text
from records.importing.paragraphs.blocks import Source, Spot
from records.importing.paragraphs.dates import without_days
from records.importing.recognising.known import Known
from records.kinds import KINDS
from records.validating import validate
from records.yaml_files.nodes import plain
from records.yaml_files.reading import read

KIND = "meetings"
OPEN = re.compile(r"^ *# QUESTION \d+\b", re.MULTILINE)
"""How a question that nobody has settled begins, in a comment."""

HEAD = (
    (
        "A draft that `pages import` made. Nothing of it is public, and it cannot be signed off while a "
        "question stands."
    ),
    "Settle each question, and remove its lines. `pages check` lists those that are left.",
)
MOST_QUESTIONS = 12


@dataclass(frozen=True, slots=True)
class Draft:
    """What came of a file."""

    id: str
    text: str
    """The record as YAML."""
    values: dict[str, Any]
    questions: tuple[Question, ...]
    placed: Audit
    """How much of the source stands where it was recognised."""
    lost: tuple[tuple[Spot, str], ...]
    """Words that stand nowhere in the record: none, unless we made a mistake."""


def draft_of(
    source: Source,
    known: Known,
    told: Told,
    detect: Callable[[str], Iterable[str]],
    *,
    first: Question | None = None,
) -> Draft | Problem:
    """Return the draft of a meeting, or the problem for which there is none: no group, or no day."""
    place = Place(told.file_name)
    if not told.group and not known.groups:
        return messages.NO_GROUP.at(place)
    found = recognized(source, known, told, detect)
    if not found.day:
        return messages.NO_DATE.at(place)
    names = _names(found, known)
    placed = audited(source, found.values, names)
    values = _with_source(found.values, told.file_name, placed)
    lost = lost_in(placed, values)
    unplaced = [
        (spot, text) for spot, text in placed.missing if len(words_of(" ".join(without_days(text)))) >= RUN
    ]
    asked = [first] if first else []
    asked += found.questions
    if unplaced:
        asked.append(Question(messages.UNPLACED, tuple(spot for spot, _ in unplaced), "", "They are kept."))
    asked = _fewer([Question(messages.UNREAD, (), "", ""), *asked])
    return Draft(f"{found.day}-{found.group}", _text(values, asked), values, tuple(asked), placed, lost)


def _fewer(asked: list[Question]) -> list[Question]:
    """Return at most a dozen questions: the last of them are joined where there are more."""
    if len(asked) <= MOST_QUESTIONS:
        return asked
    kept, rest = asked[: MOST_QUESTIONS - 1], asked[MOST_QUESTIONS - 1 :]
    words = " ".join(f"{each.wording.message} {each.words}".strip() for each in rest)
    return [*kept, replace(rest[0], spots=tuple(spot for each in rest for spot in each.spots), words=words)]


def _names(found: Recognized, known: Known) -> list[str]:
    """Return the names for which the draft has ids."""
    ids = set(_ids(found.values))
    names = [each.name for each in known.people if each.id in ids]
    names += [name for each in known.people if each.id in ids for name in each.names]
    names += [name for name, body in known.bodies.items() if body in ids]
    return names + [name for name, group in known.groups.items() if group in ids]


def _ids(value: Any) -> Iterable[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _ids(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _ids(inner)
    else:
        yield value


def _with_source(values: dict[str, Any], file_name: str, placed: Audit) -> dict[str, Any]:
    """Return the values with where they are from, and each paragraph of which words have no place."""
    origin: dict[str, Any] = {"file": " ".join(file_name.split())} if file_name else {}
    places: dict[Spot, list[str]] = {}
    for spot, text in placed.missing:
        places.setdefault(spot, []).append(" ".join(text.split()))
    printed = [f"{spot}: {' | '.join(texts)}" for spot, texts in places.items()]
    if printed:
        origin["printed"] = "\n".join(wrapped(line, WIDTH, "  ") for line in printed)
    return {**values, "source": origin} if origin else values


def _text(values: dict[str, Any], asked: list[Question]) -> str:
    comments: dict[tuple[str | int, ...], list[str]] = {}
    head = [*HEAD]
    for number, question in enumerate(asked, 1):
        words = as_comment(number, question)
        if question.at and question.at[0] in values:
            comments.setdefault(question.at, []).append(words)
        else:
            head.append(words)
    return yaml_text(values, comments, head)


def problems_in(draft: Draft, file: str) -> tuple[Problem, ...]:
    """Return what records' own reading finds wrong with a draft: nothing, unless we made a mistake."""
    reading = read(draft.text.encode(), file)
    if reading.node is None:
        return reading.problems
    written = plain(reading.node)
    values = {**written, "id": draft.id} if isinstance(written, dict) else {}
    return (*reading.problems, *validate(KINDS[KIND], values, reading.node, file)[1])


def open_questions(text: str) -> tuple[int, ...]:
    """Return the lines of a record on which a question stands that nobody has settled."""
    return tuple(text.count("\n", 0, found.start()) + 1 for found in OPEN.finditer(text))
