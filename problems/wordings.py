"""Wordings, each defined once as a constant of the room that uses it, and the problems made of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from types import ModuleType

from problems.places import Place


class Severity(StrEnum):
    """How much a problem stops."""

    ERROR = "error"
    """The record cannot be signed off, or the site cannot be built."""

    WARNING = "warning"
    """Somebody should look; nothing is stopped."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where, and what to do about it."""

    place: Place
    code: str
    """The wording's code, by which the guide explains it: `unknown-key`."""
    message: str
    """What is wrong. Holds keys and known ids, never a value."""
    remedy: str
    """What to do next, as an instruction."""
    severity: Severity = Severity.ERROR
    private_text: str = field(default="", repr=False, compare=False)
    """The words concerned, for `--show-text` on a terminal only. Never part of `str()` or `repr()`."""

    def __str__(self) -> str:
        return f"{self.place}: {self.message} {self.remedy} [{self.code}]"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one kind of problem, with gaps in braces for keys, known ids and numbers."""

    code: str
    """Lower case, with hyphens; unique in the product; explained in the guide."""
    message: str
    """One sentence, with its full stop, that says what is wrong."""
    remedy: str
    """One sentence or two, with a full stop, that say what to do."""
    severity: Severity = Severity.ERROR

    def at(self, place: Place, *, private_text: str = "", **gaps: str | int) -> Problem:
        """Return the problem at a place.

        The gaps may be filled with keys of the data format, ids known to the project and numbers; a
        value out of a record goes in `private_text` or nowhere. Raises KeyError for a missing gap.
        """
        return Problem(
            place=place,
            code=self.code,
            message=self.message.format(**gaps),
            remedy=self.remedy.format(**gaps),
            severity=self.severity,
            private_text=private_text,
        )


def catalogue(*rooms: ModuleType) -> dict[str, Wording]:
    """Return every wording defined in these modules by its code; two with one code raise ValueError."""
    found: dict[str, Wording] = {}
    for room in rooms:
        for value in vars(room).values():
            if not isinstance(value, Wording):
                continue
            if found.setdefault(value.code, value) is not value:
                raise ValueError(f"two wordings have the code {value.code}")
    return dict(sorted(found.items()))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that stop something."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems by file, line and column, each once."""
    return tuple(sorted(set(problems), key=lambda problem: (problem.place, problem.code, problem.message)))
