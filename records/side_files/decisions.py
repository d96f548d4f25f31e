"""Decisions about words that the software asked about, in the file that `pages decide` writes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from problems import Place, Problem, errors
from records.fields import Day, Line, Model, Note, Private
from records.side_files import side_messages as messages
from records.starting import quoted
from records.validating import place_in, validate_model
from records.yaml_files import nodes
from records.yaml_files.files import read_anywhere
from records.yaml_files.reading import read

FILE = "decisions.yml"
"""The name of the file in `data/`."""

HEADING = """\
# What was decided about words that the software asked about. It is private, and never published.
# `pages decide` writes it; to take a decision back, remove its entry.
"""


class WordDecision(Model):
    """What somebody decided about some words, wherever they stand."""

    words: Private[Note]
    """The words."""

    decision: Private[Literal["allow", "withhold"]]
    """Whether they may be published, or must not be."""

    reason: Private[Note | None] = None
    """Why they may be published; for words to be withheld, the reason of the policy that a mark gives."""

    role: Private[Line]
    """The role of whoever decided."""

    decided: Private[Day]
    """The day on which it was decided."""

    until: Private[Day | None] = None
    """The last day on which words may be published; after it, they are asked about again."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.decision == "allow" and self.reason is None:
            raise PydanticCustomError(
                "goes_with", "goes with", {"first": "decision: allow", "second": "reason"}
            )
        if self.decision == "withhold" and self.until is not None:
            raise PydanticCustomError(
                "goes_with", "goes with", {"first": "until", "second": "decision: allow"}
            )
        return self


class Decisions(Model):
    """Every decision."""

    decisions: Private[tuple[WordDecision, ...]] = ()
    """The decisions, in the order of the alphabet."""


def read_decisions(path: Path, name: str) -> tuple[Decisions, tuple[Place, ...], tuple[Problem, ...]]:
    """Return the decisions in a file, the place of each, and all that is wrong; a missing file has none.

    With an error there are no decisions. `name` is what messages call the file.
    """
    if not os.path.lexists(path):
        return Decisions(), (), ()
    reading = read_anywhere(path, name)
    if reading is None:
        return Decisions(), (), (messages.DECISIONS_UNREADABLE.at(Place(name)),)
    if reading.node is None:
        return Decisions(), (), reading.problems
    found, problems = validate_model(Decisions, nodes.plain(reading.node), reading.node, name)
    every = (*reading.problems, *problems)
    if found is None or errors(every):
        return Decisions(), (), every
    places = (place_in(reading.node, ("decisions", at), name) for at in range(len(found.decisions)))
    return found, tuple(places), every


def as_file(decisions: Iterable[WordDecision]) -> bytes:
    """Return the bytes of a file with these decisions, in the order of the alphabet.

    Raises ValueError for signs that a file cannot keep, such as invisible ones.
    """
    ordered = sorted(decisions, key=lambda each: (each.words.casefold(), each.words))
    entries = "".join(map(_entry, ordered))
    content = f"{HEADING}decisions:{chr(10) + entries if entries else ' []' + chr(10)}".encode()
    if read(content, FILE).problems:
        raise ValueError("The decisions hold signs that a file cannot keep")
    return content


def _entry(decision: WordDecision) -> str:
    lines = [
        f"{key}: {_written(str(value))}"
        for key in WordDecision.model_fields
        if (value := getattr(decision, key)) is not None
    ]
    return f"  - {lines[0]}\n" + "".join(f"    {line}\n" for line in lines[1:])


def _written(text: str) -> str:
    """Return a text on one line, as it must be written after a key."""
    line = " ".join(text.split())
    plain = quoted(line)
    return plain if "\\" not in plain else "'" + line.replace("'", "''") + "'"
