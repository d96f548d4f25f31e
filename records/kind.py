"""What a kind of record is, on the private side: its model, its parts that others can name, its checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from problems import Place, Problem
from records.fields import Model
from records.shapes import Path
from records.withholding import Record

Key = tuple[str, str]
"""The kind and id of a record."""

Locate = Callable[[Key, Path], Place]
"""Finds the place of a value in the file of a record."""

Check = Callable[[Mapping[Key, Any], Locate], Iterator[Problem]]
"""Yields the problems between the records of a kind, given all valid records of every kind."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something inside a record that other records can name, as `RECORD/PART`."""

    model: type[Model]
    """Its model, which has an `id`."""

    word: str
    """What it is called in a message: action, post."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record."""

    name: str
    """The plural by which the kind is known: in `data/`, in `published/`, in references."""

    model: type[Record]
    """The model of its records."""

    word: str
    """What one of them is called in a message: meeting."""

    title: str
    """What a new record is called if nobody says."""

    order: int
    """Its place among the kinds, from 1: the order in which they are read and shown."""

    example: Mapping[str, str]
    """The answers that make the worked example of the guide: `id`, `title`, and what else it needs."""

    single: bool = False
    """Whether there is one record only, in a file of its own directly under `data/`."""

    required: bool = True
    """Whether a single record must be there."""

    parts: Mapping[str, Part] = field(default_factory=dict)
    """What others can name inside a record, by the name that references use: `actions`, `posts`."""

    day: Callable[[Any], str | None] = lambda _: None
    """The day on which a record prints names: a day, month or year; None means as they are now."""

    gaps: Callable[[Mapping[str, str]], Mapping[str, str]] = lambda _: {}
    """Further values for the gaps of the starting file, worked out from the answers."""

    checks: tuple[Check, ...] = ()
    """What must hold between the records of the kind."""

    def path_of(self, record_id: str) -> str:
        """Return the path of a record below `data/`."""
        return f"{self.name}.yml" if self.single else f"{self.name}/{record_id}.yml"


def keeper_of(answers: Mapping[str, str]) -> Mapping[str, str]:
    """Return the line of a starting file that names the group which keeps the record."""
    return {"keeper": f"group: {answers['group']}" if answers.get("group") else "#group: executive"}
